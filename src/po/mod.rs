//! PO files, with which translators' tools exchange texts: entries with a context, the original and its translation.
//!
//! The form is that of GNU gettext, without plural forms, which no text of a plan has.

mod file;
mod read;
mod write;

pub use file::{PoEntry, PoFile};
pub use read::read;
pub use write::write;
