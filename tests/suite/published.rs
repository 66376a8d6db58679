//! What one audience may see on one day.

use crate::book::{Book, words};

/// A book with internal records of every kind that can be.
fn with_secrets(book: Book) -> Book {
    book.item("1.7", "audience: internal\n")
        .item("1.7.a", "")
        .file("content/agencies/zz-secret.md", "---\nname: SECRET agency\naudience: internal\n---\n")
        .file("content/forums/zz-secret-forum.md", "---\nname: SECRET forum\naudience: internal\n---\n")
        .file(
            "content/sources/zz-secret-source.md",
            "---\ntitle: SECRET source\ndate: 2021\naudience: internal\n---\n",
        )
        .file(
            "content/pages/zz-secret-page.md",
            "---\ntitle: SECRET page\norder: 1\naudience: internal\n---\n",
        )
        .update("2021-03-01-secret", "[\"1.1\"]", "audience: internal\nstatus: in-progress\n")
        .update("2021-03-02-only-secret-items", "[\"1.7\"]", "audience: internal\n")
        .file(
            "content/areas/09-secret/area.md",
            "---\nnumber: 9\ntitle: SECRET area\naudience: internal\n---\n",
        )
        .file("content/areas/09-secret/9.1-x.md", "---\ntitle: SECRET item\nkind: event\n---\n")
}

#[test]
fn the_public_site_is_that_of_a_book_without_internal_records() {
    let book = || {
        Book::new()
            .file(
                "content/editions/2016/plan.md",
                "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
            )
            .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: A\n---\n")
            .file("content/editions/2016/areas/01-a/1.2-old.md", "---\ntitle: Old\nkind: event\n---\n")
    };
    let plain = book().build();
    let secret = with_secrets(book()).build();
    assert_eq!(secret.places(), Vec::<String>::new());
    assert!(plain.files == secret.files);
}

#[test]
fn the_internal_site_has_them_and_says_what_it_is() {
    let outcome = with_secrets(Book::new()).internal().build();
    let page = outcome.page("items/1.7/index.html");
    assert!(words(&page).contains("Internal: not for publication"), "{page}");
    assert!(page.contains("noindex"), "{page}");
    assert_eq!(outcome.files["robots.txt"], b"");
}

#[test]
fn what_had_not_happened_by_the_day_is_not_there() {
    let book =
        Book::new().update("2021-03-01-first", "[\"1.1\"]", "").update("2022-03-01-second", "[\"1.1\"]", "");
    let outcome = book.as_of("2021-12-31").build();
    assert!(outcome.files.contains_key("updates/2021-03-01-first/index.html"));
    assert!(!outcome.files.keys().any(|path| path.contains("second")));
    assert!(!outcome.files.contains_key("updates/2022/index.html"));
}
