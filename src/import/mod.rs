//! The way in for a plan that is written down elsewhere: a text with an outline, or a table, becomes the files of a book.
//!
//! Nothing is guessed without a report. Each decision is one of [`Decisions`], the [`Coverage`] says where every line went, and
//! what a person should look at is a remark.

mod assemble;
mod bare_headings;
mod boilerplate;
mod broken_words;
mod candidates;
mod code_parents;
mod coverage;
mod decisions;
mod detect;
mod document;
mod doubts;
mod encoding;
mod file_names;
mod files;
mod front_matter;
mod html;
mod ids;
mod kinds;
mod language;
mod layout;
mod level_words;
mod levels;
mod lines;
mod marker;
mod node;
mod numbering;
mod numeral;
mod office;
mod outcome;
mod outline_file;
mod plausible;
mod preface;
mod printed_columns;
mod printed_tables;
mod record;
mod report;
mod roles;
mod sequence;
mod sheets;
mod source;
mod spaces;
mod style;
mod style_name;
mod table;
mod tables;
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
pub use encoding::decode;
pub use files::files;
pub use lines::SourceLine;
pub use outcome::Import;
pub use outline_file::OutlineProblem;
pub use record::{DeclaredField, ImportedRecord, ImportedUpdate};
pub use report::{REPORT_BEGINS, report, tree};
pub use source::{Source, open};
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
