//! Several replies that were received at once: the same answer twice is one, and two answers of which both cannot be so are for a
//! person. What comes out does not depend on the order of the replies.

use std::collections::BTreeMap;

use super::outcome::{Complaint, Judged, Outcome};
use super::place::Place;
use super::reply::Reply;
use crate::plan::{Index as _, Item, Ix, Plan};
use crate::update_file::{Field, Piece, UpdateFile};

/// A reply among others.
pub struct Together<'a> {
    /// How the reply is called where another one is compared with it.
    pub name: String,
    /// What was answered.
    pub reply: &'a Reply,
    /// The plan that it is about.
    pub plan: &'a Plan,
    /// What became of each answer.
    pub judged: &'a mut [Judged],
}

/// An answer: the places of its reply and of itself in that.
type At = (usize, usize);

/// Compares all answers with each other.
pub fn together(replies: &mut [Together<'_>]) {
    let mut by_item: BTreeMap<(Option<&str>, Ix<Item>), Vec<At>> = BTreeMap::new();
    for (of, reply) in replies.iter().enumerate() {
        for (at, judged) in reply.judged.iter().enumerate() {
            if let (Some(item), Some(_)) = (judged.item, judged.outcome.file()) {
                by_item.entry((reply.plan.edition.as_deref(), item)).or_default().push((of, at));
            }
        }
    }
    let mut repeated: Vec<(At, At)> = Vec::new();
    let mut wrong: BTreeMap<At, Vec<Complaint>> = BTreeMap::new();
    for answers in by_item.values() {
        for (n, one) in answers.iter().enumerate() {
            for other in &answers[n + 1..] {
                match between(replies, *one, *other) {
                    Between::Same => repeated.push((*other, *one)),
                    Between::Conflicts(found) => {
                        for (of_one, of_other) in found {
                            wrong.entry(*one).or_default().push(of_one);
                            wrong.entry(*other).or_default().push(of_other);
                        }
                    }
                }
            }
        }
    }
    let places: Vec<(At, String)> =
        repeated.iter().map(|(at, first)| (*at, name(replies, *first, None))).collect();
    for ((of, at), first) in places {
        let judged = &mut replies[of].judged[at];
        if let Outcome::New(file) = &judged.outcome {
            judged.outcome = Outcome::Repeated(file.clone(), first);
        }
    }
    for ((of, at), complaints) in wrong {
        let outcome = &mut replies[of].judged[at].outcome;
        // What the book has already stays.
        if !matches!(outcome, Outcome::Known(_) | Outcome::Edited(..)) {
            *outcome = Outcome::Wrong(complaints);
        }
    }
}

/// What two answers on one item are to each other.
enum Between {
    Same,
    /// What each needs.
    Conflicts(Vec<(Complaint, Complaint)>),
}

fn between(replies: &[Together<'_>], one: At, other: At) -> Between {
    let [file, theirs] = [one, other].map(|(of, at)| replies[of].judged[at].outcome.file());
    let (Some(file), Some(theirs)) = (file, theirs) else { return Between::Conflicts(Vec::new()) };
    let conflict = |key: &'static str, fields: [Field; 2], said: [Piece; 2]| {
        let complaint = |at: At, with: At, own: usize, their: usize| Complaint {
            place: place(replies, at, fields[own]),
            key,
            values: vec![
                ("own", said[own].clone()),
                ("theirs", said[their].clone()),
                ("other", Piece::Text(name(replies, with, Some(fields[their])))),
                // Who answered knows the cells, and neither the files nor the answers of others.
                ("cell", Piece::Text(place(replies, with, fields[their]).to_string())),
            ],
        };
        (complaint(one, other, 0, 1), complaint(other, one, 1, 0))
    };
    if file.path == theirs.path && file.text == theirs.text {
        return Between::Same;
    }
    let dates = [file, theirs].map(|file| Piece::Text(file.date.clone()));
    if one.0 == other.0 {
        let start = [Field::Happened; 2];
        let twice = conflict("reply-twice", start, dates);
        let at = |complaint: Complaint, (of, at): At| Complaint {
            place: replies[of].judged[at].start.clone(),
            ..complaint
        };
        return Between::Conflicts(vec![(at(twice.0, one), at(twice.1, other))]);
    }
    if file.path == theirs.path {
        return Between::Conflicts(vec![conflict("reply-conflict-day", [Field::Date; 2], dates)]);
    }
    if replies[one.0].reply.sent.period != replies[other.0].reply.sent.period {
        return Between::Conflicts(Vec::new());
    }
    let is_own = agency(replies, one) == agency(replies, other);
    if is_own && file.is_nothing != theirs.is_nothing {
        let field = |file: &UpdateFile| if file.is_nothing { Field::Nothing } else { Field::Happened };
        return Between::Conflicts(vec![conflict(
            "reply-conflict-nothing",
            [file, theirs].map(field),
            dates,
        )]);
    }
    let key = if is_own { "reply-conflict-own" } else { "reply-conflict" };
    let claims = contradictions(file, theirs, each_has_a_status(replies, one, other));
    Between::Conflicts(claims.into_iter().map(|(fields, said)| conflict(key, fields, said)).collect())
}

/// Whether every lead has a status of its own on the item, and these are two of them.
fn each_has_a_status(replies: &[Together<'_>], one: At, other: At) -> bool {
    let reply = &replies[one.0];
    let item = reply.judged[one.1].item;
    item.is_some_and(|item| reply.plan.items.at(item).document.each)
        && agency(replies, one) != agency(replies, other)
}

/// Who gave an answer.
fn agency<'r>(replies: &'r [Together<'_>], (of, _): At) -> &'r str {
    &replies[of].reply.sent.agency
}

/// What two answers say of the same thing, where it is not the same.
fn contradictions(one: &UpdateFile, other: &UpdateFile, own_statuses: bool) -> Vec<([Field; 2], [Piece; 2])> {
    let mut found = Vec::new();
    if let (Some(own), Some(theirs), false) = (one.said.status, other.said.status, own_statuses)
        && own != theirs
    {
        found.push(([Field::Status; 2], [own, theirs].map(|word| Piece::Word(Field::Status, word))));
    }
    if let (Some(own), Some(theirs)) = (&one.said.new_due, &other.said.new_due)
        && own != theirs
    {
        found.push(([Field::NewDue; 2], [own, theirs].map(|date| Piece::Text(date.clone()))));
    }
    for own in &one.said.values {
        let same = |value: &&crate::update_file::SaidValue| {
            value.indicator == own.indicator && value.period == own.period && value.number != own.number
        };
        for theirs in other.said.values.iter().filter(same) {
            let fields = [Field::Value(own.at), Field::Value(theirs.at)];
            found.push((fields, [own, theirs].map(|value| Piece::Text(value.number.clone()))));
        }
    }
    found
}

fn place(replies: &[Together<'_>], (of, at): At, field: Field) -> Place {
    replies[of]
        .reply
        .answers
        .get(at)
        .map_or_else(|| replies[of].judged[at].start.clone(), |it| it.place(field))
}

/// A cell of a reply, as it is named beside those of others; that where its row begins, without a field.
fn name(replies: &[Together<'_>], at: At, field: Option<Field>) -> String {
    let place =
        field.map_or_else(|| replies[at.0].judged[at.1].start.clone(), |field| place(replies, at, field));
    format!("{} {place}", replies[at.0].name)
}
