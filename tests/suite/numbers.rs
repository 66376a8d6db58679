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

/// A page of an item with one indicator: its keys, its values as rows of a table, on a day.
fn shown(keys: &str, rows: &str, as_of: &str) -> String {
    let item = format!(
        "---\ntitle: Wells\nkind: deliverable\nindicators:\n  - {{id: wells, title: Wells in use, unit: wells, figures: files/wells.csv, {keys}}}\n---\n"
    );
    let rows =
        rows.split(' ').filter(|row| !row.is_empty()).fold(String::new(), |text, row| text + row + "\n");
    let book = Book::new()
        .file("content/areas/01-trade/1.2-wells.md", item)
        .file("content/areas/01-trade/files/wells.csv", format!("period,value,break\n{rows}"));
    words(&any_page(&book.today(as_of), "items/1.2/index.html"))
}

/// A page of a book that may have warnings.
fn any_page(book: &Book, path: &str) -> String {
    String::from_utf8(book.build().files[path].clone()).unwrap()
}

fn says(shown: &str, sentences: &[&str], not: &[&str]) {
    for sentence in sentences {
        assert!(shown.contains(sentence), "{sentence}: {shown}");
    }
    for sentence in not {
        assert!(!shown.contains(sentence), "not {sentence}: {shown}");
    }
}

#[test]
fn nothing_is_compared_across_a_break() {
    let keys = "aim: up, baseline: {period: 2020, value: 3}, targets: [{period: 2022, value: 5}, {period: 2026, value: 10}]";
    let shown = |rows| shown(keys, rows, "2025-06-01");
    let broken = shown("2021,4, 2022,5, 2023,12,true 2024,12,");
    says(
        &broken,
        &[
            "2024: 12 wells, the same as in the beginning (2023).",
            "The target for 2022 was 5 wells (reached; 2022: 5 wells).",
            "Target for 2026: 10 wells (the value for 2024, 12 wells, was measured in another way and is not compared with it).",
            "From 2023 on, it is measured in another way.",
        ],
        &["Arithmetic", "more than needed", "to go"],
    );
    // A break before the baseline, or of its own period, separates nothing from the target.
    for rows in ["2019,1, 2020,3,true 2024,7,", "2018,1, 2019,2,true 2024,7,"] {
        says(
            &shown(rows),
            &["(3 to go)", "the value for 2024 would be 7.5 wells"],
            &["another way and is not"],
        );
    }
    let without_break = shown("2021,4, 2022,5, 2023,12, 2024,12,");
    says(&without_break, &["(reached, by 2 more than needed)"], &[]);
}

#[test]
fn without_a_baseline_the_first_value_is_what_a_target_was_set_by() {
    let shown = |rows| shown("aim: down, targets: [{period: 2026, value: 10}]", rows, "2025-06-01");
    says(&shown("2021,40,true 2024,12,"), &["(2 to go)"], &[]);
    says(&shown("2021,40, 2024,12,true"), &["is not compared with it"], &["to go"]);
}

#[test]
fn the_line_of_the_chart_ends_before_a_break() {
    let drawn = |rows: &str| {
        let item = "---\ntitle: Wells\nkind: deliverable\nindicators:\n  - {id: wells, title: Wells in use, unit: wells, aim: up, figures: files/wells.csv, baseline: {period: 2020, value: 3}, targets: [{period: 2022, value: 5}, {period: 2026, value: 10}]}\n---\n";
        let book = Book::new()
            .file("content/areas/01-trade/1.2-wells.md", item)
            .file("content/areas/01-trade/files/wells.csv", format!("period,value,break\n{rows}"));
        let page = any_page(&book.today("2025-06-01"), "items/1.2/index.html");
        let (chart, legend) = page.split_once("<ul class=\"legend\"").unwrap();
        (chart.matches("class=\"in-path\"").count(), legend.contains("Straight line"))
    };
    assert_eq!(drawn("2022,5,\n2024,7,\n"), (2, true));
    assert_eq!(drawn("2022,5,\n2024,7,true\n"), (1, true));
    assert_eq!(drawn("2021,5,true\n2024,7,\n"), (0, false));
}

