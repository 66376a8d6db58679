//! Dates in running text and in tables, as far as they can mean only one thing.

use super::periods;
use crate::date::Date;
use crate::fields::meant::{self, date};

/// What stands between the parts of a date in some languages.
const BETWEEN: [&str; 5] = ["de", "del", "di", "do", "of"];
/// What an ordinal number ends with.
const ORDINAL: [&str; 7] = ["st", "nd", "rd", "th", "er", "º", "ª"];

/// The month in which a fiscal year begins in Japan. Only there is it called `年度`.
const APRIL: i8 = 4;

/// The first date that a text names: `15 December 2009`, `15 de mayo de 2009`, `2009年12月`, else a year.
pub(super) fn find(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty() && !BETWEEN.contains(word))
        .collect();
    let dated = (0..words.len()).find_map(|at| {
        let month = month(words[at])?;
        let day_before = at.checked_sub(1).and_then(|before| number(words[before], 31));
        if let Some(year) = words.get(at + 1).and_then(|word| year(word)) {
            return Some(written(year, month, day_before));
        }
        let day = words.get(at + 1).and_then(|word| number(word, 31))?;
        words.get(at + 2).and_then(|word| year(word)).map(|year| written(year, month, Some(day)))
    });
    dated
        .or_else(|| japanese(text))
        .or_else(|| words.iter().find_map(|word| year(word)).map(|year| year.to_string()))
}

/// A date of a table in the form of the book; `None` when it could mean two.
pub fn cell(text: &str) -> Option<String> {
    let text = text.trim();
    if Date::parse(text, 1).is_ok() {
        return Some(text.to_owned());
    }
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    if let [day, month, last] = parts[..]
        && let (Some(day), Some(month), Some(year)) = (number(day, 31), number(month, 31), year(last))
    {
        let dotted = text.contains('.');
        let (day, month) = match (day, month) {
            (day, month) if month <= 12 && (dotted || day > 12) => (day, month),
            (month, day) if day > 12 && month <= 12 => (day, month),
            _ => return None,
        };
        return valid(written(year, month, Some(day)));
    }
    let plain = text.chars().all(|sign| sign.is_alphanumeric() || " ,.".contains(sign)) && text.len() <= 30;
    let named = text.chars().any(|sign| sign.is_alphabetic());
    let found = find(text).filter(|date| plain && named && date.len() > 4).and_then(valid);
    // The first date of a quarter or a range would be less than what stands there.
    let fiscal_year = if text.contains("年度") { APRIL } else { 1 };
    let meant = date(text, fiscal_year.into()).filter(|meant| meant.certain).and_then(|meant| meant.instead);
    meant.or_else(|| periods::of(text).and_then(valid)).or(found)
}

fn valid(date: String) -> Option<String> {
    Date::parse(&date, 1).is_ok().then_some(date)
}

fn month(word: &str) -> Option<u32> {
    meant::month(&word.to_lowercase())
}

fn year(word: &str) -> Option<u32> {
    number(word, 2199).filter(|year| *year >= 1900)
}

fn number(word: &str, most: u32) -> Option<u32> {
    let digits = ORDINAL.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok().filter(|number| (1..=most).contains(number))
}

fn written(year: u32, month: u32, day: Option<u32>) -> String {
    match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    }
}

/// `2009年12月`, `2009年12月15日`
fn japanese(text: &str) -> Option<String> {
    let plain: String = text.chars().map(super::numeral::half_width).collect();
    let (before, after) = plain.split_once('年')?;
    let last = before.char_indices().rev().take_while(|(_, sign)| sign.is_ascii_digit()).last()?.0;
    let year = year(&before[last..])?;
    let Some((month, rest)) = after.split_once('月') else { return Some(year.to_string()) };
    let month = number(month.trim(), 12)?;
    let day = rest.split_once('日').and_then(|(day, _)| number(day.trim(), 31));
    Some(written(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_found_in_a_text() {
        for (text, date) in [
            ("December 2009", "2009-12"),
            ("Adopted in Port Ar, 15 May 2021", "2021-05-15"),
            ("May 3rd, 2021", "2021-05-03"),
            ("Lisboa, 1º de maio de 2021", "2021-05-01"),
            ("Bogotá, 15 de mayo del 2021", "2021-05-15"),
            ("Fait le 1er août 2021", "2021-08-01"),
            ("Sept 2021", "2021-09"),
            ("２０２４年４月１日", "2024-04-01"),
            ("Edition of 2019", "2019"),
        ] {
            assert_eq!(find(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(find("in 300 ports"), None);
    }

    #[test]
    fn a_cell_that_could_mean_two_days_is_no_date() {
        assert_eq!(cell("31.12.2025").as_deref(), Some("2025-12-31"));
        assert_eq!(cell("12/31/2025").as_deref(), Some("2025-12-31"));
        assert_eq!(cell("Dec 2025").as_deref(), Some("2025-12"));
        assert_eq!(cell("2025-Q3").as_deref(), Some("2025-Q3"));
        assert_eq!([cell("03/04/2025"), cell("soon"), cell("31.02.2025")], [None, None, None]);
    }
}
