//! Which keys each front matter and `book.toml` have: one table, from which come the JSON Schemas, what `planbook new`
//! takes and asks, and the snippets for editors. `tests/suite/schema` holds it and the readers in [`parse`](crate::parse)
//! and [`config`](crate::config) together, in both directions.

mod agency;
mod area;
mod book;
mod forum;
mod item;
mod json;
mod key;
mod page;
mod plan;
mod shape;
mod snippets;
mod source;
mod update;

pub use json::json;
pub use key::{Key, Mapping, Need, Rule, Target, Word};
pub use shape::Shape;
pub use snippets::snippets;

/// A file with keys, and which.
#[derive(Debug)]
pub struct Schema {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it describes, as a sentence.
    pub about: &'static str,
    /// Where such files are.
    pub place: &'static str,
    /// Its keys.
    pub mapping: &'static Mapping,
    /// Whether it is the front matter of a record: every mapping in it may then have an `audience`.
    pub record: bool,
}

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

impl Schema {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.mapping.keys().find(|key| key.name == name)
    }
}
