//! Two things that happened to a public tracker of promises, with invented names: both are stopped.

use super::harbour;
use crate::book::Book;

const ITEM: &str = "content/areas/01-trade/1.2-item.md";

#[test]
fn a_deadline_that_is_changed_after_it_has_passed_is_stopped() {
    let after =
        harbour().item("1.2", "text: Survey the whole river every year\ndue: 2025-12-31\nlead: [ar-trade]\n");
    let review = after.since(&harbour());
    let [stopped] = review.stopped.as_slice() else { panic!("{:?}", review.stopped) };
    assert_eq!(stopped.code.name, "due-changed-without-date-change");
    assert_eq!(
        stopped.message,
        "the due date of item 1.2 was 2021-12-31, which has passed, and is now 2025-12-31, but no update explains the change"
    );
    assert_eq!(after.stopped_since(&harbour()), [format!("due-changed-without-date-change {ITEM}:5")]);
    // The place before is shown beside it.
    let label = &stopped.labels[0];
    assert_eq!(review.tree.path(label.span.file), format!("was:{ITEM}"));
    assert_eq!(&review.tree.text(label.span.file).unwrap()[label.span.range()], "2021-12-31");
}

/// A promise reworded among many other edits, of which none is wrong.
fn big_update(book: Book) -> Book {
    (0..30).fold(book, |book, at| {
        book.update(&format!("2022-01-{:02}-news", at + 1), "[\"1.1\"]", "status: continuing\n")
            .item(&format!("1.{}", at + 10), "")
    })
}

#[test]
fn a_promise_that_is_reworded_in_a_big_update_is_stopped() {
    let after = big_update(harbour())
        .item("1.2", "text: Consider a survey of the river\ndue: 2021-12-31\nlead: [ar-trade]\n");
    assert_eq!(after.stopped_since(&harbour()), [format!("text-changed-without-amendment {ITEM}:4")]);
    assert_eq!(big_update(harbour()).stopped_since(&harbour()), Vec::<String>::new());
}
