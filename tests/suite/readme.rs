//! The small book that the README shows is one that works.

use crate::book::{Book, words};

#[test]
fn the_book_of_the_readme_builds() {
    let readme = include_str!("../../README.md");
    let mut book = Book::empty();
    let mut files = 0;
    for part in readme.split("\n`harbour/").skip(1) {
        // A file's name stands on a line of its own; other mentions of the folder do not.
        let Some((path, rest)) = part.split_once('`').filter(|(_, rest)| rest.starts_with("\n\n```")) else {
            continue;
        };
        let text =
            rest.split_once("```").unwrap().1.split_once('\n').unwrap().1.split_once("\n```").unwrap().0;
        book = book.file(path, format!("{text}\n"));
        files += 1;
    }
    assert_eq!(files, 5);
    let page = words(&book.today("2026-11-24").build().page("items/1.1/index.html"));
    assert!(page.contains("The contract was signed.") && page.contains("In progress"), "{page}");
}
