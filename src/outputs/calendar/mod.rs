//! The calendar: meetings and due dates, as a page by year and as iCalendar files.
//!
//! The page has all of them, with imprecise dates in words. The files have those whose days are known, because a program
//! can only put an event on a day: a meeting of "September 2024" on the first of that month would be made up.

mod ics;
mod occasion;

use std::sync::{Arc, OnceLock};

use super::follow::Form;
use super::subject::Subject;
use super::view::{CalendarPage, CalendarYear, LinkView, UpdateRow};
use super::{Composer, Context, Output, OutputPage, page};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use crate::site::{Body, Page};
use occasion::{Occasion, What, occasions};

/// The calendar.
pub(super) const OUTPUT: Output = Output { name: "calendar", pages };

/// iCalendar (RFC 5545).
pub(super) const ICALENDAR: Form =
    Form { file: "calendar.ics", mime: "text/calendar", word: "follow-calendar" };

/// Its name in addresses, and the key of its title.
pub(super) const NAME: &str = "calendar";

/// Whether there is a file for a subject. An item has few dates, and its area has them.
pub(super) fn has_file(subject: Subject) -> bool {
    !matches!(subject, Subject::Item(_))
}

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let all = Arc::new(All::default());
    let shown = Arc::clone(&all);
    let mut pages = vec![page(Route::list(NAME), "calendar.html", None, move |composer| {
        calendar(composer, shown.of(composer.context))
    })];
    for subject in Subject::all(plan).filter(|subject| has_file(*subject)) {
        let all = Arc::clone(&all);
        let path = subject.route(plan).beside(ICALENDAR.file);
        let render = move |context: &Context| ics::write(context, subject, all.of(context));
        pages.push(Page { path, body: Body::Deferred(Box::new(render)), template: None, owner: None });
    }
    pages
}

/// All occasions, listed when the first file asks for them.
#[derive(Default)]
struct All(OnceLock<Vec<Occasion>>);

impl All {
    fn of(&self, context: &Context) -> &[Occasion] {
        self.0.get_or_init(|| occasions(&context.published.plan, context.published.as_of))
    }
}

fn calendar(composer: &mut Composer<'_>, all: &[Occasion]) -> CalendarPage {
    let as_of = composer.as_of();
    let (coming, past): (Vec<&Occasion>, Vec<&Occasion>) =
        all.iter().partition(|occasion| occasion.last_day() >= as_of);
    let mut head = composer.head(composer.word(NAME), NAME, composer.crumbs(Vec::new()), None);
    head.description = format!("{}. {}", composer.word("calendar-note"), composer.context.config.title);
    CalendarPage {
        note: composer.word("calendar-note"),
        count: composer.words().count("calendar-n", i64::try_from(all.len()).unwrap_or(i64::MAX)),
        file: composer.file_href(ICALENDAR.file),
        coming: years(composer, "coming", coming.into_iter()),
        past: years(composer, "past", past.into_iter().rev()),
        head,
    }
}

/// Occasions by the year of their first day, in the order in which they come.
fn years<'a>(
    composer: &Composer<'_>,
    which: &str,
    occasions: impl Iterator<Item = &'a Occasion>,
) -> Vec<CalendarYear> {
    let mut years: Vec<CalendarYear> = Vec::new();
    for occasion in occasions {
        let year = occasion.date.year().to_string();
        let row = row(composer, occasion);
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.rows.push(row),
            None => years.push(CalendarYear { id: format!("page_{which}-{year}"), year, rows: vec![row] }),
        }
    }
    years
}

fn row(composer: &Composer<'_>, occasion: &Occasion) -> UpdateRow {
    match occasion.what {
        What::Meeting(ix) => composer.update_row(ix),
        What::Due { item, .. } => due_row(composer, occasion, item),
    }
}

fn due_row(composer: &Composer<'_>, occasion: &Occasion, item: Ix<Item>) -> UpdateRow {
    let href = composer.record_href(RecordIx::Item(item));
    UpdateRow {
        date: composer.date(&occasion.date),
        title: composer.plan().items.at(item).document.title.value.clone(),
        kind: composer.word("calendar-due"),
        meeting: None,
        status: Some(composer.status_of(composer.context.standing(item))),
        items: vec![LinkView { href: href.clone(), text: composer.number(item) }],
        whole_plan: false,
        baseline: false,
        href,
    }
}
