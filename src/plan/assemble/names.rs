//! Which id has which index. Ids are one namespace, because `[[id]]` names records of every kind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::codes;
use super::name_map::NameMap;
use super::ordered_records::{Duplicate, OrderedRecords};
use crate::diag::{Diagnostic, Guess, closest, code, guess_id};
use crate::item_code::fold_code;
use crate::outline::OutlineId;
use crate::parse::{ANY_NAME, Documents, code_name};
use crate::plan::{Area, Ix, RecordIx};

/// The ids and files of a plan.
pub(super) struct Names<'d> {
    /// The records that have an id of their own.
    ids: NameMap<'d>,
    /// Short updates. Their ids hold a `/`, so they meet no other. Few texts name one, so they wait until one does.
    short: OnceLock<NameMap<'d>>,
    /// Old ids.
    aliases: NameMap<'d>,
    /// Codes of items, as they are compared; `None` where no item has one.
    codes: Option<NameMap<'d>>,
    /// The files of records, and those that texts can refer to. They wait until a text names one.
    paths: OnceLock<NameMap<'d>>,
    records: &'d OrderedRecords<'d>,
    documents: &'d Documents,
    /// Items that were dropped with their area.
    orphaned: &'d BTreeSet<String>,
    /// Folders of areas.
    pub(super) folders: BTreeMap<&'d str, Ix<Area>>,
}

impl<'d> Names<'d> {
    /// Lists the names of a plan.
    pub(super) fn of(
        records: &'d OrderedRecords<'d>,
        ids: NameMap<'d>,
        documents: &'d Documents,
        orphaned: &'d BTreeSet<String>,
    ) -> Self {
        let folders = records.areas.iter().enumerate();
        Self {
            ids,
            short: OnceLock::new(),
            aliases: NameMap::new(aliases(records)),
            codes: codes::of(records),
            paths: OnceLock::new(),
            records,
            documents,
            orphaned,
            folders: folders.map(|(index, area)| (area.folder.as_str(), Ix::new(index))).collect(),
        }
    }

    pub(super) fn id(&self, id: &str) -> Option<RecordIx> {
        self.own_id(id).or_else(|| if id.contains('/') { self.short().get(id) } else { None })
    }

    pub(super) fn path(&self, path: &str) -> Option<RecordIx> {
        self.paths().get(path)
    }

    /// The record of that id, unless it is a short update: to be asked on all threads.
    pub(super) fn own_id(&self, id: &str) -> Option<RecordIx> {
        // Old ids lead to the new record, unless somebody else has them now.
        self.ids.get(id).or_else(|| self.aliases.get(id)).or_else(|| self.code(id))
    }

    /// The record of that name that is of one kind: an item can have the number of an area as its code.
    pub(super) fn of_kind<T>(&self, name: &str, pick: fn(RecordIx) -> Option<Ix<T>>) -> Option<Ix<T>> {
        self.id(name).and_then(pick).or_else(|| self.coded(name, pick))
    }

    /// The record of that code, if it is of the kind that is looked for.
    pub(super) fn coded<T>(&self, name: &str, pick: fn(RecordIx) -> Option<Ix<T>>) -> Option<Ix<T>> {
        self.code(name).and_then(pick)
    }

    /// The item of that code, in any case.
    fn code(&self, written: &str) -> Option<RecordIx> {
        self.codes.as_ref().and_then(|codes| codes.get(&fold_code(written)))
    }

    /// Reports codes that are not those of one item alone.
    pub(super) fn check_codes(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.codes.is_some() {
            codes::check(self.records, |id| self.ids.get(id).or_else(|| self.aliases.get(id)), diagnostics);
        }
    }

    /// The record of that path, if a text asked for one before: to be asked on all threads.
    pub(super) fn prepared_path(&self, path: &str) -> Option<RecordIx> {
        self.paths.get().and_then(|paths| paths.get(path))
    }

    /// Makes ready for [`prepared_path`](Self::prepared_path). It takes all threads, so none of them may ask for it.
    pub(super) fn prepare_paths(&self) {
        self.paths();
    }

