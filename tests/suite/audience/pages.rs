//! Pages and lists of a book with internal records.

use super::{assert_internal, main_of, site};
use crate::book::{Book, words};

const EVIDENCE: &str = "evidence: [{title: Minutes, url: \"https://a.example/\"}]\n";

fn secret_agency(id: &str, more: &str) -> (String, String) {
    (format!("content/agencies/{id}.md"), format!("---\nname: SECRET {id}\n{more}audience: internal\n---\n"))
}

#[test]
fn the_status_is_the_latest_public_claim() {
    let book =
        Book::new().item("1.2", "").update("2021-03-01-begun", "[\"1.2\"]", "status: in-progress\n").update(
            "2022-03-01-done",
            "[\"1.2\"]",
            &format!("status: completed\naudience: internal\n{EVIDENCE}"),
        );
    let public = site(&book).item("1.2");
    assert!(public.contains("In progress") && !public.contains("Completed"), "{public}");
    assert!(site(&book.internal()).item("1.2").contains("Completed"));
}

#[test]
fn an_item_of_which_only_the_internal_site_knows_something_has_no_public_information() {
    let book = Book::new().item("1.2", "").update("2021-03-01-x", "[\"1.2\"]", "audience: internal\n");
    assert!(site(&book).item("1.2").contains("No public information found"));
}

#[test]
fn a_correction_that_is_internal_corrects_nothing_for_the_public() {
    let book = Book::new()
        .item("1.2", "")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("status: completed\n{EVIDENCE}"))
        .update(
            "2021-02-01-not-done",
            "[\"1.2\"]",
            "kind: correction\nreason: R\ncorrects: 2021-01-01-done\naudience: internal\n",
        );
    let public = site(&book).item("1.2");
    assert!(public.contains("Completed") && !public.contains("Corrected by"), "{public}");
}

#[test]
fn items_are_no_longer_the_same_through_an_internal_one() {
    let book = Book::new()
        .item("1.2", "same-as: [\"1.3\"]\n")
        .item("1.3", "audience: internal\n")
        .item("1.4", "same-as: [\"1.3\"]\n")
        .update("2021-01-01-begun", "[\"1.2\"]", "status: in-progress\n");
    assert!(site(&book).item("1.4").contains("No public information found"));
    assert!(site(&book.internal()).item("1.4").contains("In progress"));
}

#[test]
fn counts_leave_out_what_is_internal() {
    let book = || Book::new().item("1.2", "").update("2021-03-01-x", "[\"1.1\"]", "");
    let more = book().item("1.3", "audience: internal\n").item("1.3.a", "").update(
        "2021-04-01-y",
        "[\"1.1\"]",
        "audience: internal\n",
    );
    let (fewer, more) = (site(&book()), site(&more));
    for page in ["index.html", "areas/1/index.html", "updates/index.html", "agencies/index.html"] {
        assert_eq!(words(&fewer.html(page)), words(&more.html(page)), "{page}");
    }
}

#[test]
fn neighbours_are_those_that_the_public_sees() {
    let book = Book::new().item("1.2", "audience: internal\n").item("1.3", "");
    let page = site(&book).html("items/1.1/index.html");
    assert!(page.contains("../../items/1.3/index.html") && !page.contains("1.2"), "{page}");
    let book = Book::new()
        .update("2021-01-01-a", "[\"1.1\"]", "")
        .update("2021-01-02-b", "[\"1.1\"]", "audience: internal\n")
        .update("2021-01-03-c", "[\"1.1\"]", "");
    let page = site(&book).html("updates/2021-01-01-a/index.html");
    assert!(page.contains("2021-01-03-c") && !page.contains("2021-01-02-b"), "{page}");
}

#[test]
fn an_internal_text_does_not_show_where_it_leads() {
    let book = Book::new().file(
        "content/pages/secret.md",
        "---\ntitle: SECRET page\naudience: internal\n---\nSee [[1.1]] and [[ar-trade]].\n",
    );
    let public = assert_internal(book, "SECRET page");
    for page in ["items/1.1/index.html", "agencies/ar-trade/index.html"] {
        assert!(!words(&public.html(page)).contains("Referred to"), "{page}");
    }
}

#[test]
fn an_area_takes_its_items_and_an_item_its_parts_along() {
    let book = Book::new()
        .file("content/areas/02-x/area.md", "---\nnumber: 2\ntitle: SECRET area\naudience: internal\n---\n")
        .file("content/areas/02-x/2.1-x.md", "---\ntitle: SECRET item\nkind: event\n---\n")
        .item("1.2", "audience: internal\n")
        .file("content/areas/01-trade/1.2.a-x.md", "---\ntitle: SECRET part\nkind: event\n---\n")
        .file("content/areas/01-trade/1.2.a.i-x.md", "---\ntitle: SECRET step\nkind: event\n---\n");
    let public = assert_internal(book, "SECRET");
    let closed = ["areas/2/", "items/2.1/", "items/1.2/", "items/1.2.a/", "items/1.2.a.i/"];
    assert!(!public.files.keys().any(|path| closed.iter().any(|closed| path.starts_with(closed))));
}

