//! Where the record of an id is written.

use super::book::Checked;
use super::located::{Located, locate};
use super::records::{self, plan_for, plan_of};
use crate::diag::Span;

/// The place of the record that the id at a place names.
pub(super) fn definition(checked: &Checked, path: &str, text: &str, at: usize) -> Option<Span> {
    let plan = checked.book.plan();
    let found = match locate(path, text, at, &checked.book.config)? {
        Located::Link { name, .. } => {
            let plan = plan_of(plan, path);
            (plan, records::find(plan, text.get(name)?.trim())?)
        }
        Located::Keyed(keyed) => {
            let word = text.get(keyed.cursor.word.clone())?.trim();
            let target = keyed.held.as_ref()?.target()?;
            records::find_target(plan_for(plan, path, target), target, word, keyed.sibling("edition"))?
        }
    };
    records::span(found)
}
