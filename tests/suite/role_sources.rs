//! The page of a source says of whom it says that they are responsible.

use crate::book::{Book, words};

const SOURCE: &str = "---\ntitle: Decree 7\ndate: 2021-01-01\n---\n";

fn book() -> Book {
    Book::new()
        .file("content/sources/decree.md", SOURCE)
        .file("content/sources/other.md", "---\ntitle: Other\ndate: 2021-01-01\n---\n")
        .file("content/agencies/bo-water.md", "---\nname: Water Board\nparty: Boria\n---\n")
        .item("1.2", "lead: [{agency: bo-water, basis: later, source: decree}, {agency: ar-trade, basis: later, source: other}]\n")
        .item("1.3", "supporting: [{agency: bo-water, basis: later, source: decree, role: counts}]\n")
        .item("1.4", "lead: [bo-water]\n")
}

#[test]
fn a_source_lists_the_roles_that_it_gives() {
    let html = book().page("sources/decree/index.html");
    let page = words(&html);
    assert!(page.contains("Responsible according to this source"), "{page}");
    assert!(page.contains("1.2 Item 1.2: Water Board (Lead)"), "{page}");
    assert!(page.contains("1.3 Item 1.3: Water Board (Supporting)"), "{page}");
    assert!(!page.contains("Item 1.4") && !page.contains("Ministry of Trade"), "{page}");
    assert!(html.contains("../../items/1.2/index.html"), "{html}");
}

#[test]
fn an_area_is_listed_and_what_has_its_lead_from_above_is_not() {
    let area =
        "---\nnumber: 1\ntitle: Trade\nlead: [{agency: bo-water, basis: later, source: decree}]\n---\n";
    let book = Book::new()
        .file("content/sources/decree.md", SOURCE)
        .file("content/agencies/bo-water.md", "---\nname: Water Board\nparty: Boria\n---\n")
        .file("content/areas/01-trade/area.md", area)
        .item("1.2", "");
    let page = words(&book.page("sources/decree/index.html"));
    assert!(page.contains("1 Trade: Water Board (Lead)") && !page.contains("Item 1.2"), "{page}");
}

#[test]
fn an_internal_role_is_on_no_public_page() {
    let hidden = "lead: [{agency: bo-water, basis: later, source: decree, audience: internal}]\n";
    let book = Book::new()
        .file("content/sources/decree.md", SOURCE)
        .file("content/agencies/bo-water.md", "---\nname: Water Board\n---\n")
        .item("1.2", hidden);
    let page = "sources/decree/index.html";
    assert!(!book.page(page).contains("Water Board"));
    assert!(words(&book.internal().page(page)).contains("1.2 Item 1.2: Water Board (Lead)"));
}

#[test]
fn a_long_list_has_pages_of_its_own() {
    let role = "lead: [{agency: bo-water, basis: later, source: decree}]\n";
    let settings = "[book]\ntitle = \"Harbour plan\"\n[lists]\npage-size = 10\n";
    let book =
        (2..=30).fold(book().file("book.toml", settings), |book, n| book.item(&format!("1.{n}"), role));
    let site = book.build();
    let page = site.page("sources/decree/index.html");
    assert!(page.contains("roles/index.html\">"), "{page}");
    let list = words(&site.page("sources/decree/roles/index.html"));
    assert!(list.contains("Item 1.2") && list.contains("Item 1.11"), "{list}");
}

#[test]
fn a_wrong_basis_is_one_mistake() {
    let of = |keys: &str| {
        let lead = format!("lead: [{{agency: bo-water, since: 2024, source: decree, {keys}}}]\n");
        book().item("1.2", &lead).item("1.3", "lead: [ar-trade]\n").problems()
    };
    let at = |code: &str| vec![format!("{code} content/areas/01-trade/1.2-item.md:4")];
    assert_eq!(of("basis: latr"), at("unknown-value"));
    assert_eq!(of("basis: [later]"), at("wrong-type"));
    assert_eq!(of("basis: stated"), at("misplaced-qualifier"));
    assert_eq!(of("role: counts"), at("misplaced-qualifier"));
}
