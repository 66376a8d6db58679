//! Status over time: where the plan stood at the end of each year, as a chart and as a list for each year.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::columns::{column, years};
use super::fact_rows::row;
use super::routes;
use super::sections::{self, Rows, Section};
use crate::date::{Date, Day};
use crate::facts::{self, CurrentStatus, percentages};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::{AllRowsView, ChartColumnView, FactRow, HistoryView, ProgressListPage, SegmentView};
use crate::page::views::{LinkView, ShareView, StatusView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};

/// How high the chart is.
const HEIGHT: usize = 240;
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let years = years(context);
    let mut pages = Vec::new();
    for (index, year) in years.iter().copied().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| years.get(index)).copied();
        let next = years.get(index + 1).copied();
        // Each item that has a status of its own stands somewhere at the end of each year.
        let total = context.facts.counted(&context.published.plan).count();
        let list = Listing { route: route(year), template: "progress-list.html", owner: None, total };
        // To know where each item stood is most of the work, so it is done once for all pages of a year.
        let standings = OnceLock::new();
        pages.extend(list.pages(context, move |builder, window| {
            let found = standings.get_or_init(|| by_status(builder, end_of(builder, year)));
            view(builder, year, found, (previous, next), window)
        }));
    }
    pages
}

fn route(year: i16) -> Route {
    routes::below(&year.to_string())
}

/// The address of the list of the statuses of all items on the as-of date.
pub(in crate::outputs) fn today(builder: &ViewBuilder<'_>) -> Option<String> {
    years(builder.context).last().filter(|_| routes::made(builder)).map(|year| builder.href(&route(*year)))
}

/// The last day of a year, or the as-of date where that is earlier.
fn end_of(builder: &ViewBuilder<'_>, year: i16) -> Day {
    Day::new(year, 12, 31).map_or(builder.as_of(), |end| end.min(builder.as_of()))
}

/// Where each item that has a status of its own stood.
fn standings(builder: &ViewBuilder<'_>, day: Day) -> Vec<(Ix<Item>, CurrentStatus, Status)> {
    let plan = builder.plan();
    plan.items
        .indices()
        .filter_map(|ix| {
            let claim = facts::current_status(plan, ix, day);
            claim.counted().map(|status| (ix, claim, status))
        })
        .collect()
}

/// The items of each status, in the order of the choices, and how each stood.
struct ByStatus {
    items: Vec<(Status, Vec<Ix<Item>>)>,
    current: BTreeMap<Ix<Item>, CurrentStatus>,
}

fn by_status(builder: &ViewBuilder<'_>, day: Day) -> ByStatus {
    let found = standings(builder, day);
    let of = |status: Status| found.iter().filter(|(.., own)| *own == status).map(|(ix, ..)| *ix).collect();
    ByStatus {
        items: Status::CHOICES.iter().map(|(_, status)| (*status, of(*status))).collect(),
        current: found.into_iter().map(|(ix, current, _)| (ix, current)).collect(),
    }
}

fn anchor(status: Status) -> String {
    format!("page_status-{}", status.word())
}

/// What a column is called: "End of 2012", or the as-of date.
fn label(builder: &ViewBuilder<'_>, year: i16) -> String {
    match whole_year(builder, year) {
        true => builder.messages().with("progress-end-of", &[("year", &year.to_string())]),
        false => builder.date(&Date::day(builder.as_of())).text,
    }
}

fn title(builder: &ViewBuilder<'_>, year: i16) -> String {
    let words = builder.messages();
    match whole_year(builder, year) {
        true => words.with("progress-stood-year", &[("year", &year.to_string())]),
        false => {
            let date = builder.date(&Date::day(builder.as_of())).text;
            words.with("progress-stood-day", &[("date", &date)])
        }
    }
}

/// Whether the year had ended by the as-of date.
fn whole_year(builder: &ViewBuilder<'_>, year: i16) -> bool {
    let day = end_of(builder, year);
    (day.month(), day.day()) == (12, 31)
}

