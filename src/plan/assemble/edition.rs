//! Another edition of the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::folders::{no_area, wrong_folder};
use crate::diag::{Diagnostic, Span, code};
use crate::parse::{AreaDocument, EditionDocuments, item_of_edition};
use crate::plan::Edition;

/// Another edition: an outline of its own. Two of its records on one number, and an item in the folder of another area,
/// are reported.
pub(super) fn edition(
    documents: &EditionDocuments,
    unreadable: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Edition {
    let mut areas = documents.areas.clone();
    areas.sort_by(|a, b| a.number.value.cmp(&b.number.value));
    let mut items = documents.items.clone();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    let mut twice = |id: &str, first: Span, second: Span| {
        diagnostics.push(
            Diagnostic::new(
                code::DUPLICATE_ID,
                second,
                format!("the edition {} has the number {id} twice", documents.name),
            )
            .label(first, "the first one")
            .help("rename one of the two files"),
        );
    };
    for pair in areas.windows(2).filter(|pair| pair[0].number.value == pair[1].number.value) {
        twice(pair[0].number.value.as_str(), pair[0].number.span, pair[1].number.span);
    }
    for pair in items.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        twice(pair[0].id.as_str(), pair[0].record.span, pair[1].record.span);
    }
    let folders: BTreeMap<&str, &AreaDocument> =
        areas.iter().rev().map(|area| (area.folder.as_str(), &**area)).collect();
    for item in &items {
        match folders.get(item.folder.as_str()) {
            Some(area) if area.number.value.as_str() != item.id.area() => {
                diagnostics.push(wrong_folder(item, &area.number.value))
            }
            Some(_) => {}
            None if unreadable.contains(&item_of_edition(&documents.name, &item.folder)) => {}
            None => diagnostics.push(no_area(item)),
        }
    }
    Edition { name: documents.name.clone(), about: documents.plan.clone(), areas, items }
}
