//! The home page: where the plan stands.

use super::areas::{area_row, is_nested};
use super::editions;
use super::output::{Output, OutputPage, page};
use super::progress;
use super::shares::{kind_shares, status_shares};
use crate::page::views::{HeadView, HomePage};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;

/// The home page.
pub(super) const OUTPUT: Output = Output { name: "home", pages };

/// How many updates and meetings the home page shows.
const LATEST: usize = 8;

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![page(Route::home(), "home.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> HomePage {
    let plan = builder.plan();
    let about = plan.about.as_ref();
    let title = builder.context.title().to_owned();
    let body_html = builder.body(RecordIx::Plan, Within::Page);
    let items: Vec<Ix<Item>> = plan.items.indices().collect();
    let statuses = status_shares(builder, &items);
    let count = statuses.iter().map(|share| share.count).sum();
    let updates: Vec<_> = plan.updates.indices().collect();
    // The way to an edition ends at its home page.
    let mut crumbs = if plan.edition.is_some() { builder.crumbs(Vec::new()) } else { Vec::new() };
    crumbs.pop();
    let head = builder.head(title, "", crumbs, about.map(|_| RecordIx::Plan));
    HomePage {
        head: HeadView { updated: builder.updated(updates.iter()), ..head },
        body_html,
        count,
        count_note: builder.messages().with("progress-note", &[("n", &count.to_string())]),
        count_href: progress::today(builder),
        statuses,
        verdicts: progress::verdict_shares(builder, &items),
        kinds: kind_shares(builder, &items),
        areas: plan.top_areas().map(|ix| area_row(builder, ix)).collect(),
        nested: is_nested(plan),
        latest: builder.latest(&updates, LATEST),
        meetings: builder.coming_meetings(LATEST),
        figures: progress::figures(builder),
        progress: progress::link(builder),
        crosswalk: editions::beginning(builder),
    }
}
