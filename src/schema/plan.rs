//! `content/plan.md`, also that of another edition.

use super::common::{COMMON, plain, required, seldom, usual, words};
use super::key::Target;
use super::{Schema, Shape};
use crate::vocabulary::{Kind, Verdict};

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
    seldom("edition", Shape::Text, "the name of this edition", "\"2024\""),
    usual("languages", Shape::List(&Shape::Language), "language codes of the plan's text", "[en]"),
    seldom("authentic-language", Shape::Language, "the language whose text prevails", "en"),
    usual(
        "reporting",
        Shape::Map(&plain(&[&[
            required("every", Shape::Cadence, "the interval", "1 year"),
            seldom("grace-days", Shape::Number(0, 3650), "how many days late is still on time", "30"),
        ]])),
        "how often a report on each item is due",
        "{every: 1 year, grace-days: 30}",
    ),
    seldom(
        "closed",
        Shape::OwnDate,
        "when the plan ended, where that is not the end of its period: afterwards nothing becomes late or out of date",
        "2028-06-30",
    ),
    seldom(
        "kinds",
        Shape::Map(&plain(&[&[seldom(
            "default",
            Shape::Word(words::<Kind>),
            "what type of commitment an item is that does not say so",
            "deliverable",
        )]])),
        "what type of commitment items are that do not say so",
        "{default: deliverable}",
    ),
    seldom(
        "judged-by",
        Shape::Map(&plain(&[&[
            required("name", Shape::Name, "its name", "National Audit Office"),
            seldom("url", Shape::Address, "the address of its judgements", "https://audit.example/plan"),
        ]])),
        "the third party that judges the items: the assessor of an `assessment` that names none",
        "{name: National Audit Office, url: \"https://audit.example/plan\"}",
    ),
    seldom(
        "verdicts",
        Shape::Words(
            words::<Verdict>,
            &plain(&[&[
                required("as", Shape::Word(words::<Verdict>), "the verdict that it means", "not-done"),
                seldom(
                    "final",
                    Shape::Truth,
                    "whether it ends the matter, so that nothing is late any more",
                    "true",
                ),
            ]]),
        ),
        "the judge's own words, and what each means; an `assessment` may then use them as its `verdict`",
        "{kept: complete, broken: {as: not-done, final: true}}",
    ),
    seldom("fiscal-year-starts", Shape::Number(1, 12), "the month in which a fiscal year begins", "4"),
    usual(
        "source",
        Shape::Reference(Target::Source),
        "the source record that holds the plan's full text",
        "plan-2024",
    ),
    usual("licence", Shape::Text, "the terms of the plan's text", "CC BY 4.0"),
    usual("contact", Shape::Text, "an address to write to", "plan@harbour.example"),
];
