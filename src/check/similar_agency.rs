//! Two agencies of one party whose names differ by a letter. Mostly one of them is a typing error, and what one agency answers
//! for is shown at two.

use std::collections::BTreeMap;

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::parse::AgencyDocument;

/// The shortest word in which one letter is a typing error: `Division A` and `Division B` are two.
const SHORTEST: usize = 5;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    // Names that differ by a letter, or by two that changed places, are the same without one letter of each. So each name is
    // compared with few others.
    let mut variants: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let agencies: Vec<&AgencyDocument> =
        context.plan.agencies.iter().map(|agency| &*agency.document).collect();
    let mut similar: Vec<(usize, usize)> = Vec::new();
    for (index, agency) in agencies.iter().enumerate() {
        let name = agency.name.to_lowercase();
        for variant in without_one(&name).chain([name.clone()]) {
            let others = variants.entry(variant).or_default();
            similar.extend(others.iter().filter(|other| **other != index).map(|other| (*other, index)));
            if others.last() != Some(&index) {
                others.push(index);
            }
        }
    }
    similar.sort_unstable();
    similar.dedup();
    for (first, second) in similar {
        let (first, second) = (agencies[first], agencies[second]);
        if is_one(first, second) {
            let message =
                format!("the agencies `{}` and `{}` have nearly the same name", first.id, second.id);
            found.push(
                Diagnostic::new(code::SIMILAR_AGENCY, second.record.span, message)
                    .label(first.record.span, "the other one")
                    .help("keep one file and name it everywhere; put the id of the other one into its `aliases`"),
            );
        }
    }
}

/// The name without each of its letters.
fn without_one(name: &str) -> impl Iterator<Item = String> {
    name.char_indices().map(|(at, c)| format!("{}{}", &name[..at], &name[at + c.len_utf8()..]))
}

/// Whether two agencies are most likely one.
fn is_one(a: &AgencyDocument, b: &AgencyDocument) -> bool {
    let reference = |reference: &Option<crate::parse::Ref>| reference.as_ref().map(|it| it.value.clone());
    let linked = [&a.successor, &b.successor].iter().any(|successor| successor.is_some());
    if a.party != b.party || reference(&a.parent) != reference(&b.parent) || a.valid != b.valid || linked {
        return false;
    }
    let (first, second) = (a.name.to_lowercase(), b.name.to_lowercase());
    let digits = |name: &str| name.chars().filter(|c| c.is_numeric()).collect::<String>();
    let (mine, theirs): (Vec<&str>, Vec<&str>) =
        (first.split_whitespace().collect(), second.split_whitespace().collect());
    let mut words = mine.iter().zip(&theirs).filter(|(a, b)| a != b);
    let long = words.next().is_none_or(|(a, b)| a.chars().count().min(b.chars().count()) >= SHORTEST);
    strsim::osa_distance(&first, &second) <= 1
        && digits(&first) == digits(&second)
        && mine.len() == theirs.len()
        && long
        && words.next().is_none()
}
