//! Records for a book that is there: what its agencies and tags are called.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::agencies::Agencies;
use super::record::{area, item};
use super::tags::Tags;
use crate::import::decisions::Decisions;
use crate::import::record::{ImportedRecord, ImportedUpdate};

/// What a book calls its agencies and tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BookNames {
    /// All ids that are taken.
    pub ids: BTreeSet<String>,
    /// The ids of agencies by their names.
    pub agencies: BTreeMap<String, String>,
    /// Tags by their words.
    pub tags: BTreeMap<String, String>,
}

impl BookNames {
    /// The id of an agency.
    pub fn agency(&self, name: &str) -> Option<&str> {
        self.agencies.get(name).map(String::as_str)
    }

    /// The tag that words name, in capital letters or small ones.
    pub fn tag(&self, words: &str) -> Option<&str> {
        let small = words.to_lowercase();
        let alike = || self.tags.iter().find(|(known, _)| known.to_lowercase() == small).map(|(_, id)| id);
        self.tags.get(words).or_else(alike).map(String::as_str)
    }

    /// Adds the agencies of some records that the book does not have, and returns their files.
    pub fn add_agencies(&mut self, records: &[ImportedRecord], lead: &[String]) -> Vec<(String, String)> {
        let new = Agencies::beside(records, lead, &self.agencies, &self.ids);
        let files = new.files().collect();
        for (name, id) in new.all() {
            self.ids.insert(id.clone());
            self.agencies.insert(name.clone(), id.clone());
        }
        files
    }
}

/// The file of a record in a book that has these names.
pub fn record_text(record: &ImportedRecord, names: &BookNames, decisions: &Decisions) -> String {
    let agencies = Agencies::known(names.agencies.clone());
    match record.depth {
        0 => area(record, &agencies),
        _ => item(record, (&agencies, &Tags::known(names.tags.clone())), decisions),
    }
}

/// The keys of an update beside its date and note, a line each.
pub fn update_keys(update: &ImportedUpdate) -> String {
    let mut text = String::new();
    for (key, value) in &update.keys {
        let _ = writeln!(text, "{key}: {value}");
    }
    text
}
