//! Dates as people know them: "2010", "May 2010", "FY2024", "11 to 13 June 2010".
//!
//! A date keeps the text that was written and the first and last day that it may mean. Nothing is overdue before its
//! last day, and mixed precisions sort by their first.

use std::cmp::Ordering;

use jiff::ToSpan as _;

/// A day of the calendar.
pub type Day = jiff::civil::Date;

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// From one day to another.
    Range,
    /// One month.
    Month,
    /// A quarter of a calendar or fiscal year.
    Quarter,
    /// Half a calendar year.
    Half,
    /// A calendar year.
    Year,
    /// A fiscal year.
    FiscalYear,
    /// No end in sight.
    Ongoing,
}

/// An imprecise date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    /// As it was written.
    pub text: String,
    /// The first day that it may mean.
    pub earliest: Day,
    /// The last day that it may mean.
    pub latest: Day,
    /// How much of it is known.
    pub precision: Precision,
}

/// By which of its two calendar years a fiscal year is called: the year from July 2023 to June 2024 is FY2023 for some, and
/// FY2024 for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NamedBy {
    /// The year in which it begins.
    #[default]
    First,
    /// The year in which it ends.
    Last,
}

impl NamedBy {
    /// The word for it, as written in content.
    pub fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// The fiscal year of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FiscalYear {
    /// The month in which it begins, 1 to 12.
    pub starts: i8,
    /// Whether the plan says so: fiscal years are calendar years until it does.
    pub written: bool,
    /// By which year it is called.
    pub named: NamedBy,
}

impl Default for FiscalYear {
    fn default() -> Self {
        Self::from(1)
    }
}

/// A fiscal year that begins in a month and is called by its first year.
impl From<i8> for FiscalYear {
    fn from(starts: i8) -> Self {
        Self { starts, written: starts != 1, named: NamedBy::First }
    }
}

/// Why a text is not a date: a sentence part for "`…` is not a date: …".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADate(pub String);

impl Date {
    /// Reads a date. `fiscal_year` is that of the plan: a number is the month (1 to 12) in which it begins.
    ///
    /// # Errors
    /// Reports the problems of the text, in words for the person who wrote it.
    pub fn parse(text: &str, fiscal_year: impl Into<FiscalYear>) -> Result<Self, NotADate> {
        let fiscal_year = fiscal_year.into();
        let text = text.trim();
        let make = |earliest, latest, precision| Self { text: text.to_owned(), earliest, latest, precision };
        if text == "ongoing" {
            return Ok(make(Day::MIN, Day::MAX, Precision::Ongoing));
        }
        if let Some((from, to)) = text.split_once('/') {
            // Reading on would call this once for each `/` of a text that may have a hundred thousand.
            if to.contains('/') {
                return Err(NotADate("a range has one `/` between two dates".to_owned()));
            }
            let (from, to) = (Self::parse(from, fiscal_year)?, Self::parse(to, fiscal_year)?);
            if [&from, &to].iter().any(|end| matches!(end.precision, Precision::Ongoing | Precision::Range)) {
                return Err(NotADate("a range has one `/` between two dates".to_owned()));
            }
            if to.latest < from.earliest {
                return Err(NotADate(format!("{} is before {}", to.text, from.text)));
            }
            // Without the spaces around the `/`: the text becomes part of ids and addresses.
            let range = make(from.earliest, to.latest, Precision::Range);
            return Ok(Self { text: format!("{}/{}", from.text, to.text), ..range });
        }
        if let Some(rest) = text.strip_prefix("FY") {
            return fiscal(rest, fiscal_year).map(|(from, to, precision)| make(from, to, precision));
        }
        calendar(text).map(|(from, to, precision)| make(from, to, precision))
    }

    /// One day, written `YYYY-MM-DD`.
    pub fn day(day: Day) -> Self {
        Self { text: day.to_string(), earliest: day, latest: day, precision: Precision::Day }
    }

    /// Whether it is so many whole months, as years and quarters are.
    pub fn is_of_months(&self) -> bool {
        self.precision != Precision::Day
            && self.earliest == self.earliest.first_of_month()
            && self.latest == self.latest.last_of_month()
    }

