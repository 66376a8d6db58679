//! What is reported of numbers, corrections and items that wait for each other, and what is left alone.

use planbook::diag::{Code, code};

use crate::book::Book;

/// The messages of one code.
fn found(book: &Book, code: Code) -> Vec<String> {
    book.checked().into_iter().filter(|it| it.code == code).map(|it| it.message).collect()
}

fn indicator(keys: &str) -> Book {
    Book::new().item("1.2", &format!("indicators:\n  - {{id: wells, title: Wells, unit: wells, {keys}}}\n"))
}

#[test]
fn a_target_on_the_wrong_side_of_the_aim_is_reported_once() {
    let of = |keys: &str| found(&indicator(keys), code::TARGET_AGAINST_AIM);
    let base = "baseline: {period: 2080, value: 5}";
    for (aim, targets, message) in [
        (
            "up",
            "{period: 2090, value: 4}",
            "the aim of `wells` is `up`, but the target 4 for 2090 is less than 5 for 2080",
        ),
        (
            "down",
            "{period: 2090, value: 5.5}",
            "the aim of `wells` is `down`, but the target 5.5 for 2090 is more than 5 for 2080",
        ),
        (
            "keep",
            "{period: 2090, value: 6}",
            "the aim of `wells` is `keep`, but the target 6 for 2090 is more than 5 for 2080",
        ),
        (
            "up",
            "{period: 2085, value: 9}, {period: 2090, value: 8}, {period: 2095, value: 7}",
            "the aim of `wells` is `up`, but the target 8 for 2090 is less than 9 for 2085",
        ),
    ] {
        assert_eq!(of(&format!("aim: {aim}, {base}, targets: [{targets}]")), [message]);
    }
    for keys in [
        format!(
            "aim: up, {base}, targets: [{{period: 2090, value: 5}}, {{period: 2091, value: 5.0}}, {{period: 2092, value: 6}}]"
        ),
        format!("aim: down, {base}, targets: [{{period: 2090, value: 5}}, {{period: 2091, value: -1}}]"),
        format!("aim: keep, {base}, targets: [{{period: 2090, value: 5.00}}]"),
        format!("{base}, targets: [{{period: 2090, value: 4}}, {{period: 2091, value: 6}}]"),
        "aim: up, targets: [{period: 2090, value: 4}]".to_owned(),
    ] {
        assert_eq!(of(&keys), [""; 0], "{keys}");
    }
}

#[test]
fn items_that_wait_for_each_other_are_reported_once_for_each_circle() {
    let of = |waits: &[(&str, &str)]| {
        let book = waits.iter().fold(Book::new(), |book, (id, keys)| book.item(id, keys));
        found(&book, code::DEPENDENCY_CYCLE)
    };
    let after = "due: {text: within a year, after: \"1.2\"}\n";
    assert_eq!(
        of(&[
            ("1.2", "depends-on: [\"1.3\"]\n"),
            ("1.3", "depends-on: [\"1.4\", \"1.1\"]\n"),
            ("1.4", after)
        ]),
        ["item 1.2 waits for 1.3, which waits for 1.4, and then for itself again: none of them can begin"]
    );
    // 1.2 leads into a circle and is in none; the other circle is one of its own.
    assert_eq!(
        of(&[
            ("1.2", "depends-on: [\"1.3\"]\n"),
            ("1.3", "depends-on: [\"1.4\"]\n"),
            ("1.4", "depends-on: [\"1.3\", \"1.5\"]\n"),
            ("1.5", "depends-on: [\"1.6\"]\n"),
            ("1.6", "depends-on: [\"1.5\"]\n"),
        ]),
        [
            "item 1.3 waits for 1.4, and then for itself again: none of them can begin",
            "item 1.5 waits for 1.6, and then for itself again: none of them can begin",
        ]
    );
    let chain =
        [("1.2", "depends-on: [\"1.3\", \"1.4\"]\n"), ("1.3", "depends-on: [\"1.4\"]\n"), ("1.4", "")];
    assert_eq!(of(&chain), [""; 0]);
    // A long circle names its first items.
    let ids: Vec<String> = (2..=40).map(|n| format!("1.{n}")).collect();
    let next = |at: usize| format!("depends-on: [\"{}\"]\n", ids[(at + 1) % ids.len()]);
    let keys: Vec<String> = (0..ids.len()).map(next).collect();
    let long: Vec<(&str, &str)> =
        ids.iter().zip(&keys).map(|(id, keys)| (id.as_str(), keys.as_str())).collect();
    let [message] = &of(&long)[..] else { panic!("one circle") };
    assert!(message.contains("which waits for 1.7, which waits for 33 more,"), "{message}");
}

