//! The list of areas, and a page for each.

use super::composer::Within;
use super::home::{all_items, area_row};
use super::view::{AreaPage, AreasPage};
use super::{Composer, Context, Output, OutputPage, page, progress};
use crate::plan::{Area, Index as _, Ix, RecordIx};
use crate::route::Route;

/// Areas.
pub(super) const OUTPUT: Output = Output { name: "areas", pages };

/// How many updates an area's page shows.
const LATEST: usize = 12;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = vec![page(Route::list("areas"), "areas.html", None, list)];
    pages.extend(plan.areas.indexed().map(|(ix, area)| {
        let route = Route::record(plan, RecordIx::Area(ix));
        page(route, "area.html", Some(area.document.number.span), move |composer| view(composer, ix))
    }));
    pages
}

fn list(composer: &mut Composer<'_>) -> AreasPage {
    let head = composer.head(composer.word("areas"), "areas", composer.crumbs(Vec::new()), None);
    AreasPage {
        head,
        areas: composer.plan().areas.indexed().map(|(ix, area)| area_row(composer, ix, area)).collect(),
    }
}

fn view(composer: &mut Composer<'_>, ix: Ix<Area>) -> AreaPage {
    let plan = composer.plan();
    let area = plan.areas.at(ix);
    let body_html = composer.text(&area.document.record.body, &area.links, Within::Page);
    let items = all_items(composer, area);
    let mut updates: Vec<_> =
        items.iter().flat_map(|item| plan.items.at(*item).updates.iter().copied()).collect();
    updates.extend(&area.updates);
    updates.sort();
    updates.dedup();
    let crumbs = composer.crumbs(vec![composer.list_link("areas", "areas")]);
    let number = area.document.number.value.as_str().to_owned();
    let mut head =
        composer.head(composer.name(RecordIx::Area(ix)), "areas", crumbs, Some(RecordIx::Area(ix)));
    head.area = Some(number.clone());
    head.updated = composer.updated(updates.iter());
    let link = |ix: Option<Ix<Area>>| ix.map(|ix| composer.link(RecordIx::Area(ix)));
    AreaPage {
        head,
        number,
        title: area.document.title.value.clone(),
        body_html,
        lead: composer.roles(&area.lead),
        shares: progress::area_shares(composer, ix, &items),
        items: items.iter().map(|item| composer.item_row(*item)).collect(),
        latest: composer.latest(&updates, LATEST),
        referred_by: composer.referred_by(&area.links),
        previous: link(plan.areas.before(ix)),
        next: link(plan.areas.after(ix)),
        figures: progress::area_figures(composer, ix),
        progress: progress::area_link(composer, ix),
    }
}
