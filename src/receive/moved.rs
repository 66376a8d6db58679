//! An answer was given on what was sent. When the plan says something else by now, a person decides, unless the answer says the same.

use super::ground::Ground;
use super::known_numbers::agencies;
use super::outcome::Complaint;
use super::reply::Answered;
use crate::date::{Date, FiscalYear};
use crate::facts::{IndicatorIx, Measurement, measurements};
use crate::page::Context;
use crate::plan::{Index as _, Item, Ix};
use crate::reporting_requests::{known_due, known_status, known_value, value_in};
use crate::update_file::{Field, Piece, Said};
use crate::vocabulary::{Choice as _, Status};

/// What an answer says on what the plan says in another way than when it was asked for. What it does not speak of, it does not
/// contradict: two agencies may report on one item.
pub(super) fn moved_on(
    answered: &Answered,
    (item, agency): (Ix<Item>, &str),
    said: &Said,
    ground: &Ground<'_>,
) -> Vec<Complaint> {
    let Some(shown) = ground.shown(item).filter(|_| !ground.accept_changed) else { return Vec::new() };
    let context = ground.context;
    let mut found = Vec::new();
    let mut compare =
        |field: Field, key: &'static str, [sent, now, says]: [&str; 3], piece: fn(&str) -> Piece| {
            if sent != now && says != now {
                let values = vec![("sent", piece(sent)), ("now", piece(now))];
                found.push(Complaint { place: answered.place(field), key, values });
            }
        };
    // A row with values only has no cell for the status.
    let has_cell = answered.places.iter().any(|(field, _)| *field == Field::Status);
    if let Some(says) = said.status.filter(|_| has_cell) {
        let now = known_status(context, shown, ground.agency(agency));
        compare(Field::Status, "reply-moved-on", [&answered.sent_status, now, says], status);
    }
    // Workbooks of earlier versions have no cells for these.
    if let Some(says) = said.new_due.as_deref().filter(|_| !answered.sent_due.is_empty()) {
        let now = known_due(context, shown);
        compare(Field::NewDue, "reply-due-moved", [&answered.sent_due, &now, says], text);
    }
    for value in &said.values {
        let sent = answered.sent_values.get(value.at).filter(|sent| !sent.is_empty());
        let measured = &context.published.plan.items.at(shown).document.measured;
        let place = measured.iter().position(|known| known.id.value == value.indicator);
        let (Some(sent), Some(place)) = (sent, place) else { continue };
        let ix = IndicatorIx { item: shown, place };
        // That of an earlier answer of the agency is no change by others: it is compared for its period.
        if newest_is_of(agency, ix, context) {
            continue;
        }
        let now = known_value(context, ix);
        let says = value_in(&value.period, &value.number);
        compare(Field::Value(value.at), "reply-value-moved", [sent, &now, &says], text);
    }
    found
}

/// Whether the newest value of an indicator is from an answer of an agency alone.
fn newest_is_of(agency: &str, ix: IndicatorIx, context: &Context) -> bool {
    let plan = &context.published.plan;
    match measurements(plan, ix, context.facts.as_of).pop() {
        Some(Measurement::Update(update, _)) => agencies(plan, update) == [agency],
        _ => false,
    }
}

/// The due date of an item, when an answer gives the same as a new one: it puts nothing back. Somebody else may have said so since
/// the answer was asked for.
pub fn same_due(sent: &str, item: Ix<Item>, said: &Said, ground: &Ground<'_>) -> Option<String> {
    let now = known_due(ground.context, ground.shown(item)?);
    let was_so = sent.is_empty() || sent == now;
    let about = ground.context.published.plan.about.as_ref();
    let fiscal = about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let last = |date: &str| Date::parse(date, fiscal).ok().map(|date| date.latest);
    // The last day of a month is due when the month is.
    let is_same = |due: &str| due == now || last(due).is_some_and(|day| last(&now) == Some(day));
    said.new_due.clone().filter(|due| was_so && is_same(due))
}

fn status(word: &str) -> Piece {
    Status::from_word(word).map_or_else(|| text(word), |status| Piece::Word(Field::Status, status.word()))
}

/// A dash stands where there was nothing.
fn text(text: &str) -> Piece {
    Piece::Text(if text == "-" { "–".to_owned() } else { text.to_owned() })
}
