//! What a format writes: the problems with what can be said of each.

use super::place::{Place, Places, WAS};
use crate::diag::{Diagnostic, Severity, Span, as_written, question, replacement};
use crate::source::{SETTINGS, Tree};

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct ProblemReport<'a> {
    /// The problems in their order. Those switched off are left out.
    pub problems: &'a [Diagnostic],
    /// The files that they are about.
    pub tree: &'a Tree,
    /// What stands before the paths where the reader begins in another folder than the book's: empty, or with a `/` at
    /// its end. People see the paths as they stand in the book.
    pub prefix: &'a str,
}

/// Another place, and what is to be seen there.
pub(super) struct RelatedPlace<'a> {
    /// The path of the file.
    pub(super) path: String,
    /// Whether it is the file as it was in an older state.
    pub(super) older: bool,
    pub(super) place: Place,
    pub(super) text: &'a str,
}

impl<'a> ProblemReport<'a> {
    /// The problems with their places, as far as they have one in the files of today.
    pub(super) fn shown(self) -> impl Iterator<Item = (&'a Diagnostic, Option<Place>)> {
        let mut places = Places::default();
        let shown = self.problems.iter().filter(|problem| problem.severity != Severity::Off);
        shown.map(move |problem| {
            let span = problem.span.filter(|span| self.old_path(*span).is_none());
            (problem, span.map(|span| places.of(span, self.tree)))
        })
    }

    /// The path of the file that a problem is in, when that file is there: one of an older state has no lines to point at.
    pub(super) fn path(&self, problem: &Diagnostic) -> Option<String> {
        let path = self.tree.path(problem.span?.file);
        (!path.starts_with(WAS)).then(|| format!("{}{path}", self.prefix))
    }

    /// The path of a file that is no longer there or was otherwise, as the repository had it.
    pub(super) fn old_path(&self, span: Span) -> Option<String> {
        let path = self.tree.path(span.file).strip_prefix(WAS)?;
        Some(format!("{}{path}", self.prefix))
    }

    /// What to write at the place of a problem, in the quotation marks that stand there.
    pub fn suggestion(&self, problem: &Diagnostic) -> Option<String> {
        let text = problem.suggestion.as_deref()?;
        let written = problem.span.and_then(|span| self.tree.text(span.file)?.get(span.range()));
        Some(as_written(written.unwrap_or(""), text))
    }

    /// The same letter by letter, with the line breaks of its file: what a program puts there.
    pub fn replacement(&self, problem: &Diagnostic) -> Option<String> {
        let span = problem.span?;
        replacement(self.tree.text(span.file)?, span.range(), problem.suggestion.as_deref()?)
    }

    /// The other places that explain a problem, with what is to be seen there. A problem that is itself in a file of an
    /// older state has its place here.
    pub(super) fn related(&self, problem: &'a Diagnostic, places: &mut Places) -> Vec<RelatedPlace<'a>> {
        let gone = problem.span.filter(|span| self.old_path(*span).is_some());
        let gone = gone.map(|span| (span, "the file as it was"));
        let labels = problem.labels.iter().map(|label| (label.span, label.text.as_str()));
        let related = gone.into_iter().chain(labels).map(|(span, text)| {
            let old = self.old_path(span);
            let older = old.is_some();
            let path = old.unwrap_or_else(|| format!("{}{}", self.prefix, self.tree.path(span.file)));
            RelatedPlace { path, older, place: places.of(span, self.tree), text }
        });
        related.collect()
    }

    /// The sentence with everything else that is said of a problem, a line each.
    pub fn sentences(&self, problem: &Diagnostic) -> String {
        let mut text = problem.message.clone();
        let written = problem.span.and_then(|span| self.tree.text(span.file)?.get(span.range()));
        let meant = problem.suggestion.as_deref().and_then(|meant| question(written.unwrap_or(""), meant));
        if let Some(question) = meant {
            text.push_str(&format!("\n{question}"));
        }
        if let Some(path) = problem.span.and_then(|span| self.old_path(span)) {
            text.push_str(&format!("\nit was in {path}"));
        }
        if let Some(help) = &problem.help {
            text.push_str(&format!("\nhelp: {help}"));
        }
        text
    }

    /// The same where there has to be one: what has no place is put down to the settings, which every book has.
    pub(super) fn some_path(&self, problem: &Diagnostic) -> String {
        self.path(problem).unwrap_or_else(|| format!("{}{SETTINGS}", self.prefix))
    }
}