const WELLS: &str =
    "indicators: [{id: wells, title: Wells, unit: wells}, {id: taps, title: Taps, unit: taps}]\n";

fn corrected(first: &str, correction: &str) -> Book {
    let update = |date: &str, keys: &str| format!("  - {{date: {date}, note: Counted., {keys}}}\n");
    let updates = update("2022-02-01", first)
        + &update(
            "2022-03-01",
            &format!("kind: correction, corrects: 1.2/2022-02-01, reason: Wrong., {correction}"),
        );
    Book::new().item("1.2", &format!("{WELLS}updates:\n{updates}"))
}

#[test]
fn a_correction_names_what_it_leaves_out_with_the_line_that_keeps_it() {
    let both = "values: [{indicator: wells, period: 2020, value: 3}, {indicator: wells, period: 2021, value: 9.50}, {indicator: taps, period: 2021, value: 1}]";
    let book = corrected(both, "values: [{indicator: wells, period: 2021, value: 8}]");
    let problems = book.checked();
    let [problem] =
        &problems.iter().filter(|it| it.code == code::CORRECTION_LEAVES_OUT).collect::<Vec<_>>()[..]
    else {
        panic!("{problems:?}")
    };
    assert_eq!(
        problem.message,
        "this correction does not repeat the value 3 of `wells` for 2020 and the value 1 of `taps` for 2021, so they count no longer"
    );
    let report = book.strict().report();
    assert!(
        report.contains("`values: [{indicator: wells, period: 2020, value: 3}, {indicator: taps, period: 2021, value: 1}]`"),
        "{report}"
    );
    // A long list is cut.
    let years: Vec<String> =
        (2001..=2009).map(|year| format!("{{indicator: wells, period: {year}, value: 1}}")).collect();
    let many = corrected(&format!("values: [{}]", years.join(", ")), "next-steps: Wait");
    let [message] = &found(&many, code::CORRECTION_LEAVES_OUT)[..] else { panic!("one report") };
    assert!(
        message.contains("for 2003, the value 1 of `wells` for 2004 and 5 more, so they count no longer"),
        "{message}"
    );
    let outlook = corrected("outlook: on-track", "next-steps: Wait");
    assert_eq!(
        found(&outlook, code::CORRECTION_LEAVES_OUT),
        ["this correction does not repeat the outlook `on-track`, so that counts no longer"]
    );
}

#[test]
fn a_correction_names_the_new_targets_that_it_leaves_out() {
    let item = "indicators:\n  - {id: wells, title: Wells, unit: wells, targets: [{period: 2090, value: 10}, {period: 2095, value: 12}]}\n";
    let corrected = |correction: &str| {
        let new = "new-targets: [{indicator: wells, period: 2090, value: 8}, {indicator: wells, period: 2096, value: 11, instead-of: 2095}]";
        let first =
            format!("  - {{date: 2022-02-01, note: Changed., kind: text-amendment, reason: Dry., {new}}}\n");
        let second = format!(
            "  - {{date: 2022-03-01, note: Again., kind: correction, corrects: 1.2/2022-02-01, reason: Wrong., {correction}}}\n"
        );
        Book::new().item("1.2", &format!("{item}updates:\n{first}{second}"))
    };
    let book = corrected("next-steps: Wait");
    assert_eq!(
        found(&book, code::CORRECTION_LEAVES_OUT),
        [
            "this correction does not repeat the new target 8 of `wells` for 2090 and the new target 11 of `wells` for 2096, so they count no longer"
        ]
    );
    let report = book.strict().report();
    let line = "`new-targets: [{indicator: wells, period: 2090, value: 8}, {indicator: wells, period: 2096, value: 11, instead-of: 2095}]`";
    assert!(report.contains(line), "{report}");
    let both = "new-targets: [{indicator: wells, period: 2090, value: 9}, {indicator: wells, period: 2096, value: 11, instead-of: 2095}]";
    assert_eq!(found(&corrected(both), code::CORRECTION_LEAVES_OUT), [""; 0]);
}

