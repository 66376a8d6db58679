//! Codes of letters and numbers, before the title or after it: `HW-03 Clean wards`, `Clean wards (HW-03)`, `[A1.2]`.

use std::collections::BTreeMap;

use super::found::{Found, Marker};
use crate::import::level_names::LevelNames;
use crate::import::numeral::{self, Numeral, half_width};
use crate::import::style::NumberStyle;

/// How many letters a code begins with at most.
const LETTERS: usize = 5;

/// The code that a text begins with.
pub(super) fn find(signs: &[char], names: &LevelNames) -> Option<Found> {
    let closing = match signs.first()? {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    };
    let open = usize::from(closing.is_some());
    let (steps, length) = steps(&signs[open..], &names.codes)?;
    let mut at = open + length;
    if let Some(closing) = closing {
        if signs.get(at) != Some(&closing) {
            return None;
        }
        at += 1;
    }
    let rest = &signs[at..];
    let spaces = rest.iter().take_while(|sign| sign.is_whitespace()).count();
    let sign = rest.get(spaces);
    let is_signed = closing.is_some() || matches!(sign, None | Some(':' | '.' | '–' | '—' | '|' | '-'));
    if !is_signed && !names.has_code(&signs[open..at]) {
        return None;
    }
    let length = match sign {
        Some(':' | '.' | '–' | '—' | '|') => at + spaces + 1,
        Some('-') if spaces > 0 => at + spaces + 1,
        None | Some(_) if spaces > 0 || sign.is_none() => at + spaces,
        _ => return None,
    };
    Some(Found { style: NumberStyle::Code(steps.len()), steps, roman: None, length })
}

/// The letters and the numbers of the code that a text begins with.
pub(super) fn numbers(signs: &[char]) -> Option<(String, Vec<u32>)> {
    let open = usize::from(matches!(signs.first(), Some('(' | '[')));
    let (steps, _) = steps(&signs[open..], &BTreeMap::new())?;
    let (letters, numbers) = steps.split_first()?;
    Some((letters.text.to_uppercase(), numbers.iter().map(|step| step.value).collect()))
}

/// `HW-03`, `A1.2`, `S-1-2a`: capitals, numbers, perhaps a letter.
fn steps(signs: &[char], codes: &BTreeMap<String, Vec<String>>) -> Option<(Vec<Numeral>, usize)> {
    let letters: String = signs.iter().take_while(|sign| sign.is_ascii_uppercase()).collect();
    if !(1..=LETTERS).contains(&letters.len()) {
        return None;
    }
    let mut at = letters.len();
    let mut steps = vec![Numeral { text: letters.to_lowercase(), value: 0 }];
    let grown = grown(&signs[at..], &letters, codes);
    if let Some((numbers, length)) = grown {
        steps.extend(numbers);
        at += length;
    }
    loop {
        let joined = matches!(signs.get(at), Some('-' | '.' | '–'));
        let start = at + usize::from(joined);
        let digits: String = signs.iter().skip(start).take_while(|sign| sign.is_ascii_digit()).collect();
        let Some(number) = numeral::digits(&digits) else { break };
        // Two numbers need a sign between them.
        if steps.len() > 1 && !joined {
            break;
        }
        steps.push(number);
        at = start + digits.len();
    }
    let small = signs.get(at).filter(|sign| sign.is_ascii_lowercase());
    if let (Some(small), true) = (small, steps.len() > 1) {
        steps.push(numeral::letter(&small.to_string())?);
        at += 1;
    }
    let ends = signs.get(at).is_none_or(|sign| !sign.is_alphanumeric());
    (steps.len() > 1 && ends).then_some((steps, at))
}

/// The steps of a number that the text itself shows, and how many signs it has.
fn grown(
    signs: &[char],
    letters: &str,
    codes: &BTreeMap<String, Vec<String>>,
) -> Option<(Vec<Numeral>, usize)> {
    let digits: String = signs.iter().take_while(|sign| sign.is_ascii_digit()).collect();
    let steps = codes.get(&format!("{letters}{digits}"))?;
    // The first number stands beside the letters, `lk01`; a step by itself has no zero before it.
    let number = |(at, step): (usize, &String)| {
        let value: u32 = step.parse().ok()?;
        Some(Numeral { text: if at == 1 { step.clone() } else { value.to_string() }, value })
    };
    Some((steps.iter().enumerate().skip(1).map(number).collect::<Option<_>>()?, digits.len()))
}

/// The letters and the digits that a text begins with: `LK`, `0113`. A sign between them makes steps of them anyway.
pub(super) fn letters_and_digits(text: &str) -> Option<(String, String)> {
    const DIGITS: usize = 8;
    let letters: String = text.chars().take_while(char::is_ascii_uppercase).take(LETTERS + 1).collect();
    let rest = &text[letters.len()..];
    let digits: String = rest.chars().take_while(char::is_ascii_digit).take(DIGITS + 1).collect();
    let ends = !rest[digits.len()..].starts_with(char::is_alphanumeric);
    let fits = (1..=LETTERS).contains(&letters.len()) && (1..=DIGITS).contains(&digits.len());
    (fits && ends).then_some((letters, digits))
}

/// A code, or a number of several steps, in brackets at the end of a line.
pub(super) fn after(text: &str, codes: &BTreeMap<String, Vec<String>>) -> Option<Marker> {
    let close = text.chars().next_back().filter(|sign| matches!(half_width(*sign), ')' | ']'))?;
    let inside = &text[..text.len() - close.len_utf8()];
    let open = inside.rfind(['(', '[', '（', '［'])?;
    let words = text[..open].trim_end();
    let written = &text[open..];
    let signs: Vec<char> = inside[open..].chars().skip(1).map(half_width).collect();
    let (steps, length) = steps(&signs, codes).or_else(|| dotted(&signs))?;
    let whole = length == signs.len() && !words.is_empty();
    let style = NumberStyle::CodeAfter(steps.len());
    let (written, words) = (written.to_owned(), words.to_owned());
    whole.then_some(Marker { style, steps, written, words, bulleted: false, dressed: false, roman: None })
}

/// `3.2`
fn dotted(signs: &[char]) -> Option<(Vec<Numeral>, usize)> {
    let text: String = signs.iter().collect();
    let steps: Vec<Numeral> = text.split('.').map(numeral::digits).collect::<Option<_>>()?;
    (steps.len() > 1).then_some((steps, signs.len()))
}
