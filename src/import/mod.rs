//! The way in for a plan that is written down elsewhere: a text with an outline, or a table, becomes the files of a book.
//!
//! Nothing is guessed without a report. Each decision is one of [`Decisions`], the [`Coverage`] says where every line went, and
//! what a person should look at is a remark.

mod assemble;
mod bare_headings;
mod bare_tables;
mod bars;
mod boilerplate;
mod broken_words;
mod bullet_levels;
mod candidates;
mod cell_comments;
mod cells;
mod code_series;
mod comments;
mod coverage;
mod date_words;
mod decisions;
mod detect;
mod document;
mod doubts;
mod encoding;
mod file_names;
mod files;
mod front_matter;
mod grown_codes;
mod html;
mod ids;
mod kinds;
mod language;
mod layout;
mod left_out;
mod level_names;
mod level_words;
mod levels;
mod lines;
mod marker;
mod markup;
mod node;
mod notes;
mod numbering;
mod numeral;
mod office;
mod outcome;
mod outline_file;
mod pasted_bullets;
mod periods;
mod plausible;
mod preface;
mod printed_columns;
mod printed_tables;
mod raised;
mod record;
mod report;
mod roles;
mod running_numbers;
mod sequence;
mod sheets;
mod source;
mod spaces;
mod struck;
mod style;
mod style_name;
mod table;
mod table_map;
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
pub use cell_comments::{CellComment, cell_comments};
pub use cells::{SheetCells, sheet_cells};
pub use coverage::{Coverage, Disposition, Share};
pub use decisions::{Bullets, Decisions, Level, Restart, Roman, Wrap};
pub use encoding::decode;
pub use files::{BookNames, area_folder, file_name, files, record_text, update_keys};
pub use lines::SourceLine;
pub use outcome::Import;
pub use outline_file::OutlineProblem;
pub use record::{DeclaredField, ImportedRecord, ImportedUpdate};
pub use report::{REPORT_BEGINS, report, tree};
pub use source::{Source, open};
pub use style::{Mark, NumberStyle};
pub use table_map::{ColumnUse, MapProblem, MappedColumn, TableFacts, TableMap, WordMeaning};
pub use text::ObeyError;
pub use when::{cell as date_in_cell, deadline as deadline_in_cell};
pub use yaml::{paragraphs as escaped, quoted};

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

/// Reads a mapping file, which says what the columns of a table are.
///
/// # Errors
/// Its mistakes, each with its place.
pub fn read_map(text: &str) -> Result<TableMap, Vec<MapProblem>> {
    table::read_map(text)
}

/// The mapping file of the table that was imported; none for a text.
pub fn map(found: &Import, decisions: &Decisions) -> Option<String> {
    let facts = found.table.as_ref()?;
    let language = decisions.lang.as_deref().or_else(|| language::of(found)).unwrap_or("en");
    Some(table::written_map(facts, language, decisions.status_date.as_deref()))
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
