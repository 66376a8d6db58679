//! `area.md`.

use super::common::{COMMON, plain, required, usual};
use super::item::ROLES;
use super::{Schema, Shape};

pub(super) const SCHEMA: Schema = Schema {
    name: "area",
    about: "An area of the plan.",
    place: "The front matter of content/areas/NAME/area.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

const KEYS: &[super::Key] = &[
    required(
        "number",
        Shape::AreaNumber,
        "its number, which is also its id; that of an area in an area may begin with the number of the other: `3.2`",
        "3",
    ),
    required("title", Shape::Name, "its title, word for word as in the plan", "Clean water"),
    usual("lead", ROLES, "the agencies that lead it", "[ar-water]"),
];
