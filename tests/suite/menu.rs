//! The menu of the pages: groups that readers can tell apart, the page that they are on, and what is not there.

use planbook::diag::{Diagnostic, Severity};

use crate::book::Book;

const BOOK: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n";
const PAGE: &str = "---\ntitle: Imprint\n---\nWho publishes this.\n";

fn with(settings: &str) -> Book {
    Book::new().file("book.toml", [BOOK, settings].concat()).file("content/pages/imprint.md", PAGE)
}

/// What of the settings the one error marks, and the error.
#[track_caller]
fn one(settings: &str) -> (String, Diagnostic) {
    let mut found = with(settings).checked();
    found.retain(|problem| problem.severity == Severity::Error);
    assert_eq!(found.len(), 1, "{settings}: {found:?}");
    let problem = found.remove(0);
    let marked = [BOOK, settings].concat()[problem.span.unwrap().range()].to_owned();
    (marked, problem)
}

/// The group of that title in the menu of a page, as the texts of its links; the current one with a star.
fn group(page: &str, title: &str) -> Option<Vec<String>> {
    let menu = page.split("<ul class=\"site-groups\">").nth(1)?.split("</nav>").next()?;
    let mut groups = menu.split("<span class=\"group\">").skip(1);
    let group = groups.find(|group| group.starts_with(&format!("{title}<")))?;
    let link = |link: &str| {
        let (tag, text) = link.split_once('>').unwrap();
        let star = if tag.contains("aria-current=\"page\"") { "*" } else { "" };
        format!("{star}{}", text.split('<').next().unwrap())
    };
    Some(group.split("<a ").skip(1).map(link).collect())
}

