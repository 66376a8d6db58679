//! A correction takes the place of the whole update: what it does not say again counts no more. Numbers and outlooks that are not
//! said again are named, so that none is lost by mistake.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::{Measurement, all_measurements};
use crate::parse::NewTarget;
use crate::plan::{Index as _, Ix, Plan, Update};
use crate::vocabulary::Status;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (ix, update) in plan.updates.indexed() {
        // Of several corrections the last one says what holds.
        let Some(correction) = update.corrections.last() else { continue };
        let mut lost = lost_values(plan, ix);
        lost.extend(lost_targets(plan, ix));
        lost.extend(lost_outlook(plan, ix));
        let Some(place) = &plan.updates.at(*correction).document.corrects else { continue };
        if lost.is_empty() {
            continue;
        }
        let counts = if lost.len() == 1 { "that counts" } else { "they count" };
        let message = format!("this correction does not repeat {}, so {counts} no longer", named(&lost));
        found.push(Diagnostic::new(code::CORRECTION_LEAVES_OUT, place.span, message).help(format!(
            "if that is still right, add it to the correction: {}",
            lines(&lost).join(" and ")
        )));
    }
}

/// So many things that no longer count are named.
const NAMED: usize = 4;

/// Something that no longer counts.
struct Lost {
    /// In words.
    what: String,
    /// What to write to keep it.
    keep: Keep,
}

/// What to write to keep something.
enum Keep {
    /// An entry of this list.
    Entry(&'static str, String),
    /// A line.
    Line(String),
}

/// The lists whose entries a correction can leave out.
const LISTS: [&str; 2] = ["values", "new-targets"];

/// What no longer counts, in words.
fn named(lost: &[Lost]) -> String {
    let mut named: Vec<&str> = lost.iter().take(NAMED).map(|lost| lost.what.as_str()).collect();
    let more = format!("{} more", lost.len().saturating_sub(NAMED));
    if lost.len() > NAMED {
        named.push(&more);
    }
    let last = named.pop().unwrap_or_default();
    if named.is_empty() { last.to_owned() } else { format!("{} and {last}", named.join(", ")) }
}

/// The lines that keep what is named.
fn lines(lost: &[Lost]) -> Vec<String> {
    let lost = lost.get(..NAMED).unwrap_or(lost);
    let list = |name: &&str| {
        let entries = lost.iter().filter_map(|lost| match &lost.keep {
            Keep::Entry(of, entry) if of == name => Some(entry.as_str()),
            _ => None,
        });
        let entries: Vec<&str> = entries.collect();
        (!entries.is_empty()).then(|| format!("`{name}: [{}]`", entries.join(", ")))
    };
    let rest = lost.iter().filter_map(|lost| match &lost.keep {
        Keep::Line(line) => Some(line.clone()),
        Keep::Entry(..) => None,
    });
    LISTS.iter().filter_map(list).chain(rest).collect()
}

/// The corrections of an update, and those of the corrections.
fn corrections(plan: &Plan, ix: Ix<Update>) -> Vec<Ix<Update>> {
    let mut all = plan.updates.at(ix).corrections.clone();
    let mut at = 0;
    while let Some(next) = all.get(at) {
        let more: Vec<Ix<Update>> =
            plan.updates.at(*next).corrections.iter().copied().filter(|it| !all.contains(it)).collect();
        all.extend(more);
        at += 1;
    }
    all
}

/// The values that no other update and no file gives. Where a correction has as many values of the indicator, it may be the
/// periods that were wrong.
fn lost_values(plan: &Plan, ix: Ix<Update>) -> Vec<Lost> {
    let document = &plan.updates.at(ix).document;
    let corrections = if document.values.is_empty() { Vec::new() } else { corrections(plan, ix) };
    let mut lost = Vec::new();
    for (place, value) in document.values.iter().enumerate() {
        let Some(of) = plan.indicator_of(ix, place) else { continue };
        let all = all_measurements(plan, of);
        let by = |update: Ix<Update>| {
            all.iter().filter(|it| matches!(it, Measurement::Update(own, _) if *own == update)).count()
        };
        let replaced: usize = corrections.iter().map(|correction| by(*correction)).sum();
        let counts = |it: &&Measurement<'_>| match it {
            Measurement::Update(own, _) => *own != ix && plan.updates.at(*own).corrections.is_empty(),
            Measurement::Row(..) => true,
        };
        let period = &value.period.value;
        let same = |it: Measurement<'_>| {
            (it.period().earliest, it.period().latest) == (period.earliest, period.latest)
        };
        if replaced >= by(ix) || all.iter().filter(counts).any(|it| same(*it)) {
            continue;
        }
        let (indicator, number, period) = (&value.indicator.value, &value.value.text, &period.text);
        lost.push(Lost {
            what: format!("the value {number} of `{indicator}` for {period}"),
            keep: Keep::Entry(
                "values",
                format!("{{indicator: {indicator}, period: {period}, value: {number}}}"),
            ),
        });
    }
    lost
}

/// The targets that it set. Where a correction sets as many of the indicator, it may be the periods that were wrong.
fn lost_targets(plan: &Plan, ix: Ix<Update>) -> Vec<Lost> {
    let new = &plan.updates.at(ix).document.new_targets;
    let corrections = if new.is_empty() { Vec::new() } else { corrections(plan, ix) };
    let by = |update: Ix<Update>, indicator: &str| {
        let new = plan.updates.at(update).document.new_targets.iter();
        new.filter(|new| new.indicator.value == indicator).count()
    };
    let is_lost = |new: &&NewTarget| {
        let indicator = new.indicator.value.as_str();
        let replaced: usize = corrections.iter().map(|correction| by(*correction, indicator)).sum();
        replaced < by(ix, indicator)
    };
    let lost = |new: &NewTarget| {
        let (indicator, number) = (&new.indicator.value, &new.target.value.text);
        let period = &new.target.period.value.text;
        let instead =
            new.instead_of.as_ref().map_or_else(String::new, |it| format!(", instead-of: {}", it.value.text));
        Lost {
            what: format!("the new target {number} of `{indicator}` for {period}"),
            keep: Keep::Entry(
                "new-targets",
                format!("{{indicator: {indicator}, period: {period}, value: {number}{instead}}}"),
            ),
        }
    };
    new.iter().filter(is_lost).map(lost).collect()
}

/// The outlook, where no correction has another one, and none says that the work has ended.
fn lost_outlook(plan: &Plan, ix: Ix<Update>) -> Option<Lost> {
    let outlook = plan.updates.at(ix).document.outlook.as_ref()?.value.word();
    let says = |ix: &Ix<Update>| {
        let document = &plan.updates.at(*ix).document;
        let status = document.status.as_ref().map(|status| status.value);
        document.outlook.is_some() || matches!(status, Some(Status::Completed | Status::Closed))
    };
    let lost =
        Lost { what: format!("the outlook `{outlook}`"), keep: Keep::Line(format!("`outlook: {outlook}`")) };
    (!corrections(plan, ix).iter().any(says)).then_some(lost)
}
