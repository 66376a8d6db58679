//! Every schema in one table.

use super::{Schema, agency, area, book, forum, item, page, plan, source, update};

/// Every schema, in the order of the documentation.
pub const TABLE: &[Schema] = &[
    plan::SCHEMA,
    area::SCHEMA,
    item::SCHEMA,
    update::SCHEMA,
    agency::SCHEMA,
    forum::SCHEMA,
    source::SCHEMA,
    page::SCHEMA,
    book::SCHEMA,
];

/// The schema of a name.
pub fn find(name: &str) -> Option<&'static Schema> {
    TABLE.iter().find(|schema| schema.name == name)
}
