//! A comparison as JSON: what `planbook diff --format json` writes.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::Review;
use super::changes::{Changes, EditionChanges, SCHEMA_VERSION};
use crate::date::Day;
use crate::diag::{Diagnostic, Severity, Span};
use crate::source::Tree;

/// A comparison of two states of a book.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ComparisonReport {
    /// The version of this format.
    pub schema_version: u32,
    /// The name of the older state.
    pub before: String,
    /// The name of the newer state.
    pub after: String,
    /// The as-of date for statuses and overdue dates.
    pub as_of: String,
    /// The number of errors in the older state: records that cannot be read there count as new.
    pub errors_before: usize,
    /// The number of errors in the newer state: records that cannot be read there are left out. `planbook check` lists them.
    pub errors_after: usize,
    /// The edition that was compared; `null` for the plan at the root and all editions.
    pub edition: Option<String>,
    /// The changes.
    pub changes: Changes,
    /// The changes of the editions, of those in which something changed.
    pub editions: Vec<EditionChanges>,
    /// The problems that the merge checks found.
    pub stopped: Vec<Stop>,
}

/// What was compared: what the two states are called, and how many errors each has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The older state in words.
    pub before: String,
    /// The newer one.
    pub after: String,
    /// Errors of the older one.
    pub errors_before: usize,
    /// Errors of the newer one.
    pub errors_after: usize,
}

/// A problem that a merge check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stop {
    /// The code of the merge check, which `planbook explain` explains.
    pub code: &'static str,
    /// `error` stops the change; `warning` was allowed.
    pub severity: &'static str,
    /// The problem, in a sentence without a full stop.
    pub message: String,
    /// The path of the file; with `was:` before it when the file is in the older state.
    pub path: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    pub column: Option<usize>,
    /// How to fix it.
    pub help: Option<String>,
}

impl ComparisonReport {
    /// What cannot be reported because a state has errors, each in a sentence.
    pub(super) fn gaps(&self) -> Vec<String> {
        let errors = |count: usize| format!("{count} {}", if count == 1 { "error" } else { "errors" });
        let before = (self.errors_before > 0).then(|| {
            format!(
                "The older state has {}: records that cannot be read there count as new.",
                errors(self.errors_before)
            )
        });
        let after = (self.errors_after > 0).then(|| {
            format!(
                "The newer state has {}: `planbook check` lists them. Records that cannot be read there are left out.",
                errors(self.errors_after)
            )
        });
        before.into_iter().chain(after).collect()
    }

    /// What a comparison comes to.
    pub fn new(review: Review, compared: Compared, as_of: Day) -> Self {
        let shown = review.stopped.iter().filter(|problem| problem.severity != Severity::Off);
        let stopped = shown.map(|problem| stop(problem, &review.tree)).collect();
        let schema_version = SCHEMA_VERSION;
        Self {
            schema_version,
            before: compared.before,
            after: compared.after,
            as_of: as_of.to_string(),
            errors_before: compared.errors_before,
            errors_after: compared.errors_after,
            edition: review.edition,
            changes: review.changes,
            editions: review.editions,
            stopped,
        }
    }
}

fn stop(problem: &Diagnostic, tree: &Tree) -> Stop {
    let place = problem.span.map(|span| place(span, tree));
    Stop {
        code: problem.code.name,
        severity: if problem.severity == Severity::Error { "error" } else { "warning" },
        message: problem.message.clone(),
        path: problem.span.map(|span| tree.path(span.file).to_owned()),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        help: problem.help.clone(),
    }
}

fn place(span: Span, tree: &Tree) -> (usize, usize) {
    let text = tree.text(span.file).unwrap_or_default();
    let before = &text[..text.floor_char_boundary(span.range().start)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The JSON Schema of a report.
pub fn schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<ComparisonReport>();
    RecursiveTransform(on_one_line).transform(&mut schema);
    schema.insert("title".to_owned(), "A comparison of two states of an action plan".into());
    schema
}

/// Comments in the code have lines; texts in the schema have none.
fn on_one_line(schema: &mut Schema) {
    if let Some(serde_json::Value::String(text)) = schema.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}
