//! What becomes of each answer.

use std::collections::BTreeMap;

use super::ground::Ground;
use super::place::Place;
use super::reply::{Answered, Reply};
use crate::date::{Date, Day, Precision};
use crate::plan::{Item, Ix};
use crate::update_file::{Problem, Subject, UpdateFile, update_file};

/// What became of an answer.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Where its row begins.
    pub start: Place,
    /// The item, where it is known.
    pub item: Option<Ix<Item>>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What becomes of an answer.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A file that is new.
    New(UpdateFile),
    /// The file is there already, as it would be written.
    Known(UpdateFile),
    /// Nothing was answered.
    Blank,
    /// What is to be corrected.
    Wrong(Vec<Complaint>),
}

/// What is to be corrected in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The cell.
    pub place: Place,
    /// The key of the sentence.
    pub key: &'static str,
    /// What stands in the sentence.
    pub values: Vec<(&'static str, String)>,
}

/// What becomes of each answer of a reply. `written` has the files of replies before, and gets those of this one.
///
/// # Errors
/// When the reply is from nobody that is in the plan: a sentence that says what to do.
pub fn judge(
    reply: &Reply,
    ground: &Ground<'_>,
    today: Day,
    written: &mut BTreeMap<String, String>,
) -> Result<Vec<Judged>, String> {
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
        let twice = item.is_some() && judged.iter().any(|before| before.item == item && !before.is_blank());
        let outcome = match item {
            _ if !answered.damaged.is_empty() => damaged(answered),
            None => unknown(answered),
            Some(_) if twice => wrong(answered.start.clone(), "reply-twice", Vec::new()),
            Some(item) => {
                let (plan, date, wording) = (ground.plan, date.text.as_str(), &wording);
                let subject = Subject { plan, item, agency, date, today, wording };
                outcome(answered, &subject, ground, written)
            }
        };
        judged.push(Judged { start: answered.start.clone(), item, outcome });
    }
    Ok(judged)
}

impl Judged {
    fn is_blank(&self) -> bool {
        matches!(self.outcome, Outcome::Blank)
    }
}

fn wrong(place: Place, key: &'static str, values: Vec<(&'static str, String)>) -> Outcome {
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
        false => {
            wrong(answered.start.clone(), "reply-unknown-item", vec![("written", answered.item.clone())])
        }
    }
}

fn outcome(
    answered: &Answered,
    subject: &Subject<'_>,
    ground: &Ground<'_>,
    written: &mut BTreeMap<String, String>,
) -> Outcome {
    let complaint = |Problem { field, key, values }| Complaint { place: answered.place(field), key, values };
    let file = match update_file(&answered.answer, subject) {
        Ok(Some(file)) => file,
        Ok(None) => return Outcome::Blank,
        Err(problems) => return Outcome::Wrong(problems.into_iter().map(complaint).collect()),
    };
    let there = ground.text_of(&file.id).or_else(|| written.get(&file.path).map(String::as_str));
    match there {
        Some(text) if text == file.text => return Outcome::Known(file),
        Some(_) => {
            let date = file.date.clone();
            let place = answered.place(crate::update_file::Field::Date);
            return wrong(place, "reply-exists", vec![("date", date)]);
        }
        None => {}
    }
    if let Some(moved) = moved_on(answered, subject.item, &file, ground) {
        return moved;
    }
    written.insert(file.path.clone(), file.text.clone());
    Outcome::New(file)
}

/// An answer was given on what was sent. When the plan says something else by now, a person decides, unless the answer says the same.
fn moved_on(answered: &Answered, item: Ix<Item>, file: &UpdateFile, ground: &Ground<'_>) -> Option<Outcome> {
    let now = ground.status_now(item);
    // A row with values only has no cell for the status.
    let sent = answered.sent_status.as_str();
    let has_cell = answered.places.iter().any(|(field, _)| *field == crate::update_file::Field::Status);
    // What says no status contradicts none: two agencies may report on one item.
    let claims_status = file.status.is_some_and(|status| status != now);
    if ground.accept_changed || !has_cell || sent == now || !claims_status {
        return None;
    }
    let place = answered.place(crate::update_file::Field::Status);
    let values = vec![("sent", ground.status_label(sent)), ("now", ground.status_label(now))];
    Some(wrong(place, "reply-moved-on", values))
}

/// Takes back a file that the checks of the book refuse. Whether there was such a file.
pub fn refuse(judged: &mut [Judged], path: &str, problem: &str) -> bool {
    let is_its = |judged: &&mut Judged| matches!(&judged.outcome, Outcome::New(file) if file.path == path);
    let Some(found) = judged.iter_mut().find(is_its) else { return false };
    found.outcome = wrong(found.start.clone(), "reply-refused", vec![("problem", problem.to_owned())]);
    true
}