#[test]
fn a_target_whose_period_is_over_says_by_how_much_it_was_missed() {
    let keys = "aim: up, targets: [{period: 2021, value: 1}, {period: 2022, value: 5}, {period: 2024, value: 8}, {period: 2026, value: 10}]";
    let shown = |rows, as_of| shown(keys, rows, as_of);
    says(
        &shown("2021,1, 2022,4.5, 2023,6,", "2024-06-01"),
        &[
            "The target for 2022 was 5 wells (missed by 0.5; 2022: 4.5 wells).",
            "Target for 2024: 8 wells (2 to go).",
        ],
        &["2026: 10 wells (", "The target for 2021"],
    );
    says(
        &shown("2021,1, 2022,9,", "2023-06-01"),
        &["The target for 2022 was 5 wells (reached, by 4 more than needed; 2022: 9 wells)."],
        &["to go"],
    );
    says(
        &shown("2021,1, 2023,6,", "2023-06-01"),
        &["The target for 2022 was 5 wells (no value is known for that period)."],
        &["missed"],
    );
    // Of several values within the period the last one counts, and where there is none, one of a longer period.
    says(&shown("2022-03,9, 2022-09,4,", "2023-01-01"), &["(missed by 1; September 2022: 4 wells)"], &[]);
    says(&shown("2021/2022,3,", "2023-01-01"), &["(missed by 2; 2021"], &[]);
    says(
        &shown("2026,9,", "2027-01-01"),
        &["The target for 2026 was 10 wells (missed by 1; 2026: 9 wells)."],
        &["to go"],
    );
    // On the last day of its period it is still ahead.
    says(&shown("2022-09,4,", "2022-12-31"), &["Target for 2022: 5 wells (1 to go)."], &[]);
}

#[test]
fn the_list_of_indicators_shows_the_target_that_is_ahead() {
    let book = wells(
        "updates:\n  - {date: 2023-02-01, note: Counted., values: [{indicator: wells, period: 2022, value: 4}]}\n",
    );
    let listed = |as_of: &str| words(&any_page(&book.clone().today(as_of), "progress/indicators/index.html"));
    assert!(listed("2023-06-01").contains("6 to go"), "{}", listed("2023-06-01"));
    let after = listed("2027-06-01");
    assert!(after.contains("no value is known for that period") && !after.contains("to go"), "{after}");
}

#[test]
fn what_should_stay_is_held_or_above_or_below_and_has_no_line() {
    let keys = "aim: keep, baseline: {period: 2020, value: 5}, targets: [{period: 2022, value: 5}, {period: 2026, value: 5}]";
    for (value, word) in [("5", "held"), ("5.00", "held"), ("7", "above by 2"), ("4.5", "below by 0.5")] {
        let ahead = shown(keys, &format!("2024,{value},"), "2025-06-01");
        says(
            &ahead,
            &[
                &format!("The aim is to keep 5 wells until 2026 ({word})."),
                "The aim was to keep 5 wells until 2022 (no value",
            ],
            &["to go", "Arithmetic", "Straight line"],
        );
        let passed = shown(keys, &format!("2022,{value},"), "2025-06-01");
        says(&passed, &[&format!("The aim was to keep 5 wells until 2022 ({word}; 2022:")], &["missed"]);
    }
    // So is what nobody says an aim of, where the last target is the baseline.
    let unsaid = keys.replace("aim: keep, ", "");
    says(&shown(&unsaid, "2024,7,", "2025-06-01"), &["until 2026 (above by 2)"], &["Arithmetic"]);
}

