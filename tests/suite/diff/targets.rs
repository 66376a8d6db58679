//! Targets of indicators: who edits one must say so exactly, and `new-targets` of an update are a part of what it says.

use crate::book::Book;

const ITEM: &str = "content/areas/01-trade/1.2-wells.md";
const UPDATE: &str = "content/updates/2021-05-01-drier.md";
const NOTHING: Vec<String> = Vec::new();

/// A book in which an item has an indicator with these targets.
fn wells(targets: &str) -> Book {
    let indicator = format!("{{id: wells, title: Wells in use, unit: wells, targets: [{targets}]}}");
    Book::new().file(
        ITEM,
        format!("---\ntitle: Wells\nkind: deliverable\ncode: EC-01\nindicators:\n  - {indicator}\n---\n"),
    )
}

/// An update that changes the plan.
fn update(book: Book, path: &str, keys: &str) -> Book {
    let date = path.rsplit('/').next().unwrap().get(..10).unwrap();
    book.file(
        path,
        format!(
            "---\ntitle: Drier\ndate: {date}\nitems: [EC-01]\nkind: text-amendment\nreason: Dry ground.\n{keys}---\n"
        ),
    )
}

fn new_target(target: &str) -> String {
    format!("new-targets: [{{indicator: wells, {target}}}]\n")
}

const TEN: &str = "{period: 2025, value: 10}";

fn stopped(after: &Book) -> Vec<String> {
    after.stopped_since(&wells(TEN))
}

fn says(after: &Book, before: &Book) -> Vec<String> {
    after.since(before).stopped.iter().map(|problem| problem.message.clone()).collect()
}

#[test]
fn a_target_stays_and_an_update_changes_it() {
    let after = update(wells(TEN), UPDATE, &new_target("period: 2027, value: 8, instead-of: 2025"));
    assert_eq!(stopped(&after), NOTHING);
    assert_eq!(stopped(&wells(&format!("{TEN}, {{period: 2030, value: 20}}"))), NOTHING, "one more");
    assert_eq!(stopped(&wells("{period: \"2025\", value: 10.0}")), NOTHING, "written in another way");
}

#[test]
fn an_edit_is_explained_by_the_update_that_makes_exactly_this_step() {
    let eight = || wells("{period: 2025, value: 8}");
    let place = format!("target-changed-without-explanation {ITEM}:6");
    let cases = [
        // An amendment that does not say which target.
        ("", false),
        ("period: 2025, value: 8", true),
        ("period: 2025, value: 8.0", true),
        ("period: 2025-01/2025-12, value: 8", true),
        ("period: 2025, value: 9", false),
        ("period: 2026, value: 8, instead-of: 2025", false),
        ("period: 2025, value: 8, instead-of: 2024", false),
    ];
    for (target, explained) in cases {
        let keys = if target.is_empty() { String::new() } else { new_target(target) };
        let after = update(eight(), UPDATE, &keys);
        let expected = if explained { NOTHING } else { vec![place.clone()] };
        assert_eq!(stopped(&after), expected, "{target}");
    }
    assert_eq!(stopped(&eight()), [place.as_str()]);
    assert_eq!(
        says(&eight(), &wells(TEN)),
        [
            "the target of indicator `wells` of item 1.2 (EC-01) for 2025 was 10 and is now 8, but no update explains the change"
        ]
    );
    let other = update(eight(), UPDATE, &new_target("period: 2025, value: 9"));
    assert_eq!(
        says(&other, &wells(TEN)),
        [
            "the target of indicator `wells` of item 1.2 (EC-01) for 2025 was 10 and is now 8, but the update 2021-05-01-drier does not explain that: it sets the target 9 for 2025"
        ]
    );
}

#[test]
fn a_target_that_is_for_another_period_is_known_by_the_update() {
    let later = || wells("{period: 2027, value: 8}");
    let moves = |target: &str| stopped(&update(later(), UPDATE, &new_target(target)));
    assert_eq!(moves("period: 2027, value: 8, instead-of: 2025"), NOTHING);
    assert_eq!(moves("period: 2027, value: 9, instead-of: 2025").len(), 1);
    assert_eq!(moves("period: 2027, value: 8").len(), 1, "it replaces another");
    assert_eq!(stopped(&later()).len(), 1, "the target of 2027 is new, that of 2025 was removed");
    assert_eq!(stopped(&update(later(), UPDATE, "")).len(), 1);
    // What was removed no update explains, as with due dates.
    assert_eq!(stopped(&update(wells(""), UPDATE, "")).len(), 1);
    let both = wells("{period: 2025, value: 10}, {period: 2030, value: 20}");
    let removed = update(wells(TEN), UPDATE, &new_target("period: 2025, value: 20, instead-of: 2030"));
    assert_eq!(removed.stopped_since(&both).len(), 1, "it leads to a target that is not there");
}

