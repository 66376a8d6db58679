//! The way in for a plan that is written down elsewhere: a text with an outline, or a table, becomes the files of a book.
//!
//! Nothing is guessed without a report. Each decision is one of [`Decisions`], the [`Coverage`] says where every line went, and
//! what a person should look at is a remark.

mod assemble;
mod boilerplate;
mod candidates;
mod coverage;
mod decisions;
mod detect;
mod file_names;
mod files;
mod ids;
mod layout;
mod level_words;
mod levels;
mod lines;
mod marker;
mod node;
mod numbering;
mod numeral;
mod outcome;
mod outline_file;
mod plausible;
mod preface;
mod record;
mod report;
mod roles;
mod sequence;
mod style;
mod style_name;
mod table;
mod text;
mod titles;
mod verdict;
mod walk;
mod when;
mod words;
mod wrapping;
mod yaml;

pub use boilerplate::Boilerplate;
pub use coverage::{Coverage, Disposition, Share};
pub use decisions::{Bullets, Decisions, Level, Restart, Roman, Wrap};
pub use files::files;
pub use lines::SourceLine;
pub use outcome::Import;
pub use outline_file::OutlineProblem;
pub use record::ImportedRecord;
pub use report::{report, tree};
pub use style::{Mark, NumberStyle};
pub use text::ObeyError;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceFormat {
    /// Text with an outline.
    Text,
    /// A table: one record a row.
    Table,
}

/// A longer line is no line of a plan.
const LONGEST_LINE: usize = 20_000;
/// A larger source is no plan.
const LARGEST: usize = 16 * 1024 * 1024;

/// Reads the bytes of a file as text.
///
/// # Errors
/// When it is no text, as a sentence that says what to do.
pub fn decode(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > LARGEST {
        return Err(format!("it has {} bytes, more than the {LARGEST} that planbook imports", bytes.len()));
    }
    const BINARY: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF: save it as text, for example with `pdftotext -layout plan.pdf plan.txt`"),
        (b"PK\x03\x04", "a document of an office program: save it as plain text (.txt), or a table as CSV"),
        (
            b"\xd0\xcf\x11\xe0",
            "a document of an office program: save it as plain text (.txt), or a table as CSV",
        ),
        (b"{\\rtf", "an RTF document: save it as plain text (.txt)"),
    ];
    if let Some((_, what)) = BINARY.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(format!("it is {what}"));
    }
    let wide = |read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16(&units)
            .map_err(|_| "it starts like UTF-16 text but is not: save it as UTF-8".to_owned())
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            format!("line {line} is not UTF-8 text: save the file with the encoding UTF-8")
        })?,
    };
    match text.lines().position(|line| line.len() > LONGEST_LINE) {
        Some(at) => Err(format!("line {} has more than {LONGEST_LINE} bytes: break it into lines", at + 1)),
        None => Ok(text),
    }
}

/// Reads a source.
///
/// # Errors
/// When nothing in it can be a record, or a decision does not fit it.
pub fn read(text: &str, format: SourceFormat, decisions: &Decisions) -> Result<Import, String> {
    let found = match format {
        SourceFormat::Text => text::read(text, decisions),
        SourceFormat::Table => table::read(text, decisions),
    }?;
    Ok(measured(found, text))
}

/// The outline file of a text: a row for each of its lines, which a person can correct.
///
/// # Errors
/// When the text is empty, or a decision does not fit it.
pub fn outline(text: &str, decisions: &Decisions) -> Result<String, String> {
    text::outline(text, decisions)
}

/// Reads a text as an outline file says.
///
/// # Errors
/// The mistakes of the outline file, each with its place.
pub fn obey(text: &str, outline: &str, decisions: &Decisions) -> Result<Import, ObeyError> {
    text::obey(text, outline, decisions).map(|found| measured(found, text))
}

/// An outline file for a newer text, with all letters and numbers of the old one; how many rows are new, and how many rows were
/// for lines that the text no longer has.
///
/// # Errors
/// The mistakes of the outline file, each with its place.
pub fn renew(text: &str, outline: &str, decisions: &Decisions) -> Result<(String, usize, usize), ObeyError> {
    text::renew(text, outline, decisions)
}

fn measured(mut found: Import, text: &str) -> Import {
    if text.len() > files::LARGEST_RECORD {
        found.remarks.push(
            "the text is too long for a source record, so the book does not contain it: keep the file"
                .to_owned(),
        );
    }
    found
}