#[test]
fn the_straight_line_counts_periods_and_never_rounds_onto_a_number() {
    let line = |baseline: &str, target: &str, row: &str, as_of: &str| {
        let keys = format!("aim: up, baseline: {{period: {baseline}}}, targets: [{{period: {target}}}]");
        let shown = shown(&keys, row, as_of);
        let (_, after) = shown.split_once("on a straight line to the target, the value for ").expect(&shown);
        let (sentence, _) = after.split_once(" wells.").unwrap();
        sentence.split_once(" would be ").unwrap().1.to_owned()
    };
    // 2024 is a leap year, and two of three years.
    assert_eq!(line("2022, value: 0", "2025, value: 30", "2024,9,", "2025-03-01"), "20");
    assert_eq!(line("2022, value: 0", "2025, value: 30", "2023,9,", "2025-03-01"), "10");
    assert_eq!(line("2024-01, value: 0", "2024-04, value: 30", "2024-02,9,", "2025-03-01"), "10");
    assert_eq!(line("2023-Q4, value: 0", "2024-Q4, value: 40", "2024-Q1,9,", "2025-03-01"), "10");
    assert_eq!(line("2023-H2, value: 0", "2025-H1, value: 30", "2024-H1,9,", "2025-03-01"), "10");
    assert_eq!(line("2022, value: 0", "2024, value: 24", "2023-06,9,", "2025-03-01"), "6");
    // A day is a day: 31 of 366.
    assert_eq!(line("2023-12-31, value: 0", "2024-12-31, value: 366", "2024-01-31,9,", "2025-03-01"), "31");
    // It never becomes a number that it is not.
    assert_eq!(line("2020-01, value: 0", "2045-01, value: 10", "2044-12,9,", "2045-06-01"), "9.97");
    assert_eq!(line("2020-01, value: 0", "2045-01, value: 10", "2044-12,9.97,", "2045-06-01"), "9.967");
    assert_eq!(line("2020-01, value: 10", "2045-01, value: 11", "2020-02,9,", "2021-06-01"), "10.003");
}

#[test]
fn a_target_after_the_end_of_the_plan_or_of_a_closed_item_is_not_to_go() {
    let book = wells(
        "updates:\n  - {date: 2023-02-01, note: Counted., values: [{indicator: wells, period: 2022, value: 4}]}\n  - {date: 2023-03-01, note: Given up., kind: closure, status: closed, outcome: withdrawn, reason: No money., evidence: [{title: Note, url: \"https://example.org/n\", date: 2023-03-01}]}\n",
    );
    says(
        &page(&book.clone().as_of("2023-06-01")),
        &["The target for 2026 was 10 wells, and the item was closed before (6 short of it)."],
        &["to go"],
    );
    says(&page(&book.as_of("2023-02-15")), &["Target for 2026: 10 wells (6 to go)."], &[]);
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

const STEPS: &str = "due: 2026\nmilestones:\n  - {id: rig, title: Rig, due: 2022-01}\n  - {id: tender, title: Tender, due: 2022-02, done: 2022-04-01, note: Two bids were late., url: \"https://example.org/bids\"}\n  - {id: end, title: End, due: 2025}\n  - {id: plain, title: Plain}\n";

fn ended(status: &str) -> String {
    format!(
        "status: {status}\nevidence: [{{title: Note, url: \"https://example.org/n\", date: 2022-05-01}}]\n"
    )
}

#[test]
fn nobody_waits_for_the_milestones_of_what_has_ended() {
    let open = Book::new().item("1.2", STEPS);
    let states = ["Rig Overdue", "Tender Done late", "End Not due yet", "Plain Open"];
    says(&page(&open.clone().as_of("2022-06-01")), &states, &["Not reported done"]);
    let withdrawn = "kind: closure\noutcome: withdrawn\nreason: No money.\n".to_owned() + &ended("closed");
    let superseded = withdrawn.replace("withdrawn", "superseded");
    for update in [ended("completed"), withdrawn, superseded] {
        let book = open.clone().update("2022-05-01-end", "[\"1.2\"]", &update);
        let over =
            ["Rig Not reported done", "Tender Done late", "End Not reported done", "Plain Not reported done"];
        says(&page(&book.clone().as_of("2022-06-01")), &over, &["Overdue"]);
        says(&page(&book.clone().as_of("2022-04-15")), &states, &["Not reported done"]);
        let site = book.as_of("2022-06-01").build();
        let data = String::from_utf8(site.files["data/plan.json"].clone()).unwrap();
        assert!(data.contains("\"not-reported\"") && !data.contains("\"state\": \"overdue\""));
        assert!(!words(&site.page("calendar/index.html")).contains("Overdue"));
    }
}

#[test]
fn a_plan_that_has_ended_says_what_was_overdue_at_its_end() {
    let plan =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nclosed: 2022-12-31\n---\n";
    let book =
        Book::new().file("content/plan.md", plan).item("1.2", &STEPS.replace("due: 2026", "due: 2022-06"));
    let during = book.clone().as_of("2022-12-01");
    says(&page(&during), &["Overdue since June 2022, by 154 days", "Rig Overdue"], &["when the plan ended"]);
    assert!(
        words(&during.build().page("progress/overdue/index.html"))
            .contains("Overdue The due date of these items has passed")
    );
    let after = book.as_of("2024-06-01");
    let shown = page(&after);
    says(
        &shown,
        &["overdue by 184 days when the plan ended (due June 2022)", "Rig Not reported done"],
        &["Overdue since", "Rig Overdue"],
    );
    let site = after.build();
    let listed = words(&site.page("progress/overdue/index.html"));
    assert!(listed.contains("Overdue at the end of the plan"), "{listed}");
    let dashboard = words(&site.page("progress/index.html"));
    assert!(dashboard.contains("1 Overdue at the end of the plan"), "{dashboard}");
    assert!(!site.files.contains_key("progress/late-milestones/index.html"));
}

#[test]
fn what_was_written_about_a_step_is_not_known_before_it_is_done() {
    let site = |day: &str| Book::new().item("1.2", STEPS).as_of(day).build();
    let told = |day: &str, text: &str| {
        site(day).files.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text)).count()
    };
    for text in ["Two bids were late", "example.org/bids"] {
        assert_eq!(told("2022-03-01", text), 0, "{text}");
        assert!(told("2022-04-01", text) > 0, "{text}");
    }
    // A remark on what is still to be done is known.
    let ahead =
        Book::new().item("1.2", "milestones:\n  - {id: rig, title: Rig, due: 2025-01, note: In two lots.}\n");
    assert!(page(&ahead.as_of("2022-03-01")).contains("In two lots."));
}

