//! Levels with a name: `Pillar One: Trade`, `Strategic goal 2 – Health`, `第一章 海洋`.

use super::super::numeral::{self, Numeral};
use super::super::style::NumberStyle;
use super::found::Found;

/// The words that stand before a number, longest first where one begins like another.
const WORDS: &[&str] = &[
    "strategic objective",
    "strategic priority",
    "strategic goal",
    "strategic area",
    "priority action",
    "priority area",
    "thematic area",
    "action area",
    "action point",
    "action item",
    "focus area",
    "key action",
    "key area",
    "work package",
    "work stream",
    "workstream",
    "commitment",
    "initiative",
    "milestone",
    "objective",
    "appendix",
    "activity",
    "chapter",
    "outcome",
    "measure",
    "priority",
    "project",
    "section",
    "article",
    "pillar",
    "action",
    "output",
    "result",
    "strand",
    "target",
    "theme",
    "annex",
    "axis",
    "area",
    "goal",
    "part",
    "step",
    "task",
    "item",
    "no.",
    "nr.",
];
/// The signs that end a number such as `第一章`.
const UNITS: &[char] = &['章', '節', '条', '項', '部', '編', '款', '柱'];
/// How many characters of a number are looked at.
const REACH: usize = 12;

/// The name and number that a text begins with.
pub(super) fn find(signs: &[char]) -> Option<Found> {
    if signs.first() == Some(&'第') {
        return ordinal(signs);
    }
    let text: String = signs.iter().collect::<String>().to_lowercase();
    let word = WORDS.iter().find(|word| text.starts_with(**word))?;
    let mut at = word.chars().count();
    let spaces = signs[at..].iter().take_while(|sign| sign.is_whitespace() || **sign == '#').count();
    at += spaces;
    if spaces == 0 {
        return None;
    }
    let part = |sign: &&char| sign.is_ascii_alphanumeric() || **sign == '.';
    let token: String = signs[at..].iter().take_while(part).take(REACH).collect();
    let token = token.trim_end_matches('.');
    let steps = steps(token)?;
    at += token.len();
    let end = separator(&signs[at..])?;
    Some(Found { style: NumberStyle::Named((*word).to_owned()), steps, roman: None, length: at + end })
}

/// `1`, `1.2`, `IV`, `A`, `One`.
fn steps(token: &str) -> Option<Vec<Numeral>> {
    if token.contains('.') {
        let parts = token.split('.').map(|part| numeral::digits(part).or_else(|| numeral::letter(part)));
        return parts.collect();
    }
    // Without a sign around it a Roman number is as good as a number, and sorts better.
    let roman = numeral::roman(token).map(|roman| Numeral { text: roman.value.to_string(), ..roman });
    let one = numeral::digits(token)
        .or_else(|| numeral::word(token))
        .or(roman)
        .or_else(|| numeral::letter(token))?;
    // `Part a little`: a single small letter is a word.
    let small = token.len() == 1 && token.starts_with(|sign: char| sign.is_ascii_lowercase());
    (!small).then(|| vec![one])
}

/// How long the sign between number and words is: `:`, `.`, ` – `; or a space before a capital. In running text none is.
fn separator(signs: &[char]) -> Option<usize> {
    let spaces = signs.iter().take_while(|sign| sign.is_whitespace()).count();
    match signs.get(spaces) {
        None => Some(spaces),
        Some(':' | '.' | ')' | '|') => Some(spaces + 1),
        Some('-' | '–' | '—') if spaces > 0 => Some(spaces + 1),
        Some('–' | '—') => Some(spaces + 1),
        Some(sign) if spaces > 0 && sign.is_uppercase() => Some(spaces),
        Some(_) => None,
    }
}

/// `第一章`, `第２条`.
fn ordinal(signs: &[char]) -> Option<Found> {
    let end = signs.iter().take(8).position(|sign| UNITS.contains(sign))?;
    let number: String = signs[1..end].iter().collect();
    let number = numeral::digits(&number).or_else(|| numeral::kanji(&number))?;
    let after = signs.get(end + 1);
    let apart = after.is_none_or(|sign| sign.is_whitespace() || matches!(sign, ':' | '.' | '、'));
    let length = end + 1 + usize::from(after.is_some_and(|sign| matches!(sign, ':' | '.' | '、')));
    apart.then(|| Found {
        style: NumberStyle::Named(signs[end].to_string()),
        steps: vec![number],
        roman: None,
        length,
    })
}
