//! Which id has which index. Ids are one namespace, because `[[id]]` names records of every kind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::super::{Ix, RecordIx};
use super::dictionary::Dictionary;
use super::listed::Listed;
use super::{Diagnostic, Span, code};
use crate::diag::{Guess, closest, guess};
use crate::parse::{Documents, Record, UpdateDocument};

/// The ids and files of a plan.
pub(super) struct Names<'d> {
    /// The records that have an id of their own.
    ids: Dictionary<'d, RecordIx>,
    /// Short updates. Their ids hold a `/`, so they meet no other. Few texts name one, so they wait until one does.
    short: OnceLock<Dictionary<'d, RecordIx>>,
    /// Old ids.
    aliases: Dictionary<'d, RecordIx>,
    /// The files of records, and those that texts can refer to. They wait until a text names one.
    paths: OnceLock<Dictionary<'d, RecordIx>>,
    listed: &'d Listed<'d>,
    documents: &'d Documents,
    /// Items that were dropped with their area.
    homeless: BTreeSet<String>,
    /// Folders of areas.
    pub(super) folders: BTreeMap<&'d str, Ix<super::Area>>,
}

/// A record with what it is called, before duplicates are dropped.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Twin<'d> {
    pub(super) id: &'d str,
    pub(super) path: &'d str,
    pub(super) span: Span,
    pub(super) ix: RecordIx,
}

impl<'d> Names<'d> {
    /// Lists the names of a plan.
    pub(super) fn of(
        listed: &'d Listed<'d>,
        ids: Dictionary<'d, RecordIx>,
        documents: &'d Documents,
        homeless: BTreeSet<String>,
    ) -> Self {
        let folders = listed.areas.iter().enumerate();
        Self {
            ids,
            short: OnceLock::new(),
            aliases: Dictionary::new(aliases(listed)),
            paths: OnceLock::new(),
            listed,
            documents,
            homeless,
            folders: folders.map(|(index, area)| (area.folder.as_str(), Ix::new(index))).collect(),
        }
    }

    pub(super) fn id(&self, id: &str) -> Option<RecordIx> {
        self.quick_id(id).or_else(|| if id.contains('/') { self.short().get(id) } else { None })
    }

    pub(super) fn path(&self, path: &str) -> Option<RecordIx> {
        self.paths().get(path)
    }

    /// The record of that id, unless it is a short update: to be asked on all threads.
    pub(super) fn quick_id(&self, id: &str) -> Option<RecordIx> {
        // Old ids lead to the new record, unless somebody else has them now.
        self.ids.get(id).or_else(|| self.aliases.get(id))
    }

    /// The record of that path, if a text asked for one before: to be asked on all threads.
    pub(super) fn quick_path(&self, path: &str) -> Option<RecordIx> {
        self.paths.get().and_then(|paths| paths.get(path))
    }

    /// Makes ready for [`quick_path`](Self::quick_path). It takes all threads, so none of them may ask for it.
    pub(super) fn prepare_paths(&self) {
        self.paths();
    }

