//! Dates in the forms of letters, spreadsheets and other languages.

use super::characters::{describe, plain};
use super::date_forms::{day_of_time, ordinal, vague_part, with_era, with_short_year, without_weekday};
use super::fiscal::{fiscal, japanese_year, month_or_two_years, of_two_years};
use super::meaning::Meant;
use super::months::{era, month};
use crate::date::{Date, FiscalYear, Precision};

/// The longest text that is looked at: dates are short.
const LONGEST: usize = 60;
/// What is written where a date is not known.
const NOTHING: [&str; 14] = [
    "tbd",
    "tba",
    "tbc",
    "n/a",
    "na",
    "none",
    "unknown",
    "?",
    "??",
    "-",
    "to be determined",
    "to be decided",
    "未定",
    "不明",
];
/// What is written where there is no end.
const ONGOING: [&str; 9] = [
    "ongoing",
    "on-going",
    "continuous",
    "continuing",
    "permanent",
    "indefinite",
    "open-ended",
    "open ended",
    "no end",
];

/// What was meant by a text that is not a date as planbook reads it.
pub fn date(written: &str, fiscal_year: FiscalYear) -> Option<Meant> {
    if written.len() > LONGEST {
        return None;
    }
    let (text, odd) = plain(written);
    let lower = text.to_lowercase();
    if NOTHING.contains(&lower.as_str()) {
        return Some(Meant::unclear(
            "leave the key out when the date is not known; write `ongoing` for a due date without an end",
        ));
    }
    if ONGOING.contains(&lower.as_str()) {
        return Some(Meant::certainly("ongoing"));
    }
    if Date::parse(&text, fiscal_year).is_ok() {
        let why = odd.map_or_else(|| format!("write {text}"), |c| format!("{}: write {text}", describe(c)));
        return Some(Meant { why, ..Meant::certainly(text) });
    }
    if let Some(rest) = without_weekday(&lower) {
        return date(rest, fiscal_year).map(|meant| Meant { certain: false, ..meant });
    }
    if let Some(meant) = day_of_time(&lower) {
        return Some(meant);
    }
    one(&lower, fiscal_year).or_else(|| range(written, fiscal_year))
}

/// Two dates with what people write between them, and before them.
fn range(written: &str, fiscal_year: FiscalYear) -> Option<Meant> {
    let begins = ["from ", "between ", "von ", "vom ", "zwischen "];
    let begun = begins
        .iter()
        .find(|word| written.get(..word.len()).is_some_and(|begin| begin.to_lowercase() == **word));
    let written = begun.and_then(|word| written.get(word.len()..)).unwrap_or(written);
    let between = ["–", "—", "〜", "～", " - ", " to ", " until ", " bis ", " and ", "から", "/", "-", "・"];
    between.iter().find_map(|mark| {
        let (from, to) = written.split_once(mark)?;
        let (from, to) = (plain(from).0, plain(to).0);
        let to = to.strip_suffix("まで").map_or_else(|| to.clone(), str::to_owned);
        if let Some(meant) = unclear_end(&from, &to, fiscal_year) {
            return Some(meant);
        }
        let (from, to) = both_whole(&from, &to, fiscal_year).or_else(|| {
            let (from, to) = with_what_is_shared(&from, &to)?;
            both_whole(&from, &to, fiscal_year)
        })?;
        let text = format!("{}/{}", from.0, to.0);
        Date::parse(&text, fiscal_year).ok()?;
        let why = format!("a range has a `/` between two dates: write {text}");
        let is_range = begun.is_some() || !AND.contains(mark) || follows(&to.0, &from.0, fiscal_year);
        Some(Meant { certain: is_range && from.1 && to.1, ..Meant::perhaps(text, why) })
    })
}

/// What is said of the ends of a range when both are dates and one of them is unclear.
fn unclear_end(from: &str, to: &str, fiscal_year: FiscalYear) -> Option<Meant> {
    let read = |text: &str| match Date::parse(text, fiscal_year) {
        Ok(date) => Some(Meant::certainly(date.text)),
        Err(_) => one(&text.to_lowercase(), fiscal_year),
    };
    let (from, to) = (read(from)?, read(to)?);
    [from, to].into_iter().find(|meant| meant.instead.is_none())
}

