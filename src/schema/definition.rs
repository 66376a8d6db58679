//! A file with keys, and which.

use super::{Key, Mapping};

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

impl Schema {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.mapping.keys().find(|key| key.name == name)
    }
}
