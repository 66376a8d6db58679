//! Dates in words: "19 May 2010", "11–13 June 2010", "fiscal year 2024".

use super::Messages;
use crate::date::{Cadence, Date, Day, Precision};

/// A date as a reader expects it. Forms without words of their own are shown as they were written.
pub fn show(date: &Date, messages: &Messages) -> String {
    match date.precision {
        Precision::Day => day(date.earliest, messages),
        Precision::Month => month(date.earliest, messages),
        Precision::Year => year(date.earliest.year(), messages),
        Precision::Range => range(date, messages),
        Precision::Quarter | Precision::FiscalYear if is_fiscal(&date.text) => {
            with_months(&part_of_year(&date.text, messages), date, messages)
        }
        Precision::Quarter | Precision::Half | Precision::FiscalYear => part_of_year(&date.text, messages),
        Precision::Ongoing => messages.get("date-ongoing").to_owned(),
    }
}

/// A calendar year: "2010", or `2010年`.
pub fn year(year: i16, messages: &Messages) -> String {
    messages.with("date-year", &[("year", &year.to_string())])
}

/// How often something happens: "every 6 months".
pub fn cadence(cadence: &Cadence, messages: &Messages) -> String {
    let (count, unit) = cadence.count_and_unit();
    let (once, times) = match unit {
        "year" => ("cadence-each-year", "cadence-year"),
        "quarter" => ("cadence-each-quarter", "cadence-quarter"),
        _ => ("cadence-each-month", "cadence-month"),
    };
    if count == 1 { messages.get(once).to_owned() } else { messages.count(times, i64::from(count)) }
}

/// `FY2024`, `FY2024-Q1`, `2024-Q1` and `2024-H1` in words. The form was checked when the date was read.
fn part_of_year(text: &str, messages: &Messages) -> String {
    let (of_year, whole) = match text.strip_prefix("FY") {
        Some(rest) => ("date-fiscal-quarter", rest),
        None => ("date-quarter", text),
    };
    let (year, part) = whole.split_once('-').unwrap_or((whole, ""));
    match (part.strip_prefix('Q'), part) {
        (Some(n), _) => messages.with(of_year, &[("year", year), ("n", n)]),
        (_, "H1") => messages.with("date-half-1", &[("year", year)]),
        (_, "H2") => messages.with("date-half-2", &[("year", year)]),
        _ => messages.with("date-fiscal-year", &[("year", year)]),
    }
}

fn is_fiscal(text: &str) -> bool {
    text.starts_with("FY")
}

/// What a fiscal year is called is not the same in all countries, so its months stand beside it.
fn with_months(name: &str, date: &Date, messages: &Messages) -> String {
    let (from, to) = (month(date.earliest, messages), month(date.latest, messages));
    messages.with("date-fiscal", &[("name", name), ("from", &from), ("to", &to)])
}

fn month_name(date: Day, messages: &Messages) -> &str {
    const KEYS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
        "month-10", "month-11", "month-12",
    ];
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    messages.get(KEYS.get(index).copied().unwrap_or(""))
}

fn day(date: Day, messages: &Messages) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    messages.with("date-day", &[("day", &day), ("month", month_name(date, messages)), ("year", &year)])
}

fn month(date: Day, messages: &Messages) -> String {
    messages.with("date-month", &[("month", month_name(date, messages)), ("year", &date.year().to_string())])
}

fn range(date: &Date, messages: &Messages) -> String {
    let (from, to) = (date.earliest, date.latest);
    let exact = date.text.split('/').all(|end| end.len() == "2010-06-11".len());
    if exact && from.year() == to.year() && from.month() == to.month() {
        let [first, last, year] = [i64::from(from.day()), i64::from(to.day()), i64::from(from.year())]
            .map(|number| number.to_string());
        return messages.with(
            "date-days",
            &[("from", &first), ("to", &last), ("month", month_name(from, messages)), ("year", &year)],
        );
    }
    if date.text.split('/').any(is_fiscal) {
        return with_months(&ends(date, |end| without_months(&end, messages), messages), date, messages);
    }
    ends(date, |end| show(&end, messages), messages)
}

