//! The files of rows that are new.

use std::collections::BTreeSet;

use super::changes::Changes;
use super::known::Known;
use super::matching::{Match, place};
use crate::import::{self, Decisions, Import, ImportedRecord};
use crate::item_code::why_no_code;

/// Where records stand: the id and the folder of each record that is in the book or will be.
pub(super) struct Additions<'a> {
    found: &'a Import,
    known: &'a Known<'a>,
    placed: Vec<Option<(String, String)>>,
    taken: BTreeSet<String>,
    /// The whole numbers of the table.
    written: BTreeSet<String>,
    new: Vec<ImportedRecord>,
}

impl<'a> Additions<'a> {
    pub(super) fn of(
        found: &'a Import,
        known: &'a Known<'a>,
        matches: &[Match],
        changes: &mut Changes,
    ) -> Self {
        let whole = found.records.iter().filter(|record| record.is_whole_number());
        let mut additions = Self {
            found,
            known,
            placed: Vec::new(),
            taken: known.names.ids.clone(),
            written: whole.map(|record| record.written.to_lowercase()).collect(),
            new: Vec::new(),
        };
        let needed = needed(found, matches);
        for (at, (record, one)) in found.records.iter().zip(matches).enumerate() {
            let placed = match one {
                Match::Area(area) => {
                    let area = &known.areas[*area];
                    Some((area.number.clone(), area.folder.clone()))
                }
                Match::Item(item) => {
                    let item = &known.items[*item];
                    Some((item.id.clone(), item.folder.clone()))
                }
                Match::Unclear => None,
                Match::New if !needed.contains(&at) => None,
                Match::New => additions.place(record, changes),
            };
            additions.placed.push(placed);
        }
        additions
    }

    fn place(&mut self, record: &ImportedRecord, changes: &mut Changes) -> Option<(String, String)> {
        let above = match record.parent {
            None => None,
            // What is below a row that is unclear is unclear too.
            Some(parent) => Some(self.placed.get(parent).cloned().flatten()?),
        };
        let last = record.id.rsplit('.').next().unwrap_or(&record.id);
        let below = |step: &str| match &above {
            Some((above, _)) => format!("{above}.{step}"),
            None => step.to_owned(),
        };
        let wanted = below(last);
        let whole = record.is_whole_number() && record.depth > 0;
        let is_own = |id: &str| !whole || id == record.written.to_lowercase();
        // A number that another row has is not given to this one.
        let is_free = |id: &str| !self.taken.contains(id) && (is_own(id) || !self.written.contains(id));
        let id = match record.numbered && is_free(&wanted) {
            true => wanted.clone(),
            false => (1_u32..).map(|step| below(&step.to_string())).find(|id| is_free(id))?,
        };
        let mut own = record.clone();
        own.id.clone_from(&id);
        if whole && !is_own(&id) {
            let key = self.keep_number(&mut own);
            changes.remarks.push(format!(
                "{}: the number {} becomes {id}, because of the area that the book has for it; `{key}` keeps it",
                place(record),
                record.written
            ));
        } else if record.numbered && id != wanted {
            changes.remarks.push(format!(
                "{}: the book has {wanted} already, so the new record becomes {id}",
                place(record)
            ));
        }
        self.taken.insert(id.clone());
        let folder = above.map_or_else(|| import::area_folder(&own), |(_, folder)| folder);
        self.new.push(own);
        Some((id, folder))
    }

    /// Keeps a number that cannot be the id: as the code, unless it is one already. Returns the key.
    fn keep_number(&self, own: &mut ImportedRecord) -> &'static str {
        if own.keys.contains_key("code") {
            return "code";
        }
        let is_code = why_no_code(&own.written).is_none() && self.known.named(&own.written).is_none();
        let key = if is_code && !self.written_twice(&own.written) { "code" } else { "x-code" };
        own.keys.insert(key.to_owned(), vec![own.written.clone()]);
        key
    }

    fn written_twice(&self, written: &str) -> bool {
        self.found.records.iter().filter(|record| record.written == written).count() > 1
    }

    /// Writes the new records, with the agencies that they name.
    pub(super) fn write(self, matches: &[Match], decisions: &Decisions, changes: &mut Changes) {
        let mut names = self.known.names.clone();
        for (path, text) in names.add_agencies(&self.new, &decisions.lead) {
            changes.files.push((path, text));
        }
        let mut new = self.new.iter();
        let placed = self.placed.iter().zip(matches).zip(&self.found.records);
        for ((placed, _), record) in
            placed.filter(|((placed, one), _)| placed.is_some() && **one == Match::New)
        {
            let (Some(own), Some((_, folder))) = (new.next(), placed) else { continue };
            let mut own = own.clone();
            let unknown: Vec<String> =
                own.tags.iter().filter(|tag| names.tag(tag).is_none()).cloned().collect();
            if !unknown.is_empty() {
                changes.remarks.push(format!(
                    "{}: content/plan.md does not declare the tags {}, so {} has them in `x-tags`",
                    place(record),
                    unknown.join("; "),
                    own.name()
                ));
                own.tags.retain(|tag| !unknown.contains(tag));
                own.keys.insert("x-tags".to_owned(), vec![unknown.join("; ")]);
            }
            let file =
                if own.depth == 0 { "area.md".to_owned() } else { format!("{}.md", import::file_name(&own)) };
            changes.files.push((
                format!("content/areas/{folder}/{file}"),
                import::record_text(&own, &names, decisions),
            ));
            changes.new += 1;
        }
    }
}

/// The new records that have a row, and the areas that these need.
fn needed(found: &Import, matches: &[Match]) -> BTreeSet<usize> {
    let mut needed = BTreeSet::new();
    for (at, record) in found.records.iter().enumerate() {
        if matches[at] == Match::New && record.line.is_some() {
            let mut above = Some(at);
            while let Some(at) = above.filter(|at| needed.insert(*at)) {
                above = found.records[at].parent;
            }
        }
    }
    needed
}
