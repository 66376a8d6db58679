//! What becomes of each answer.

use super::ground::Ground;
use super::known::Known;
use super::moved::moved_on;
use super::outcome::{Complaint, Judged, Outcome};
use super::place::Place;
use super::reply::{Answered, Reply};
use crate::date::{Date, Day, FiscalYear, Precision};
use crate::rounds::is_reported_by;
use crate::update_file::{Field, Piece, Problem, Subject, UpdateFile, update_file};

/// What becomes of each answer of a reply by itself.
///
/// # Errors
/// When the reply is from nobody that is in the plan: a sentence that says what to do.
pub fn judge(reply: &Reply, ground: &Ground<'_>, today: Day) -> Result<Vec<Judged>, String> {
    let agency = &reply.sent.agency;
    if !ground.plan.agencies.iter().any(|known| known.document.id == *agency) {
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
    let wording = ground.wording();
    let mut judged: Vec<Judged> = Vec::new();
    for answered in &reply.answers {
        let item = ground.item(&answered.item);
        let outcome = match item {
            _ if !answered.damaged.is_empty() => damaged(answered),
            None => unknown(answered),
            Some(item) => {
                let (plan, date, wording) = (ground.plan, date.text.as_str(), &wording);
                let subject = Subject { plan, item, agency, date, today, wording };
                outcome(answered, &subject, ground)
            }
        };
        let is_early = outcome.file().is_some_and(|file| is_before(file, &reply.sent.period, ground));
        judged.push(Judged { start: answered.start.clone(), item, outcome, is_early });
    }
    Ok(judged)
}

/// Whether a report is dated before the period that was asked about, and so is no answer for its round.
fn is_before(file: &UpdateFile, period: &str, ground: &Ground<'_>) -> bool {
    let about = ground.plan.about.as_ref();
    let fiscal = about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let date = |text: &str| Date::parse(text, fiscal).ok();
    let (date, period) = (date(&file.date), date(period));
    matches!((date, period), (Some(date), Some(period)) if !is_reported_by(&date, &period))
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

fn outcome(answered: &Answered, subject: &Subject<'_>, ground: &Ground<'_>) -> Outcome {
    let complaint = |Problem { field, key, values }| Complaint { place: answered.place(field), key, values };
    let file = match update_file(&answered.answer, subject) {
        Ok(Some(file)) => file,
        Ok(None) => return Outcome::Blank,
        Err(problems) => return Outcome::Wrong(problems.into_iter().map(complaint).collect()),
    };
    match ground.known(&file, subject.item, subject.agency) {
        Known::Exactly => Outcome::Known(file),
        Known::Edited(path) => Outcome::Edited(file, path),
        Known::Taken => {
            wrong(answered.place(Field::Date), "reply-exists", vec![("date", Piece::Text(file.date))])
        }
        Known::No => match moved_on(answered, subject.item, &file.said, ground) {
            moved if moved.is_empty() => Outcome::New(file),
            moved => Outcome::Wrong(moved),
        },
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
