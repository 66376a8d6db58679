//! `content/plan.md`, also that of another edition.

use super::common::{COMMON, enum_values, optional, plain, required, usual};
use super::key::Target;
use super::{Mapping, Schema, Shape};
use crate::vocabulary::{BuiltinTags, FiscalYearName, Kind, Verdict};

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
    optional("edition", Shape::Verbatim(&Shape::Text), "the name of this edition", "\"2024\""),
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
    optional(
        "closed",
        Shape::OwnDate,
        "when the plan ended, where that is not the end of its period: afterwards nothing becomes late or out of date",
        "2028-06-30",
    ),
    optional(
        "kinds",
        Shape::Map(&plain(&[&[optional(
            "default",
            Shape::Enum(enum_values::<Kind>),
            "what type of commitment an item is that does not say so",
            "deliverable",
        )]])),
        "what type of commitment items are that do not say so",
        "{default: deliverable}",
    ),
    optional(
        "judged-by",
        Shape::Map(&plain(&[&[
            required("name", Shape::Name, "its name", "National Audit Office"),
            optional("url", Shape::Address, "the address of its judgements", "https://audit.example/plan"),
        ]])),
        "the third party that judges the items: the assessor of an `assessment` that names none",
        "{name: National Audit Office, url: \"https://audit.example/plan\"}",
    ),
    optional(
        "verdicts",
        Shape::Words(
            enum_values::<Verdict>,
            &plain(&[&[
                required("as", Shape::Enum(enum_values::<Verdict>), "the verdict that it means", "not-done"),
                optional(
                    "final",
                    Shape::Boolean,
                    "whether it ends the matter, so that nothing is late any more",
                    "true",
                ),
            ]]),
        ),
        "the judge's own words, and what each means; an `assessment` may then use them as its `verdict`",
        "{kept: complete, broken: {as: not-done, final: true}}",
    ),
    optional(
        "tags",
        Shape::Own(&Shape::Map(&Mapping {
            keys: &[&[
                required("title", Shape::Name, "what the group is called", "Where"),
                optional(
                    "values",
                    Shape::Own(&Shape::Name),
                    "its tags: the key of each, and its name",
                    "{north: North shore, south: South shore}",
                ),
                optional(
                    "builtin",
                    Shape::Enum(enum_values::<BuiltinTags>),
                    "a group that planbook knows, instead of `values`",
                    "sdg",
                ),
            ]],
            one_of: &["values", "builtin"],
            rules: &[],
        })),
        "groups of tags that items can have: the key of each group, and what is in it",
        "{place: {title: Where, values: {north: North shore, south: South shore}}}",
    ),
    optional("fiscal-year-starts", Shape::Number(1, 12), "the month in which a fiscal year starts", "4"),
    optional(
        "fiscal-year-named",
        Shape::Enum(enum_values::<FiscalYearName>),
        "the year that a fiscal year is called after [default: first]",
        "last",
    ),
    usual(
        "source",
        Shape::Reference(Target::Source),
        "the source record that contains the plan's full text",
        "plan-2024",
    ),
    usual("licence", Shape::Text, "the terms of use of the plan's text", "CC BY 4.0"),
    usual("contact", Shape::Text, "the contact address", "plan@harbour.example"),
];
