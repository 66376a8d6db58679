//! Codes of items: names beside their ids, in any case.

use std::collections::BTreeMap;

use super::name_map::NameMap;
use super::ordered_records::OrderedRecords;
use crate::diag::{Diagnostic, Span, code};
use crate::parse::ItemCode;
use crate::plan::{Ix, RecordIx};

/// The codes of a plan; `None` where no item has one. Of two items with one code, the first is found.
pub(super) fn of<'d>(records: &OrderedRecords<'d>) -> Option<NameMap<'d>> {
    let codes: Vec<(&str, RecordIx)> = all(records).map(|(code, ix)| (code.folded.as_str(), ix)).collect();
    (!codes.is_empty()).then(|| NameMap::new(codes))
}

fn all<'d>(records: &OrderedRecords<'d>) -> impl Iterator<Item = (&'d ItemCode, RecordIx)> {
    let items = records.items.iter().enumerate();
    items.filter_map(|(index, item)| Some((item.code.as_ref()?, RecordIx::Item(Ix::new(index)))))
}

/// Reports a code that two items have, and one that is the id of another record: nobody could say which is meant. The number
/// of an area may be a code, because many plans number their items without regard to the areas: a list of items means the
/// item, and a link the area.
pub(super) fn check(
    records: &OrderedRecords<'_>,
    known: impl Fn(&str) -> Option<RecordIx>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<&str, &ItemCode> = BTreeMap::new();
    for (code, ix) in all(records) {
        let known = known(&code.folded).filter(|other| *other != ix && !matches!(other, RecordIx::Area(_)));
        if let Some((path, span)) = known.and_then(|other| place(records, other)) {
            let message = format!("the code `{}` is the id of another record, {path}", code.text);
            let problem = Diagnostic::new(code::DUPLICATE_CODE, code.span, message);
            diagnostics.push(
                problem.label(span, "the other record").help(
                    "write another code: an id and a code that look the same must not name two records",
                ),
            );
            continue;
        }
        match first.get(code.folded.as_str()) {
            None => _ = first.insert(&code.folded, code),
            Some(other) => {
                let message = format!("the code `{}` is not unique: another item has it too", code.text);
                diagnostics.push(
                    Diagnostic::new(code::DUPLICATE_CODE, code.span, message)
                        .label(other.span, "the first one")
                        .help(
                            "each code belongs to one item, in upper or lower case: correct one of the two",
                        ),
                );
            }
        }
    }
}

/// The file of a record, and where it begins.
fn place<'d>(records: &OrderedRecords<'d>, ix: RecordIx) -> Option<(&'d str, Span)> {
    let found = records.records().find(|(other, _)| *other == ix);
    found.map(|(_, record)| (record.path.as_str(), record.span))
}
