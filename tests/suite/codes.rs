//! Codes of items: shown instead of the number, and accepted wherever an id is written.

use crate::book::{Book, words};

const TALKS: &str = "content/areas/01-trade/1.1-talks.md";

/// A plan in which item 1.2 has a code that looks like none of its neighbours' ids.
fn book() -> Book {
    Book::new().item("1.2", "code: EC-01\nlead: [ar-trade]\n")
}

#[test]
fn a_code_stands_instead_of_the_number_on_every_page_that_shows_it() {
    let site = book().update("2022-01-05-begun", "[ec-01]", "").build();
    let item = site.page("items/1.2/index.html");
    assert!(words(&item).contains("Item EC-01 Item 1.2"), "{item}");
    // The number is still to be found.
    assert!(words(&item).contains("Number 1.2"), "{item}");
    for path in [
        "items/index.html",
        "areas/1/index.html",
        "agencies/ar-trade/index.html",
        "updates/2022-01-05-begun/index.html",
        "updates/2022/index.html",
        "plan/index.html",
    ] {
        assert!(words(&site.page(path)).contains("EC-01"), "{path}");
    }
    let calendar = book().item("1.3", "code: EC-02\ndue: 2024-09-01\n").build();
    assert!(String::from_utf8_lossy(&calendar.files["calendar.ics"]).contains("EC-02"));
}

#[test]
fn every_reference_may_be_a_code_in_any_case() {
    let files = [
        "related: [ec-01]",
        "depends-on: [EC-01]",
        "same-as: [Ec-01]",
        "due: {text: after it, after: ' ec-01 '}",
    ];
    for line in files {
        let front = format!("---\ntitle: Hold talks\nkind: deliverable\nlead: [ar-trade]\n{line}\n---\n");
        let page = book().file(TALKS, &front).page("items/1.2/index.html");
        assert!(page.contains("../../items/1.1/index.html"), "{line}");
    }
    let text = "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n\nSee [[ec-01]] and [[EC-01|the customs]].\n";
    let page = book().file(TALKS, text).page("items/1.1/index.html");
    assert!(page.contains("<a href=\"../../items/1.2/index.html\">EC-01 Item 1.2</a>"), "{page}");
    assert!(page.contains("<a href=\"../../items/1.2/index.html\">the customs</a>"), "{page}");
    let forum = "---\nname: Round\nitems: [eC-01]\n---\n";
    assert!(book().file("content/forums/round.md", forum).page("items/1.2/index.html").contains("Round"));
}

#[test]
fn a_code_may_have_spaces_and_letters_of_any_script() {
    let text =
        "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n\nSee [[action 7]] and [[施策1]].\n";
    let site =
        Book::new().item("1.2", "code: Action  7\n").item("1.3", "code: 施策1\n").file(TALKS, text).build();
    let page = site.page("items/1.1/index.html");
    assert!(page.contains("Action 7 Item 1.2</a>") && page.contains("施策1 Item 1.3</a>"), "{page}");
}

