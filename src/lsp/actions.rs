//! Corrections that an editor offers at a problem.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::report::ProblemReport;

use super::book::Checked;

/// A correction: the problem, the bytes to replace and what to write.
pub(super) struct Correction {
    pub(super) problem: Diagnostic,
    pub(super) place: Range<usize>,
    pub(super) text: String,
}

impl Correction {
    /// What it is called in a menu.
    pub(super) fn title(&self, written: &str) -> String {
        let (written, text) = (in_one_line(written), in_one_line(&self.text));
        let is_blank = |text: &str| text.chars().all(|c| c == ' ');
        if is_blank(&text) && is_blank(&written) && !written.is_empty() {
            return match text.len() {
                0 => format!("Delete {}", spaces(written.len())),
                length => format!("Replace {} with {}", spaces(written.len()), spaces(length)),
            };
        }
        match (text.is_empty(), written.is_empty()) {
            (true, _) => format!("Delete `{written}`"),
            (false, true) => format!("Insert `{text}`"),
            (false, false) => format!("Replace `{written}` with `{text}`"),
        }
    }
}

/// A text for a menu, in which a line break is a sign.
fn in_one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join("⏎") + if text.ends_with('\n') { "⏎" } else { "" }
}

/// Spaces as nobody has to count them.
fn spaces(count: usize) -> String {
    format!("{count} space{}", if count == 1 { "" } else { "s" })
}

/// The corrections of the problems that touch a range of a file.
pub(super) fn corrections(checked: &Checked, path: &str, range: &Range<usize>) -> Vec<Correction> {
    let Some(file) = checked.tree.find(path) else { return Vec::new() };
    let report = ProblemReport { problems: &[], tree: &checked.tree, prefix: "" };
    let touching = checked.problems.iter().filter(|problem| {
        problem.span.is_some_and(|span| {
            span.file == file && span.range().start <= range.end && range.start <= span.range().end
        })
    });
    let correction = |problem: &Diagnostic| {
        let text = report.replacement(problem)?;
        let place = problem.span?.range();
        checked.tree.text(file)?.get(place.clone())?;
        Some(Correction { problem: problem.clone(), place, text })
    };
    touching.filter_map(correction).collect()
}