    /// The first and the last day, when both are known to the day.
    pub fn days(&self) -> Option<(Day, Day)> {
        let exact = match self.precision {
            Precision::Day => true,
            Precision::Range => self.text.split('/').all(|end| end.len() == "2010-06-11".len()),
            _ => false,
        };
        exact.then_some((self.earliest, self.latest))
    }

    /// The calendar year of the first day.
    pub fn year(&self) -> i16 {
        self.earliest.year()
    }

    /// The text for `<time datetime>`, where HTML has a form for this precision.
    pub fn machine_readable(&self) -> Option<String> {
        match self.precision {
            Precision::Day => Some(self.earliest.to_string()),
            Precision::Month => Some(format!("{:04}-{:02}", self.earliest.year(), self.earliest.month())),
            Precision::Year => Some(format!("{:04}", self.earliest.year())),
            _ => None,
        }
    }
}

/// By first day, then by last, then by text: stable for mixed precisions.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.earliest, self.latest, &self.text).cmp(&(other.earliest, other.latest, &other.text))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

type Interval = (Day, Day, Precision);

fn calendar(text: &str) -> Result<Interval, NotADate> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let year = |range: std::ops::Range<usize>| number(&text[range]);
    match shape.as_str() {
        "0000" => {
            let year = year(0..4)?;
            Ok((first_of(year, 1)?, last_of(year, 12)?, Precision::Year))
        }
        "0000-00" => {
            let (year, month) = (year(0..4)?, number(&text[5..7])?);
            Ok((first_of(year, month)?, last_of(year, month)?, Precision::Month))
        }
        "0000-00-00" => {
            let (year, month, day) = (year(0..4)?, number(&text[5..7])?, number(&text[8..10])?);
            let month_name = month_name(month)?;
            let date = Day::new(year, narrow(month), narrow(day))
                .map_err(|_| NotADate(format!("{month_name} {year} has no day {day}")))?;
            Ok((date, date, Precision::Day))
        }
        "0000-Q0" => {
            let (year, quarter) = (year(0..4)?, within(number(&text[6..7])?, 4, "a year has the quarters Q1 to Q4")?);
            Ok((first_of(year, quarter * 3 - 2)?, last_of(year, quarter * 3)?, Precision::Quarter))
        }
        "0000-H0" => {
            let (year, half) = (year(0..4)?, within(number(&text[6..7])?, 2, "a year has the halves H1 and H2")?);
            Ok((first_of(year, half * 6 - 5)?, last_of(year, half * 6)?, Precision::Half))
        }
        _ => Err(NotADate("dates are written 2010-05-19, 2010-05, 2010, 2010-Q2, 2010-H1, FY2010 or with a `/` between two of them".to_owned())),
    }
}

fn fiscal(rest: &str, fiscal_year: FiscalYear) -> Result<Interval, NotADate> {
    let shape: String = rest.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    // One that is the calendar year has one name.
    let before = i16::from(fiscal_year.named == NamedBy::Last && fiscal_year.starts > 1);
    let start_of = |year: i16| first_of(year - before, i16::from(fiscal_year.starts));
    let after = |start: Day, months: i64| {
        start
            .checked_add(months.months())
            .and_then(|next| next.checked_sub(1.day()))
            .map_err(|_| NotADate("this date is outside the calendar".to_owned()))
    };
    match shape.as_str() {
        "0000" => {
            let start = start_of(number(rest)?)?;
            Ok((start, after(start, 12)?, Precision::FiscalYear))
        }
        "0000-Q0" => {
            let quarter = within(number(&rest[6..7])?, 4, "a year has the quarters Q1 to Q4")?;
            let year = start_of(number(&rest[0..4])?)?;
            let months = i64::from(quarter - 1) * 3;
            let start = year
                .checked_add(months.months())
                .map_err(|_| NotADate("this date is outside the calendar".to_owned()))?;
            Ok((start, after(start, 3)?, Precision::Quarter))
        }
        _ => Err(NotADate("fiscal years are written FY2010 or FY2010-Q1".to_owned())),
    }
}

fn number(digits: &str) -> Result<i16, NotADate> {
    digits.parse().map_err(|_| NotADate(format!("`{digits}` is not a number")))
}

fn within(value: i16, most: i16, otherwise: &str) -> Result<i16, NotADate> {
    if (1..=most).contains(&value) { Ok(value) } else { Err(NotADate(otherwise.to_owned())) }
}