#[test]
fn the_item_of_another_edition_is_found_by_its_code() {
    let old = "content/editions/2016/areas/01-old";
    let site = book()
        .file(
            "content/editions/2016/plan.md",
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file(&format!("{old}/area.md"), "---\nnumber: 1\ntitle: Old\n---\n")
        .file(&format!("{old}/1.1-old.md"), "---\ntitle: Old talks\nkind: event\ncode: OLD-1\n---\n")
        .item("1.3", "continues: [{edition: \"2016\", item: old-1}]\n")
        .build();
    let page = site.page("items/1.3/index.html");
    assert!(page.contains("../../editions/2016/items/1.1/index.html\">2016: OLD-1 Old talks</a>"), "{page}");
    assert!(words(&site.page("editions/2016/index.html")).contains("OLD-1 Old talks"));
}

#[test]
fn codes_may_run_across_areas_and_do_not_bind_the_tree() {
    let site = Book::new()
        .file("content/areas/02-sea/area.md", "---\nnumber: 2\ntitle: Sea\n---\n")
        .file("content/areas/02-sea/2.1-ships.md", "---\ntitle: Ships\nkind: event\ncode: A-1\n---\n")
        .item("1.2", "code: A-2\n")
        .build();
    let list = words(&site.page("items/index.html"));
    // The order is that of the outline.
    assert!(list.find("A-2").unwrap() < list.find("A-1").unwrap(), "{list}");
}

#[test]
fn two_items_with_one_code_are_reported_with_both_places() {
    let book = book().item("1.3", "code: ec-01\n");
    assert_eq!(book.problems(), ["duplicate-code content/areas/01-trade/1.3-item.md:4"]);
    let report = book.report();
    assert!(report.contains("1.2-item.md") && report.contains("the first one"), "{report}");
}

#[test]
fn a_code_is_not_the_id_of_another_record() {
    for code in ["1.1", "AR-Trade", "old-talks"] {
        let talks = "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\naliases: [old-talks]\n---\n";
        let book = Book::new().file(TALKS, talks).item("1.2", &format!("code: {code}\n"));
        assert_eq!(book.problems(), ["duplicate-code content/areas/01-trade/1.2-item.md:4"], "{code}");
    }
    assert_eq!(Book::new().item("1.2", "code: \"1.2\"\n").problems(), [""; 0]);
}

#[test]
fn an_item_may_have_the_number_of_an_area_as_its_code() {
    let sea = "---\nnumber: 2\ntitle: Sea\n---\n\nSee [[2]].\n";
    let book = Book::new()
        .file("content/areas/02-sea/area.md", sea)
        .file("content/areas/02-sea/2.3-ships.md", "---\ntitle: Ships\nkind: event\ncode: 3\n---\n")
        .item("1.2", "code: 2\nrelated: [3]\n")
        .update("2022-01-05-begun", "[2]", "status: in-progress\n");
    assert_eq!(book.problems(), [""; 0]);
    let site = book.build();
    // A list of items means the item, and a link the area.
    assert!(site.page("items/1.2/index.html").contains("../../updates/2022-01-05-begun/index.html"));
    assert!(site.page("items/1.2/index.html").contains("../../items/2.3/index.html"));
    let area = site.page("areas/2/index.html");
    assert!(!area.contains("items/1.2/index.html"), "{area}");
}

#[test]
fn the_code_of_a_public_item_may_be_the_number_of_an_internal_area() {
    let area = "---\nnumber: 2\ntitle: ZZ-HIDDEN\naudience: internal\n---\n";
    let book = Book::new().file("content/areas/02-sea/area.md", area).item("1.2", "code: 2\n").update(
        "2022-01-05-begun",
        "[2]",
        "status: in-progress\n",
    );
    assert_eq!(book.problems(), [""; 0]);
    let page = book.build().page("items/1.2/index.html");
    assert!(page.contains("2022-01-05-begun") && !page.contains("ZZ-HIDDEN"), "{page}");
}

#[test]
fn what_cannot_be_a_code_is_reported_where_it_stands() {
    for code in ["'[EC]'", "'a|b'", "'-'", "'a, b'", &"x".repeat(41)] {
        let problems = Book::new().item("1.2", &format!("code: {code}\n")).problems();
        assert_eq!(problems, ["bad-code content/areas/01-trade/1.2-item.md:4"], "{code}");
    }
}

#[test]
fn a_misspelt_code_is_suggested() {
    let report = book().item("1.3", "related: [EC01x]\n").report();
    assert!(report.contains("unknown-item"), "{report}");
    let report =
        Book::new().item("1.2", "code: FISHERIES-01\n").item("1.3", "related: [FISHERES-01]\n").report();
    assert!(report.contains("1.2"), "{report}");
}

#[test]
fn an_item_cannot_wait_for_itself_by_its_code() {
    let problems = Book::new().item("1.2", "code: EC-01\ndepends-on: [ec-01]\n").problems();
    assert_eq!(problems, ["unknown-item content/areas/01-trade/1.2-item.md:5"]);
}

#[test]
fn references_to_the_code_of_a_file_that_cannot_be_read_are_not_reported() {
    let broken = "---\ntitle: Broken\nkind: [\ncode: \"EC-02\"\n---\n";
    let problems = Book::new()
        .file("content/areas/01-trade/1.3-broken.md", broken)
        .item("1.4", "related: [ec-02]\n")
        .problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn the_public_site_does_not_name_an_internal_code() {
    let text = "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\nrelated: [zz-77]\n---\n\nSee [[ZZ-77]] and [[zz-77|the other one]].\n";
    let book = Book::new().item("1.2", "code: ZZ-77\naudience: internal\n").file(TALKS, text);
    let site = book.build();
    let internal = site.places();
    assert_eq!(
        internal,
        [
            "link-to-internal content/areas/01-trade/1.1-talks.md:5",
            "link-to-internal content/areas/01-trade/1.1-talks.md:8",
            "link-to-internal content/areas/01-trade/1.1-talks.md:8"
        ]
    );
    for (path, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("ZZ-77") && !text.contains("zz-77"), "{path}");
    }
    let update = book.update("2022-01-05-x", "[ZZ-77]", "");
    assert!(update.problems().contains(&"update-of-internal content/updates/2022-01-05-x.md:4".to_owned()));
}

#[test]
fn the_open_data_have_both_the_number_and_the_code() {
    let site = book().build();
    let item: serde_json::Value = serde_json::from_slice(&site.files["items/1.2/index.json"]).unwrap();
    let item = &item["record"];
    assert_eq!(
        (&item["id"], &item["number"], &item["code"]),
        (&"1.2".into(), &"1.2".into(), &"EC-01".into())
    );
    let other = String::from_utf8_lossy(&site.files["items/1.1/index.json"]).into_owned();
    assert!(!other.contains("\"code\""), "{other}");
    let table = String::from_utf8_lossy(&site.files["data/items.csv"]).into_owned();
    assert!(table.contains("1.2,1.2,EC-01,"), "{table}");
}

#[test]
fn a_diff_names_the_code_that_changed() {
    let after = Book::new().item("1.2", "code: EC-02\nlead: [ar-trade]\n");
    let review = after.since(&book());
    let fact = &review.changes.facts[0];
    assert_eq!(
        (fact.key.as_str(), fact.before.as_deref(), fact.after.as_deref()),
        ("code", Some("EC-01"), Some("EC-02"))
    );
    assert!(review.stopped.is_empty());
}

#[test]
fn the_status_shows_the_code() {
    let status = book().item("1.3", "code: EC-03\ndue: 2022\n").status();
    assert_eq!(status["overdue"][0]["item"], "1.3");
}

#[test]
fn references_to_a_code_that_is_none_are_not_reported_beside_it() {
    let update =
        |items: &str| Book::new().item("1.2", "code: 'EC|1'\n").update("2022-01-05-begun", items, "");
    assert_eq!(update("['ec|1']").problems(), ["bad-code content/areas/01-trade/1.2-item.md:4"]);
    assert_eq!(update("['ec|2']").problems().len(), 2, "another code is another mistake");
}

#[test]
fn two_names_of_one_record_in_a_list_are_reported() {
    let problems = book().update("2022-01-05-begun", "[EC-01, \"1.2\"]", "").problems();
    assert_eq!(problems, ["duplicate-entry content/updates/2022-01-05-begun.md:4"]);
    let report = book().update("2022-01-05-begun", "[EC-01, \"1.2\"]", "").report();
    assert!(report.contains("`EC-01` and `1.2` are the same record, so the list names it twice"), "{report}");
    let problems = book().item("1.3", "related: [\"1.2\", ec-01]\n").problems();
    assert_eq!(problems, ["duplicate-entry content/areas/01-trade/1.3-item.md:4"]);
}
