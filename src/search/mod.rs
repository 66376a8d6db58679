//! What readers can find, and how: an index of words in parts that a browser loads as it needs them.
//!
//! [`Collection`] says what can be found; [`Index`] knows which words stand in it; [`SearchFiles`] are the same as files. The
//! browser's side is `themes/default/static/search-query.js`; [`Index::find`] does the same for the terminal.

mod entry;
mod excerpt;
mod files;
mod impact;
mod index;
mod letters;
mod names;
mod packed;
mod parts;
mod query;
mod shards;
mod spelling;
mod stems;
mod words;

pub use entry::{Collection, Entry, EntryKind, Filter, Weight};
pub use files::SearchFiles;
pub use index::Index;
pub use query::{Answer, Found};

#[cfg(test)]
mod agreement_tests;
