//! `:::internal` … `:::` in a text.

use super::{assert_internal, main_of, site};
use crate::book::Book;

const BLOCK: &str = ":::internal\nSECRET words.\n:::\n";

fn page(text: &str) -> Book {
    Book::new().file("content/pages/a.md", format!("---\ntitle: A\n---\n{text}"))
}

/// The text of the page, on the public site.
fn public(text: &str) -> String {
    main_of(&site(&page(text)).html("a/index.html")).to_owned()
}

#[test]
fn a_block_is_on_the_internal_site_only_in_a_text_of_any_kind() {
    for (path, keys) in [
        ("content/plan.md", "title: Plan\nparties: [Arland]\nadopted: 2020-01-01"),
        ("content/areas/01-trade/area.md", "number: 1\ntitle: Trade"),
        ("content/areas/01-trade/1.2-x.md", "title: X\nkind: event"),
        ("content/updates/2021-01-01-x.md", "title: X\ndate: 2021-01-01\nitems: \"1.1\""),
        ("content/agencies/x.md", "name: X"),
        ("content/forums/x.md", "name: X"),
        ("content/sources/x.md", "title: X\ndate: 2020"),
        ("content/pages/x.md", "title: X"),
    ] {
        let text = format!("---\n{keys}\n---\nFor all.\n\n{BLOCK}\nFor all too.\n");
        let public = assert_internal(Book::new().file(path, text), "SECRET");
        assert!(public.knows("For all too."), "{path}");
    }
}

#[test]
fn a_note_over_several_lines_may_have_a_block() {
    let note = "updates:\n  - date: 2021-05-01\n    note: |\n      For all.\n\n      :::internal\n      SECRET\n      :::\n";
    let public = assert_internal(Book::new().item("1.2", note), "SECRET");
    assert!(public.item("1.2").contains("For all."));
}

#[test]
fn blocks_stand_first_last_alone_and_one_after_another() {
    assert!(public(&format!("{BLOCK}\nFor all.\n")).contains("<p>For all.</p>"));
    assert!(public(&format!("For all.\n\n{}", BLOCK.trim_end())).contains("<p>For all.</p>"));
    assert_internal(page(BLOCK), "SECRET");
    assert_internal(page(&format!("{BLOCK}{BLOCK}\n{BLOCK}")), "SECRET");
}

#[test]
fn a_fence_may_be_indented_a_little_and_end_in_spaces_or_as_on_windows() {
    for text in [
        "A.\n\n   :::internal\nSECRET\n   :::\n\nB.\n",
        "A.\n\n:::internal  \nSECRET\n:::  \n\nB.\n",
        "A.\r\n\r\n:::internal\r\nSECRET\r\n:::\r\n\r\nB.\r\n",
    ] {
        let html = assert_internal(page(text), "SECRET").html("a/index.html");
        assert!(main_of(&html).contains("<p>A.</p>\n<p>B.</p>"), "{html}");
    }
}

#[test]
fn a_block_ends_a_paragraph_that_stands_at_it() {
    let html = public("A.\n:::internal\nSECRET\n:::\nB.\n");
    assert!(html.contains("A.") && html.contains("B.") && !html.contains(":::"), "{html}");
}

#[test]
fn how_long_a_block_is_does_not_show_even_between_lines_of_code() {
    let with = |inside: &str| public(&format!("A.\n\n    one\n\n:::internal\n{inside}\n:::\n\n    two\n"));
    assert_eq!(with("SECRET"), with("SECRET\n\nand\n\nmore"));
}

#[test]
fn headings_in_a_block_leave_no_gap_in_the_ids_of_others() {
    let html = public("## Talks\n\n:::internal\n## Talks\n:::\n\n## Talks\n");
    assert!(html.contains("id=\"talks\"") && html.contains("id=\"talks-2\""), "{html}");
    assert!(!html.contains("talks-3"), "{html}");
}

#[test]
fn footnotes_and_labels_of_a_block_do_not_reach_out_of_it() {
    let html = public(
        "A[^n] and [the paper].\n\n:::internal\n[^n]: SECRET\n\n[the paper]: https://secret.example/\n:::\n",
    );
    assert!(html.contains("A[^n] and [the paper]."), "{html}");
    let html =
        public("A[^a].\n\n:::internal\nB[^b].\n\n[^b]: SECRET\n:::\n\nC[^c].\n\n[^a]: One.\n[^c]: Two.\n");
    assert!(html.contains("[2]") && !html.contains("[3]"), "{html}");
}

#[test]
fn a_block_is_not_in_the_description_of_the_page() {
    let public = assert_internal(page(":::internal\nSECRET words.\n:::\n\nFor all.\n"), "SECRET");
    assert!(public.html("a/index.html").contains("<meta name=\"description\" content=\"For all.\">"));
}

#[test]
fn a_link_in_a_block_is_no_link_for_the_public() {
    let public = site(&page(":::internal\nSee [[1.1]].\n:::\n\nFor all.\n"));
    assert!(!public.item("1.1").contains("Referred to"));
}

#[test]
fn an_abbreviation_is_explained_at_its_first_public_use() {
    let agency = "---\nname: Ministry of Trade\nabbreviation: MOT\n---\n";
    let book = page(":::internal\nThe MOT knows.\n:::\n\nThe MOT says so.\n")
        .file("content/agencies/ar-trade.md", agency);
    let html = site(&book).html("a/index.html");
    assert!(main_of(&html).contains("<abbr title=\"Ministry of Trade\">MOT</abbr> says so."), "{html}");
}

#[test]
fn a_mistake_in_a_fence_stops_the_build() {
    for (line, text) in [
        (4, ":::internal\nSECRET\n"),
        (5, "SECRET\n:::\n"),
        (6, ":::internal\nSECRET\n:::internal\nSECRET\n:::\n:::\n"),
        (5, "SECRET\n    :::internal\nSECRET\n:::\n"),
        (4, "- :::internal\n  SECRET\n  :::\n"),
        (4, "> :::internal\n> SECRET\n> :::\n"),
    ] {
        for book in [page(text), page(text).internal()] {
            let outcome = book.build();
            let place = format!("internal-block content/pages/a.md:{line}");
            assert!(outcome.places().contains(&place), "{text:?}: {:?}", outcome.places());
            assert!(outcome.files.is_empty(), "{text:?}");
        }
    }
}

#[test]
fn a_misspelt_fence_publishes_nothing() {
    for text in [":::intrenal\nSECRET\n:::\n", "::: internal\nSECRET\n:::\n", ":::INTERNAL\nSECRET\n:::\n"] {
        let outcome = page(text).build();
        assert!(!outcome.knows("SECRET"), "{text:?}");
    }
}

#[test]
fn a_fence_in_a_block_of_code_is_a_fence() {
    let outcome = page("```text\n:::internal\nSECRET\n:::\n```\n").build();
    assert!(!outcome.knows("SECRET"), "{:?}", outcome.places());
}

#[test]
fn three_colons_within_a_line_are_no_fence() {
    let html = public("A ::: b and `:::internal`.\n");
    assert!(html.contains("A ::: b and <code>:::internal</code>."), "{html}");
}
