//! A code names another item now, and records that nobody edited speak of that one without saying so.

use std::collections::BTreeMap;

use super::older_place::was;
use crate::diag::{Diagnostic, Span, code};
use crate::diff::changes::Kind;
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::raw_fields::RawFiles;
use crate::diff::references::mentions;
use crate::item_code::fold_code;
use crate::parse::ItemCode;
use crate::plan::{Index as _, RecordIx};

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let before: BTreeMap<String, &Pair<'_>> =
        comparison.pairs.iter().filter_map(|pair| Some((fold_code(pair.old.code?), pair))).collect();
    let after = comparison.pairs.iter().map(|pair| pair.new).chain(comparison.added.iter().copied());
    for now in after.filter(|record| record.kind == Kind::Item) {
        let RecordIx::Item(ix) = now.ix else { continue };
        let Some(code) = &comparison.after.plan().items.at(ix).document.code else { continue };
        let Some(first) = before.get(&code.folded).filter(|pair| pair.new.id != now.id) else { continue };
        let (old, new, text) = (first.old.id, now.id, &code.text);
        let places = spoken_of(comparison, code);
        let Some(place) = places.first() else { continue };
        let (others, mean) = match places.len() - 1 {
            0 => (String::new(), "means"),
            1 => (" and 1 other record".to_owned(), "mean"),
            more => (format!(" and {more} other records"), "mean"),
        };
        let message = format!(
            "the code {text} named item {old} and now names item {new}, so {}{others} {mean} another item than before",
            place.path
        );
        let help = format!(
            "give {text} back to item {}; or write the id in the records that mean it, for example `{}` in {}",
            first.new.id, first.new.id, place.path
        );
        let problem = Diagnostic::new(code::CODE_MOVED, code.span, message).help(help);
        let old_code = match first.old.ix {
            RecordIx::Item(ix) => comparison.before.plan().items.at(ix).document.code.as_ref(),
            _ => None,
        };
        let problem = was(comparison, problem, old_code.map(|code| code.span), "before the change");
        found.push(problem.label(place.span, format!("`{text}` is written here")));
    }
}

/// A record that names an item by its code.
struct Mention<'a> {
    path: &'a str,
    span: Span,
}

/// The records of both states that name an item by this code in both.
fn spoken_of<'a>(comparison: &Comparison<'a>, code: &ItemCode) -> Vec<Mention<'a>> {
    let mut older = RawFiles::new(comparison.before);
    let mut newer = RawFiles::new(comparison.after);
    let both = comparison.pairs.iter().filter_map(|pair| {
        mentions(&older.raw_fields(&pair.old)?, &code.folded)?;
        let span = mentions(&newer.raw_fields(&pair.new)?, &code.folded)?;
        Some(Mention { path: &pair.new.record.path, span })
    });
    both.collect()
}
