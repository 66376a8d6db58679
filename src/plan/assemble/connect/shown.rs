//! Records by what the site shows of them: a name, an abbreviation, a number with brackets. Whoever copies from a page writes
//! these, where an id is wanted.

use std::collections::BTreeSet;

use crate::diag::guess;
use crate::fields::meant::plain;
use crate::outline::OutlineId;
use crate::plan::{Index as _, Plan, RecordIx};

/// The records that a text may show.
pub enum Shown {
    /// None.
    None,
    /// The id of the only one.
    One(String),
    /// The id of the only one whose name is nearly so written: it may be another that is missing.
    Near(String),
    /// The ids of several.
    Several(Vec<String>),
}

/// The records of the wanted kind that are shown as `written`: exactly so, or with one letter wrong in a long name.
///
/// A record that could not be read may be the one that is meant (`all_read` is false), so then only exact names count.
pub fn shown_as(plan: &Plan, written: &str, all_read: bool, is_wanted: impl Fn(RecordIx) -> bool) -> Shown {
    let text = folded(written);
    if text.is_empty() {
        return Shown::None;
    }
    let mut all: Vec<(String, &str)> = Vec::new();
    each_name(plan, &is_wanted, |name, id| all.push((folded(name), id)));
    let exact = ids(&all, |name| name == text);
    if !exact.is_empty() {
        return of(exact);
    }
    if let Some((name, short)) = with_abbreviation(written) {
        let named = |wanted: &str| ids(&all, |name| name == wanted);
        match (named(&name), named(&short)) {
            (by_name, by_short) if !by_name.is_empty() => {
                return of(by_name
                    .into_iter()
                    .chain(by_short)
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect());
            }
            (_, mut by_short) if by_short.len() == 1 => return Shown::Near(by_short.remove(0)),
            _ => {}
        }
    }
    // Ids are compared by those who know the old ones, too.
    let names = all.iter().filter(|(name, id)| *name != folded(id)).map(|(name, _)| name.as_str());
    let Some(close) = guess(&text, names).filter(|guess| all_read && guess.distance <= 1) else {
        return Shown::None;
    };
    match (of(ids(&all, |name| name == close.word)), close.certain) {
        (Shown::One(id), false) if text.chars().count() > SHORT => Shown::Near(id),
        (_, false) => Shown::None,
        (shown, true) => shown,
    }
}

/// The most letters of a name in which one that differs makes another name.
const SHORT: usize = 7;

/// The two names in `Ministry of Water (MOW)`.
fn with_abbreviation(written: &str) -> Option<(String, String)> {
    let (text, _) = plain(written);
    if OutlineId::from_shown(&text).is_some() {
        return None;
    }
    let (name, short) = text.strip_suffix(')')?.rsplit_once('(')?;
    let (name, short) = (folded(name), folded(short));
    (!name.is_empty() && !short.is_empty()).then_some((name, short))
}

fn of(mut ids: Vec<String>) -> Shown {
    match ids.len() {
        1 => Shown::One(ids.remove(0)),
        _ => Shown::Several(ids),
    }
}

fn ids(all: &[(String, &str)], is_meant: impl Fn(&str) -> bool) -> Vec<String> {
    let mut ids: Vec<String> =
        all.iter().filter(|(name, _)| is_meant(name)).map(|(_, id)| (*id).to_owned()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// A text as names are compared: as a keyboard writes it, in lower case, without spaces and the words before a number.
fn folded(text: &str) -> String {
    let (text, _) = plain(text);
    match OutlineId::from_shown(&text) {
        Some(number) => number.as_str().to_owned(),
        None => text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect(),
    }
}

/// Calls `note` with each name that the site shows of a record, and with the record's id.
fn each_name<'p>(plan: &'p Plan, is_wanted: impl Fn(RecordIx) -> bool, mut note: impl FnMut(&str, &'p str)) {
    for (_, item) in plan.items.indexed().filter(|(ix, _)| is_wanted(RecordIx::Item(*ix))) {
        let document = &item.document;
        let id = document.id.as_str();
        note(id, id);
        note(&document.title.value, id);
        document.code.iter().for_each(|code| note(&code.text, id));
    }
    for (_, area) in plan.areas.indexed().filter(|(ix, _)| is_wanted(RecordIx::Area(*ix))) {
        let id = area.document.number.value.as_str();
        note(id, id);
        note(&area.document.folder, id);
        note(&area.document.title.value, id);
    }
    for (_, agency) in plan.agencies.indexed().filter(|(ix, _)| is_wanted(RecordIx::Agency(*ix))) {
        let document = &agency.document;
        note(&document.id, &document.id);
        note(&document.name, &document.id);
        document.abbreviation.iter().for_each(|name| note(name, &document.id));
        document.native_name.iter().for_each(|name| note(&name.text, &document.id));
    }
    for (_, forum) in plan.forums.indexed().filter(|(ix, _)| is_wanted(RecordIx::Forum(*ix))) {
        let document = &forum.document;
        note(&document.id, &document.id);
        note(&document.name, &document.id);
        document.abbreviation.iter().for_each(|name| note(name, &document.id));
    }
    for (_, source) in plan.sources.indexed().filter(|(ix, _)| is_wanted(RecordIx::Source(*ix))) {
        note(&source.document.id, &source.document.id);
        note(&source.document.title, &source.document.id);
    }
    for (_, update) in plan.updates.indexed().filter(|(ix, _)| is_wanted(RecordIx::Update(*ix))) {
        note(&update.document.id, &update.document.id);
        if let Some(title) = &update.document.title {
            note(title, &update.document.id);
        }
    }
}
