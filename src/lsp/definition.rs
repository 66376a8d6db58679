//! Where something is written that a place names.

use super::book::Checked;
use super::located::{Located, locate};
use super::names;
use super::records::{self, plan_for, plan_of};
use crate::diag::Span;
use crate::markdown::path_from;
use crate::plan::Plan;

/// The place of what is named at a place: of a record, a tag, a file.
pub(super) fn definition(checked: &Checked, path: &str, text: &str, at: usize) -> Option<Span> {
    let plan = checked.book.plan();
    match locate(path, text, at, &checked.book.config)? {
        Located::Link { name, .. } => {
            let plan = plan_of(plan, path);
            let found = records::find(plan, text.get(name)?.trim(), |_| true)?;
            records::span((plan, found))
        }
        Located::File { path: address, .. } => {
            let file = checked.tree.find(&path_from(path, text.get(address)?)?)?;
            Some(Span::new(file, 0..0))
        }
        Located::Keyed(keyed) => {
            let word = text.get(keyed.cursor.word.clone())?.trim();
            let held = keyed.held.as_ref()?;
            if held.is_tag() {
                return tag(plan_of(plan, path), word);
            }
            if let Some(naming) = held.naming() {
                return names::place(checked, path, naming, word);
            }
            let target = held.target()?;
            let plan = plan_for(plan, path, target);
            records::span(records::find_target(plan, target, word, keyed.sibling("edition"))?)
        }
    }
}

/// Where the plan declares a tag.
fn tag(plan: &Plan, name: &str) -> Option<Span> {
    let (group, key) = name.split_once('/')?;
    let group = plan.about.as_ref()?.document.tags.iter().find(|it| it.key.value == group)?;
    Some(group.values.iter().find(|tag| tag.key == key)?.span)
}