/// Only called with two digits or fewer.
fn narrow(value: i16) -> i8 {
    i8::try_from(value).unwrap_or(0)
}

fn first_of(year: i16, month: i16) -> Result<Day, NotADate> {
    month_name(month)?;
    if year < 1 {
        return Err(NotADate("there is no year 0".to_owned()));
    }
    Day::new(year, narrow(month), 1).map_err(|_| NotADate(format!("{year} is not a year")))
}

fn last_of(year: i16, month: i16) -> Result<Day, NotADate> {
    Ok(first_of(year, month)?.last_of_month())
}

fn month_name(month: i16) -> Result<&'static str, NotADate> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| NAMES.get(index).copied())
        .ok_or_else(|| NotADate(format!("there is no month {month}")))
}

/// How often something is due: "every year", "6 months".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cadence {
    /// As it was written.
    pub text: String,
    /// The interval in months.
    pub months: u32,
}

impl Cadence {
    /// Reads `every year`, `every 6 months`, `1 year`, `quarter`.
    ///
    /// # Errors
    /// Says what a cadence looks like.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let wrong =
            || NotADate("a cadence is written `every year`, `every 6 months` or `every 2 years`".to_owned());
        let text = text.trim();
        let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "every").collect();
        let (count, unit) = match words.as_slice() {
            [unit] => (1, *unit),
            [count, unit] => (count.parse::<u32>().map_err(|_| wrong())?, *unit),
            _ => return Err(wrong()),
        };
        let months = match unit {
            "month" | "months" => 1,
            "quarter" | "quarters" => 3,
            "year" | "years" => 12,
            _ => return Err(wrong()),
        };
        match count.checked_mul(months) {
            Some(months) if (1..=1200).contains(&months) => Ok(Self { text: text.to_owned(), months }),
            _ => Err(wrong()),
        }
    }

    /// So many months, quarters or years, as it was written; the unit is `month`, `quarter` or `year`.
    pub fn count_and_unit(&self) -> (u32, &'static str) {
        let unit = self.text.split_whitespace().next_back().unwrap_or("").trim_end_matches('s');
        match unit {
            "year" => (self.months / 12, "year"),
            "quarter" => (self.months / 3, "quarter"),
            _ => (self.months, "month"),
        }
    }

    /// `day` one interval later; the end of the calendar when there is no such day.
    pub fn after(&self, day: Day) -> Day {
        day.checked_add(i64::from(self.months).months()).unwrap_or(Day::MAX)
    }
}

