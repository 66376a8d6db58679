//! Words for the words of a list.

use super::meaning::Meant;
use super::spelling::{bare, spelt};
use super::statuses;
use crate::diag::guess;

/// Words for types of items and updates.
const KINDS: &[(&[&str], &str, &str)] = &[
    (
        &["ongoing", "on-going", "continuous", "permanent"],
        "continuing",
        "write `continuing` for work that has no end",
    ),
    (
        &["regular", "repeated", "periodic", "annual"],
        "recurring",
        "write `recurring` for what repeats at an interval",
    ),
    (&["news", "update", "report"], "progress", "write `progress` for news about the work"),
    (&["amendment"], "text-amendment", "write `text-amendment` for a change of the plan's text"),
    (
        &["delay", "postponement", "extension"],
        "date-change",
        "write `date-change` for a change of the due date",
    ),
];

/// Words for records that not everybody may see.
const NOT_PUBLIC: &[&str] = &[
    "nonpublic",
    "non-public",
    "unpublic",
    "not-public",
    "private",
    "confidential",
    "restricted",
    "secret",
    "internal-only",
    "public-internal",
    "internal-public",
    "非公開",
    "内部",
    "部外秘",
    "intern",
    "interne",
    "interno",
    "interna",
];

/// What was meant by a word that is none of `words`, the value of `key`.
pub(in crate::fields) fn choice(key: &str, written: &str, words: &[&str]) -> Option<Meant> {
    let word = spelt(written);
    if words.contains(&word.as_str()) {
        return Some(Meant { why: format!("write `{word}`"), ..Meant::certainly(word) });
    }
    let word = bare(&word);
    // `complete` is `completed` without its last letter: the spelling leaves no doubt.
    if guess(&word, words.iter().copied()).is_some_and(|guess| guess.certain) {
        return None;
    }
    let (instead, why) = match key {
        "status" => {
            let found = statuses::find(&word)?;
            (found.status, found.why)
        }
        "audience" if NOT_PUBLIC.contains(&word.as_str()) => {
            ("internal", "write `internal` for what no public site shows")
        }
        "kind" => {
            let found = KINDS.iter().find(|(synonyms, ..)| synonyms.contains(&word.as_str()))?;
            (found.1, found.2)
        }
        _ => return None,
    };
    match instead.is_empty() {
        true => Some(Meant::unclear(why)),
        false => words.contains(&instead).then(|| Meant::perhaps(instead, why)),
    }
}

/// `yes` and `no` in some spellings.
pub(in crate::fields) fn truth(written: &str) -> Option<&'static str> {
    match spelt(written).as_str() {
        "true" | "yes" | "y" | "on" => Some("true"),
        "false" | "no" | "n" | "off" => Some("false"),
        _ => None,
    }
}

/// A number in full-width digits, or as an ordinal.
pub(in crate::fields) fn number(written: &str) -> Option<String> {
    let word = spelt(written);
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[digits.len()..];
    let plain = !digits.is_empty() && digits.len() < 10 && digits.chars().all(|c| c.is_ascii_digit());
    (plain && matches!(ending, "" | "st" | "nd" | "rd" | "th")).then(|| digits.to_owned())
}