#[test]
fn a_correction_that_says_all_again_or_other_periods_is_left_alone() {
    let one = "values: [{indicator: wells, period: 2021, value: 9}]";
    for (first, correction) in [
        (one, "values: [{indicator: wells, period: 2021, value: 8}]"),
        // The period was wrong.
        (one, "values: [{indicator: wells, period: 2020, value: 9}]"),
        ("outlook: on-track", "outlook: at-risk, challenges: Rain"),
        ("outlook: on-track", "status: completed, evidence: [{title: Note, url: \"https://example.org/n\"}]"),
        ("next-steps: Wait", "next-steps: Go"),
    ] {
        assert_eq!(
            found(&corrected(first, correction), code::CORRECTION_LEAVES_OUT),
            [""; 0],
            "{correction}"
        );
    }
    // A later update gives the number of the same period.
    let again = corrected(one, "next-steps: Wait").update(
        "2023-01-01-again",
        "[\"1.2\"]",
        "values: [{indicator: wells, period: 2021, value: 9}]\n",
    );
    assert_eq!(found(&again, code::CORRECTION_LEAVES_OUT), [""; 0]);
    let alone = found(&corrected(one, "next-steps: Wait"), code::CORRECTION_LEAVES_OUT);
    assert_eq!(alone.len(), 1, "{alone:?}");
}

#[test]
fn a_meeting_that_was_announced_later_was_not_announced_on_a_day() {
    let book = Book::new().update(
        "2021-03-01-talks",
        "[\"1.1\"]",
        "kind: meeting\nmeeting: planned\nreported: 2023-01-01\n",
    );
    assert_eq!(found(&book.clone().today("2022-01-01"), code::ANNOUNCED_NOT_HELD), [""; 0]);
    assert_eq!(found(&book.clone().today("2023-02-01"), code::ANNOUNCED_NOT_HELD).len(), 1);
    // What became of it counts from the day on which it was reported.
    let held =
        book.update("2021-03-01-held", "[\"1.1\"]", "kind: meeting\nmeeting: held\nreported: 2023-06-01\n");
    assert_eq!(found(&held.clone().today("2023-02-01"), code::ANNOUNCED_NOT_HELD).len(), 1);
    assert_eq!(found(&held.today("2023-07-01"), code::ANNOUNCED_NOT_HELD), [""; 0]);
}

#[test]
fn an_item_that_continues_another_twice_stands_once_on_both_pages() {
    let edition = |book: Book, twice: &str| {
        book.file(
            "content/editions/2010/plan.md",
            "---\ntitle: Old plan\nparties: [Arland, Boria]\nadopted: 2010-01-01\n---\n",
        )
        .file("content/editions/2010/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n")
        .file(
            "content/editions/2010/areas/01-trade/1.1-talks.md",
            "---\ntitle: Hold first talks\nkind: event\ncode: A-7\n---\n",
        )
        .item("1.2", &format!("continues: [{{edition: \"2010\", item: \"1.1\"}}{twice}]\n"))
    };
    let once = edition(Book::new(), "");
    assert_eq!(found(&once, code::CONTINUES_TWICE), [""; 0]);
    // Also where the second one has another name of the item.
    for name in ["1.1", "A-7"] {
        let book = edition(Book::new(), &format!(", {{edition: \"2010\", item: \"{name}\"}}"));
        assert_eq!(
            found(&book, code::CONTINUES_TWICE),
            [format!("item 1.2 continues item {name} of edition 2010 twice")]
        );
        let (page, other) = (once.build(), book.build());
        for path in ["items/1.2/index.html", "editions/2010/items/1.1/index.html"] {
            assert_eq!(page.files[path], other.files[path], "{path}");
        }
    }
}

