//! The way in for a plan that is written down elsewhere: a text with an outline, or a table, becomes the files of a book.
//!
//! Nothing is guessed without a report. Each decision is one of [`Decisions`], the [`Coverage`] says where every line went, and
//! what a person should look at is a remark.

mod boilerplate;
mod candidates;
mod coverage;
mod decisions;
mod document;
mod encoding;
mod file_names;
mod files;
mod front_matter;
mod html;
mod ids;
mod kinds;
mod levels;
mod lines;
mod marker;
mod node;
mod numeral;
mod office;
mod outcome;
mod plausible;
mod record;
mod report;
mod roles;
mod sequence;
mod sheets;
mod source;
mod style;
mod style_name;
mod table;
mod text;
mod titles;
mod walk;
mod when;
mod wrapping;
mod yaml;

pub use boilerplate::Boilerplate;
pub use coverage::{Coverage, Disposition, Share};
pub use decisions::{Bullets, Decisions, Level, Restart, Roman, Wrap};
pub use files::files;
pub use lines::SourceLine;
pub use outcome::Import;
pub use record::{DeclaredField, ImportedRecord, ImportedUpdate};
pub use report::{report, tree};
pub use source::{Source, open};
pub use style::{Mark, NumberStyle};

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
    let mut found = match format {
        SourceFormat::Text => text::read(text, decisions),
        SourceFormat::Table => table::read(text, decisions),
    }?;
    if text.len() > files::LARGEST_RECORD {
        found.remarks.push(
            "the text is too long for a source record, so the book does not contain it: keep the file"
                .to_owned(),
        );
    }
    Ok(found)
}
