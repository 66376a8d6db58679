//! Tags: declared by the plan, on items, with pages, feeds and a filter.

use std::collections::BTreeMap;

use crate::book::{Book, words};

const PLAN: &str = "content/plan.md";
const HEAD: &str = "title: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n";
const TAGS: &str = "tags:\n  place: {title: Where, values: {north: North shore, south: South shore}}\n  sdg: {title: Goals, builtin: sdg}\n";
const SITE: &str =
    "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://plan.example/\"\n";

fn book() -> Book {
    Book::new()
        .file(PLAN, format!("---\n{HEAD}{TAGS}---\n"))
        .item("1.2", "tags: [sdg/6, place/north]\ndue: 2024-09-01\n")
        .item("1.3", "tags: [place/north, place/south]\n")
        .update("2022-01-05-begun", "[\"1.2\"]", "status: in-progress\ndegree: substantial\n")
}

#[test]
fn each_group_is_a_table_of_tags_by_status() {
    let page = words(&book().page("tags/index.html"));
    let main = page.split("Each table shows").nth(1).unwrap();
    assert!(
        main.contains("Tag No public information found In progress All North shore 1 1 2 South shore 1 0 1"),
        "{main}"
    );
    assert!(main.contains("Goals") && main.contains("6 Clean water and sanitation 1 1"), "{main}");
    // The others have pages too.
    assert!(main.contains("Without items: 1 No poverty , 2 Zero hunger"), "{main}");
}

#[test]
fn a_tag_has_a_page_with_its_items_and_their_updates() {
    let site = book().file("book.toml", SITE).build();
    let html = site.page("tags/place/north/index.html");
    let page = words(&html);
    for shown in
        ["Where North shore", "2 items", "Item 1.2", "Item 1.3", "Update 2022-01-05-begun", "In progress"]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(html.contains("href=\"../../../tags/place/north/atom.xml\""), "{html}");
    let text = |path: &str| String::from_utf8_lossy(&site.files[path]).into_owned();
    assert!(text("tags/place/north/atom.xml").contains("Where: North shore – Harbour plan"));
    assert!(text("tags/place/north/feed.json").contains("2022-01-05-begun"));
    assert!(!text("tags/place/south/feed.json").contains("2022-01-05-begun"));
    assert!(text("tags/sdg/6/calendar.ics").contains("Item 1.2"));
    assert!(!text("tags/place/south/calendar.ics").contains("Item 1.2"));
}

#[test]
fn outputs_that_are_switched_off_are_not_made_for_tags() {
    let off = format!("{SITE}[outputs]\nfeeds = false\ncalendars = false\n");
    let site = book().file("book.toml", off).build();
    let html = site.page("tags/place/north/index.html");
    assert!(!html.contains("atom.xml") && !html.contains("calendar.ics"), "{html}");
    assert!(!site.files.keys().any(|path| path.starts_with("tags/") && !path.ends_with(".html")));
}

#[test]
fn an_item_leads_to_its_tags_in_the_order_of_the_plan() {
    let page = book().page("items/1.2/index.html");
    let place = page.find("href=\"../../tags/place/north/index.html\"").unwrap();
    assert!(place < page.find("href=\"../../tags/sdg/6/index.html\"").unwrap());
}

#[test]
fn tables_of_items_can_be_filtered_by_tag() {
    let many = (4..=12).fold(book(), |book, n| book.item(&format!("1.{n}"), ""));
    let site = many.build();
    let page = site.page("items/index.html");
    assert!(page.contains("<tr data-tags=\"place/north sdg/6\">"), "{page}");
    assert!(page.contains("<option value=\"place/south\">Where: South shore</option>"), "{page}");
    assert!(!page.contains("value=\"sdg/7\""), "{page}");
    // In pages, all tags of the list can be chosen.
    let small = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[lists]\npage-size = 10\n";
    let page = many
        .item("1.3", "")
        .item("1.12", "tags: [place/south]\n")
        .file("book.toml", small)
        .page("items/index.html");
    assert!(page.contains("<option value=\"place/south\">Where: South shore</option>"), "{page}");
}

#[test]
fn a_plan_without_tags_has_no_trace_of_them() {
    let site = Book::new().build();
    for (path, bytes) in &site.files {
        // The dictionary of the data, its schema and the script know the key.
        let known = path.starts_with("data/") || path.starts_with("assets/");
        let text = String::from_utf8_lossy(bytes);
        assert!(known || (!text.contains("tags/") && !text.contains("\"tags\"")), "{path}");
    }
    assert!(!site.files.keys().any(|path| path.starts_with("tags/")));
    assert!(book().page("index.html").contains("href=\"tags/index.html\""));
}

#[test]
fn goals_have_the_names_of_the_language_of_the_site() {
    let site = "[book]\ntitle = \"港\"\nlanguages = [\"ja\"]\n";
    let outcome = book().file("book.toml", site).build();
    let page = String::from_utf8_lossy(&outcome.files["tags/sdg/14/index.html"]).into_owned();
    assert!(page.contains("14 海の豊かさを守ろう"), "{page}");
}

