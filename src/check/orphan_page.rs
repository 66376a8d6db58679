//! A free page that is not in the navigation and that no text leads to.

use super::LintContext;
use crate::config::SiteLink;
use crate::diag::{Diagnostic, code, guess};
use crate::plan::Plan;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_named = |plan: &Plan, id: &str| {
        plan.pages.iter().any(|page| page.document.id == id && !page.links.from.is_empty())
    };
    let added = context.config.navigation.add.iter().map(|(link, _)| link).chain(&context.config.look.links);
    let ids = || context.plan.pages.iter().map(|page| page.document.id.as_str());
    // A name with a typing error was reported, and means the page that it is most like.
    let meant = |id| if ids().any(|known| known == id) { Some(id) } else { Some(guess(id, ids())?.word) };
    let named_by_settings: Vec<&str> = added.filter_map(SiteLink::page).filter_map(meant).collect();
    for page in &context.plan.pages {
        let document = &page.document;
        let by_edition = || context.plan.editions.iter().any(|edition| is_named(&edition.plan, &document.id));
        if named_by_settings.contains(&document.id.as_str()) {
            continue;
        }
        if document.order.is_some() || !page.links.from.is_empty() || by_edition() {
            continue;
        }
        let message = format!("no text links to the page `{}`, and it is not in the navigation", document.id);
        let help =
            format!("link to it with `[[{}]]`, or add `order: 10` to show it in the navigation", document.id);
        found.push(Diagnostic::new(code::ORPHAN_PAGE, document.record.span, message).help(help));
    }
}
