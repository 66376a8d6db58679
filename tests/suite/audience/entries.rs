//! Entries of lists and single mappings that are internal.

use super::{assert_internal, site};
use crate::book::Book;

const FORUM: &str = "---\nname: Round\n---\n";

/// A book with each kind of entry, all with the same audience and a word to look for.
fn with_entries(audience: &str) -> Vec<(&'static str, Book)> {
    let plan = |keys: &str| {
        let text = format!("---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\n{keys}---\n");
        Book::new().file("content/plan.md", text).update("2021-01-01-x", "[\"1.1\"]", "")
    };
    let update = |keys: &str| Book::new().update("2021-03-01-x", "[\"1.1\"]", keys);
    let other = || Book::new().file("content/agencies/zz.md", "---\nname: Office\n---\n");
    let old = || {
        Book::new()
            .file(
                "content/editions/2016/plan.md",
                "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
            )
            .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: Old\n---\n")
            .file("content/editions/2016/areas/01-a/1.1-x.md", "---\ntitle: Old\nkind: event\n---\n")
    };
    let marked = |text: &str| text.replace('!', &format!("audience: {audience}"));
    let with = |path: &str, keys: &str| Book::new().file(path, format!("---\n{}---\n", marked(keys)));
    vec![
        ("indicators", Book::new().item("1.2", &marked("indicators: [A, {value: SECRET, !}]\n"))),
        ("lead", other().item("1.2", &marked("lead: [{agency: zz, !}]\n"))),
        ("supporting", other().item("1.2", &marked("supporting: [{agency: zz, basis: inferred, !}]\n"))),
        ("continues", old().item("1.2", &marked("continues: [{edition: \"2016\", item: \"1.1\", !}]\n"))),
        ("related", Book::new().item("1.2", &marked("related: [{value: \"1.1\", !}]\n"))),
        ("depends-on", Book::new().item("1.2", &marked("depends-on: [{value: \"1.1\", !}]\n"))),
        ("same-as", Book::new().item("1.2", &marked("same-as: [{value: \"1.1\", !}]\n"))),
        ("aliases", Book::new().item("1.2", &marked("aliases: [{value: \"9.9\", !}]\n"))),
        ("updates", Book::new().item("1.2", &marked("updates: [{date: 2021-01-01, note: SECRET, !}]\n"))),
        (
            "items",
            Book::new().item("1.2", "").update("2021-03-01-x", &marked("[\"1.1\", {value: \"1.2\", !}]"), ""),
        ),
        ("areas", update(&marked("areas: [{value: \"1\", !}]\n"))),
        ("by", update(&marked("by: [{value: ar-trade, !}]\n"))),
        ("evidence", update(&marked("evidence: [{title: SECRET, url: \"https://a.example/\", !}]\n"))),
        ("meeting", update(&marked("meeting: {state: held, place: SECRET, !}\n"))),
        ("assessment", update(&marked("assessment: {assessor: SECRET, verdict: limited, !}\n"))),
        ("valid", with("content/agencies/bo-trade.md", "name: Office\nvalid: {from: 2001, !}\n")),
        ("parties", with("content/forums/f.md", "name: F\nparties: [{value: SECRET, !}]\n")),
        (
            "adopted-by",
            with("content/sources/s.md", "title: S\ndate: 2020\nadopted-by: [{value: SECRET, !}]\n"),
        ),
        ("reporting", plan(&marked("reporting: {every: 1 year, !}\n"))),
    ]
}

#[test]
fn entries_of_every_kind_are_left_out_of_the_public_site() {
    for ((key, internal), (_, public)) in with_entries("internal").into_iter().zip(with_entries("public")) {
        let (public, hidden) = (site(&public), site(&internal));
        assert!(public.files != hidden.files, "{key} makes no difference");
        assert!(!hidden.knows("SECRET"), "{key} is on the public site");
    }
}

#[test]
fn a_misspelt_audience_is_an_error_in_every_entry() {
    for (key, book) in with_entries("intrenal") {
        let outcome = book.build();
        let codes: Vec<&str> = outcome.diagnostics.iter().map(|problem| problem.code.name).collect();
        assert_eq!(codes, ["unknown-value"], "{key}: {:?}", outcome.places());
        assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("internal"), "{key}");
        assert!(outcome.files.is_empty(), "{key}");
    }
}

