//! The plan in `tests/everything` uses every feature once: it builds clean, and what it means to show is shown.

use std::path::Path;
use std::sync::LazyLock;

use crate::book::{Book, Outcome, words};

fn book() -> Book {
    Book::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything"))
}

static SITE: LazyLock<Outcome> = LazyLock::new(|| book().build());

fn page(path: &str) -> String {
    SITE.page(path)
}

fn item(id: &str) -> String {
    words(&page(&format!("items/{id}/index.html")))
}

#[test]
fn every_status_is_reached_by_an_item() {
    for (id, shown) in [
        ("1.1", "Completed"),
        ("1.2", "Continuing"),
        ("1.5", "Not started"),
        ("1.7", "In progress"),
        ("1.9", "On hold"),
        ("2.2", "withdrawn"),
        ("1.6.b", "superseded"),
        ("2.3", "carried forward"),
        ("1.7.b", "merged into another item"),
        ("2.4", "lapsed"),
        ("2.6", "No public information found"),
    ] {
        assert!(item(id).contains(shown), "{id} does not show {shown}: {}", item(id));
    }
}

#[test]
fn every_state_of_schedule_and_freshness_is_reached() {
    for (id, shown) in [
        ("1.1", "Done on time"),
        ("2.8", "days late"),
        ("1.9", "Overdue since"),
        ("2.6", "Due soon"),
        ("1.8", "postponed 2 times"),
        ("1.9", "out of date by"),
    ] {
        assert!(item(id).contains(shown), "{id} does not show {shown}: {}", item(id));
    }
}

#[test]
fn every_construct_of_markdown_is_rendered() {
    let page = page("markdown/index.html");
    let body = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    insta::assert_snapshot!("everything-markdown", body);
}

#[test]
fn items_sort_as_an_outline() {
    let page = page("items/index.html");
    let place = |id: &str| {
        page.find(&format!("items/{id}/index.html")).unwrap_or_else(|| panic!("{id} is not listed"))
    };
    assert!(
        place("1.9") < place("1.11")
            && place("1.11") < place("2.1")
            && place("2.1.a.i") < place("2.1.b")
            && place("2.1.b") < place("10.1")
    );
}

#[test]
fn abbreviations_are_explained_unless_two_bodies_share_them() {
    let all: String = SITE
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    assert!(all.contains("<abbr title="));
    assert!(!all.contains(">HA</abbr>"), "two agencies are called HA");
}

#[test]
fn the_internal_item_is_only_in_the_internal_site() {
    assert!(!SITE.files.keys().any(|path| path.contains("items/1.10/")));
    let internal = book().internal().build();
    assert!(internal.page("items/1.10/index.html").contains("noindex"));
}

#[test]
fn numbers_years_and_editions_have_their_pages() {
    for path in [
        "editions/2016/index.html",
        "updates/2021/index.html",
        "kinds/container/index.html",
        "status/closed/index.html",
        "sitemap.xml",
    ] {
        assert!(SITE.files.contains_key(path), "{path} is not among {:?}", SITE.files.keys());
    }
    let sitemap = String::from_utf8(SITE.files["sitemap.xml"].clone()).unwrap();
    assert!(sitemap.contains("<loc>https://harbour.example/plan/items/2.1.a.i/</loc>"), "{sitemap}");
    assert!(page("404.html").contains("href=\"/plan/"));
}

#[test]
fn the_days_before_tell_an_earlier_story() {
    let earlier = book().as_of("2021-01-01").build();
    assert_eq!(earlier.places(), Vec::<String>::new());
    assert!(earlier.files.len() < SITE.files.len());
}
