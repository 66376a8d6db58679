//! The list of agencies by country, and a page for each.

use super::composer::{Within, contents};
use super::view::{AgencyPage, BodiesPage, BodyGroup, BodyRow, HeadView, ItemRow};
use super::{Composer, Context, Output, OutputPage, page, progress};
use crate::plan::{Agency, Index as _, Item, Ix, RecordIx, Role};
use crate::route::Route;
use crate::vocabulary::Basis;

/// Agencies.
pub(super) const OUTPUT: Output = Output { name: "agencies", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if plan.agencies.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![page(Route::list("agencies"), "agencies.html", None, list)];
    pages.extend(plan.agencies.indexed().map(|(ix, agency)| {
        let route = Route::record(plan, RecordIx::Agency(ix));
        page(route, "agency.html", Some(agency.document.record.span), move |composer| view(composer, ix))
    }));
    pages
}

/// The plan's parties first, in its order; then others in alphabetical order; then bodies of no country.
fn list(composer: &mut Composer<'_>) -> BodiesPage {
    let plan = composer.plan();
    let mut parties: Vec<&str> =
        plan.about.iter().flat_map(|about| about.document.parties.iter().map(String::as_str)).collect();
    let mut others: Vec<&str> = plan
        .agencies
        .iter()
        .filter_map(|agency| agency.document.party.as_deref())
        .filter(|party| !parties.contains(party))
        .collect();
    others.sort_unstable();
    others.dedup();
    parties.extend(others);
    let mut groups: Vec<BodyGroup> = parties
        .iter()
        .map(|party| {
            group(composer, (*party).to_owned(), |agency| agency.document.party.as_deref() == Some(*party))
        })
        .collect();
    groups.push(group(composer, composer.word("other-party"), |agency| agency.document.party.is_none()));
    groups.retain(|group| !group.rows.is_empty());
    let title = composer.word("agencies");
    let head = composer.head(title.clone(), "agencies", composer.crumbs(Vec::new()), None);
    BodiesPage { head: HeadView { contents: groups_of(&groups), ..head }, title, groups }
}

/// The table of contents of a list of groups.
pub(super) fn groups_of(groups: &[BodyGroup]) -> Vec<super::view::ContentsView> {
    contents::groups(groups.iter().map(|group| group.title.as_str()))
}

fn group(composer: &Composer<'_>, title: String, belongs: impl Fn(&Agency) -> bool) -> BodyGroup {
    let mut rows: Vec<BodyRow> = composer
        .plan()
        .agencies
        .indexed()
        .filter(|(_, agency)| belongs(agency))
        .map(|(ix, agency)| BodyRow {
            href: composer.record_href(RecordIx::Agency(ix)),
            name: agency.document.name.clone(),
            abbreviation: agency.document.abbreviation.clone(),
            native_name: Composer::native_name(agency.document.native_name.as_ref()),
            leads: agency.leads.len(),
            supports: agency.supports.len(),
            updates: agency.updates.len(),
        })
        .collect();
    rows.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
    BodyGroup { title, rows }
}

fn view(composer: &mut Composer<'_>, ix: Ix<Agency>) -> AgencyPage {
    let agency = composer.plan().agencies.at(ix);
    let document = &agency.document;
    let body_html = composer.text(&document.record.body, &agency.links, Within::Page);
    let crumbs = composer.crumbs(vec![composer.list_link("agencies", "agencies")]);
    let links = |list: &[Ix<Agency>]| list.iter().map(|ix| composer.link(RecordIx::Agency(*ix))).collect();
    let head = composer.head(document.name.clone(), "agencies", crumbs, Some(RecordIx::Agency(ix)));
    AgencyPage {
        head: HeadView { updated: composer.updated(agency.updates.iter()), ..head },
        name: document.name.clone(),
        abbreviation: document.abbreviation.clone(),
        native_name: Composer::native_name(document.native_name.as_ref()),
        party: document.party.clone(),
        valid: composer.valid(&document.valid),
        url: document.url.clone(),
        parent: agency.parent.map(|parent| composer.link(RecordIx::Agency(parent))),
        children: links(&agency.children),
        predecessors: links(&agency.predecessors),
        successor: agency.successor.map(|successor| composer.link(RecordIx::Agency(successor))),
        body_html,
        leads: rows(composer, ix, &agency.leads, |item| &item.lead),
        supports: rows(composer, ix, &agency.supports, |item| &item.supporting),
        updates: agency.updates.iter().rev().map(|update| composer.update_row(*update)).collect(),
        referred_by: composer.referred_by(&agency.links),
        figures: progress::agency_figures(composer, ix),
        progress: progress::agency_link(composer, ix),
    }
}

/// Items in which the agency has a role, marked where that is our reading.
fn rows(
    composer: &Composer<'_>,
    agency: Ix<Agency>,
    items: &[Ix<Item>],
    roles: impl Fn(&Item) -> &Vec<Role>,
) -> Vec<ItemRow> {
    items
        .iter()
        .map(|ix| {
            let own = roles(composer.plan().items.at(*ix)).iter().find(|role| role.agency == agency);
            ItemRow {
                inferred: own.is_some_and(|role| role.basis == Basis::Inferred),
                ..composer.item_row(*ix)
            }
        })
        .collect()
}
