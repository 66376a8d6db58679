//! Where a text stands.

use std::ops::Range;

use super::internal::{RemovedRange, written};
use crate::diag::{FileId, Span};

/// Where a text stands, for diagnostics.
#[derive(Debug, Clone, Copy)]
pub enum TextPlace<'a> {
    /// The text begins at this byte of the file, and is there as it is.
    Body(FileId, usize),
    /// The same, but for what was taken out of the whole text.
    Public(FileId, usize, &'a [RemovedRange]),
    /// The text is the value of a key: its bytes are not those of the file.
    Value(Span),
}

impl TextPlace<'_> {
    pub(super) fn span(self, range: Range<usize>) -> Span {
        match self {
            Self::Body(file, base) => Span::new(file, range.start + base..range.end + base),
            Self::Public(file, base, removed) => {
                Span::new(file, base + written(range.start, removed)..base + written(range.end, removed))
            }
            Self::Value(span) => span,
        }
    }
}
