//! What a reply has beside its answers, and what a person should know of it. Nothing of this is written into the book.

use super::ground::Ground;
use super::headings::Headings;
use super::names::{Names, Shows, folded};
use super::outcome::Judged;
use super::place::Place;
use super::reply::Reply;
use super::shown::ShownRow;
use crate::date::Date;
use crate::import::date_in_cell;
use crate::page::ViewBuilder;
use crate::plan::{Index as _, Item, Ix};
use crate::reporting_requests::{Column, Table, list_label};
use crate::rounds::{self, Reason};
use crate::route::Route;
use crate::update_file::Field;
use crate::vocabulary::{Choice as _, Status};

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
    notes.extend(reply.rows.iter().flat_map(|row| changed(row, &names, ground)));
    let lost = headings.lost(reply);
    let is_own = |name: &String| name == LISTS || is_instructions(name, ground);
    for other in reply.others.iter().filter(|other| !lost.iter().any(|place| place.sheet == other.name)) {
        let Some(name) = other.name.as_ref().filter(|name| !is_own(name)) else { continue };
        let first = other.cells.values().find(|text| !text.trim().is_empty());
        notes.extend(first.map(|text| Note::Sheet(name.clone(), text.clone())));
    }
    // A sheet whose answers cannot be placed is there.
    if lost.is_empty() {
        notes.extend(missing(reply, ground).map(Note::NoTable));
    }
    notes.extend(judged.iter().filter_map(|one| not_lead(one, reply, ground)));
    notes
}

fn is_instructions(name: &str, ground: &Ground<'_>) -> bool {
    let contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
    contexts
        .into_iter()
        .any(|context| folded(context.theme.messages.get("reply-sheet-instructions")) == folded(name))
}

/// The cells of a row that say something else than the plan does. A row that is about another item is a problem of its own.
fn changed(row: &ShownRow, names: &Names, ground: &Ground<'_>) -> Vec<Note> {
    let item = ground.item(&row.item).and_then(|item| ground.shown(item));
    let Some(Shows::It(mut columns)) = item.map(|item| names.shows(row, item, ground)) else {
        return Vec::new();
    };
    for (column, is_as_sent) in [
        (Column::Status, has_status(row, ground)),
        (Column::Due, has_due(row, ground)),
        (Column::Why, has_reason(row, ground)),
    ] {
        if !is_as_sent {
            columns.push(column);
        }
    }
    let cells = row.cells.iter().filter(|(column, ..)| columns.contains(column));
    cells.map(|(_, text, place)| Note::Changed(place.clone(), text.clone())).collect()
}

/// Whether a row shows the status that was sent, in some language.
fn has_status(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let label =
        |builder: &ViewBuilder<'_>| vec![list_label(&[builder.messages()], Field::Status, &row.sent_status)];
    Status::from_word(&row.sent_status).is_none() || shows(row.text(Column::Status), ground, label)
}

/// Whether a row shows the due date that was sent, in some language. How late that is changes with the day.
fn has_due(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let text = row.text(Column::Due);
    let about = ground.plan.about.as_ref();
    let fiscal = about.map_or_else(Default::default, |about| about.document.fiscal_year);
    match Date::parse(&row.sent_due, fiscal) {
        Ok(due) => shows(text, ground, |builder| vec![builder.date(&due).text]),
        // Where there is none, it is said in words.
        Err(_) => date_in_cell(text).is_none(),
    }
}

/// Whether a row shows why it was sent, in some language.
fn has_reason(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let headings = |builder: &ViewBuilder<'_>| {
        Reason::ALL.iter().map(|reason| builder.messages().get(reason.heading()).to_owned()).collect()
    };
    shows(row.text(Column::Why), ground, headings)
}

/// Whether a text has one of these words, in some language; an empty one says nothing else.
fn shows(text: &str, ground: &Ground<'_>, words: impl Fn(&ViewBuilder<'_>) -> Vec<String>) -> bool {
    let text = folded(text);
    let mut contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
    text.is_empty()
        || contexts.any(|context| {
            let builder = ViewBuilder::new(context, Route::home());
            words(&builder).iter().any(|words| text.contains(&folded(words)))
        })
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
