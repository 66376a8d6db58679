//! A mistake in an outline file.

use std::fmt;

/// A mistake in an outline file, with its place and how it can be corrected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutlineProblem {
    /// The line of the outline file, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// A sentence that stands alone.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for OutlineProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}\n  help: {}", self.line, self.column, self.message, self.help)
    }
}
