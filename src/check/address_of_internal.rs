//! An old id of a public record that is the id of an internal one. The public site has no page of the internal record, so
//! that only the internal site would show that there are two: the public would find something else at its address.

use std::collections::BTreeMap;

use super::LintContext;
use crate::diag::{Diagnostic, Span};
use crate::parse::Record;
use crate::plan::{Plan, RecordIx};
use crate::route::{Base, Route, same_address};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if std::ptr::eq(context.plan, context.public) {
        return;
    }
    let public: BTreeMap<Route, Span> = addresses(context.public).collect();
    let hidden = addresses(context.plan).filter(|(route, _)| !public.contains_key(route));
    let hidden: BTreeMap<Route, Span> = hidden.collect();
    let base = Base::new(None, context.public.edition.as_deref());
    for (list, record) in records(context.public) {
        for alias in &record.aliases {
            let route = Route::within(list, &alias.value);
            if let Some(other) = hidden.get(&route) {
                found.push(same_address(&base.path(&route), Some(alias.span), Some(*other)));
            }
        }
    }
}

/// Where the pages of a plan are.
fn addresses(plan: &Plan) -> impl Iterator<Item = (Route, Span)> {
    let records = plan.records_with_pages();
    records.filter_map(|ix| Some((Route::record(plan, ix), plan.record(ix)?.0.span)))
}

/// The records that have their pages in lists, with the names of these.
fn records(plan: &Plan) -> impl Iterator<Item = (&'static str, &Record)> {
    let records = plan.records_with_pages().filter(|ix| !matches!(ix, RecordIx::Page(_)));
    records.filter_map(|ix| Some((ix.kind()?.list, plan.record(ix)?.0)))
}
