//! What a check says about audiences, and the audience of what has no mark.

use super::{assert_internal, site};
use crate::book::Book;

const EVIDENCE: &str = "title: Minutes, url: \"https://a.example/\"";
const PLAN: &str = "---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\n";

fn errors(book: &Book) -> Vec<String> {
    let outcome = book.build();
    let error = |severity| severity == planbook::diag::Severity::Error;
    let errors = outcome.diagnostics.iter().filter(|problem| error(problem.severity));
    errors.map(|problem| problem.code.name.to_owned()).collect()
}

#[test]
fn an_update_that_bears_only_on_internal_things_is_left_out_and_told() {
    let book = Book::new()
        .item("1.2", "audience: internal\n")
        .file("content/areas/02-x/area.md", "---\nnumber: 2\ntitle: X\naudience: internal\n---\n")
        .update("2021-01-01-secret", "[\"1.2\"]", "areas: [\"2\"]\n")
        .update("2021-01-02-entry", "[{value: \"1.1\", audience: internal}]", "")
        .update("2021-01-03-open", "[\"1.2\", \"1.1\"]", "");
    let problems = book.problems();
    let left_out: Vec<&String> =
        problems.iter().filter(|place| place.starts_with("update-of-internal")).collect();
    assert_eq!(left_out.len(), 2, "{problems:?}");
    assert!(left_out[0].contains("2021-01-01-secret.md") && left_out[1].contains("2021-01-02-entry.md"));
    let public = site(&book);
    assert!(!public.knows("2021-01-01-secret") && !public.knows("2021-01-02-entry"));
    assert!(public.knows("2021-01-03-open"));
    assert!(site(&book.internal()).knows("2021-01-01-secret"));
}

#[test]
fn public_within_internal_stays_internal_and_is_told() {
    let book = Book::new()
        .item("1.2", "audience: internal\n")
        .item("1.2.a", "audience: public\nsummary: SECRET\n")
        .item("1.3", "audience: internal\nupdates: [{date: 2021-01-01, note: SECRET, audience: public}]\n");
    let problems = book.problems();
    let told: Vec<&String> =
        problems.iter().filter(|place| place.starts_with("public-in-internal")).collect();
    assert_eq!(told.len(), 2, "{problems:?}");
    assert!(told[0].contains("1.2.a-item.md") && told[1].contains("1.3-item.md"), "{told:?}");
    assert_internal(book, "SECRET");
}

#[test]
fn a_book_that_is_internal_as_a_whole_has_no_public_site() {
    let book = Book::new().file("content/plan.md", format!("{PLAN}audience: internal\n---\n"));
    assert_eq!(errors(&book), ["nothing-to-publish"]);
    assert!(book.build().files.is_empty());
    assert!(site(&book.internal()).files.contains_key("index.html"));
}

#[test]
fn internal_evidence_proves_nothing_to_the_public() {
    let entry = format!("evidence: [{{{EVIDENCE}, audience: internal}}]\n");
    let book = Book::new().update("2021-01-01-x", "[\"1.1\"]", &format!("status: completed\n{entry}"));
    assert_eq!(errors(&book), ["completed-without-evidence"]);
    let both = format!("evidence: [{{{EVIDENCE}}}, {{{EVIDENCE}, audience: internal}}]\n");
    let book = Book::new().update("2021-01-01-x", "[\"1.1\"]", &format!("status: completed\n{both}"));
    assert_eq!(errors(&book), Vec::<String>::new());
    let secret = format!("status: completed\naudience: internal\n{entry}");
    let book = Book::new().update("2021-01-01-x", "[\"1.1\"]", &secret);
    assert_eq!(errors(&book), Vec::<String>::new());
}

#[test]
fn a_misspelt_audience_is_an_error_and_never_public() {
    let book = Book::new().item("1.2", "audience: intern\n");
    assert_eq!(errors(&book), ["unknown-value"]);
    let settings = "[book]\ntitle = \"B\"\n[audience]\ndefault = \"intern\"\n";
    assert_eq!(Book::new().file("book.toml", settings).problems(), ["unknown-value book.toml:4"]);
}

/// A book in which what has no mark is internal.
fn closed_book() -> Book {
    Book::new()
        .file("book.toml", "[book]\ntitle = \"B\"\n[audience]\ndefault = \"internal\"\n")
        .file("content/plan.md", format!("{PLAN}audience: public\n---\nFor all.\n"))
        .file("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\naudience: public\n---\n")
}

#[test]
fn what_has_no_mark_is_as_the_book_says() {
    let book = closed_book()
        .item("1.2", "audience: public\nlead: [ar-trade]\nindicators: [One for all]\n")
        .item("1.3", "summary: SECRET\n")
        .update("2021-01-01-secret", "[\"1.2\"]", "summary: SECRET\n")
        .update("2021-01-02-open", "[\"1.2\"]", "audience: public\n");
    let public = assert_internal(book, "SECRET");
    let page = public.item("1.2");
    assert!(page.contains("One for all") && page.contains("2021-01-02-open"), "{page}");
    assert!(!page.contains("Ministry of Trade"), "{page}");
    let items: Vec<&String> = public.files.keys().filter(|path| path.starts_with("items/1.")).collect();
    assert_eq!(items, ["items/1.2/index.html", "items/1.2/index.json"]);
}

#[test]
fn a_book_without_a_word_about_its_plan_is_closed_when_its_default_is() {
    let book = closed_book().file("content/plan.md", format!("{PLAN}---\n"));
    assert_eq!(errors(&book), ["nothing-to-publish"]);
}

#[test]
fn an_item_of_an_area_without_a_mark_is_closed_when_the_default_is() {
    let book = closed_book()
        .file("content/areas/02-x/area.md", "---\nnumber: 2\ntitle: SECRET\n---\n")
        .file("content/areas/02-x/2.1-x.md", "---\ntitle: SECRET\nkind: event\naudience: public\n---\n");
    assert_internal(book, "SECRET");
}

#[test]
fn each_page_of_the_internal_site_says_what_it_is() {
    let internal = site(&Book::new().item("1.2", "audience: internal\n").internal());
    for (path, bytes) in internal.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(page.contains("Internal: not for publication"), "{path}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    }
    let headers = internal.html("_headers");
    assert!(headers.contains("X-Robots-Tag: noindex"), "{headers}");
    let public = site(&Book::new());
    assert!(!public.knows("not for publication") && !public.html("_headers").contains("X-Robots-Tag"));
}

#[test]
fn the_internal_robots_txt_is_empty_unless_the_book_has_words_for_it() {
    assert_eq!(site(&Book::new().internal()).files["robots.txt"], b"");
    let settings = "[book]\ntitle = \"B\"\n[audience]\nrobots = \"User-agent: *\\nDisallow: /\\n\"\n";
    let book = Book::new().file("book.toml", settings);
    assert_eq!(site(&book.internal()).files["robots.txt"], b"User-agent: *\nDisallow: /\n");
}
