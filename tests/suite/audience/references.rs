//! Public texts and keys that name internal records.

use super::{main_of, site};
use crate::book::Book;

/// A book with a page, an internal item, an internal agency and an internal page.
fn book(text: &str) -> Book {
    Book::new()
        .item("1.7", "audience: internal\naliases: [\"9.9\"]\nupdates: [{date: 2021-05-01, note: SECRET}]\n")
        .item("1.7.a", "")
        .file(
            "content/agencies/zz-office.md",
            "---\nname: SECRET office\naliases: [zz-desk]\naudience: internal\n---\n",
        )
        .file("content/pages/zz-page.md", "---\ntitle: SECRET page\naudience: internal\n---\n## Part\n")
        .file("content/pages/a.md", format!("---\ntitle: A\n---\n{text}\n"))
}

fn public(text: &str) -> String {
    let site = site(&book(text));
    assert!(!site.knows("SECRET"), "{text}");
    main_of(&site.html("a/index.html")).to_owned()
}

#[test]
fn a_link_to_an_internal_record_is_plain_text() {
    for (text, shown) in [
        ("See [[zz-office]].", "<p>See (not shown here).</p>"),
        ("See [[zz-desk]].", "<p>See (not shown here).</p>"),
        ("See [[zz-page]].", "<p>See (not shown here).</p>"),
        ("See [[1.7/2021-05-01]].", "<p>See (not shown here).</p>"),
        ("See [[1.7]] and [[1.7.a]].", "<p>See 1.7 and 1.7.a.</p>"),
        ("By [[zz-office|the *other* office]].", "<p>By the <em>other</em> office.</p>"),
        ("[The page](zz-page.md#part), [it](../areas/01-trade/1.7-item.md).", "<p>The page, it.</p>"),
        ("|a|\n|-|\n|[[zz-office\\|x]]|", "<td>x</td>"),
        ("A[^n].\n\n[^n]: By [[zz-office]].", "<p>By (not shown here).</p>"),
    ] {
        let html = public(text);
        assert!(html.contains(shown), "{text}: {html}");
        assert!(!html.contains("zz-"), "{text}: {html}");
    }
}

#[test]
fn the_number_of_an_internal_item_is_written_as_all_numbers_are() {
    let settings = "[book]\ntitle = \"B\"\nnumbering = \"3 (2) (a)\"\n";
    let html = site(&book("See [[1.7.a]].").file("book.toml", settings)).html("a/index.html");
    assert!(main_of(&html).contains("<p>See 1 (7) (a).</p>"), "{html}");
}

#[test]
fn a_heading_does_not_tell_in_its_id_what_it_names() {
    let html = public("## By [[zz-office]]\n\n## By [[zz-office|the office]]");
    assert!(html.contains("id=\"by\"") && html.contains("id=\"by-the-office\""), "{html}");
    // Without a link in it, a heading leads to itself.
    assert!(html.contains("href=\"#by-the-office\""), "{html}");
}

#[test]
fn a_description_does_not_tell_what_the_text_names() {
    let html = site(&book("By [[zz-office]] in spring.")).html("a/index.html");
    assert!(
        html.contains("<meta name=\"description\" content=\"By (not shown here) in spring.\">"),
        "{html}"
    );
    let note = "updates: [{date: 2021-05-01, note: \"By [[zz-office]] in spring.\"}]\n";
    let page = site(&book("A.").item("1.2", note)).html("updates/2021/index.html");
    assert!(page.contains("By (not shown here) in spring.") && !page.contains("zz-office"), "{page}");
}

#[test]
fn words_that_led_to_an_internal_record_are_words_like_others() {
    let agency = "---\nname: Ministry of Trade\nabbreviation: MOT\n---\n";
    let html = site(&book("What [[zz-office|the MOT]] did.").file("content/agencies/ar-trade.md", agency))
        .html("a/index.html");
    assert!(main_of(&html).contains("<abbr title=\"Ministry of Trade\">MOT</abbr>"), "{html}");
}

#[test]
fn keys_that_name_internal_records_are_left_out() {
    let keys = "lead: [zz-office, ar-trade]\nsupporting: [{agency: zz-office, basis: stated}]\nrelated: [\"1.7\"]\n\
                depends-on: [\"1.7\"]\nsame-as: [\"1.7.a\"]\n";
    let update = "by: [zz-office]\nforum: zz-round\ncorrects: 1.7/2021-05-01\nkind: correction\nreason: R\n";
    let book = book("A.")
        .item("1.2", keys)
        .update("2022-01-01-x", "[\"1.2\", \"1.7\"]", update)
        .file("content/forums/zz-round.md", "---\nname: SECRET round\naudience: internal\n---\n")
        .file("content/agencies/bo.md", "---\nname: Office\nparent: zz-office\nsuccessor: zz-office\n---\n");
    let public = site(&book);
    assert!(!public.knows("SECRET") && !public.knows("zz-") && !public.knows("items/1.7"));
    assert!(public.item("1.2").contains("Ministry of Trade"));
    let internal = site(&book.internal()).item("1.2");
    assert!(internal.contains("SECRET office") && internal.contains("1.7"), "{internal}");
}

#[test]
fn each_place_that_names_an_internal_record_is_told() {
    let text = "By [[zz-office]]\nand [it](zz-page.md).\n\n:::internal\nBy [[zz-office]].\n:::";
    let secret = "---\ntitle: B\naudience: internal\n---\nBy [[zz-office]].\n";
    let keys = "lead: [ar-trade, zz-office]\nrelated: [{value: \"1.7\", audience: internal}, \"1.7.a\"]\n";
    let problems = book(text).file("content/pages/b.md", secret).item("1.2", keys).problems();
    assert_eq!(
        problems,
        [
            "link-to-internal content/areas/01-trade/1.2-item.md:4",
            "link-to-internal content/areas/01-trade/1.2-item.md:5",
            "link-to-internal content/pages/a.md:4",
            "link-to-internal content/pages/a.md:5",
        ]
    );
}

#[test]
fn the_internal_site_has_all_links() {
    let html =
        site(&book("By [[zz-office]] and [it](zz-page.md), see [[1.7]].").internal()).html("a/index.html");
    for href in ["agencies/zz-office/", "zz-page/", "items/1.7/"] {
        assert!(main_of(&html).contains(href), "{href}: {html}");
    }
}