/// The end of a range of fiscal years, whose months stand behind both.
fn without_months(date: &Date, messages: &Messages) -> String {
    if is_fiscal(&date.text) { part_of_year(&date.text, messages) } else { show(date, messages) }
}

/// Both ends of a range. Where a fiscal year begins does not matter to what it is called.
fn ends(date: &Date, shown: impl Fn(Date) -> String, messages: &Messages) -> String {
    let end = |text: &str| Date::parse(text, 1).map_or_else(|_| text.to_owned(), &shown);
    match date.text.split_once('/') {
        Some((from, to)) => messages.span(&end(from), &end(to)),
        None => date.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::messages::only;

    #[test]
    fn every_form_reads_well_in_japanese() {
        let messages = only(include_str!("../../themes/default/messages/ja.toml"));
        for (written, shown) in [
            ("2010-05-19", "2010年5月19日"),
            ("2010-05", "2010年5月"),
            ("2010", "2010年"),
            ("2010-06-11/2010-06-13", "2010年6月11～13日"),
            ("2010-06-30/2010-07-02", "2010年6月30日～2010年7月2日"),
            ("2004/2006", "2004年～2006年"),
            ("2004-07/2006-06", "2004年7月～2006年6月"),
            ("2009-Q4", "2009年第4四半期"),
            ("2009-H1", "2009年上半期"),
            ("2009-H2/2010-Q1", "2009年下半期～2010年第1四半期"),
            ("FY2024", "2024年度（2024年4月～2025年3月）"),
            ("FY2024-Q4", "2024年度第4四半期（2025年1月～2025年3月）"),
            ("FY2024/FY2025", "2024年度～2025年度（2024年4月～2026年3月）"),
            ("FY2024-Q1/FY2024-Q2", "2024年度第1四半期～2024年度第2四半期（2024年4月～2024年9月）"),
            ("ongoing", "継続中"),
        ] {
            assert_eq!(show(&Date::parse(written, 4).unwrap(), &messages), shown);
        }
        for (written, shown) in [
            ("every month", "毎月"),
            ("every 6 months", "6か月ごと"),
            ("every quarter", "四半期ごと"),
            ("every year", "毎年"),
            ("every 2 years", "2年ごと"),
        ] {
            assert_eq!(cadence(&Cadence::parse(written).unwrap(), &messages), shown);
        }
    }

    #[test]
    fn every_form_reads_well() {
        let messages = only(include_str!("../../themes/default/messages/en.toml"));
        for written in [
            "every month",
            "every 6 months",
            "every quarter",
            "every year",
            "every 2 years",
            "every 12 months",
        ] {
            assert_eq!(cadence(&Cadence::parse(written).unwrap(), &messages), written);
        }
        for (written, shown) in [
            ("2009-H2", "2009 H2"),
            ("2009/2010", "2009 – 2010"),
            ("FY2024-Q1/2026-06", "FY2024 Q1 – June 2026 (April 2024 – June 2026)"),
            ("2010-05-19", "19 May 2010"),
            ("2010-05", "May 2010"),
            ("2010", "2010"),
            ("2010-06-11/2010-06-13", "11–13 June 2010"),
            ("2010-06-30/2010-07-02", "30 June 2010 – 2 July 2010"),
            ("2004-07/2006-06", "July 2004 – June 2006"),
            ("2009-Q4", "2009 Q4"),
            ("FY2024", "FY2024 (April 2024 – March 2025)"),
            ("FY2024-Q4", "FY2024 Q4 (January 2025 – March 2025)"),
            ("FY2024/FY2025", "FY2024 – FY2025 (April 2024 – March 2026)"),
        ] {
            assert_eq!(show(&Date::parse(written, 4).unwrap(), &messages), shown);
        }
    }
}
