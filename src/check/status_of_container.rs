//! A group's status follows from its parts, and "others" has none, so an update cannot set one.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::Index as _;
use crate::vocabulary::{Kind, Rollup};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let Some(status) = &update.document.status else { continue };
        for item in update.items.iter().map(|ix| &context.plan.items.at(*ix).document) {
            let why = match (item.kind, item.rollup) {
                (Kind::CatchAll, _) => "is a catch-all, which has no status",
                (Kind::Container, Rollup::All | Rollup::Any) => {
                    "is a container, whose status follows from its parts"
                }
                _ => continue,
            };
            let message = format!("item {} {why}", item.called());
            found.push(Diagnostic::new(code::STATUS_OF_CONTAINER, status.span, message).help(
                "name a part instead, or remove the status; `rollup: manual` allows a container its own status",
            ));
        }
    }
}
