//! An update that readers may have seen says something else, or was removed, and no correction says so.
//!
//! Every value counts, also a single word of a headline: who reads it cannot know which words mattered to whom. What does
//! not count takes nothing back: how it is broken into lines and ordered, whether it names an item by its id or its code, old ids, keys of one's own that are no declared fields, evidence that is
//! added or described more exactly, and who may see it (that has a check of its own).

use std::collections::BTreeSet;

use super::older_place::was;
use crate::config::OWN;
use crate::diag::{Diagnostic, Span, code};
use crate::diff::changes::Kind;
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::matching::short_form_of;
use crate::diff::raw_fields::{AUDIENCE, Differs, RawField, RawFields, canonical};
use crate::diff::revision::RevisionRecord;
use crate::diff::words::plain;
use crate::fields::{Value, ValueKind};
use crate::plan::{Index as _, Ix, RecordIx, Update};
use crate::vocabulary::{MeetingState, UpdateKind};

/// The list of documents that show something.
const EVIDENCE: &str = "evidence";

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for (pair, old, new) in comparison.updates() {
        let Some((before, after)) = &pair.raw_fields else { continue };
        let edits = edits(comparison, before, after);
        if !edits.is_empty() && !is_reported(comparison, new) && !came_to_pass(comparison, old, new) {
            found.push(rewritten(comparison, pair, &edits));
        }
    }
    let gone_items: BTreeSet<&str> =
        comparison.removed.iter().filter(|entry| entry.kind == Kind::Item).map(|entry| entry.id).collect();
    for entry in comparison.removed.iter().filter(|entry| entry.kind == Kind::Update) {
        // One that stood in an item goes with the item, and that has a check of its own.
        let item = short_form_of(comparison.before, entry);
        if !item.is_some_and(|item| gone_items.contains(item.as_str())) {
            found.push(deleted(comparison, entry));
        }
    }
}

/// Whether a new correction names it.
fn is_reported(comparison: &Comparison<'_>, update: Ix<Update>) -> bool {
    let updates = &comparison.after.plan().updates;
    let corrects =
        |new: &Update| new.document.kind.value == UpdateKind::Correction && new.corrects == Some(update);
    comparison.new_updates.iter().any(|ix| corrects(updates.at(*ix)))
}

/// Whether a meeting was announced, and now something is said of how it went: an announcement is there to be replaced.
fn came_to_pass(comparison: &Comparison<'_>, old: Ix<Update>, new: Ix<Update>) -> bool {
    let before = comparison.before.plan().updates.at(old).document.meeting_state();
    let after = comparison.after.plan().updates.at(new).document.meeting_state();
    before == Some(MeetingState::Planned) && after.is_some() && after != before
}

/// What was edited, each with its place now, if it has one, and its place before.
struct Edit {
    name: String,
    now: Option<Span>,
    before: Option<Span>,
}

fn edits(comparison: &Comparison<'_>, before: &RawFields, after: &RawFields) -> Vec<Edit> {
    let differs = before.differs(after).into_iter();
    let differs =
        differs.filter(|it| counts(comparison, it) && has_other_words(it) && !comparison.names_the_same(it));
    let mut edits: Vec<Edit> = differs
        .map(|it| Edit {
            name: format!("`{}`", it.name),
            now: it.after.map(|key| key.span),
            before: it.before.map(|key| key.span),
        })
        .collect();
    if !comparison.same_words(before, after) {
        let (now, before) = (Some(after.body_span), Some(before.body_span));
        edits.push(Edit { name: "the text".to_owned(), now, before });
    }
    edits
}

/// Whether more differs than white space.
fn has_other_words(differs: &Differs<'_>) -> bool {
    let words = |key: Option<&RawField>| key.map(|key| plain(&key.text));
    words(differs.before) != words(differs.after)
}

fn counts(comparison: &Comparison<'_>, differs: &Differs<'_>) -> bool {
    match differs.name {
        AUDIENCE | "aliases" => false,
        // A short update has none: it got one with a file of its own.
        "title" if differs.before.is_none() => false,
        // Those that were declared as fields were on pages.
        name if name.starts_with(OWN) => {
            comparison.before.config.fields.iter().any(|field| field.key == name)
        }
        EVIDENCE => match (differs.before, differs.after) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(before), Some(after)) => !adds_only(&before.value, &after.value),
        },
        _ => true,
    }
}

/// Whether every document that was there still is, with all that was said of it.
fn adds_only(before: &Value, after: &Value) -> bool {
    let entries = |value: &Value| -> Vec<Value> {
        match &value.kind {
            ValueKind::List(values) => values.clone(),
            _ => vec![value.clone()],
        }
    };
    let now = entries(after);
    entries(before).iter().all(|was| now.iter().any(|is| holds_all(was, is)))
}

fn holds_all(was: &Value, is: &Value) -> bool {
    let (ValueKind::Map(was), ValueKind::Map(is)) = (&was.kind, &is.kind) else {
        return canonical(was, true) == canonical(is, true);
    };
    let said = was.iter().filter(|entry| entry.key != AUDIENCE);
    said.into_iter().all(|entry| {
        let other = is.iter().find(|other| other.key == entry.key);
        other.is_some_and(|other| canonical(&other.value, false) == canonical(&entry.value, false))
    })
}

fn rewritten(comparison: &Comparison<'_>, pair: &Pair<'_>, edits: &[Edit]) -> Diagnostic {
    let names: Vec<&str> = edits.iter().map(|edit| edit.name.as_str()).collect();
    let id = pair.old.id;
    let message = format!("the update {id} changed without a correction: {}", names.join(", "));
    let span = edits.iter().find_map(|edit| edit.now).unwrap_or(pair.new.record.span);
    let problem = Diagnostic::new(code::UPDATE_REWRITTEN, span, message).help(format!(
        "restore the old values, and write the correct ones into a new update with `kind: correction`, `corrects: {id}` and a `reason`"
    ));
    let before = edits.iter().find_map(|edit| edit.before);
    was(comparison, problem, before.or(Some(pair.old.record.span)), "before the change")
}

fn deleted(comparison: &Comparison<'_>, entry: &RevisionRecord<'_>) -> Diagnostic {
    let message = format!("the update {} was removed without a correction", entry.id);
    let help = match entry.ix {
        RecordIx::Update(ix) if comparison.before.plan().updates.at(ix).document.short_form_of.is_some() => {
            "restore it; if it was wrong, write a new update with `kind: correction`, `corrects` and a `reason`"
        }
        _ => {
            "restore the file; if it was wrong, write a new update with `kind: correction`, `corrects` and a `reason`"
        }
    };
    let problem = match comparison.was(entry.record.span) {
        Some(span) => Diagnostic::new(code::UPDATE_REWRITTEN, span, message),
        None => Diagnostic::placeless(code::UPDATE_REWRITTEN, message),
    };
    problem.help(help)
}
