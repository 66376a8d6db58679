//! Where a text stands.

use std::ops::Range;

use super::internal::{Cut, written};
use crate::diag::{FileId, Span};

/// Where a text stands, for diagnostics.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The text begins at this byte of the file, and is there as it is.
    Body(FileId, usize),
    /// The same, but for what was taken out of the whole text.
    Cut(FileId, usize, &'a [Cut]),
    /// The text is the value of a key: its bytes are not those of the file.
    Value(Span),
}

impl Place<'_> {
    pub(super) fn span(self, range: Range<usize>) -> Span {
        match self {
            Self::Body(file, base) => Span::new(file, range.start + base..range.end + base),
            Self::Cut(file, base, cuts) => {
                Span::new(file, base + written(range.start, cuts)..base + written(range.end, cuts))
            }
            Self::Value(span) => span,
        }
    }
}
