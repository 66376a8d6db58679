//! All changes under their headings: first what readers of a plan look for.

use super::line::{PlanChanges, RenderedLine, Section};
use super::lines;
use crate::diff::changes::Changes;
use crate::diff::report::ComparisonReport;

/// The changes of each plan, beginning with the one that the report is about. `base` is where the site stands.
pub(super) fn of_plans<'a>(report: &'a ComparisonReport, base: Option<&str>) -> Vec<PlanChanges<'a>> {
    let of = |edition: Option<&'a str>, changes: &Changes| PlanChanges {
        edition,
        summary: summary(changes),
        sections: of(changes, base),
    };
    let others = report.editions.iter().map(|other| of(Some(&other.edition), &other.changes));
    std::iter::once(of(None, &report.changes)).chain(others).collect()
}

/// What all changes are about: "2 due dates; in edition 2019: 1 status".
pub(super) fn summary_of_plans(report: &ComparisonReport) -> String {
    let own = match &report.edition {
        Some(edition) => format!("edition {edition}: {}", summary(&report.changes)),
        None => summary(&report.changes),
    };
    let own = (report.editions.is_empty() || !report.changes.is_nothing()).then_some(own);
    let others = report.editions.iter();
    let others = others.map(|other| format!("in edition {}: {}", other.edition, summary(&other.changes)));
    own.into_iter().chain(others).collect::<Vec<_>>().join("; ")
}

/// The sections that have lines. `base` is where the site stands.
fn of(changes: &Changes, base: Option<&str>) -> Vec<Section> {
    let all = [
        section("Due dates", &changes.due_dates, lines::due),
        section("Indicators", &changes.indicators, lines::indicator),
        section("Milestones", &changes.milestones, lines::milestone),
        section("Statuses", &changes.statuses, lines::status),
        section("Outlooks", &changes.outlooks, lines::outlook),
        section("Texts", &changes.reworded, lines::reworded),
        translations(changes),
        section("New records", &changes.added, lines::named),
        section("Removed records", &changes.removed, lines::named),
        section("Changed ids", &changes.renumbered, lines::renumbered),
        agencies(changes),
        section("Evidence", &changes.evidence, lines::evidence),
        section("Assessments", &changes.assessments, lines::assessment),
        section("Public and internal", &changes.audience, lines::audience),
        section("Other values", &changes.facts, lines::fact),
        section("Other files", &changes.files, lines::file),
        section("Settings", &changes.settings, lines::setting),
        Section { title: "Addresses", lines: addresses(changes, base) },
    ];
    all.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

fn section<T>(title: &'static str, changes: &[T], line: fn(&T) -> RenderedLine) -> Section {
    Section { title, lines: changes.iter().map(line).collect() }
}

/// A line for each text of a translation that changed, and one for each translation that is new or was removed.
fn translations(changes: &Changes) -> Section {
    let lines = changes.translations.iter().flat_map(lines::translation).collect();
    Section { title: "Translations", lines }
}

/// Roles that came or went, then what is said of those that stayed.
fn agencies(changes: &Changes) -> Section {
    let mut all = section("Agencies", &changes.roles, lines::role);
    all.lines.extend(changes.role_details.iter().map(lines::role_detail));
    all
}

fn addresses(changes: &Changes, base: Option<&str>) -> Vec<RenderedLine> {
    let addresses = &changes.addresses;
    let gone = addresses.vanished.iter().map(|it| lines::address(None, "broken link: ", it));
    let redirects = addresses.redirected.iter().map(lines::redirect);
    let new = addresses.new.iter().map(|it| lines::address(base, "new: ", it));
    let changed = addresses.changed.iter().map(|it| lines::address(base, "changed: ", it));
    gone.chain(redirects).chain(new).chain(changed).collect()
}

/// "2 due dates, 1 status": what a change is about, in a few words.
fn summary(changes: &Changes) -> String {
    let updates = changes.added.iter().filter(|record| record.kind.word() == "update").count();
    let counts = [
        (changes.due_dates.len(), "due date", "due dates"),
        (changes.indicators.len(), "change of an indicator", "changes of indicators"),
        (changes.milestones.len(), "change of a milestone", "changes of milestones"),
        (changes.statuses.len(), "status", "statuses"),
        (changes.outlooks.len(), "outlook", "outlooks"),
        (changes.reworded.len(), "changed text", "changed texts"),
        (changes.translations.len(), "translation", "translations"),
        (updates, "new update", "new updates"),
        (changes.added.len() - updates, "other new record", "other new records"),
        (changes.removed.len(), "removed record", "removed records"),
        (changes.renumbered.len(), "changed id", "changed ids"),
        (changes.roles.len() + changes.role_details.len(), "role of an agency", "roles of agencies"),
        (changes.audience.len(), "change of audience", "changes of audience"),
        (changes.facts.len() + changes.settings.len(), "other value", "other values"),
        (changes.files.len(), "other file", "other files"),
    ];
    let reported: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, several)| format!("{count} {}", if *count == 1 { one } else { several }))
        .collect();
    if reported.is_empty() { "no changes".to_owned() } else { reported.join(", ") }
}
