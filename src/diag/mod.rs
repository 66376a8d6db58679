//! Diagnostics: mistakes in content, config and themes as values with a place in the source.
//!
//! Writing one with a good hint must be less work than writing a bare one:
//!
//! ```
//! use planbook::diag::{code, Diagnostic, FileId, Span};
//! let span = Span::new(FileId(0), 12..20);
//! let problem = Diagnostic::new(code::UNKNOWN_AGENCY, span, "there is no agency `jp-mofo`")
//!     .suggest("jp-mofa")
//!     .help("agencies are the files in content/agencies/");
//! assert_eq!(problem.code.name, "unknown-agency");
//! ```

mod baseline;
pub mod code;
pub mod explain;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod place;
mod report;
mod sarif;
mod suggestion;
mod window;

pub use baseline::{Baseline, Compared};
pub use code::Code;
pub use fingerprint::fingerprint;
pub use human::{Style, printable, render, summary};
pub use json::schema as problem_schema;
pub use place::{Place, Places, WAS};
pub use report::{FORMATS, Format, Report, format};
pub use suggestion::{Guess, as_written, closest, guess};

use std::ops::Range;

/// A file of the [`Tree`](crate::source::Tree), by its position in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `range` bytes; no text file may be as long as four thousand million bytes, so they fit.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: narrow(range.start), end: narrow(range.end) }
    }

    /// The byte range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How much a problem weighs: errors stop a build, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site would be wrong: nothing is written.
    Error,
    /// Worth a look.
    Warning,
    /// Not told, unless `book.toml` asks for it.
    Off,
}

impl Severity {
    /// The word for it, as written in `book.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Off => "off",
        }
    }
}

/// A second place that explains the first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there, a few words.
    pub text: String,
}

/// One problem: a sentence that stands alone, its place, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// How much it weighs in this book.
    pub severity: Severity,
    /// The sentence, without a full stop.
    pub message: String,
    /// Where; `None` for what has no place in a file, such as a missing file.
    pub span: Option<Span>,
    /// A few words at the place itself.
    pub note: Option<String>,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// What to write instead of the text at `span`.
    pub suggestion: Option<String>,
    /// Whether nothing else comes into question, so that `planbook fix` may write it.
    pub certain: bool,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::placeless(code, message) }
    }

    /// A problem that has no place in a file.
    pub fn placeless(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            span: None,
            note: None,
            labels: Vec::new(),
            suggestion: None,
            certain: false,
            help: None,
        }
    }

    /// How to mend it: a sentence for someone who has never heard of Rust.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// A few words at the place itself.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = Some(text.into());
        self
    }

    /// Another place that explains it.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// "Did you mean": the text to write at the place instead.
    pub fn suggest(mut self, replacement: impl Into<String>) -> Self {
        self.suggestion = Some(replacement.into());
        self
    }

    /// What has to be written at the place instead, beyond doubt: `planbook fix` may write it.
    pub fn mend(self, replacement: impl Into<String>) -> Self {
        Self { certain: true, ..self.suggest(replacement) }
    }

    /// [`suggest`](Self::suggest) when there is something close enough to suggest.
    pub fn suggest_from<'a>(self, written: &str, choices: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggest_guess(guess(written, choices))
    }

    /// The same with a guess that was made elsewhere.
    pub fn suggest_guess(self, guess: Option<Guess<'_>>) -> Self {
        match guess {
            Some(Guess { word, certain }) => Self { certain, ..self.suggest(word) },
            None => self,
        }
    }

    /// Sorts by file, place, code and message, and drops exact repetitions: the order every output keeps.
    pub fn sort(diagnostics: &mut Vec<Self>) {
        diagnostics.sort_by(|a, b| {
            (a.span.is_none(), a.span, a.code.name, &a.message).cmp(&(
                b.span.is_none(),
                b.span,
                b.code.name,
                &b.message,
            ))
        });
        diagnostics.dedup();
    }

    /// Whether any of them is an error.
    pub fn any_error(diagnostics: &[Self]) -> bool {
        diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// The value at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value at the same place.
    pub fn with<U>(&self, value: U) -> Spanned<U> {
        Spanned { value, span: self.span }
    }
}
