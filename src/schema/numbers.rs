//! Indicators with numbers, their values, and milestones.

use super::common::{enum_values, optional, plain, required, usual};
use super::key::{Key, Naming};
use super::{Mapping, Shape};
use crate::vocabulary::Aim;

/// A number for a period.
const PERIOD_VALUE: &Mapping = &plain(&[&[PERIOD, VALUE]]);

const PERIOD: Key = required("period", Shape::OwnDate, "the period that the number is for", "2024");
const VALUE: Key = required("value", Shape::Decimal, "the number, with a full stop before decimals", "6.5");

/// A measured value, in an update.
pub(super) const MEASURED_VALUE: &Mapping = &plain(&[&[
    required(
        "indicator",
        Shape::NameOf(Naming::Indicator),
        "the id of an indicator of an item that the update is about",
        "wells",
    ),
    PERIOD,
    VALUE,
    optional("note", Shape::Text, "a remark on the number", "\"Without the harbour\""),
    optional("break", Shape::Boolean, "whether it was measured in another way than those before", "true"),
]]);

/// A target that holds from the date of an update on.
pub(super) const NEW_TARGET: &Mapping = &plain(&[&[
    required(
        "indicator",
        Shape::NameOf(Naming::Indicator),
        "the id of an indicator of an item that the update is about",
        "wells",
    ),
    PERIOD,
    VALUE,
    usual(
        "instead-of",
        Shape::Date,
        "the period of the target that it replaces, where that is another period",
        "2026",
    ),
]]);

/// An indicator with numbers.
pub(super) const INDICATOR: &Mapping = &plain(&[&[
    required("id", Shape::Id, "its id, unique within the item", "wells"),
    required("title", Shape::Name, "what is measured", "Wells in use"),
    usual("unit", Shape::Text, "the unit of its numbers", "wells"),
    usual("aim", Shape::Enum(enum_values::<Aim>), "which way the numbers should go", "up"),
    usual("baseline", Shape::Map(PERIOD_VALUE), "the number at the beginning", "{period: 2022, value: 3}"),
    usual(
        "targets",
        Shape::Maps(PERIOD_VALUE),
        "what is to be reached by when",
        "[{period: 2025, value: 10}]",
    ),
    optional(
        "figures",
        Shape::NameOf(Naming::Figures),
        "the path of a CSV file with its numbers, from this file",
        "files/wells.csv",
    ),
]]);

/// A step of an item.
pub(super) const MILESTONE: &Mapping = &plain(&[&[
    required("id", Shape::Id, "its id, unique within the item", "tender"),
    required("title", Shape::Name, "what is to be done", "Tender published"),
    usual("due", Shape::OwnDate, "when it is due", "2024-06"),
    usual("done", Shape::OwnDate, "when it was done", "2024-07-02"),
    optional("url", Shape::Address, "the URL of a document that shows it", "https://harbour.example/tender"),
    optional("note", Shape::Text, "a remark", "\"In two lots\""),
]]);
