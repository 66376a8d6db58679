//! The calendar: its page, and files that somebody else's program reads.

use std::path::Path;

use crate::book::{Book, Outcome, frozen, words};
use crate::outside_tools::{beside, python};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn everything() -> Outcome {
    Book::load(&Path::new(ROOT).join("tests/everything")).today("2024-06-30").build()
}

/// Events as the program reads them: id, first day, end, status, summary.
fn events(outcome: &Outcome, path: &str) -> Vec<String> {
    let all = python(&[&beside("calendars.py")], &outcome.files, ".ics");
    let own = format!("{path}|");
    all.lines().filter_map(|line| line.strip_prefix(&own)).map(str::to_owned).collect()
}

fn meetings() -> Book {
    Book::new()
        .file("content/forums/round.md", "---\nname: Round\n---\n")
        .update("2021-05-01-held", "[\"1.1\"]", "kind: meeting\nforum: round\nmeeting: {state: held, number: 1, place: \"Port, A; B\", end: 2021-05-03}\n")
        .update("2022-05-01-off", "[\"1.1\"]", "kind: meeting\nforum: round\nmeeting: {state: cancelled, number: 2}\n")
        .update("2023-05-01-put-off", "[\"1.1\"]", "kind: meeting\nforum: round\nmeeting: postponed\n")
        .update("2025-05-01-planned", "[\"1.1\"]", "kind: meeting\nforum: round\nmeeting: {state: planned, number: 3}\n")
        .update("2025-10", "[\"1.1\"]", "kind: meeting\nforum: round\nmeeting: {state: planned, number: 4}\n")
}

#[test]
fn other_programs_read_every_calendar() {
    let large = frozen().build();
    let read = python(&[&beside("calendars.py")], &large.files, ".ics");
    assert!(read.lines().filter(|line| line.starts_with("calendar.ics|")).count() > 60, "{read}");
    assert!(read.contains("forums/two-plus-two/calendar.ics|"), "{read}");
    assert!(!events(&everything(), "calendar.ics").is_empty());
}

#[test]
fn a_meeting_lasts_to_its_last_day_and_its_state_is_said() {
    assert_eq!(
        events(&meetings().build(), "calendar.ics"),
        [
            "2021-05-01-held@planbook.invalid|2021-05-01|2021-05-04|CONFIRMED|Update 2021-05-01-held",
            "2022-05-01-off@planbook.invalid|2022-05-01|2022-05-02|CANCELLED|Cancelled: Update 2022-05-01-off",
            "2023-05-01-put-off@planbook.invalid|2023-05-01|2023-05-02|CANCELLED|Postponed: Update 2023-05-01-put-off",
            "2025-05-01-planned@planbook.invalid|2025-05-01|2025-05-02|TENTATIVE|Update 2025-05-01-planned",
        ]
    );
}

#[test]
fn a_date_without_a_day_is_told_in_words_and_is_not_in_the_file() {
    let outcome = meetings().item("1.2", "due: 2026-03\n").build();
    let page = words(&outcome.page("calendar/index.html"));
    assert!(page.contains("October 2025") && page.contains("March 2026"), "{page}");
    assert!(page.contains("6 meetings and due dates."), "{page}");
    let file = String::from_utf8(outcome.files["calendar.ics"].clone()).unwrap();
    assert!(!file.contains("202510") && !file.contains("202603"), "{file}");
}

#[test]
fn a_due_date_is_an_event_of_its_own_and_moves_when_it_is_put_back() {
    let book = || {
        meetings().item("1.2", "due: 2022-06-30\n").update(
            "2022-06-01-later",
            "[\"1.2\"]",
            "kind: date-change\nnew-due: 2023-06-30\nreason: Rain\n",
        )
    };
    let due = |outcome: &Outcome| {
        events(outcome, "calendar.ics")
            .into_iter()
            .filter(|event| event.starts_with("due-"))
            .collect::<Vec<_>>()
    };
    let before = book().as_of("2022-01-01").build();
    let after = book().build();
    assert_eq!(due(&before), ["due-1.2@planbook.invalid|2022-06-30|2022-07-01|CONFIRMED|Due: 1.2 Item 1.2"]);
    assert_eq!(due(&after), ["due-1.2@planbook.invalid|2023-06-30|2023-07-01|CONFIRMED|Due: 1.2 Item 1.2"]);
    let file = String::from_utf8(after.files["calendar.ics"].clone()).unwrap();
    assert!(file.contains("SEQUENCE:1\r\n") && file.contains("postponed once"), "{file}");
}