#[test]
fn the_page_that_a_reader_is_on_is_marked_in_the_menu() {
    let settings = "[nav]\nadd = [{title = \"Imprint\", page = \"imprint\"}, {title = \"News\", url = \"https://news.example/\"}]\n";
    let site = with(settings).build();
    for (path, mark) in [("imprint/index.html", "*"), ("index.html", ""), ("items/1.1/index.html", "")] {
        let found = group(&site.page(path), "About and data").unwrap();
        assert!(
            found.contains(&format!("{mark}Imprint")) && found.contains(&"News".to_owned()),
            "{path}: {found:?}"
        );
    }
    let japanese = site.page("ja/imprint/index.html");
    assert!(japanese.contains("imprint/index.html\" aria-current=\"page\">"), "{japanese}");
    // No two links of a menu are the current one.
    let page = site.page("imprint/index.html");
    let menu = page.split("class=\"site-groups\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert_eq!(menu.matches("aria-current").count(), 1);
}

#[test]
fn a_menu_with_nothing_in_it_has_no_button() {
    let lists = [
        "progress", "rounds", "status", "kinds", "tags", "fields", "areas", "items", "plan", "editions",
        "agencies", "forums", "updates", "calendar", "sources", "glossary", "data",
    ];
    let hide = lists.map(|list| format!("\"{list}\"")).join(", ");
    let page = with(&format!("[nav]\nhide = [{hide}]\n")).build().page("index.html");
    assert!(!page.contains("site-menu") && !page.contains("site-groups"), "{page}");
    let page = with(&format!("[nav]\nhide = [{hide}]\nadd = [{{title = \"x\", page = \"imprint\"}}]\n"));
    assert!(page.build().page("index.html").contains("site-menu"));
}

#[test]
fn a_group_with_the_title_of_one_that_is_there_is_one_with_it() {
    let settings = "[nav]\ngroups = [{title = \"Progress\", lists = [\"agencies\"]}]\nadd = [{title = \"x\", page = \"imprint\", group = \"progress\"}]\n";
    let page = with(settings).build().page("index.html");
    assert_eq!(page.matches("<span class=\"group\">Progress</span>").count(), 1);
    let found = group(&page, "Progress").unwrap();
    assert_eq!(found.first().map(String::as_str), Some("Agencies"), "{found:?}");
    assert!(found.contains(&"By status".to_owned()) && found.contains(&"x".to_owned()), "{found:?}");
}

#[test]
fn two_groups_that_readers_cannot_tell_apart_are_an_error() {
    for groups in [
        "{title = \"G \", lists = [\"items\"]}, {title = \"G\", lists = [\"areas\"]}",
        "{title = {en = \"G\", ja = \"計画\"}, lists = [\"items\"]}, {title = {en = \"H\", ja = \"計画\"}, lists = [\"areas\"]}",
        "{title = {en = \"G\", ja = \"計画\"}, lists = [\"items\"]}, {title = \"計画\", lists = [\"areas\"]}",
    ] {
        let (marked, problem) = one(&format!("[nav]\ngroups = [{groups}]\n"));
        assert_eq!(marked, "title", "{groups}");
        assert!(problem.message.starts_with("two groups of the menu have the title"), "{}", problem.message);
    }
    // A link may name a group with or without the space at its end.
    let settings = "[nav]\ngroups = [{title = \"G \", lists = [\"items\"]}]\nadd = [{title = \"x\", page = \"imprint\", group = \"G\"}]\n";
    assert_eq!(with(settings).problems(), Vec::<String>::new());
}

#[test]
fn a_group_that_no_page_would_show_is_an_error() {
    for settings in [
        "[nav]\ngroups = [{title = \"G\", lists = []}]\n",
        "[nav]\nhide = [\"items\"]\ngroups = [{title = \"G\", lists = [\"items\"]}]\n",
        "[nav]\ngroups = [{title = \"G\", lists = []}]\nadd = [{title = \"x\", page = \"imprint\"}]\n",
    ] {
        let (marked, problem) = one(settings);
        assert_eq!(
            (marked.as_str(), problem.message.as_str()),
            ("title", "the group `G` of the menu has nothing in it")
        );
    }
    // One with links alone is none, and what is wrong with its link is one report.
    let links = "[nav]\ngroups = [{title = \"G\", lists = []}]\nadd = [{title = \"x\", page = \"imprint\", group = \"G\"}]\n";
    assert_eq!(with(links).problems(), Vec::<String>::new());
    one(
        "[nav]\ngroups = [{title = \"G\", lists = []}]\nadd = [{title = \"x\", url = \"no\", group = \"G\"}]\n",
    );
    one("[nav]\ngroups = [{title = \"G\", lists = [\"imprint\"]}]\n");
}

#[test]
fn a_page_among_lists_is_told_where_it_goes() {
    let (_, problem) = one("[nav]\ngroups = [{title = \"G\", lists = [\"items\", \"imprint\"]}]\n");
    let help = problem.help.unwrap();
    assert!(help.contains("add it with `add = [{title = \"…\", page = \"ID\", group = \"…\"}]`"), "{help}");
}

#[test]
fn a_link_to_an_internal_page_is_named_where_it_is_written() {
    let settings = "[nav]\nadd = [{title = \"Notes\", page = \"notes\"}]\n[footer]\nlinks = [{title = \"Notes\", page = \"notes\"}]\n";
    let internal = "---\ntitle: Notes\naudience: internal\n---\nWhat we think.\n";
    let book = with(settings).file("content/pages/notes.md", internal);
    let found: Vec<Diagnostic> =
        book.checked().into_iter().filter(|problem| problem.code.name == "link-to-internal").collect();
    let text = [BOOK, settings].concat();
    assert_eq!(found.len(), 2, "{found:?}");
    for problem in &found {
        assert_eq!(&text[problem.span.unwrap().range()], "\"notes\"");
        assert!(problem.message.contains("the page `notes` is internal"), "{}", problem.message);
    }
    let home = |book: &Book| String::from_utf8(book.build().files["index.html"].clone()).unwrap();
    assert!(!home(&book).contains("Notes"));
    assert!(home(&book.internal()).contains(">Notes</a>"));
    // Where all is internal, there is no public site that would lack it.
    let plan = "---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\naudience: internal\n---\n";
    let all = with(settings).file("content/pages/notes.md", internal).file("content/plan.md", plan);
    assert!(!all.problems().iter().any(|problem| problem.contains(" book.toml:")), "{:?}", all.problems());
}

#[test]
fn an_imprint_with_a_title_alone_is_still_to_be_filled_in() {
    let footer = "[footer]\nlinks = [{title = \"Imprint\", page = \"imprint\"}]\n";
    assert_eq!(with(footer).problems(), Vec::<String>::new());
    let empty = |settings: &str| {
        with(settings).file("content/pages/imprint.md", "---\ntitle: Imprint\norder: 1\n---\n")
    };
    let told = |settings: &str| {
        let mut places = empty(settings).strict().problems();
        places.retain(|place| place.starts_with("fill-in"));
        places
    };
    assert_eq!(told(footer), ["fill-in content/pages/imprint.md:1"]);
    assert_eq!(told(""), Vec::<String>::new());
}
