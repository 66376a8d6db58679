//! The list of all items, and a page for each item and part.

use super::all_rows::{self, AllRows};
use super::item_history::Newest;
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::shares::{kind_shares, status_shares};
use super::{due_ledger, embed, indicators, item_facts, item_histories, item_history, milestones, series};
use crate::facts::{counts_reports, series_of_item};
use crate::language_marks::unmarked;
use crate::page::views::{
    AgencyCount, AssessmentRow, ConflictView, ContentsView, ForumLinkView, HeadView, ItemPage, ItemsPage,
    LedgerView, SeriesView,
};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::Route;
use crate::vocabulary::Kind;

/// Items and parts.
pub(super) const OUTPUT: Output = Output { name: "items", pages };

/// So many agencies are offered to narrow the list of items.
const MOST_AGENCIES: usize = 500;
/// A page with no more updates than this needs no table of contents.
const SHORT_HISTORY: usize = 6;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let all =
        Listing { route: Route::list("items"), template: "items.html", owner: None, total: plan.items.len() };
    let rows = AllRows::of_all(context);
    let mut pages = all.pages(context, move |builder, window| list(builder, &rows, window));
    pages.extend(all_rows::of_all_items(context));
    for (ix, item) in plan.items.indexed() {
        let (route, owner) = (Route::record(plan, RecordIx::Item(ix)), Some(item.document.record.span));
        pages.push(page(route, "item.html", owner, move |builder| view(builder, ix)));
        pages.extend(item_histories::pages(context, ix));
    }
    pages
}

fn list(builder: &mut ViewBuilder<'_>, rows: &AllRows, window: Window) -> ItemsPage {
    let all = || builder.plan().items.indices().collect::<Vec<Ix<Item>>>();
    let range = window.range();
    let shown = builder.plan().items.indices().skip(range.start).take(range.len());
    let total = builder.plan().items.len();
    let title = window.title(builder, builder.word("items"));
    ItemsPage {
        head: builder.head(title, "items", builder.crumbs(Vec::new()), None),
        title: builder.word("items"),
        note: builder.messages().count("items-n", i64::try_from(total).unwrap_or(i64::MAX)),
        empty: builder.word("no-items"),
        status: None,
        groups: window.first_only(|| status_shares(builder, &all())),
        kinds: window.first_only(|| kind_shares(builder, &all())),
        agencies: window.first_only(|| leading_agencies(builder)),
        items: builder.item_table_by_area(shown),
        pages: window.view(builder, &Route::list("items")),
        all: rows.view(builder, window),
    }
}

