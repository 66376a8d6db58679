//! The dashboards: what they count, that each number opens the list that it counts, and that the years agree with what a
//! site of that year says.

use std::path::Path;
use std::sync::LazyLock;

use crate::book::{Book, Outcome, frozen, words};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

static LARGE: LazyLock<Outcome> = LazyLock::new(|| frozen().build());
static EVERYTHING: LazyLock<Outcome> =
    LazyLock::new(|| Book::load(&Path::new(ROOT).join("tests/everything")).build());

/// A page of a site that may have warnings.
fn page_of(site: &Outcome, path: &str) -> String {
    String::from_utf8(site.files.get(path).unwrap_or_else(|| panic!("{path}")).clone()).unwrap()
}

/// The links of a part of a page: address and words.
fn links(html: &str) -> Vec<(String, String)> {
    html.split("<a ")
        .skip(1)
        .filter_map(|rest| {
            let (tag, rest) = rest.split_once('>')?;
            let href = tag.split("href=\"").nth(1)?.split('"').next()?;
            Some((href.to_owned(), words(rest.split("</a>").next()?)))
        })
        .collect()
}

/// The path of a link's file from the root, and the id after `#`.
fn target(page: &str, href: &str) -> (String, Option<String>) {
    let (file, id) = href.split_once('#').map_or((href, None), |(file, id)| (file, Some(id.to_owned())));
    if file.is_empty() {
        return (page.to_owned(), id);
    }
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in file.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            step => folders.push(step),
        }
    }
    (folders.join("/"), id)
}

/// How many rows there are where a link leads: on the whole page, or in the section of an id.
fn rows(site: &Outcome, page: &str, href: &str) -> usize {
    let (path, id) = target(page, href);
    let html = page_of(site, &path);
    let count = |part: &str| {
        let places = ["<td class=\"n\">", "<h3 id=\"page_item_", "<li><time", "<li><span class=\"date\">"];
        places.iter().map(|place| part.matches(place).count()).sum::<usize>()
    };
    let main = html.split("<main").nth(1).unwrap();
    match id.as_deref() {
        None if path == "progress/slips/index.html" => main.matches("<h3 id=\"page_item_").count(),
        None => count(main),
        // All sections of the years of an area.
        Some("page_updates") => count(main.split("id=\"page_updates\"").nth(1).unwrap()),
        Some(id) => {
            let from = main.split(&format!("id=\"{id}\"")).nth(1).unwrap();
            count(from.split("</section>").next().unwrap())
        }
    }
}

fn number(text: &str) -> Option<usize> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = &text[digits.len()..];
    let counts = rest.is_empty() || rest.starts_with(' ');
    digits.parse().ok().filter(|_| counts)
}

/// Numbers that are no counts stand in links too: those of items and areas, and years.
fn assert_numbers_open_their_lists(site: &Outcome, page: &str) -> usize {
    let html = page_of(site, page);
    let main = html.split("<main").nth(1).unwrap().split("<footer").next().unwrap();
    let mut seen = 0;
    for (href, text) in links(main) {
        let (path, _) = target(page, &href);
        let counts = path.starts_with("progress/") || path.starts_with("status/");
        let year = |name: &str| name.len() == 4 && name.chars().all(|c| c.is_ascii_digit());
        let dated = path.split('/').nth(1).is_some_and(year);
        let named = !href.contains('#') && (path.starts_with("progress/areas/") || dated);
        if let (true, false, Some(expected)) = (counts, named, number(&text)) {
            assert_eq!(rows(site, page, &href), expected, "{page}: {text} leads to {href}");
            seen += 1;
        }
    }
    seen
}

#[test]
fn every_number_of_a_dashboard_opens_the_list_that_it_counts() {
    let mut seen = 0;
    for site in [&*LARGE, &*EVERYTHING] {
        for page in ["index.html", "progress/index.html", "areas/index.html"] {
            let found = assert_numbers_open_their_lists(site, page);
            assert!(found > 5, "{page} has only {found}");
            seen += found;
        }
        let of_bodies = |path: &&String| {
            let folders = ["areas/", "agencies/", "progress/areas/", "progress/agencies/"];
            folders.iter().any(|folder| path.starts_with(folder)) && path.ends_with("/index.html")
        };
        for page in site.files.keys().filter(of_bodies) {
            seen += assert_numbers_open_their_lists(site, page);
        }
    }
    assert!(seen > 400, "only {seen} numbers were seen");
}

#[test]
fn every_number_of_the_matrix_opens_the_items_that_it_counts() {
    let html = page_of(&LARGE, "progress/matrix/index.html");
    let (table, lists) = html.split_once("<table").unwrap().1.split_once("</table>").unwrap();
    let mut seen = 0;
    for cell in table.split("href=\"#").skip(1) {
        let (id, rest) = cell.split_once("\">").unwrap();
        let cell = rest.split("</a>").next().unwrap();
        let between =
            |from: &str, to: &str| Some(cell.split_once(from)?.1.split_once(to)?.0.parse::<usize>().unwrap());
        let expected = between("<b>", "</b>").unwrap_or(0) + between("+", "</span>").unwrap_or(0);
        let line = lists.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("</dd>").next().unwrap();
        assert_eq!(links(line).len(), expected + 1, "{id} has a link to its area and one to each item");
        seen += 1;
    }
    assert!(seen > 50, "only {seen} cells were seen");
}

