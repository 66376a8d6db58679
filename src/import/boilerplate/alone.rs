//! Lines that show by themselves that they belong to the paper.

use super::super::lines::SourceLine;
use super::super::struck;
use super::kind::Boilerplate;

const NAVIGATION: &[&str] = &[
    "back",
    "back to index",
    "back to top",
    "back to contents",
    "back to the top",
    "to the top",
    "top",
    "home",
    "next",
    "next page",
    "previous",
    "previous page",
    "print",
    "print this page",
    "share",
    "share this page",
    "index",
    "skip to content",
    "ページの先頭へ",
    "戻る",
    "目次へ戻る",
];

/// What a line is by itself.
pub(super) fn by_itself(line: &SourceLine) -> Option<Boilerplate> {
    let text = line.text.as_str();
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|sign| "-=*_~#•·–—.".contains(sign)) {
        return Some(Boilerplate::Rule);
    }
    if struck::is_whole(text) {
        return Some(Boilerplate::Struck);
    }
    let around: &[char] = &['[', ']', '<', '>', '«', '»', '↑', '^', ' ', '|', '-', '–', '—'];
    let bare = text.trim_matches(around).to_lowercase();
    if NAVIGATION.contains(&bare.as_str()) {
        return Some(Boilerplate::Navigation);
    }
    if is_page_number(&bare) {
        return Some(Boilerplate::PageNumber);
    }
    has_leader(text).then_some(Boilerplate::Contents)
}

/// `12`, `page 3 of 12`, `3/12`, `12 | page`.
fn is_page_number(bare: &str) -> bool {
    let named = bare.contains("page");
    let mut numbers = 0;
    for word in bare
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '|'))
        .filter(|word| !word.is_empty())
    {
        match word {
            "page" | "of" | "p." => {}
            _ if (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) => {
                numbers += 1
            }
            _ => return false,
        }
    }
    // A line with a year alone is more likely the end of a sentence.
    numbers > 0 && (named || bare.len() <= 3 || (numbers == 2 && bare.contains('/')))
}

/// `Trade ........ 12`
fn has_leader(text: &str) -> bool {
    let before = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let words = before.trim_end();
    let dotted =
        words.ends_with("...") || words.ends_with("……") || words.ends_with(". . .") || words.ends_with("···");
    before.len() < text.len() && dotted
}
