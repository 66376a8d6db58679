//! What an import comes to.

use super::record::DeclaredField;
use super::table_map::TableFacts;
use super::{Coverage, ImportedRecord};

/// What was found in a source.
#[derive(Debug, Clone)]
pub struct Import {
    /// The title of the plan, if the source has one.
    pub title: String,
    /// What stands before the first record.
    pub preamble: Vec<String>,
    /// The records, each after the one that it is below.
    pub records: Vec<ImportedRecord>,
    /// The fields that the book declares for them.
    pub fields: Vec<DeclaredField>,
    /// Which column of a table is which key, as `--column` takes it.
    pub mapping: Vec<(String, String)>,
    /// What its columns and the words of its statuses are; none for a text.
    pub table: Option<TableFacts>,
    /// Where each line went.
    pub coverage: Coverage,
    /// What was decided, with the flag that changes it.
    pub decided: Vec<String>,
    /// What a person should look at.
    pub remarks: Vec<String>,
    /// Whether the source writes numbers as `1.1`.
    pub dotted: bool,
    /// Whether it is a table.
    pub is_table: bool,
}
