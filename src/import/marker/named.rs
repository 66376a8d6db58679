//! Levels with a name: `Pillar One: Trade`, `Strategic goal 2 – Health`, `第一章 海洋`.

use std::collections::BTreeSet;

use super::super::numeral::{self, Numeral};
use super::super::style::NumberStyle;
use super::super::wrapping::is_wide;
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
const UNITS: &[char] = &['章', '節', '条', '項', '部', '編', '款', '柱', '장', '절', '조', '항', '편', '부'];
/// What may stand between the word and its number: `Action n° 1`.
const SIGNS: &[&str] = &["núm.", "num.", "n°", "nº", "no.", "nr.", "no", "nr", "№", "#"];
/// What ordinal numbers end with: `Article 1er`.
const ORDINAL: &[&str] = &["er", "ère", "re", "º", "ª", "°"];
/// How many characters of a number are looked at.
const REACH: usize = 12;

/// The name and number that a text begins with. `more` are words that this text has before numbers, besides those that all have.
pub(super) fn find(signs: &[char], more: &BTreeSet<String>) -> Option<Found> {
    if matches!(signs.first(), Some('第' | '제')) {
        return ordinal(signs);
    }
    let text = lower(signs);
    let known = WORDS.iter().copied().find(|word| text.starts_with(word));
    // The longest of the text's own words, because one may begin with another.
    let own =
        more.iter().map(String::as_str).filter(|word| text.starts_with(word)).max_by_key(|word| word.len());
    let word = own.filter(|own| known.is_none_or(|known| own.len() > known.len())).or(known)?;
    after(signs, word)
}

/// Letters in lower case, one for one, so that places stay.
fn lower(signs: &[char]) -> String {
    signs.iter().map(|sign| sign.to_lowercase().next().unwrap_or(*sign)).collect()
}

/// The number after a word.
fn after(signs: &[char], word: &str) -> Option<Found> {
    let mut at = word.chars().count();
    let spaces = |at: usize| signs[at..].iter().take_while(|sign| sign.is_whitespace()).count();
    if spaces(at) == 0 && word != "§" && !word.ends_with(is_wide) && signs.get(at) != Some(&'#') {
        return None;
    }
    at += spaces(at);
    let rest = lower(&signs[at..]);
    if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        at += sign.chars().count();
        at += spaces(at);
    }
    let part = |sign: &&char| sign.is_alphanumeric() || matches!(**sign, '.' | '°' | '-');
    let token: String = signs[at..].iter().take_while(part).take(REACH).collect();
    let token = token.trim_end_matches(['.', '-']);
    let (steps, length) =
        steps(token).map(|steps| (steps, token.chars().count())).or_else(|| ordinal_number(token))?;
    at += length;
    let end = separator(&signs[at..])?;
    Some(Found { style: NumberStyle::Named(word.to_owned()), steps, roman: None, length: at + end })
}

/// `1er`
fn ordinal_number(token: &str) -> Option<(Vec<Numeral>, usize)> {
    let bare = ORDINAL.iter().find_map(|end| token.strip_suffix(end))?;
    Some((vec![numeral::digits(bare)?], token.chars().count()))
}

/// The most words that stand before a number, and the most letters that they have.
const MOST_WORDS: usize = 3;
const MOST_LETTERS: usize = 30;

