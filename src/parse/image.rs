//! The picture of an item.

use super::record::Reading;
use super::texts::{Ref, text};
use crate::diag::{Diagnostic, code};
use crate::fields::Fields;
use crate::markdown::path_from;
use crate::vocabulary::Audience;

/// A picture, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemImage {
    /// The file, by its path from the book's folder.
    pub file: Ref,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// A line below it.
    pub caption: Option<String>,
    /// Who made it, or who has the rights.
    pub credit: Option<String>,
    /// Who may see it.
    pub audience: Audience,
}

/// What to write where there is no such picture.
pub const WHERE_PICTURES_ARE: &str =
    "put the picture into a folder `files`, and write its path from this file: `files/wells.jpg`";

/// Reads `image`.
pub(super) fn image(fields: &mut Fields<'_>, reading: &Reading<'_>) -> Option<Box<ItemImage>> {
    let mut fields = fields.map("image")?;
    let written = fields.required_text("file", "files/wells.jpg");
    let alt = fields.required_text("alt", "A well with a hand pump in a yard");
    let (caption, credit) = (text(&mut fields, "caption"), text(&mut fields, "credit"));
    let audience = fields.audience();
    let file = written.and_then(|written| {
        if written.value.contains("://") {
            let message =
                format!("`{}` is an address on the web, and a picture is a file of the book", written.value);
            let problem = Diagnostic::new(code::DANGLING_REFERENCE, written.span, message);
            fields.report(problem.help(format!("save it, {WHERE_PICTURES_ARE}")));
            return None;
        }
        let path = path_from(reading.path, &written.value);
        if path.is_none() {
            let message = format!("`{}` is outside the folder of the book", written.value);
            fields.report(
                Diagnostic::new(code::DANGLING_REFERENCE, written.span, message).help(WHERE_PICTURES_ARE),
            );
        }
        path.map(|path| written.with(path))
    });
    fields.finish();
    Some(Box::new(ItemImage { file: file?, alt: alt?.value, caption, credit, audience }))
}
