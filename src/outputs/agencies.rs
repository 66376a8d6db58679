//! The list of agencies by country, and a page for each.

use super::output::{Output, OutputPage, page};
use super::progress;
use crate::page::views::{AgencyPage, BodiesPage, BodyGroup, BodyRow, HeadView, ItemRow};
use crate::page::{Context, ViewBuilder, Within, contents};
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
        page(route, "agency.html", Some(agency.document.record.span), move |builder| view(builder, ix))
    }));
    pages
}

/// The plan's parties first, in its order; then others in alphabetical order; then bodies of no country.
fn list(builder: &mut ViewBuilder<'_>) -> BodiesPage {
    let plan = builder.plan();
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
            group(builder, (*party).to_owned(), |agency| agency.document.party.as_deref() == Some(*party))
        })
        .collect();
    groups.push(group(builder, builder.word("other-party"), |agency| agency.document.party.is_none()));
    groups.retain(|group| !group.rows.is_empty());
    let title = builder.word("agencies");
    let head = builder.head(title.clone(), "agencies", builder.crumbs(Vec::new()), None);
    BodiesPage {
        head: HeadView {
            contents: contents::groups(groups.iter().map(|group| group.title.as_str())),
            ..head
        },
        title,
        groups,
    }
}

fn group(builder: &ViewBuilder<'_>, title: String, belongs: impl Fn(&Agency) -> bool) -> BodyGroup {
    let mut rows: Vec<BodyRow> = builder
        .plan()
        .agencies
        .indexed()
        .filter(|(_, agency)| belongs(agency))
        .map(|(ix, agency)| BodyRow {
            href: builder.record_href(RecordIx::Agency(ix)),
            name: agency.document.name.clone(),
            abbreviation: agency.document.abbreviation.clone(),
            native_name: ViewBuilder::native_name(agency.document.native_name.as_ref()),
            leads: agency.leads.len(),
            supports: agency.supports.len(),
            updates: agency.updates.len(),
        })
        .collect();
    rows.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
    BodyGroup { title, rows }
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Agency>) -> AgencyPage {
    let agency = builder.plan().agencies.at(ix);
    let document = &agency.document;
    let body_html = builder.text(&document.record.body, &agency.links, Within::Page);
    let crumbs = builder.crumbs(vec![builder.list_link("agencies", "agencies")]);
    let links = |list: &[Ix<Agency>]| list.iter().map(|ix| builder.link(RecordIx::Agency(*ix))).collect();
    let head = builder.head(document.name.clone(), "agencies", crumbs, Some(RecordIx::Agency(ix)));
    AgencyPage {
        head: HeadView { updated: builder.updated(agency.updates.iter()), ..head },
        name: document.name.clone(),
        abbreviation: document.abbreviation.clone(),
        native_name: ViewBuilder::native_name(document.native_name.as_ref()),
        party: document.party.clone(),
        valid: builder.valid(&document.valid),
        url: document.url.clone(),
        parent: agency.parent.map(|parent| builder.link(RecordIx::Agency(parent))),
        children: links(&agency.children),
        predecessors: links(&agency.predecessors),
        successor: agency.successor.map(|successor| builder.link(RecordIx::Agency(successor))),
        body_html,
        leads: rows(builder, ix, &agency.leads, |item| &item.lead),
        supports: rows(builder, ix, &agency.supports, |item| &item.supporting),
        updates: agency.updates.iter().rev().map(|update| builder.update_row(*update)).collect(),
        referred_by: builder.referred_by(&agency.links),
        figures: progress::agency_figures(builder, ix),
        progress: progress::agency_link(builder, ix),
    }
}

/// Items in which the agency has a role, marked where that is our reading.
fn rows(
    builder: &ViewBuilder<'_>,
    agency: Ix<Agency>,
    items: &[Ix<Item>],
    roles: impl Fn(&Item) -> &Vec<Role>,
) -> Vec<ItemRow> {
    items
        .iter()
        .map(|ix| {
            let own = roles(builder.plan().items.at(*ix)).iter().find(|role| role.agency == agency);
            ItemRow {
                inferred: own.is_some_and(|role| role.basis == Basis::Inferred),
                ..builder.item_row(*ix)
            }
        })
        .collect()
}
