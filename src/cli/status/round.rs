//! `planbook status --round`: who was asked about a period, who has answered, what is missing.

use std::fmt::Write as _;

use serde::Serialize;

use super::lines::{heading, wrapped};
use super::summary::DateText;
use crate::date::Date;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix};
use crate::render::{Messages, show};
use crate::rounds::{self, Counts, OfAgency, Point, State};
use crate::route::Route;

/// Grows when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// A round on a day.
#[derive(Debug, Serialize)]
pub(super) struct Round {
    schema_version: u32,
    generator: &'static str,
    as_of: String,
    audience: &'static str,
    title: String,
    /// The period, as it was written.
    round: String,
    first_day: String,
    last_day: String,
    /// The last day on which an answer is in time.
    deadline: String,
    /// Days since the deadline; `None` where it has not passed.
    late_by: Option<i64>,
    #[serde(flatten)]
    counts: Numbers,
    agencies: Vec<AgencyLine>,
    without_lead: Vec<String>,
    #[serde(skip)]
    heading: String,
}

/// The numbers of a round or of an agency in it.
#[derive(Debug, Serialize)]
struct Numbers {
    asked: usize,
    answered: usize,
    answered_late: usize,
    nothing_to_report: usize,
    missing: usize,
}

#[derive(Debug, Serialize)]
struct AgencyLine {
    agency: String,
    title: String,
    #[serde(flatten)]
    counts: Numbers,
    items: Vec<PointLine>,
}

#[derive(Debug, Serialize)]
struct PointLine {
    item: String,
    title: String,
    reason: &'static str,
    answer: &'static str,
    update: Option<String>,
    date: Option<DateText>,
    #[serde(skip)]
    number: String,
    /// What was reported, or why it was asked about.
    #[serde(skip)]
    words: String,
}

impl From<Counts> for Numbers {
    fn from(counts: Counts) -> Self {
        Self {
            asked: counts.asked,
            answered: counts.answered,
            answered_late: counts.late,
            nothing_to_report: counts.nothing,
            missing: counts.missing,
        }
    }
}

/// What has become of the round of a period.
pub(super) fn of(context: &Context, period: &Date) -> Round {
    let published = &context.published;
    let builder = ViewBuilder::new(context, Route::home());
    let state: State = rounds::state(&published.plan, &context.facts, period);
    let as_of = published.as_of;
    let shown = |date: &Date| show(date, builder.messages());
    let days = (Date::day(period.earliest), Date::day(period.latest), Date::day(as_of));
    Round {
        schema_version: VERSION,
        generator: concat!("planbook ", env!("CARGO_PKG_VERSION")),
        as_of: as_of.to_string(),
        audience: published.audience.word(),
        title: context.title().to_owned(),
        round: period.text.clone(),
        first_day: period.earliest.to_string(),
        last_day: period.latest.to_string(),
        deadline: state.deadline.to_string(),
        late_by: state.late_by,
        counts: state.counts.into(),
        agencies: state.agencies.iter().map(|agency| agency_line(&builder, agency)).collect(),
        without_lead: state.unled.iter().map(|ix| id(&builder, *ix)).collect(),
        heading: format!(
            "Round {}, {} to {}. As of {}.",
            period.text,
            shown(&days.0),
            shown(&days.1),
            shown(&days.2)
        ),
    }
}

