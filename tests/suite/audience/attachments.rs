//! Files in folders named `files`: who sees them.

use super::{main_of, site};
use crate::book::Book;
use crate::files::{pdf, png};

fn book(text: &str) -> Book {
    Book::new()
        .file("content/areas/01-trade/files/map.png", png(1, ""))
        .file(
            "content/areas/02-x/area.md",
            "---\nnumber: 2\ntitle: X\naudience: internal\n---\nSee ![SECRET](files/secret.png).\n",
        )
        .file("content/areas/02-x/files/secret.png", png(2, "SECRET"))
        .file("content/areas/02-x/files/secret.pdf", pdf("SECRET"))
        .file("content/pages/a.md", format!("---\ntitle: A\n---\n{text}\n"))
}

const MAP: &str = "files/areas/01-trade/map.png";

#[test]
fn a_file_is_published_when_a_published_text_refers_to_it() {
    let public = site(&book("![The map](../areas/01-trade/files/map.png)"));
    assert_eq!(public.files[MAP], png(1, ""));
    let public = site(&book("Nothing."));
    assert!(!public.files.keys().any(|path| path.starts_with("files/")));
}

#[test]
fn a_file_of_internal_texts_is_not_published() {
    for text in [
        ":::internal\n![The map](../areas/01-trade/files/map.png)\n:::",
        ":::internal\n[The map](../areas/01-trade/files/map.png)\n:::",
    ] {
        let book = book(text);
        assert!(!site(&book).files.contains_key(MAP), "{text}");
        assert!(site(&book.internal()).files.contains_key(MAP), "{text}");
    }
    let secret = "---\ntitle: B\naudience: internal\n---\n![The map](../areas/01-trade/files/map.png)\n";
    let book = book("Nothing.").file("content/pages/b.md", secret);
    assert!(!site(&book).files.contains_key(MAP));
    assert!(site(&book.internal()).files.contains_key(MAP));
}

#[test]
fn a_file_of_both_kinds_of_texts_is_published() {
    let text = "[The map](../areas/01-trade/files/map.png)\n\n:::internal\n![It](../areas/01-trade/files/map.png)\n:::";
    assert!(site(&book(text)).files.contains_key(MAP));
}

#[test]
fn files_of_an_internal_area_are_closed_to_every_public_text() {
    let book =
        book("[The paper](../areas/02-x/files/secret.pdf) and ![the place](../areas/02-x/files/secret.png)");
    let problems = book.problems();
    let told = problems.iter().filter(|place| place.starts_with("link-to-internal content/pages/a.md"));
    assert!(told.count() >= 1, "{problems:?}");
    let public = site(&book);
    assert!(!public.files.keys().any(|path| path.starts_with("files/")));
    assert!(!public.knows("SECRET") && !public.knows("02-x"));
    assert!(main_of(&public.html("a/index.html")).contains("<p>The paper and the place</p>"));
    assert!(site(&book.internal()).files.contains_key("files/areas/02-x/secret.pdf"));
}

#[test]
fn files_of_an_internal_area_of_another_edition_are_internal() {
    let area = "---\nnumber: 1\ntitle: A\naudience: internal\n---\n";
    let book = Book::new()
        .file(
            "content/editions/2016/plan.md",
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file("content/editions/2016/areas/01-a/area.md", area)
        .file("content/editions/2016/areas/02-b/area.md", "---\nnumber: 2\ntitle: B\n---\n")
        .file("content/editions/2016/areas/01-a/files/secret.png", png(1, "SECRET"))
        .file(
            "content/pages/a.md",
            "---\ntitle: A\n---\n![It](../editions/2016/areas/01-a/files/secret.png)\n",
        );
    let paths = |book: &Book| site(book).files.keys().any(|path| path.starts_with("files/"));
    assert!(!paths(&book));
    assert!(paths(&book.internal()));
}