#[test]
fn a_value_in_a_mapping_is_no_other_than_a_plain_one() {
    let plain = Book::new().item("1.2", "indicators: [A, B]\n");
    let mappings = Book::new().item("1.2", "indicators: [{value: A}, {value: B, audience: public}]\n");
    assert!(site(&plain).files == site(&mappings).files);
    let problems = Book::new().item("1.2", "indicators: [{audience: internal}]\n").problems();
    assert_eq!(problems, ["missing-key content/areas/01-trade/1.2-item.md:4"]);
    let problems = Book::new().item("1.2", "indicators: [{value: A, audeince: internal}]\n").problems();
    assert_eq!(problems, ["unknown-key content/areas/01-trade/1.2-item.md:4"]);
}

#[test]
fn short_updates_of_a_day_are_numbered_without_gaps() {
    let entry = |note: &str, more: &str| format!("  - {{date: 2021-05-01, note: {note}{more}}}\n");
    let updates = [
        "updates:\n",
        &entry("First.", ""),
        &entry("SECRET", ", audience: internal"),
        &entry("Third.", ""),
        &entry("Last.", ""),
    ];
    let book = Book::new()
        .item("1.2", &updates.concat())
        .update("2021-06-01-x", "[\"1.2\"]", "kind: correction\nreason: R\ncorrects: 1.2/2021-05-01-3\n")
        .file("content/pages/a.md", "---\ntitle: A\n---\nSee [[1.2/2021-05-01-4]].\n");
    let public = assert_internal(book, "SECRET");
    let page = public.html("items/1.2/index.html");
    let place = |id: &str| {
        page.find(&format!("id=\"update_1.2-2021-05-01{id}\"")).unwrap_or_else(|| panic!("{page}"))
    };
    assert!(place("-3") < place("-2") && place("-2") < place(""));
    assert!(!page.contains("2021-05-01-4"), "{page}");
    assert!(public.html("a/index.html").contains("#update_1.2-2021-05-01-3\">Last.</a>"));
    assert!(public.html("updates/2021-06-01-x/index.html").contains("#update_1.2-2021-05-01-2\">Third.</a>"));
}

#[test]
fn a_short_update_has_the_audience_of_its_item() {
    let updates = "updates: [{date: 2021-05-01, note: SECRET}]\n";
    assert_internal(Book::new().item("1.2", &format!("audience: internal\n{updates}")), "SECRET");
    let settings = "[book]\ntitle = \"B\"\n[audience]\ndefault = \"internal\"\n";
    let plan = "---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\naudience: public\n---\n";
    let book = Book::new()
        .file("book.toml", settings)
        .file("content/plan.md", plan)
        .file("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\naudience: public\n---\n")
        .item("1.2", "audience: public\nupdates: [{date: 2021-05-01, note: For all.}]\n");
    assert!(site(&book).item("1.2").contains("For all."));
}

#[test]
fn a_meeting_that_only_the_internal_site_announces_is_not_there_before_its_day() {
    let meeting = "forum: round\nmeeting: {state: planned, place: SECRET, audience: internal}\n";
    let book =
        || Book::new().file("content/forums/round.md", FORUM).update("2024-09-01-next", "[\"1.1\"]", meeting);
    assert!(!site(&book()).knows("2024-09-01-next"));
    assert!(site(&book().internal()).knows("2024-09-01-next"));
    let after = site(&book().today("2024-10-01"));
    assert!(after.knows("2024-09-01-next") && !after.knows("SECRET"));
}

#[test]
fn an_internal_end_of_a_meeting_does_not_move_it_past_the_adoption() {
    let meeting = "meeting: {state: held, end: 2020-02-01, audience: internal}\n";
    let book = Book::new().update("2019-12-01-x", "[\"1.1\"]", meeting);
    assert!(site(&book).item("1.1").contains("Before the plan"));
    assert!(!site(&book.internal()).item("1.1").contains("Before the plan"));
}

#[test]
fn a_text_whose_own_source_is_internal_is_not_said_to_be_in_another() {
    let plan = "---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\nsource: s\n---\n";
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"B\"\n[check]\nsource-text-unchecked = \"off\"\n")
        .file("content/plan.md", plan)
        .file("content/sources/s.md", "---\ntitle: The declaration\ndate: 2020\n---\n")
        .file("content/sources/zz.md", "---\ntitle: SECRET\ndate: 2020\naudience: internal\n---\n")
        .item("1.2", "text: To do it.\nsource: zz\n");
    assert!(!assert_internal(book, "SECRET").item("1.2").contains("The declaration"));
}
