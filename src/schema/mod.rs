//! Which keys each front matter and `book.toml` have: one table, from which come the JSON Schemas, what `planbook new`
//! takes and asks, and the snippets for editors. `tests/suite/schema` holds it and the readers in [`parse`](crate::parse)
//! and [`config`](crate::config) together, in both directions.

mod agency;
mod area;
mod book;
mod common;
mod definition;
mod forum;
mod item;
mod json;
mod key;
mod numbers;
mod page;
mod plan;
mod snippets;
mod source;
mod table;
mod translation;
mod update;

pub use common::AUDIENCES;
pub use definition::Schema;
pub use json::json;
pub use key::{EnumValue, Key, Mapping, Naming, Need, Rule, Shape, Target};
pub use snippets::snippets;
pub use table::{TABLE, find};
pub use translation::{TRANSLATION, TRANSLATIONS, translation, translation_keys};
