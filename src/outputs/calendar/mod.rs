//! The calendar: meetings and due dates, as a page by year and as iCalendar files.
//!
//! The page, or its pages, have all of them, with imprecise dates in words. The files have those whose days are known, because a program
//! can only put an event on a day: a meeting of "September 2024" on the first of that month would be made up.

mod ics;
mod occasion;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, file};
use crate::page::views::{CalendarPage, CalendarYear, LinkView, UpdateRow};
use crate::page::{Context, FeedScope, ICALENDAR, ViewBuilder, has_calendar, milestone_anchor};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;
pub use ics::AnswerBy;
use occasion::{Occasion, OccasionKind, occasions};

/// The calendar.
pub(super) const OUTPUT: Output = Output { name: "calendar", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let all = Arc::new(Occasions::default());
    let shown = Arc::clone(&all);
    let total = occasion::count(plan, &context.facts);
    let list = Listing { route: route(), template: "calendar.html", owner: None, total };
    let mut pages = list.pages_of(page_size(context), move |builder, window| {
        calendar(builder, shown.of(builder.context), window)
    });
    for scope in FeedScope::all(plan).filter(|scope| has_calendar(&context.config, *scope)) {
        let all = Arc::clone(&all);
        let path = scope.route(plan).beside(ICALENDAR.file);
        pages.push(file(path, move |context| ics::write(context, scope, all.of(context))));
    }
    pages
}

/// The calendar of a request: until when an answer is asked for, and what is due on items.
pub fn deadlines(context: &Context, items: &BTreeSet<Ix<Item>>, answer_by: &AnswerBy<'_>) -> Vec<u8> {
    let all = occasions(&context.published.plan, &context.facts);
    ics::write_deadlines(context, items, answer_by, &all)
}

fn route() -> Route {
    Route::list(Route::CALENDAR)
}

/// How many rows a page has: they are short, and many years are read at once.
fn page_size(context: &Context) -> usize {
    context.rows_shown() * 3
}

/// All occasions, listed when the first file asks for them.
#[derive(Default)]
struct Occasions(OnceLock<Vec<Occasion>>);

impl Occasions {
    fn of(&self, context: &Context) -> &[Occasion] {
        self.0.get_or_init(|| occasions(&context.published.plan, &context.facts))
    }
}

/// What is to come, the nearest first; then what is past, the newest first.
fn calendar(builder: &mut ViewBuilder<'_>, all: &[Occasion], window: Window) -> CalendarPage {
    let as_of = builder.as_of();
    let (coming, mut past): (Vec<&Occasion>, Vec<&Occasion>) =
        all.iter().partition(|occasion| occasion.last_day() >= as_of);
    past.reverse();
    let title = window.title(builder, builder.word(Route::CALENDAR));
    let mut head = builder.head(title, Route::CALENDAR, builder.crumbs(Vec::new()), None);
    head.description = format!("{}. {}", builder.word("calendar-note"), builder.context.config.title);
    let (range, first) = (window.range(), coming.len());
    let of_coming = &coming[range.start.min(first)..range.end.min(first)];
    let of_past = &past[range.start.max(first) - first..range.end.max(first) - first];
    CalendarPage {
        title: builder.word(Route::CALENDAR),
        note: builder.word("calendar-note"),
        count: builder.messages().count("calendar-n", i64::try_from(all.len()).unwrap_or(i64::MAX)),
        file: builder.file_href(ICALENDAR.file),
        coming: years(builder, COMING, of_coming),
        past: years(builder, PAST, of_past),
        has_coming: range.start < first || window.is_first(),
        has_past: range.end > first || window.is_last(),
        years: window.first_only(|| links_to_years(builder, &past, first)),
        pages: window.view(builder, &route()),
        head,
    }
}

const COMING: &str = "coming";
const PAST: &str = "past";

fn id_of_year(which: &str, year: i16) -> String {
    format!("page_{which}-{year}")
}

/// Occasions by the year of their first day, in the order in which they come.
fn years(builder: &ViewBuilder<'_>, which: &str, occasions: &[&Occasion]) -> Vec<CalendarYear> {
    let of_year = occasions.chunk_by(|one, other| one.date.year() == other.date.year());
    let view = |occasions: &[&Occasion]| {
        let year = occasions.first()?.date.year();
        let rows = occasions.iter().map(|occasion| row(builder, occasion)).collect();
        Some(CalendarYear { id: id_of_year(which, year), year: builder.year(year), rows })
    };
    of_year.filter_map(view).collect()
}

/// The years that are past, each where it begins. So many occasions stand before them.
fn links_to_years(builder: &ViewBuilder<'_>, past: &[&Occasion], before: usize) -> Vec<LinkView> {
    let mut years: Vec<(usize, i16)> =
        past.iter().enumerate().map(|(place, occasion)| (before + place, occasion.date.year())).collect();
    years.dedup_by_key(|(_, year)| *year);
    let size = page_size(builder.context);
    let link = |(place, year): (usize, i16)| {
        let page = route().page_of_list(place / size + 1);
        let other = if place < size { String::new() } else { builder.href(&page) };
        LinkView { href: format!("{other}#{}", id_of_year(PAST, year)), text: builder.year(year) }
    };
    years.into_iter().map(link).collect()
}

fn row(builder: &ViewBuilder<'_>, occasion: &Occasion) -> UpdateRow {
    match occasion.what {
        OccasionKind::Meeting { update, .. } => builder.update_row(update),
        OccasionKind::Due { item, .. } => due_row(builder, occasion, item),
        OccasionKind::Milestone { item, place } => milestone_row(builder, occasion, item, place),
    }
}

/// A milestone with its state in words, which is none of the statuses.
fn milestone_row(builder: &ViewBuilder<'_>, occasion: &Occasion, item: Ix<Item>, place: usize) -> UpdateRow {
    let row = due_row(builder, occasion, item);
    let Some(milestone) = builder.plan().items.at(item).document.milestones.get(place) else { return row };
    let state = builder.context.facts.day_of(item).milestone(milestone);
    UpdateRow {
        title: milestone.title.clone(),
        kind: builder.messages().labelled(
            &builder.word("calendar-milestone"),
            &builder.word(&format!("milestone-{}", state.word())),
        ),
        status: None,
        href: format!("{}#{}", row.href, milestone_anchor(&milestone.id.value)),
        ..row
    }
}

fn due_row(builder: &ViewBuilder<'_>, occasion: &Occasion, item: Ix<Item>) -> UpdateRow {
    let href = builder.record_href(RecordIx::Item(item));
    UpdateRow {
        date: builder.date(&occasion.date),
        title: builder.texts().title(item).to_owned(),
        kind: builder.word("calendar-due"),
        meeting: None,
        status: Some(builder.status_of(builder.context.current_status(item))),
        items: vec![LinkView { href: href.clone(), text: builder.number(item) }],
        more_items: None,
        whole_plan: false,
        baseline: false,
        corrected: false,
        href,
    }
}
