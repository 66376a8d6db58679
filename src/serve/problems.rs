//! What is wrong, for the panel in the browser.

use serde::Serialize;

use super::generation::Generation;
use super::words::PreviewWords;
use crate::diag::{Diagnostic, Severity, Span};
use crate::source::Tree;

/// How many problems are listed; a book with more of them has one cause.
const MOST: usize = 500;

/// All problems of a generation.
#[derive(Debug, Serialize)]
pub(super) struct PanelReport {
    /// How many errors and warnings there are, in words.
    pub counts: String,
    /// What leads to the page of all problems.
    pub all: String,
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
    /// The same, in words.
    pub kind: String,
    /// Its line and column, in words.
    pub place: Option<String>,
    /// Its line, from 1.
    pub line: Option<usize>,
    /// Its column, from 1.
    pub column: Option<usize>,
    /// The sentence.
    pub message: String,
    /// A few words at the place.
    pub note: Option<String>,
    /// How to fix it: what stands before the sentence, and the sentence.
    pub help: Option<(String, String)>,
    /// What to write instead.
    pub suggestion: Option<String>,
    /// The question whether that was meant.
    pub meant: Option<String>,
    /// What the code means, in one line.
    pub explain: &'static str,
    /// The address that opens the place.
    pub editor: Option<String>,
}

/// The report of a generation.
pub(super) fn report(generation: &Generation) -> PanelReport {
    let mut files: Vec<FileProblems> = Vec::new();
    if let Some(trouble) = &generation.trouble {
        files.push(FileProblems {
            path: String::new(),
            editor: None,
            problems: vec![refusal(trouble, &generation.words)],
        });
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
        counts: counts(generation),
        all: generation.words.count("preview-all", generation.errors() + generation.warnings()),
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
    let words = &generation.words;
    let (severity, kind) = match diagnostic.severity {
        Severity::Error => ("error", "preview-error"),
        _ => ("warning", "preview-warning"),
    };
    let meant = |text: &String| words.messages().with("preview-meant", &[("text", text)]);
    PanelProblem {
        code: diagnostic.code.name,
        severity,
        kind: words.get(kind).to_owned(),
        place: place.map(|place| words.place(place)),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        message: diagnostic.message.clone(),
        note: diagnostic.note.clone(),
        help: diagnostic.help.clone().map(|help| with_label(words, help)),
        suggestion: diagnostic.suggestion.clone(),
        meant: diagnostic.suggestion.as_ref().map(meant),
        explain: diagnostic.code.summary,
        editor: Some(path).filter(|path| !path.is_empty()).and_then(|path| editor(generation, path, at)),
    }
}

/// How many errors and warnings there are, without those of which there is none.
fn counts(generation: &Generation) -> String {
    let counts = [("preview-errors", generation.errors()), ("preview-warnings", generation.warnings())];
    let shown = counts.iter().filter(|(_, count)| *count > 0);
    let shown: Vec<String> = shown.map(|(key, count)| generation.words.count(key, *count)).collect();
    generation.words.messages().list(&shown)
}

/// The label of what helps, with the sign behind it, and what helps.
fn with_label(words: &PreviewWords, help: String) -> (String, String) {
    (words.messages().labelled(words.get("preview-help"), ""), help)
}

fn refusal(trouble: &str, words: &PreviewWords) -> PanelProblem {
    let (message, help) = trouble.split_once("\n  help: ").unwrap_or((trouble, ""));
    PanelProblem {
        code: "",
        severity: "error",
        kind: words.get("preview-error").to_owned(),
        place: None,
        line: None,
        column: None,
        message: message.to_owned(),
        note: None,
        help: Some(help.to_owned()).filter(|help| !help.is_empty()).map(|help| with_label(words, help)),
        suggestion: None,
        meant: None,
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
