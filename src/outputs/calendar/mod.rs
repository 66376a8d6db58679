//! The calendar: meetings and due dates, as a page by year and as iCalendar files.
//!
//! The page has all of them, with imprecise dates in words. The files have those whose days are known, because a program
//! can only put an event on a day: a meeting of "September 2024" on the first of that month would be made up.

mod ics;
mod occasion;

use std::sync::{Arc, OnceLock};

use super::output::{Output, OutputPage, file, page};
use crate::facts::milestone_state;
use crate::page::views::{CalendarPage, CalendarYear, LinkView, UpdateRow};
use crate::page::{Context, FeedScope, ICALENDAR, ViewBuilder, has_calendar, milestone_anchor};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use occasion::{Occasion, OccasionKind, occasions};

/// The calendar.
pub(super) const OUTPUT: Output = Output { name: "calendar", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let all = Arc::new(Occasions::default());
    let shown = Arc::clone(&all);
    let mut pages = vec![page(Route::list(Route::CALENDAR), "calendar.html", None, move |builder| {
        calendar(builder, shown.of(builder.context))
    })];
    for scope in FeedScope::all(plan).filter(|scope| has_calendar(&context.config, *scope)) {
        let all = Arc::clone(&all);
        let path = scope.route(plan).beside(ICALENDAR.file);
        pages.push(file(path, move |context| ics::write(context, scope, all.of(context))));
    }
    pages
}

/// All occasions, listed when the first file asks for them.
#[derive(Default)]
struct Occasions(OnceLock<Vec<Occasion>>);

impl Occasions {
    fn of(&self, context: &Context) -> &[Occasion] {
        self.0.get_or_init(|| occasions(&context.published.plan, &context.facts))
    }
}

fn calendar(builder: &mut ViewBuilder<'_>, all: &[Occasion]) -> CalendarPage {
    let as_of = builder.as_of();
    let (coming, past): (Vec<&Occasion>, Vec<&Occasion>) =
        all.iter().partition(|occasion| occasion.last_day() >= as_of);
    let mut head =
        builder.head(builder.word(Route::CALENDAR), Route::CALENDAR, builder.crumbs(Vec::new()), None);
    head.description = format!("{}. {}", builder.word("calendar-note"), builder.context.config.title);
    CalendarPage {
        note: builder.word("calendar-note"),
        count: builder.messages().count("calendar-n", i64::try_from(all.len()).unwrap_or(i64::MAX)),
        file: builder.file_href(ICALENDAR.file),
        coming: years(builder, "coming", coming.into_iter()),
        past: years(builder, "past", past.into_iter().rev()),
        head,
    }
}

/// Occasions by the year of their first day, in the order in which they come.
fn years<'a>(
    builder: &ViewBuilder<'_>,
    which: &str,
    occasions: impl Iterator<Item = &'a Occasion>,
) -> Vec<CalendarYear> {
    let mut years: Vec<CalendarYear> = Vec::new();
    for occasion in occasions {
        let year = occasion.date.year().to_string();
        let row = row(builder, occasion);
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.rows.push(row),
            None => years.push(CalendarYear { id: format!("page_{which}-{year}"), year, rows: vec![row] }),
        }
    }
    years
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
    let state = milestone_state(milestone, builder.as_of());
    UpdateRow {
        title: milestone.title.clone(),
        kind: format!(
            "{}: {}",
            builder.word("calendar-milestone"),
            builder.word(&format!("milestone-{}", state.word()))
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
        href,
    }
}
