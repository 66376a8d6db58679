//! Diagnostics for people: drawn over the source, as rustc does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::{Diagnostic, FileId, Severity, Span};
use crate::source::{Tree, is_control};

/// How many problems of a file are drawn over its source; the others get a line each. A file with more of them has one
/// cause, and drawing looks at the whole file every time.
const DRAWN: usize = 50;
/// The longest line that is drawn, in bytes.
const LONGEST_LINE: usize = 2_000;

/// Whether to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With terminal colours; print through `anstream`, which removes them where they do not belong.
    Coloured,
    /// Plain text.
    Plain,
}

/// All diagnostics as one text, a blank line after each. Those switched off are left out.
pub fn render(diagnostics: &[Diagnostic], tree: &Tree, style: Style) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let mut text = String::new();
    let mut drawn: BTreeMap<Option<FileId>, usize> = BTreeMap::new();
    let mut lines = Lines::default();
    for diagnostic in diagnostics.iter().filter(|d| d.severity != Severity::Off) {
        let file = diagnostic.span.map(|span| span.file);
        let count = drawn.entry(file).or_default();
        *count += 1;
        if *count > DRAWN || is_long_line(diagnostic, tree) || !is_drawable(diagnostic, tree) {
            text.push_str(&in_one_line(diagnostic, tree, &mut lines));
        } else {
            text.push_str(&renderer.render(&groups(diagnostic, tree)));
            text.push_str("\n\n");
        }
    }
    text
}

/// Whether the line is too long to be drawn under.
fn is_long_line(diagnostic: &Diagnostic, tree: &Tree) -> bool {
    let Some((span, text)) = diagnostic.span.and_then(|span| Some((span, tree.text(span.file)?))) else {
        return false;
    };
    let at = clamp(span, text).start;
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    text[start..].find('\n').unwrap_or(text.len() - start) > LONGEST_LINE
}

/// A text without what a terminal would obey instead of showing it: whoever writes a file must not be able to move the
/// cursor of whoever checks it.
pub fn printable(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| is_control(c) || c == '\r';
    match text.contains(obeyed) {
        true => Cow::Owned(text.replace(obeyed, "\u{fffd}")),
        false => Cow::Borrowed(text),
    }
}

/// Whether the source can be drawn: the older half of the control characters is replaced where it is drawn, the newer
/// (U+0080 to U+009F) is not.
fn is_drawable(diagnostic: &Diagnostic, tree: &Tree) -> bool {
    let spans = diagnostic.span.into_iter().chain(diagnostic.labels.iter().map(|label| label.span));
    let newer = |text: &str| text.contains(|c: char| ('\u{80}'..='\u{9f}').contains(&c));
    !spans.filter_map(|span| tree.text(span.file)).any(newer)
}

/// Counts the lines of a file, and goes on from where it was: problems come in the order of their places, and a file of a
/// megabyte may have a hundred thousand of them.
#[derive(Default)]
struct Lines {
    file: Option<FileId>,
    at: usize,
    line: usize,
    column: usize,
}

impl Lines {
    /// The line and column of a byte, each counted from 1.
    fn place(&mut self, file: FileId, text: &str, at: usize) -> (usize, usize) {
        if self.file != Some(file) || at < self.at {
            *self = Self { file: Some(file), at: 0, line: 1, column: 1 };
        }
        let passed = &text[self.at..at];
        self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        self.column = match passed.rfind('\n') {
            Some(end) => passed[end + 1..].chars().count() + 1,
            None => self.column + passed.chars().count(),
        };
        self.at = at;
        (self.line, self.column)
    }
}

/// The place and the sentence, without the source.
fn in_one_line(diagnostic: &Diagnostic, tree: &Tree, lines: &mut Lines) -> String {
    let level = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
    let place = diagnostic.span.map_or_else(String::new, |span| {
        let text = tree.text(span.file).unwrap_or("");
        let (line, column) = lines.place(span.file, text, clamp(span, text).start);
        format!("{}:{line}:{column}: ", tree.path(span.file))
    });
    let line = format!("{place}{level}[{}]: {}", diagnostic.code.name, diagnostic.message.replace('\n', " "));
    printable(&line).into_owned() + "\n"
}

