//! What other plans of a book have of the records that they share: agencies, forums and sources.

use crate::page::views::LinkView;
use crate::page::{Context, ViewBuilder, edition_label};
use crate::plan::{Index as _, Plan, RecordIx};
use crate::route::Route;

/// On the page of a record of the plan at the root, what each edition has of it; on that of an edition, where the page with
/// what is said of the record itself is. Plans share their records, so these have the same places in all of them.
pub(super) fn of(builder: &ViewBuilder<'_>, record: RecordIx) -> Vec<LinkView> {
    let plan = builder.plan();
    if plan.edition.is_some() {
        let href = builder.href(&Route::record(builder.context.book(), record).of_site());
        return vec![LinkView { href, text: builder.word("edition-own-page") }];
    }
    let id = plan.id(record);
    let of_edition = |context: &Context| {
        let plan = &*context.published.plan;
        let same = id.and_then(|id| plan.record_indices().find(|it| is_same(plan, *it, record, id)))?;
        let text = words(builder, plan, same)?;
        let label = edition_label(plan).unwrap_or_default();
        Some(LinkView { href: href(builder, context, same), text: builder.messages().labelled(label, &text) })
    };
    builder.context.editions.iter().filter_map(of_edition).collect()
}

fn is_same(plan: &Plan, it: RecordIx, record: RecordIx, id: &str) -> bool {
    it.kind() == record.kind() && plan.id(it) == Some(id)
}

/// The page of the record in the edition; that of its plan, where it has none there.
fn href(builder: &ViewBuilder<'_>, context: &Context, record: RecordIx) -> String {
    let plan = &context.published.plan;
    let route = if plan.is_elsewhere(record) { Route::home() } else { Route::record(plan, record) };
    builder.href(&context.base.in_site(&route))
}

/// How much an edition has of a record, in words; nothing where it has nothing.
fn words(builder: &ViewBuilder<'_>, plan: &Plan, record: RecordIx) -> Option<String> {
    let (items, updates, roles) = match record {
        RecordIx::Agency(ix) => {
            let agency = plan.agencies.at(ix);
            let mut items = [agency.leads.as_slice(), &agency.supports].concat();
            items.sort_unstable();
            items.dedup();
            (items.len(), agency.updates.len(), 0)
        }
        RecordIx::Forum(ix) => {
            let forum = plan.forums.at(ix);
            (forum.items.len(), forum.updates.len(), 0)
        }
        RecordIx::Source(ix) => {
            let source = plan.sources.at(ix);
            (source.items.len(), 0, source.roles.len())
        }
        _ => (0, 0, 0),
    };
    let counted = [("edition-items", items), ("edition-updates", updates), ("edition-roles", roles)];
    let words = counted.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<String> = words
        .map(|(key, count)| builder.messages().count(key, i64::try_from(count).unwrap_or(i64::MAX)))
        .collect();
    (!words.is_empty()).then(|| builder.messages().list(&words))
}
