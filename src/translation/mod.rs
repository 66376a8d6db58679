//! Translations of a record: which of its texts are words, what a file beside it says in their place, and which words have
//! become others since.
//!
//! `x.ja.md` stands beside `x.md` and holds words only. A list of mappings, such as `evidence`, is a mapping in it, from the
//! name of each entry to its words. So the words of a translation have *paths*, such as `evidence.https://….title`,
//! and a record in another language is the original with the words at these paths in the place of its own: everything that is
//! no word stays, whoever translates it.

mod described;
mod digest;
mod file;
mod lists;
mod names;
mod problems;
mod text_fields;
mod words;
mod written_list;

pub use described::{RecordTranslation, TextPair};
pub use digest::{digest, fits};
pub use file::{TranslationFile, file_of, translation_file};
pub use problems::{NOT_THE_SAME, outdated_help, shortened};
pub use text_fields::{BODY, Role, TextField, TextPath, body_text, each_text, mark_internal, text_fields};
pub use words::{MADE_FROM, OFFICIAL, SAME, Words, names_party};