/// The last line of a run: "2 errors and 1 warning", or that there are none.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no problems".to_owned(),
        (errors, 0) => plural(errors, "error"),
        (0, warnings) => plural(warnings, "warning"),
        (errors, warnings) => format!("{} and {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

fn groups<'a>(diagnostic: &'a Diagnostic, tree: &'a Tree) -> Vec<Group<'a>> {
    let level = if diagnostic.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.name);
    let mut main = Group::with_title(title);
    for snippet in snippets(diagnostic, tree) {
        main = main.element(snippet);
    }
    let place = diagnostic.span.and_then(|span| tree.text(span.file).map(|text| (span, text)));
    if place.is_none()
        && let Some(span) = diagnostic.span
    {
        main = main.element(Origin::path(printable(tree.path(span.file))));
    }
    if let Some(help) = &diagnostic.help {
        main = main.element(Level::HELP.message(printable(help)));
    }
    let mut groups = vec![main];
    if let (Some(replacement), Some((span, text))) = (&diagnostic.suggestion, place) {
        let patch = Snippet::source(text)
            .path(printable(tree.path(span.file)))
            .patch(Patch::new(clamp(span, text), printable(replacement)));
        let title = format!("did you mean `{}`?", printable(replacement));
        groups.push(Level::HELP.secondary_title(title).element(patch));
    }
    groups
}

/// A snippet for each file that the diagnostic touches, its own first.
fn snippets<'a>(diagnostic: &'a Diagnostic, tree: &'a Tree) -> Vec<Snippet<'a, Annotation<'a>>> {
    let Some(primary) = diagnostic.span else { return Vec::new() };
    let mut files = vec![primary.file];
    for label in &diagnostic.labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    let mut snippets = Vec::new();
    for file in files {
        let Some(text) = tree.text(file) else { continue };
        let mut snippet = Snippet::source(text).path(printable(tree.path(file)));
        if file == primary.file {
            snippet = snippet.annotation(
                AnnotationKind::Primary
                    .span(clamp(primary, text))
                    .label(diagnostic.note.as_deref().map(printable)),
            );
        }
        for label in diagnostic.labels.iter().filter(|label| label.span.file == file) {
            let text_of_label = printable(&label.text);
            snippet = snippet
                .annotation(AnnotationKind::Context.span(clamp(label.span, text)).label(text_of_label));
        }
        snippets.push(snippet);
    }
    snippets
}

/// The span inside its text, on character boundaries, so that drawing never fails.
fn clamp(span: Span, text: &str) -> std::ops::Range<usize> {
    let floor = |n: usize| text.floor_char_boundary(n.min(text.len()));
    let (start, end) = (floor(span.range().start), floor(span.range().end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code;

    #[test]
    fn places_are_counted_in_any_order() {
        let text = "a\nbé\n\nc";
        let mut lines = Lines::default();
        let mut place = |at| lines.place(FileId(0), text, at);
        let there: Vec<_> = [0, 2, 3, 5, 6, 7].into_iter().map(&mut place).collect();
        assert_eq!(there, [(1, 1), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1)]);
        assert_eq!((place(3), place(3), place(7)), ((2, 2), (2, 2), (4, 1)));
    }

    #[test]
    fn a_terminal_shows_what_it_must_not_obey() {
        let hostile = "a\u{1b}[31m\u{9b}2J\u{7}\u{202e}b";
        for content in [format!("title: {hostile}"), "title: plain \u{1b}]0;x\u{7}".to_owned()] {
            let (tree, _) = Tree::new([(format!("content/{hostile}.md"), content.into_bytes())]);
            let problem = Diagnostic::new(code::BAD_ID, Span::new(FileId(0), 0..3), hostile)
                .help(hostile)
                .suggest(hostile)
                .label(Span::new(FileId(0), 3..4), hostile);
            let drawn = render(&[problem], &tree, Style::Plain);
            let obeyed: Vec<char> = drawn.chars().filter(|c| is_control(*c)).collect();
            assert!(obeyed.is_empty(), "{obeyed:?} in {drawn}");
        }
    }
}
