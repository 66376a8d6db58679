//! What a line begins with: a bullet, a heading, a number in one of many styles.

mod code;
mod found;
mod named;
mod number;

use found::Found;
pub(super) use found::Marker;

use super::level_names::LevelNames;
use super::numeral::half_width;
use super::style::NumberStyle;

const BULLETS: &[char] =
    &['•', '-', '*', '·', '–', '—', '◦', '○', '●', '▪', '■', '□', '◆', '◇', '▸', '‣', '・', '+'];

/// The marker of a line, as far as the line by itself shows.
pub(super) fn read(line: &str) -> Option<Marker> {
    read_with(line, &LevelNames::default())
}

/// The marker of a line of a text that has these names of levels.
pub(super) fn read_with(line: &str, names: &LevelNames) -> Option<Marker> {
    if let Some((level, rest)) = heading(line) {
        let inner = read_number(unbold(rest).0, names);
        return Some(match inner {
            Some(inner) => {
                Marker { style: NumberStyle::Heading(level), bulleted: false, roman: None, ..inner }
            }
            None => unnumbered(NumberStyle::Heading(level), unbold(rest).0),
        });
    }
    let (bulleted, rest) = bullet(line);
    let (plain, whole) = unbold(rest);
    if let Some(mut marker) = read_number(plain, names).or_else(|| code::after(plain, &names.codes)) {
        marker.bulleted = bulleted;
        marker.dressed = whole || is_bold(&marker_words(rest, &marker));
        return Some(marker);
    }
    match (bulleted, whole) {
        (true, _) => Some(unnumbered(NumberStyle::Bullet, rest)),
        (false, true) => Some(unnumbered(NumberStyle::Bold, plain)),
        (false, false) => None,
    }
}

/// The marker of a line in capitals.
pub(super) fn in_capitals(line: &str) -> Marker {
    unnumbered(NumberStyle::Capitals, line)
}

/// The marker of a line that is a heading although nothing marks it.
pub(super) fn plain(line: &str) -> Marker {
    unnumbered(NumberStyle::Plain, line)
}

fn unnumbered(style: NumberStyle, words: &str) -> Marker {
    let (steps, written) = (Vec::new(), String::new());
    Marker { style, steps, written, words: without_bold(words), bulleted: false, dressed: false, roman: None }
}

/// The words after a number, with their marks.
fn marker_words(rest: &str, marker: &Marker) -> String {
    rest.trim_start_matches('*').strip_prefix(marker.written.as_str()).unwrap_or("").trim().to_owned()
}

/// Whether words begin in bold.
fn is_bold(words: &str) -> bool {
    words.starts_with("**") || words.starts_with("__")
}

/// The words without the signs that make some of them bold, which are no part of the text of the plan.
fn without_bold(words: &str) -> String {
    let pairs = words.matches("**").count().is_multiple_of(2);
    if pairs { words.replace("**", "") } else { words.to_owned() }
}

/// `## Trade ##`.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let spaced = words.starts_with(char::is_whitespace) && (1..=6).contains(&level);
    spaced.then(|| (level, words.trim().trim_end_matches('#').trim_end()))
}

/// Whether a bullet stands before a text, and the text.
fn bullet(line: &str) -> (bool, &str) {
    let Some(rest) = line.strip_prefix("--").or_else(|| line.strip_prefix(BULLETS)) else {
        return (false, line);
    };
    let words = rest.trim_start();
    let far = rest.len() > words.len() || line.starts_with(['•', '・', '●', '○', '■', '▪', '‣', '◦', '◆']);
    if far && !words.is_empty() { (true, words) } else { (false, line) }
}

/// Whether a line begins with a bullet.
pub(super) fn is_bullet(line: &str) -> bool {
    bullet(line).0
}

/// A text without the signs that make it, or its beginning, bold; and whether all of it is.
fn unbold(text: &str) -> (&str, bool) {
    for sign in ["**", "__"] {
        let inner = text.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(sign)) {
            return (inner.trim(), true);
        }
    }
    (text, false)
}

/// A number at the beginning of a text, and the words after it.
fn read_number(text: &str, names: &LevelNames) -> Option<Marker> {
    // `**1.1** Hold talks`, `**1.1 Talks.** Hold them.`
    if let Some((bold, rest)) = text.strip_prefix("**").and_then(|rest| rest.split_once("**"))
        && let Some((found, written)) = find(bold, names)
    {
        let inner: String = bold.chars().skip(found.length).collect();
        let words = format!("{} {}", inner.trim(), rest.trim());
        return Some(made(found, &written, words.trim()));
    }
    let (found, written) = find(text, names)?;
    let length: usize = text.chars().take(found.length).map(char::len_utf8).sum();
    Some(made(found, &written, text[length..].trim_start()))
}

fn made(found: Found, written: &str, words: &str) -> Marker {
    let Found { style, steps, roman, .. } = found;
    Marker {
        style,
        steps,
        written: written.trim().to_owned(),
        words: without_bold(without_dash(words)),
        bulleted: false,
        dressed: false,
        roman,
    }
}

/// Words without the dash between the sign of a number and them: `I. – Water`.
fn without_dash(words: &str) -> &str {
    let rest = words.strip_prefix(['–', '—', '-']).filter(|rest| rest.starts_with(char::is_whitespace));
    rest.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(words)
}

/// The words that a line has before a number at its beginning, and the number.
pub(super) fn word_before_number(line: &str) -> Option<(String, Vec<u32>)> {
    let line = unbold(bullet(heading(line).map_or(line, |(_, rest)| rest)).1).0;
    let signs: Vec<char> = line.trim_start_matches('*').chars().take(60).map(half_width).collect();
    named::candidate(&signs)
}

/// The letters and the numbers of the code that a line begins with: `EC`, 1.
pub(super) fn code_of_line(line: &str) -> Option<(String, Vec<u32>)> {
    let line = unbold(bullet(heading(line).map_or(line, |(_, rest)| rest)).1).0;
    let signs: Vec<char> =
        line.trim_start_matches(['*', '|', ' ']).chars().take(60).map(half_width).collect();
    code::numbers(&signs)
}

/// The letters and the number of the codes that a line begins and ends with: `LK`, `0113`.
pub(super) fn codes_of_line(line: &str) -> Vec<(String, String)> {
    let line = unbold(bullet(heading(line).map_or(line, |(_, rest)| rest)).1).0;
    let begin = line.trim_start_matches(['*', '_', '(', '[', '|', ' ', '（', '［']);
    let end = line.trim_end_matches([')', ']', '）', '］', '.', ' ']);
    let end =
        end.rfind(['(', '[', '（', '［']).map(|at| end[at..].trim_start_matches(['(', '[', '（', '［']));
    [Some(begin), end].into_iter().flatten().filter_map(code::letters_and_digits).collect()
}

fn find(text: &str, names: &LevelNames) -> Option<(Found, String)> {
    // No number is longer than this, however long the line.
    const REACH: usize = 60;
    let written: Vec<char> = text.chars().take(REACH).collect();
    let signs: Vec<char> = written.iter().map(|sign| half_width(*sign)).collect();
    let found = number::find(&signs, &written)
        .or_else(|| named::find(&signs, &names.words))
        .or_else(|| code::find(&signs, names))?;
    let shown = written.iter().take(found.length).collect();
    Some((found, shown))
}
