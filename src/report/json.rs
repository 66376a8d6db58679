//! JSON Lines: an object for each problem, for programs. `docs/schemas/problem.schema.json` describes it.

use schemars::JsonSchema;
use serde::Serialize;

use super::fingerprint::fingerprint;
use super::human::printable_lines;
use super::{Place, Places, ProblemReport, printable};
use crate::diag::Severity;

/// A problem that `planbook check` found: one line of `planbook check --format json`. Later versions may add keys.
#[derive(Debug, Serialize, JsonSchema)]
struct Problem {
    /// The kind of problem. `planbook explain CODE` explains it.
    code: &'static str,
    /// The kind of problem, in a few words.
    about: &'static str,
    /// The severity: an error stops a build, a warning does not.
    severity: Weight,
    /// The problem: a sentence without a full stop.
    message: String,
    /// The place of the problem. Null when it is not in a file, for example when a file is missing.
    place: Option<Location>,
    /// A short remark on the place itself.
    note: Option<String>,
    /// Other places that explain it.
    related: Vec<Related>,
    /// A suggestion to replace the text at the place, if there is one.
    suggestion: Option<String>,
    /// How to fix it.
    help: Option<String>,
    /// A value that stays the same when the line of the problem moves: made of code, path and message.
    fingerprint: String,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Weight {
    Error,
    Warning,
}

/// A place in a file. Lines and columns count from 1; a column is a character.
#[derive(Debug, Serialize, JsonSchema)]
struct Location {
    /// The path of the file, with `/` between the parts: relative to the book's folder, or after the prefix in `--path-prefix`.
    path: String,
    /// The first line.
    line: usize,
    /// The first column.
    column: usize,
    /// The last line.
    end_line: usize,
    /// One past the last column.
    end_column: usize,
    /// True when the lines are in the older state that the book is compared with (`--since`). The file may no longer exist.
    /// Left out otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    older: bool,
}

/// Another place that explains the problem.
#[derive(Debug, Serialize, JsonSchema)]
struct Related {
    /// The place.
    place: Location,
    /// A remark on this place.
    message: String,
}

pub(super) fn write(report: &ProblemReport<'_>) -> String {
    let mut text = String::new();
    let mut places = Places::default();
    for (problem, place) in report.shown() {
        let shown = |text: &str| printable(text).into_owned();
        let location = |path: String, place: Place, older: bool| Location {
            path: shown(&path),
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            older,
        };
        let related = report
            .related(problem, &mut places)
            .into_iter()
            .map(|at| Related { place: location(at.path, at.place, at.older), message: shown(at.text) });
        let line = Problem {
            code: problem.code.name,
            about: problem.code.summary,
            severity: if problem.severity == Severity::Error { Weight::Error } else { Weight::Warning },
            message: shown(&problem.message),
            place: report.path(problem).zip(place).map(|(path, place)| location(path, place, false)),
            note: problem.note.as_deref().map(shown),
            related: related.collect(),
            suggestion: report.replacement(problem).as_deref().map(printable_lines),
            help: problem.help.as_deref().map(shown),
            fingerprint: fingerprint(problem, report.tree),
        };
        if let Ok(line) = serde_json::to_string(&line) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// The JSON Schema of a line.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Problem);
    schema.insert("title".to_owned(), "A problem that planbook check found".into());
    format!("{:#}\n", schema.to_value())
}
