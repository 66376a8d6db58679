//! Agencies.

use super::common::{COMMON, CONTACT, optional, plain, required, usual};
use super::key::{Key, Target};
use super::{Mapping, Schema, Shape};

pub(super) const SCHEMA: Schema = Schema {
    name: "agency",
    about: "A body that is responsible for items.",
    place: "The front matter of content/agencies/ID.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

/// From when to when something existed.
pub(super) const VALID: &Mapping = &plain(&[&[
    usual("from", Shape::Date, "its first day", "2015-10-01"),
    usual("to", Shape::Date, "its last day, if it ended", "2023-03-31"),
]]);

const KEYS: &[Key] = &[
    required("name", Shape::Name, "its name", "Ministry of Water"),
    usual(
        "abbreviation",
        Shape::Text,
        "its abbreviation, which the site explains at the first use on a page",
        "MOW",
    ),
    optional("native-name", Shape::Verbatim(&Shape::Text), "its name in its own language", "水省"),
    optional("native-lang", Shape::Language, "the language of that name", "ja"),
    usual(
        "party",
        Shape::Text,
        "the country or organisation it belongs to, as in the plan's `parties`",
        "Arland",
    ),
    optional("parent", Shape::Reference(Target::Agency), "the agency it is part of", "ar-cabinet"),
    optional("valid", Shape::Map(VALID), "the period in which it existed", "{from: 2015-10-01}"),
    optional(
        "successor",
        Shape::Reference(Target::Agency),
        "the agency that took over its work",
        "ar-rivers",
    ),
    usual("url", Shape::Address, "the URL of its website", "https://water.example/"),
    CONTACT,
];
