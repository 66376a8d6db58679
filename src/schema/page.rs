//! Free pages.

use super::common::{COMMON, plain, required, usual};
use super::{Schema, Shape};

pub(super) const SCHEMA: Schema = Schema {
    name: "page",
    about: "A free page.",
    place: "The front matter of content/pages/ID.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

const KEYS: &[super::Key] = &[
    required("title", Shape::Name, "its title", "About this site"),
    usual(
        "order",
        Shape::Number(0, 1_000_000),
        "its position in the navigation, smallest first; without it, the navigation leaves the page out",
        "10",
    ),
];
