//! An acronym that is no abbreviation of an agency or forum, and that the record does not explain where it first uses it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::markdown::acronyms;
use crate::parse::Record;

/// Those that a dictionary of everyday words has.
const EVERYDAY: &[&str] = &[
    "AD", "AM", "BC", "CD", "COVID", "CSV", "DVD", "EU", "FAQ", "GPS", "HIV", "HTML", "ID", "IT", "NATO",
    "NGO", "OK", "PDF", "PM", "RSS", "TV", "UK", "UN", "URL", "US", "USA", "UTC",
];

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.config.is_off(code::UNDEFINED_ACRONYM) {
        return;
    }
    let known = known(context);
    for record in context.plan.own_records() {
        let text = context.tree.text(record.file).unwrap_or("");
        let Some(body) = text.get(record.body_span.range()) else { continue };
        let mut seen = BTreeSet::new();
        for range in acronyms(body) {
            let word = &body[range.clone()];
            if seen.insert(word) && !known.contains(word) && !is_explained(body, &range) {
                found.push(problem(record, &range, word));
            }
        }
    }
}

fn problem(record: &Record, range: &Range<usize>, word: &str) -> Diagnostic {
    let start = record.body_span.range().start;
    let span = Span::new(record.file, start + range.start..start + range.end);
    Diagnostic::new(code::UNDEFINED_ACRONYM, span, format!("the text does not explain what `{word}` means")).help(format!(
        "write the full name at its first use, with `({word})` after it; or give an agency or forum `abbreviation: {word}`"
    ))
}

/// The words that the book explains, part by part: `NSS/PM&C` is two.
fn known<'a>(context: &LintContext<'a>) -> BTreeSet<&'a str> {
    let plan = context.plan;
    let agencies = plan.agencies.iter().filter_map(|agency| agency.document.abbreviation.as_deref());
    let forums = plan.forums.iter().filter_map(|forum| forum.document.abbreviation.as_deref());
    // A name that is itself an acronym needs no other.
    let names = plan.agencies.iter().map(|agency| agency.document.name.as_str());
    let names = names.chain(plan.forums.iter().map(|forum| forum.document.name.as_str()));
    let parts = |text: &'a str| text.split(|c: char| !c.is_ascii_alphanumeric());
    agencies.chain(forums).chain(names).flat_map(parts).chain(EVERYDAY.iter().copied()).collect()
}

/// Whether it stands in brackets after its words, or its words in brackets after it.
fn is_explained(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].trim_end_matches(['*', '_', '"', '“']);
    let after = text[word.end..].trim_start_matches(['*', '_', '"', '”', ']']).trim_start();
    before.ends_with(['(', '（']) || after.starts_with(['(', '（'])
}
