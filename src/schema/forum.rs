//! Forums: meeting series, treaties, missions.

use super::agency::VALID;
use super::key::{COMMON, Key, Target, plain, required, seldom, usual, words};
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
    seldom("native-name", Shape::Text, "its name in another language", "港湾会議"),
    seldom("native-lang", Shape::Language, "the language of that name", "ja"),
    usual("kind", Shape::Word(words::<ForumKind>), "its type", "bilateral"),
    usual(
        "parties",
        Shape::List(&Shape::Text),
        "the countries and organisations that take part: a list of names",
        "[Arland, Boria]",
    ),
    usual("cadence", Shape::Cadence, "how often it should meet", "every year"),
    seldom("valid", Shape::Map(VALID), "the period in which it existed", "{from: 2015-10-01}"),
    usual("url", Shape::Address, "the URL of its website", "https://round.example/"),
    usual("items", Shape::List(&Shape::Reference(Target::Item)), "the items that it concerns", "[\"1.2\"]"),
    usual("basis", Shape::Word(words::<ForumBasis>), "whether the plan names it", "stated"),
];
