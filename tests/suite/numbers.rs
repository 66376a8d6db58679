//! Indicators with numbers and milestones: what pages, data and comparisons say of them.

use crate::book::{Book, words};

const WELLS: &str = "title: Wells\nkind: deliverable\nindicators:\n  - {id: wells, title: Wells in use, unit: wells, aim: up, baseline: {period: 2020, value: 3}, targets: [{period: 2026, value: 10}]}\n";

fn wells(updates: &str) -> Book {
    Book::new().file("content/areas/01-trade/1.2-wells.md", format!("---\n{WELLS}{updates}---\n"))
}

fn value(date: &str, more: &str) -> String {
    format!("  - {{date: {date}, note: Counted., values: [{{indicator: wells, {more}}}]}}\n")
}

fn page(book: &Book) -> String {
    words(&book.build().page("items/1.2/index.html"))
}

#[test]
fn a_page_says_where_the_number_stands_and_marks_arithmetic() {
    let book =
        wells(&format!("updates:\n{}", value("2023-02-01", "period: 2022, value: 6.5"))).as_of("2023-06-01");
    let shown = page(&book);
    for sentence in [
        "2022: 6.5 wells, up from 3 wells (2020).",
        "Target for 2026: 10 wells (3.5 to go).",
        "Arithmetic, not a forecast: on a straight line to the target, the value for 2022 would be 5.3 wells.",
    ] {
        assert!(shown.contains(sentence), "{sentence}: {shown}");
    }
}

#[test]
fn a_site_as_of_a_day_has_the_values_of_that_day() {
    let updates = format!(
        "updates:\n{}{}",
        value("2022-02-01", "period: 2021, value: 4"),
        value("2023-02-01", "period: 2022, value: 6.5")
    );
    let book = wells(&updates);
    assert!(page(&book.clone().as_of("2022-06-01")).contains("2021: 4 wells"));
    assert!(!page(&book.clone().as_of("2022-06-01")).contains("6.5"));
    assert!(page(&book.as_of("2021-06-01")).contains("No value is known yet."));
}

#[test]
fn rows_of_a_file_show_when_their_period_has_ended() {
    let figures = "period,value\n2021,4\n2022,-0.50\n";
    let item = format!("---\n{}---\n", WELLS.replace("aim: up,", "aim: up, figures: files/wells.csv,"));
    let book = Book::new()
        .file("content/areas/01-trade/1.2-wells.md", item)
        .file("content/areas/01-trade/files/wells.csv", figures);
    let early = book.clone().as_of("2022-06-01");
    assert!(page(&early).contains("2021: 4 wells"), "{}", page(&early));
    let site = book.as_of("2023-06-01").build();
    let table = String::from_utf8(site.files["data/values.csv"].clone()).unwrap();
    assert!(table.contains(",value,2022,2022-01-01,2022-12-31,-0.50,"), "{table}");
    assert!(!site.files.keys().any(|path| path.ends_with("wells.csv")), "the file itself is not published");
}

#[test]
fn a_corrected_value_no_longer_counts() {
    let updates = "updates:\n  - {date: 2022-02-01, note: Counted., values: [{indicator: wells, period: 2021, value: 9}]}\n  - {date: 2022-03-01, note: Counted again., kind: correction, corrects: 1.2/2022-02-01, reason: A slip., values: [{indicator: wells, period: 2021, value: 4}]}\n";
    let shown = page(&wells(updates).as_of("2022-06-01"));
    assert!(shown.contains("2021: 4 wells, up from 3 wells"), "{shown}");
}

#[test]
fn a_break_starts_the_comparison_again() {
    let updates = format!(
        "updates:\n{}{}",
        value("2022-02-01", "period: 2021, value: 9, break: true"),
        value("2023-02-01", "period: 2022, value: 8")
    );
    let shown = page(&wells(&updates).as_of("2023-06-01"));
    assert!(shown.contains("2022: 8 wells, down from 9 wells (2021)."), "{shown}");
    assert!(shown.contains("From 2021 on, it is measured in another way."), "{shown}");
}

#[test]
fn an_internal_indicator_takes_its_values_with_it() {
    let item = WELLS.replace("aim: up,", "aim: up, audience: internal,");
    let text = format!("---\n{item}updates:\n{}---\n", value("2022-02-01", "period: 2021, value: 4.2517"));
    let book = Book::new().file("content/areas/01-trade/1.2-wells.md", text).as_of("2023-01-01");
    let public = book.build();
    for (path, bytes) in &public.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("4.2517") && !text.contains("Wells in use"), "{path}");
    }
    assert!(!public.files.contains_key("data/values.csv"));
    assert!(page(&book.internal()).contains("4.2517 wells"));
}

#[test]
fn a_plan_without_numbers_has_no_list_of_them() {
    let site = Book::new().build();
    assert!(!site.files.contains_key("progress/indicators/index.html"));
    assert!(!site.files.contains_key("data/values.csv"));
    let listed = words(&wells("").build().page("progress/indicators/index.html"));
    assert!(listed.contains("Wells in use") && listed.contains("10 wells"), "{listed}");
}

#[test]
fn milestones_say_their_state_in_words_on_the_day() {
    let book = Book::new().item(
        "1.2",
        "milestones:\n  - {id: tender, title: Tender, due: 2021-06, done: 2021-07-02}\n  - {id: rig, title: Rig, due: 2022-01}\n  - {id: end, title: End, due: 2025}\n",
    );
    let later = page(&book.clone().as_of("2022-06-01"));
    assert!(
        later.contains("Tender Done late")
            && later.contains("Rig Overdue")
            && later.contains("End Not due yet"),
        "{later}"
    );
    let before = page(&book.clone().as_of("2021-06-10"));
    assert!(before.contains("Tender Not due yet") && !before.contains("2 July 2021"), "{before}");
    let calendar = words(&book.as_of("2022-06-01").build().page("calendar/index.html"));
    assert!(calendar.contains("Milestone: Overdue"), "{calendar}");
}

#[test]
fn a_comparison_names_targets_values_and_milestones() {
    let before = wells("milestones:\n  - {id: rig, title: Rig, due: 2022-01}\n");
    let text = format!(
        "---\n{}milestones:\n  - {{id: rig, title: Rig, due: 2023-01}}\nupdates:\n{}---\n",
        WELLS.replace("value: 10", "value: 8"),
        value("2021-02-01", "period: 2020-H2, value: 4")
    );
    let after = Book::new().file("content/areas/01-trade/1.2-wells.md", text);
    let changes = after.since(&before).changes;
    let found: Vec<_> =
        changes.indicators.iter().map(|it| (it.what, it.from.as_deref(), it.to.as_deref())).collect();
    assert_eq!(found, [("target", Some("10"), Some("8")), ("value", None, Some("4"))]);
    let [milestone] = changes.milestones.as_slice() else { panic!("{:?}", changes.milestones) };
    assert_eq!(
        (milestone.what, milestone.from.as_deref(), milestone.to.as_deref()),
        ("due", Some("2022-01"), Some("2023-01"))
    );
    let stopped = after.stopped_since(&before);
    assert_eq!(stopped.len(), 2, "{stopped:?}");
}
