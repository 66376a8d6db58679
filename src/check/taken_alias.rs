//! An update that was a short one keeps its old id, and another short update has that id now.

use std::collections::BTreeMap;

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let updates = || context.plan.updates.iter().map(|update| &update.document);
    let short = updates().filter(|document| document.short_form_of.is_some());
    let short: BTreeMap<&str, Span> = short.map(|it| (it.written_id.as_str(), it.record.span)).collect();
    for document in updates() {
        for alias in &document.record.aliases {
            let Some(other) = short.get(alias.value.as_str()) else { continue };
            let message = format!("the id `{}` is not unique: a short update has the same id", alias.value);
            found.push(
                Diagnostic::new(code::DUPLICATE_ID, alias.span, message)
                    .label(*other, "the short update")
                    .help("each id belongs to one record: if this file replaces the short update, remove that; if there were several of the day, give each of them a file with its old id in `aliases`"),
            );
        }
    }
}
