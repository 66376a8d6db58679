//! Something that was internal is public now. What was published once cannot be taken back, so somebody must say yes.

use std::collections::BTreeSet;

use super::older_place::was;
use crate::diag::{Diagnostic, Span, code};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::made_public::parts;
use crate::plan::{Index as _, Plan, RecordIx};

/// How to say yes.
const HELP: &str = "mark it `audience: internal` again; if you want to publish it, run the command with `--allow made-public`";

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let public_now = |pair: &&Pair<'_>| !pair.old.public && pair.new.public;
    let opened: BTreeSet<RecordIx> =
        comparison.pairs.iter().filter(public_now).map(|pair| pair.new.ix).collect();
    for pair in comparison.pairs.iter().filter(public_now) {
        // What lies in a folder or file that became public is reported with it.
        let around = container(comparison.after.plan(), pair.new.ix);
        let reported = around.is_some_and(|around| opened.contains(&around));
        if reported && pair.old.record.audience_span.is_none() {
            continue;
        }
        let (kind, id) = (pair.new.kind.word(), pair.new.id);
        let message = format!("{kind} {id} was internal and is now public");
        let span = pair.new.record.audience_span.unwrap_or(pair.new.record.span);
        found.push(problem(comparison, span, message, pair.old.record.audience_span));
    }
    for pair in comparison.pairs.iter().filter(|pair| pair.old.public) {
        if let Some(span) = parts(comparison, pair) {
            let message =
                format!("a part of {} {} was internal and is now public", pair.new.kind.word(), pair.new.id);
            found.push(problem(comparison, span, message, None));
        }
    }
}

fn problem(comparison: &Comparison<'_>, span: Span, message: String, before: Option<Span>) -> Diagnostic {
    let problem = Diagnostic::new(code::MADE_PUBLIC, span, message).help(HELP);
    was(comparison, problem, before, "before the change")
}

/// What a record lies in: the plan, an area, the item whose part or update it is.
fn container(plan: &Plan, record: RecordIx) -> Option<RecordIx> {
    match record {
        RecordIx::Plan => None,
        RecordIx::Area(ix) => Some(plan.areas.at(ix).parent.map_or(RecordIx::Plan, RecordIx::Area)),
        RecordIx::Item(ix) => {
            let item = plan.items.at(ix);
            Some(item.parent.map_or(RecordIx::Area(item.area), RecordIx::Item))
        }
        RecordIx::Update(ix) => {
            let update = plan.updates.at(ix);
            update.document.short_form_of.as_ref()?;
            update.items.first().map(|item| RecordIx::Item(*item))
        }
        _ => Some(RecordIx::Plan),
    }
}