/// The words before the number that a line begins with, in lower case, and the number: `axe`, 1 of `Axe 1 : L'eau`.
pub(super) fn candidate(signs: &[char]) -> Option<(String, Vec<u32>)> {
    let text = lower(signs);
    // In a script without spaces the number stands beside the word: `施策１`.
    let begins = |at: &usize| *at == 0 || !signs[at - 1].is_alphanumeric() || is_wide(signs[at - 1]);
    // `Ziel A:` and `Maßnahme A1:` count with a letter.
    let letter = |at: usize| {
        let next = signs.get(at + 1);
        at > 0
            && signs[at].is_ascii_uppercase()
            && (next.is_none_or(|next| next.is_ascii_digit() || matches!(next, ':' | '.' | ')'))
                || matches!(signs.get(at + 1..at + 3), Some([' ', '–' | '—' | '-'])))
    };
    let counts =
        |at: &usize| signs[*at].is_ascii_digit() || matches!(signs[*at], 'I' | 'V' | 'X') || letter(*at);
    let number = (0..signs.len()).filter(begins).find(counts);
    // `Chapitre premier`
    let word_at = || {
        let second = signs.iter().position(|sign| *sign == ' ')? + 1;
        let token: String = signs[second..].iter().take_while(|sign| sign.is_alphabetic()).collect();
        numeral::word(&token).map(|_| second)
    };
    let number = word_at().or(number)?;
    let mut word: &str = &text[..text.char_indices().nth(number).map_or(0, |(at, _)| at)];
    if !word.ends_with(char::is_whitespace)
        && !word.ends_with(['#', '§', '°', 'º', '№'])
        && !word.ends_with(is_wide)
    {
        return None;
    }
    word = word.trim_end();
    word = SIGNS
        .iter()
        .find_map(|sign| word.strip_suffix(sign).filter(|word| word.ends_with(char::is_whitespace)))
        .unwrap_or(word)
        .trim_end();
    let bare = word.strip_suffix('.').unwrap_or(word);
    let letters = bare.chars().all(|sign| sign.is_alphabetic() || sign == ' ' || sign == '-' || sign == '\'')
        || word == "§";
    let plausible =
        letters && !word.is_empty() && word.len() <= MOST_LETTERS && word.split(' ').count() <= MOST_WORDS;
    let found = plausible.then(|| after(signs, word)).flatten()?;
    Some((word.to_owned(), found.steps.iter().map(|step| step.value).collect()))
}

/// `1`, `1.2`, `IV`, `A`, `One`.
fn steps(token: &str) -> Option<Vec<Numeral>> {
    if token.contains(['.', '-']) {
        let parts = token.split(['.', '-']).enumerate();
        return parts
            .map(|(at, part)| {
                let first = || roman_of_levels(part).filter(|_| at == 0);
                numeral::digits(part).or_else(first).or_else(|| numeral::letter(part))
            })
            .collect();
    }
    if let Some((letter, number)) =
        token.split_at_checked(1).filter(|(letter, _)| *letter == letter.to_uppercase())
        && let (Some(letter), Some(number)) = (numeral::letter(letter), numeral::digits(number))
    {
        return Some(vec![letter, number]);
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

/// `II` of `Meta II.1`. `C`, `D` and the like count as letters, and `I`, `V` and `X` are Roman numbers far more often.
fn roman_of_levels(part: &str) -> Option<Numeral> {
    let capitals = part.chars().all(|sign| matches!(sign, 'I' | 'V' | 'X'));
    let roman = numeral::roman(part).filter(|_| capitals)?;
    Some(Numeral { text: roman.value.to_string(), ..roman })
}

/// How long the sign between number and words is: `:`, `.`, ` – `; or a space before a capital. In running text none is.
fn separator(signs: &[char]) -> Option<usize> {
    let spaces = signs.iter().take_while(|sign| sign.is_whitespace()).count();
    match signs.get(spaces) {
        None => Some(spaces),
        Some(':' | '.' | ')' | '|') => Some(spaces + 1),
        Some('-' | '–' | '—') if spaces > 0 => Some(spaces + 1),
        Some('–' | '—') => Some(spaces + 1),
        Some(sign) if spaces > 0 && (sign.is_uppercase() || is_wide(*sign)) => Some(spaces),
        Some(_) => None,
    }
}

/// `第一章`, `第２条`; `第一` by itself.
fn ordinal(signs: &[char]) -> Option<Found> {
    const FIRST: char = '第';
    let is_number = |sign: &&char| sign.is_ascii_digit() || numeral::is_kanji(**sign);
    let digits = signs.iter().skip(1).take(REACH).take_while(is_number).count();
    let number: String = signs[1..=digits].iter().collect();
    let number = numeral::digits(&number).or_else(|| numeral::kanji(&number))?;
    let unit = signs.get(digits + 1).filter(|sign| UNITS.contains(sign));
    let (end, word) = match unit {
        Some(unit) => (digits + 1, *unit),
        None if signs[0] == FIRST => (digits, FIRST),
        None => return None,
    };
    let after = signs.get(end + 1);
    let apart = after.is_none_or(|sign| sign.is_whitespace() || matches!(sign, ':' | '.' | '、'));
    let length = end + 1 + usize::from(after.is_some_and(|sign| matches!(sign, ':' | '.' | '、')));
    apart.then(|| Found {
        style: NumberStyle::Named(word.to_string()),
        steps: vec![number],
        roman: None,
        length,
    })
}
