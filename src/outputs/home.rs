//! The home page: where the plan stands.

use super::composer::Within;
use super::view::{AreaRow, HeadView, HomePage, ShareView};
use super::{Composer, Output, OutputPage, page, progress};
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

fn view(composer: &mut Composer<'_>) -> HomePage {
    let plan = composer.plan();
    let about = plan.about.as_ref();
    let title =
        about.map_or_else(|| composer.context.config.title.clone(), |about| about.document.title.clone());
    let body_html = about
        .map(|about| composer.text(&about.document.record.body, &about.links, Within::Page))
        .unwrap_or_default();
    let items: Vec<Ix<Item>> = plan.items.indexed().map(|(ix, _)| ix).collect();
    let statuses = status_shares(composer, &items);
    let count = statuses.iter().map(|share| share.count).sum();
    let updates: Vec<_> = plan.updates.indexed().map(|(ix, _)| ix).collect();
    let head = composer.head(title, "", Vec::new(), about.map(|_| RecordIx::Plan));
    HomePage {
        head: HeadView { updated: composer.updated(updates.iter()), ..head },
        body_html,
        count,
        count_note: composer.words().with("progress-note", &[("n", &count.to_string())]),
        count_href: progress::today(composer),
        statuses,
        kinds: kind_shares(composer, &items),
        areas: plan.areas.indexed().map(|(ix, area)| area_row(composer, ix, area)).collect(),
        latest: composer.latest(&updates, LATEST),
        meetings: composer.coming_meetings(LATEST),
        figures: progress::figures(composer),
    }
}

/// How many items have each status. Items that have no status of their own (groups and catch-alls) are left out.
pub(super) fn status_shares(composer: &Composer<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let statuses: Vec<Status> = items
        .iter()
        .map(|ix| composer.context.standing(*ix))
        .filter(|standing| !standing.from_parts)
        .filter_map(|standing| standing.status)
        .collect();
    let words = |status: Status| (status.word(), composer.word(&format!("status-{}", status.word())));
    shares(&statuses, words, |status| composer.href(&Route::status(status)))
}

/// How many items are of each kind.
pub(super) fn kind_shares(composer: &Composer<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let kinds: Vec<Kind> = items.iter().map(|ix| composer.plan().items.at(*ix).document.kind).collect();
    let words = |kind: Kind| (kind.word(), composer.word(&format!("kind-{}", kind.word())));
    shares(&kinds, words, |kind| composer.href(&Route::kind(kind)))
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
pub(super) fn area_row(composer: &Composer<'_>, ix: Ix<Area>, area: &Area) -> AreaRow {
    let items = all_items(composer, area);
    let shares = progress::area_shares(composer, ix, &items);
    let plan = composer.plan();
    let newest_of =
        |updates: &[Ix<crate::plan::Update>]| plan.newest_report(updates.iter(), composer.as_of());
    let newest = items
        .iter()
        .filter_map(|item| newest_of(&plan.items.at(*item).updates))
        .chain(newest_of(&area.updates))
        .max();
    AreaRow {
        href: composer.record_href(RecordIx::Area(ix)),
        number: area.document.number.value.as_str().to_owned(),
        title: area.document.title.value.clone(),
        count: shares.iter().map(|share| share.count).sum(),
        latest: newest.map(|ix| composer.date(&plan.updates.at(ix).document.date.value)),
        shares,
    }
}

/// The items of an area and their parts, in order.
pub(super) fn all_items(composer: &Composer<'_>, area: &Area) -> Vec<Ix<Item>> {
    let mut items = Vec::new();
    for item in &area.items {
        items.push(*item);
        items.extend(composer.plan().descendants(*item));
    }
    items
}
