//! Texts as a cell can show them.

use super::super::job::Job;
use crate::page::ViewBuilder;

/// A text in each language, one below the other.
pub(super) fn in_languages(job: &Job<'_>, text: impl Fn(&ViewBuilder<'_>) -> String) -> String {
    let mut texts: Vec<String> = Vec::new();
    for text in job.all().map(text) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join("\n")
}

/// A text without the marks of other languages, which only pages can show, and no longer than a cell.
pub(super) fn plain(job: &Job<'_>, text: &str) -> String {
    let text = match job.builder.context.theme.has_marks() {
        true => crate::language_marks::unmarked(text),
        false => text.to_owned(),
    };
    text.chars().take(LONGEST).collect()
}

/// The longest text that this program puts into a cell; Excel refuses files with longer ones.
const LONGEST: usize = 16_000;