fn id(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> String {
    builder.plan().items.at(ix).document.id.as_str().to_owned()
}

fn agency_line(builder: &ViewBuilder<'_>, agency: &OfAgency) -> AgencyLine {
    AgencyLine {
        agency: builder.plan().agencies.at(agency.agency).document.id.clone(),
        title: builder.texts().title(agency.agency).to_owned(),
        counts: agency.counts.into(),
        items: agency.points.iter().map(|point| point_line(builder, point)).collect(),
    }
}

fn point_line(builder: &ViewBuilder<'_>, point: &Point) -> PointLine {
    let update = point.answer.update();
    let words = update.map_or_else(
        || builder.word(point.reason.heading()),
        |ix| {
            let date = show(&builder.plan().updates.at(ix).document.date.value, builder.messages());
            format!("{date}: {}", builder.update_title(ix))
        },
    );
    PointLine {
        item: id(builder, point.item),
        title: builder.texts().title(point.item).to_owned(),
        reason: point.reason.word(),
        answer: point.answer.word(),
        update: update.map(|ix| builder.plan().updates.at(ix).document.id.clone()),
        date: update.map(|ix| DateText::from(&builder.plan().updates.at(ix).document.date.value)),
        number: builder.number(point.item),
        words,
    }
}

/// The round for a terminal.
pub(super) fn draw(round: &Round, messages: &Messages) -> String {
    let mut text = String::new();
    wrapped(&mut text, &round.title, "", "");
    wrapped(&mut text, &round.heading, "", "");
    if round.counts.asked == 0 {
        let why = match round.without_lead.is_empty() {
            true => "no item awaits a report in this period",
            false => "the items that await a report in this period have no responsible agency",
        };
        let _ = writeln!(text, "\nNobody was asked: {why}.");
    } else {
        sentences(&mut text, round);
        table(&mut text, round);
        list(&mut text, "Missing", round, |point| point.update.is_none());
        list(&mut text, "Answered", round, |point| point.update.is_some());
    }
    if !round.without_lead.is_empty() {
        heading(&mut text, messages.get("request-unanswered"), round.without_lead.len());
        wrapped(&mut text, &round.without_lead.join(", "), "  ", "  ");
    }
    text
}

fn sentences(text: &mut String, round: &Round) {
    let counts = &round.counts;
    let agencies = round.agencies.len();
    let _ = writeln!(
        text,
        "\nAsked     {:>4}  by {} {}",
        counts.asked,
        agencies,
        if agencies == 1 { "agency" } else { "agencies" }
    );
    let _ = writeln!(
        text,
        "Answered  {:>4}  {} late, {} with nothing to report",
        counts.answered, counts.answered_late, counts.nothing_to_report
    );
    let late = match round.late_by.filter(|_| counts.missing > 0) {
        Some(days) => {
            format!("late since {}, by {days} {}", round.deadline, if days == 1 { "day" } else { "days" })
        }
        None if round.late_by.is_some() => format!("answers were in time until {}", round.deadline),
        None => format!("in time until {}", round.deadline),
    };
    let _ = writeln!(text, "Missing   {:>4}  {late}", counts.missing);
}

fn table(text: &mut String, round: &Round) {
    let _ = writeln!(text, "\n{:<47}{:>8}{:>10}{:>9}", "Agency", "asked", "answered", "missing");
    for agency in &round.agencies {
        let counts = &agency.counts;
        let name = super::table::fitted(&agency.title, 45);
        let _ = writeln!(text, "  {name}{:>8}{:>10}{:>9}", counts.asked, counts.answered, counts.missing);
    }
}

fn list(text: &mut String, title: &str, round: &Round, wanted: impl Fn(&PointLine) -> bool) {
    if !round.agencies.iter().flat_map(|agency| &agency.items).any(&wanted) {
        return;
    }
    // An item that several agencies lead stands below each, so the lines do not add up to the number above.
    let _ = writeln!(text, "\n{title}, by agency");
    for agency in &round.agencies {
        let mut points = agency.items.iter().filter(|point| wanted(point)).peekable();
        if points.peek().is_some() {
            wrapped(text, &agency.title, "  ", "  ");
        }
        for point in points {
            wrapped(text, &format!("{}  {}", point.number, point.title), "    ", "      ");
            let late = if point.answer == "answered-late" { " (late)" } else { "" };
            wrapped(text, &format!("{}{late}", point.words), "        ", "        ");
        }
    }
}
