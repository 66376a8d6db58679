//! Dates in words: "19 May 2010", "11–13 June 2010", "fiscal year 2024".

use super::Messages;
use crate::date::{Date, Day, Precision};

/// A date as a reader expects it. Forms without words of their own are shown as they were written.
pub fn show(date: &Date, messages: &Messages) -> String {
    match date.precision {
        Precision::Day => day(date.earliest, messages),
        Precision::Month => month(date.earliest, messages),
        Precision::Year => date.earliest.year().to_string(),
        Precision::Range => range(date, messages),
        Precision::FiscalYear => with_months(&date.text, date, messages),
        Precision::Quarter if is_fiscal(&date.text) => {
            with_months(&date.text.replace('-', " "), date, messages)
        }
        Precision::Quarter | Precision::Half => date.text.replace('-', " "),
        Precision::Ongoing => messages.get("date-ongoing").to_owned(),
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
        let days = format!("{}–{}", from.day(), to.day());
        return messages.with(
            "date-day",
            &[("day", &days), ("month", month_name(from, messages)), ("year", &from.year().to_string())],
        );
    }
    if date.text.split('/').any(is_fiscal) {
        return with_months(&date.text.replace('-', " ").replace('/', " – "), date, messages);
    }
    let ends: Vec<String> = date
        .text
        .split('/')
        .map(|end| Date::parse(end, 1).map_or_else(|_| end.to_owned(), |end| show(&end, messages)))
        .collect();
    ends.join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    #[test]
    fn every_form_reads_well() {
        let mut messages = Messages::default();
        let english = include_str!("../../themes/default/messages/en.toml");
        assert_eq!(messages.add(english, FileId(0)), []);
        for (written, shown) in [
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
