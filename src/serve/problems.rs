//! What is wrong, for the panel in the browser.

use serde::Serialize;

use super::generation::Generation;
use crate::diag::{Diagnostic, Severity, Span};
use crate::source::Tree;

/// How many problems are listed; a book with more of them has one cause.
const MOST: usize = 500;

/// All problems of a generation.
#[derive(Debug, Serialize)]
pub(super) struct PanelReport {
    /// The number of the generation.
    pub generation: u64,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// Whether the pages that are shown are older, because the book has errors now.
    pub stale: bool,
    /// How many problems are not listed here.
    pub left_out: usize,
    /// The problems by file.
    pub files: Vec<FileProblems>,
}

/// The problems of a file.
#[derive(Debug, Serialize)]
pub(super) struct FileProblems {
    /// Its path from the book's folder; empty for what has no place in a file.
    pub path: String,
    /// The address that opens it at its first problem.
    pub editor: Option<String>,
    /// The problems in order of their places.
    pub problems: Vec<PanelProblem>,
}

/// One problem.
#[derive(Debug, Serialize)]
pub(super) struct PanelProblem {
    /// Its code; empty for a refusal of the machine.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Its line, from 1.
    pub line: Option<usize>,
    /// Its column, from 1.
    pub column: Option<usize>,
    /// The sentence.
    pub message: String,
    /// A few words at the place.
    pub note: Option<String>,
    /// How to fix it.
    pub help: Option<String>,
    /// What to write instead.
    pub suggestion: Option<String>,
    /// What the code means, in one line.
    pub explain: &'static str,
    /// The address that opens the place.
    pub editor: Option<String>,
}

/// The report of a generation.
pub(super) fn report(generation: &Generation) -> PanelReport {
    let mut files: Vec<FileProblems> = Vec::new();
    if let Some(trouble) = &generation.trouble {
        files.push(FileProblems { path: String::new(), editor: None, problems: vec![refusal(trouble)] });
    }
    for diagnostic in generation.problems.iter().take(MOST) {
        let path = diagnostic.span.map_or("", |span| generation.tree.path(span.file));
        let problem = problem(diagnostic, path, generation);
        match files.iter_mut().find(|file| file.path == path) {
            Some(file) => file.problems.push(problem),
            None => files.push(FileProblems {
                path: path.to_owned(),
                editor: problem.editor.clone(),
                problems: vec![problem],
            }),
        }
    }
    PanelReport {
        generation: generation.number,
        errors: generation.errors(),
        warnings: generation.warnings(),
        stale: generation.stale,
        left_out: generation.problems.len().saturating_sub(MOST),
        files,
    }
}

/// The report as JSON.
pub(super) fn json(generation: &Generation) -> String {
    serde_json::to_string(&report(generation)).unwrap_or_default()
}

/// A problem as it is listed.
pub(super) fn problem(diagnostic: &Diagnostic, path: &str, generation: &Generation) -> PanelProblem {
    let place = diagnostic.span.and_then(|span| place(span, &generation.tree));
    let at = place.unwrap_or((1, 1));
    PanelProblem {
        code: diagnostic.code.name,
        severity: if diagnostic.severity == Severity::Error { "error" } else { "warning" },
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        message: diagnostic.message.clone(),
        note: diagnostic.note.clone(),
        help: diagnostic.help.clone(),
        suggestion: diagnostic.suggestion.clone(),
        explain: diagnostic.code.summary,
        editor: Some(path).filter(|path| !path.is_empty()).and_then(|path| editor(generation, path, at)),
    }
}

fn refusal(trouble: &str) -> PanelProblem {
    let (message, help) = trouble.split_once("\n  help: ").unwrap_or((trouble, ""));
    PanelProblem {
        code: "",
        severity: "error",
        line: None,
        column: None,
        message: message.to_owned(),
        note: None,
        help: Some(help.to_owned()).filter(|help| !help.is_empty()),
        suggestion: None,
        explain: "",
        editor: None,
    }
}

/// Line and column of the beginning of a span. `None` where the file is no text that could be counted.
fn place(span: Span, tree: &Tree) -> Option<(usize, usize)> {
    let text = tree.text(span.file)?;
    let before = &text[..text.floor_char_boundary(span.range().start.min(text.len()))];
    let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Some((line, before[start..].chars().count() + 1))
}

/// The address that opens a place in the editor.
fn editor(generation: &Generation, path: &str, (line, column): (usize, usize)) -> Option<String> {
    let whole = generation.root.join(path);
    let whole = whole.to_str()?.replace('\\', "/");
    let pattern = generation.editor.as_deref()?;
    Some(
        pattern
            .replace("{path}", &super::address::encoded(whole.trim_start_matches('/')))
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string()),
    )
}
