//! Diagnostics for people: drawn over the source, as rustc does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::place::{Places, clamp};
use super::window::{Window, around, windows};
use crate::characters::{is_control, is_isolate};
use crate::diag::{Diagnostic, FileId, Severity, as_written, question};
use crate::source::Tree;

/// How many problems of a file are drawn over its source; the others get a line each. A file with more of them has one
/// cause.
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

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Errors only.
    Quiet,
    /// Errors over their source, warnings in a line each.
    #[default]
    Usual,
    /// All over their source.
    Verbose,
}

/// The diagnostics as a terminal shows them: errors first.
pub fn for_terminal(diagnostics: &[Diagnostic], tree: &Tree, style: Style, detail: Detail) -> String {
    let (errors, warnings): (Vec<_>, Vec<_>) =
        diagnostics.iter().cloned().partition(|diagnostic| diagnostic.severity == Severity::Error);
    let mut text = render(&errors, tree, style);
    match detail {
        Detail::Quiet => {}
        Detail::Verbose => text.push_str(&render(&warnings, tree, style)),
        Detail::Usual => {
            let mut places = Places::default();
            let shown = warnings.iter().filter(|warning| warning.severity == Severity::Warning);
            shown.for_each(|warning| text.push_str(&in_one_line(warning, tree, &mut places)));
        }
    }
    text
}

/// All diagnostics as one text, a blank line after each. Those switched off are left out.
pub fn render(diagnostics: &[Diagnostic], tree: &Tree, style: Style) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let mut text = String::new();
    let mut drawn: BTreeMap<Option<FileId>, usize> = BTreeMap::new();
    let mut places = Places::default();
    for diagnostic in diagnostics.iter().filter(|d| d.severity != Severity::Off) {
        let file = diagnostic.span.map(|span| span.file);
        let count = drawn.entry(file).or_default();
        *count += 1;
        let windows = if *count > DRAWN { Vec::new() } else { windows(diagnostic, tree) };
        if *count > DRAWN || is_long_line(diagnostic, tree) || !is_drawable(&windows) {
            text.push_str(&in_one_line(diagnostic, tree, &mut places));
        } else {
            text.push_str(&renderer.render(&groups(diagnostic, windows, tree)));
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
    let obeyed = |c: char| is_control(c) || is_isolate(c) || c == '\r';
    match text.contains(obeyed) {
        true => Cow::Owned(text.replace(obeyed, "\u{fffd}")),
        false => Cow::Borrowed(text),
    }
}

/// The same with the line breaks of Windows, for programs that write the text into a file.
pub(super) fn printable_lines(text: &str) -> String {
    text.split("\r\n").map(printable).collect::<Vec<_>>().join("\r\n")
}

/// Whether what is drawn can be: the older half of the control characters is replaced where it is drawn, the newer
/// (U+0080 to U+009F) is not.
fn is_drawable(windows: &[Window<'_>]) -> bool {
    let newer = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    !windows.iter().any(|window| window.text.contains(newer))
}

/// The place and the sentence, without the source.
fn in_one_line(diagnostic: &Diagnostic, tree: &Tree, places: &mut Places) -> String {
    let level = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
    let place = diagnostic.span.map_or_else(String::new, |span| {
        let place = places.of(span, tree);
        format!("{}:{}:{}: ", tree.path(span.file), place.line, place.column)
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

fn groups<'a>(diagnostic: &'a Diagnostic, windows: Vec<Window<'a>>, tree: &'a Tree) -> Vec<Group<'a>> {
    let level = if diagnostic.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.name);
    let mut main = Group::with_title(title);
    for window in windows {
        main = main.element(snippet(window, tree));
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
        let (window, range) = around(span, text);
        let there = text.get(span.range()).unwrap_or("");
        let written = as_written(there, replacement);
        let patch = Snippet::source(window.text)
            .line_start(window.first_line)
            .path(printable(tree.path(span.file)))
            .patch(Patch::new(range, printable(&written).into_owned()));
        let title = question(there, replacement).unwrap_or_else(|| "with other spaces".to_owned());
        groups.push(Level::HELP.secondary_title(printable(&title).into_owned()).element(patch));
    }
    groups
}

/// A window with its marks.
fn snippet<'a>(window: Window<'a>, tree: &'a Tree) -> Snippet<'a, Annotation<'a>> {
    let snippet =
        Snippet::source(window.text).line_start(window.first_line).path(printable(tree.path(window.file)));
    window.marks.into_iter().fold(snippet, |snippet, mark| {
        let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        snippet.annotation(kind.span(mark.range).label(mark.text.map(printable)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Span, code};

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
