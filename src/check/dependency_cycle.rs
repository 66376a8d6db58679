//! Items that wait for each other in a circle: none of them could ever begin.

use std::collections::BTreeMap;

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::plan::{Index as _, Item, Ix, Plan};

/// So many items of a circle are named.
const NAMED: usize = 6;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut open = waiting_for_each_other(plan);
    for start in plan.items.indices() {
        let Some(circle) = circle_from(plan, start, &open) else { continue };
        // What leads into a circle waits for the same reason, and finds no way into it any more.
        circle.iter().for_each(|ix| open[ix.index()] = false);
        found.extend(problem(plan, &circle));
    }
}

/// What an item waits for.
fn waits_for(plan: &Plan, ix: Ix<Item>) -> impl Iterator<Item = Ix<Item>> + '_ {
    let item = plan.items.at(ix);
    item.depends_on.iter().copied().chain(item.due_after)
}

/// The items that are left when those that wait for none of the others are taken away, again and again: those in circles, and
/// those that wait for one.
fn waiting_for_each_other(plan: &Plan) -> Vec<bool> {
    let mut waits: Vec<usize> = plan.items.indices().map(|ix| waits_for(plan, ix).count()).collect();
    let mut waiting: Vec<Vec<Ix<Item>>> = vec![Vec::new(); waits.len()];
    for ix in plan.items.indices() {
        waits_for(plan, ix).for_each(|other| waiting[other.index()].push(ix));
    }
    let mut free: Vec<usize> = (0..waits.len()).filter(|at| waits[*at] == 0).collect();
    while let Some(at) = free.pop() {
        for other in &waiting[at] {
            let left = &mut waits[other.index()];
            *left = left.saturating_sub(1);
            if *left == 0 {
                free.push(other.index());
            }
        }
    }
    waits.into_iter().map(|left| left > 0).collect()
}

/// The circle to which an item leads, beginning with its first item in the order of the plan.
fn circle_from(plan: &Plan, start: Ix<Item>, open: &[bool]) -> Option<Vec<Ix<Item>>> {
    let next = |ix: Ix<Item>| waits_for(plan, ix).find(|other| open[other.index()]);
    if !open[start.index()] {
        return None;
    }
    let mut place: BTreeMap<Ix<Item>, usize> = BTreeMap::new();
    let (mut way, mut at) = (Vec::new(), start);
    while !place.contains_key(&at) {
        place.insert(at, way.len());
        way.push(at);
        at = next(at)?;
    }
    let mut circle = way.split_off(place.get(&at).copied().unwrap_or(0));
    let first = circle.iter().enumerate().min_by_key(|(_, ix)| **ix).map_or(0, |(place, _)| place);
    circle.rotate_left(first);
    Some(circle)
}

fn problem(plan: &Plan, circle: &[Ix<Item>]) -> Option<Diagnostic> {
    let (first, second) = (*circle.first()?, *circle.get(1)?);
    let id = |ix: &Ix<Item>| plan.items.at(*ix).document.called();
    let mut names: Vec<String> = circle.iter().take(NAMED).map(id).collect();
    if circle.len() > NAMED {
        names.push(format!("{} more", circle.len() - NAMED));
    }
    let message = format!(
        "item {} waits for {}, and then for itself again: none of them can begin",
        names.first()?,
        names[1..].join(", which waits for ")
    );
    Some(Diagnostic::new(code::DEPENDENCY_CYCLE, place(plan, first, second)?, message).help(
        "remove one of the `depends-on` or `after` in the circle: that of the item that can begin before the others",
    ))
}

/// Where an item says that it waits for another.
fn place(plan: &Plan, item: Ix<Item>, other: Ix<Item>) -> Option<Span> {
    let document = &plan.items.at(item).document;
    let after = document.due_in_words.iter().filter_map(|words| words.after.as_ref());
    let mut written = document.depends_on.iter().chain(after);
    let named = written.find(|written| plan.items.at(other).document.is_called(&written.value));
    Some(named?.span)
}
