//! Files that records show or lead to, in folders named `files`: pictures, PDFs, and the figures of indicators.

use imagesize::{Compression, ImageType};

use std::sync::Arc;

use super::figures::{self, Figure};
use super::whole_picture::is_whole;
use crate::date::FiscalYear;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::{Content, Tree};

/// The folder that holds them, anywhere below `content/`.
const FOLDER: &str = "files";
/// How a PDF begins.
const PDF: &[u8] = b"%PDF-";

/// A file that texts can refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentDocument {
    /// The file.
    pub file: FileId,
    /// Its path from the book's root.
    pub path: String,
    /// Its address from the site's root: `files/areas/01-trade/map.png`.
    pub address: String,
    /// Width and height in pixels, if it is a picture.
    pub size: Option<(usize, usize)>,
    /// The rows of a table of figures, in order of time.
    pub figures: Option<Arc<[Figure]>>,
}

/// The endings of names that are published, and what the file must be.
const TYPES: &[(&str, Type)] = &[
    ("png", Type::Picture(ImageType::Png)),
    ("jpg", Type::Picture(ImageType::Jpeg)),
    ("jpeg", Type::Picture(ImageType::Jpeg)),
    ("gif", Type::Picture(ImageType::Gif)),
    ("webp", Type::Picture(ImageType::Webp)),
    ("avif", Type::Picture(ImageType::Heif(Compression::Av1))),
    ("pdf", Type::Pdf),
    ("csv", Type::Figures),
];

#[derive(Debug, Clone, Copy)]
enum Type {
    Picture(ImageType),
    Pdf,
    Figures,
}

/// What the name of a file ends in, behind its last full stop; nothing in a name such as `CNAME` or `.nojekyll`.
pub(super) fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').filter(|(name, _)| !name.is_empty()).map_or("", |(_, ending)| ending)
}

/// Whether a file is a picture, by its name.
pub(super) fn is_picture(path: &str) -> bool {
    matches!(of_name(path), Some(Type::Picture(_)))
}

/// Whether a file is a picture or a PDF, as its name says.
pub(super) fn is_of_its_type(path: &str, bytes: &[u8]) -> bool {
    match of_name(path) {
        Some(Type::Pdf) => bytes.starts_with(PDF),
        Some(Type::Picture(kind)) => size(bytes, kind).is_some(),
        Some(Type::Figures) | None => false,
    }
}

fn of_name(path: &str) -> Option<Type> {
    let ending = ending(path);
    TYPES.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

/// Whether a path below `content/` leads into a folder of attachments.
pub(super) fn is_attachment(path: &str) -> bool {
    path.split('/').rev().skip(1).any(|folder| folder == FOLDER)
}

/// Looks at a file: its name must be one of the types that a site publishes, and its content what the name says. A file
/// that is one thing to us and another to a browser could hold anything.
pub(super) fn read(
    tree: &Tree,
    file: FileId,
    content: &Content,
    fiscal_year: FiscalYear,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<AttachmentDocument> {
    if *content == Content::Refused {
        return None;
    }
    let path = tree.path(file);
    let refuse = |message: String, help: &str| {
        Diagnostic::new(code::UNSAFE_FILE, Span::new(file, 0..0), message).help(help)
    };
    let Some(kind) = of_name(path) else {
        let help = help(ending(path));
        diagnostics.push(refuse(format!("{path} is of a type that a site must not publish"), help));
        return None;
    };
    let bytes = content.bytes();
    let size = match kind {
        Type::Pdf => bytes.starts_with(PDF).then_some(None),
        Type::Picture(kind) => size(bytes, kind).map(Some),
        Type::Figures => Some(None),
    };
    let Some(size) = size else {
        let message = format!("the content of {path} is not of the type that its name says");
        diagnostics.push(refuse(message, "save it again in that format with the program that created it"));
        return None;
    };
    let Some(address) = address(path) else {
        let problem = Diagnostic::new(
            code::BAD_ID,
            Span::new(file, 0..0),
            format!("the path {path} cannot be part of a URL"),
        );
        diagnostics
            .push(problem.help(
                "name files and their folders in lower case: letters a to z, digits, `-`, `_` and `.`",
            ));
        return None;
    };
    let figures = match (kind, tree.text(file)) {
        (Type::Figures, Some(text)) => Some(ordered(figures::read(file, text, fiscal_year, diagnostics))),
        _ => None,
    };
    Some(AttachmentDocument { file, path: path.to_owned(), address, size, figures })
}

/// Figures in order of time.
fn ordered(mut figures: Vec<Figure>) -> Arc<[Figure]> {
    figures.sort_by_key(|figure| (figure.period.latest, figure.period.earliest));
    figures.into()
}

fn help(ending: &str) -> &'static str {
    match ending.to_ascii_lowercase().as_str() {
        "svg" => "an SVG can contain a program: save the picture as PNG",
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "pdf" | "csv" => {
            "write the file extension in lower case"
        }
        "doc" | "docx" | "odt" | "xls" | "xlsx" | "ods" | "ppt" | "pptx" => {
            "save the document as PDF, or keep it elsewhere and link to it"
        }
        _ => {
            "the types are png, jpg, jpeg, gif, webp, avif, pdf and csv; keep other files elsewhere and link to them"
        }
    }
}

/// Width and height of a picture of that kind.
fn size(bytes: &[u8], kind: ImageType) -> Option<(usize, usize)> {
    if imagesize::image_type(bytes).ok()? != kind || !is_whole(bytes, kind) {
        return None;
    }
    let size = imagesize::blob_size(bytes).ok()?;
    (size.width > 0 && size.height > 0).then_some((size.width, size.height))
}

/// The path below `content/`, without the folder `files`, which is the first step of all of them.
fn address(path: &str) -> Option<String> {
    let inner = path.strip_prefix("content/")?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let step = |step: &str| !step.is_empty() && !step.starts_with('.') && step.chars().all(plain);
    let steps: Vec<&str> = inner.split('/').collect();
    if !steps.iter().all(|name| step(name)) {
        return None;
    }
    let folder = steps.iter().rposition(|step| *step == FOLDER)?;
    let rest = steps.iter().enumerate().filter(|(at, _)| *at != folder).map(|(_, step)| *step);
    Some(std::iter::once(FOLDER).chain(rest).collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::{address, is_attachment};

    #[test]
    fn files_have_addresses_of_their_own() {
        assert!(is_attachment("areas/01-trade/files/map.png") && is_attachment("files/old/map.png"));
        assert!(!is_attachment("areas/files") && !is_attachment("areas/01-trade/map.png"));
        for (path, found) in [
            ("content/files/map.png", Some("files/map.png")),
            ("content/areas/01-trade/files/map.png", Some("files/areas/01-trade/map.png")),
            ("content/pages/files/2010/map.png", Some("files/pages/2010/map.png")),
            ("content/files/Map 1.png", None),
            ("content/files/地図.png", None),
        ] {
            assert_eq!(address(path).as_deref(), found, "{path}");
        }
    }
}
