//! What the tables of keys are written with, and the keys that every record has.

use super::{EnumValue, Key, Mapping, Need, Shape};
use crate::vocabulary::{Audience, Choice, Status};

/// A mapping without more rules than its required keys.
pub(super) const fn plain(keys: &'static [&'static [Key]]) -> Mapping {
    Mapping { keys, one_of: &[], rules: &[] }
}

/// The values of a closed list.
pub(super) fn enum_values<T: Choice>() -> Vec<EnumValue> {
    T::CHOICES.iter().zip(T::MEANINGS).map(|((word, _), meaning)| (*word, meaning.trim())).collect()
}

/// The statuses that an update can claim.
pub(super) fn claimed() -> Vec<EnumValue> {
    let unclaimed = [Status::NotReported.word(), Status::NotStated.word()];
    enum_values::<Status>().into_iter().filter(|(word, _)| !unclaimed.contains(word)).collect()
}

pub(super) const fn required(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Required, meaning, example }
}

pub(super) const fn usual(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Usual, meaning, example }
}

pub(super) const fn optional(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Optional, meaning, example }
}

const SUMMARY: Key = usual(
    "summary",
    Shape::Text,
    "one sentence, for lists and search engines",
    "What it is about, in one sentence",
);

/// Whom to ask.
pub(super) const CONTACT: Key = optional(
    "contact",
    Shape::Contact,
    "whom to ask: `mailto:` and an email address, `tel:` and a number, or a web address with https://",
    "\"mailto:wells@harbour.example\"",
);

/// Who may see what a mapping describes. Every mapping of a record may have it.
pub(super) const AUDIENCE: Key = optional(
    "audience",
    Shape::Enum(enum_values::<Audience>),
    "who may see it [default: everybody, or the default audience in book.toml]",
    "internal",
);

/// What every record has.
pub(super) const COMMON: &[Key] = &[
    SUMMARY,
    optional(
        "aliases",
        Shape::List(&Shape::FormerId),
        "former ids, and addresses on an old site that begin with `/`: they redirect to the new address",
        "[old-id]",
    ),
    AUDIENCE,
];

/// What every mapping within a record may have, beside its own keys.
pub const AUDIENCES: &[Key] = &[AUDIENCE];
