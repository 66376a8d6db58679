//! Items that stand in a folder where they do not belong.

use crate::diag::{Diagnostic, code};
use crate::outline::OutlineId;
use crate::parse::ItemDocument;

pub(super) fn no_area(item: &ItemDocument) -> Diagnostic {
    Diagnostic::new(code::UNKNOWN_AREA, item.record.span, format!("the folder {} has no area.md", item.folder))
        .help("put an area.md with `number` and `title` into the folder")
}

/// Says that an item stands in the folder of an area that it does not belong to.
pub(super) fn wrong_folder(item: &ItemDocument, area: &OutlineId) -> Diagnostic {
    let message = format!("item {} is in the folder of area {}", item.id.as_str(), area.as_str());
    Diagnostic::new(code::FILE_NAME, item.record.span, message).help(format!(
        "move the file to the folder of area {}, or correct the number in its name",
        item.id.area()
    ))
}
