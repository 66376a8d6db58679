//! The list of agencies by country, and a page for each.

use super::item_facts::contact_link;
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::progress;
use super::{bodies, in_editions};
use crate::facts::sums_of_agency;
use crate::page::views::{AgencyPage, BodiesPage, BodyGroup, BodyRow, HeadView, ItemTable};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Agency, Index as _, Item, Ix, Plan, RecordIx, Role};
use crate::route::Route;
use crate::vocabulary::RoleBasis;

/// Agencies.
pub(super) const OUTPUT: Output = Output { name: "agencies", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    // What an edition says nothing of has its page with the plan at the root.
    let own = || plan.agencies.indexed().filter(|(ix, _)| !plan.is_elsewhere(RecordIx::Agency(*ix)));
    let total = own().count();
    if total == 0 {
        return Vec::new();
    }
    let listing = Listing { route: Route::list("agencies"), template: "agencies.html", owner: None, total };
    let mut pages = listing.pages(context, list);
    pages.extend(own().map(|(ix, agency)| {
        let route = Route::record(plan, RecordIx::Agency(ix));
        page(route, "agency.html", Some(agency.document.record.span), move |builder| view(builder, ix))
    }));
    pages
}

/// The plan's parties first, in its order; then others in alphabetical order; then bodies of no country.
fn list(builder: &mut ViewBuilder<'_>, window: Window) -> BodiesPage {
    let mut groups: Vec<BodyGroup> = (builder.texts().parties_of_agencies().into_iter())
        .map(|party| group(builder, party.to_owned(), Some(party)))
        .collect();
    groups.push(group(builder, builder.word("other-party"), None));
    bodies::list(builder, window, "agencies", groups)
}

fn group(builder: &ViewBuilder<'_>, title: String, party: Option<&str>) -> BodyGroup {
    let rows = builder
        .plan()
        .agencies
        .indexed()
        .filter(|(ix, _)| !builder.plan().is_elsewhere(RecordIx::Agency(*ix)))
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
    bodies::group(builder, title, rows)
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Agency>) -> AgencyPage {
    let agency = builder.plan().agencies.at(ix);
    let (document, texts) = (&agency.document, builder.texts());
    let body_html = builder.body(ix, Within::Page);
    let crumbs = builder.crumbs(vec![builder.list_link("agencies", "agencies")]);
    let shown = builder.context.rows_shown();
    let first = |items: &[Ix<Item>]| -> Vec<Ix<Item>> { items.iter().take(shown).copied().collect() };
    let head = builder.head(texts.title(ix).to_owned(), "agencies", crumbs, Some(RecordIx::Agency(ix)));
    AgencyPage {
        head: HeadView { updated: builder.updated(agency.updates.iter()), ..head },
        name: texts.title(ix).to_owned(),
        abbreviation: texts.abbreviation(ix).map(str::to_owned),
        native_name: builder.native_name(ix),
        party: texts.party(ix).map(str::to_owned),
        valid: builder.valid(&document.valid),
        url: document.url.clone(),
        contact: texts.agency_contact(ix).map(contact_link),
        fields: builder.own_fields(&document.record),
        sums: builder.field_sums(|field| sums_of_agency(builder.plan(), field, ix)),
        parent: agency.parent.map(|parent| builder.link(RecordIx::Agency(parent))),
        children: builder.first_links(ix, "children", &agency.children),
        predecessors: builder.first_links(ix, "predecessors", &agency.predecessors),
        successor: agency.successor.map(|successor| builder.link(RecordIx::Agency(successor))),
        body_html,
        leads: item_rows(builder, ix.into(), "leads", &first(&agency.leads)),
        all_leads: builder.all_of(ix, "leads", agency.leads.len(), shown),
        supports: item_rows(builder, ix.into(), "supports", &first(&agency.supports)),
        all_supports: builder.all_of(ix, "supports", agency.supports.len(), shown),
        updates: agency.updates.iter().rev().take(shown).map(|update| builder.update_row(*update)).collect(),
        all_updates: builder.all_of(ix, "updates", agency.updates.len(), shown),
        referred_by: builder.referred_by(ix),
        in_editions: in_editions::of(builder, ix.into()),
        figures: progress::agency_figures(builder, ix),
        progress: progress::agency_link(builder, ix),
    }
}

/// Items in a list of a record; those in which an agency has a role are marked where that is inferred.
pub(super) fn item_rows(
    builder: &ViewBuilder<'_>,
    record: RecordIx,
    list: &str,
    items: &[Ix<Item>],
) -> Option<ItemTable> {
    let row = |item: Ix<Item>| (item, role_in(builder.plan(), record, list, item));
    match record {
        RecordIx::Agency(_) => builder.role_table(items.iter().map(|item| row(*item))),
        RecordIx::Area(ix) if builder.plan().areas_in(ix).next().is_some() => {
            builder.item_table_by_area(items.iter().copied())
        }
        _ => builder.item_table(items.iter().copied()),
    }
}

/// The role of an agency in an item of one of its lists.
pub(super) fn role_in<'p>(plan: &'p Plan, record: RecordIx, list: &str, item: Ix<Item>) -> Option<&'p Role> {
    let item = plan.items.at(item);
    let RecordIx::Agency(agency) = record else { return None };
    let roles = if list == "leads" { &item.lead } else { &item.supporting };
    // One that was named under two of its ids has the role that is inferred: nothing is shown as more certain than it is.
    let own = || roles.iter().filter(|role| role.agency == agency);
    own().find(|role| role.basis == RoleBasis::Inferred).or_else(|| own().next())
}
