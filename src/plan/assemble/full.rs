//! A plan from its documents, with every reference looked up.

use super::begin::begin;
use super::connect::Connect;
use super::edition::edition;
use super::listed::Listed;
use super::names::{self, Names};
use crate::diag::{Diagnostic, code};
use crate::parse::Documents;
use crate::plan::Plan;

/// Puts a plan together. What is wrong with the connections between records is reported.
pub fn assemble(documents: &Documents) -> (Plan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if documents.plan.is_none() && !documents.unreadable.contains("plan") {
        diagnostics
            .push(Diagnostic::placeless(code::NO_PLAN, "there is no readable content/plan.md").help(
                "write one with a `title`, the `parties` and the date on which the plan was `adopted`",
            ));
    }
    let editions = documents.editions.iter().map(|it| edition(it, &mut diagnostics)).collect();
    let mut listed = Listed::of(documents);
    let homeless = listed.drop_items_without_area(documents, &mut diagnostics);
    let ids = names::own_ids(&mut listed, &mut diagnostics);
    let names = Names::of(&listed, ids, documents, homeless);
    let mut plan = Plan { editions, ..begin(documents, &listed) };
    Connect::new(&mut plan, &listed, &names, &mut diagnostics).everything();
    (plan, diagnostics)
}
