//! Words that were broken over two lines: `protec-` and `tion`. Whether the hyphen belongs to the word, the rest of the text shows.

use std::collections::BTreeSet;

use super::boilerplate::Boilerplate;
use super::lines::{BROKEN, SourceLine};
use super::verdict::Verdict;

/// A text with so many words at the end of a line that go on is set with broken words.
const SET: usize = 3;

/// Words that stand before a hyphen and keep it.
const KEPT: &[&str] = &[
    "all", "anti", "co", "cross", "early", "ex", "full", "high", "inter", "long", "low", "mid", "multi",
    "near", "non", "part", "post", "pre", "public", "self", "short", "so", "sub", "third", "well", "year",
];

/// A word that was broken at the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BrokenWord {
    /// The line that it begins on, and the one that it ends on.
    pub(super) lines: (usize, usize),
    /// Its two parts, without the hyphen.
    pub(super) parts: (String, String),
    /// Whether the hyphen belongs to it.
    pub(super) has_hyphen: bool,
    /// Whether the line itself says that it does not.
    pub(super) is_sure: bool,
}

impl BrokenWord {
    /// The word as one.
    pub(super) fn whole(&self) -> String {
        format!("{}{}{}", self.parts.0, if self.has_hyphen { "-" } else { "" }, self.parts.1)
    }
}

/// The broken words of lines that go on.
pub(super) fn find(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<BrokenWord> {
    let mut found: Vec<BrokenWord> = Vec::new();
    let mut before: Option<usize> = None;
    for (at, verdict) in verdicts.iter().enumerate() {
        match verdict {
            // The end of a page may stand within a word.
            Verdict::Blank => continue,
            Verdict::LeftOut(kind) if kind.is_of_page() => continue,
            Verdict::GoesOn => found.extend(before.and_then(|before| parts(lines, before, at))),
            _ => {}
        }
        before = (!matches!(verdict, Verdict::LeftOut(Boilerplate::Contents))).then_some(at);
    }
    if !found.is_empty() {
        let words = words(lines);
        // Where no word within a line has this hyphen, it only stands in broken ones.
        let is_sure = !words.iter().any(|word| word.trim_end_matches(BROKEN).contains(BROKEN));
        let is_set = found.len() >= SET;
        for word in &mut found {
            word.is_sure = is_sure && lines[word.lines.0].text.ends_with(BROKEN);
            word.has_hyphen = !word.is_sure && has_hyphen(word, &words, is_set);
        }
    }
    found
}

fn parts(lines: &[SourceLine], before: usize, at: usize) -> Option<BrokenWord> {
    let first = lines[before].text.strip_suffix(['-', BROKEN])?;
    let first = first.rsplit(|sign: char| !sign.is_alphanumeric() && sign != '-').next().unwrap_or("");
    let second = lines[at].text.split(' ').next().unwrap_or("");
    let is_word = first.ends_with(char::is_alphabetic) && second.starts_with(char::is_lowercase);
    is_word.then(|| BrokenWord {
        lines: (before, at),
        parts: (first.to_owned(), second.to_owned()),
        has_hyphen: true,
        is_sure: false,
    })
}

/// The words of a text in lower case, whole and with their hyphens; not those at which a line ends.
fn words(lines: &[SourceLine]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for line in lines {
        let text = line.text.to_lowercase();
        words.extend(
            text.split_whitespace().map(|word| bare(word).to_owned()).filter(|word| !word.is_empty()),
        );
    }
    words
}

fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '-')
}

fn has_hyphen(word: &BrokenWord, words: &BTreeSet<String>, is_set: bool) -> bool {
    let (first, second) = (word.parts.0.to_lowercase(), bare(&word.parts.1).to_lowercase());
    if words.contains(&format!("{first}-{second}")) {
        return true;
    }
    if words.contains(&format!("{first}{second}")) {
        return false;
    }
    let is_pair = words.contains(&first) && words.contains(&second) && second.chars().count() > 3;
    !is_set || is_pair || KEPT.contains(&first.as_str())
}

/// The texts of lines with each broken word in one piece, on the line that it begins on.
pub(super) fn healed(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<String> {
    let mut texts: Vec<String> = lines.iter().map(|line| line.text.clone()).collect();
    for word in find(lines, verdicts).into_iter().filter(|word| !word.has_hyphen) {
        let (first, second) = word.lines;
        texts[first].pop();
        texts[first].push_str(&word.parts.1);
        texts[second] = texts[second][word.parts.1.len()..].trim_start().to_owned();
    }
    texts
}
