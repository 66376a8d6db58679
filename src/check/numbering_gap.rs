//! The numbers of a forum's meetings follow each other: a number that is left out is a meeting that is not recorded, and
//! one of two meetings with the same number is wrong.

use std::collections::BTreeMap;

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::facts::{Gap, OccurrenceState, Series, series};
use crate::plan::{Forum, Index as _, Ix, Update};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, forum) in context.plan.forums.indexed() {
        let series = series(context.plan, ix, context.today);
        found.extend(left_out(context, forum, &series));
        twice(context, forum, &series, found);
    }
}

/// Where the number of a meeting stands.
fn span(context: &LintContext<'_>, ix: Ix<Update>) -> Span {
    let document = &context.plan.updates.at(ix).document;
    let number = document.meeting.as_ref().and_then(|meeting| meeting.number_span);
    number.unwrap_or_else(|| document.date_span())
}

/// One report for a forum, however many numbers it lacks: often nobody has looked for the meetings in between.
fn left_out(context: &LintContext<'_>, forum: &Forum, series: &Series) -> Option<Diagnostic> {
    let first = series.missing_numbers.first()?;
    let show = |gap: &Gap| match gap.last - gap.first {
        0 => vec![gap.first.to_string()],
        1 => vec![gap.first.to_string(), gap.last.to_string()],
        _ => vec![format!("{} to {}", gap.first, gap.last)],
    };
    let gaps: Vec<String> = series.missing_numbers.iter().flat_map(show).collect();
    let (word, verb) = if series.unrecorded() == 1 { ("meeting", "is") } else { ("meetings", "are") };
    let list = match gaps.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => gaps.concat(),
    };
    let message = format!("{word} {list} of `{}` {verb} not recorded", forum.document.id);
    let problem = Diagnostic::new(code::NUMBERING_GAP, span(context, first.before), message)
        .label(span(context, first.after), "the meeting before")
        .help("add an update for the meeting, or correct the number; if you find no source, leave it as it is: the site shows the gap");
    Some(problem)
}

/// Two meetings that were held on different days.
fn twice(context: &LintContext<'_>, forum: &Forum, series: &Series, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<i64, Ix<Update>> = BTreeMap::new();
    for one in series.occurrences.iter().filter(|one| one.state == OccurrenceState::Held) {
        let Some(number) = one.number else { continue };
        let Some(first) = seen.get(&number) else {
            seen.insert(number, one.update);
            continue;
        };
        let message = format!("two meetings of `{}` have the number {number}", forum.document.id);
        let problem = Diagnostic::new(code::NUMBERING_GAP, span(context, one.update), message)
            .label(span(context, *first), "the first one")
            .help("correct the number of one of them, or the dates if they are the same meeting");
        found.push(problem);
    }
}
