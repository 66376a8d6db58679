//! Addresses of an old site: each leads to the record that had it, by a page and by a line for hosts.

use crate::book::Book;

const SITE: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://plan.example/harbour/\"\n";
const PLAN: &str =
    "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\naliases: [/start]\n---\n";

fn book(aliases: &str) -> Book {
    Book::new().item("1.2", &format!("aliases: {aliases}\n"))
}

#[test]
fn an_old_address_has_a_page_that_leads_to_the_new_one() {
    let site = book("[/node/123, /en/Actions/EC-01.html, /page.php, \"1.9\"]")
        .file("book.toml", SITE)
        .file("content/plan.md", PLAN)
        .build();
    for (path, href) in [
        ("node/123/index.html", "../../items/1.2/index.html"),
        ("en/Actions/EC-01.html", "../../items/1.2/index.html"),
        ("page.php/index.html", "../items/1.2/index.html"),
        ("items/1.9/index.html", "../../items/1.2/index.html"),
        ("start/index.html", "../index.html"),
    ] {
        let page = site.page(path);
        assert!(page.contains(&format!("content=\"0; url={href}\"")), "{path}: {page}");
    }
    let lines = String::from_utf8_lossy(&site.files["_redirects"]).into_owned();
    assert_eq!(
        lines,
        "/harbour/start /harbour/ 301\n/harbour/node/123 /harbour/items/1.2/ 301\n/harbour/en/Actions/EC-01.html /harbour/items/1.2/ 301\n/harbour/page.php /harbour/items/1.2/ 301\n"
    );
}

#[test]
fn a_site_without_old_addresses_has_no_such_file() {
    assert!(!book("[\"1.9\"]").build().files.contains_key("_redirects"));
}

#[test]
fn an_old_address_that_the_site_has_is_reported() {
    for address in [
        "/items/1.1",
        "/Items/1.1/",
        "/index.html",
        "/items/1.1/index.json/x",
        "/_headers/x",
        "/assets/style.css/a",
    ] {
        let places = book(&format!("[{address}]")).problems();
        assert_eq!(places, ["url-collision content/areas/01-trade/1.2-item.md:4"], "{address}");
    }
    let two = book("[/old]").item("1.3", "aliases: [/OLD/]\n").problems();
    assert_eq!(two.len(), 1, "{two:?}");
    assert!(two[0].starts_with("url-collision"), "{two:?}");
}

#[test]
fn what_cannot_be_the_address_of_a_page_is_reported() {
    for address in ["/", "/a?id=7", "/a#b", "/../a", "/港", "/a b", "/x.html/y"] {
        let places = book(&format!("[\"{address}\"]")).problems();
        assert_eq!(places, ["bad-id content/areas/01-trade/1.2-item.md:4"], "{address}");
    }
    let outcome = book("[\"https://old.example/node/7\"]").build();
    assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("/node/7"));
}

#[test]
fn the_old_address_of_an_internal_record_is_on_no_public_site() {
    let site = Book::new().item("1.2", "aliases: [/zz/secret]\naudience: internal\n").build();
    assert!(!site.files.keys().any(|path| path.contains("secret") || path == "_redirects"));
}

#[test]
fn the_open_data_have_the_old_addresses() {
    let data = book("[/node/123]").build();
    let text = String::from_utf8_lossy(&data.files["items/1.2/index.json"]).into_owned();
    assert!(text.contains("\"aliases\":[\"/node/123\"]"), "{text}");
}