#[test]
fn late_milestones_are_in_lists_and_counts_and_requests() {
    let item = format!("lead: [ar-trade]\n{STEPS}");
    let book = Book::new()
        .item("1.2", &item)
        .item("1.3", "lead: [ar-trade]\nmilestones: [{id: a, title: Ahead, due: 2030}]\n");
    let late = book.clone().as_of("2022-06-01");
    let site = late.build();
    let listed = words(&site.page("progress/late-milestones/index.html"));
    assert!(listed.contains("Rig (due January 2022)") && !listed.contains("1.3"), "{listed}");
    assert!(words(&site.page("progress/index.html")).contains("1 Late milestones"));
    assert!(words(&site.page("progress/areas/1/index.html")).contains("Rig (due January 2022)"));
    let status = late.status();
    assert_eq!(status["late_milestones"][0]["milestone"], "rig");
    assert_eq!(status["late_milestones"][0]["days"], 121);
    assert_eq!(status["late_milestones"].as_array().unwrap().len(), 1);
    let pack = late.requests("2022");
    let (_, letter) = pack.files.iter().find(|(path, _)| path.ends_with("request.md")).unwrap();
    for line in ["## Late milestones", "Late milestone: Rig (due January 2022)"] {
        assert!(letter.contains(line), "{line}: {letter}");
    }
    // On a day on which none is late there is the list, and it is empty; without dates of milestones there is none.
    assert!(
        words(&book.as_of("2021-06-01").build().page("progress/late-milestones/index.html"))
            .contains("No milestone is late.")
    );
    assert!(!Book::new().build().files.contains_key("progress/late-milestones/index.html"));
    // Many late ones do not make the list long.
    let steps: String =
        (1..=5).map(|n| format!("  - {{id: s{n}, title: Step {n}, due: 2021-0{n}}}\n")).collect();
    let many = Book::new().item("1.2", &format!("milestones:\n{steps}")).as_of("2022-06-01").build();
    let listed = words(&many.page("progress/late-milestones/index.html"));
    assert!(listed.contains("Step 3 (due March 2021); 2 more"), "{listed}");
}

