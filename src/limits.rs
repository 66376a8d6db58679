//! How much a book may hold. What nobody has to trust must not be able to fill a disk, a memory or an hour; a book that
//! needs more says so below `[limits]` in `book.toml`.

/// The limits of a book. Each is reported with its number, and nothing beyond it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a text file: a record, a template, `book.toml`.
    pub file_size: usize,
    /// Bytes of any other file: a picture, a font.
    pub attachment_size: usize,
    /// Files of a book.
    pub files: usize,
    /// Bytes of a line in a record.
    pub line_length: usize,
    /// How deeply values of a front matter may nest.
    pub yaml_nesting: usize,
    /// How deeply lists and quotations may nest.
    pub markdown_nesting: usize,
    /// Columns of a table: a row is padded to them, so a small text could become a huge page.
    pub table_columns: usize,
    /// Links in one text.
    pub links: usize,
}

impl Limits {
    /// What holds where `book.toml` says nothing.
    pub const DEFAULT: Self = Self {
        file_size: 1024 * 1024,
        attachment_size: 8 * 1024 * 1024,
        files: 200_000,
        line_length: 100_000,
        yaml_nesting: 16,
        markdown_nesting: 32,
        table_columns: 64,
        links: 10_000,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
