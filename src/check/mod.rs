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
mod similar_party;
mod site_settings;
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
pub use site_settings::say_once;

use crate::diag::{Diagnostic, Span};
use crate::source::SETTINGS;

/// A lint: looks, and reports what it found.
pub type Lint = fn(&LintContext<'_>, &mut Vec<Diagnostic>);

/// The folders, or files, of records without which a lint would say what is not true: it judges by what is not there.
type Needs = &'static [&'static str];

/// What a record says is judged by itself.
const NOTHING: Needs = &[];
/// Updates stand in files of their own and in items.
const UPDATES: Needs = &["updates", "areas", "plan.md"];
const TEXTS: Needs = &["updates", "areas", "agencies", "forums", "sources", "pages", "plan.md", "editions"];

/// What is asked of each plan of a book, with what the lint needs.
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
    (overdue::check, UPDATES),
    (role_before_adoption::check, NOTHING),
    (same_as_disagrees::check, UPDATES),
    (source_text::check, &["areas", "sources", "plan.md"]),
    (stale::check, UPDATES),
    (status_before_adoption::check, UPDATES),
    (status_of_container::check, &["areas"]),
    (taken_alias::check, NOTHING),
    (target_not_changed::check, UPDATES),
    (undefined_acronym::check, TEXTS),
    (unknown_tag::check, &["plan.md"]),
    (unmarked_language::check, &["plan.md"]),
    (update_says_nothing::check, NOTHING),
    (update_too_early::check, UPDATES),
];

/// The same of what all plans of a book share, which is asked once.
pub const OF_BOOK: &[(Lint, Needs)] = &[
    (orphan_page::check, TEXTS),
    (similar_agency::check, &["agencies"]),
    (similar_party::check, &["agencies", "plan.md"]),
    (site_settings::check, &["pages"]),
    (source_text::unchecked, &["sources", "plan.md", "editions"]),
    (unmarked_language::names, NOTHING),
    (unused_attachment::check, TEXTS),
];

/// What all lints find in the plan at the root of a book, and in what its plans share.
pub fn all(context: &LintContext<'_>, damaged: &Damaged) -> Vec<Diagnostic> {
    look(&[TABLE, OF_BOOK], context, damaged)
}

/// What all lints find in an edition. One cause has one report: a file that belongs to all plans may be wrong in several of
/// them, and was then `reported` before.
pub fn of_edition(context: &LintContext<'_>, damaged: &Damaged, reported: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found = look(&[TABLE], context, damaged);
    let folder = context.plan.folder();
    let is_shared = |problem: &&Diagnostic| {
        problem.span.is_some_and(|span| !context.tree.path(span.file).starts_with(&folder))
    };
    if found.iter().any(|problem| is_shared(&problem)) {
        let before: BTreeSet<_> =
            reported.iter().filter(is_shared).map(|problem| (problem.code.name, problem.span)).collect();
        found.retain(|problem| !before.contains(&(problem.code.name, problem.span)));
    }
    found
}

/// What the lints of some tables find, in their order. None needs to know what another finds, so they look on all threads. Of
/// files that are damaged nothing is said, nor by lints that need what is in them.
fn look(tables: &[&[(Lint, Needs)]], context: &LintContext<'_>, damaged: &Damaged) -> Vec<Diagnostic> {
    let edition = context.plan.edition.as_deref();
    let look = |(lint, needs): &&(Lint, Needs)| {
        let mut found = Vec::new();
        if !damaged.hides(edition, needs) {
            lint(context, &mut found);
        }
        // What is wrong with a setting that could be read does not follow from another one.
        let is_setting = |span: Span| context.tree.path(span.file) == SETTINGS;
        let stays = |span: Span| is_setting(span) || !damaged.files.contains(&span.file);
        found.retain(|problem| problem.span.is_none_or(stays));
        found
    };
    let lints: Vec<&(Lint, Needs)> = tables.iter().copied().flatten().collect();
    let found: Vec<Vec<Diagnostic>> = lints.par_iter().with_max_len(1).map(look).collect();
    found.concat()
}
