//! An id is gone, and nothing has it as an alias: links from outside lead nowhere. Or it is the id of something else now.

use std::collections::BTreeMap;

use super::older_place::{self, was};
use crate::diag::{Diagnostic, code};
use crate::diff::changes::{Kind, KnownBy};
use crate::diff::comparison::Comparison;
use crate::diff::revision::BookRevision;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    passed_on(comparison, found);
    for pair in comparison.pairs.iter().filter(|pair| pair.known_by == Some(KnownBy::Words)) {
        let (kind, from, to) = (pair.new.kind.word(), pair.old.id, pair.new.id);
        let message = format!("{kind} {from} is now {kind} {to}, and links to its old address are broken");
        let help = format!("add `aliases: [\"{from}\"]` to {}", pair.new.record.path);
        let problem = Diagnostic::new(code::ID_VANISHED, pair.new.record.span, message).help(help);
        found.push(was(comparison, problem, Some(pair.old.record.span), "before the change"));
    }
    // An update that is gone is more than an address that is gone: `update-rewritten` reports it.
    for entry in comparison.removed.iter().filter(|entry| entry.kind != Kind::Update) {
        let (kind, id) = (entry.kind.word(), entry.id);
        let message = match entry.kind {
            Kind::Plan => format!("{} was removed", entry.record.path),
            _ => format!("{kind} {id} was removed, and links to its address are broken"),
        };
        let problem = match comparison.was(entry.record.span) {
            Some(span) => Diagnostic::new(code::ID_VANISHED, span, message),
            None => Diagnostic::placeless(code::ID_VANISHED, message),
        };
        found.push(problem.help(match entry.kind {
            Kind::Item => format!(
                "restore the file: for an item that ends, add an update with `kind: closure`; if it has another number now, add `aliases: [\"{id}\"]` to that file"
            ),
            Kind::Agency => format!(
                "restore the file: for an agency that ended, add `valid` and `successor`; if it has another id now, add `aliases: [{id}]` to that file"
            ),
            _ => format!("restore the file; if it has another name now, add `aliases: [\"{id}\"]` to that file"),
        }));
    }
}

/// Short updates of one item and day are numbered as they stand, so one that is put above another takes its id. What texts
/// call it and what readers see are looked at each: an internal entry counts in one of them only.
fn passed_on(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let (before, after) = (shown_ids(comparison.before), shown_ids(comparison.after));
    for (pair, old, new) in comparison.updates() {
        let was = &comparison.before.plan().updates.at(old).document;
        let is = &comparison.after.plan().updates.at(new).document;
        let both_short = was.short_form_of.is_some() && is.short_form_of.is_some();
        // An edited date has a check of its own.
        if !both_short || was.date.value.text != is.date.value.text {
            continue;
        }
        let (old, new) = (pair.old.id, pair.new.id);
        let public = before.get(old).zip(after.get(new)).map(|(was, is)| (*was, *is));
        let other = [Some((old, new)), public].into_iter().flatten();
        let mut other = other.filter(|(was, is)| behind_the_item(was) != behind_the_item(is));
        let Some((was_id, is_id)) = other.next() else { continue };
        let message =
            format!("the short update {was_id} is now {is_id}, and links to it lead to another one");
        let day = was_id.split_once('/').map_or(was_id, |(_, day)| day);
        let help = format!(
            "in the list `updates`, put the new entry below those of the same date ({day}); or give it a file of its own"
        );
        let problem = Diagnostic::new(code::ID_VANISHED, pair.new.record.span, message).help(help);
        found.push(older_place::was(comparison, problem, Some(pair.old.record.span), "before the change"));
    }
}

/// Without the item, which may have another number itself.
fn behind_the_item(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, rest)| rest)
}

/// What readers of the public site see as the id of each update, by what texts call it.
fn shown_ids<'a>(revision: &'a BookRevision<'_>) -> BTreeMap<&'a str, &'a str> {
    let updates = revision.views.public.plan.updates.iter();
    updates.map(|it| (it.document.written_id.as_str(), it.document.id.as_str())).collect()
}