#[test]
fn an_update_that_was_there_or_was_corrected_explains_nothing() {
    let sets = new_target("period: 2025, value: 8");
    let before = update(wells(TEN), UPDATE, &sets);
    let after = update(wells("{period: 2025, value: 8}"), UPDATE, &sets);
    assert_eq!(after.stopped_since(&before).len(), 1, "the update is not new, and the target did not hold");
    let corrected = after.file(
        "content/updates/2021-06-01-again.md",
        "---\ntitle: Again\ndate: 2021-06-01\nitems: [EC-01]\nkind: correction\ncorrects: 2021-05-01-drier\nreason: A typing error.\n---\n",
    );
    assert_eq!(stopped(&corrected).len(), 1);
    // Another target held by then: a later one leads from that.
    let next = update(
        update(wells("{period: 2025, value: 7}"), UPDATE, &sets),
        "content/updates/2021-07-01-next.md",
        &new_target("period: 2025, value: 7"),
    );
    assert_eq!(next.stopped_since(&before).len(), 1);
}

#[test]
fn what_updates_have_no_key_for_an_amendment_explains() {
    let item = |keys: &str| {
        Book::new().file(
            ITEM,
            format!("---\ntitle: Wells\nkind: deliverable\ncode: EC-01\nindicators: [{keys}]\n---\n"),
        )
    };
    let before = item(
        "{id: wells, title: Wells, unit: wells, baseline: {period: 2020, value: 3}, targets: [{period: 2025, value: 10}]}",
    );
    let edits = [
        "{id: wells, title: Wells, unit: pumps, baseline: {period: 2020, value: 3}, targets: [{period: 2025, value: 10}]}",
        "{id: wells, title: Wells, unit: wells, baseline: {period: 2020, value: 5}, targets: [{period: 2025, value: 10}]}",
        "{id: wells, title: Wells, unit: wells, targets: [{period: 2025, value: 10}]}",
        "Wells are counted",
    ];
    for edit in edits {
        let after = item(edit);
        assert_eq!(after.stopped_since(&before).len(), 1, "{edit}");
        assert_eq!(update(after, UPDATE, "").stopped_since(&before), NOTHING, "{edit}");
    }
}

#[test]
fn new_targets_are_a_part_of_what_an_update_said() {
    let sets = new_target("period: 2025, value: 8");
    let (with, without) = (update(wells(TEN), UPDATE, &sets), update(wells(TEN), UPDATE, ""));
    let other = update(wells(TEN), UPDATE, &new_target("period: 2025, value: 7"));
    let rewritten = |line: usize| vec![format!("update-rewritten {UPDATE}:{line}")];
    assert_eq!(with.stopped_since(&without), rewritten(7), "added");
    assert_eq!(without.stopped_since(&with), rewritten(1), "removed");
    assert_eq!(other.stopped_since(&with), rewritten(7), "another number");
    let alike =
        update(wells(TEN), UPDATE, "new-targets:\n  - period: 2025\n    indicator: wells\n    value: 8\n");
    assert_eq!(alike.stopped_since(&with), NOTHING);
}

/// The lines of a target: from, to, and the update that is named.
fn lines(after: &Book, before: &Book) -> Vec<[Option<String>; 4]> {
    let changes = after.since(before).changes.indicators;
    let targets = changes.into_iter().filter(|change| change.what == "target");
    targets.map(|change| [change.period, change.from, change.to, change.update]).collect()
}

fn some(texts: [&str; 4]) -> [Option<String>; 4] {
    texts.map(|text| (!text.is_empty()).then(|| text.to_owned()))
}

#[test]
fn the_change_of_a_target_is_listed_with_its_update() {
    let plain = wells(TEN);
    let lower = update(wells(TEN), UPDATE, &new_target("period: 2025, value: 8"));
    let id = "2021-05-01-drier";
    assert_eq!(lines(&lower, &plain), [some(["2025", "10", "8", id])], "added");
    assert_eq!(lines(&plain, &lower), [some(["2025", "8", "10", ""])], "removed");
    assert_eq!(lines(&update(wells(TEN), UPDATE, ""), &plain), [] as [[Option<String>; 4]; 0], "missing");
    let other = update(wells(TEN), UPDATE, &new_target("period: 2025, value: 7"));
    assert_eq!(lines(&other, &lower), [some(["2025", "8", "7", id])], "edited");
    let moved = update(wells(TEN), UPDATE, &new_target("period: 2027, value: 8, instead-of: 2025"));
    assert_eq!(
        lines(&moved, &plain),
        [some(["2025", "10", "", id]), some(["2027", "", "8", id])],
        "for another period"
    );
    let same = update(wells(TEN), UPDATE, &new_target("period: 2025, value: 10"));
    assert_eq!(lines(&same, &plain), [] as [[Option<String>; 4]; 0], "it changes nothing");
    let of_none = update(wells(TEN), UPDATE, &new_target("period: 2099, value: 10"));
    assert_eq!(lines(&of_none, &plain), [] as [[Option<String>; 4]; 0], "it replaces none");
}
