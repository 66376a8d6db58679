//! The lists of a site: what the navigation shows and the sitemap names.

use crate::config::{Config, OptionalOutput};
use crate::plan::{Index as _, Plan, RecordIx};
use crate::publish::PublishedPlan;
use crate::rounds;
use crate::route::Route;
use crate::vocabulary::Audience;

/// The lists that the site has and that have something in them: the name in addresses and the key of the title.
pub(crate) fn of(
    published: &PublishedPlan,
    config: &Config,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    all(published, config).into_iter().filter(|(.., shown)| *shown).map(|(name, title, _)| (name, title))
}

/// The others, to which nothing leads.
pub(crate) fn empty(published: &PublishedPlan, config: &Config) -> impl Iterator<Item = &'static str> {
    all(published, config).into_iter().filter(|(.., shown)| !shown).map(|(name, ..)| name)
}

/// Every list, and whether the site has it and there is something in it.
fn all(published: &PublishedPlan, config: &Config) -> [(&'static str, &'static str, bool); 17] {
    let plan = &published.plan;
    let makes = |output: OptionalOutput| config.makes(output);
    let has_dates = !plan.updates.is_empty() || !plan.items.is_empty();
    // An edition has those agencies and forums that it says something of, and shares the rest with the plan at the root.
    let is_root = plan.edition.is_none();
    let has_agencies = plan.agencies.indices().any(|ix| !plan.is_elsewhere(RecordIx::Agency(ix)));
    let has_forums = plan.forums.indices().any(|ix| !plan.is_elsewhere(RecordIx::Forum(ix)));
    let has_bodies = !plan.agencies.is_empty() || !plan.forums.is_empty();
    [
        (Route::PROGRESS, "progress-nav", !plan.items.is_empty() && makes(OptionalOutput::Dashboards)),
        (Route::ROUNDS, "rounds-nav", has_rounds(published) && makes(OptionalOutput::Dashboards)),
        ("areas", "areas", !plan.areas.is_empty()),
        ("items", "items", !plan.items.is_empty()),
        ("status", "statuses", !plan.items.is_empty()),
        ("kinds", "kinds", !plan.items.is_empty()),
        (Route::TAGS, "tags", !plan.tags.is_empty()),
        (Route::FIELDS, "fields", has_fields(plan, config)),
        ("agencies", "agencies", has_agencies),
        ("forums", "forums", has_forums),
        ("updates", "updates", !plan.updates.is_empty()),
        (Route::CALENDAR, "calendar", has_dates && makes(OptionalOutput::Calendars)),
        ("sources", "sources", is_root && !plan.sources.is_empty()),
        ("glossary", "glossary", is_root && has_bodies),
        ("plan", "whole-plan-nav", !plan.items.is_empty() && makes(OptionalOutput::WholePlan)),
        (EDITIONS, "editions", !is_root || !plan.editions.is_empty()),
        (Route::DATA, "open-data", makes(OptionalOutput::Data)),
    ]
}

/// Whether there are fields with a page.
fn has_fields(plan: &Plan, config: &Config) -> bool {
    (0..config.fields.len()).any(|field| has_field(plan, config, field))
}

/// Whether a field has a page, by its place in the settings. The book declares them, and an edition may have no value of it.
pub(crate) fn has_field(plan: &Plan, config: &Config, field: usize) -> bool {
    let has_value = |ix: RecordIx| {
        let own = plan.record(ix).and_then(|(record, _)| record.own.as_ref());
        own.is_some_and(|own| own.declared.iter().any(|value| value.field == field))
    };
    let is_listed = config.fields.get(field).is_some_and(|field| field.list);
    let is_root = plan.edition.is_none();
    is_listed && (is_root || plan.record_indices().any(|ix| !plan.is_elsewhere(ix) && has_value(ix)))
}

/// The list of all editions.
const EDITIONS: &str = "editions";

/// The address of a list.
pub(crate) fn route(plan: &Plan, name: &str) -> Route {
    let route = Route::list(name);
    let of_site = plan.edition.is_some() && name == EDITIONS;
    if of_site { route.of_site() } else { route }
}

/// Whether the site shows the rounds of reporting: only the internal one does, and only of a plan in which somebody can be
/// asked.
pub(crate) fn has_rounds(published: &PublishedPlan) -> bool {
    let plan = &published.plan;
    let internal = published.audience == Audience::Internal;
    internal
        && plan.items.iter().any(|item| !item.lead.is_empty())
        && !rounds::latest(plan, published.as_of).is_empty()
}

/// Whether the site has the built-in accessibility statement: a book that has something else to say writes a page with its
/// id, which stands in its place.
pub(crate) fn has_accessibility(published: &PublishedPlan) -> bool {
    published.plan.pages.iter().all(|page| page.document.id != Route::ACCESSIBILITY)
}
