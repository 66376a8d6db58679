//! A file that no text refers to is not published.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::plan::Attachment;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let unused = |attachment: &&Attachment| attachment.links.from.is_empty() && !attachment.has_use;
    for attachment in context.plan.attachments.iter().filter(unused) {
        let document = &attachment.document;
        if document.figures.is_some() {
            let message =
                format!("no indicator takes its figures from {}, so the site leaves it out", document.path);
            let problem = Diagnostic::new(code::STRAY_FILE, Span::new(document.file, 0..0), message);
            found.push(
                problem.help(
                    "name it in an indicator of an item: `figures: files/NAME.csv`, or remove the file",
                ),
            );
            continue;
        }
        let message = format!("no text refers to {}, so the site leaves it out", document.path);
        let problem = Diagnostic::new(code::STRAY_FILE, Span::new(document.file, 0..0), message);
        found.push(
            problem.help("show it with `![what it shows](files/NAME.png)`, link to it, or remove the file"),
        );
    }
}
