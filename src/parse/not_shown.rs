//! What a record of another edition says and no page shows.

use super::record::Reading;
use super::{of_edition, place};
use crate::diag::Span;
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
    "milestones",
    "image",
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
        fields.report(of_edition::problem(&shown, what, span));
    }
}