/// Whole days from `from` to `to`, negative when `to` is earlier.
pub fn days_between(from: Day, to: Day) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Whole months from `from` to `to`, negative when `to` is earlier. The last day of a month counts as its end, so that
/// from 30 June to 31 December it is six.
pub fn months_between(from: Day, to: Day) -> i64 {
    let after = |day: Day| day.checked_add(1.day()).unwrap_or(day);
    let span = after(from).until((jiff::Unit::Month, after(to)));
    span.map_or(0, |span| i64::from(span.get_months()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(text: &str) -> (String, String) {
        let date = Date::parse(text, 4).expect(text);
        (date.earliest.to_string(), date.latest.to_string())
    }

    #[test]
    fn every_form_has_a_first_and_a_last_day() {
        for (text, first, last) in [
            ("2009-12-10", "2009-12-10", "2009-12-10"),
            ("2012-02", "2012-02-01", "2012-02-29"),
            ("2009", "2009-01-01", "2009-12-31"),
            ("2009-Q4", "2009-10-01", "2009-12-31"),
            ("2009-H2", "2009-07-01", "2009-12-31"),
            ("FY2024", "2024-04-01", "2025-03-31"),
            ("FY2024-Q4", "2025-01-01", "2025-03-31"),
            ("2010-06-11/2010-06-13", "2010-06-11", "2010-06-13"),
            ("2010/2011-03", "2010-01-01", "2011-03-31"),
        ] {
            assert_eq!(interval(text), (first.to_owned(), last.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_fiscal_year_is_called_by_its_first_or_its_last_year() {
        for (starts, named, text, first, last) in [
            (7, NamedBy::First, "FY2024", "2024-07-01", "2025-06-30"),
            (7, NamedBy::Last, "FY2024", "2023-07-01", "2024-06-30"),
            (7, NamedBy::Last, "FY2024-Q1", "2023-07-01", "2023-09-30"),
            (7, NamedBy::Last, "FY2024-Q4", "2024-04-01", "2024-06-30"),
            (4, NamedBy::Last, "FY2024", "2023-04-01", "2024-03-31"),
            (1, NamedBy::Last, "FY2024", "2024-01-01", "2024-12-31"),
            (10, NamedBy::Last, "FY2024/FY2025", "2023-10-01", "2025-09-30"),
        ] {
            let date = Date::parse(text, FiscalYear { named, ..starts.into() }).expect(text);
            let days = (date.earliest.to_string(), date.latest.to_string());
            assert_eq!(days, (first.to_owned(), last.to_owned()), "{starts} {named:?} {text}");
        }
        assert!(Date::parse("FY0001", FiscalYear { named: NamedBy::Last, ..7.into() }).is_err());
    }

    #[test]
    fn a_range_is_written_in_one_way() {
        assert_eq!(Date::parse(" 2010 / \u{3000}2011-03 ", 4), Date::parse("2010/2011-03", 4));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, message) in [
            ("2009-13", "there is no month 13"),
            ("2010-02-30", "February 2010 has no day 30"),
            ("2009-Q5", "a year has the quarters Q1 to Q4"),
            ("2011/2010", "2010 is before 2011"),
            ("FY24", "fiscal years are written FY2010 or FY2010-Q1"),
        ] {
            assert_eq!(Date::parse(text, 1), Err(NotADate(message.to_owned())), "{text}");
        }
        for text in ["2010/2011/2012", &"2010/".repeat(100_000)] {
            let message = "a range has one `/` between two dates";
            assert_eq!(Date::parse(text, 1), Err(NotADate(message.to_owned())));
        }
        for text in ["", "soon", "20101201", "2010-12-01T10:00", "10 May 2010", "２０１０"] {
            assert!(Date::parse(text, 1).is_err(), "{text}");
        }
    }

    #[test]
    fn mixed_precisions_sort_by_their_first_day() {
        let mut dates: Vec<Date> =
            ["2010-05-19", "2010", "2009-Q4", "2010-05"].map(|text| Date::parse(text, 1).unwrap()).into();
        dates.sort();
        let texts: Vec<&str> = dates.iter().map(|date| date.text.as_str()).collect();
        assert_eq!(texts, ["2009-Q4", "2010", "2010-05", "2010-05-19"]);
    }

    #[test]
    fn only_what_is_known_to_the_day_has_days() {
        let days = |text| Date::parse(text, 1).unwrap().days().map(|(from, to)| format!("{from} {to}"));
        assert_eq!(days("2010-05-19").as_deref(), Some("2010-05-19 2010-05-19"));
        assert_eq!(days("2010-06-11/2010-06-13").as_deref(), Some("2010-06-11 2010-06-13"));
        for vague in
            ["2010-05", "2010", "2010-Q2", "FY2010", "2010-05/2010-06", "2010-05-19/2010-06", "ongoing"]
        {
            assert_eq!(days(vague), None, "{vague}");
        }
    }

    #[test]
    fn months_are_whole_and_end_with_the_month() {
        let months = |from: &str, to: &str| {
            let day = |text| Date::parse(text, 1).unwrap().latest;
            months_between(day(from), day(to))
        };
        for (from, to, count) in [
            ("2021-06-30", "2021-12-31", 6),
            ("2021", "2022", 12),
            ("2022-Q2", "2024-06", 24),
            ("2021-12-31", "2021-06-30", -6),
            ("2021-01-15", "2021-02-14", 0),
            ("2021-01-15", "2021-02-15", 1),
        ] {
            assert_eq!(months(from, to), count, "{from} to {to}");
        }
    }

    #[test]
    fn a_cadence_counts_months() {
        assert_eq!(Cadence::parse("every year").unwrap().months, 12);
        assert_eq!(Cadence::parse("every 6 months").unwrap().months, 6);
        assert_eq!(Cadence::parse("1 year").unwrap().months, 12);
        for text in ["often", "every", "every 0 months", "every 99999999999 years", "every 4000000000 years"]
        {
            assert!(Cadence::parse(text).is_err(), "{text}");
        }
    }
}