fn view(
    builder: &mut ViewBuilder<'_>,
    year: i16,
    found: &ByStatus,
    (previous, next): (Option<i16>, Option<i16>),
    window: Window,
) -> ProgressListPage {
    let builder = &*builder;
    let title = title(builder, year);
    let counts: Vec<usize> = found.items.iter().map(|(_, items)| items.len()).collect();
    let (mut shares, mut sections) = (Vec::new(), Vec::new());
    for ((status, items), percent) in found.items.iter().zip(percentages(&counts)) {
        if items.is_empty() {
            continue;
        }
        let view = builder.status(Some(*status), None, None);
        shares.push(ShareView {
            key: view.key.clone(),
            text: view.text.clone(),
            count: items.len(),
            percent,
            href: Some(section_href(builder, year, &counts, *status)),
        });
        sections.push(Section {
            id: anchor(*status),
            title: view.text.clone(),
            status: Some(view),
            note: None,
            label: builder.word("progress-since"),
            empty: String::new(),
            rows: Rows::Items(items, Box::new(move |ix| past_row(builder, ix, &found.current[&ix]))),
        });
    }
    let link = |year: Option<i16>| {
        year.map(|year| LinkView { href: builder.href(&route(year)), text: builder.year(year) })
    };
    let mut head = routes::head(builder, window.title(builder, title.clone()));
    head.updated = None;
    ProgressListPage {
        head,
        title,
        subject: None,
        note: builder.word("progress-stood-note"),
        figures: Vec::new(),
        shares: window.first_only(|| shares),
        sections: sections::shown(builder, sections, window),
        pages: window.view(builder, &route(year)),
        all: AllRowsView::default(),
        previous: link(previous),
        next: link(next),
    }
}

/// Where the items of a status stand in the list of a year, given how many items have each status.
fn section_href(builder: &ViewBuilder<'_>, year: i16, counts: &[usize], status: Status) -> String {
    let ids: Vec<String> = Status::CHOICES.iter().map(|(_, status)| anchor(*status)).collect();
    let sections = ids.iter().map(String::as_str).zip(counts.iter().copied());
    sections::href(builder, &route(year), sections, &anchor(status))
}

/// An item as it stood then.
fn past_row(builder: &ViewBuilder<'_>, ix: Ix<Item>, current_status: &CurrentStatus) -> FactRow {
    let since = current_status.since.map(|ix| (ix, &builder.plan().updates.at(ix).document.date.value));
    FactRow {
        status: builder.status_of(current_status),
        fact: since.map(|(_, date)| builder.date(date).text).unwrap_or_default(),
        value: since.map(|(_, date)| date.earliest.to_string()).unwrap_or_default(),
        update: since.map(|(ix, _)| builder.link(RecordIx::Update(ix))),
        ..row(builder, ix)
    }
}

/// The chart.
pub(super) fn history(builder: &ViewBuilder<'_>) -> HistoryView {
    let years = years(builder.context);
    let days: Vec<Vec<Status>> = years
        .iter()
        .map(|year| {
            let found = standings(builder, end_of(builder, *year));
            found.into_iter().map(|(.., status)| status).collect()
        })
        .collect();
    let occurs = |status: &Status| days.iter().any(|day| day.contains(status));
    // What is settled stands at the foot of a column, what nobody knows at its top.
    let order: Vec<Status> = Status::CHOICES.iter().map(|(_, status)| *status).filter(occurs).collect();
    let columns = years.iter().zip(&days).enumerate().map(|(at, (year, day))| {
        let mut above = 0;
        let counts: Vec<usize> = Status::CHOICES
            .iter()
            .map(|(_, status)| day.iter().filter(|own| *own == status).count())
            .collect();
        let segments = order.iter().map(|status| {
            let count = day.iter().filter(|own| *own == status).count();
            let (from, to) = (place(above, day.len()), place(above + count, day.len()));
            above += count;
            let view = builder.status(Some(*status), None, None);
            let href = match count {
                0 => builder.href(&route(*year)),
                _ => section_href(builder, *year, &counts, *status),
            };
            SegmentView { key: view.key, text: view.text, count, y: from, height: to - from, href }
        });
        ChartColumnView {
            segments: segments.collect(),
            label: label(builder, *year),
            href: builder.href(&route(*year)),
            ..column(*year, at, years.len())
        }
    });
    HistoryView {
        columns: columns.collect(),
        summary: summary(builder, &years, &days),
        legend: order
            .iter()
            .map(|status| builder.status(Some(*status), None, None))
            .collect::<Vec<StatusView>>(),
    }
}

fn place(above: usize, of: usize) -> usize {
    above * HEIGHT / of.max(1)
}

/// What changed from the first column to the last, in a sentence.
fn summary(builder: &ViewBuilder<'_>, years: &[i16], days: &[Vec<Status>]) -> String {
    let (Some((from, first)), Some(last)) = (years.first().zip(days.first()), days.last()) else {
        return String::new();
    };
    let count = |day: &[Status]| day.iter().filter(|status| **status == Status::NotReported).count();
    let to = years.last().map(|year| label(builder, *year)).unwrap_or_default();
    builder.messages().with(
        "progress-history-summary",
        &[
            ("from", &label(builder, *from)),
            ("then", &count(first).to_string()),
            ("all", &last.len().to_string()),
            ("now", &count(last).to_string()),
            ("to", &to),
        ],
    )
}