#[test]
fn an_outlook_is_shown_as_what_was_reported() {
    let report = |outlook: &str| format!("outlook: {outlook}\nchallenges: Rain.\n");
    let book = Book::new()
        .item("1.2", "lead: [ar-trade]\ndue: 2021-06\n")
        .item("1.3", "")
        .item("1.4", "")
        .update("2021-05-02-wells", "[\"1.2\"]", "outlook: on-track\n")
        .update("2021-05-03-roads", "[\"1.3\"]", &report("at-risk"))
        .update("2021-05-04-ports", "[\"1.4\"]", &report("off-track"));
    let late = book.clone().as_of("2022-06-01");
    let shown = page(&late);
    assert!(
        shown.contains("Overdue since June 2021") && shown.contains("Reported on track on 2 May 2021"),
        "{shown}"
    );
    assert!(
        shown.find("Overdue since") < shown.find("Reported on track on"),
        "the calendar stands first: {shown}"
    );
    assert!(!shown.contains("Outlook On track"), "{shown}");
    let site = late.build();
    for (word, other) in [("on", "1.2"), ("at-risk", "1.3"), ("off", "1.4")] {
        let name = if word == "at-risk" { word.to_owned() } else { format!("{word}-track") };
        let listed = words(&site.page(&format!("progress/reported-{name}/index.html")));
        assert!(
            listed.contains(other)
                && ["1.2", "1.3", "1.4"].iter().filter(|id| listed.contains(*id)).count() == 1,
            "{listed}"
        );
    }
    let dashboard = words(&site.page("progress/index.html"));
    for figure in ["1 Reported on track", "1 Reported at risk", "1 Reported off track"] {
        assert!(dashboard.contains(figure), "{figure}: {dashboard}");
    }
    assert!(words(&site.page("items/index.html")).contains("Reported at risk"));
    assert_eq!(
        late.status()["outlooks"],
        serde_json::json!([
            {"outlook": "on-track", "items": 1}, {"outlook": "at-risk", "items": 1}, {"outlook": "off-track", "items": 1}
        ])
    );
    // A plan that has ended has nothing ahead of it, and one without an outlook has no such list.
    let plan =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nclosed: 2022-01-31\n---\n";
    let ended = late.file("content/plan.md", plan);
    assert!(!page(&ended).contains("Reported on track"));
    assert!(!ended.build().files.keys().any(|path| path.contains("reported-")));
    assert!(!Book::new().build().files.keys().any(|path| path.contains("reported-")));
}