#[test]
fn an_undeclared_tag_is_reported_with_what_may_be_meant() {
    for (tag, suggestion) in [
        ("place/nroth", Some("place/north")),
        ("north", Some("place/north")),
        ("plac/north", Some("place/north")),
        ("sdg/18", None),
        ("beneficiary/youth", None),
    ] {
        let outcome = book().item("1.4", &format!("tags: [{tag}]\n")).build();
        assert_eq!(outcome.places(), ["unknown-tag content/areas/01-trade/1.4-item.md:4"], "{tag}");
        assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), suggestion, "{tag}");
    }
    // A tag that is there twice hides nothing of the others, and is itself judged once.
    for tags in ["[sdg/6, sdg/6, sdg/99]", "[sdg/99, sdg/6, sdg/6]", "[sdg/99, sdg/99]"] {
        let places = book().item("1.4", &format!("tags: {tags}\n")).problems();
        let here = ["duplicate-entry", "unknown-tag"]
            .map(|code| format!("{code} content/areas/01-trade/1.4-item.md:4"));
        let mut sorted = places;
        sorted.sort();
        assert_eq!(sorted, here, "{tags}");
    }
    let none = Book::new().item("1.2", "tags: [place/north]\n").report();
    assert!(none.contains("declare its group in content/plan.md"), "{none}");
}

#[test]
fn groups_that_are_not_whole_are_reported() {
    for (group, code) in [
        ("{title: Where}", "missing-key"),
        ("{values: {a: A}}", "missing-key"),
        ("{title: Where, builtin: sdg, values: {a: A}}", "missing-key"),
        ("{title: Where, builtin: sgd}", "unknown-value"),
        ("{title: Where, values: {North Shore: A}}", "bad-id"),
        ("{title: Where, values: {a: [b]}}", "wrong-type"),
        ("{title: Where, values: {a: A}, vlaues: 1}", "unknown-key"),
        ("Where", "wrong-type"),
    ] {
        let places = Book::new().file(PLAN, format!("---\n{HEAD}tags:\n  place: {group}\n---\n")).problems();
        assert_eq!(places, [format!("{code} content/plan.md:6")], "{group}");
    }
    let places = Book::new().file(PLAN, format!("---\n{HEAD}tags: [a]\n---\n")).problems();
    assert_eq!(places, ["wrong-type content/plan.md:5"]);
}

#[test]
fn an_internal_tag_and_an_internal_group_are_not_on_the_public_site() {
    let tags = "tags:\n  place: {title: Where, values: {north: North shore}}\n  desk: {title: Desks, values: {zz: Desk ZZ}, audience: internal}\n";
    let book = Book::new()
        .file(PLAN, format!("---\n{HEAD}{tags}---\n"))
        .item("1.2", "tags: [desk/zz, {value: place/north, audience: internal}]\n")
        .item("1.3", "tags: [place/north]\naudience: internal\n");
    let site = book.build();
    assert_eq!(site.places(), Vec::<String>::new());
    for (path, bytes) in &site.files {
        assert!(!String::from_utf8_lossy(bytes).contains("desk/zz"), "{path}");
    }
    assert!(words(&site.page("tags/place/north/index.html")).contains("No item has this tag."));
    let internal = words(&book.internal().page("tags/index.html"));
    assert!(internal.contains("Desk ZZ 1 1") && internal.contains("North shore 2 2"), "{internal}");
}

#[test]
fn the_open_data_name_the_tags() {
    let site = book().build();
    let plan: serde_json::Value = serde_json::from_slice(&site.files["data/plan.json"]).unwrap();
    assert_eq!(plan["plan"]["tags"][0]["tags"][1]["id"], "place/south");
    assert_eq!(plan["plan"]["tags"][1]["tags"].as_array().unwrap().len(), 17);
    let tagged: BTreeMap<&str, &serde_json::Value> = plan["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["id"].as_str().unwrap(), &item["tags"]))
        .collect();
    assert_eq!(tagged["1.2"], &serde_json::json!(["place/north", "sdg/6"]));
    assert!(tagged["1.1"].is_null());
    let table = String::from_utf8_lossy(&site.files["data/items.csv"]).into_owned();
    assert!(table.contains("place/north; sdg/6"), "{table}");
    let page = site.page("items/1.2/index.html");
    assert!(page.contains("\"keywords\":[\"North shore\",\"6 Clean water and sanitation\"]"), "{page}");
}

#[test]
fn a_diff_names_the_tags_that_changed() {
    let after = book().item("1.3", "tags: [place/south]\n");
    let review = after.since(&book());
    assert_eq!(review.changes.facts[0].key, "tags");
    assert!(review.stopped.is_empty());
}
