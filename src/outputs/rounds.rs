//! The rounds of reporting: who was asked, who has answered, what is missing. Only the internal site has this page; the numbers
//! are those of `status --round`.

use super::output::{Output, OutputPage, page};
use crate::date::Date;
use crate::page::views::{LinkView, RoundAgency, RoundPoint, RoundView, RoundsPage};
use crate::page::{Context, ViewBuilder, lists};
use crate::plan::{Index as _, RecordIx};
use crate::rounds::{self, Answer, OfAgency, Point, State};
use crate::route::Route;

/// The rounds of reporting.
pub(super) const OUTPUT: Output = Output { name: "rounds", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    match lists::has_rounds(&context.published) {
        true => vec![page(Route::list(Route::ROUNDS), "rounds.html", None, view)],
        false => Vec::new(),
    }
}

fn view(builder: &mut ViewBuilder<'_>) -> RoundsPage {
    let builder = &*builder;
    let (plan, facts) = (builder.plan(), &builder.context.facts);
    let title = builder.word("rounds");
    let mut head = builder.head(title, Route::ROUNDS, builder.crumbs(Vec::new()), None);
    head.updated = None;
    let states = rounds::latest(plan, builder.as_of()).into_iter();
    let states = states.map(|period| rounds::state(plan, facts, &period));
    RoundsPage { head, rounds: states.map(|state| round(builder, &state)).collect() }
}

fn round(builder: &ViewBuilder<'_>, state: &State) -> RoundView {
    let item = |ix| builder.link(RecordIx::Item(ix));
    RoundView {
        id: format!("page_round-{}", state.period.text.replace('/', "-to-")),
        title: builder.messages().with("rounds-round", &[("period", &builder.date(&state.period).text)]),
        sentences: sentences(builder, state),
        agencies: state.agencies.iter().map(|own| agency(builder, own)).collect(),
        unled: state.unled.iter().map(|ix| item(*ix)).collect(),
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
