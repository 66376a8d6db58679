//! Source documents.

use super::common::{COMMON, optional, plain, required, usual};
use super::key::Key;
use super::{Schema, Shape};

pub(super) const SCHEMA: Schema = Schema {
    name: "source",
    about: "A document that contains the plan's text or background.",
    place: "The front matter of content/sources/ID.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

const KEYS: &[Key] = &[
    required("title", Shape::Name, "its title", "Harbour plan, full text"),
    required("date", Shape::Date, "its date", "2024-03-01"),
    usual("type", Shape::Text, "the type of document, in words", "Action plan"),
    usual("adopted-by", Shape::List(&Shape::Text), "who adopted it: a list of names", "[Arland, Boria]"),
    usual("lang", Shape::Language, "its language code", "en"),
    optional("authentic", Shape::Boolean, "whether this text prevails", "true"),
    usual("url", Shape::Address, "its URL", "https://harbour.example/plan"),
    usual("archived", Shape::Address, "the URL of an archived copy", "https://archive.example/plan"),
    optional(
        "sha256",
        Shape::Text,
        "the SHA-256 hash of the original file",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    usual("licence", Shape::Text, "its terms of use", "CC BY 4.0"),
];
