//! Items and parts.

use super::common::{COMMON, plain, required, seldom, usual, words};
use super::key::{Key, Target};
use super::{Mapping, Schema, Shape, update};
use crate::vocabulary::{Basis, Continuation, Kind, Rollup};

pub(super) const SCHEMA: Schema = Schema {
    name: "item",
    about: "An action item, or a part of one.",
    place: "The front matter of content/areas/NAME/ID-title.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

/// Agencies in a role.
pub(super) const ROLES: Shape = Shape::List(&Shape::ValueOrMap(
    &Shape::Reference(Target::Agency),
    &plain(&[&[
        required("agency", Shape::Reference(Target::Agency), "the agency's id", "ar-water"),
        seldom("basis", Shape::Word(words::<Basis>), "whether the plan names it", "inferred"),
    ]]),
));

const CONTINUES: &Mapping = &plain(&[&[
    required("edition", Shape::Reference(Target::Edition), "the edition's folder", "\"2020\""),
    required("item", Shape::Reference(Target::ItemOfEdition), "the item's id there", "\"3.1\""),
    seldom("how", Shape::Word(words::<Continuation>), "how it continues that item", "amended"),
]]);

/// A due date that the plan gives in words.
const DUE_IN_WORDS: &Mapping = &plain(&[&[
    required("text", Shape::Name, "the plan's words", "90 days after the guidance"),
    seldom("after", Shape::Reference(Target::Item), "the item whose completion sets the day", "\"1.2\""),
]]);

/// How something was looked for.
pub(super) const SEARCHED: Key = seldom(
    "searched",
    Shape::Maps(&plain(&[&[
        required("date", Shape::OwnDate, "when it was looked for", "2026-11-28"),
        required("where", Shape::Name, "where it was looked for", "the web sites of both ministries"),
        usual("languages", Shape::List(&Shape::Language), "the languages of the words, as codes", "[en, ja]"),
        usual("words", Shape::Text, "the words that were searched", "\"harbour plan waste water\""),
        required("found", Shape::Name, "`nothing`, or what was found", "nothing"),
    ]])),
    "searches for public information, for where none was found",
    "[{date: 2026-11-28, where: the web sites of both ministries, languages: [en, ja], words: waste water, found: nothing}]",
);

const ITEMS: Shape = Shape::List(&Shape::Reference(Target::Item));

const KEYS: &[Key] = &[
    required("title", Shape::Name, "a short title in plain words", "Build a treatment plant"),
    required(
        "kind",
        Shape::Word(words::<Kind>),
        "what kind of promise it is, which decides how it is judged",
        "deliverable",
    ),
    usual("text", Shape::Text, "the plan's words, letter for letter", "\"Build a plant for waste water\""),
    usual("lead", ROLES, "the agencies that lead", "[ar-water]"),
    usual("supporting", ROLES, "the agencies that support", "[bo-ports]"),
    seldom(
        "roles",
        Shape::Word(words::<Basis>),
        "whether the plan names these agencies; the default for both lists",
        "inferred",
    ),
    usual(
        "due",
        Shape::ValueOrMap(&Shape::Date, DUE_IN_WORDS),
        "when it is due; a later change is an update with `new-due`. A mapping holds the plan's words where they give no date",
        "2026-12",
    ),
    seldom(
        "each",
        Shape::Truth,
        "whether every lead has to do it, so that each of them has a status of its own",
        "true",
    ),
    usual("cadence", Shape::Cadence, "how often it recurs", "every year"),
    seldom(
        "rollup",
        Shape::Word(words::<Rollup>),
        "for a container: how its status follows from its parts",
        "all",
    ),
    seldom(
        "source",
        Shape::Reference(Target::Source),
        "the source record of the text; the plan's own by default",
        "annex-2024",
    ),
    seldom("locator", Shape::Text, "the place in the source", "\"Section 3, item (1)\""),
    usual("related", ITEMS, "items that have to do with it", "[\"1.2\"]"),
    seldom("depends-on", ITEMS, "items that must come first", "[\"1.2\"]"),
    seldom("same-as", ITEMS, "items that are the same commitment: they share their updates", "[\"4.2\"]"),
    seldom(
        "continues",
        Shape::Maps(CONTINUES),
        "what it continues in another edition of the plan",
        "[{edition: \"2020\", item: \"3.1\", how: amended}]",
    ),
    usual("indicators", Shape::List(&Shape::Text), "how it is measured", "[\"Tons of waste water a day\"]"),
    SEARCHED,
    seldom(
        "updates",
        Shape::Records(update::SHORT),
        "short updates: what happened, with a date and a note",
        "[{date: 2024-09-15, note: The contract was signed.}]",
    ),
];
