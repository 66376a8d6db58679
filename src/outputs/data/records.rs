//! The data of each record as JSON, made once: the file beside its page, that of the whole plan and the lines of updates
//! have the same bytes.

use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;

use super::json::unwritten;
use super::mapping::Mapper;
use crate::diag::Diagnostic;
use crate::language_marks::unmarked_file;
use crate::outputs::output::Bytes;
use crate::page::Context;
use crate::plan::{Index as _, Plan, RecordIx};

/// The lists of records in the data, by their keys, and the type of a record of each.
pub(super) const LISTS: [(&str, &str); 7] = [
    ("areas", "area"),
    ("items", "item"),
    ("updates", "update"),
    ("agencies", "agency"),
    ("forums", "forum"),
    ("sources", "source"),
    ("pages", "page"),
];

/// The records of each list.
pub(super) struct Records {
    /// In boxes, because a site that is only looked at makes none of them.
    made: [Vec<OnceLock<Box<Bytes>>>; LISTS.len()],
}

/// The bytes of one record, or why there are none.
type Part<'a> = Result<&'a [u8], Box<Diagnostic>>;

impl Records {
    pub(super) fn new(plan: &Plan) -> Self {
        let none = |count: usize| (0..count).map(|_| OnceLock::new()).collect();
        let counts = [
            plan.areas.len(),
            plan.items.len(),
            plan.updates.len(),
            plan.agencies.len(),
            plan.forums.len(),
            plan.sources.len(),
            plan.pages.len(),
        ];
        Self { made: counts.map(none) }
    }

    /// The object of a record, and its type; none of what is no record of a list.
    pub(super) fn get(&self, context: &Context, record: RecordIx) -> Option<(&'static str, Part<'_>)> {
        let (list, at) = place(record)?;
        // Making it asks for no other record, and waits for no other thread, so none can wait for itself.
        let made = self.made[list].get(at)?.get_or_init(|| Box::new(made(Mapper::new(context), record)));
        Some((LISTS[list].1, made.as_ref().as_deref().map_err(Clone::clone)))
    }

    /// How many bytes a record has, and the type of such a record. One that cannot be made has none; the files that need it
    /// say why.
    pub(super) fn size(&self, context: &Context, record: RecordIx) -> (&'static str, usize) {
        let (kind, object) = self.get(context, record).unwrap_or(("", Ok(&[])));
        (kind, object.map_or(0, <[u8]>::len))
    }

    /// The records of a list, one after the other with a comma between them.
    pub(super) fn join(
        &self,
        context: &Context,
        list: usize,
        bytes: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let records = of_list(&context.published.plan, list);
        // The files with all records are the last to be ready, so all threads help.
        records.par_iter().for_each(|record| drop(self.get(context, *record)));
        for (at, record) in records.into_iter().enumerate() {
            let Some((_, object)) = self.get(context, record) else { continue };
            if at > 0 {
                bytes.push(b',');
            }
            bytes.extend_from_slice(object?);
        }
        Ok(())
    }
}

/// The records of a list, in the order of the data.
pub(super) fn of_list(plan: &Plan, list: usize) -> Vec<RecordIx> {
    match LISTS.get(list).map_or("", |(_, kind)| *kind) {
        "area" => plan.areas.indices().map(RecordIx::Area).collect(),
        "item" => plan.items.indices().map(RecordIx::Item).collect(),
        "update" => plan.updates.indices().map(RecordIx::Update).collect(),
        "agency" => plan.agencies.indices().map(RecordIx::Agency).collect(),
        "forum" => plan.forums.indices().map(RecordIx::Forum).collect(),
        "source" => plan.sources.indices().map(RecordIx::Source).collect(),
        "page" => plan.pages.indices().map(RecordIx::Page).collect(),
        _ => Vec::new(),
    }
}

/// In which list a record stands, and where.
fn place(record: RecordIx) -> Option<(usize, usize)> {
    match record {
        RecordIx::Area(ix) => Some((0, ix.index())),
        RecordIx::Item(ix) => Some((1, ix.index())),
        RecordIx::Update(ix) => Some((2, ix.index())),
        RecordIx::Agency(ix) => Some((3, ix.index())),
        RecordIx::Forum(ix) => Some((4, ix.index())),
        RecordIx::Source(ix) => Some((5, ix.index())),
        RecordIx::Page(ix) => Some((6, ix.index())),
        RecordIx::Plan | RecordIx::Attachment(_) => None,
    }
}

fn made(mapper: Mapper<'_>, record: RecordIx) -> Bytes {
    let made = object(mapper, record)?;
    if !mapper.context.theme.has_marks() {
        return Ok(made);
    }
    // Without marks of another language now, because the size of a record decides in which file it stands.
    Ok(unmarked_file(made))
}

fn object(mapper: Mapper<'_>, record: RecordIx) -> Bytes {
    fn bytes(value: &impl Serialize) -> Bytes {
        serde_json::to_vec(value).map_err(unwritten)
    }
    match record {
        RecordIx::Area(ix) => bytes(&mapper.area(ix)),
        RecordIx::Item(ix) => bytes(&mapper.item(ix)),
        RecordIx::Update(ix) => bytes(&mapper.update(ix)),
        RecordIx::Agency(ix) => bytes(&mapper.agency(ix)),
        RecordIx::Forum(ix) => bytes(&mapper.forum(ix)),
        RecordIx::Source(ix) => bytes(&mapper.source(ix)),
        RecordIx::Page(ix) => bytes(&mapper.page(ix)),
        RecordIx::Plan | RecordIx::Attachment(_) => Ok(b"{}".to_vec()),
    }
}
