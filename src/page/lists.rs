//! The lists of a site: what the navigation shows and the sitemap names.

use crate::publish::PublishedPlan;
use crate::route::Route;

/// The lists that have something in them: the name in addresses and the key of the title.
pub(crate) fn of(published: &PublishedPlan) -> impl Iterator<Item = (&'static str, &'static str)> {
    all(published).into_iter().filter(|(.., shown)| *shown).map(|(name, title, _)| (name, title))
}

/// The lists that have nothing in them, to which nothing leads.
pub(crate) fn empty(published: &PublishedPlan) -> impl Iterator<Item = &'static str> {
    all(published).into_iter().filter(|(.., shown)| !shown).map(|(name, ..)| name)
}

/// Every list, and whether it has something in it.
fn all(published: &PublishedPlan) -> [(&'static str, &'static str, bool); 14] {
    let plan = &published.plan;
    [
        (Route::PROGRESS, "progress-nav", !plan.items.is_empty()),
        ("areas", "areas", !plan.areas.is_empty()),
        ("items", "items", !plan.items.is_empty()),
        ("status", "statuses", !plan.items.is_empty()),
        ("kinds", "kinds", !plan.items.is_empty()),
        ("agencies", "agencies", !plan.agencies.is_empty()),
        ("forums", "forums", !plan.forums.is_empty()),
        ("updates", "updates", !plan.updates.is_empty()),
        (Route::CALENDAR, "calendar", !plan.updates.is_empty() || !plan.items.is_empty()),
        ("sources", "sources", !plan.sources.is_empty()),
        ("glossary", "glossary", !plan.agencies.is_empty() || !plan.forums.is_empty()),
        ("plan", "whole-plan-nav", !plan.items.is_empty()),
        ("editions", "editions", !plan.editions.is_empty()),
        (Route::DATA, "open-data", true),
    ]
}

/// The groups of the navigation: the key of each title, and the names of its lists.
pub(super) const GROUPS: &[(&str, &[&str])] = &[
    ("nav-progress", &[Route::PROGRESS, "status", "kinds"]),
    ("nav-plan", &["areas", "items", "plan", "editions"]),
    ("nav-bodies", &["agencies", "forums"]),
    ("nav-history", &["updates", Route::CALENDAR, "sources"]),
    ("nav-about", &["glossary", Route::DATA]),
];

/// Whether the site has the built-in accessibility statement: a book that has something else to say writes a page with its
/// id, which stands in its place.
pub(crate) fn has_accessibility(published: &PublishedPlan) -> bool {
    published.plan.pages.iter().all(|page| page.document.id != Route::ACCESSIBILITY)
}
