//! The site of a plan of a real size: its pages in words, reviewed as snapshots, and the promises that it keeps.

use std::sync::LazyLock;

use crate::book::{Outcome, frozen, words};

static SITE: LazyLock<Outcome> = LazyLock::new(|| frozen().build());

fn page(path: &str) -> String {
    String::from_utf8(SITE.files[path].clone()).unwrap()
}

/// The main part of a page, one line a block, so that a review can read it.
fn main_text(path: &str) -> String {
    let html = page(path);
    let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let main = main.split_once('>').unwrap().1;
    let blocks = [
        "</p>",
        "</li>",
        "</h1>",
        "</h2>",
        "</h3>",
        "</tr>",
        "</dd>",
        "</dt>",
        "</blockquote>",
        "</summary>",
        "</caption>",
    ];
    let broken = blocks.iter().fold(main.to_owned(), |html, end| html.replace(end, &format!("{end}\u{1}")));
    broken.split('\u{1}').map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_area_item_part_agency_and_forum_has_its_page() {
    let count = |prefix: &str| {
        let page = |path: &&String| path.starts_with(prefix) && path.ends_with("/index.html");
        SITE.files.keys().filter(page).filter(|path| path.matches('/').count() == 2).count()
    };
    assert_eq!((count("areas/"), count("items/")), (12, 63));
    assert!(count("agencies/") >= 50 && count("forums/") >= 40);
    let known = ["announced-not-held", "numbering-gap"];
    let only_warnings = SITE.diagnostics.iter().all(|problem| known.contains(&problem.code.name));
    assert!(only_warnings, "{:?}", SITE.places());
}

#[test]
fn the_story_of_the_logistics_agreement_is_told_whole() {
    insta::assert_snapshot!("item-3.1", main_text("items/3.1/index.html"));
}

#[test]
fn an_item_of_which_nothing_is_known_says_so() {
    insta::assert_snapshot!("item-10.2", main_text("items/10.2/index.html"));
}

#[test]
fn the_coast_guard_answers_for_the_meeting_with_customs() {
    let page = page("agencies/jp-jcg/index.html");
    assert!(page.contains("items/10.2/index.html"), "{page}");
    insta::assert_snapshot!("agency-jp-jcg", main_text("agencies/jp-jcg/index.html"));
}

#[test]
fn the_home_page_says_where_the_plan_stands() {
    insta::assert_snapshot!("home", main_text("index.html"));
}

#[test]
fn the_forum_lists_its_meetings() {
    insta::assert_snapshot!("forum-two-plus-two", main_text("forums/two-plus-two/index.html"));
}

#[test]
fn the_whole_plan_is_on_one_page_word_for_word() {
    let page = words(&page("plan/index.html"));
    for text in [
        "Official's pol-mil dialogue",
        "Weapons of Mass Destructions",
        "Make Joint Efforts to strengthen CBRN",
        "Cooperate to promote the PSI in the region.",
    ] {
        assert!(page.replace("&#x27;", "'").replace("&#39;", "'").contains(text), "{text}");
    }
    insta::assert_snapshot!("plan", main_text("plan/index.html"));
}

#[test]
fn the_files_of_the_site_are_known() {
    let paths: Vec<&str> = SITE.files.keys().map(String::as_str).collect();
    insta::assert_snapshot!("files", paths.join("\n"));
}
