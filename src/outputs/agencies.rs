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
    let mut groups: Vec<BodyGroup> = (builder.texts().parties_of_agencies().into_iter())
        .map(|party| group(builder, party.to_owned(), Some(party)))
        .collect();
    groups.push(group(builder, builder.word("other-party"), None));
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

fn group(builder: &ViewBuilder<'_>, title: String, party: Option<&str>) -> BodyGroup {
    let mut rows: Vec<BodyRow> = builder
        .plan()
        .agencies
        .indexed()
        .filter(|(ix, _)| builder.texts().party(*ix) == party)
        .map(|(ix, agency)| BodyRow {
            href: builder.record_href(RecordIx::Agency(ix)),
            name: builder.texts().title(ix).to_owned(),
            abbreviation: builder.texts().abbreviation(ix).map(str::to_owned),
            native_name: builder.native_name(ix),
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
    let (document, texts) = (&agency.document, builder.texts());
    let body_html = builder.body(ix, Within::Page);
    let crumbs = builder.crumbs(vec![builder.list_link("agencies", "agencies")]);
    let links = |list: &[Ix<Agency>]| list.iter().map(|ix| builder.link(RecordIx::Agency(*ix))).collect();
    let head = builder.head(texts.title(ix).to_owned(), "agencies", crumbs, Some(RecordIx::Agency(ix)));
    AgencyPage {
        head: HeadView { updated: builder.updated(agency.updates.iter()), ..head },
        name: texts.title(ix).to_owned(),
        abbreviation: texts.abbreviation(ix).map(str::to_owned),
        native_name: builder.native_name(ix),
        party: texts.party(ix).map(str::to_owned),
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

/// Items in which the agency has a role, marked where that is inferred.
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
