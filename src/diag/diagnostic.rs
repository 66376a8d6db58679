//! One problem as a value.

use super::{Code, Guess, Severity, Span, guess};

/// A second place that explains the first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The place.
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
    /// The same without what changes by itself, such as a number of days: a problem is the same one as long as this stays.
    /// `None` where all of the sentence stays.
    pub lasting: Option<String>,
    /// Where; `None` for what has no place in a file, such as a missing file.
    pub span: Option<Span>,
    /// The path in the book of what has no place because it was not read, where others have to know which it is.
    pub path: Option<String>,
    /// A few words at the place itself.
    pub note: Option<String>,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// What to write instead of the text at `span`.
    pub suggestion: Option<String>,
    /// Whether nothing else comes into question, so that `planbook fix` may write it.
    pub certain: bool,
    /// How to fix it.
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
            lasting: None,
            span: None,
            path: None,
            note: None,
            labels: Vec::new(),
            suggestion: None,
            certain: false,
            help: None,
        }
    }

    /// The path in the book of what was not read.
    pub fn about(self, path: impl Into<String>) -> Self {
        Self { path: Some(path.into()), ..self }
    }

    /// How to fix it: a sentence for someone who has never heard of Rust.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The sentence without what changes by itself, by which the problem is known from one day to the next.
    pub fn known_as(mut self, sentence: impl Into<String>) -> Self {
        self.lasting = Some(sentence.into());
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
    pub fn fix(self, replacement: impl Into<String>) -> Self {
        Self { certain: true, ..self.suggest(replacement) }
    }

    /// [`suggest`](Self::suggest) when there is something close enough to suggest.
    pub fn suggest_from<'a>(self, written: &str, choices: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggest_guess(guess(written, choices))
    }

    /// The same with a guess that was made elsewhere.
    pub fn suggest_guess(self, guess: Option<Guess<'_>>) -> Self {
        match guess {
            Some(Guess { word, certain, .. }) => Self { certain, ..self.suggest(word) },
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

    /// Whether it is the same problem, but for what changes by itself in its sentence.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.lasting.is_some()
            && (self.code, self.span, &self.lasting) == (other.code, other.span, &other.lasting)
    }

    /// Whether any of them is an error.
    pub fn any_error(diagnostics: &[Self]) -> bool {
        diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// How a message names the pages beside the first.
pub fn and_others(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " and one other".to_owned(),
        others => format!(" and {others} others"),
    }
}