/// The counts of the statuses on the page of a list of items by status.
fn counts(site: &Outcome, path: &str) -> Vec<String> {
    let html = page_of(site, path);
    let line = html.split("<ul class=\"counts\">").nth(1).unwrap().split("</ul>").next().unwrap();
    links(line).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_year_of_the_past_says_what_a_site_of_that_day_says() {
    for year in ["2010", "2013", "2019"] {
        let then = frozen().as_of(&format!("{year}-12-31")).build();
        let page = format!("progress/{year}/index.html");
        let now = counts(&LARGE, &page);
        assert_eq!(now, counts(&then, &page), "{year}");
        assert!(now.len() > 2, "{now:?}");
    }
}

#[test]
fn the_story_of_the_plan_is_told_in_a_sentence() {
    let page = words(&page_of(&LARGE, "progress/index.html"));
    let story = "Of 61 items and parts, 3 are completed, 13 are continuing and one ended in another way. For 26 there is public information, but no source states how far they have come. For 18 no public information was found.";
    assert!(page.contains(story), "{page}");
}

#[test]
fn what_nobody_reported_is_a_state_of_its_own_and_never_not_done() {
    let outcome = Book::new().item("1.2", "due: 2021\n").build();
    let unknown = words(&outcome.page("progress/no-information/index.html"));
    assert!(unknown.contains("Item 1.2") && unknown.contains("That does not mean that nothing was done"));
    let overdue = words(&outcome.page("progress/overdue/index.html"));
    assert!(overdue.contains("Item 1.2") && overdue.contains("No public information found"), "{overdue}");
    let page = words(&outcome.page("progress/index.html"));
    assert!(
        !page.contains("not started") && page.contains("For 2 no public information was found"),
        "{page}"
    );
}

#[test]
fn an_overdue_item_leaves_the_list_when_it_is_completed_and_the_latest_is_first() {
    let book = Book::new()
        .item("1.2", "due: 2024-01-31\n")
        .item("1.3", "due: 2021-05-01\n")
        .item("1.4", "due: 2020-06-30\n")
        .update(
            "2022-05-01-done",
            "[\"1.4\"]",
            "status: completed\nevidence: [{title: T, url: \"https://a.example/\"}]\n",
        );
    let page = words(&book.build().page("progress/overdue/index.html"));
    let place = |text: &str| page.find(text);
    assert!(place("Item 1.3") < place("Item 1.2") && place("Item 1.3").is_some(), "{page}");
    assert_eq!(place("Item 1.4"), None, "{page}");
    let before = words(&book.as_of("2021-12-31").build().page("progress/overdue/index.html"));
    assert!(before.contains("Item 1.4") && !before.contains("Item 1.2"), "{before}");
}

#[test]
fn an_item_that_goes_backwards_is_listed_with_both_statuses() {
    let outcome = Book::new()
        .item("1.2", "")
        .update("2021-05-01-on", "[\"1.2\"]", "status: in-progress\ndegree: substantial\n")
        .update("2022-05-01-off", "[\"1.2\"]", "status: on-hold\nchallenges: No money.\n")
        .build();
    let page = words(&outcome.page("progress/backwards/index.html"));
    assert!(page.contains("In progress, substantial progress, then On hold"), "{page}");
    assert!(page.contains("Update 2022-05-01-off"), "{page}");
}

#[test]
fn the_ledger_shows_each_move_of_a_date_with_its_reason() {
    let page = words(&EVERYTHING.page("progress/slips/index.html"));
    for text in [
        "postponed 2 times; 24 months later",
        "In the plan 2022 Q2",
        "The tender had to be repeated.",
        "Harbour Authority 1 2 24",
    ] {
        assert!(page.contains(text), "{text} is not in {page}");
    }
}

#[test]
fn a_dashboard_of_nothing_says_so() {
    let outcome = Book::empty()
        .file("book.toml", "[book]\ntitle = \"Empty\"\n")
        .file("content/plan.md", "---\ntitle: P\nparties: [Arland]\nadopted: 2020\n---\n")
        .build();
    let page = words(&page_of(&outcome, "progress/index.html"));
    assert!(page.contains("No items.") && !page.contains("Status over time"), "{page}");
    for (list, text) in [
        ("no-information", "There is public information on every item."),
        ("with-information", "No public information was found on any item."),
        ("kinds", "No items."),
    ] {
        let page = words(&page_of(&outcome, &format!("progress/{list}/index.html")));
        assert!(page.contains(text), "{list}: {page}");
    }
    for list in ["overdue", "stale", "recent", "backwards", "slips", "assessments"] {
        let path = format!("progress/{list}/index.html");
        assert!(!outcome.files.contains_key(&path), "nothing can ever stand in {path}");
    }
}

#[test]
fn a_list_that_is_empty_today_says_so() {
    let plan = "---\ntitle: P\nparties: [Arland]\nadopted: 2020\nreporting: {every: 1 year}\n---\n";
    let outcome = Book::new()
        .file("content/plan.md", plan)
        .item("1.2", "due: 2030-06-30\n")
        .update("2022-01-01-begun", "[\"1.2\"]", "status: in-progress\n")
        .update("2023-03-01-more", "[\"1.2\"]", "status: in-progress\n")
        .as_of("2024-02-28")
        .build();
    for (list, text) in [
        ("overdue", "Nothing is overdue."),
        ("stale", "Nothing is out of date."),
        ("backwards", "No status was lowered."),
        ("slips", "No due date changed."),
    ] {
        let page = words(&page_of(&outcome, &format!("progress/{list}/index.html")));
        assert!(page.contains(text), "{list}: {page}");
    }
}

#[test]
fn a_story_of_many_centuries_shows_the_newest_years() {
    let outcome = Book::new()
        .file("content/plan.md", "---\ntitle: P\nparties: [Arland]\nadopted: 0800\n---\n")
        .today("2024-06-30")
        .build();
    let years =
        outcome.files.keys().filter(|path| path.starts_with("progress/1") || path.starts_with("progress/2"));
    assert_eq!(years.count(), 40);
    assert!(!outcome.files.contains_key("progress/1984/index.html"));
}