/// What also stands between two dates that are no range: `12 May 2026 and 30 June 2026`.
const AND: [&str; 2] = [" and ", "・"];

/// Whether a date begins on the day after another one ends.
fn follows(date: &str, other: &str, fiscal_year: FiscalYear) -> bool {
    let read = |text: &str| Date::parse(text, fiscal_year).ok();
    let ends = |other: Date| other.latest.tomorrow().ok();
    read(date).is_some_and(|date| read(other).and_then(ends) == Some(date.earliest))
}

/// The two ends of a range as dates, and whether each is certain.
type Ends = ((String, bool), (String, bool));

fn both_whole(from: &str, to: &str, fiscal_year: FiscalYear) -> Option<Ends> {
    Some((whole(from, fiscal_year)?, whole(to, fiscal_year)?))
}

/// The two ends of a range with what only one of them names: `3–5 March 2025`, `March 3–5, 2025`, `2026-05-12 – 14`.
fn with_what_is_shared(from: &str, to: &str) -> Option<(String, String)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_day = |text: &str| (1..=2).contains(&digits(text));
    let alone =
        |text: &str| is_day(text) && digits(text) == text.trim_end_matches('日').trim_end_matches('.').len();
    if alone(from) && is_day(to) {
        return Some((format!("{}{}", &from[..digits(from)], &to[digits(to)..]), to.to_owned()));
    }
    if alone(to) {
        let day = &to[..digits(to)];
        let before = from.trim_end_matches('日').trim_end_matches(|c: char| c.is_ascii_digit());
        let after = if to.ends_with('日') { "日" } else { "" };
        return Some((from.to_owned(), format!("{before}{day:0>2}{after}")));
    }
    // `2024年4月` and `6月`: the year stands before the first one only.
    if let (Some((year, _)), false, true) = (from.split_once('年'), to.contains('年'), to.contains('月')) {
        return Some((from.to_owned(), format!("{year}年{to}")));
    }
    let (rest, year) = to.rsplit_once([' ', ','])?;
    if year.len() != 4 || digits(year) != 4 || from.contains(year) {
        return None;
    }
    let named = parts(from).into_iter().find_map(|part| match part {
        Part::Word(word) if month(&word.to_lowercase()).is_some() => Some(word),
        _ => None,
    })?;
    let to = if alone(rest.trim_end_matches([' ', ','])) { format!("{named} {to}") } else { to.to_owned() };
    Some((format!("{from} {year}"), to))
}

/// One date, and whether it is certain.
fn whole(text: &str, fiscal_year: FiscalYear) -> Option<(String, bool)> {
    match Date::parse(text, fiscal_year) {
        Ok(date) if date.precision != Precision::Range => Some((date.text, true)),
        Ok(_) => None,
        Err(_) => {
            one(&text.to_lowercase(), fiscal_year).and_then(|meant| Some((meant.instead?, meant.certain)))
        }
    }
}

/// A run of digits, or of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    Number(u32, usize),
    Word(&'a str),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let run = &rest[..end];
        match kind(first) {
            (true, _) => parts.push(Part::Number(run.parse().unwrap_or(u32::MAX), run.len())),
            (_, true) => parts.push(Part::Word(run)),
            _ => {}
        }
        rest = &rest[end..];
    }
    parts
}

/// Words that say nothing in a date.
const FILLERS: [&str; 24] = [
    "st", "nd", "rd", "th", "er", "º", "of", "the", "den", "am", "le", "du", "de", "d", "del", "di", "do",
    "el", "il", "year", "calendar", "in", "on", "em",
];
/// Words that move a date to its end.
const ENDS: [&str; 7] = ["end", "ende", "fin", "finales", "fine", "fim", "末"];
/// A word that moves a limit to the day before a date.
const BEFORE: &str = "before";
/// Words for a part of a date, or for what lies around it.
const PARTS: [&str; 6] = ["early", "mid", "late", "about", "around", "circa"];
/// Words that say that a date is a limit, or only a part of it.
const VAGUE: [&str; 14] = [
    "by", BEFORE, "until", "mid", "early", "late", "about", "around", "circa", "bis", "ici", "hasta",
    "entro", "até",
];

