//! Parties of agencies that are nearly a party of a plan. The site shows each as a party of its own, and whoever looks for the
//! agencies of one does not find them all. Other parties may have agencies, too: what is near to none is not reported.

use std::collections::BTreeSet;

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::Plan;

/// The shortest word in which one letter is a typing error.
const SHORTEST: usize = 5;
/// What people write between two names.
const BETWEEN: [&str; 9] = [" and ", " & ", "・", "、", "，", ", ", "; ", " / ", "及び"];

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let plans: Vec<&Plan> = std::iter::once(context.plan)
        .chain(context.plan.editions.iter().map(|edition| &*edition.plan))
        .collect();
    let known: BTreeSet<&str> = plans.iter().flat_map(|plan| parties(plan)).collect();
    for agency in &context.plan.agencies {
        let document = &agency.document;
        let Some(party) = document.party.as_deref().filter(|party| !known.contains(party)) else { continue };
        let Some(near) = known.iter().find(|other| is_near(party, other)) else { continue };
        let message = format!(
            "the agency `{}` is of the party `{party}`, and the plan has the party `{near}`",
            document.id
        );
        let place = document.party_span.unwrap_or(document.record.span);
        let problem = Diagnostic::new(code::SIMILAR_PARTY, place, message)
            .help("write a party in one way in all agencies and in `parties` of the plan");
        found.push(match folded(party) == folded(near) {
            true => problem.fix(*near),
            false => problem.suggest(*near),
        });
    }
    let of_agencies: BTreeSet<String> = context
        .plan
        .agencies
        .iter()
        .filter_map(|agency| agency.document.party.as_deref())
        .map(folded)
        .collect();
    for plan in plans {
        found.extend(parties(plan).filter_map(|party| several(plan, party, &of_agencies)));
    }
}

fn parties(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.about.iter().flat_map(|about| &about.document.parties).map(String::as_str)
}

/// A party that is two parties of agencies: `Arland and Boria`.
fn several(plan: &Plan, party: &str, of_agencies: &BTreeSet<String>) -> Option<Diagnostic> {
    let document = &plan.about.as_ref()?.document;
    let names =
        BETWEEN.iter().find_map(|sign| party.contains(sign).then(|| party.split(sign).map(str::trim)))?;
    let names: Vec<&str> = names.collect();
    let is_whole = of_agencies.contains(&folded(party));
    if is_whole || !names.iter().all(|name| of_agencies.contains(&folded(name))) {
        return None;
    }
    let message = format!("`{party}` in `parties` is one party, and agencies are of {}", names.join(" or "));
    let place = document.parties_span.unwrap_or(document.record.span);
    let list = format!("[{}]", names.join(", "));
    Some(
        Diagnostic::new(code::SIMILAR_PARTY, place, message)
            .help(format!("write each by itself: `parties: {list}`")),
    )
}

fn folded(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two names differ in capital letters and spaces only, or, within one long word, by a letter too few or too many or two
/// that changed places. Another letter makes another name: Ireland and Iceland.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    if a == b {
        return true;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let mut differing = a.iter().zip(&b).filter(|(a, b)| a != b);
    match (differing.next(), differing.next()) {
        (Some((one, other)), None) => a.len() == b.len() && is_typing_error(one, other),
        _ => false,
    }
}

fn is_typing_error(a: &str, b: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    // A short word, a number and a Roman one tell districts from each other.
    let is_name = |word: &str| {
        word.chars().count() >= SHORTEST
            && !word.contains(char::is_numeric)
            && !word.chars().all(|c| "ivxlcdm".contains(c))
    };
    let is_replaced = a.chars().count() == b.chars().count() && letters(a) != letters(b);
    is_name(a) && is_name(b) && !is_replaced && strsim::osa_distance(a, b) <= 1
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn a_typing_error_is_near_and_another_number_is_not() {
        for (a, b, near) in [
            ("Arlandd", "Arland", true),
            ("Republic of Boira", "Republic of Boria", true),
            ("arland", "Arland", true),
            ("District XI", "District XII", false),
            ("Arrondissement I", "Arrondissement II", false),
            ("Ward A", "Ward AB", false),
            ("District 1", "District 1a", false),
            ("District XVIII", "District XVIIII", false),
            ("Ireland", "Iceland", false),
        ] {
            assert_eq!(is_near(a, b), near, "{a}");
        }
    }
}
