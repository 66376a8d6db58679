//! Two states side by side: which records are one, which came, which went, and what their files say.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Kind, KnownBy};
use super::matching::{self, short_form_of};
use super::raw_fields::{Differs, NOTE, RawFields, RawFiles};
use super::references::References;
use super::revision::{BookRevision, RevisionRecord};
use super::short_updates;
use crate::date::Day;
use crate::diag::{FileId, Span};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::report::WAS;
use crate::source::{File, Tree};

/// A record of both states.
pub(super) struct Pair<'a> {
    pub(super) old: RevisionRecord<'a>,
    pub(super) new: RevisionRecord<'a>,
    /// How they are known to be one, when not by their id.
    pub(super) known_by: Option<KnownBy>,
    /// What the files say, where that differs.
    pub(super) raw_fields: Option<(RawFields, RawFields)>,
}

/// Two states side by side.
pub(super) struct Comparison<'a> {
    pub(super) before: &'a BookRevision<'a>,
    pub(super) after: &'a BookRevision<'a>,
    /// The day for statuses and for what has passed.
    pub(super) as_of: Day,
    /// In the order of the newer state.
    pub(super) pairs: Vec<Pair<'a>>,
    /// Without those that cannot be read now.
    pub(super) removed: Vec<RevisionRecord<'a>>,
    pub(super) added: Vec<RevisionRecord<'a>>,
    /// What names of records stand for, in the older and in the newer state.
    references: [References<'a>; 2],
    /// The updates that are new.
    pub(super) new_updates: BTreeSet<Ix<Update>>,
    /// Files of the older state in the tree of the report.
    was: BTreeMap<FileId, FileId>,
    /// The newer state, and the files of the older one that are other now or gone.
    pub(super) tree: Tree,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(
        (before, old): (&'a BookRevision<'a>, &'a [RevisionRecord<'a>]),
        (after, new): (&'a BookRevision<'a>, &'a [RevisionRecord<'a>]),
        as_of: Day,
    ) -> Self {
        let (mut old_files, mut new_files) = (RawFiles::new(before), RawFiles::new(after));
        let mut matches = matching::records(before, old, after, new);
        let short =
            short_updates::pair((before, old, &mut old_files), (after, new, &mut new_files), &matches);
        matches.extend(short);
        matches.sort_by_key(|it| it.new);
        let old_paired: BTreeSet<usize> = matches.iter().map(|it| it.old).collect();
        let new_paired: BTreeSet<usize> = matches.iter().map(|it| it.new).collect();
        let mut pair = |it: &matching::Match| {
            let (old, new) = (old[it.old], new[it.new]);
            let same = before.tree.text(old.record.file) == after.tree.text(new.record.file);
            let item = short_form_of(before, &old).filter(|_| short_form_of(after, &new).is_none());
            let mut raw_fields = || {
                let fields = old_files.raw_fields(&old)?;
                let fields = item.map_or(fields.clone(), |item| fields.in_a_file(item.as_str()));
                Some((fields, new_files.raw_fields(&new)?))
            };
            let raw_fields = if same { None } else { raw_fields() };
            let raw_fields = raw_fields.filter(|(old, new)| !old.says_the_same(new));
            Pair { old, new, known_by: it.known_by, raw_fields }
        };
        let pairs: Vec<Pair<'a>> = matches.iter().map(&mut pair).collect();
        let rest = |entries: &[RevisionRecord<'a>], paired: &BTreeSet<usize>| -> Vec<RevisionRecord<'a>> {
            let rest = entries.iter().enumerate().filter(|(at, _)| !paired.contains(at));
            rest.map(|(_, entry)| *entry).collect()
        };
        let mut removed = rest(old, &old_paired);
        removed.retain(|entry| !after.is_unreadable(entry.id, &entry.record.path));
        let added = rest(new, &new_paired);
        let update = |entry: &RevisionRecord<'_>| match entry.ix {
            RecordIx::Update(ix) => Some(ix),
            _ => None,
        };
        let new_updates = added.iter().filter_map(update).collect();
        let other_id = pairs.iter().filter(|pair| pair.old.id != pair.new.id);
        let renamed = other_id.map(|pair| ((pair.old.kind, pair.old.id), pair.new.id)).collect();
        let references = [References::new(old, renamed), References::new(new, BTreeMap::new())];
        let (tree, was) = joined(before.tree, after.tree);
        Self { before, after, as_of, pairs, removed, added, references, new_updates, was, tree }
    }

    /// A place of the older state in the tree of the report.
    pub(super) fn was(&self, span: Span) -> Option<Span> {
        self.was.get(&span.file).map(|file| Span { file: *file, ..span })
    }

    /// The items of both states with their places in the plans.
    pub(super) fn items(&self) -> impl Iterator<Item = (&Pair<'a>, Ix<Item>, Ix<Item>)> {
        self.pairs.iter().filter_map(|pair| match (pair.old.ix, pair.new.ix) {
            (RecordIx::Item(old), RecordIx::Item(new)) => Some((pair, old, new)),
            _ => None,
        })
    }

    /// The updates of both states likewise.
    pub(super) fn updates(&self) -> impl Iterator<Item = (&Pair<'a>, Ix<Update>, Ix<Update>)> {
        self.pairs.iter().filter_map(|pair| match (pair.old.ix, pair.new.ix) {
            (RecordIx::Update(old), RecordIx::Update(new)) => Some((pair, old, new)),
            _ => None,
        })
    }

    /// Whether a value names the records that it named: by the ids that they have now, or by their codes. A note is a text.
    pub(super) fn names_the_same(&self, differs: &Differs<'_>) -> bool {
        let [older, newer] = &self.references;
        let (Some(before), Some(after)) = (differs.before, differs.after) else { return false };
        match older.ids(before).zip(newer.ids(after)) {
            Some((before, after)) => before == after,
            None => differs.name == NOTE && older.words(before.written()) == newer.words(after.written()),
        }
    }

    /// Whether two texts have the same words; they can be other paragraphs, and name an item in another way.
    pub(super) fn same_words(&self, before: &RawFields, after: &RawFields) -> bool {
        let [older, newer] = &self.references;
        before.same_body(after) || older.words(&before.body) == newer.words(&after.body)
    }

    /// The id that a record of the older state has now.
    pub(super) fn id_now<'n>(&self, kind: Kind, id: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.references[0].now(kind, id)
    }

    /// The ids of agencies, for those who read the report.
    pub(super) fn agencies(&self, update: &Update) -> Vec<String> {
        update.by.iter().map(|ix| self.after.plan().agencies.at(*ix).document.id.clone()).collect()
    }
}

/// The files of the newer state, and below other paths those of the older one that are not the same.
fn joined(before: &Tree, after: &Tree) -> (Tree, BTreeMap<FileId, FileId>) {
    let other = |(_, file): &(FileId, &File)| {
        let now = after.find(&file.path).and_then(|id| after.content(id));
        now != Some(&file.content)
    };
    let old: Vec<(FileId, &File)> = before.files().filter(other).collect();
    let renamed = old.iter().map(|(_, file)| File { path: format!("{WAS}{}", file.path), ..(*file).clone() });
    let tree = Tree::of(after.files().map(|(_, file)| file.clone()).chain(renamed));
    let place = |(id, file): &(FileId, &File)| Some((*id, tree.find(&format!("{WAS}{}", file.path))?));
    let was = old.iter().filter_map(place).collect();
    (tree, was)
}
