//! The template engine's errors as diagnostics, at their place where the template is the book's own.

use tera::ErrorKind;

use crate::diag::{Diagnostic, Span, code};
use crate::source::Tree;

/// What is wrong, where the engine says so more than once each of them. `template` is the one that was to be rendered.
pub(super) fn describe(error: &tera::Error, template: &str, folder: &str, tree: &Tree) -> Vec<Diagnostic> {
    let reporter = Reporter { folder, tree };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            vec![reporter.at(report.filename(), span.start_line, span.start_col, report.message())]
        }
        ErrorKind::Msg(text) => reporter.drawn(text, template),
        ErrorKind::CircularExtend { tpl, .. } => vec![reporter.at(tpl, 1, 0, "it extends itself")],
        ErrorKind::CircularInclude { tpl, .. } => vec![reporter.at(tpl, 1, 0, "it includes itself")],
        ErrorKind::MissingParent { current, parent } => {
            let problem = reporter.at(current, 1, 0, &format!("it extends `{parent}`, which does not exist"));
            let name = parent.rsplit('/').next().unwrap_or(parent);
            vec![problem.help(format!(
                "extend `default/{name}`; with `base = \"city\"` in theme.toml, `city/{name}`. docs/themes.md lists the templates"
            ))]
        }
        other => vec![reporter.at(template, 1, 0, &other.to_string())],
    }
}

struct Reporter<'a> {
    folder: &'a str,
    tree: &'a Tree,
}

impl Reporter<'_> {
    /// Several problems in one text, each drawn as `error: …` and ` --> FILE:LINE:COLUMN`.
    fn drawn(&self, text: &str, template: &str) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut message = None;
        for line in text.lines().map(str::trim) {
            if let Some(sentence) = line.strip_prefix("error: ") {
                message = Some(sentence);
            } else if let (Some(sentence), Some(place)) = (message, line.strip_prefix("--> ")) {
                let mut parts = place.rsplitn(3, ':');
                let (column, row) = (parts.next(), parts.next());
                let number =
                    |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok()).unwrap_or(1);
                found.push(self.at(
                    parts.next().unwrap_or(template),
                    number(row),
                    number(column).saturating_sub(1),
                    sentence,
                ));
                message = None;
            }
        }
        if found.is_empty() {
            found.push(self.at(template, 1, 0, text.lines().next().unwrap_or("")));
        }
        found
    }

    /// A problem of a template at a line (from 1) and column (from 0).
    fn at(&self, template: &str, line: usize, column: usize, message: &str) -> Diagnostic {
        let message = format!("the template {template} does not work: {}", message.trim_end_matches('.'));
        let own = self.tree.find(&format!("{}templates/{template}", self.folder));
        let diagnostic = match own.and_then(|file| Some((file, self.tree.text(file)?))) {
            Some((file, text)) => {
                let start: usize =
                    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
                let rest = text[start.min(text.len())..].lines().next().unwrap_or("");
                let at = start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
                let word = text[at..]
                    .find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.'))
                    .unwrap_or(text.len() - at);
                Diagnostic::new(code::TEMPLATE_ERROR, Span::new(file, at..at + word), message)
            }
            None if template.is_empty() => Diagnostic::placeless(code::TEMPLATE_ERROR, message),
            None => Diagnostic::placeless(
                code::TEMPLATE_ERROR,
                format!("{message} (line {line} of the built-in template)"),
            ),
        };
        diagnostic.help("docs/themes.md lists the templates and the fields of each page")
    }
}
