//! A file that no text refers to is not published.

use std::collections::BTreeSet;

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::plan::Attachment;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_used = |attachment: &&Attachment| !attachment.links.from.is_empty() || attachment.has_use;
    // The files of a book belong to all its plans.
    let of_editions = context.plan.editions.iter().flat_map(|edition| &edition.plan.attachments);
    let of_editions: BTreeSet<&str> =
        of_editions.filter(is_used).map(|attachment| attachment.document.path.as_str()).collect();
    let unused = |attachment: &&Attachment| {
        !is_used(attachment) && !of_editions.contains(attachment.document.path.as_str())
    };
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
