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
        "who made it: a list of names, as in the agencies' `party`",
        "[Arland, Boria]",
    ),
    required(
        "adopted",
        Shape::OwnDate,
        "when it was adopted; updates that end before are shown, and set no status",
        "2024-03-01",
    ),
    usual("period", Shape::Date, "a date range that the plan covers", "2024/2028"),
    optional("edition", Shape::Text, "the name of this edition", "\"2024\""),
    usual("languages", Shape::List(&Shape::Language), "language codes of the plan's text", "[en]"),
    optional("authentic-language", Shape::Language, "the language whose text prevails", "en"),
    usual(
        "reporting",
        Shape::Map(&plain(&[&[
            required("every", Shape::Cadence, "the interval", "1 year"),
            optional("grace-days", Shape::Number(0, 3650), "how many days late is still on time", "30"),
        ]])),
        "how often a report on each item is due",
        "{every: 1 year, grace-days: 30}",
    ),
    optional("fiscal-year-starts", Shape::Number(1, 12), "the month in which a fiscal year begins", "4"),
    usual(
        "source",
        Shape::Reference(Target::Source),
        "the source record that holds the plan's full text",
        "plan-2024",
    ),
    usual("licence", Shape::Text, "the terms of the plan's text", "CC BY 4.0"),
    usual("contact", Shape::Text, "an address to write to", "plan@harbour.example"),
];
