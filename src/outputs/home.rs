//! The home page: where the plan stands.

use super::builder::Within;
use super::view::{AreaRow, HeadView, HomePage, ShareView};
use super::{Output, OutputPage, ViewBuilder, page, progress};
use crate::plan::{Area, Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Kind, Status};

/// The home page.
pub(super) const OUTPUT: Output = Output { name: "home", pages };

/// How many updates and meetings the home page shows.
const LATEST: usize = 8;

fn pages(_: &super::Context) -> Vec<OutputPage> {
    vec![page(Route::home(), "home.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> HomePage {
    let plan = builder.plan();
    let about = plan.about.as_ref();
    let title =
        about.map_or_else(|| builder.context.config.title.clone(), |about| about.document.title.clone());
    let body_html = about
        .map(|about| builder.text(&about.document.record.body, &about.links, Within::Page))
        .unwrap_or_default();
    let items: Vec<Ix<Item>> = plan.items.indexed().map(|(ix, _)| ix).collect();
    let statuses = status_shares(builder, &items);
    let count = statuses.iter().map(|share| share.count).sum();
    let updates: Vec<_> = plan.updates.indexed().map(|(ix, _)| ix).collect();
    let head = builder.head(title, "", Vec::new(), about.map(|_| RecordIx::Plan));
    HomePage {
        head: HeadView { updated: builder.updated(updates.iter()), ..head },
        body_html,
        count,
        count_note: builder.messages().with("progress-note", &[("n", &count.to_string())]),
        count_href: progress::today(builder),
        statuses,
        kinds: kind_shares(builder, &items),
        areas: plan.areas.indexed().map(|(ix, area)| area_row(builder, ix, area)).collect(),
        latest: builder.latest(&updates, LATEST),
        meetings: builder.coming_meetings(LATEST),
        figures: progress::figures(builder),
    }
}

/// How many items have each status. Items that have no status of their own (groups and catch-alls) are left out.
pub(super) fn status_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let statuses: Vec<Status> = items
        .iter()
        .map(|ix| builder.context.current_status(*ix))
        .filter(|current_status| !current_status.from_parts)
        .filter_map(|current_status| current_status.status)
        .collect();
    let words = |status: Status| (status.word(), builder.word(&format!("status-{}", status.word())));
    shares(&statuses, words, |status| builder.href(&Route::status(status)))
}

/// How many items are of each kind.
pub(super) fn kind_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let kinds: Vec<Kind> = items.iter().map(|ix| builder.plan().items.at(*ix).document.kind).collect();
    let words = |kind: Kind| (kind.word(), builder.word(&format!("kind-{}", kind.word())));
    shares(&kinds, words, |kind| builder.href(&Route::kind(kind)))
}

/// Counts of each choice that occurs, in the order of the list of choices.
fn shares<T: crate::vocabulary::Choice + PartialEq>(
    values: &[T],
    words: impl Fn(T) -> (&'static str, String),
    href: impl Fn(T) -> String,
) -> Vec<ShareView> {
    T::CHOICES
        .iter()
        .filter_map(|(_, choice)| {
            let count = values.iter().filter(|value| *value == choice).count();
            let (key, text) = words(*choice);
            let percent = count * 100 / values.len().max(1);
            (count > 0).then(|| ShareView { key: key.to_owned(), text, count, percent, href: href(*choice) })
        })
        .collect()
}

/// An area with its counts.
pub(super) fn area_row(builder: &ViewBuilder<'_>, ix: Ix<Area>, area: &Area) -> AreaRow {
    let items = all_items(builder, area);
    let shares = progress::area_shares(builder, ix, &items);
    let plan = builder.plan();
    let newest_of = |updates: &[Ix<crate::plan::Update>]| plan.newest_report(updates.iter(), builder.as_of());
    let newest = items
        .iter()
        .filter_map(|item| newest_of(&plan.items.at(*item).updates))
        .chain(newest_of(&area.updates))
        .max();
    AreaRow {
        href: builder.record_href(RecordIx::Area(ix)),
        number: area.document.number.value.as_str().to_owned(),
        title: area.document.title.value.clone(),
        count: shares.iter().map(|share| share.count).sum(),
        latest: newest.map(|ix| builder.date(&plan.updates.at(ix).document.date.value)),
        shares,
    }
}

/// The items of an area and their parts, in order.
pub(super) fn all_items(builder: &ViewBuilder<'_>, area: &Area) -> Vec<Ix<Item>> {
    let mut items = Vec::new();
    for item in &area.items {
        items.push(*item);
        items.extend(builder.plan().descendants(*item));
    }
    items
}