/// One date in another form; `text` is in lower case.
fn one(text: &str, fiscal_year: FiscalYear) -> Option<Meant> {
    if let Some(text) = with_era(text) {
        return one(&text, fiscal_year).map(|meant| Meant { certain: false, ..meant });
    }
    let japanese = text.replace("元年", "1年").replace('末', " 末");
    if let Some((before, rest)) = era(&japanese) {
        let year = rest.chars().take_while(char::is_ascii_digit).collect::<String>();
        let western = before + year.parse::<u32>().ok()?;
        return one(&format!("{western}{}", &rest[year.len()..]), fiscal_year);
    }
    let all = parts(&japanese);
    let has =
        |words: &[&str]| all.iter().any(|part| matches!(part, Part::Word(word) if words.contains(word)));
    let kept: Vec<Part<'_>> = all
        .iter()
        .copied()
        .filter(|part| !matches!(part, Part::Word(word) if FILLERS.contains(word) || ENDS.contains(word) || VAGUE.contains(word)))
        .collect();
    let numbers: Vec<(u32, usize)> = kept
        .iter()
        .filter_map(|part| match part {
            Part::Number(number, digits) => Some((*number, *digits)),
            Part::Word(word) => Some((ordinal(word)?, 1)),
        })
        .collect();
    let words: Vec<&str> = kept
        .iter()
        .filter_map(|part| match part {
            Part::Word(word) => Some(*word).filter(|word| ordinal(word).is_none()),
            Part::Number(..) => None,
        })
        .collect();
    let found = by_words(&words, &numbers, fiscal_year)?;
    let is_vague = has(&ENDS) || has(&VAGUE) || has_other_sign(text);
    let (true, Some(instead)) = (is_vague, &found.instead) else { return Some(found) };
    let date = Date::parse(instead, fiscal_year).ok()?;
    if has(&ENDS) {
        let last = date.latest.to_string();
        return Some(Meant::perhaps(last.clone(), format!("write the last day: {last}")));
    }
    if let Some(word) = PARTS.iter().find(|word| has(&[word])) {
        return Some(vague_part(word, &date));
    }
    if has(&[BEFORE]) {
        let last = date.earliest.yesterday().ok()?.to_string();
        return Some(Meant::perhaps(
            last.clone(),
            format!("write the last day on which it is in time: {last}"),
        ));
    }
    let why = format!(
        "write the date itself, as exactly as the source gives it: {instead}, or a part of it such as {}-H1",
        date.year()
    );
    Some(Meant::perhaps(instead.clone(), why))
}

/// Whether a sign stands there that is none of a date: `2027+` and `May 2026?` say less than a date, and `2027-` has no end.
fn has_other_sign(text: &str) -> bool {
    let text = text.trim().trim_matches('"');
    let is_of_date = |sign: char| sign.is_alphanumeric() || sign.is_whitespace() || ".,-/'’°".contains(sign);
    !text.chars().all(is_of_date) || text.starts_with(['-', '/']) || text.ends_with(['-', '/'])
}

