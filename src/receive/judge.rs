//! What becomes of each answer.

use super::fresh::outcome;
use super::ground::Ground;
use super::headings::{Headings, beside};
use super::known::Round;
use super::names::{Names, Shows};
use super::outcome::{Complaint, Judged, Outcome};
use super::place::Place;
use super::reply::{Answered, Reply};
use super::shown::Stray;
use crate::date::{Date, Day, Precision};
use crate::plan::{Item, Ix};
use crate::reporting_requests::Table;
use crate::rounds::is_reported_by;
use crate::update_file::{Piece, Subject, UpdateFile};

/// What becomes of each answer of a reply by itself.
///
/// # Errors
/// When the reply is from nobody that is in the plan: a sentence that says what to do.
pub fn judge(reply: &Reply, ground: &Ground<'_>, today: Day) -> Result<Vec<Judged>, String> {
    let agency = &reply.sent.agency;
    if ground.agency(agency).is_none() {
        return Err(format!(
            "the agency `{agency}` is not in the book: correct the id in its hidden first cell, or write a new workbook"
        ));
    }
    let date = Date::parse(&reply.sent.date, 1).ok().filter(|date| date.precision == Precision::Day);
    let Some(date) = date else {
        return Err(format!(
            "its hidden first cell has no date, but `{}`: write a new workbook",
            reply.sent.date
        ));
    };
    let Some(period) = ground.period(&reply.sent.period) else {
        return Err(format!(
            "its hidden first cell has no period, but `{}`: write a new workbook",
            reply.sent.period
        ));
    };
    let sent = Date::parse(&reply.sent.as_of, 1).ok().map(|day| day.earliest);
    let round = Round { period: &period, sent };
    let headings = Headings::of(ground);
    let lost = headings.lost(reply);
    if !lost.is_empty() {
        // The rest belongs to the same answers, and would stand in their way when they come again.
        return Ok(lost.into_iter().map(|place| nowhere(place, "reply-no-ids", Vec::new())).collect());
    }
    let (wording, names, misplaced) = (ground.wording(), Names::of(ground), headings.misplaced(reply));
    let mut judged: Vec<Judged> = Vec::new();
    for answered in &reply.answers {
        // Who was asked about the public plan says nothing about anything internal.
        let item = ground.item(&answered.item).filter(|item| ground.shown(*item).is_some());
        let beside = beside(answered, &misplaced);
        let under_others = headings.under_others(answered, reply);
        let outcome = match item {
            _ if !answered.damaged.is_empty() => damaged(answered),
            None => unknown(answered),
            _ if !beside.is_empty() => Outcome::Wrong(beside.into_iter().map(in_no_column).collect()),
            _ if !under_others.is_empty() => {
                let complaints = under_others.into_iter();
                Outcome::Wrong(complaints.map(|(place, heading)| moved_column(place, heading)).collect())
            }
            Some(item) => {
                let (plan, date, wording) = (ground.plan, date.text.as_str(), &wording);
                let since = Some(period.earliest);
                let has_values = reply.tables.contains(&Table::Indicators);
                let subject = Subject { plan, item, agency, date, since, today, wording };
                other_item(answered, reply, item, &names, ground)
                    .unwrap_or_else(|| outcome(answered, &subject, ground, round, has_values))
            }
        };
        let is_early = outcome.file().is_some_and(|file| is_before(file, &period, ground));
        judged.push(Judged { start: answered.start.clone(), item, outcome, is_early });
    }
    let alone = |stray: &&&Stray| !reply.answers.iter().any(|answered| answered.is_beside(&stray.place));
    judged.extend(misplaced.iter().filter(alone).map(|stray| {
        let Complaint { place, key, values } = in_no_column(stray);
        nowhere(place, key, values)
    }));
    Ok(judged)
}

/// A problem that belongs to no item.
fn nowhere(place: Place, key: &'static str, values: Vec<(&'static str, Piece)>) -> Judged {
    Judged { start: place.clone(), item: None, outcome: wrong(place, key, values), is_early: false }
}

fn in_no_column(stray: &Stray) -> Complaint {
    moved_column(stray.place.clone(), &stray.heading)
}

fn moved_column(place: Place, heading: &str) -> Complaint {
    let heading = heading.lines().next().unwrap_or_default().trim().to_owned();
    Complaint { place, key: "reply-no-column", values: vec![("heading", heading.into())] }
}

/// Whether a row of an answer shows another item than that of its id.
fn other_item(
    answered: &Answered,
    reply: &Reply,
    item: Ix<Item>,
    names: &Names,
    ground: &Ground<'_>,
) -> Option<Outcome> {
    let shown = ground.shown(item)?;
    let own = reply.rows.iter().filter(|row| row.start().is_some_and(|start| answered.is_beside(start)));
    let complaints = own.filter_map(|row| match names.shows(row, shown, ground) {
        Shows::It(_) => None,
        Shows::Other(written) => {
            let title = ground.title(item, ground.context);
            let values = vec![("written", written.into()), ("item", title.into())];
            Some(Complaint { place: row.start()?.clone(), key: "reply-other-item", values })
        }
    });
    let complaints: Vec<Complaint> = complaints.collect();
    (!complaints.is_empty()).then_some(Outcome::Wrong(complaints))
}

/// Whether a report is dated before the period that was asked about, and so is no answer for its round.
fn is_before(file: &UpdateFile, period: &Date, ground: &Ground<'_>) -> bool {
    ground.period(&file.date).is_some_and(|date| !is_reported_by(&date, period))
}

fn wrong(place: Place, key: &'static str, values: Vec<(&'static str, Piece)>) -> Outcome {
    Outcome::Wrong(vec![Complaint { place, key, values }])
}

fn damaged(answered: &Answered) -> Outcome {
    let complaint =
        |(place, key): &(Place, &'static str)| Complaint { place: place.clone(), key, values: Vec::new() };
    Outcome::Wrong(answered.damaged.iter().map(complaint).collect())
}

fn unknown(answered: &Answered) -> Outcome {
    match answered.item.is_empty() {
        true => wrong(answered.start.clone(), "reply-no-item", Vec::new()),
        false => wrong(
            answered.start.clone(),
            "reply-unknown-item",
            vec![("written", Piece::Text(answered.item.clone()))],
        ),
    }
}

/// Takes back a file that the checks of the book refuse. Whether there was such a file.
pub fn refuse(judged: &mut [Judged], path: &str, problem: &str) -> bool {
    let mut refused = false;
    for judged in judged {
        let (Outcome::New(file) | Outcome::Repeated(file, _)) = &judged.outcome else { continue };
        if file.path == path {
            refused |= matches!(judged.outcome, Outcome::New(_));
            judged.outcome = wrong(judged.start.clone(), "reply-refused", vec![("problem", problem.into())]);
        }
    }
    refused
}
