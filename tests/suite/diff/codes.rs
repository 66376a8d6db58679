//! A code that goes to another item takes nothing with it.

use crate::book::Book;

const NOTHING: [String; 0] = [];
const UPDATE: &str = "content/updates/2021-05-01-begun.md";

/// Two items, of which those have a code that are given one, and an update that names its items so.
fn book(codes: [&str; 2], items: &str) -> Book {
    let code = |code: &str| if code.is_empty() { String::new() } else { format!("code: {code}\n") };
    Book::new()
        .item("1.2", &code(codes[0]))
        .item("1.3", &code(codes[1]))
        .file(UPDATE, format!("---\ntitle: Begun\ndate: 2021-05-01\nitems: {items}\n---\n\nWork began.\n"))
}

#[test]
fn a_code_that_goes_to_another_item_is_stopped_where_somebody_wrote_it() {
    let before = book(["EC-01", ""], "[ec-01]");
    let moved = book(["", "EC-01"], "[ec-01]");
    let stopped = moved.since(&before).stopped;
    assert_eq!(stopped.len(), 1);
    assert_eq!(
        stopped[0].message,
        "the code EC-01 named item 1.2 and now names item 1.3, so content/updates/2021-05-01-begun.md means another item than before"
    );
    assert_eq!(moved.stopped_since(&before), ["code-moved content/areas/01-trade/1.3-item.md:4"]);
    assert_eq!(book(["", "EC-01"], "[\"1.2\"]").stopped_since(&before), NOTHING, "the id is written now");
    assert_eq!(book(["EC-09", ""], "[ec-09]").stopped_since(&before), NOTHING, "another code");
    let by_id = book(["EC-01", ""], "[\"1.2\"]");
    assert_eq!(book(["", "EC-01"], "[\"1.2\"]").stopped_since(&by_id), NOTHING, "nobody wrote the code");
}

#[test]
fn codes_that_are_swapped_are_two_reports() {
    let before = book(["EC-01", "EC-02"], "[EC-01, EC-02]");
    let swapped = book(["EC-02", "EC-01"], "[EC-01, EC-02]");
    assert_eq!(
        swapped.stopped_since(&before),
        [
            "code-moved content/areas/01-trade/1.2-item.md:4",
            "code-moved content/areas/01-trade/1.3-item.md:4"
        ]
    );
}

#[test]
fn links_and_other_keys_count_too() {
    let with = |codes: [&str; 2], keys: &str, text: &str| {
        book(codes, "[\"1.2\"]").file(
            "content/areas/01-trade/1.4-item.md",
            format!("---\ntitle: Other\nkind: deliverable\nlead: [ar-trade]\n{keys}---\n\n{text}\n"),
        )
    };
    for (keys, text) in [
        ("related: [EC-01]\n", ""),
        ("due: {text: after it, after: EC-01}\n", ""),
        ("", "See [[ec-01|the wells]]."),
        ("summary: See [[EC-01]].\n", ""),
    ] {
        let stopped = with(["", "EC-01"], keys, text).stopped_since(&with(["EC-01", ""], keys, text));
        assert_eq!(stopped, ["code-moved content/areas/01-trade/1.3-item.md:4"], "{keys}{text}");
    }
    let text = "EC-01 is not a link.";
    let stopped = with(["", "EC-01"], "", text).stopped_since(&with(["EC-01", ""], "", text));
    assert_eq!(stopped, NOTHING);
}