#[test]
fn an_update_with_only_a_value_or_an_outlook_says_something() {
    let book = |update: &str| {
        let item = format!("---\n{WELLS}---\n");
        let text = format!("---\ntitle: Report\ndate: 2022-01-01\nitems: [\"1.2\"]\n{update}---\n");
        Book::new()
            .file("content/areas/01-trade/1.2-wells.md", item)
            .file("content/updates/2022/2022-01-01-report.md", text)
    };
    let found = |update: &str| {
        book(update).checked().iter().any(|it| it.code == planbook::diag::code::UPDATE_SAYS_NOTHING)
    };
    assert!(found(""));
    assert!(!found("values: [{indicator: wells, period: 2021, value: 4}]\n"));
    assert!(!found("outlook: on-track\n"));
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

/// An update of the item that sets a target.
fn new_target(date: &str, target: &str, more: &str) -> String {
    format!(
        "  - {{date: {date}, note: Changed., kind: text-amendment, reason: Dry ground., new-targets: [{{indicator: wells, {target}}}]{more}}}\n"
    )
}

#[test]
fn a_target_changes_on_the_day_of_its_update_and_not_before() {
    let updates = format!(
        "updates:\n{}{}",
        value("2022-02-01", "period: 2021, value: 4"),
        new_target("2023-03-01", "period: 2028, value: 8, instead-of: 2026", ""),
    );
    let before = wells(&updates).as_of("2023-02-28");
    assert!(page(&before).contains("Target for 2026: 10 wells (6 to go)."), "{}", page(&before));
    assert!(!page(&before).contains("2028") && !page(&before).contains("8 wells"), "{}", page(&before));

    let after = wells(&updates).as_of("2023-03-01").build();
    let shown = words(&after.page("items/1.2/index.html"));
    for sentence in [
        "Target for 2028: 8 wells (4 to go).",
        "The target was changed to 8 wells for 2028, instead of 10 wells for 2026:",
        "the value for 2021 would be 3.6 wells.",
        "New targets Wells in use : 8 wells for 2028, instead of 10 wells for 2026",
        "Instead of 10 wells for 2026",
    ] {
        assert!(shown.contains(sentence), "{sentence}: {shown}");
    }
    let list = words(&after.page("progress/indicators/index.html"));
    assert!(list.contains("8 wells 2028 Instead of 10 wells for 2026"), "{list}");
    let table = String::from_utf8(after.files["data/values.csv"].clone()).unwrap();
    assert!(table.contains(",target,2028,2028-01-01,2028-12-31,8,"), "{table}");
    assert!(!table.contains(",target,2026,"), "{table}");
    let data: serde_json::Value = serde_json::from_slice(&after.files["data/plan.json"]).unwrap();
    let update = data["updates"].as_array().unwrap().iter().find(|it| !it["new_targets"].is_null()).unwrap();
    let new = &update["new_targets"][0];
    let of = |key: &str| new[key].as_str().unwrap().to_owned();
    assert_eq!(
        ["indicator", "period", "value", "instead_of", "was"].map(of),
        ["wells", "2028", "8", "2026", "10"]
    );
}

#[test]
fn each_new_target_replaces_the_one_before_unless_it_was_corrected() {
    let changes = |more: &str| {
        let first = new_target("2021-03-01", "period: 2026, value: 9", "");
        let second = new_target("2022-03-01", "period: 2026, value: 7", "");
        wells(&format!("updates:\n{first}{second}{more}"))
    };
    // The correction has no new target itself, and the check says so.
    let of_correction = |book: &Book| {
        let outcome = book.build();
        assert_eq!(outcome.places(), ["correction-leaves-out content/areas/01-trade/1.2-wells.md:9"]);
        words(&String::from_utf8_lossy(&outcome.files["items/1.2/index.html"]))
    };
    let shown = page(&changes("").as_of("2023-01-01"));
    assert!(shown.contains("changed to 9 wells for 2026, instead of 10 wells for 2026"), "{shown}");
    assert!(shown.contains("changed to 7 wells for 2026, instead of 9 wells for 2026"), "{shown}");
    assert!(shown.contains("Target for 2026: 7 wells"), "{shown}");
    let corrected = "  - {date: 2022-04-01, note: It stays., kind: correction, corrects: 1.2/2022-03-01, reason: A typing error.}\n";
    let shown = of_correction(&changes(corrected).as_of("2023-01-01"));
    assert!(shown.contains("Target for 2026: 9 wells"), "{shown}");
    assert!(!shown.contains("changed to 7 wells"), "{shown}");
    let shown = of_correction(&changes(corrected).as_of("2022-03-31"));
    assert!(shown.contains("Target for 2026: 7 wells"), "{shown}");
}

#[test]
fn an_internal_change_of_a_target_stays_out_of_the_public_site() {
    let hidden = "updates:\n  - {date: 2022-03-01, note: Changed., kind: text-amendment, reason: Dry ground., new-targets: [{indicator: wells, period: 2026, value: 777, audience: internal}]}\n";
    let book = wells(hidden).as_of("2023-01-01");
    let public = book.build();
    assert!(page(&book).contains("Target for 2026: 10 wells"), "{}", page(&book));
    for (path, bytes) in &public.files {
        assert!(!bytes.windows(3).any(|it| it == b"777") || path.ends_with(".css"), "{path}");
    }
    let internal = words(&book.internal().build().page("items/1.2/index.html"));
    assert!(internal.contains("Target for 2026: 777 wells"), "{internal}");
}
