//! Dates with more in them than a date: a weekday, a time, an era in a letter, a year with two digits, a vague word.

use super::meaning::Meant;
use crate::date::Date;

/// What can stand before a date and says nothing more than it.
const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// A date without the weekday before it; `text` is in lower case.
pub(super) fn without_weekday(text: &str) -> Option<&str> {
    let rest = WEEKDAYS.iter().find_map(|day| text.strip_prefix(day))?;
    rest.starts_with([' ', ',', '.']).then(|| rest.trim_start_matches([' ', ',', '.']))
}

/// The day of `2024-06-30T00:00:00Z`; `text` is in lower case.
pub(super) fn day_of_time(text: &str) -> Option<Meant> {
    let (day, time) = (text.get(..10)?, text.get(10..)?);
    let is_time = time.starts_with(['t', ' '])
        && time.contains(':')
        && time[1..].starts_with(|c: char| c.is_ascii_digit());
    if !is_time {
        return None;
    }
    Date::parse(day, 1).ok()?;
    Some(Meant::perhaps(day, format!("write the day without the time: {day}")))
}

/// `r6.6.30` and `h31.4`, with the name of the era.
pub(super) fn with_era(text: &str) -> Option<String> {
    let rest = text.get(1..)?;
    let name = match text.chars().next()? {
        'r' => "令和",
        'h' => "平成",
        's' => "昭和",
        _ => return None,
    };
    let numbers: Vec<&str> =
        rest.split(['.', '年', '月', '日']).filter(|number| !number.is_empty()).collect();
    let is_number =
        |number: &&str| (1..=2).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
    if numbers.len() < 2 || !numbers.iter().all(is_number) {
        return None;
    }
    let signs = ["年", "月", "日"];
    let parts = numbers.iter().zip(signs).map(|(number, sign)| format!("{number}{sign}"));
    (numbers.len() <= signs.len()).then(|| [name, &parts.collect::<String>()].concat())
}

/// Three numbers with two digits: which of them is the year is not written.
pub(super) fn with_short_year(numbers: [u32; 3]) -> Option<Meant> {
    let [a, b, c] = numbers;
    let mut found: Vec<String> = Vec::new();
    for (year, month, day) in [(c, b, a), (c, a, b), (a, b, c)] {
        let text = format!("20{year:02}-{month:02}-{day:02}");
        if Date::parse(&text, 1).is_ok() && !found.contains(&text) {
            found.push(text);
        }
    }
    match found.as_slice() {
        [] => None,
        [one] => Some(Meant::perhaps(one, format!("write the year with four digits: {one}"))),
        several => Some(Meant::unclear(format!("write the year with four digits: {}", several.join(" or ")))),
    }
}

/// A part of a year that nobody drew: what it can be, and no guess, because the last day counts.
pub(super) fn vague_part(word: &str, date: &Date) -> Meant {
    let year = date.year();
    let possible = match word {
        "early" => format!("{year}-Q1 or {year}-H1"),
        "mid" => format!("{year}-06, {year}-Q2 or {year}-Q3"),
        "late" => format!("{year}-Q4 or {year}-H2"),
        _ => String::new(),
    };
    match (date.is_of_months() && date.text.len() == 4, possible.is_empty()) {
        (true, false) => {
            Meant::unclear(format!("write the part of the year that is meant, such as {possible}"))
        }
        _ => Meant::unclear(format!(
            "write the earliest and the latest day that are meant, as in {year}-03-01/{year}-05-31"
        )),
    }
}

/// The number of an ordinal: `first half of 2024`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    ["first", "second", "third", "fourth"]
        .iter()
        .position(|name| *name == word)
        .and_then(|at| u32::try_from(at + 1).ok())
}
