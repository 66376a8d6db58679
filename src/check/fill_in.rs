//! Places that somebody meant to fill in: `import` marks what a text or table did not say.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::parse::edition_of;
use crate::source::SETTINGS;

/// The mark, in large letters as it is written.
const MARK: &str = "FILL IN";

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let edition = context.plan.edition.as_deref();
    let is_own = |path: &str| {
        (path == SETTINGS && edition.is_none()) || (path.ends_with(".md") && edition_of(path) == edition)
    };
    for (id, file) in context.tree.files().filter(|(_, file)| is_own(&file.path)) {
        let Some(text) = context.tree.text(id) else { continue };
        // One report a file: who opens it finds the others.
        let mut places = text.match_indices(MARK).map(|(at, _)| at).filter(|at| is_word(text, *at));
        let Some(first) = places.next() else { continue };
        let message = match places.count() {
            0 => format!("{} has a place that is still to be filled in", file.path),
            more => format!("{} has {} places that are still to be filled in", file.path, more + 1),
        };
        let problem = Diagnostic::new(code::FILL_IN, Span::new(id, first..first + MARK.len()), message);
        found.push(problem.help("write what the place asks for, and take the words FILL IN away"));
    }
}

/// Whether the mark stands there by itself and is not a part of other words.
fn is_word(text: &str, at: usize) -> bool {
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    outside(text[..at].chars().next_back()) && outside(text[at + MARK.len()..].chars().next())
}