fn leading_agencies(builder: &ViewBuilder<'_>) -> Vec<AgencyCount> {
    let agencies = builder.plan().agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let mut leading: Vec<AgencyCount> = agencies
        .map(|(ix, agency)| AgencyCount {
            href: builder.record_href(RecordIx::Agency(ix)),
            name: builder.texts().title(ix).to_owned(),
            count: agency.leads.len(),
        })
        .collect();
    // A list of very many is no way to one of them: the list of agencies has all.
    if leading.len() > MOST_AGENCIES {
        return Vec::new();
    }
    let order = &builder.context.name_order;
    leading.sort_by(|a, b| order.compare(&a.name, &b.name).then_with(|| a.href.cmp(&b.href)));
    leading
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Item>) -> ItemPage {
    let plan = builder.plan();
    let item = plan.items.at(ix);
    let (document, texts) = (&item.document, builder.texts());
    let body_html = builder.body(ix, Within::Section);
    let (all, window) = (builder.context.history(ix), item_histories::first(builder.context, ix));
    let (history, baseline) = item_histories::shown(builder, ix, &all, window);
    let (schedule_key, schedule) = builder.schedule(ix);
    let (freshness_key, freshness) = builder.freshness(ix);
    let kind = document.kind.word();
    let (shown, parts) = (builder.context.rows_shown(), plan.descendants(ix));
    let lead = builder.roles(&item.lead);
    let lead_from = item.lead_from.map(|from| builder.link(from));
    let supporting = builder.roles(&item.supporting);
    let time = Time {
        ledger: due_ledger::ledger(builder, ix),
        series: document.cadence.as_ref().filter(|_| document.kind == Kind::Recurring).and_then(|_| {
            series::view(builder, &series_of_item(builder.plan(), ix, builder.as_of()), series::NARROW)
        }),
        assessments: item_history::assessments(builder, ix),
        conflicts: item_history::conflicts(builder, ix),
    };
    let (steps_back, all_steps_back) = item_history::steps_back(builder, ix);
    let mut head = head(builder, ix);
    head.updated = builder.updated(item.updates.iter());
    head.contents = contents(builder, ix, &time, &all);
    ItemPage {
        head,
        id: document.id.as_str().to_owned(),
        number: builder.number(ix),
        outline_number: document.code.as_ref().map(|_| builder.outline_number(ix)),
        title: texts.title(ix).to_owned(),
        summary: texts.summary(ix).map(str::to_owned),
        text: texts.wording(ix).map(str::to_owned),
        text_is_title: texts
            .wording(ix)
            .is_some_and(|text| unmarked(text).trim() == unmarked(texts.title(ix)).trim()),
        text_lang: text_language(builder),
        text_original: builder.plan().items.at(ix).document.record.original_text.clone(),
        source: item.source.map(|source| builder.link(RecordIx::Source(source))),
        locator: texts.locator(ix).map(str::to_owned),
        area: builder.link(RecordIx::Area(item.area)),
        parent: item.parent.map(|parent| builder.link(RecordIx::Item(parent))),
        standing: builder.current_status(builder.context.current_status(ix)),
        has_history: !history.is_empty(),
        kind_key: kind.to_owned(),
        kind: builder.word(&format!("kind-{kind}")),
        kind_note: builder.word(&format!("kind-{kind}-long")),
        start: document.start.as_ref().map(|start| builder.date(start)),
        outlook: builder.newest_outlook(ix),
        image: item_facts::image(builder, ix),
        see: item_facts::see(builder, ix),
        contact: texts.item_contact(ix).map(item_facts::contact_link),
        cadence: document.cadence.as_ref().map(|cadence| builder.cadence(cadence)),
        schedule_key,
        schedule,
        freshness_key,
        freshness,
        steps_back,
        all_steps_back,
        ledger: time.ledger,
        series: time.series,
        assessments: time.assessments.0,
        all_assessments: time.assessments.1,
        conflicts: time.conflicts.0,
        all_conflicts: time.conflicts.1,
        any_inferred: lead.iter().chain(&supporting).any(|agency| agency.inferred),
        all_inferred: lead.iter().chain(&supporting).all(|agency| agency.inferred),
        any_later: lead.iter().chain(&supporting).any(|agency| agency.later),
        bodies: item_facts::bodies(builder, ix),
        bodies_note: item_facts::bodies_note(builder, ix),
        verdict: builder.unclaimed_verdict(ix),
        searched: builder.searches(&document.searched),
        lead,
        lead_from,
        supporting,
        partners: texts.partners(ix).to_vec(),
        body_html,
        parts: builder.item_table(parts.iter().take(shown).copied()),
        all_parts: builder.all_of(ix, "parts", parts.len(), shown),
        history,
        baseline,
        pages: window.view(builder, &Route::record(plan, RecordIx::Item(ix))),
        indicators: texts.indicators(ix).to_vec(),
        milestones: milestones::views(builder, ix),
        measured: indicators::views(builder, ix),
        related: builder.first_links(ix, "related", &item.related),
        depends_on: builder.first_links(ix, "depends-on", &item.depends_on),
        required_by: builder.first_links(ix, "required-by", &item.required_by),
        same_as: builder.first_links(ix, "same-as", &item.same_as),
        forums: forums(builder, item),
        all_forums: builder.all_of(ix, "forums", item.forums.len(), shown),
        continues: builder.continues(item),
        continued_by: builder.continued_by(item),
        referred_by: builder.referred_by(ix),
        fields: builder.own_fields(&document.record),
        tags: builder.tags(ix),
        embed: embed::frame(builder, ix),
        aliases: document.record.aliases.iter().map(|alias| alias.value.clone()).collect(),
        previous: plan.items.before(ix).map(|item| builder.link(RecordIx::Item(item))),
        next: plan.items.after(ix).map(|item| builder.link(RecordIx::Item(item))),
    }
}

