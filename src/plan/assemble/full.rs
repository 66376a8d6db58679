//! A plan from its documents, with every reference looked up.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::begin::begin;
use super::connect::Connect;
use super::continues::{self, Assembled};
use super::names::{self, Names};
use super::ordered_records::OrderedRecords;
use crate::diag::{Diagnostic, FileId, code};
use crate::parse::{Documents, edition_name};
use crate::plan::{Edition, Plan};

/// Puts a plan together, with its editions. Problems of the connections between records are reported.
pub fn assemble(documents: &Documents) -> (Plan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if documents.plan.is_none() && !documents.unreadable.contains("plan") {
        diagnostics.push(
            Diagnostic::placeless(code::NO_PLAN, "content/plan.md does not exist or cannot be read")
                .help("create it with a `title`, the `parties` and the date on which the plan was `adopted`"),
        );
    }
    let mut all = vec![one(documents, &mut diagnostics)];
    for edition in &documents.editions {
        let mut found = Vec::new();
        diagnostics.extend(without_plan(documents, edition));
        all.push(one(edition, &mut found));
        // What is wrong with the records that all plans share was reported for that of the root.
        let own = own_files(edition);
        found.retain(|problem| problem.span.is_some_and(|span| own.contains(&span.file)));
        diagnostics.extend(found);
    }
    continues::connect(&mut all, &mut diagnostics);
    let mut all = all.into_iter();
    let mut plan = all.next().map(|root| root.plan).unwrap_or_default();
    plan.editions = all
        .map(|edition| Edition {
            name: edition.documents.edition.clone().unwrap_or_default(),
            plan: Arc::new(edition.plan),
        })
        .collect();
    (plan, diagnostics)
}

/// An edition whose file about the plan is not there. Without it nobody knows what its items belong to.
fn without_plan(documents: &Documents, edition: &Documents) -> Option<Diagnostic> {
    let name = edition_name(edition.edition.as_deref().unwrap_or_default());
    let is_known = edition.plan.is_some()
        || edition.unreadable.contains("plan")
        || [&documents.unreadable, &documents.internal.names].iter().any(|names| names.contains(&name));
    let file = format!("{}plan.md", edition.start());
    (!is_known).then(|| {
        let message = format!("{file} does not exist or cannot be read");
        Diagnostic::placeless(code::NO_PLAN, message).help(
            "create it with a `title`, the `parties` and the date on which the plan was `adopted`; each folder in content/editions/ is a plan of its own",
        )
    })
}

/// One plan of a book by itself.
fn one<'d>(documents: &'d Documents, diagnostics: &mut Vec<Diagnostic>) -> Assembled<'d> {
    let mut records = OrderedRecords::of(documents);
    let orphaned = records.drop_items_without_area(documents, diagnostics);
    let ids = names::own_ids(&mut records, diagnostics);
    let names = Names::of(&records, ids, documents, &orphaned);
    names.check_codes(diagnostics);
    let mut plan = begin(documents, &records);
    Connect::new(&mut plan, &records, &names, diagnostics).everything();
    Assembled { documents, plan, orphaned }
}

/// The files of the records that an edition shares with no other.
fn own_files(edition: &Documents) -> BTreeSet<FileId> {
    let plan = edition.plan.iter().map(|plan| plan.record.file);
    let areas = edition.areas.iter().map(|area| area.record.file);
    let items = edition.items.iter().map(|item| item.record.file);
    let updates = edition.updates.iter().map(|update| update.record.file);
    plan.chain(areas).chain(items).chain(updates).collect()
}
