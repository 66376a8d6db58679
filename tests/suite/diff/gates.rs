//! What may not change unsaid, and what may.

use planbook::report::ProblemReport;
use serde_json::{Value, json};

use super::{BEGUN, harbour};
use crate::book::Book;

const ITEM: &str = "content/areas/01-trade/1.2-item.md";
const UPDATE: &str = "content/updates/2021-05-01-begun.md";
const NOTHING: Vec<String> = Vec::new();

fn stopped(after: &Book) -> Vec<String> {
    after.stopped_since(&harbour())
}

#[test]
fn how_a_file_is_laid_out_is_nobodys_business() {
    let update = BEGUN.replace("Survey begun", "\"Survey  begun\"").replace("the upper", "the\nupper");
    let update = update
        .replace("status: in-progress\ndegree: substantial", "degree: substantial\nstatus: in-progress");
    let item = "---\nkind: deliverable\ntitle: Item 1.2\ntext: >\n  Survey the whole\n  river every year\ndue: '2021-12-31'\nlead:\n  - ar-trade\n---\n\nA comment.\n";
    assert_eq!(stopped(&harbour().file(UPDATE, update).file(ITEM, item)), NOTHING);
}

#[test]
fn each_value_of_an_update_counts() {
    let edits = [
        ("Survey begun", "Survey under way", 2),
        ("2021-05-01\nitems", "2021-05\nitems", 3),
        ("degree: substantial", "degree: limited", 7),
        ("by: [ar-trade]", "by: [bo-water]", 5),
        ("https://example.org/report", "https://example.org/other", 8),
        ("upper river", "lower river", 13),
    ];
    for (from, to, line) in edits {
        let after = harbour().file(UPDATE, BEGUN.replacen(from, to, 1));
        assert_eq!(stopped(&after), [format!("update-rewritten {UPDATE}:{line}")], "{from}");
    }
}

#[test]
fn what_is_gone_has_no_place_that_a_program_could_open() {
    let review = harbour().without(UPDATE).since(&harbour());
    let written = |format: &str| {
        let report = ProblemReport { problems: &review.stopped, tree: &review.tree, prefix: "plans/water/" };
        (planbook::report::format(format).unwrap().write)(&report)
    };
    for format in ["json", "github", "gitlab", "sarif"] {
        let text = written(format);
        assert!(text.contains(&format!("plans/water/{UPDATE}")), "{format}: {text}");
        assert!(!text.contains("was:") && !text.contains("was%3A"), "{format}: {text}");
    }
    let problem: Value = serde_json::from_str(&written("json")).unwrap();
    assert_eq!(problem["place"], Value::Null);
    assert_eq!(problem["related"][0]["place"]["older"], true);
    assert!(!written("github").contains("file="), "{}", written("github"));
    let quality: Value = serde_json::from_str(&written("gitlab")).unwrap();
    assert_eq!(quality[0]["location"]["path"], "plans/water/book.toml");
    let log: Value = serde_json::from_str(&written("sarif")).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "plans/water/book.toml"
    );
    // Beside a place of today, the older one is told to programs that know what it is.
    let review = harbour().file(ITEM, harbour_item("2023-12-31")).since(&harbour());
    let report = ProblemReport { problems: &review.stopped, tree: &review.tree, prefix: "" };
    let text = (planbook::report::format("json").unwrap().write)(&report);
    let problem: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!((&problem["place"]["path"], &problem["place"]["older"]), (&json!(ITEM), &Value::Null));
    assert_eq!(problem["related"][0]["place"]["path"], ITEM);
}

/// The dated item with another date.
fn harbour_item(due: &str) -> String {
    format!(
        "---\ntitle: Item 1.2\nkind: deliverable\ntext: Survey the whole river every year\ndue: {due}\nlead: [ar-trade]\n---\n"
    )
}

#[test]
fn what_only_adds_to_an_update_is_let_through() {
    for (from, to) in [
        (
            "/report\n",
            "/report\n    archived: https://example.com/copy\n  - title: Photo\n    url: https://example.org/p\n",
        ),
        ("date:", "aliases: [2021-05-begun]\ndate:"),
        ("date:", "x-our-number: 12\ndate:"),
    ] {
        assert_eq!(stopped(&harbour().file(UPDATE, BEGUN.replacen(from, to, 1))), NOTHING, "{to}");
    }
}

#[test]
fn a_correction_lets_an_edit_through_and_an_old_one_does_not() {
    let edited = BEGUN.replace("upper river", "lower river");
    let correction = "kind: correction\ncorrects: 2021-05-01-begun\nreason: It was the lower river.\n";
    let corrected = |book: Book| book.update("2021-06-01-corrected", "[\"1.2\"]", correction);
    assert_eq!(stopped(&corrected(harbour().file(UPDATE, &edited))), NOTHING);
    let again = corrected(harbour().file(UPDATE, &edited)).stopped_since(&corrected(harbour()));
    assert_eq!(again, [format!("update-rewritten {UPDATE}:13")]);
}

#[test]
fn a_deleted_update_is_told_at_its_place_before() {
    assert_eq!(stopped(&harbour().without(UPDATE)), [format!("update-rewritten was:{UPDATE}:1")]);
}

