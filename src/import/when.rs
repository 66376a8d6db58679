//! Dates in running text and in tables, as far as they can mean only one thing.

use super::{date_words, periods};
use crate::date::{Date, Precision};
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

/// A date of a table in the form of the book; `None` when it could mean two, or when words or signs stand there that are none of a
/// date: `not before May 2026` is not May 2026.
pub fn cell(text: &str) -> Option<String> {
    let text = text.trim();
    if Date::parse(text, 1).is_ok() {
        return Some(text.to_owned());
    }
    let lower = keyboard(text);
    written_out(text).or_else(|| part_of_month(&lower)).or_else(|| on_weekday(&lower))
}

/// `Tuesday, 5 May 2026`. A day of the week that is another one shows that the date is wrong, or the day.
fn on_weekday(lower: &str) -> Option<String> {
    let (weekday, rest) = date_words::weekday(lower)?;
    let found = written_out(rest)?;
    let day = Date::parse(&found, 1).ok().filter(|date| date.precision == Precision::Day)?;
    (day.earliest.weekday() == weekday).then_some(found)
}

/// A date by which something has to be done: as a date of a table, and with words such as `by`.
pub fn deadline(text: &str) -> Option<String> {
    cell(text).or_else(|| cell(date_words::without_limit(&keyboard(text))?))
}

/// A text with the signs of a keyboard, in small letters.
fn keyboard(text: &str) -> String {
    meant::plain(text).0.to_lowercase().replace('’', "'")
}

/// A date in the form of some language, and nothing else.
fn written_out(text: &str) -> Option<String> {
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
    let fiscal_year = if text.contains("年度") { APRIL } else { 1 };
    let meant = date(text, fiscal_year.into()).filter(|meant| meant.certain).and_then(|meant| meant.instead);
    meant.or_else(|| periods::of(text).and_then(valid))
}

/// `end of May 2026`: the month, as exactly as a date can be. A quarter or a half ends where its end does.
fn part_of_month(lower: &str) -> Option<String> {
    let found = written_out(date_words::without_part(lower)?)?;
    let precision = Date::parse(&found, 1).ok()?.precision;
    matches!(precision, Precision::Month | Precision::Quarter | Precision::Half).then_some(found)
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

    #[test]
    fn words_of_a_date_are_read() {
        for (text, date) in [
            ("Tuesday, 5 May 2026", "2026-05-05"),
            ("Di, 5. Mai 2026", "2026-05-05"),
            ("2026年5月5日（火）", "2026-05-05"),
            ("on 5 May 2026", "2026-05-05"),
            ("end of May 2026", "2026-05"),
            ("Ende Mai 2026", "2026-05"),
            ("mid-May 2026", "2026-05"),
            ("early May 2026", "2026-05"),
            ("fin mai 2026", "2026-05"),
            ("2026年5月上旬", "2026-05"),
            ("end of 2026", "2026-12"),
            ("end of Q3 2026", "2026-Q3"),
            ("from 1 May to 3 May 2026", "2026-05-01/2026-05-03"),
            ("between May and July 2026", "2026-05/2026-07"),
            ("12 and 13 May 2026", "2026-05-12/2026-05-13"),
            ("May/June 2026", "2026-05/2026-06"),
            ("1° maggio 2026", "2026-05-01"),
        ] {
            assert_eq!(cell(text).as_deref(), Some(date), "{text}");
            assert_eq!(deadline(text).as_deref(), Some(date), "{text}");
        }
        for (text, date) in [
            ("by June 2027", "2027-06"),
            ("By the end of June 2027", "2027-06"),
            ("until 5 June 2027", "2027-06-05"),
            ("no later than 30 June 2027", "2027-06-30"),
            ("June 2027 at the latest", "2027-06"),
            ("bis Ende Juni 2027", "2027-06"),
            ("bis spätestens 30.06.2027", "2027-06-30"),
            ("d’ici fin 2027", "2027-12"),
            ("hasta el 5 de junio de 2027", "2027-06-05"),
            ("2027年6月末まで", "2027-06"),
            ("2027年6月30日までに", "2027-06-30"),
            ("by Q3 2027", "2027-Q3"),
            ("by 2027", "2027"),
        ] {
            assert_eq!(deadline(text).as_deref(), Some(date), "{text}");
            assert_eq!(cell(text), None, "{text}");
        }
    }

    #[test]
    fn a_sentence_around_a_date_is_no_date() {
        for text in [
            "after June 2027",
            "not before June 2027",
            "before June 2027",
            "not June 2027",
            "was June 2027",
            "no date, was June 2027",
            "June 2027, to be confirmed",
            "June 2027 or later",
            "June 2027 at the earliest",
            "two years after June 2025",
            "previously June 2025, now June 2027",
            "from June 2025",
            "3 months from 1 June 2026",
            "2027+",
            ">2027",
            "2027-",
            "-2027",
            "~2027",
            "2027?",
            "planned for May 2026",
            "May 2026?",
            "~May 2026",
            "about May 2026",
            "Not held on 5 May 2026",
            "12 May 2026 or 13 May 2026",
            "12 May 2026 and 30 June 2026",
            "2024 and 2027",
            "since January 2026",
            "nach Juni 2027",
            "ab Juni 2027",
            "nicht vor Juni 2027",
            "après juin 2027",
            "avant juin 2027",
            "después de junio de 2027",
            "2027年6月以降",
            "2027年6月頃",
            "2027年6月より前",
            "2027年6月予定",
            "2027以降",
            "Monday, 5 May 2026",
            "2026年5月5日（月）",
            "mid-2027",
            "early 2027",
            "after the end of June 2027",
            "not by June 2027",
            "by June 2027 or later",
            "by before June 2027",
        ] {
            assert_eq!([cell(text), deadline(text)], [None, None], "{text}");
        }
    }
}
