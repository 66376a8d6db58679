//! What stops a change: promises that are altered without an explanation. One file a check.
//!
//! All are errors, which no `book.toml` can switch off: a change must not switch off what guards it.
//!
//! A check asks whether the newer state *reports* what changed, with a record that the older one does not have.

mod code_moved;
mod due_changed;
mod explained;
mod id_vanished;
mod made_public;
mod milestone_changed;
mod older_place;
mod target_changed;
mod text_changed;
mod update_rewritten;
mod value_rewritten;

use super::comparison::Comparison;
use crate::diag::{Code, Diagnostic, code};

/// Finds what one check stops.
type Find = fn(&Comparison<'_>, &mut Vec<Diagnostic>);

/// Every check with its code. To add one, write its file and a line here.
const TABLE: &[(Code, Find)] = &[
    (code::TEXT_CHANGED_WITHOUT_AMENDMENT, text_changed::find),
    (code::DUE_CHANGED_WITHOUT_DATE_CHANGE, due_changed::find),
    (code::TARGET_CHANGED_WITHOUT_EXPLANATION, target_changed::find),
    (code::MILESTONE_CHANGED_WITHOUT_EXPLANATION, milestone_changed::find),
    (code::VALUE_REWRITTEN, value_rewritten::find),
    (code::UPDATE_REWRITTEN, update_rewritten::find),
    (code::ID_VANISHED, id_vanished::find),
    (code::CODE_MOVED, code_moved::find),
    (code::MADE_PUBLIC, made_public::find),
];

/// The codes of all merge checks.
pub fn codes() -> impl Iterator<Item = Code> {
    TABLE.iter().map(|(code, _)| *code)
}

/// What all checks stop, in the order of the places.
pub(super) fn all(comparison: &Comparison<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    TABLE.iter().for_each(|(_, find)| find(comparison, &mut found));
    Diagnostic::sort(&mut found);
    found
}
