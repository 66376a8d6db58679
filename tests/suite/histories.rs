//! Long histories in pages, and what else on the page of a record grows with the plan: each part of it stands somewhere, and
//! each link leads to the page on which it stands.

use std::collections::BTreeSet;

use crate::book::{Book, Outcome, words};

const SETTINGS: &str = "[book]\ntitle = \"P\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://a.example/\"\n[lists]\npage-size = 10\n";

/// The ids of updates in a page, in their order.
fn updates(site: &Outcome, path: &str) -> Vec<String> {
    let html = site.page(path);
    let entries = html.split("<li class=\"ev").skip(1);
    entries.map(|rest| rest.split("id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

fn page(number: usize) -> String {
    match number {
        1 => "items/1.2/index.html".to_owned(),
        number => format!("items/1.2/page/{number}/index.html"),
    }
}

/// An item with 25 updates since the plan was adopted, a month after the other, and 8 before.
fn plan() -> Book {
    let mut updates = String::from("updates:\n");
    for month in 0..8 {
        updates += &format!("  - date: 2019-{:02}-05\n    note: There was no plan.\n", month + 1);
    }
    for month in 0..25 {
        let (year, month) = (2021 + month / 12, month % 12 + 1);
        updates += &format!(
            "  - date: {year}-{month:02}-05\n    status: in-progress\n    note: \"Round of {month}.\\n\\n## More\\n\\nIt went on.\"\n"
        );
    }
    Book::new().file("book.toml", SETTINGS).item("1.2", &updates)
}

#[test]
fn a_long_history_has_pages_and_each_update_stands_on_one_of_them() {
    let site = plan().build();
    assert_eq!(site.places(), Vec::<String>::new());
    let found: Vec<Vec<String>> = (1..=4).map(|number| updates(&site, &page(number))).collect();
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 10, 3]);
    assert_eq!(found[0][0], "update_1.2-2023-01-05");
    assert_eq!(found[2][4..6], ["update_1.2-2021-01-05", "update_1.2-2019-08-05"]);
    assert_eq!(found.iter().flatten().collect::<BTreeSet<_>>().len(), 33);
    assert!(!site.files.contains_key("items/1.2/page/5/index.html"));
    let (first, middle, last) = (site.page(&page(1)), site.page(&page(3)), site.page(&page(4)));
    assert!(first.contains("rel=\"next\" href=\"../../items/1.2/page/2/index.html\""));
    assert!(!first.contains("rel=\"prev\" href=\"../../items/1.2/") && !last.contains("rel=\"next\""));
    assert!(words(&middle).contains("History: 1.2 Item 1.2, page 3 of 4"), "{}", words(&middle));
    assert!(words(&middle).contains("21–30 of 33"));
    // What was before the plan has its section where it stands, and the contents of the item lead to it and to the years.
    assert!(middle.contains("id=\"page_baseline\"") && !first.contains("id=\"page_baseline\""));
    for link in ["../../items/1.2/page/3/index.html#page_baseline", "#update_1.2-2023-01-05"] {
        assert!(first.contains(&format!("<a href=\"{link}\">")), "{link}");
    }
    let data: serde_json::Value = serde_json::from_str(&site.page("items/1.2/index.json")).unwrap();
    assert_eq!(data["record"]["updates"].as_array().unwrap().len(), 33);
}

/// The links within the site that end in an id of an update, as a path and the id.
fn places(site: &Outcome, path: &str) -> BTreeSet<(String, String)> {
    let text = site.page(path);
    let links = text.split("#update_").collect::<Vec<_>>();
    let pairs = links.windows(2).filter_map(|pair| {
        let before = pair[0].rsplit(['"', '\\', '>', '\n']).next()?;
        let id: String = pair[1].chars().take_while(|c| !"\"\\<\r\n".contains(*c)).collect();
        let before = before.strip_prefix("https://a.example/").unwrap_or(before).replace("../", "");
        let file = if before.ends_with('/') { before + "index.html" } else { before };
        (!file.is_empty()).then(|| (file, format!("update_{id}")))
    });
    pairs.collect()
}

#[test]
fn every_link_to_an_update_leads_to_the_page_on_which_it_stands() {
    let text = "---\ntitle: About\n---\n\nSee [one](../areas/01-trade/1.2-item.md#update_1.2-2021-04-05), \
                [its text](../areas/01-trade/1.2-item.md#update_1.2-2021-05-05-more) and \
                [the start](../areas/01-trade/1.2-item.md#page_baseline).\n";
    let site = plan().file("content/pages/about.md", text).build();
    assert_eq!(site.places(), Vec::<String>::new());
    let about = site.page("about/index.html");
    for place in ["update_1.2-2021-04-05", "update_1.2-2021-05-05-more", "page_baseline"] {
        let (number, _) = (1..=4)
            .map(|number| (number, site.page(&page(number))))
            .find(|(_, html)| html.contains(&format!("id=\"{place}\"")))
            .unwrap();
        assert_eq!(number, 3, "{place}");
        assert!(about.contains(&format!("href=\"../items/1.2/page/3/index.html#{place}\"")), "{about}");
    }
    let mut seen = BTreeSet::new();
    let lists = ["updates/2021/index.html", "updates/2022/index.html", "updates/2023/index.html"];
    for path in
        lists.into_iter().chain(["updates/2021/page/2/index.html", "data/plan.json", "items/1.2/index.json"])
    {
        for (file, id) in places(&site, path) {
            assert!(site.page(&file).contains(&format!("id=\"{id}\"")), "{path}: {file} has no {id}");
            seen.insert(file);
        }
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
    let feeds: Vec<&String> = site.files.keys().filter(|path| path.ends_with("atom.xml")).collect();
    assert!(!feeds.is_empty());
    let wrong = "an id that is on no page is still reported";
    let broken = plan().file("content/pages/about.md", text.replace("2021-04-05", "2018-04-05")).problems();
    assert_eq!(broken.len(), 1, "{wrong}: {broken:?}");
}

/// What a feed calls an update stays the same when newer ones push it to another page; its address does not.
#[test]
fn the_name_of_an_entry_does_not_move() {
    let site = plan().build();
    let feed = site.page("atom.xml");
    let entry = feed.split("<entry>").find(|entry| entry.contains("update_1.2-2021-02-05")).unwrap();
    assert!(entry.contains("<id>https://a.example/items/1.2/#update_1.2-2021-02-05</id>"), "{entry}");
    assert!(entry.contains("href=\"https://a.example/items/1.2/page/3/#update_1.2-2021-02-05\""), "{entry}");
}

/// The number of rows on all pages of a list.
fn rows(site: &Outcome, list: &str, row: &str) -> usize {
    let pages = site.files.keys().filter(|path| path.starts_with(list) && path.ends_with("index.html"));
    let main = |path: &String| site.page(path).split("<main").nth(1).unwrap().matches(row).count();
    pages.map(main).sum()
}

#[test]
fn what_follows_from_many_records_is_bounded_on_the_page_of_a_record() {
    let mut book = plan().file("content/agencies/top.md", "---\nname: Top\n---\n");
    let mut updates = String::from("due: 2022-06-30\nupdates:\n");
    for number in 0..12 {
        let (year, low) = (2021 + number / 6, number % 6 * 2);
        updates += &format!(
            "  - date: {year}-{:02}-03\n    kind: date-change\n    new-due: {}-06-30\n    reason: More talks.\n    conflicts: Two sources differ.\n    note: Moved.\n",
            low + 1,
            2030 + number
        );
    }
    book = book.item("1.3", &updates);
    for number in 0..23 {
        let part = format!("---\ntitle: Part {number}\nkind: deliverable\ndepends-on: [\"1.3\"]\n---\n");
        book = book.file(&format!("content/areas/01-trade/1.4.{}-part.md", number + 1), part).file(
            &format!("content/agencies/under-{number}.md"),
            format!("---\nname: Under {number}\nparent: top\n---\n"),
        );
    }
    let site = book.item("1.4", "").build();
    assert_eq!(site.places(), Vec::<String>::new());
    for (page, list, row, shown, all) in [
        ("items/1.3/index.html", "items/1.3/due-dates/", "<li><time", None, 12),
        ("items/1.3/index.html", "items/1.3/conflicts/", "<li><time", None, 12),
        ("items/1.3/index.html", "items/1.3/required-by/", ">1.4.", Some(">1.4."), 23),
        ("items/1.4/index.html", "items/1.4/parts/", "<th scope=\"row\">", Some("<th scope=\"row\">"), 23),
        ("agencies/top/index.html", "agencies/top/children/", ">Under ", Some(">Under "), 23),
    ] {
        assert_eq!(rows(&site, list, row), all, "{list}");
        let html = site.page(page);
        let main = html.split("<main").nth(1).unwrap();
        assert!(main.contains(&format!("{list}index.html\">All {all}</a>")), "{list}");
        if let Some(shown) = shown {
            assert_eq!(main.matches(shown).count(), 10, "{page}: {shown}");
        }
    }
    assert_eq!(site.page("items/1.3/index.html").matches("Reason: More talks.").count(), 2);
}

#[test]
fn a_calendar_and_an_edition_that_are_long_have_pages() {
    let edition = "content/editions/2010";
    let mut book = Book::new()
        .file("book.toml", SETTINGS)
        .file("content/forums/round.md", "---\nname: Round\n---\n")
        .file(&format!("{edition}/plan.md"), "---\ntitle: Old\nparties: [A]\nadopted: 2010-01-01\n---\n")
        .file(&format!("{edition}/areas/a/area.md"), "---\nnumber: 1\ntitle: One\n---\n")
        .file(&format!("{edition}/areas/b/area.md"), "---\nnumber: 2\ntitle: Two\n---\n");
    for number in 1..=32 {
        let (area, folder) = if number <= 20 { (1, "a") } else { (2, "b") };
        let text = format!("---\ntitle: Old {number}\nkind: deliverable\n---\n");
        book = book.file(&format!("{edition}/areas/{folder}/{area}.{number}-old.md"), text);
    }
    for number in 0..70 {
        let (year, month, state) =
            (2020 + number / 12, number % 12 + 1, if number < 54 { "held" } else { "planned" });
        book = book.update(
            &format!("{year}-{month:02}-11-session"),
            "[\"1.1\"]",
            &format!("kind: meeting\nforum: round\nmeeting: {{state: {state}, number: {}}}\n", number + 1),
        );
    }
    let continues = "continues: [{edition: \"2010\", item: \"2.32\"}, {edition: \"2010\", item: \"1.1\"}]\n";
    let site = book.item("1.2", continues).build();
    assert_eq!(site.places(), Vec::<String>::new());
    let item = site.page("items/1.2/index.html");
    for place in ["2010/items/2.32/index.html", "2010/items/1.1/index.html"] {
        assert!(item.contains(&format!("editions/{place}\"")), "{place}");
    }
    let (first, second) =
        (site.page("editions/2010/index.html"), site.page("editions/2010/crosswalk/page/2/index.html"));
    assert_eq!((first.matches("id=\"item-").count(), second.matches("id=\"item-").count()), (30, 2));
    // What led to an item on the first page of its edition still does.
    assert!(second.contains("id=\"item-2.32\"") && first.contains("id=\"item-1.1\""));
    assert!(first.contains("href=\"crosswalk/index.html\""), "{first}");
    let pages = ["calendar/index.html", "calendar/page/2/index.html", "calendar/page/3/index.html"];
    let shown: Vec<usize> = pages
        .iter()
        .map(|path| site.page(path).split("<main").nth(1).unwrap().matches("<li><time").count())
        .collect();
    assert_eq!(shown, [30, 30, 10]);
    let html = site.page(pages[0]);
    // The years of the past know their page.
    assert!(html.contains("<a href=\"../calendar/page/2/index.html#page_past-2020\">2020</a>"), "{html}");
    assert!(html.contains("<a href=\"#page_past-2024\">2024</a>"));
    assert!(site.page(pages[1]).contains("id=\"page_past-2020\""));
    assert!(!site.page(pages[1]).contains("id=\"page_coming\""));
    // The picture of so many meetings has a mark for each that is not covered, and its table names some of each year.
    let forum = site.page("forums/round/index.html");
    assert!(words(&forum).contains("and 9 more"), "{}", words(&forum));
}
