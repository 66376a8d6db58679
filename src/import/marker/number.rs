//! Numbers, letters and Roman numbers with a sign beside them: `1.`, `(1)`, `a)`, `iv.`, `1.1`, `一、`, `①`.

use super::super::numeral::{self, Numeral};
use super::super::style::{Mark, NumberStyle};
use super::super::wrapping::is_wide;
use super::found::Found;

/// The number that a text begins with. `signs` are of half width, `written` as the text has them.
pub(super) fn find(signs: &[char], written: &[char]) -> Option<Found> {
    let first = *signs.first()?;
    if let Some(number) = numeral::circled(first) {
        let style = NumberStyle::Number(Mark::Circle);
        return Some(Found { style, steps: vec![number], roman: None, length: 1 });
    }
    if let Some(found) = script(signs).or_else(|| roman_sign(signs)) {
        return Some(found);
    }
    if matches!(first, '(' | '[') { enclosed(signs, first) } else { followed(signs, written) }
}

/// `ア　`, `（ア）`, `가.`, `а)`.
fn script(signs: &[char]) -> Option<Found> {
    let open = usize::from(signs.first() == Some(&'('));
    let (first, number) = numeral::script_letter(*signs.get(open)?)?;
    let (mark, length) = match signs.get(open + 1)? {
        ')' if open == 1 => (Mark::Both, 3),
        ')' if open == 0 => (Mark::Close, 2),
        '.' if open == 0 => (Mark::Stop, 2),
        // A space as wide as a letter stands behind a number only; half width signs are spaces of a sentence.
        '\u{3000}' if open == 0 => (Mark::Bare, 2),
        _ => return None,
    };
    let apart = signs.get(length).is_none_or(|sign| sign.is_whitespace() || !sign.is_ascii());
    let style = NumberStyle::Script(first, mark);
    apart.then(|| Found { style, steps: vec![number], roman: None, length })
}

/// `Ⅱ　`: a Roman number that is one sign stands in no sentence.
fn roman_sign(signs: &[char]) -> Option<Found> {
    const FIRST: u32 = 0x2160;
    let value = u32::from(*signs.first()?).checked_sub(FIRST).filter(|value| *value < 12)? + 1;
    let length = match signs.get(1)? {
        '.' | '、' => 2,
        sign if sign.is_whitespace() => 1,
        _ => return None,
    };
    let number = Numeral { text: value.to_string(), value };
    Some(Found { style: NumberStyle::Roman(true, Mark::Circle), steps: vec![number], roman: None, length })
}

/// `(1)`. In square brackets only numbers of several steps: `[1]` is a footnote.
fn enclosed(signs: &[char], open: char) -> Option<Found> {
    let close = if open == '(' { ')' } else { ']' };
    let end = signs.iter().take(14).position(|sign| *sign == close)?;
    let inner: String = signs[1..end].iter().collect();
    let found = named(inner.trim(), Mark::Both, end + 1)?;
    let several = found.steps.len() > 1;
    (open == '(' || several).then_some(found)
}

/// `1.`, `1)`, `1:`, `1°`, `1.1`, `一、`, `1 Trade`.
fn followed(signs: &[char], written: &[char]) -> Option<Found> {
    let kanji = numeral::is_kanji(*signs.first()?);
    let part = |sign: &char| {
        if kanji { numeral::is_kanji(*sign) } else { sign.is_ascii_alphanumeric() || *sign == '.' }
    };
    let end = signs.iter().position(|sign| !part(sign)).unwrap_or(signs.len());
    let token: String = signs[..end].iter().collect();
    let next = signs.get(end).copied();
    if let Some(bare) = token.strip_suffix('.') {
        let apart =
            next.is_none_or(|sign| sign.is_whitespace() || !sign.is_ascii()) || written[end - 1] != '.';
        return apart.then(|| named(bare, Mark::Stop, end)).flatten();
    }
    let mark = match next {
        Some(')') => Mark::Close,
        Some(':') => Mark::Colon,
        Some('°' | 'º') => Mark::Degree,
        Some('、' | '.') if kanji => Mark::Comma,
        _ => Mark::Bare,
    };
    // A space as wide as a letter stands behind a number only: `一　水`.
    if kanji && next == Some('\u{3000}') {
        return named(&token, Mark::Bare, end + 1);
    }
    if mark == Mark::Bare {
        return bare(signs, &token, end);
    }
    let after = signs.get(end + 1);
    let full = written.get(end).is_some_and(|sign| !sign.is_ascii());
    let apart = full || after.is_none_or(|sign| sign.is_whitespace() || !sign.is_ascii());
    apart.then(|| named(&token, mark, end + 1)).flatten()
}

/// `1.1 Talks`; `1 Trade`, where a capital follows.
fn bare(signs: &[char], token: &str, end: usize) -> Option<Found> {
    let mut rest = signs.get(end..)?.iter().skip_while(|sign| sign.is_whitespace());
    let spaced = signs.get(end).is_none_or(|sign| sign.is_whitespace());
    let found = named(token, Mark::Bare, end).filter(|_| spaced)?;
    match found.style {
        NumberStyle::Steps(_) => Some(found),
        NumberStyle::Number(_) => {
            rest.next().filter(|sign| sign.is_uppercase() || is_wide(**sign)).map(|_| found)
        }
        _ => None,
    }
}

/// The style and the steps of `3`, `c`, `iv`, `四`, `3.2.a`.
fn named(text: &str, mark: Mark, length: usize) -> Option<Found> {
    if text.contains('.') {
        return steps(text, length);
    }
    let one = |style, number: Numeral| Some(Found { style, steps: vec![number], roman: None, length });
    let capital = text.starts_with(|sign: char| sign.is_ascii_uppercase());
    if let Some(number) = numeral::digits(text) {
        return one(NumberStyle::Number(mark), number);
    }
    if let Some(number) = numeral::letter(text) {
        let roman = numeral::roman(text);
        let style = NumberStyle::Letter(capital, mark);
        return Some(Found { style, steps: vec![number], roman, length });
    }
    if let Some(number) = numeral::roman(text) {
        return one(NumberStyle::Roman(capital, mark), number);
    }
    if let Some(steps) = with_letter(text).filter(|_| mark != Mark::Bare) {
        return Some(Found { style: NumberStyle::Steps(steps.len()), steps, roman: None, length });
    }
    numeral::kanji(text).and_then(|number| one(NumberStyle::Kanji(mark), number))
}

/// `1a`: a letter below a number.
fn with_letter(text: &str) -> Option<Vec<Numeral>> {
    let letter = text.char_indices().next_back().filter(|(_, sign)| sign.is_ascii_lowercase())?.0;
    Some(vec![numeral::digits(&text[..letter])?, numeral::letter(&text[letter..])?])
}

/// `1.1`, `3.2.a`, `A.1`: numbers, or a letter among numbers.
fn steps(text: &str, length: usize) -> Option<Found> {
    let parts: Vec<&str> = text.split('.').collect();
    let read = |(at, part): (usize, &&str)| {
        let roman = if at > 1 { numeral::roman(part).filter(|_| part.len() > 1) } else { None };
        numeral::digits(part).or(roman).or_else(|| numeral::letter(part))
    };
    let steps: Vec<Numeral> = parts.iter().enumerate().map(read).collect::<Option<_>>()?;
    let numbers = parts.iter().any(|part| part.starts_with(|sign: char| sign.is_ascii_digit()));
    let count = steps.len();
    ((2..=6).contains(&count) && numbers).then_some(Found {
        style: NumberStyle::Steps(count),
        steps,
        roman: None,
        length,
    })
}