#[test]
fn the_report_on_a_meeting_takes_the_place_of_its_announcement() {
    let outcome = meetings()
        .update(
            "2024-05-02-held",
            "[\"1.1\"]",
            "kind: meeting\nforum: round\nmeeting: {state: held, number: 3}\n",
        )
        .update(
            "2024-05-01-announced",
            "[\"1.1\"]",
            "kind: meeting\nforum: round\nmeeting: {state: planned, number: 3}\n",
        )
        .build();
    let text = String::from_utf8_lossy(&outcome.files["forums/round/calendar.ics"]).replace("\r\n ", "");
    // The event keeps the id of the announcement, and shows what the report says.
    assert!(text.contains("UID:2024-05-01-announced@") && !text.contains("UID:2024-05-02-held@"), "{text}");
    assert!(text.contains("DATE:20240502") && !text.contains("DTSTART;VALUE=DATE:20240501"), "{text}");
}

#[test]
fn a_calendar_has_what_bears_on_its_subject() {
    let outcome = meetings()
        .item("1.2", "due: 2026-01-31\n")
        .file("content/agencies/bo-port.md", "---\nname: Port office\nparty: Boria\n---\n")
        .file("content/areas/02-other/area.md", "---\nnumber: 2\ntitle: Other\n---\n")
        .build();
    let count = |path: &str| events(&outcome, path).len();
    assert_eq!(count("calendar.ics"), 5);
    assert_eq!(count("areas/1/calendar.ics"), 5);
    // It leads item 1.1, and nobody leads item 1.2.
    assert_eq!(count("agencies/ar-trade/calendar.ics"), 4);
    assert_eq!(count("forums/round/calendar.ics"), 4);
    assert_eq!((count("agencies/bo-port/calendar.ics"), count("areas/2/calendar.ics")), (0, 0));
    let empty = String::from_utf8(outcome.files["areas/2/calendar.ics"].clone()).unwrap();
    assert!(
        empty.contains("No meeting or due date with a known day") && empty.contains("BEGIN:VJOURNAL"),
        "{empty}"
    );
}

#[test]
fn the_file_says_its_day_and_is_else_the_same_on_any_day() {
    let file = |day: &str| {
        let outcome = meetings().today(day).build();
        String::from_utf8(outcome.files["calendar.ics"].clone()).unwrap()
    };
    let (first, second) = (file("2024-01-01"), file("2024-12-31"));
    assert!(first.contains("DESCRIPTION:As of 1 January 2024\r\n"), "{first}");
    let events = |file: &str| file.split_once("BEGIN:VEVENT").unwrap().1.to_owned();
    assert_eq!(events(&first), events(&second));
}

#[test]
fn texts_cannot_break_out_of_a_calendar() {
    let outcome = Book::new()
        .update(
            "2021-05-01-x",
            "[\"1.1\"]",
            "kind: meeting\nsummary: \"a\\r\\nEND:VEVENT\\r\\nBEGIN:VALARM\"\nmeeting: {state: held, place: \"x\\nATTACH:y\"}\n",
        )
        .build();
    let file = String::from_utf8(outcome.files["calendar.ics"].clone()).unwrap();
    assert!(!file.contains("\nATTACH") && !file.contains("\nBEGIN:VALARM"), "{file}");
    assert_eq!(events(&outcome, "calendar.ics").len(), 1);
}

#[test]
fn the_page_lists_what_is_to_come_first_and_then_what_is_past() {
    let page = meetings().build().page("calendar/index.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
    let order = [
        "id=\"page_coming-2025\"",
        "id=\"page_past-2023\"",
        "id=\"page_past-2022\"",
        "id=\"page_past-2021\"",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{page}");
    assert!(page.contains("aria-current=\"page\">Calendar"), "{page}");
}

#[test]
fn an_empty_calendar_says_so() {
    let page = words(&Book::new().build().page("calendar/index.html"));
    assert!(page.contains("No upcoming meeting or due date is publicly known."), "{page}");
    assert!(page.contains("No past meeting or due date is publicly known."), "{page}");
}

#[test]
fn the_second_talks_of_the_ministers_are_in_the_calendar_of_their_forum() {
    let large = frozen().build();
    let events = events(&large, "forums/two-plus-two/calendar.ics");
    let second = events.iter().find(|event| event.starts_with("2008-12-18-second-two-plus-two@plan.example"));
    assert!(second.is_some_and(|event| event.contains("|2008-12-18|2008-12-19|CONFIRMED|")), "{events:?}");
}
