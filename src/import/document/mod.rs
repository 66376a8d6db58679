//! Word documents as lines of a text: headings with `#`, list numbers as Word computes them, tables with `|`.

mod body;
mod lines;
mod list_number;
mod lists;
mod margins;
mod styles;

use super::office::Package;
pub(super) use lines::Document;

/// Reads a document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, String> {
    let part = "word/document.xml";
    let styles = styles::Styles::read(&package.text("word/styles.xml")?.unwrap_or_default())?;
    let lists = lists::Lists::read(&package.text("word/numbering.xml")?.unwrap_or_default(), &styles)?;
    let document = package.required(part)?;
    let mut body = body::Body::new(styles, lists);
    body.read(&document)?;
    if let Some(notes) = package.text("word/footnotes.xml")? {
        body.read_notes(&notes)?;
    }
    if let Some(notes) = package.text("word/endnotes.xml")? {
        body.read_notes(&notes)?;
    }
    let mut read = body.finish()?;
    read.remarks.extend(margins::unread(package)?);
    Ok(read)
}

/// The number of an entry of a list in HTML: `type` is `1`, `a`, `A`, `i` or `I`.
pub(super) fn list_number(number: usize, html_type: &str) -> String {
    let format = match html_type {
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        _ => "decimal",
    };
    list_number::written(number, format)
}
