//! Tags of a table: each becomes a tag of a group that `content/plan.md` declares.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::import::file_names::name_of;
use crate::import::record::ImportedRecord;
use crate::import::yaml;

/// The group of a tag that names none.
const GROUP: (&str, &str) = ("tag", "Tags");
/// The group that planbook knows.
const SDG: &str = "sdg";

/// A group of tags.
struct Group {
    key: String,
    title: String,
    /// The keys and titles of its tags.
    tags: Vec<(String, String)>,
}

/// The tags of a table.
#[derive(Default)]
pub(super) struct Tags {
    /// Groups in the order in which they were found.
    groups: Vec<Group>,
    /// What each text became.
    ids: BTreeMap<String, String>,
}

impl Tags {
    pub(super) fn of(records: &[ImportedRecord]) -> Self {
        let mut tags = Self::default();
        for written in records.iter().flat_map(|record| &record.tags) {
            if !tags.ids.contains_key(written) {
                let id = tags.add(written);
                tags.ids.insert(written.clone(), id);
            }
        }
        tags
    }

    /// Tags that are known already.
    pub(super) fn known(ids: BTreeMap<String, String>) -> Self {
        let small: Vec<_> = ids.iter().map(|(words, id)| (words.to_lowercase(), id.clone())).collect();
        let mut tags = Self { groups: Vec::new(), ids };
        small.into_iter().for_each(|(words, id)| {
            tags.ids.entry(words).or_insert(id);
        });
        tags
    }

    /// The tags of a record, as they are written into its file.
    pub(super) fn ids(&self, record: &ImportedRecord) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let id = |written: &String| self.ids.get(written).or_else(|| self.ids.get(&written.to_lowercase()));
        for id in record.tags.iter().filter_map(id) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    fn add(&mut self, written: &str) -> String {
        let (group, group_title, title) = match written.split_once('/') {
            Some((group, title)) if !name_of(group).is_empty() && !title.trim().is_empty() => {
                (name_of(group), group.trim().to_owned(), title.trim())
            }
            _ => (GROUP.0.to_owned(), GROUP.1.to_owned(), written),
        };
        let at = self.groups.iter().position(|other| other.key == group).unwrap_or_else(|| {
            self.groups.push(Group { key: group.clone(), title: group_title, tags: Vec::new() });
            self.groups.len() - 1
        });
        let tags = &mut self.groups[at].tags;
        let words = name_of(title);
        // A title without Latin letters has no key of its own, and two titles may have one.
        let mut key = if words.is_empty() { format!("{}", tags.len() + 1) } else { words };
        // A title that differs in its capitals only is the same tag.
        let same = |known: &str| known.to_lowercase() == title.to_lowercase();
        if let Some((known, _)) = tags.iter().find(|(_, known)| same(known)) {
            return format!("{group}/{known}");
        }
        if tags.iter().any(|(other, _)| *other == key) {
            key = format!("{key}-{}", tags.len() + 1);
        }
        if !tags.iter().any(|(other, _)| *other == key) {
            tags.push((key.clone(), title.to_owned()));
        }
        format!("{group}/{key}")
    }

    /// The lines that declare them in `content/plan.md`.
    pub(super) fn declared(&self) -> String {
        let mut text = String::new();
        if !self.groups.is_empty() {
            text.push_str("# Check: the names of the tags, and in which groups they are\ntags:\n");
        }
        let is_goal =
            |(key, _): &(String, String)| key.parse().is_ok_and(|goal: u8| (1..=17).contains(&goal));
        for Group { key: group, title, tags } in &self.groups {
            if group == SDG && tags.iter().all(is_goal) {
                text.push_str("  sdg: {title: 'Sustainable Development Goals', builtin: sdg}\n");
                continue;
            }
            let _ =
                writeln!(text, "  {}:\n    title: {}\n    values:", yaml::quoted(group), yaml::quoted(title));
            for (key, title) in tags {
                let _ = writeln!(text, "      {}: {}", yaml::quoted(key), yaml::quoted(title));
            }
        }
        text
    }
}
