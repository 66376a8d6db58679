//! What a reply has beside its answers, and what a person should know of it. Nothing of this is written into the book.

use super::as_sent::written_over;
use super::ground::Ground;
use super::headings::Headings;
use super::instructions::Instructions;
use super::names::Names;
use super::outcome::Judged;
use super::place::Place;
use super::reply::Reply;
use super::shown::ShownRow;
use crate::date::Date;
use crate::plan::{Index as _, Item, Ix};
use crate::reporting_requests::Table;
use crate::rounds;

/// The sheet with the words of the lists, which a workbook has.
const LISTS: &str = "planbook-lists";

/// Something of a reply that became no update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A text in a cell that is no answer.
    Cell(Place, String),
    /// A cell for what is known that somebody wrote over.
    Changed(Place, String),
    /// A comment of a cell.
    Comment(Place, String),
    /// A sheet that was added, with the first text of it.
    Sheet(String, String),
    /// A table that was sent, and is not in the file.
    NoTable(Table),
    /// An answer on an item for which the agency is not responsible.
    NotLead(Place, String),
}

/// What a reply has beside its answers.
pub fn notes(reply: &Reply, judged: &[Judged], ground: &Ground<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let headings = Headings::of(ground);
    let misplaced: Vec<&Place> = headings.misplaced(reply).iter().map(|stray| &stray.place).collect();
    let strays = reply.strays.iter().filter(|stray| !misplaced.contains(&&stray.place));
    notes.extend(strays.map(|stray| Note::Cell(stray.place.clone(), stray.text.clone())));
    notes.extend(reply.comments.iter().map(|(place, text)| Note::Comment(place.clone(), text.clone())));
    let names = Names::of(ground);
    let over = reply.rows.iter().flat_map(|row| written_over(row, &names, ground));
    notes.extend(over.map(|(place, text)| Note::Changed(place, text)));
    let lost = headings.lost(reply);
    let instructions = Instructions::of(ground);
    for other in reply.others.iter().filter(|other| !lost.iter().any(|place| place.sheet == other.name)) {
        let Some(name) = other.name.as_ref().filter(|name| *name != LISTS) else { continue };
        if instructions.is_called(name) {
            let added = instructions.added(other).into_iter();
            notes.extend(added.map(|(place, text)| Note::Cell(place, text.to_owned())));
        } else {
            let first = other.cells.values().find(|text| !text.trim().is_empty());
            notes.extend(first.map(|text| Note::Sheet(name.clone(), text.clone())));
        }
    }
    // A sheet whose answers cannot be placed is there.
    if lost.is_empty() {
        notes.extend(missing(reply, ground).map(Note::NoTable));
    }
    notes.extend(judged.iter().filter_map(|one| not_lead(one, reply, ground)));
    notes
}

/// The table that was sent with these rows, and is not there: a file with values only, or without them.
fn missing(reply: &Reply, ground: &Ground<'_>) -> Option<Table> {
    let has = |table: Table| reply.tables.contains(&table);
    let measured = |row: &ShownRow| {
        let item = ground.item(&row.item).map(|item| ground.plan.items.at(item));
        item.is_some_and(|item| !item.document.measured.is_empty())
    };
    match (has(Table::Items), has(Table::Indicators)) {
        (true, false) => reply.rows.iter().any(measured).then_some(Table::Indicators),
        (false, true) => Some(Table::Items),
        _ => None,
    }
}

/// Whether an agency answers for others: it was asked about no such item.
fn not_lead(judged: &Judged, reply: &Reply, ground: &Ground<'_>) -> Option<Note> {
    let item = judged.item.filter(|_| judged.outcome.file().is_some()).and_then(|item| ground.shown(item))?;
    let plan = &ground.context.published.plan;
    let named =
        plan.items.at(item).lead.iter().any(|role| is_agency(ground, role.agency, &reply.sent.agency));
    let is_asked = named || is_asked(item, reply, ground);
    (!is_asked)
        .then(|| Note::NotLead(judged.start.clone(), plan.items.at(item).document.id.as_str().to_owned()))
}

fn is_agency(ground: &Ground<'_>, agency: Ix<crate::plan::Agency>, id: &str) -> bool {
    ground.context.published.plan.agencies.at(agency).document.id == id
}

/// Whether an agency is asked about an item, also in the place of one that ended.
fn is_asked(item: Ix<Item>, reply: &Reply, ground: &Ground<'_>) -> bool {
    let Some(period) = ground.period(&reply.sent.period) else { return true };
    let (plan, facts): (_, _) = (&ground.context.published.plan, &ground.context.facts);
    let (requests, _) = rounds::asked(plan, facts, &period);
    let own = requests.iter().filter(|request| is_agency(ground, request.agency, &reply.sent.agency));
    own.flat_map(|request| &request.asks).any(|ask| ask.item == item || ask.same.contains(&item))
}

/// A period as it stands in the first hidden cell.
impl Ground<'_> {
    pub(super) fn period(&self, written: &str) -> Option<Date> {
        let about = self.plan.about.as_ref();
        let fiscal = about.map_or_else(Default::default, |about| about.document.fiscal_year);
        Date::parse(written, fiscal).ok()
    }
}