    fn paths(&self) -> &Dictionary<'d, RecordIx> {
        self.paths.get_or_init(|| Dictionary::new(paths(self.listed, self.documents)))
    }

    fn short(&self) -> &Dictionary<'d, RecordIx> {
        self.short.get_or_init(|| {
            let updates = self.listed.updates.iter().enumerate();
            let short = updates.filter(|(_, update)| update.short_form_of.is_some());
            let short = short.map(|(index, it)| (it.written_id.as_str(), RecordIx::Update(Ix::new(index))));
            // Of two items on one id the second was dropped, but not its short updates: the last are meant.
            let mut short: Vec<_> = short.collect();
            short.reverse();
            Dictionary::new(short)
        })
    }

    /// Whether a record of this id or path is there and could not be read, which was reported.
    pub(super) fn is_unreadable(&self, name: &str) -> bool {
        self.documents.unreadable.contains(name) || self.homeless.contains(name)
    }

    /// Whether a record of this id or path was left out because it is internal. Then nothing else is meant by it, even if
    /// it is an old id of something public.
    pub(super) fn is_internal(&self, name: &str) -> bool {
        self.documents.internal.names.contains(name)
    }

    /// Whether this is an old id of such a record.
    pub(super) fn is_internal_alias(&self, name: &str) -> bool {
        self.documents.internal.aliases.contains(name)
    }

    /// The id that was most likely meant, among those of one kind. A record that cannot be read may be meant, too, but
    /// nobody knows of which kind it is.
    pub(super) fn closest(&self, id: &str, of_kind: impl Fn(RecordIx) -> bool) -> Option<Guess<'_>> {
        let own = self.ids.unordered().chain(self.short().unordered());
        let old = self.aliases.unordered();
        let all = own.chain(old).filter(|(id, ix)| of_kind(*ix) && self.id(id) == Some(*ix));
        let unreadable =
            self.documents.unreadable.iter().map(String::as_str).filter(|name| !name.contains('/'));
        let Guess { word, certain } = guess(id, all.map(|(id, _)| id).chain(unreadable))?;
        Some(Guess { word, certain: certain && self.id(word).is_some() })
    }

    /// The file that was most likely meant, by its name.
    pub(super) fn closest_path(&self, path: &str) -> Option<&str> {
        closest(path, self.paths().unordered().map(|(path, _)| path))
    }
}

/// Each file of a record, and each that a text can refer to.
fn paths<'d>(listed: &Listed<'d>, documents: &'d Documents) -> Vec<(&'d str, RecordIx)> {
    let mut paths = Vec::with_capacity(listed.items.len() + listed.updates.len());
    let attachments = listed.attachments.iter().enumerate();
    paths.extend(attachments.map(|(index, it)| (it.path.as_str(), RecordIx::Attachment(Ix::new(index)))));
    each_record(listed, has_file, |record, ix| paths.push((record.path.as_str(), ix)));
    paths.extend(documents.plan.iter().map(|plan| (plan.record.path.as_str(), RecordIx::Plan)));
    paths
}

/// Old ids; of two records that had one, the first is found.
fn aliases<'d>(listed: &Listed<'d>) -> Vec<(&'d str, RecordIx)> {
    let mut aliases = Vec::new();
    let mut note = |record: &'d Record, ix| {
        aliases.extend(record.aliases.iter().map(|alias| (alias.value.as_str(), ix)));
    };
    each_record(listed, |_| true, &mut note);
    aliases
}

/// A short update stands in the file of its item.
fn has_file(update: &UpdateDocument) -> bool {
    update.short_form_of.is_none()
}

/// Calls `note` with every record, kind by kind, but for updates that are not wanted.
fn each_record<'d>(
    listed: &Listed<'d>,
    wanted: impl Fn(&UpdateDocument) -> bool,
    mut note: impl FnMut(&'d Record, RecordIx),
) {
    macro_rules! each {
        ($list:ident, $kind:ident) => {
            for (index, document) in listed.$list.iter().enumerate() {
                note(&document.record, RecordIx::$kind(Ix::new(index)));
            }
        };
    }
    each!(areas, Area);
    each!(items, Item);
    each!(agencies, Agency);
    each!(forums, Forum);
    let updates = listed.updates.iter().enumerate().filter(|(_, update)| wanted(update));
    updates.for_each(|(index, update)| note(&update.record, RecordIx::Update(Ix::new(index))));
    each!(sources, Source);
    each!(pages, Page);
}

/// The ids of a plan. A record whose id is taken is reported and dropped.
pub(super) fn own_ids<'d>(
    listed: &mut Listed<'d>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Dictionary<'d, RecordIx> {
    let ids = Dictionary::new(listed.named());
    if !ids.has_twins() {
        return ids;
    }
    let dropped = duplicates(listed, diagnostics);
    listed.drop_all(&dropped);
    Dictionary::new(listed.named())
}

fn duplicates(listed: &Listed<'_>, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<RecordIx> {
    let mut all: Vec<Twin<'_>> =
        listed.named().into_iter().filter_map(|(id, ix)| listed.twin(id, ix)).collect();
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
