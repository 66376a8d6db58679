//! The agencies that the records name, each with an id of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::super::file_names::name_of;
use super::super::record::ImportedRecord;
use super::super::yaml;

/// Agencies: name to id.
pub(super) struct Agencies {
    ids: BTreeMap<String, String>,
    /// Names that are only ids, given by `--lead`.
    bare: BTreeSet<String>,
}

impl Agencies {
    pub(super) fn of(records: &[ImportedRecord], lead: &[String]) -> Self {
        let taken = BTreeSet::from([super::source::ID.to_owned()]);
        Self::beside(records, lead, &BTreeMap::new(), &taken)
    }

    /// Agencies that are known already.
    pub(super) fn known(ids: BTreeMap<String, String>) -> Self {
        Self { ids, bare: BTreeSet::new() }
    }

    /// The agencies that a book with these names and ids does not have.
    pub(super) fn beside(
        records: &[ImportedRecord],
        lead: &[String],
        known: &BTreeMap<String, String>,
        taken: &BTreeSet<String>,
    ) -> Self {
        let mut taken: BTreeSet<String> =
            records.iter().map(|record| record.id.clone()).chain(taken.iter().cloned()).collect();
        let mut agencies = Self { ids: BTreeMap::new(), bare: lead.iter().cloned().collect() };
        let named: BTreeSet<&String> =
            records.iter().flat_map(|record| record.lead.iter().chain(&record.supporting)).collect();
        for name in named.into_iter().filter(|name| !known.contains_key(*name)) {
            let words = name_of(name);
            let base =
                if words.is_empty() || taken.contains(&words) { format!("agency-{words}") } else { words };
            let base = base.trim_end_matches('-').to_owned();
            let id = std::iter::once(base.clone())
                .chain((2..).map(|count| format!("{base}-{count}")))
                .find(|id| !taken.contains(id))
                .unwrap_or(base);
            taken.insert(id.clone());
            agencies.ids.insert(name.clone(), id);
        }
        agencies
    }

    pub(super) fn ids(&self, names: &[String]) -> Vec<String> {
        names.iter().filter_map(|name| self.ids.get(name).cloned()).collect()
    }

    /// Names and ids.
    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &String)> {
        self.ids.iter()
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.ids.iter().map(|(name, id)| {
            let mark = if self.bare.contains(name) { "# FILL IN: the agency's full name\n" } else { "" };
            let text = format!("---\n{mark}name: {}\n---\n", yaml::quoted(name));
            (format!("content/agencies/{id}.md"), text)
        })
    }
}
