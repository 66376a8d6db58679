//! What a record of another edition says and no page shows.

use super::place;
use super::record::Reading;
use crate::diag::{Diagnostic, Span, code};
use crate::fields::Fields;

/// Keys of an item.
pub(super) const OF_ITEMS: &[&str] = &[
    "lead",
    "supporting",
    "roles",
    "due",
    "each",
    "cadence",
    "rollup",
    "related",
    "depends-on",
    "same-as",
    "continues",
    "indicators",
    "searched",
    "tags",
    "start",
    "partners",
    "see",
    "contact",
    "updates",
    "summary",
];
/// Keys of an area.
pub(super) const OF_AREAS: &[&str] = &["lead", "summary"];
/// Keys of a plan. `parties` must be there.
pub(super) const OF_PLANS: &[&str] = &[
    "period",
    "languages",
    "authentic-language",
    "reporting",
    "closed",
    "kinds",
    "judged-by",
    "verdicts",
    "source",
    "licence",
    "contact",
    "fiscal-year-starts",
    "tags",
];

/// Reports what a record of another edition says and no page shows.
pub(super) fn report(fields: &mut Fields<'_>, reading: &Reading<'_>, what: &str, keys: &[&str]) {
    if place::edition(reading.path).0.is_none() {
        return;
    }
    let keys = keys.iter().filter_map(|key| Some((format!("`{key}`"), fields.key_span(key)?)));
    let text = reading.text_span().map(|span| ("the text below the front matter".to_owned(), span));
    let found: Vec<(String, Span)> = keys.chain(text).collect();
    for (shown, span) in found {
        fields.report(problem(&shown, what, span));
    }
}

/// The problem with what is shown on no page.
pub(super) fn problem(shown: &str, what: &str, span: Span) -> Diagnostic {
    let message = format!("{shown} of {what} of another edition is on no page");
    Diagnostic::new(code::NOT_SHOWN_IN_EDITION, span, message).help(
        "the page of an edition shows its title and date, and number, title and `text` of each item; put the rest into a record of this plan, or leave it out",
    )
}