#[test]
fn an_edition_is_closed_by_its_plan() {
    let item = "---\ntitle: SECRET talks\nkind: event\n---\n";
    let plan = "---\ntitle: SECRET plan\nparties: [Arland]\nadopted: 2016\naudience: internal\n---\n";
    let book = Book::new()
        .file("content/editions/2016/plan.md", plan)
        .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: SECRET area\n---\n")
        .file("content/editions/2016/areas/01-a/1.1-x.md", item)
        .item("1.2", "continues: {edition: \"2016\", item: \"1.1\"}\n");
    let public = assert_internal(book, "SECRET");
    assert!(!public.files.keys().any(|path| path.starts_with("editions/")));
}

#[test]
fn an_item_of_an_edition_takes_its_parts_along() {
    let book = Book::new()
        .file(
            "content/editions/2016/plan.md",
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: Old\n---\n")
        .file(
            "content/editions/2016/areas/01-a/1.1-x.md",
            "---\ntitle: SECRET item\nkind: event\naudience: internal\n---\n",
        )
        .file("content/editions/2016/areas/01-a/1.1.a-x.md", "---\ntitle: SECRET part\nkind: event\n---\n");
    assert!(assert_internal(book, "SECRET").files.contains_key("editions/2016/index.html"));
}

#[test]
fn the_sitemap_and_the_redirects_are_those_of_public_records() {
    let (path, text) = secret_agency("zz", "aliases: [old-zz]\n");
    let book = Book::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"B\"\n[site]\nbase-url = \"https://plan.example/\"\n[outputs]\ncards = true\n",
        )
        .file(&path, text);
    let public = assert_internal(book, "old-zz");
    assert!(!public.html("sitemap.xml").contains("zz"));
    assert!(!public.files.keys().any(|path| path.contains("zz")));
}

#[test]
fn the_glossary_has_public_bodies_only_and_there_is_none_without_them() {
    let (path, text) = secret_agency("zz", "abbreviation: ZZ9\n");
    let public = assert_internal(Book::new().file(&path, &text), "ZZ9");
    assert!(words(&public.html("glossary/index.html")).contains("Ministry of Trade"));
    let closed = "---\nname: SECRET\nparty: Arland\naudience: internal\n---\n";
    let public = site(&Book::new().file("content/agencies/ar-trade.md", closed));
    for list in ["glossary/", "agencies/"] {
        assert!(!public.files.keys().any(|path| path.starts_with(list)), "{list}");
    }
}

#[test]
fn an_internal_body_explains_no_abbreviation_and_takes_none_from_a_public_one() {
    let text = "---\ntitle: A\n---\nThe MOT met the ZZ9.\n";
    let (path, secret) = secret_agency("zz", "abbreviation: ZZ9\n");
    let (other_path, other) = secret_agency("yy", "abbreviation: MOT\n");
    let book = Book::new()
        .file("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nabbreviation: MOT\n---\n")
        .file("content/pages/a.md", text)
        .file(&path, secret)
        .file(&other_path, other);
    let public = assert_internal(book, "SECRET");
    let page = public.html("a/index.html");
    assert!(main_of(&page).contains("<abbr title=\"Ministry of Trade\">MOT</abbr>"), "{page}");
    assert!(main_of(&page).contains("met the ZZ9."), "{page}");
}

#[test]
fn an_internal_page_does_not_take_the_place_of_a_built_in_one() {
    let page = "---\ntitle: SECRET\norder: 1\naudience: internal\n---\n";
    let public = assert_internal(Book::new().file("content/pages/accessibility.md", page), "SECRET");
    assert!(public.files.contains_key("accessibility/index.html"));
}

#[test]
fn an_old_id_means_the_record_that_it_means_for_everybody() {
    let (path, text) = secret_agency("zz", "");
    let book = Book::new()
        .file(&path, text)
        .file("content/forums/round.md", "---\nname: Round\naliases: [zz]\n---\n")
        .file("content/pages/a.md", "---\ntitle: A\n---\nBy [[zz]].\n");
    let page = site(&book).html("a/index.html");
    assert!(main_of(&page).contains("By (not shown here)."), "{page}");
}

#[test]
fn a_record_may_be_named_by_an_old_id_when_another_is_internal() {
    let (path, text) = secret_agency("zz", "");
    let book = Book::new()
        .item("1.2", "aliases: [\"9.9\"]\n")
        .update("2021-03-01-x", "[\"9.9\"]", "status: in-progress\n")
        .file(&path, text);
    assert!(site(&book).item("1.2").contains("In progress"));
}
