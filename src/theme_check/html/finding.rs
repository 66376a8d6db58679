//! Something that is wrong on a page.

use crate::diag::Code;

/// Something that is wrong on a page. Its sentence is the same on every page that has it, so that it can be reported once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The kind of problem.
    pub code: Code,
    /// The line of the page, from 1.
    pub line: usize,
    /// The sentence.
    pub message: String,
    /// How to fix it.
    pub help: String,
}

impl Finding {
    pub(super) fn new(code: Code, line: usize, message: impl Into<String>) -> Self {
        Self { code, line, message: message.into(), help: String::new() }
    }

    pub(super) fn help(self, text: impl Into<String>) -> Self {
        Self { help: text.into(), ..self }
    }
}
