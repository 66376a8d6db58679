//! Forums: meeting series, treaties, missions.

use super::agency::VALID;
use super::common::{COMMON, enum_values, optional, plain, required, usual};
use super::item::SEARCHED;
use super::key::{Key, Target};
use super::{Schema, Shape};
use crate::vocabulary::{ForumBasis, ForumKind};

pub(super) const SCHEMA: Schema = Schema {
    name: "forum",
    about: "A meeting series, treaty or mission.",
    place: "The front matter of content/forums/ID.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

const KEYS: &[Key] = &[
    required("name", Shape::Name, "its name", "Harbour Round"),
    usual(
        "abbreviation",
        Shape::Text,
        "its abbreviation, which the site explains at the first use on a page",
        "HR",
    ),
    optional("native-name", Shape::Verbatim(&Shape::Text), "its name in another language", "港湾会議"),
    optional("native-lang", Shape::Language, "the language of that name", "ja"),
    usual("kind", Shape::Enum(enum_values::<ForumKind>), "its type", "bilateral"),
    usual(
        "parties",
        Shape::List(&Shape::Text),
        "the countries and organisations that take part: a list of names",
        "[Arland, Boria]",
    ),
    usual("cadence", Shape::Cadence, "how often it should meet", "every year"),
    optional("valid", Shape::Map(VALID), "the period in which it existed", "{from: 2015-10-01}"),
    usual("url", Shape::Address, "the URL of its website", "https://round.example/"),
    usual("items", Shape::List(&Shape::Reference(Target::Item)), "the items that it concerns", "[\"1.2\"]"),
    usual("basis", Shape::Enum(enum_values::<ForumBasis>), "whether the plan names it", "stated"),
    SEARCHED,
];