    fn paths(&self) -> &NameMap<'d> {
        self.paths.get_or_init(|| NameMap::new(paths(self.records, self.documents)))
    }

    fn short(&self) -> &NameMap<'d> {
        self.short.get_or_init(|| {
            let updates = self.records.updates.iter().enumerate();
            let short = updates.filter(|(_, update)| update.short_form_of.is_some());
            let short = short.map(|(index, it)| (it.written_id.as_str(), RecordIx::Update(Ix::new(index))));
            // Of two items on one id the second was dropped, but not its short updates: the last are meant.
            let mut short: Vec<_> = short.collect();
            short.reverse();
            NameMap::new(short)
        })
    }

    /// Whether a record of this id or path is there and could not be read, which was reported.
    pub(super) fn is_unreadable(&self, name: &str) -> bool {
        let is = |name: &str| self.documents.unreadable.contains(name) || self.orphaned.contains(name);
        // A short update stands in the file of its item.
        is(ANY_NAME)
            || is(name)
            || name.split_once('/').is_some_and(|(item, _)| is(item))
            || is(&code_name(name))
    }

    /// Whether every record could be read.
    pub(super) fn all_read(&self) -> bool {
        self.documents.unreadable.is_empty()
    }

    /// Whether a folder has an `area.md` that is in no plan: it could not be read, or its number was taken.
    pub(super) fn has_area_file(&self, folder: &str) -> bool {
        self.documents.unreadable.contains(folder)
            || self.documents.areas.iter().any(|area| area.folder == folder)
    }

    /// Whether the number of some area is not known, because its file could not be read.
    pub(super) fn lacks_areas(&self) -> bool {
        let folder = self.documents.folder("areas");
        self.documents.unreadable.iter().any(|name| name.starts_with(&folder) && name.ends_with("/area.md"))
    }

    /// Whether a record of this id or path was left out because it is internal. Then nothing else is meant by it, even if
    /// it is an old id of something public.
    pub(super) fn is_internal(&self, name: &str) -> bool {
        let internal = &self.documents.internal;
        internal.names.contains(name)
            || (!internal.codes.is_empty()
                && self.own_id(name).is_none()
                && internal.codes.contains(&fold_code(name)))
    }

    /// Whether this is an old id of such a record.
    pub(super) fn is_internal_alias(&self, name: &str) -> bool {
        self.documents.internal.aliases.contains(name)
    }

    /// The id that was most likely meant, among those of one kind. A record that cannot be read may be meant, too, but
    /// nobody knows of which kind it is.
    pub(super) fn closest(&self, id: &str, of_kind: impl Fn(RecordIx) -> bool) -> Option<Guess<'_>> {
        let own = self.ids.sorted().into_iter().chain(self.short().sorted());
        let old = self.aliases.sorted();
        let all = own.chain(old).filter(|(id, ix)| of_kind(*ix) && self.id(id) == Some(*ix));
        let unreadable =
            self.documents.unreadable.iter().map(String::as_str).filter(|name| !name.contains('/'));
        let guess = guess_id(id, all.map(|(id, _)| id).chain(unreadable))?;
        let guess = unless_another_number(id, guess)?;
        Some(Guess { certain: guess.certain && self.id(guess.word).is_some(), ..guess })
    }

    /// The file that was most likely meant, by its name: one of the same kind.
    pub(super) fn closest_path(&self, path: &str) -> Option<&str> {
        let ending = |path: &str| path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let is_same_kind =
            |other: &&str| ending(other) == ending(path) || (is_picture(path) && is_picture(other));
        closest(path, self.paths().sorted().into_iter().map(|(path, _)| path).filter(is_same_kind))
    }
}

/// Whether a path is that of a picture, by its ending.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    ["png", "jpg", "jpeg", "webp", "gif", "svg", "avif"].contains(&ending.as_str())
}

/// The guess, unless both are numbers: a number is not misspelt, it is another number.
pub fn unless_another_number<'a>(id: &str, guess: Guess<'a>) -> Option<Guess<'a>> {
    let is_step = |step: &str| {
        let one_kind =
            step.chars().all(|c| c.is_ascii_digit()) || step.chars().all(|c| c.is_ascii_alphabetic());
        one_kind && !step.is_empty()
    };
    let is_number =
        |text: &str| OutlineId::parse_number(&text.to_lowercase()).is_some() && text.split('.').all(is_step);
    let differs = is_number(id) && is_number(guess.word) && !id.eq_ignore_ascii_case(guess.word);
    (!differs).then_some(guess)
}

/// Each file of a record, and each that a text can refer to.
fn paths<'d>(records: &OrderedRecords<'d>, documents: &'d Documents) -> Vec<(&'d str, RecordIx)> {
    let mut paths = Vec::with_capacity(records.items.len() + records.updates.len());
    let attachments = records.attachments.iter().enumerate();
    paths.extend(attachments.map(|(index, it)| (it.path.as_str(), RecordIx::Attachment(Ix::new(index)))));
    // A short update stands in the file of its item.
    let is_short =
        |ix| matches!(ix, RecordIx::Update(ix) if records.updates[ix.index()].short_form_of.is_some());
    let with_files = records.records().filter(|(ix, _)| !is_short(*ix));
    paths.extend(with_files.map(|(ix, record)| (record.path.as_str(), ix)));
    paths.extend(documents.plan.iter().map(|plan| (plan.record.path.as_str(), RecordIx::Plan)));
    paths
}

/// Old ids; of two records that had one, the first is found.
fn aliases<'d>(records: &OrderedRecords<'d>) -> Vec<(&'d str, RecordIx)> {
    let own = records.records();
    own.flat_map(|(ix, record)| record.aliases.iter().map(move |alias| (alias.value.as_str(), ix))).collect()
}

/// The ids of a plan. A record whose id is taken is reported and dropped.
pub(super) fn own_ids<'d>(
    records: &mut OrderedRecords<'d>,
    diagnostics: &mut Vec<Diagnostic>,
) -> NameMap<'d> {
    let ids = NameMap::new(records.named());
    if !ids.has_duplicates() {
        return ids;
    }
    let dropped = duplicates(records, diagnostics);
    records.drop_all(&dropped);
    NameMap::new(records.named())
}

fn duplicates(records: &OrderedRecords<'_>, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<RecordIx> {
    let mut all: Vec<Duplicate<'_>> =
        records.named().into_iter().filter_map(|(id, ix)| records.duplicate(id, ix)).collect();
    all.sort();
    let mut dropped = BTreeSet::new();
    for pair in all.windows(2) {
        let [first, second] = pair else { continue };
        if first.id == second.id {
            dropped.insert(second.ix);
            diagnostics.push(
                Diagnostic::new(
                    code::DUPLICATE_ID,
                    second.span,
                    format!("the id `{}` is not unique: {} has the same id", second.id, first.path),
                )
                .label(first.span, "the first one")
                .help("each id belongs to one record, of any kind: rename one of the two files"),
            );
        }
    }
    dropped
}