fn head(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> HeadView {
    let item = builder.plan().items.at(ix);
    let mut way = builder.area_way(item.area);
    let mut above = Vec::new();
    let mut parent = item.parent;
    while let Some(ix) = parent {
        above.push(builder.link(RecordIx::Item(ix)));
        parent = builder.plan().items.at(ix).parent;
    }
    way.extend(above.into_iter().rev());
    let (name, crumbs) = (builder.name(RecordIx::Item(ix)), builder.crumbs(way));
    builder.in_area(builder.head(name, "items", crumbs, Some(RecordIx::Item(ix))), item.area)
}

/// What a page says of time besides its history.
struct Time {
    ledger: Option<LedgerView>,
    series: Option<SeriesView>,
    assessments: Newest<AssessmentRow>,
    conflicts: Newest<ConflictView>,
}

/// The sections of a page with a long history.
fn contents(
    builder: &ViewBuilder<'_>,
    ix: Ix<Item>,
    time: &Time,
    history: &[Ix<Update>],
) -> Vec<ContentsView> {
    if history.len() <= SHORT_HISTORY {
        return Vec::new();
    }
    let item = builder.plan().items.at(ix);
    let shown = |sections: &[(bool, (&'static str, &'static str))]| -> Vec<ContentsView> {
        let shown: Vec<_> =
            sections.iter().filter(|(shown, _)| *shown).map(|(_, section)| *section).collect();
        builder.sections(&shown)
    };
    let of_reports = counts_reports(builder.plan(), item, builder.as_of());
    let series = if of_reports { "occasions-title" } else { "series-title" };
    let mut contents = shown(&[
        (item.document.each, ("page_bodies", "bodies")),
        (!item.parts.is_empty(), ("page_parts", "parts")),
        (!item.document.record.body.is_empty(), ("page_about", "about-this-item")),
        (has_indicators(builder, ix), ("page_indicators", "indicators")),
        (!item.document.milestones.is_empty(), ("page_milestones", "milestones")),
        (time.ledger.is_some(), ("page_ledger", "ledger")),
        (time.series.is_some(), ("page_series", series)),
        (!time.assessments.0.is_empty(), ("page_assessments", "assessments")),
        (!time.conflicts.0.is_empty(), ("page_conflicts", "conflicts")),
        (true, ("page_history", "history")),
    ]);
    contents.extend(item_histories::contents(builder, ix, history));
    contents.extend(shown(&[
        (!item.same_as.is_empty(), ("page_same-as", "same-as")),
        (!item.depends_on.is_empty(), ("page_depends-on", "depends-on")),
        (!item.related.is_empty(), ("page_related", "related")),
        (!item.document.see.is_empty(), ("page_see", "see")),
        (!item.forums.is_empty(), ("page_forums", "forums")),
        (!item.continues.is_empty(), ("page_continues", "continues")),
        (!item.links.from.is_empty(), ("page_referred-by", "referred-to-by")),
    ]));
    contents
}

fn has_indicators(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> bool {
    !builder.texts().indicators(ix).is_empty() || !builder.plan().items.at(ix).measured.is_empty()
}

/// The language of the plan's words, when the page is in another.
fn text_language(builder: &ViewBuilder<'_>) -> Option<String> {
    let language = builder.plan().about.as_ref()?.document.languages.first()?;
    (language != builder.context.config.language()).then(|| language.clone())
}

fn forums(builder: &ViewBuilder<'_>, item: &Item) -> Vec<ForumLinkView> {
    item.forums
        .iter()
        .take(builder.context.rows_shown())
        .map(|ix| {
            let forum = &builder.plan().forums.at(*ix).document;
            ForumLinkView {
                href: builder.record_href(RecordIx::Forum(*ix)),
                name: builder.texts().title(*ix).to_owned(),
                basis_key: forum.basis.map(|basis| basis.word().to_owned()),
                basis: forum.basis.map(|basis| builder.word(&format!("forum-basis-{}", basis.word()))),
            }
        })
        .collect()
}