#[test]
fn a_new_target_that_changes_nothing_is_reported() {
    let of = |new: &str, code: Code| {
        let update = format!(
            "indicators:\n  - {{id: wells, title: Wells, unit: wells, baseline: {{period: 2020, value: 3}}, targets: [{{period: 2090, value: 10}}, {{period: 2095, value: 12}}]}}\nupdates:\n  - {{date: 2021-05-01, note: Changed., kind: text-amendment, reason: Dry., new-targets: [{{{new}}}]}}\n"
        );
        found(&Book::new().item("1.2", &update), code)
    };
    let nothing = code::TARGET_NOT_CHANGED;
    assert_eq!(
        of("indicator: wells, period: 2091, value: 8", nothing),
        ["the indicator `wells` of item 1.2 has no target for 2091 to replace"]
    );
    assert_eq!(
        of("indicator: wells, period: 2097, value: 8, instead-of: 2096", nothing),
        ["the indicator `wells` of item 1.2 has no target for 2096 to replace"]
    );
    assert_eq!(
        of("indicator: wells, period: 2090, value: 10.0", nothing),
        ["the target of `wells` of item 1.2 for 2090 is already 10.0, so this update does not change it"]
    );
    assert_eq!(of("indicator: wells, period: 2091, value: 10, instead-of: 2090", nothing), [""; 0]);
    assert_eq!(of("indicator: wells, period: 2090, value: 9", nothing), [""; 0]);
    assert_eq!(
        of("indicator: well, period: 2090, value: 9", code::UNKNOWN_INDICATOR),
        ["item 1.2 has no indicator `well`"]
    );
    assert_eq!(
        of("indicator: wells, period: 2095, value: 9, instead-of: 2090", code::PERIOD_TWICE),
        ["the indicator `wells` has two targets for 2095"]
    );
    assert_eq!(
        of("indicator: wells, period: 2019, value: 9, instead-of: 2090", code::TARGET_BEFORE_BASELINE),
        ["the target for 2019 is not after the baseline, which is of 2020"]
    );
    assert_eq!(of("indicator: wells, period: 2090, value: few", code::BAD_NUMBER).len(), 1);
    assert_eq!(of("indicator: wells, period: 2090, value: 9, instead-of: ongoing", code::BAD_DATE).len(), 1);
}

#[test]
fn two_first_targets_for_a_period_are_reported_also_where_an_update_replaced_one() {
    let twice = "indicators:\n  - {id: wells, title: Wells, unit: wells, targets: [{period: 2090, value: 4}, {period: 2090, value: 5}]}\n";
    let message = "the indicator `wells` has two targets for 2090";
    assert_eq!(found(&Book::new().item("1.2", twice), code::PERIOD_TWICE), [message]);
    let changed = Book::new().item("1.2", twice).update(
        "2021-05-01-later",
        "[\"1.2\"]",
        "kind: text-amendment\nreason: Dry.\nnew-targets: [{indicator: wells, period: 2095, value: 5, instead-of: 2090}]\n",
    );
    assert_eq!(found(&changed, code::PERIOD_TWICE), [message]);
    // Two updates may set a target for one period one after the other.
    let once = twice.replace(", {period: 2090, value: 5}", "");
    let again = |id: &str, value: u8| {
        (
            id.to_owned(),
            format!(
                "kind: text-amendment\nreason: Dry.\nnew-targets: [{{indicator: wells, period: 2090, value: {value}}}]\n"
            ),
        )
    };
    let book = [again("2021-05-01-less", 3), again("2021-06-01-more", 6)]
        .iter()
        .fold(Book::new().item("1.2", &once), |book, (id, keys)| book.update(id, "[\"1.2\"]", keys));
    assert_eq!(found(&book, code::PERIOD_TWICE), [""; 0]);
}
