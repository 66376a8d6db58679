//! Problems of a book as editors show them.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use lsp_types::{
    CodeDescription, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Uri,
};

use super::book::Checked;
use super::client::Client;
use super::position::Lines;
use crate::diag::{Code, Diagnostic, FileId, Severity, Span};
use crate::report::{ProblemReport, printable};
use crate::source::{SETTINGS, Tree};

/// Turns problems into what an editor shows.
pub(super) struct Shower<'a> {
    tree: &'a Tree,
    client: &'a Client,
    uri: &'a dyn Fn(&str) -> Option<Uri>,
    lines: BTreeMap<FileId, Lines<'a>>,
}

impl<'a> Shower<'a> {
    /// `uri` is what the editor calls a file of the book.
    pub(super) fn of(checked: &'a Checked, client: &'a Client, uri: &'a dyn Fn(&str) -> Option<Uri>) -> Self {
        Self { tree: &checked.tree, client, uri, lines: BTreeMap::new() }
    }

    /// The path of the file that a problem is shown in. What has no place is put down to the settings, which every book has.
    pub(super) fn path(&self, problem: &Diagnostic) -> &'a str {
        problem.span.map_or(SETTINGS, |span| self.tree.path(span.file))
    }

    /// A problem as it is shown.
    pub(super) fn shown(&mut self, problem: &Diagnostic) -> Shown {
        let report = ProblemReport { problems: &[], tree: self.tree, prefix: "" };
        let severity = match problem.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning | Severity::Off => DiagnosticSeverity::WARNING,
        };
        Shown {
            range: problem.span.map(|span| self.range(span)).unwrap_or_default(),
            severity: Some(severity),
            code: Some(NumberOrString::String(problem.code.name.to_owned())),
            code_description: self.page(problem.code),
            source: Some("planbook".to_owned()),
            message: printable(&report.sentences(problem)).into_owned(),
            related_information: self
                .client
                .has_related
                .then(|| self.related(problem))
                .filter(|all| !all.is_empty()),
            ..Shown::default()
        }
    }

    /// The place of a span in its file.
    pub(super) fn range(&mut self, span: Span) -> lsp_types::Range {
        let (tree, encoding) = (self.tree, self.client.encoding);
        let lines = self
            .lines
            .entry(span.file)
            .or_insert_with(|| Lines::of(tree.text(span.file).unwrap_or_default(), encoding));
        lines.range(&span.range())
    }

    fn related(&mut self, problem: &Diagnostic) -> Vec<DiagnosticRelatedInformation> {
        let place = |shower: &mut Self, span: Span| {
            Some(Location { uri: (shower.uri)(shower.tree.path(span.file))?, range: shower.range(span) })
        };
        let note = problem.span.zip(problem.note.as_deref());
        let labels = problem.labels.iter().map(|label| (label.span, label.text.as_str()));
        let all = note.into_iter().chain(labels).filter_map(|(span, text)| {
            let message = printable(text).into_owned();
            Some(DiagnosticRelatedInformation { location: place(self, span)?, message })
        });
        all.collect()
    }

    fn page(&self, code: Code) -> Option<CodeDescription> {
        let address = format!("{}{}.md", self.client.checks.as_deref()?, code.name);
        Some(CodeDescription { href: Uri::from_str(&address).ok()? })
    }
}
