//! An answer of the form as an update.

use super::body::{self, Unclear};
use super::fields::labels;
use super::names;
use super::outcome::{Complaint, Outcome};
use super::question::Question;
use crate::date::Day;
use crate::page::Context;
use crate::plan::{Index as _, Plan};
use crate::receive::{Ground, Known, mailed, same_due};
use crate::update_file::{Answer, Field, Problem, Subject, update_file};

/// What becomes of the text of an issue. `book` is the plan at the root, which knows the editions; what has no date happened on
/// `today`.
pub fn update(text: &str, ground: &Ground<'_>, book: &Plan, today: Day) -> Outcome {
    match read(text, ground, book, today) {
        Ok(outcome) => outcome,
        Err(complaints) => Outcome::Wrong(complaints),
    }
}

/// An answer whose file the checks of the book refuse.
pub fn refused(problem: &str) -> Outcome {
    Outcome::Wrong(vec![Complaint::new(None, "reply-refused").with("problem", problem)])
}

fn read(text: &str, ground: &Ground<'_>, book: &Plan, today: Day) -> Result<Outcome, Vec<Complaint>> {
    let all: Vec<&Context> =
        std::iter::once(ground.context).chain(ground.languages.iter().copied()).collect();
    let known: Vec<Vec<String>> = Question::ALL.iter().map(|question| labels(*question, &all)).collect();
    let texts = body::answers(text, &known).map_err(|unclear| vec![complaint(unclear)])?;
    let written = |question: Question| {
        let at = Question::ALL.iter().position(|known| *known == question);
        at.and_then(|at| texts[at].as_deref()).unwrap_or("")
    };
    let mut wrong = Vec::new();
    let item = names::item(written(Question::Item), &all, book);
    let agency = names::agency(written(Question::Agency), &all);
    wrong.extend(item.as_ref().err().cloned().into_iter().chain(agency.as_ref().err().cloned()));
    let (Ok(item), Ok(agency)) = (item, agency) else { return Err(wrong) };
    let Some((ix, _)) = ground.plan.items.indexed().find(|(_, known)| known.document.id.as_str() == item)
    else {
        return Err(vec![Complaint::new(Question::Item, "form-unknown-item").with("written", item)]);
    };
    let mut answer = Answer::default();
    for field in Field::ALL {
        answer.set(field, plain(field, written(Question::Part(field))));
    }
    let (date, wording) = (today.to_string(), ground.wording());
    let subject =
        Subject { plan: ground.plan, item: ix, agency, date: &date, since: None, today, wording: &wording };
    let of_part = |Problem { field, key, values }| Complaint {
        question: Some(Question::Part(field)),
        key: in_a_form(key),
        values,
    };
    let file = update_file(&answer, &subject)
        .map_err(|problems| problems.into_iter().map(of_part).collect::<Vec<_>>())?
        .ok_or_else(|| vec![Complaint::new(None, "form-blank")])?;
    match ground.known(&file, ix, agency, None) {
        Known::Exactly => Ok(Outcome::Known(file)),
        Known::Edited(path) => Ok(Outcome::Edited(path)),
        Known::Changed { field, own, theirs, .. } => {
            let complaint = Complaint::new(Question::Part(field), mailed("reply-changed"));
            Err(vec![complaint.with("own", own).with("theirs", theirs).with("date", file.date)])
        }
        // These ask for the round of a period, which a form does not name.
        Known::Dated(_) | Known::Denies(_) | Known::Denied(_) | Known::Taken(_) => {
            let date = Question::Part(Field::Date);
            Err(vec![Complaint::new(date, mailed("reply-exists")).with("date", file.date)])
        }
        Known::No => match same_due("", ix, &file.said, ground) {
            Some(due) => {
                let new_due = Question::Part(Field::NewDue);
                Err(vec![Complaint::new(new_due, "reply-due-same").with("written", due)])
            }
            None => Ok(Outcome::New(file)),
        },
    }
}

/// A list from which nothing was chosen is "None" on some hosts.
fn plain(field: Field, text: &str) -> String {
    let is_list = matches!(field, Field::Nothing | Field::Status | Field::Outlook | Field::Meeting);
    if is_list && text.eq_ignore_ascii_case("none") { String::new() } else { text.to_owned() }
}

/// Sentences that speak of the cells of a workbook have another one for a form.
fn in_a_form(key: &'static str) -> &'static str {
    match key {
        "reply-nothing-and-more" => "form-nothing-and-more",
        "reply-no-status" => "form-no-status",
        key => key,
    }
}

fn complaint(unclear: Unclear) -> Complaint {
    let question = |at: usize| Question::ALL.get(at).copied();
    match unclear {
        Unclear::NoForm => Complaint::new(None, "form-no-form"),
        Unclear::Order(at) => Complaint::new(question(at), "form-order"),
        Unclear::Twice(at) => Complaint::new(question(at), "form-twice"),
        Unclear::Hidden(at) => Complaint::new(question(at), "form-hidden"),
    }
}
