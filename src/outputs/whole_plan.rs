//! The whole plan on one page, for reading in one go and for print.

use super::home::all_items;
use super::view::{WholeArea, WholeItem, WholePlanPage};
use super::{Composer, Context, Output, OutputPage, page};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;

/// The plan on one page.
pub(super) const OUTPUT: Output = Output { name: "whole-plan", pages };

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![page(Route::list("plan"), "plan.html", None, view)]
}

fn view(composer: &mut Composer<'_>) -> WholePlanPage {
    let areas = composer.plan().areas.indexed().map(|(ix, area)| WholeArea {
        href: composer.record_href(RecordIx::Area(ix)),
        number: area.document.number.value.as_str().to_owned(),
        title: area.document.title.value.clone(),
        items: all_items(composer, area).into_iter().map(|ix| item(composer, ix)).collect(),
    });
    WholePlanPage {
        areas: areas.collect(),
        head: composer.head(composer.word("whole-plan"), "plan", composer.crumbs(Vec::new()), None),
    }
}

fn item(composer: &Composer<'_>, ix: Ix<Item>) -> WholeItem {
    let plan = composer.plan();
    let item = plan.items.at(ix);
    let standing = composer.context.standing(ix);
    WholeItem {
        href: composer.record_href(RecordIx::Item(ix)),
        id: item.document.id.as_str().to_owned(),
        number: composer.number(ix),
        text: item.document.text.as_ref().unwrap_or(&item.document.title).value.clone(),
        status: composer.status_of(standing),
        since: standing.since.map(|ix| composer.date(&plan.updates.at(ix).document.date.value)),
        lead: composer.roles(&item.lead),
        depth: item.document.id.depth().saturating_sub(2),
    }
}
