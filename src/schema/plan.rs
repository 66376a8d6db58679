//! `content/plan.md`, also that of another edition.

use super::common::{COMMON, optional, plain, required, usual};
use super::key::Target;
use super::{Schema, Shape};

pub(super) const SCHEMA: Schema = Schema {
    name: "plan",
    about: "The plan itself.",
    place: "The front matter of content/plan.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

const KEYS: &[super::Key] = &[
    required("title", Shape::Name, "the plan's name", "Plan for a clean harbour"),
    required(
        "parties",
        Shape::List(&Shape::Text),
        "the parties that adopted it: a list of names, as in `party` of the agencies",
        "[Arland, Boria]",
    ),
    required(
        "adopted",
        Shape::OwnDate,
        "the date on which it was adopted; earlier updates are the baseline and set no status",
        "2024-03-01",
    ),
    usual("period", Shape::Date, "the period that the plan covers, as a date range", "2024/2028"),
    optional("edition", Shape::Text, "the name of this edition", "\"2024\""),
    usual("languages", Shape::List(&Shape::Language), "language codes of the plan's text", "[en]"),
    optional("authentic-language", Shape::Language, "the language whose text prevails", "en"),
    usual(
        "reporting",
        Shape::Map(&plain(&[&[
            required("every", Shape::Cadence, "the interval", "1 year"),
            optional("grace-days", Shape::Number(0, 3650), "the grace period in days", "30"),
        ]])),
        "the reporting interval: how often a report on each item is due",
        "{every: 1 year, grace-days: 30}",
    ),
    optional("fiscal-year-starts", Shape::Number(1, 12), "the month in which a fiscal year starts", "4"),
    usual(
        "source",
        Shape::Reference(Target::Source),
        "the source record that contains the plan's full text",
        "plan-2024",
    ),
    usual("licence", Shape::Text, "the terms of use of the plan's text", "CC BY 4.0"),
    usual("contact", Shape::Text, "the contact address", "plan@harbour.example"),
];
