//! The numbers of the items of an area, or of the parts of an item, leave one out. Mostly a file was forgotten.

use std::collections::{BTreeMap, BTreeSet};

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::outline::Count;
use crate::plan::{Index as _, Item, Ix};

/// Items that are counted together, by what their number comes to.
type List = BTreeMap<u64, Ix<Item>>;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.config.is_off(code::ITEM_NUMBER_GAP) {
        return;
    }
    let mut lists: BTreeMap<(String, bool), List> = BTreeMap::new();
    // A number that an item had once is not missing.
    let mut former: BTreeSet<&str> = BTreeSet::new();
    for (ix, item) in context.plan.items.indexed() {
        let id = &item.document.id;
        let before = id.parent().map(|parent| parent.as_str().to_owned()).unwrap_or_default();
        match id.count() {
            Some(Count::Number(number)) => drop(lists.entry((before, false)).or_default().insert(number, ix)),
            Some(Count::Letter(letter)) => drop(lists.entry((before, true)).or_default().insert(letter, ix)),
            None => {}
        }
        former.extend(item.document.record.aliases.iter().map(|alias| alias.value.as_str()));
    }
    // Nor is one that an area in the area has.
    let areas: BTreeSet<&str> =
        context.plan.areas.iter().map(|area| area.document.number.value.as_str()).collect();
    for ((before, letters), list) in &lists {
        let id = |count: u64| format!("{before}.{}", shown(count, *letters));
        for (last, next) in list.iter().zip(list.iter().skip(1)) {
            let (first_missing, last_missing) = (last.0 + 1, next.0 - 1);
            let is_former = || former.contains(id(first_missing).as_str());
            if first_missing > last_missing || (first_missing == last_missing && is_former()) {
                continue;
            }
            if (first_missing..=last_missing).all(|count| areas.contains(id(count).as_str())) {
                continue;
            }
            let missing = match first_missing == last_missing {
                true => format!("item {} is", id(first_missing)),
                false => format!("items {} to {} are", id(first_missing), id(last_missing)),
            };
            let message = format!("{missing} missing between {} and {}", id(*last.0), id(*next.0));
            let span = context.plan.items.at(*next.1).document.title.span;
            found.push(Diagnostic::new(code::ITEM_NUMBER_GAP, span, message).help(
                "add the missing items; if one has another number now, write the old number into its `aliases`",
            ));
        }
    }
}

fn shown(count: u64, letter: bool) -> String {
    let letter = u8::try_from(count).ok().filter(|_| letter);
    letter.map_or_else(|| count.to_string(), |letter| char::from(letter).to_string())
}
