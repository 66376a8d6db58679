//! Which kind of file some bytes are. Those that planbook does not read are refused by their names, never read as text.

use super::encoding::decode;
use super::markup;
use super::office::Package;

/// A kind of file that planbook reads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text, plain or Markdown.
    Text(String),
    /// A web page.
    Html(String),
    /// A document of Word.
    Word,
    /// A file of Excel.
    Excel,
    /// A spreadsheet of LibreOffice and others.
    OpenDocumentSheet,
}

/// Files by how they begin, and what to do with them.
const REFUSED: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF: save it as text with `pdftotext -layout plan.pdf plan.txt`, and import plan.txt"),
    (b"{\\rtf", "an RTF document: open it in a word processor and save it as Word (.docx)"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"\x1f\x8b", "a compressed file (gzip): unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (7z): unpack it first"),
    (b"Rar!", "a compressed file (RAR): unpack it first"),
    (b"SQLite format 3", "a database: export its table as CSV"),
];
const NO_TEXT: &str = "it is no text: planbook reads text, Markdown, HTML, CSV, Word (.docx), Excel (.xlsx) and OpenDocument (.ods)";
const PICTURE: &str = "a picture: use a program that recognises text (OCR), and save the text as .txt";

/// Parts by which an office file is known, and what to do with it.
const OFFICE: &[(&str, &str)] = &[
    ("xl/vbaProject.bin", "an Excel file with macros (.xlsm): save it as a workbook without macros (.xlsx)"),
    ("xl/workbook.bin", "a binary Excel file (.xlsb): save it as a workbook (.xlsx)"),
    (
        "word/vbaProject.bin",
        "a Word document with macros (.docm): save it as a document without macros (.docx)",
    ),
    ("ppt/presentation.xml", "a presentation (.pptx): save its text as .txt or as a Word document (.docx)"),
    (
        "Index/Document.iwa",
        "a document of Pages, Numbers or Keynote: export it as Word (.docx), Excel (.xlsx) or CSV",
    ),
    ("META-INF/container.xml", "an e-book (.epub): save it as a web page (.html) or as text"),
];

/// The kind of a file.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, String> {
    if let Some((_, what)) = REFUSED.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        return Err(format!("it is {what}"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(format!("it is {}", compound(bytes)));
    }
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if !is_wide && bytes.contains(&0) {
        return Err(NO_TEXT.to_owned());
    }
    let text = decode(bytes)?;
    if text.contains('\0') {
        return Err(NO_TEXT.to_owned());
    }
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(1_000)
        .collect::<String>()
        .to_lowercase();
    match () {
        () if is_html(&start) => Ok(Kind::Html(text)),
        () if start.starts_with("<?xml") => {
            Err("it is an XML file: save it as a web page (.html), as text or as CSV".to_owned())
        }
        () if start.starts_with('{') && text.trim_end().ends_with('}') => {
            Err("it is a JSON file: save it as a table (.csv), one row for each item".to_owned())
        }
        () if let Some(what) = markup::of(&text) => Err(format!("it is {what}")),
        () => Ok(Kind::Text(text)),
    }
}

/// Whether a text begins as a web page does, after comments and what XHTML has before it.
fn is_html(start: &str) -> bool {
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        let skipped = if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<?xml") {
            rest.split_once("?>")
        } else {
            None
        };
        match skipped {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| rest.starts_with(tag))
}

fn archive(bytes: &[u8]) -> Result<Kind, String> {
    let mut package = Package::open(bytes)?;
    if let Some((_, what)) = OFFICE.iter().find(|(part, _)| package.has(part)) {
        return Err(format!("it is {what}"));
    }
    if let Some(what) = macro_format(&mut package) {
        return Err(format!("it is {what}"));
    }
    if package.has("word/document.xml") {
        return Ok(Kind::Word);
    }
    if package.has("xl/workbook.xml") {
        return Ok(Kind::Excel);
    }
    let kind = package.text("mimetype").ok().flatten().unwrap_or_default();
    match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
        Some(what) if what.starts_with("spreadsheet") => Ok(Kind::OpenDocumentSheet),
        Some(what) if what.starts_with("text") => {
            Err("it is an OpenDocument text (.odt): save it as Word (.docx)".to_owned())
        }
        Some(_) => Err("it is an OpenDocument file that is no spreadsheet: save its text as .txt".to_owned()),
        None if package.has_below("word/") || package.has_below("xl/") => {
            Err("it is a damaged office file: open it in its program and save it again".to_owned())
        }
        None => Err("it is an archive (.zip): unpack it, and import a file from it".to_owned()),
    }
}

/// A file of a format for macros is refused also when it has none, or has the name of another format: programs go by what it
/// says of itself.
fn macro_format(package: &mut Package<'_>) -> Option<&'static str> {
    let types = package.text("[Content_Types].xml").ok().flatten()?;
    let is_for_macros = types.to_ascii_lowercase().contains("macroenabled");
    let part = match package.has_below("word/") {
        true => "word/vbaProject.bin",
        false => "xl/vbaProject.bin",
    };
    let (_, what) = OFFICE.iter().find(|(known, _)| *known == part)?;
    is_for_macros.then_some(what)
}

/// What an old office file is. Its parts have names in UTF-16.
fn compound(bytes: &[u8]) -> &'static str {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    match () {
        () if names("EncryptedPackage") => "protected by a password: save it without one",
        () if names("WordDocument") => "an old Word document (.doc): save it as .docx",
        () if names("Workbook") || names("Book") => "an old Excel file (.xls): save it as .xlsx",
        () => "an old office document: save it as Word (.docx), Excel (.xlsx) or text",
    }
}
