//! The rounds of reporting: who was asked, who has answered, what is missing. Only the internal site has this page; the numbers
//! are those of `status --round`.

use std::ops::Range;

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage};
use crate::date::Date;
use crate::page::views::{LinkView, RoundAgency, RoundPoint, RoundView, RoundsPage};
use crate::page::{Context, ViewBuilder, lists};
use crate::plan::{Index as _, RecordIx};
use crate::rounds::{self, Answer, OfAgency, Point, State};
use crate::route::Route;

/// The rounds of reporting.
pub(super) const OUTPUT: Output = Output { name: "rounds", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    if !lists::has_rounds(&context.published) {
        return Vec::new();
    }
    let (plan, facts) = (&context.published.plan, &context.facts);
    let states = rounds::latest(plan, facts.as_of).into_iter();
    let states: Vec<State> = states.map(|period| rounds::state(plan, facts, &period)).collect();
    let total = states.iter().map(|state| state.agencies.len()).sum();
    let listing = Listing { route: Route::list(Route::ROUNDS), template: "rounds.html", owner: None, total };
    listing.pages(context, move |builder, window| view(builder, window, &states))
}

/// A page with some of the agencies: first those of the newest round, then those of the one before.
fn view(builder: &mut ViewBuilder<'_>, window: Window, states: &[State]) -> RoundsPage {
    let builder = &*builder;
    let title = builder.word("rounds");
    let heading = window.title(builder, title.clone());
    let mut head = builder.head(heading, Route::ROUNDS, builder.crumbs(Vec::new()), None);
    head.updated = None;
    let mut rounds = Vec::new();
    let mut start = 0;
    for state in states {
        let rows = start..start + state.agencies.len();
        start = rows.end;
        if window.has_section(rows.clone()) {
            rounds.push(round(builder, state, &rows, window));
        }
    }
    RoundsPage { head, title, rounds, pages: window.view(builder, &Route::list(Route::ROUNDS)) }
}

/// A round with the agencies of a page; items without an agency stand below the last one.
fn round(builder: &ViewBuilder<'_>, state: &State, rows: &Range<usize>, window: Window) -> RoundView {
    let item = |ix| builder.link(RecordIx::Item(ix));
    let shown = window.range();
    let (first, end) = (shown.start.max(rows.start), shown.end.min(rows.end));
    let agencies = state.agencies.get(first - rows.start..end.max(first) - rows.start).unwrap_or_default();
    let unled = if end == rows.end { state.unled.as_slice() } else { &[] };
    RoundView {
        id: format!("page_round-{}", state.period.text.replace('/', "-to-")),
        title: builder.messages().with("rounds-round", &[("period", &builder.date(&state.period).text)]),
        sentences: sentences(builder, state),
        agencies: agencies.iter().map(|own| agency(builder, own)).collect(),
        unled: unled.iter().map(|ix| item(*ix)).collect(),
    }
}

/// The numbers of a round in words.
fn sentences(builder: &ViewBuilder<'_>, state: &State) -> Vec<String> {
    let counted = builder.round_counts(state);
    if state.counts.asked == 0 {
        return vec![counted];
    }
    let words = builder.messages();
    let date = builder.date(&Date::day(state.deadline)).text;
    let deadline = match state.late_by {
        Some(_) if state.counts.missing == 0 => words.with("rounds-ended-answered", &[("date", &date)]),
        Some(_) => words.with("rounds-ended", &[("date", &date)]),
        None => words.with("rounds-open", &[("date", &date)]),
    };
    vec![counted, deadline]
}

fn agency(builder: &ViewBuilder<'_>, own: &OfAgency) -> RoundAgency {
    let points = |wanted: fn(&Answer) -> bool| {
        let found = own.points.iter().filter(|point| wanted(&point.answer));
        found.map(|it| point(builder, it)).collect::<Vec<_>>()
    };
    RoundAgency {
        agency: builder.link(RecordIx::Agency(own.agency)),
        asked: own.counts.asked,
        answered: own.counts.answered,
        missing: own.counts.missing,
        open: points(|answer| *answer == Answer::Missing),
        done: points(|answer| *answer != Answer::Missing),
    }
}

fn point(builder: &ViewBuilder<'_>, point: &Point) -> RoundPoint {
    let update = point.answer.update();
    let date = update.map(|ix| builder.date(&builder.plan().updates.at(ix).document.date.value).text);
    RoundPoint {
        item: builder.link(RecordIx::Item(point.item)),
        reason: builder.word(point.reason.heading()),
        update: update
            .map(|ix| LinkView { text: builder.update_title(ix), ..builder.link(RecordIx::Update(ix)) }),
        date: date.unwrap_or_default(),
        late: matches!(point.answer, Answer::Late(_)),
    }
}