fn by_words(words: &[&str], numbers: &[(u32, usize)], fiscal_year: FiscalYear) -> Option<Meant> {
    match words {
        [] => by_numbers(numbers, fiscal_year),
        ["年"] | ["年", "月"] | ["年", "月", "日"] => match numbers {
            [(year, 4)] => valid(format!("{year}")),
            [(year, 4), (month, _)] => valid(format!("{year}-{month:02}")),
            [(year, 4), (month, _), (day, _)] => valid(format!("{year}-{month:02}-{day:02}")),
            _ => None,
        },
        ["q" | "quarter" | "qtr" | "quartal" | "trimestre"] => part_of_year(numbers, 'Q', 4, ""),
        ["h" | "half"] => part_of_year(numbers, 'H', 2, ""),
        ["fy", "q"] => part_of_year(numbers, 'Q', 4, "FY"),
        ["fy"] | ["fiscal"] | ["financial"] => fiscal(numbers, fiscal_year),
        ["年度"] => match numbers {
            [(year, 4)] => japanese_year(*year, fiscal_year),
            _ => None,
        },
        ["年" | "年の", part @ ("上半期" | "下半期" | "前半" | "後半")]
        | [part @ ("年上半期" | "年下半期" | "年前半" | "年後半")] => {
            let half = if part.contains(['上', '前']) { 1 } else { 2 };
            let [(year, 4)] = numbers else { return None };
            let text = format!("{year}-H{half}");
            Some(Meant::perhaps(&text, format!("write {text} for a half of the calendar year")))
        }
        [name] => {
            let month = month(name)?;
            match numbers {
                [(year, 4)] => valid(format!("{year}-{month:02}")),
                [(day, 1 | 2), (year, 4)] | [(year, 4), (day, 1 | 2)] => {
                    valid(format!("{year}-{month:02}-{day:02}"))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn valid(text: String) -> Option<Meant> {
    Date::parse(&text, 1).ok().map(|date| Meant::certainly(date.text))
}

fn part_of_year(numbers: &[(u32, usize)], letter: char, most: u32, before: &str) -> Option<Meant> {
    match numbers {
        [(year, 4), (part, 1)] | [(part, 1), (year, 4)] if (1..=most).contains(part) => {
            valid(format!("{before}{year}-{letter}{part}"))
        }
        _ => None,
    }
}

fn by_numbers(numbers: &[(u32, usize)], fiscal_year: FiscalYear) -> Option<Meant> {
    match *numbers {
        [(year, 4)] => valid(format!("{year}")),
        // Without the hyphens. Eight digits could begin with the day, but then they seldom are a year of our times.
        [(day, 8)] if (19_000_101..22_000_101).contains(&day) => {
            valid(format!("{}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100))
        }
        [(year, 4), (month, 1 | 2), (day, 1 | 2)] => valid(format!("{year}-{month:02}-{day:02}")),
        [(year, 4), (next, 2)] if (year + 1) % 100 == next && next <= 12 => {
            Some(month_or_two_years(year, next, fiscal_year))
        }
        [(year, 4), (next, 2)] if (year + 1) % 100 == next => Some(of_two_years(year, fiscal_year)),
        [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)] => valid(format!("{year}-{month:02}")),
        [(a, 2), (b, 2), (c, 2)] => with_short_year([a, b, c]),
        [(first, 1 | 2), (second, 1 | 2), (year, 4)] => {
            let (day_first, month_first) = (
                valid(format!("{year}-{second:02}-{first:02}")),
                valid(format!("{year}-{first:02}-{second:02}")),
            );
            match (day_first, month_first) {
                (Some(a), Some(b)) if a != b => {
                    let shown = |meant: &Meant| meant.instead.clone().unwrap_or_default();
                    Some(Meant::unclear(format!(
                        "which number is the day? Write {} if it is the first one, {} if it is the second",
                        shown(&a),
                        shown(&b)
                    )))
                }
                (day_first, month_first) => day_first.or(month_first),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FiscalYear, date};
    use crate::date::NamedBy;

    #[test]
    fn dates_as_people_write_them_are_understood() {
        for (written, instead, certain) in [
            ("2026/05/12", "2026-05-12", true),
            ("2026.5.12", "2026-05-12", true),
            ("2026-5-12", "2026-05-12", true),
            ("2026-5", "2026-05", true),
            ("05/2026", "2026-05", true),
            ("25/12/2026", "2026-12-25", true),
            ("12/25/2026", "2026-12-25", true),
            ("5/5/2026", "2026-05-05", true),
            ("12 May 2026", "2026-05-12", true),
            ("May 12, 2026", "2026-05-12", true),
            ("12th of May 2026", "2026-05-12", true),
            ("12. März 2026", "2026-03-12", true),
            ("1er août 2026", "2026-08-01", true),
            ("15 de mayo de 2026", "2026-05-15", true),
            ("1º de maio de 2026", "2026-05-01", true),
            ("1 maggio 2026", "2026-05-01", true),
            ("bis Ende März 2026", "2026-03-31", false),
            ("d’ici fin 2026", "2026-12-31", false),
            ("Sept 2026", "2026-09", true),
            ("31 December 2024", "2024-12-31", true),
            ("令和8年5月12日", "2026-05-12", true),
            ("平成元年", "1989", true),
            ("令和元年5月", "2019-05", true),
            ("2026年5月12日", "2026-05-12", true),
            ("令和８年度", "FY2026", true),
            ("２０２６－０５－１２", "2026-05-12", true),
            ("2026‑05‑12", "2026-05-12", true),
            ("“2026-05-12”", "2026-05-12", true),
            ("2026-05-12–2026-05-14", "2026-05-12/2026-05-14", true),
            ("2026-05-12 – 14", "2026-05-12/2026-05-14", true),
            ("12 May 2026 to 14 May 2026", "2026-05-12/2026-05-14", true),
            ("2024–2026", "2024/2026", true),
            ("20250303", "2025-03-03", true),
            ("３–５ March 2025", "2025-03-03/2025-03-05", true),
            ("3-5 March 2025", "2025-03-03/2025-03-05", true),
            ("3 to 5 March 2025", "2025-03-03/2025-03-05", true),
            ("3. bis 5. März 2025", "2025-03-03/2025-03-05", true),
            ("March 3–5, 2025", "2025-03-03/2025-03-05", true),
            ("28 February – 2 March 2025", "2025-02-28/2025-03-02", true),
            ("Feb 28 - Mar 2, 2025", "2025-02-28/2025-03-02", true),
            ("2025年3月3日〜5日", "2025-03-03/2025-03-05", true),
            ("March–May 2025", "2025-03/2025-05", true),
            ("before March 2030", "2030-02-28", false),
            ("by March 2030", "2030-03", false),
            ("Q4 2024", "2024-Q4", true),
            ("4Q2024", "2024-Q4", true),
            ("2024Q4", "2024-Q4", true),
            ("4th quarter of 2024", "2024-Q4", true),
            ("H2 2024", "2024-H2", true),
            ("FY 2024", "FY2024", true),
            ("fy2024", "FY2024", true),
            ("FY2024/25", "FY2024", false),
            ("FY24", "FY2024", false),
            ("2019/20", "FY2019", false),
            ("2024-25", "FY2024", false),
            ("end of 2024", "2024-12-31", false),
            ("by the end of March 2025", "2025-03-31", false),
            ("2024年末", "2024-12-31", false),
            ("by March 2024", "2024-03", false),
            ("2026-05-12T10:00", "2026-05-12", false),
            ("Friday 28 June 2024", "2024-06-28", false),
            ("R6.6.30", "2024-06-30", false),
            ("31/12/45", "2045-12-31", false),
            ("2024年4月から6月まで", "2024-04/2024-06", true),
            ("second half of 2024", "2024-H2", true),
            ("first quarter 2024", "2024-Q1", true),
            ("2024年下半期", "2024-H2", false),
            ("令和６年度末", "2025-03-31", false),
            ("2024年度〜2030年度", "FY2024/FY2030", true),
            ("Ongoing", "ongoing", true),
            ("May 2026?", "2026-05", false),
            ("2027+", "2027", false),
            ("~2027", "2027", false),
            ("2027-", "2027", false),
            ("12 and 13 May 2026", "2026-05-12/2026-05-13", true),
            ("12 May 2026 and 30 June 2026", "2026-05-12/2026-06-30", false),
            ("from 1 May to 3 May 2026", "2026-05-01/2026-05-03", true),
            ("Between May 2026 and July 2026", "2026-05/2026-07", true),
        ] {
            let meant = date(written, 4.into()).unwrap_or_else(|| panic!("{written} is not understood"));
            assert_eq!(
                (meant.instead.as_deref(), meant.certain),
                (Some(instead), certain),
                "{written}: {}",
                meant.why
            );
        }
    }

    #[test]
    fn a_japanese_fiscal_year_is_named_by_its_first_year() {
        for (starts, named, instead, certain) in [
            (4, NamedBy::First, "FY2030", true),
            (4, NamedBy::Last, "FY2031", true),
            (7, NamedBy::Last, "2030-04/2031-03", false),
        ] {
            let meant = date("令和12年度", FiscalYear { named, ..starts.into() }).expect("it is understood");
            assert_eq!((meant.instead.as_deref(), meant.certain), (Some(instead), certain), "{named:?}");
        }
    }

    #[test]
    fn no_date_follows_from_a_fiscal_year_whose_beginning_nobody_wrote() {
        for written in [
            "令和６年度末",
            "2024年度",
            "end of FY2024",
            "FY 2024",
            "2025/26",
            "FY2024-25",
            "2024–25",
            "2024年度〜2030年度",
            "2010/11",
        ] {
            let meant = date(written, 1.into()).unwrap_or_else(|| panic!("{written} is not understood"));
            assert_eq!(meant.instead, None, "{written}: {}", meant.why);
            assert!(meant.why.contains("`fiscal-year-starts: 4`"), "{written}: {}", meant.why);
        }
    }

    #[test]
    fn what_is_said_of_a_fiscal_year_follows_what_the_plan_says() {
        let calendar = FiscalYear { written: true, ..FiscalYear::default() };
        let unsaid = FiscalYear { named: NamedBy::Last, ..FiscalYear::default() };
        let april = FiscalYear { named: NamedBy::Last, ..4.into() };
        for (written, fiscal_year, words) in [
            ("end of FY2024", calendar, "2024-12-31"),
            ("FY 2024", calendar, "write FY2024"),
            ("2024/25", calendar, "write 2024/2025 for two years, or FY2024"),
            ("2010/11", calendar, "2010/2011"),
            ("2024/25", unsaid, "and then FY2025 here"),
            ("2024年度", unsaid, "and then FY2025 here"),
            ("2010/11", april, "write FY2011 for a fiscal year"),
        ] {
            let why = date(written, fiscal_year).unwrap_or_else(|| panic!("{written} is not understood")).why;
            assert!(why.contains(words), "{written}: {why}");
            assert_eq!(why.contains("until content/plan.md"), !fiscal_year.written, "{written}: {why}");
        }
    }

    #[test]
    fn no_day_is_guessed_for_a_part_of_a_year() {
        for (written, possible) in [
            ("mid-2024", "2024-Q2"),
            ("early 2025", "2025-Q1 or 2025-H1"),
            ("late 2025", "2025-Q4"),
            ("30/06/24", "2024-06-30 or 2030-06-24"),
            ("about May 2024", "2024-03-01/2024-05-31"),
        ] {
            let meant = date(written, 1.into()).unwrap_or_else(|| panic!("{written} is not understood"));
            assert_eq!(meant.instead, None, "{written}: {}", meant.why);
            assert!(meant.why.contains(possible), "{written}: {}", meant.why);
        }
    }

    #[test]
    fn what_can_be_two_days_is_asked_for() {
        let meant = date("12/05/2026", 1.into()).unwrap();
        assert_eq!((meant.instead, meant.certain), (None, false));
        assert!(meant.why.contains("2026-05-12") && meant.why.contains("2026-12-05"), "{}", meant.why);
        assert_eq!(date("2010/11", 1.into()).unwrap().instead, None);
        for nothing in ["TBD", "n/a", "未定"] {
            assert!(date(nothing, 1.into()).unwrap().why.starts_with("leave the key out"), "{nothing}");
        }
        for other in [
            "soon",
            "31122025",
            "99999999",
            "5–3 March 2025",
            "3–5",
            "13/13/2026",
            "30 February 2026",
            "the third meeting",
        ] {
            assert!(date(other, 1.into()).is_none(), "{other}: {:?}", date(other, 1.into()));
        }
    }
}
