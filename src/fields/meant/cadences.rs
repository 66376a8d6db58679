//! Intervals in the words of a letter.

use super::characters::plain;
use super::meaning::Meant;
use crate::date::Cadence;

/// What is written, in lower case, and the interval.
const WORDS: [(&str, &str); 22] = [
    ("monthly", "every month"),
    ("quarterly", "every 3 months"),
    ("annually", "every year"),
    ("annual", "every year"),
    ("yearly", "every year"),
    ("once a year", "every year"),
    ("per year", "every year"),
    ("each year", "every year"),
    ("every 12 month", "every year"),
    ("half-yearly", "every 6 months"),
    ("semi-annually", "every 6 months"),
    ("semiannually", "every 6 months"),
    ("semi-annual", "every 6 months"),
    ("twice a year", "every 6 months"),
    ("every six months", "every 6 months"),
    ("every half year", "every 6 months"),
    ("every three months", "every 3 months"),
    ("biennially", "every 2 years"),
    ("biennial", "every 2 years"),
    ("every two years", "every 2 years"),
    ("every second year", "every 2 years"),
    ("every other year", "every 2 years"),
];

/// What was meant by a text that is not an interval as planbook reads it.
pub(in crate::fields) fn cadence(written: &str) -> Option<Meant> {
    let (text, _) = plain(written);
    let text = text.to_lowercase();
    if Cadence::parse(&text).is_ok() {
        return Some(Meant::certainly(text));
    }
    let word = WORDS.iter().find(|(word, _)| *word == text).map(|(_, interval)| Meant::certainly(*interval));
    word.or_else(|| {
        let unclear = matches!(text.as_str(), "biannually" | "biannual" | "bi-annually");
        unclear
            .then(|| Meant::unclear("write `every 6 months` or `every 2 years`: the word is used for both"))
    })
}
