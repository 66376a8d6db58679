//! Lints of a plan: one a file, and the table of them. Adding one costs a file and a line here.

mod announced_not_held;
mod completed_without_evidence;
mod due_not_moved;
mod duplicate_meeting;
mod evidence;
mod future_update;
mod item_number_gap;
mod item_without_lead;
mod lint_context;
mod misplaced_qualifier;
mod missing_challenges;
mod missing_reason;
mod never_searched;
mod numbering_gap;
mod orphan_page;
mod overdue;
mod same_as_disagrees;
mod source_text;
mod stale;
mod status_before_adoption;
mod status_of_container;
mod taken_alias;
mod undefined_acronym;
mod unmarked_language;
mod unused_attachment;
mod update_says_nothing;
mod update_too_early;

pub use lint_context::LintContext;
use rayon::prelude::*;

use crate::diag::Diagnostic;

/// A lint: looks, and reports what it found.
pub type Lint = fn(&LintContext<'_>, &mut Vec<Diagnostic>);

/// Every lint.
pub const TABLE: &[Lint] = &[
    announced_not_held::check,
    completed_without_evidence::check,
    due_not_moved::check,
    duplicate_meeting::check,
    evidence::date,
    evidence::insecure,
    evidence::archived,
    future_update::check,
    item_number_gap::check,
    item_without_lead::check,
    misplaced_qualifier::check,
    missing_challenges::check,
    missing_reason::check,
    never_searched::check,
    numbering_gap::check,
    orphan_page::check,
    overdue::check,
    same_as_disagrees::check,
    source_text::check,
    stale::check,
    status_before_adoption::check,
    status_of_container::check,
    taken_alias::check,
    undefined_acronym::check,
    unmarked_language::check,
    unused_attachment::check,
    update_says_nothing::check,
    update_too_early::check,
];

/// What all lints find, in order of the table. None needs to know what another finds, so they look on all threads.
pub fn all(context: &LintContext<'_>) -> Vec<Diagnostic> {
    let look = |lint: &Lint| {
        let mut found = Vec::new();
        lint(context, &mut found);
        found
    };
    let found: Vec<Vec<Diagnostic>> = TABLE.par_iter().with_max_len(1).map(look).collect();
    found.concat()
}
