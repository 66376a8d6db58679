//! Items that stand in a folder where they do not belong.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, code};
use crate::outline::OutlineId;
use crate::parse::{AreaDocument, ItemDocument};

/// Puts areas that are in areas after the one that they are in, and items in the order of their areas.
pub(super) fn sort(areas: &mut [&Arc<AreaDocument>], items: &mut [&Arc<ItemDocument>]) {
    let numbers: BTreeMap<&str, &OutlineId> =
        areas.iter().map(|area| (area.folder.as_str(), &area.number.value)).collect();
    // The numbers on the way to an area, the outermost first.
    let way = |folder: &str| -> Vec<&OutlineId> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        ends.filter_map(|end| numbers.get(&folder[..end]).copied()).collect()
    };
    areas.sort_by_cached_key(|area| way(&area.folder));
    let places: BTreeMap<&str, usize> =
        areas.iter().enumerate().map(|(place, area)| (area.folder.as_str(), place)).collect();
    items.sort_by_cached_key(|item| (places.get(item.folder.as_str()).copied(), &item.id));
}

/// An area that lies in a folder which is no area.
pub(super) fn no_area_around(area: &AreaDocument, folder: &str) -> Diagnostic {
    let message = format!("the folder {folder} has no area.md, so the area in it is in no other");
    Diagnostic::new(code::UNKNOWN_AREA, area.number.span, message)
        .help("put an area.md with `number` and `title` into that folder, or move this one up")
}

/// A part that lies in another area than the item that it is a part of.
pub(super) fn part_elsewhere(part: &ItemDocument, item: &ItemDocument) -> Diagnostic {
    let message =
        format!("{} is a part of item {}, but lies in another folder", part.called(), item.called());
    Diagnostic::new(code::FILE_NAME, part.record.span, message)
        .help(format!("move the file to content/areas/{}/, or correct its number", item.folder))
}

pub(super) fn no_area(item: &ItemDocument) -> Diagnostic {
    Diagnostic::new(
        code::UNKNOWN_AREA,
        item.record.span,
        format!("the folder {} has no area.md", item.folder),
    )
    .help("put an area.md with `number` and `title` into the folder")
}

/// The same, where the area is known that it belongs to.
pub(super) fn folder_of_another(
    item: &ItemDocument,
    area: &AreaDocument,
    other: &AreaDocument,
) -> Diagnostic {
    let message = format!("item {} is in the folder of area {}", item.called(), area.number.value.as_str());
    Diagnostic::new(code::FILE_NAME, item.record.span, message).help(format!(
        "move the file to content/areas/{}/, the folder of area {}, or correct the number in its name",
        other.folder,
        other.number.value.as_str()
    ))
}

/// An area whose number is none of those that its items begin with.
pub(super) fn wrong_area_number(area: &AreaDocument, of_items: &OutlineId) -> Diagnostic {
    let (own, theirs) = (area.number.value.as_str(), of_items.as_str());
    let message = format!("the area has the number {own}, but the numbers of its items begin with {theirs}");
    Diagnostic::new(code::FILE_NAME, area.number.span, message)
        .help(format!("correct the number to {theirs}, or the numbers in the names of the items"))
}

/// Says that an item stands in the folder of an area that it does not belong to.
pub(super) fn wrong_folder(item: &ItemDocument, area: &OutlineId) -> Diagnostic {
    let message = format!("item {} is in the folder of area {}", item.called(), area.as_str());
    Diagnostic::new(code::FILE_NAME, item.record.span, message).help(format!(
        "move the file to the folder of area {}, or correct the number in its name",
        item.id.area()
    ))
}
