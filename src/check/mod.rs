//! Lints of a plan: one a file, and the table of them. Adding one costs a file and a line here.

mod address_of_internal;
mod announced_not_held;
mod completed_without_evidence;
mod correction_leaves_out;
mod damaged;
mod dependency_cycle;
mod due_not_moved;
mod duplicate_meeting;
mod evidence;
mod fill_in;
mod future_update;
mod indicators;
mod item_number_gap;
mod item_without_lead;
mod lint_context;
mod milestones;
mod misplaced_qualifier;
mod missing_challenges;
mod missing_reason;
mod never_searched;
mod numbering_gap;
mod orphan_page;
mod overdue;
mod role_before_adoption;
mod same_as_disagrees;
mod similar_agency;
mod source_text;
mod stale;
mod status_before_adoption;
mod status_of_container;
mod taken_alias;
mod target_not_changed;
mod undefined_acronym;
mod unknown_tag;
mod unmarked_language;
mod unused_attachment;
mod update_says_nothing;
mod update_too_early;

use std::collections::BTreeSet;

pub use damaged::Damaged;
pub use future_update::is_future;
pub use lint_context::LintContext;
use rayon::prelude::*;

use crate::diag::{Diagnostic, FileId};

/// A lint: looks, and reports what it found.
pub type Lint = fn(&LintContext<'_>, &mut Vec<Diagnostic>);

/// The folders, or files, of records without which a lint would say what is not true: it judges by what is not there.
type Needs = &'static [&'static str];

/// What a record says is judged by itself.
const NOTHING: Needs = &[];
/// Updates stand in files of their own and in items.
const UPDATES: Needs = &["updates", "areas", "plan.md"];
const TEXTS: Needs = &["updates", "areas", "agencies", "forums", "sources", "pages", "plan.md", "editions"];

/// Every lint, with what it needs.
pub const TABLE: &[(Lint, Needs)] = &[
    (address_of_internal::check, NOTHING),
    (announced_not_held::check, UPDATES),
    (completed_without_evidence::check, NOTHING),
    (correction_leaves_out::check, UPDATES),
    (dependency_cycle::check, &["areas"]),
    (due_not_moved::check, UPDATES),
    (duplicate_meeting::check, NOTHING),
    (evidence::date, NOTHING),
    (evidence::insecure, NOTHING),
    (evidence::archived, NOTHING),
    (fill_in::check, NOTHING),
    (future_update::check, NOTHING),
    (indicators::target_against_aim, NOTHING),
    (indicators::target_before_baseline, NOTHING),
    (indicators::values, UPDATES),
    (item_number_gap::check, &["areas"]),
    (item_without_lead::check, &["areas"]),
    (milestones::check, NOTHING),
    (misplaced_qualifier::check, NOTHING),
    (missing_challenges::check, UPDATES),
    (missing_reason::check, NOTHING),
    (never_searched::check, UPDATES),
    (numbering_gap::check, &["updates", "areas", "forums"]),
    (orphan_page::check, TEXTS),
    (overdue::check, UPDATES),
    (role_before_adoption::check, NOTHING),
    (same_as_disagrees::check, UPDATES),
    (similar_agency::check, &["agencies"]),
    (source_text::check, &["areas", "sources", "plan.md"]),
    (stale::check, UPDATES),
    (status_before_adoption::check, UPDATES),
    (status_of_container::check, &["areas"]),
    (taken_alias::check, NOTHING),
    (target_not_changed::check, UPDATES),
    (undefined_acronym::check, TEXTS),
    (unknown_tag::check, &["plan.md"]),
    (unmarked_language::check, &["plan.md"]),
    (unused_attachment::check, TEXTS),
    (update_says_nothing::check, NOTHING),
    (update_too_early::check, UPDATES),
];

/// What all lints find, in order of the table. None needs to know what another finds, so they look on all threads. Of files
/// that are damaged nothing is said, nor by lints that need what is in them.
pub fn all(context: &LintContext<'_>, damaged: &Damaged) -> Vec<Diagnostic> {
    let look = |(lint, needs): &(Lint, Needs)| {
        let mut found = Vec::new();
        if !damaged.hides(needs) {
            lint(context, &mut found);
        }
        found.retain(|problem| problem.span.is_none_or(|span| !damaged.files.contains(&span.file)));
        found
    };
    let found: Vec<Vec<Diagnostic>> = TABLE.par_iter().with_max_len(1).map(look).collect();
    found.concat()
}

/// What all lints find in the records that an edition shares with no other. What is shared was looked at with the plan at the
/// root.
pub fn of_edition(context: &LintContext<'_>, damaged: &Damaged) -> Vec<Diagnostic> {
    let plan = context.plan;
    let about = plan.about.iter().map(|about| &about.document.record);
    let areas = plan.areas.iter().map(|area| &area.document.record);
    let items = plan.items.iter().map(|item| &item.document.record);
    let updates = plan.updates.iter().map(|update| &update.document.record);
    let own: BTreeSet<FileId> =
        about.chain(areas).chain(items).chain(updates).map(|record| record.file).collect();
    let mut found = all(context, damaged);
    found.retain(|problem| problem.span.is_some_and(|span| own.contains(&span.file)));
    found
}
