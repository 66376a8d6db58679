//! A plan from its documents, with every reference looked up.

use super::begin::begin;
use super::connect::Connect;
use super::edition::edition;
use super::names::{self, Names};
use super::ordered_records::OrderedRecords;
use crate::diag::{Diagnostic, code};
use crate::parse::Documents;
use crate::plan::Plan;

/// Puts a plan together. Problems of the connections between records are reported.
pub fn assemble(documents: &Documents) -> (Plan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if documents.plan.is_none() && !documents.unreadable.contains("plan") {
        diagnostics.push(
            Diagnostic::placeless(code::NO_PLAN, "content/plan.md does not exist or cannot be read")
                .help("create it with a `title`, the `parties` and the date on which the plan was `adopted`"),
        );
    }
    let editions =
        documents.editions.iter().map(|it| edition(it, &documents.unreadable, &mut diagnostics)).collect();
    let mut records = OrderedRecords::of(documents);
    let orphaned = records.drop_items_without_area(documents, &mut diagnostics);
    let ids = names::own_ids(&mut records, &mut diagnostics);
    let names = Names::of(&records, ids, documents, orphaned);
    names.check_codes(&mut diagnostics);
    let mut plan = Plan { editions, ..begin(documents, &records) };
    Connect::new(&mut plan, &records, &names, &mut diagnostics).everything();
    (plan, diagnostics)
}
