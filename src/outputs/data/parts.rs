//! The data of a large plan in several files: a file for each kind of record, and several where one would be too long.

use super::records::{LISTS, of_list};
use crate::page::Context;
use crate::plan::{Index as _, Plan, RecordIx};

/// About how many bytes a record has in the data besides its text. Items of real plans have 1,300, updates 900.
const BYTES_BESIDE_TEXT: usize = 1_200;

/// The same for each link to or from it.
const BYTES_OF_LINK: usize = 40;

/// The same for each number of an indicator.
const BYTES_OF_NUMBER: usize = 180;

/// A file with records of one kind.
pub(super) struct Part {
    /// The kind of its records, as the list of them is called.
    pub(super) kind: &'static str,
    number: Option<usize>,
    pub(super) records: Vec<RecordIx>,
}

impl Part {
    /// The name of the file, in the folder of the data.
    pub(super) fn name(&self) -> String {
        match self.number {
            Some(number) => format!("{}-{number}.json", self.kind),
            None => format!("{}.json", self.kind),
        }
    }

    /// The words that say what is in the file, by their key.
    pub(super) fn about(&self) -> &'static str {
        match self.kind {
            "areas" => "data-part-areas",
            "items" => "data-part-items",
            "updates" => "data-part-updates",
            "agencies" => "data-part-agencies",
            "forums" => "data-part-forums",
            "sources" => "data-part-sources",
            _ => "data-part-pages",
        }
    }
}

/// The files in which the records stand; none when one file has the whole plan.
///
/// It goes by an estimate, so that nobody has to make the records to know which files there are: a preview makes none before
/// it shows one.
pub(super) fn parts(context: &Context) -> Vec<Part> {
    let (plan, most) = (&context.published.plan, context.config.data_size);
    let sizes = |list: usize| -> Vec<(RecordIx, usize)> {
        of_list(plan, list).into_iter().map(|record| (record, estimated(plan, record))).collect()
    };
    let lists: Vec<_> = (0..LISTS.len()).map(sizes).collect();
    let whole: usize = lists.iter().flatten().map(|(_, size)| size).sum();
    if whole <= most {
        return Vec::new();
    }
    LISTS.iter().zip(lists).flat_map(|((name, _), list)| of_kind(name, &list, most)).collect()
}

/// How many numbers stand in the data of a record.
fn numbers(plan: &Plan, record: RecordIx) -> usize {
    let RecordIx::Item(ix) = record else { return 0 };
    let measured = plan.items.at(ix).measured.iter();
    let rows = |file| plan.attachments.at(file).document.figures.as_ref().map_or(0, |rows| rows.len());
    measured.map(|it| it.values.len() + it.figures.map_or(0, rows)).sum()
}

/// About how many bytes a record has in the data.
fn estimated(plan: &Plan, ix: RecordIx) -> usize {
    let Some((record, links)) = plan.record(ix) else { return 0 };
    // A tenth for what JSON writes with a sign before it.
    let text = record.body.bytes_of_html() * 11 / 10;
    let links = BYTES_OF_LINK * (links.to.len() + links.from.len());
    BYTES_BESIDE_TEXT + text + links + BYTES_OF_NUMBER * numbers(plan, ix)
}

/// The files of one kind. A record that is too long on its own has a file of its own.
fn of_kind(name: &'static str, list: &[(RecordIx, usize)], most: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut bytes = 0;
    for (record, size) in list {
        bytes += size;
        match parts.last_mut() {
            Some(part) if bytes <= most => part.records.push(*record),
            _ => {
                parts.push(Part { kind: name, number: None, records: vec![*record] });
                bytes = *size;
            }
        }
    }
    if parts.len() > 1 {
        for (part, number) in parts.iter_mut().zip(1..) {
            part.number = Some(number);
        }
    }
    parts
}
