//! A code names another item now, and records that nobody edited speak of that one without saying so.

use std::collections::BTreeMap;

use super::older_place::was;
use crate::diag::{Diagnostic, Span, code};
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
    let moved = after.filter_map(|now| {
        let RecordIx::Item(ix) = now.ix else { return None };
        let code = comparison.after.plan().items.at(ix).document.code.as_ref()?;
        let first = before.get(&code.folded).filter(|pair| pair.new.id != now.id)?;
        Some((code, *first, now.id))
    });
    let moved: Vec<(&ItemCode, &Pair<'_>, &str)> = moved.collect();
    let spoken_of = spoken_of(comparison, &moved.iter().map(|(code, ..)| *code).collect::<Vec<_>>());
    for ((code, first, new), places) in moved.into_iter().zip(spoken_of) {
        let (old, text) = (first.old.id, &code.text);
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

/// For each of some codes, the records of both states that name an item by it in both. All records are read once.
fn spoken_of<'a>(comparison: &'a Comparison<'_>, codes: &[&ItemCode]) -> Vec<Vec<Mention<'a>>> {
    let mut found: Vec<Vec<Mention<'a>>> = codes.iter().map(|_| Vec::new()).collect();
    if codes.is_empty() {
        return found;
    }
    let is_area: Vec<[bool; 2]> = codes.iter().map(|code| are_areas(comparison, &code.folded)).collect();
    let (mut older, mut newer) = (RawFiles::new(comparison.before), RawFiles::new(comparison.after));
    for pair in &comparison.pairs {
        let (Some(old), Some(new)) = (older.raw_fields(&pair.old), newer.raw_fields(&pair.new)) else {
            continue;
        };
        for ((code, [before, after]), places) in codes.iter().zip(&is_area).zip(&mut found) {
            if mentions(&old, &code.folded, *before).is_some() {
                let span = mentions(&new, &code.folded, *after);
                places.extend(span.map(|span| Mention { path: &pair.new.record.path, span }));
            }
        }
    }
    found
}

/// Whether an area has a code as its number: before, and after.
fn are_areas(comparison: &Comparison<'_>, code: &str) -> [bool; 2] {
    [comparison.before, comparison.after]
        .map(|state| state.plan().areas.iter().any(|area| area.document.number.value.as_str() == code))
}
