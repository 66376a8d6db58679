//! The data of a large plan in several files: a file for each kind of record, and several where one would be too long.

use super::files::{bytes_without_records, part_file};
use super::records::{LISTS, Records};
use super::types::PartData;
use crate::page::Context;
use crate::plan::RecordIx;

/// More bytes than what a record has in the data besides its own texts.
const BYTES_BESIDE_TEXTS: usize = 4_000;

/// More than how many times as long a text is in the data as in its source.
const TIMES_AS_LONG: usize = 4;

/// A file with records of one kind.
pub(super) struct Part {
    kind: &'static str,
    number: Option<usize>,
    pub(super) records: Vec<RecordIx>,
    bytes: usize,
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

    /// What the index says of the file.
    pub(super) fn data(&self) -> PartData {
        PartData { kind: self.kind, path: self.name(), count: self.records.len(), bytes: self.bytes }
    }
}

/// The files in which the records stand; none when one file has the whole plan.
pub(super) fn parts(context: &Context, records: &Records) -> Vec<Part> {
    let most = context.config.data_size;
    // The records of a small plan need not be made to see that they are short: a preview makes none before it shows one.
    let texts: usize = context.tree.files().map(|(_, file)| file.content.bytes().len()).sum();
    if records.count() * BYTES_BESIDE_TEXTS + texts * TIMES_AS_LONG < most {
        return Vec::new();
    }
    let lists: Vec<_> = (0..LISTS.len()).map(|list| records.sizes(context, list)).collect();
    let commas = |list: &Vec<_>| list.len().saturating_sub(1);
    let whole: usize = lists.iter().map(|list| joined(list) + commas(list)).sum();
    if bytes_without_records(context) + whole <= most {
        return Vec::new();
    }
    let frame = part_file(context, records, &[]).map_or(0, |bytes| bytes.len());
    LISTS.iter().zip(lists).flat_map(|((name, kind), list)| of_kind(name, kind, &list, frame, most)).collect()
}

fn joined(list: &[(RecordIx, usize)]) -> usize {
    list.iter().map(|(_, size)| size).sum()
}

/// The files of one kind. A record that is too long on its own has a file of its own.
fn of_kind(
    name: &'static str,
    kind: &str,
    list: &[(RecordIx, usize)],
    frame: usize,
    most: usize,
) -> Vec<Part> {
    // What a record has in addition here is its type.
    let own = format!("\"type\":\"{kind}\",").len();
    let mut parts: Vec<Part> = Vec::new();
    for (record, size) in list {
        let size = size + own;
        match parts.last_mut() {
            Some(part) if part.bytes + 1 + size <= most => {
                part.bytes += 1 + size;
                part.records.push(*record);
            }
            _ => parts.push(Part { kind: name, number: None, records: vec![*record], bytes: frame + size }),
        }
    }
    if parts.len() > 1 {
        for (part, number) in parts.iter_mut().zip(1..) {
            part.number = Some(number);
        }
    }
    parts
}
