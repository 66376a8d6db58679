//! A file that no text refers to is not published.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for attachment in context.plan.attachments.iter().filter(|attachment| attachment.links.from.is_empty()) {
        let document = &attachment.document;
        let message = format!("no text refers to {}, so the site leaves it out", document.path);
        let problem = Diagnostic::new(code::STRAY_FILE, Span::new(document.file, 0..0), message);
        found.push(
            problem.help("show it with `![what it shows](files/NAME.png)`, link to it, or remove the file"),
        );
    }
}
