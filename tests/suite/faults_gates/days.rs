//! The calendar of the people who write: when their day begins, and what they call a fiscal year.

use crate::book::{Book, words};

use super::repository::{Repository, planbook_with};

fn day_in(zone: &str, machine: &str) -> String {
    let repository = Repository::new("");
    let setting = if zone.is_empty() { String::new() } else { format!("time-zone = \"{zone}\"\n") };
    repository.write("book.toml", &format!("[book]\ntitle = \"Harbour plan\"\n{setting}"));
    let (code, text) = planbook_with(repository.path(), &["status", "--json"], &[("TZ", machine)]);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{zone}: {text}"));
    assert_eq!(code, 0);
    value["as_of"].as_str().unwrap().to_owned()
}

#[test]
fn a_day_begins_in_the_time_zone_of_the_book_and_not_of_the_machine() {
    // The two are 25 hours apart, so at no moment of a day is it the same day in both.
    for machine in ["UTC", "Asia/Tokyo", "America/Los_Angeles"] {
        let (east, west) = (day_in("Pacific/Kiritimati", machine), day_in("Pacific/Midway", machine));
        assert!(east > west, "{machine}: {east} {west}");
    }
    // A day may end while the test runs.
    let utc = || (day_in("", "Pacific/Kiritimati"), day_in("", "Pacific/Midway"));
    assert!((0..3).any(|_| utc().0 == utc().1));
}

#[test]
fn a_name_that_is_no_time_zone_is_an_error_with_the_one_that_was_meant() {
    for (written, meant) in [
        ("Tokyo", Some("Asia/Tokyo")),
        ("Asia/Tokio", Some("Asia/Tokyo")),
        ("canberra", Some("Australia/Canberra")),
        ("New York", Some("America/New_York")),
        ("+09:00", None),
        ("JST-9", None),
        ("/etc/localtime", None),
    ] {
        let book = Book::new().file(
            "book.toml",
            format!("[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\ntime-zone = \"{written}\"\n"),
        );
        let built = book.build();
        assert_eq!(built.places(), ["unknown-value book.toml:4"], "{written}");
        let suggested = built.diagnostics[0].suggestion.as_deref();
        assert!(meant.is_none() || suggested == meant, "{written}: {suggested:?}");
    }
}

fn fiscal(settings: &str) -> Book {
    Book::new()
        .file(
            "content/plan.md",
            format!("---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\n{settings}---\n"),
        )
        .item("1.2", "due: FY2024\nlead: [ar-trade]\n")
}

#[test]
fn a_fiscal_year_is_shown_with_its_months() {
    for (case, settings, shown, last_day) in [
        ("21 by the first year", "fiscal-year-starts: 7\n", "FY2024 (July 2024 – June 2025)", "2025-06-30"),
        (
            "21 by the last year",
            "fiscal-year-starts: 7\nfiscal-year-named: last\n",
            "FY2024 (July 2023 – June 2024)",
            "2024-06-30",
        ),
        (
            "21 said to be the first",
            "fiscal-year-starts: 4\nfiscal-year-named: first\n",
            "FY2024 (April 2024 – March 2025)",
            "2025-03-31",
        ),
        (
            "21 a calendar year",
            "fiscal-year-named: last\n",
            "FY2024 (January 2024 – December 2024)",
            "2024-12-31",
        ),
    ] {
        let page = words(&fiscal(settings).page("items/1.2/index.html"));
        assert!(page.contains(shown), "{case}: {page}");
        let data = fiscal(settings).page("items/1.2/index.json");
        assert!(data.contains(&format!("\"latest\":\"{last_day}\"")), "{case}: {data}");
    }
    let wrong = fiscal("fiscal-year-named: second\n").problems();
    assert_eq!(wrong, ["unknown-value content/plan.md:5"]);
}
