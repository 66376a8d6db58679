//! How changes are told: on the terminal, on a pull request, to other programs.

use super::{BEGUN, harbour, report};
use crate::book::Book;

/// One of each.
fn after() -> Book {
    harbour()
        .item("1.2", "text: Survey the upper river every year\ndue: 2023-12-31\nlead: [bo-water]\n")
        .file("content/updates/2021-05-01-begun.md", BEGUN.replace("upper river", "lower river"))
        .update("2022-01-01-stop", "[\"1.2\"]", "by: [bo-water]\nstatus: on-hold\nchallenges: No ship\n")
        .file("content/pages/map.png", b"\x89PNG")
}

#[test]
fn the_terminal_is_told() {
    insta::assert_snapshot!("human", planbook::diff::human(&report(after().since(&harbour()))));
}

#[test]
fn a_pull_request_is_told() {
    let report = report(after().since(&harbour()));
    insta::assert_snapshot!("markdown", planbook::diff::markdown(&report, Some("https://example.org/plan/")));
}

#[test]
fn nothing_in_a_text_is_obeyed_by_a_code_host() {
    let hostile = "@everyone #1 !2 <img src=x onerror=alert(1)> ![x](https://evil.example/) [a](https://evil.example) https://evil.example www.evil.example ~~x~~ **x** `x` | a\\@b GH-1 &amp; /close";
    let title = format!("title: '{}'", hostile.replace('\'', "''"));
    let item = format!("---\n{title}\nkind: deliverable\n---\n");
    let after = harbour().file("content/areas/01-trade/1.3-x.md", item);
    let text = planbook::diff::markdown(&report(after.since(&harbour())), None);
    let line = text.lines().find(|line| line.contains("everyone")).unwrap();
    for alive in ["@everyone", "#1", "!2", "https://", "www.evil", "@b", "&amp;"] {
        assert!(!line.contains(alive), "{alive} in {line}");
    }
    // The tags are ours; those of the text are none.
    let line = &["<strong>", "</strong>", "<ins>", "</ins>", "<del>", "</del>"]
        .iter()
        .fold(line.to_owned(), |line, tag| line.replace(tag, ""));
    let events: Vec<_> = pulldown_cmark::Parser::new_ext(line, pulldown_cmark::Options::all()).collect();
    let tags = events.iter().filter(|event| {
        matches!(
            event,
            pulldown_cmark::Event::Start(
                pulldown_cmark::Tag::Link { .. }
                    | pulldown_cmark::Tag::Image { .. }
                    | pulldown_cmark::Tag::Strikethrough
                    | pulldown_cmark::Tag::Emphasis
            ) | pulldown_cmark::Event::Html(_)
                | pulldown_cmark::Event::InlineHtml(_)
                | pulldown_cmark::Event::Code(_)
        )
    });
    assert_eq!(tags.count(), 0, "{line}");
}

#[test]
fn a_comment_is_never_longer_than_a_code_host_takes() {
    let long = "word ".repeat(500);
    let after = (0..500).fold(harbour(), |book, at| {
        book.item(&format!("1.{}", at + 10), &format!("text: {long}{at}\n"))
            .file(&format!("content/agencies/a-{at}.md"), format!("---\nname: \"{long}\"\n---\n"))
    });
    let text = planbook::diff::markdown(&report(after.since(&harbour())), None);
    assert!(text.len() < 65_000, "{}", text.len());
    assert!(text.contains("more changes are not shown"), "{}", &text[text.len() - 500..]);
}

#[test]
fn the_published_schema_is_that_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schemas/diff.schema.json");
    let schema = serde_json::to_string_pretty(&planbook::diff::schema()).unwrap() + "\n";
    if std::env::var_os("PLANBOOK_BLESS").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == schema,
        "write it anew: PLANBOOK_BLESS=1 cargo test diff"
    );
}
