//! The plan of `benches/`: it is right, and has what it is to measure.

#[path = "../../benches/synthetic/mod.rs"]
mod synthetic;

use crate::book::Book;

#[test]
fn the_plan_that_is_measured_has_what_costs_time() {
    let files = synthetic::plan(240);
    let book = files.iter().fold(Book::empty(), |book, (path, text)| book.file(path, text));
    let public = book.build();
    assert_eq!(public.places(), Vec::<String>::new());
    for path in [
        "areas/1/atom.xml",
        "forums/forum-7/feed.json",
        "items/1.1.a/index.html",
        "updates/2020-01-01-meeting-0/index.html",
        "updates/2024-02-01-correction-0/index.html",
    ] {
        assert!(public.files.contains_key(path), "{path}");
    }
    assert!(public.page("forums/forum-0/index.html").contains("Meeting 8 of forum 0"));
    let hidden = "items/1.22/index.html";
    assert!(!public.files.contains_key(hidden));
    let internal = book.internal().build();
    assert_eq!(internal.places(), Vec::<String>::new());
    assert!(internal.page(hidden).contains("Internal item 0"));
}