#[test]
fn an_item_may_be_named_by_its_id_or_by_any_of_its_codes() {
    let book = |code: &str, name: &str| {
        let text = format!("{BEGUN}\nSee [[{name}|the survey]] and [[{name}]].\n");
        let short = "updates:\n  - date: 2022-01-01\n    note: After [[CODE]].\n".replace("CODE", name);
        harbour()
            .item("1.3", &format!("code: {code}\n"))
            .item("1.4", &format!("depends-on: [{name}]\nrelated: {name}\n{short}"))
            .update("2022-03-01-more", &format!("[{name}, \"1.2\"]"), "")
            .file(UPDATE, &text)
    };
    let before = book("SU-01", "SU-01");
    // In another case, by the id, by the code that the item has now.
    for (code, name) in [("SU-01", "su-01"), ("SU-01", "1.3"), ("SU-02", "SU-02"), ("SU 7", "su  7")] {
        let after = book(code, name);
        assert_eq!(after.stopped_since(&before), NOTHING, "{code} {name}");
        let facts: Vec<String> = after.since(&before).changes.facts.into_iter().map(|it| it.key).collect();
        let expected: &[&str] = if code == "SU-01" { &[] } else { &["code"] };
        assert_eq!(facts, expected, "{code} {name}");
    }
    // Another item is another item.
    let other = book("SU-02", "1.1").stopped_since(&before);
    assert_eq!(other.len(), 3, "{other:?}");
}

#[test]
fn a_planned_meeting_may_come_to_pass() {
    let meeting = |front_matter: &str| harbour().update("2022-02-01-talks", "[\"1.1\"]", front_matter);
    let before = meeting("kind: meeting\nmeeting: planned\n");
    let held = meeting("kind: meeting\nmeeting: held\nby: [ar-trade]\n");
    assert_eq!(held.stopped_since(&before), NOTHING);
    let moved = meeting("kind: meeting\nmeeting: planned\nby: [bo-water]\n");
    assert_eq!(moved.stopped_since(&before), ["update-rewritten content/updates/2022-02-01-talks.md:7"]);
}

#[test]
fn short_updates_keep_their_names_when_another_of_the_day_comes_before_them() {
    let item = |updates: &str| harbour().item("1.3", &format!("updates:\n{updates}"));
    let first = "  - date: 2022-01-01\n    note: The ship came.\n";
    let second = "  - date: 2022-01-01\n    note: The ship left.\n";
    let before = item(second);
    let after = item(&format!("{first}{second}"));
    // The ids of the two change places, so links to the older one would lead to the new one.
    assert_eq!(after.stopped_since(&before), ["id-vanished content/areas/01-trade/1.3-item.md:7"]);
    assert_eq!(after.since(&before).changes.added.len(), 1);
    let edited = item("  - date: 2022-01-01\n    note: The ship sank.\n");
    assert_eq!(edited.stopped_since(&before), ["update-rewritten content/areas/01-trade/1.3-item.md:6"]);
    assert_eq!(
        item("")
            .file("content/areas/01-trade/1.3-item.md", "---\ntitle: Item 1.3\nkind: deliverable\n---\n")
            .stopped_since(&before),
        ["update-rewritten was:content/areas/01-trade/1.3-item.md:5"]
    );
}

#[test]
fn numbers_that_are_passed_on_are_seen_through() {
    let words = |id: &str, text: &str| (id.to_owned(), format!("text: {text}\n"));
    let book =
        |items: [(String, String); 2]| items.iter().fold(Book::new(), |book, (id, text)| book.item(id, text));
    let before = book([words("1.2", "Survey the river"), words("1.3", "Mark the channel")]);
    let after = book([words("1.3", "Survey the river"), words("1.4", "Mark the channel")]);
    let messages: Vec<String> = after.since(&before).stopped.into_iter().map(|it| it.message).collect();
    assert!(messages.iter().any(|it| it == "item 1.3 now has the text of item 1.2"), "{messages:?}");
}

#[test]
fn an_alias_keeps_an_id_alive() {
    let renamed = |front_matter: &str| {
        let text = format!(
            "---\ntitle: Item 1.9\nkind: deliverable\n{front_matter}text: Survey the whole river every year\ndue: 2021-12-31\nlead: [ar-trade]\n---\n"
        );
        harbour()
            .without(ITEM)
            .file("content/areas/01-trade/1.9-item.md", text)
            .file(UPDATE, BEGUN.replace("\"1.2\"", "\"1.9\""))
    };
    // An update names its item by the number that it has now.
    let kept = renamed("aliases: [\"1.2\"]\n").since(&harbour());
    let codes: Vec<&str> = kept.stopped.iter().map(|it| it.code.name).collect();
    assert_eq!(codes, Vec::<&str>::new());
    assert_eq!(kept.changes.addresses.redirected.len(), 1);
    let lost = stopped(&renamed(""));
    assert!(lost.contains(&"id-vanished content/areas/01-trade/1.9-item.md:1".to_owned()), "{lost:?}");
}

#[test]
fn entries_and_blocks_that_become_public_are_stopped() {
    let file = "content/areas/01-trade/1.3-item.md";
    let item = |front_matter: &str, body: &str| {
        Book::new().file(file, format!("---\ntitle: Item\nkind: deliverable\n{front_matter}---\n\n{body}"))
    };
    let block = ":::internal\nThe price is 12 million.\n:::\n";
    let role = "lead:\n  - agency: ar-trade\n    audience: internal\n";
    let before = item(role, block);
    assert_eq!(item(role, block).stopped_since(&before), NOTHING);
    assert_eq!(item("lead: [ar-trade]\n", block).stopped_since(&before), [format!("made-public {file}:4")]);
    assert_eq!(
        item(role, "The price is 12 million.\n").stopped_since(&before),
        [format!("made-public {file}:9")]
    );
    assert_eq!(item(role, "").stopped_since(&before), NOTHING);
}

#[test]
fn an_area_that_becomes_public_is_told_once() {
    let area = |audience: &str| {
        Book::new()
            .file("content/areas/01-trade/area.md", format!("---\nnumber: 1\ntitle: Trade\n{audience}---\n"))
    };
    let stopped = area("").stopped_since(&area("audience: internal\n"));
    assert_eq!(stopped, ["made-public content/areas/01-trade/area.md:1"]);
}
