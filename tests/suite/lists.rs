//! Lists in pages: every row stands on one of them, and each page leads to the others.

use crate::book::{Book, Outcome, words};

/// A plan with so many items, of which each third is completed in 2022.
fn plan(items: usize) -> Book {
    let done = "status: completed\nevidence: [{title: Minutes, url: \"https://a.example/\"}]\n";
    (2..=items).fold(Book::new(), |book, number| {
        let id = format!("1.{number}");
        let book = book.item(&id, "");
        match number % 3 {
            0 => book.update(&format!("2022-05-01-done-{number}"), &format!("[\"{id}\"]"), done),
            _ => book,
        }
    })
}

/// The links to the pages of items in the rows of a page.
fn rows(site: &Outcome, path: &str) -> Vec<String> {
    let html = site.page(path);
    let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let links = main.split("<th scope=\"row\"><a href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap().replace("../", "")).collect()
}

/// The address that a page of a list gives with a word.
fn link(site: &Outcome, path: &str, words: &str) -> Option<String> {
    let html = site.page(path);
    let nav = html.split("class=\"list-pages\"").nth(1)?.split("</nav>").next()?;
    let before = nav.split(&format!(">{words}</a>")).next().filter(|before| before.len() < nav.len())?;
    Some(before.rsplit("href=\"").next()?.split('"').next()?.to_owned())
}

#[test]
fn a_long_list_has_pages_and_each_row_stands_on_one_of_them() {
    let site = plan(250).build();
    let pages = ["items/index.html", "items/page/2/index.html", "items/page/3/index.html"];
    let found: Vec<Vec<String>> = pages.iter().map(|page| rows(&site, page)).collect();
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [100, 100, 50]);
    let all: std::collections::BTreeSet<&String> = found.iter().flatten().collect();
    assert_eq!(all.len(), 250);
    assert!(!site.files.contains_key("items/page/4/index.html"));
    let middle = words(&site.page(pages[1]));
    assert!(middle.contains("101–200 of 250"), "{middle}");
    assert!(middle.contains("Items, page 2 of 3"), "{middle}");
    assert_eq!(link(&site, pages[1], "Previous page").unwrap(), "../../../items/index.html");
    assert_eq!(link(&site, pages[1], "Next page").unwrap(), "../../../items/page/3/index.html");
    assert_eq!(link(&site, pages[0], "Last page").unwrap(), "../items/page/3/index.html");
    assert_eq!(link(&site, pages[0], "Previous page"), None);
    assert_eq!(link(&site, pages[2], "Next page"), None);
}

#[test]
fn groups_and_years_have_pages_too() {
    let site = plan(400).build();
    assert_eq!(rows(&site, "status/completed/index.html").len(), 100);
    assert_eq!(rows(&site, "status/completed/page/2/index.html").len(), 33);
    assert_eq!(rows(&site, "kinds/deliverable/page/4/index.html").len(), 99);
    let year = site.page("updates/2022/page/2/index.html");
    assert_eq!(year.matches("<li><time").count(), 33);
}

#[test]
fn a_short_list_has_one_page_and_says_nothing_of_others() {
    let site = plan(100).build();
    assert_eq!(rows(&site, "items/index.html").len(), 100);
    assert!(!site.page("items/index.html").contains("list-pages"));
    assert!(!site.files.contains_key("items/page/2/index.html"));
}

#[test]
fn the_settings_say_how_long_a_page_is() {
    let settings = "[book]\ntitle = \"P\"\nlanguages = [\"en\"]\n[lists]\npage-size = 10\n";
    let site = plan(25).file("book.toml", settings).build();
    assert_eq!(rows(&site, "items/page/3/index.html").len(), 5);
    let small = settings.replace("10", "3");
    let problems = plan(3).file("book.toml", small).problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
}

/// The links of a page that lead to a section of another, as a path and an id.
fn sections(site: &Outcome, page: &str) -> Vec<(String, String)> {
    let depth = page.matches('/').count();
    let links = site.page(page);
    let links = links.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()?.split_once('#'));
    links
        .filter(|(file, _)| file.contains("index.html"))
        .map(|(file, id)| {
            assert!(file.matches("../").count() <= depth, "{page}: {file}");
            (file.replace("../", ""), id.to_owned())
        })
        .collect()
}

#[test]
fn a_link_to_a_section_knows_on_which_page_it_stands() {
    let site = plan(400).as_of("2023-06-30").build();
    let mut seen = std::collections::BTreeSet::new();
    for page in ["index.html", "progress/index.html", "areas/index.html"] {
        for (path, id) in sections(&site, page).into_iter().filter(|(path, _)| path.starts_with("progress/"))
        {
            let target = site.page(&path);
            assert!(target.contains(&format!("id=\"{id}\"")), "{page}: {path} has no {id}");
            seen.insert(path);
        }
    }
    assert!(seen.iter().any(|path| path.contains("/page/")), "{seen:?}");
    // Every item that has no information stands in the list once.
    let pages = site.files.keys().filter(|path| path.starts_with("progress/no-information/"));
    let found: Vec<String> = pages.flat_map(|path| rows(&site, path)).collect();
    assert_eq!(found.len(), 267);
}

/// What a page shows of rows and links that can be many: each page of the site is small, whatever the plan has.
#[test]
fn the_lists_of_a_record_are_bounded_and_all_of_each_is_one_link_away() {
    let mut book = plan(260).file("content/forums/round.md", "---\nname: Round of talks\n---\n");
    for number in 2..=260 {
        let item = format!(
            "---\ntitle: Item {number}\nkind: deliverable\nlead: [ar-trade]\n---\n\nSee [[ar-trade]].\n"
        );
        book = book.file(&format!("content/areas/01-trade/1.{number}-item.md"), item);
        let (month, day) = (1 + number % 12, 1 + number % 28);
        let meeting = format!(
            "---\ntitle: Meeting {number}\ndate: 2023-{month:02}-{day:02}\nplan: true\nforum: round\nby: [ar-trade]\n---\n"
        );
        book = book.file(&format!("content/updates/2023-{month:02}-{day:02}-meeting-{number}.md"), meeting);
    }
    let ids: Vec<String> = (2..=260).map(|number| format!("\"1.{number}\"")).collect();
    let site = book.update("2023-12-01-all", &format!("[{}]", ids.join(", ")), "").build();
    assert_eq!(site.places(), Vec::<String>::new());
    for (page, list, expected) in [
        ("areas/1/index.html", "areas/1/items", [100, 100, 60]),
        ("agencies/ar-trade/index.html", "agencies/ar-trade/leads", [100, 100, 60]),
        ("updates/2023-12-01-all/index.html", "updates/2023-12-01-all/items", [100, 100, 59]),
    ] {
        let total: usize = expected.iter().sum();
        assert!(words(&site.page(page)).contains(&format!("All {total}")), "{page}");
        let pages = [
            format!("{list}/index.html"),
            format!("{list}/page/2/index.html"),
            format!("{list}/page/3/index.html"),
        ];
        let found: Vec<usize> = pages.iter().map(|page| rows(&site, page).len()).collect();
        assert_eq!(found, expected, "{list}");
    }
    assert_eq!(rows(&site, "areas/1/index.html").len(), 100);
    let count = |page: &str, what: &str| site.page(page).matches(what).count();
    assert_eq!(count("forums/round/index.html", "class=\"ev\""), 25);
    let meetings = ["index.html", "page/2/index.html", "page/3/index.html"];
    let meetings: usize =
        meetings.iter().map(|page| count(&format!("forums/round/meetings/{page}"), "<li><time")).sum();
    assert_eq!(meetings, 259);
    let referred = ["index.html", "page/2/index.html", "page/3/index.html"];
    let referred: usize = referred
        .iter()
        .map(|page| count(&format!("agencies/ar-trade/referred-by/{page}"), "<li><a href=\"../../../"))
        .sum();
    assert!(referred >= 259, "{referred}");
    // In a row of a list an update names its first items.
    assert!(words(&site.page("updates/2023/page/3/index.html")).contains("and 247 more"));
}

/// The note of tools that see the rows of one page, without what hides it until it holds.
const ONE_PAGE: &str = "<p class=\"fine table-part\">Filter and order apply to the rows on this page only.";

/// What the script offers is not more than it can do: on the page of a record it sees the first rows.
#[test]
fn tools_of_the_first_rows_say_that_they_see_one_page() {
    let (short, long) = (plan(100).build(), plan(102).build());
    assert!(!short.page("areas/1/index.html").contains(ONE_PAGE));
    assert!(long.page("areas/1/index.html").contains(ONE_PAGE));
    for page in ["kinds/deliverable/index.html", "areas/1/items/index.html", "items/index.html"] {
        assert!(!long.page(page).contains(ONE_PAGE), "{page}");
    }
}

/// What a file of rows gives to the script.
fn given<T: serde::de::DeserializeOwned>(site: &Outcome, path: &str) -> T {
    let script = site.page(path);
    let json = script.strip_prefix("planbookRows(").and_then(|rest| rest.strip_suffix(")\n")).unwrap();
    serde_json::from_str(json).unwrap()
}

/// The numbers that stand in a file as runs.
fn numbers(runs: &[i64]) -> Vec<usize> {
    let mut at = 0;
    let mut found = Vec::new();
    for run in runs.chunks(2) {
        at += run[0];
        found.extend((at..at + run[1]).map(|number| usize::try_from(number).unwrap()));
        at += run[1];
    }
    found
}

/// A list of some items is looked through as a whole, too: a file beside it says which of all rows are its own.
#[test]
fn a_list_of_some_items_says_which_of_all_rows_it_has() {
    let roles = |number: usize| {
        if number.is_multiple_of(5) { "{agency: ar-trade, basis: inferred}" } else { "ar-trade" }
    };
    let book = (2..=400).filter(|number| number % 2 == 0).fold(plan(400), |book, number| {
        let item = format!("---\ntitle: Item {number}\nkind: deliverable\nlead: [{}]\n---\n", roles(number));
        book.file(&format!("content/areas/01-trade/1.{number}-item.md"), item)
    });
    let site = book.build();
    let (build, html): (String, String) = given(&site, "items/rows.js");
    let all: Vec<&str> = html
        .split("<th scope=\"row\"><a href=\"")
        .skip(1)
        .map(|row| row.split('"').next().unwrap())
        .collect();
    assert_eq!(all.len(), 400);
    for list in ["status/completed", "kinds/deliverable", "areas/1/items", "agencies/ar-trade/leads"] {
        let (own_build, own, inferred): (String, Vec<i64>, Vec<i64>) =
            given(&site, &format!("{list}/rows.js"));
        assert_eq!(own_build, build, "{list}");
        let pages = std::iter::once(format!("{list}/index.html"))
            .chain((2..=4).map(|page| format!("{list}/page/{page}/index.html")));
        let pages: Vec<String> = pages.filter(|page| site.files.contains_key(page.as_str())).collect();
        let shown: Vec<String> = pages.iter().flat_map(|page| rows(&site, page)).collect();
        let chosen: Vec<&str> = numbers(&own).into_iter().map(|place| all[place]).collect();
        assert_eq!(chosen, shown, "{list}");
        let marked: Vec<usize> = (pages.iter().map(|page| site.page(page)))
            .flat_map(|page| {
                page.split("<th scope=\"row\">")
                    .skip(1)
                    .map(|row| row.split("</th>").next().unwrap().contains("\"inf\""))
                    .collect::<Vec<_>>()
            })
            .enumerate()
            .filter(|(_, marked)| *marked)
            .map(|(place, _)| place)
            .collect();
        assert_eq!(numbers(&inferred), marked, "{list}");
        assert_eq!(marked.len(), if list.ends_with("leads") { 40 } else { 0 }, "{list}");
        let up = "../".repeat(pages[1].matches('/').count());
        for attribute in [
            format!("data-rows=\"{up}items/rows.js\""),
            format!("data-own=\"{up}{list}/rows.js\""),
            format!("data-root=\"{up}\""),
            "data-from=\"100\"".to_owned(),
            format!("data-all=\"{}\"", shown.len()),
        ] {
            assert!(site.page(&pages[1]).contains(&attribute), "{attribute}");
        }
        assert_eq!(site.page(&pages[1]).contains("data-mark="), list.starts_with("agencies"), "{list}");
        // What is the same for all rows is no choice.
        let statuses = site.page(&pages[0]).contains("class=\"table-status\"");
        assert_eq!(statuses, list != "status/completed", "{list}");
    }
    assert!(!plan(100).build().files.keys().any(|path| path.ends_with("rows.js")));
}

/// What an agency does in an item stands in the row of its page, and the script gets it for the rows of all pages.
#[test]
fn a_list_of_roles_says_what_the_rows_of_its_pages_say_of_each() {
    let lead = |number: usize| match number % 4 {
        0 => "{agency: ar-trade, role: \"builds <it>\", person: Unit 3}",
        1 => "{agency: ar-trade, basis: later}",
        2 => "{agency: ar-trade, basis: inferred, role: pays}",
        _ => "ar-trade",
    };
    let book = (2..=250).fold(Book::new(), |book, number| {
        book.item(&format!("1.{number}"), &format!("lead: [{}]\n", lead(number)))
    });
    let book = book.file("content/agencies/ar-trade.md", "---\nname: Trade Ministry\n---\n");
    let site = book.build();
    let list = "agencies/ar-trade/leads";
    type Roles = (String, Vec<i64>, Vec<i64>, Vec<(usize, String)>);
    let (_, own, inferred, said): Roles = given(&site, &format!("{list}/rows.js"));
    let (own, inferred) = (numbers(&own), numbers(&inferred));
    assert_eq!(own.len(), 250);
    let pages = std::iter::once(format!("{list}/index.html"))
        .chain((2..=3).map(|page| format!("{list}/page/{page}/index.html")));
    let heads: Vec<String> = (pages.map(|page| site.page(&page)))
        .flat_map(|page| {
            let rows = page.split("<th scope=\"row\">").skip(1);
            rows.map(|row| row.split("</th>").next().unwrap().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(heads.len(), 250);
    for (place, head) in heads.iter().enumerate() {
        let words = said.iter().find(|(at, _)| *at == place).map_or("", |(_, html)| html);
        let mark = if inferred.contains(&place) { " <span class=\"inf\">inferred</span>" } else { "" };
        let after = head.split("</a>").nth(1).unwrap();
        let row = format!("{words}{mark} <span class=\"sub\">");
        assert!(after.starts_with(&row), "{place}: {after} {row}");
    }
    assert!(said.iter().any(|(_, html)| html.contains("(builds &lt;it&gt;, Unit 3)")), "{said:?}");
    assert!(said.len() > 180 && said.len() < 190, "{}", said.len());
}

/// Lists in pages cost little: all files that say which rows are whose are less than a hundredth of the pages.
#[test]
fn what_lists_say_of_their_rows_is_small() {
    let site = plan(400).build();
    let size = |test: &dyn Fn(&str) -> bool| -> usize {
        site.files.iter().filter(|(path, _)| test(path)).map(|(_, bytes)| bytes.len()).sum()
    };
    let own = size(&|path| path.ends_with("/rows.js") && path != "items/rows.js");
    let pages = size(&|path| path.ends_with(".html"));
    assert!(own > 0 && own * 100 < pages, "{own} of {pages}");
}

/// The list of items is looked through as a whole: the script finds the rows of all pages in one file.
#[test]
fn the_rows_of_all_items_are_in_one_file_for_the_script() {
    let (short, long) = (plan(100).build(), plan(250).build());
    assert!(
        !short.files.contains_key("items/rows.js") && !short.page("items/index.html").contains("data-rows")
    );
    let (_, html): (String, String) = given(&long, "items/rows.js");
    assert_eq!(html.matches("<th scope=\"row\">").count(), 250);
    assert!(html.contains("<a href=\"items/1.250/index.html\">"), "addresses are from the root");
    let page = long.page("items/page/2/index.html");
    for attribute in [
        "data-rows=\"../../../items/rows.js\"",
        "data-root=\"../../../\"",
        "data-from=\"100\"",
        "data-all=\"250\"",
    ] {
        assert!(page.contains(attribute), "{attribute}");
    }
    let first = page.split("<tr>").nth(2).unwrap().split("</tr>").next().unwrap().replace("../../../", "");
    assert!(html.contains(&first), "a row is the same in both: {first}");
}

#[test]
fn sources_agencies_and_the_glossary_have_pages() {
    let mut book = plan(1);
    for number in 1..=120 {
        book = book
            .file(
                &format!("content/agencies/office-{number:03}.md"),
                format!("---\nname: Office {number:03}\n---\n"),
            )
            .file(
                &format!("content/sources/text-{number:03}.md"),
                format!("---\ntitle: Text {number:03}\ndate: 2020\n---\n"),
            );
    }
    let site = book.build();
    for (list, rest, row) in
        [("agencies", 21, "<tr><th scope=\"row\">"), ("glossary", 21, "<dt>"), ("sources", 20, "<li><time")]
    {
        for (page, count) in [("", 100), ("page/2/", rest)] {
            let html = site.page(&format!("{list}/{page}index.html"));
            let main = html.split("<main").nth(1).unwrap();
            assert_eq!(main.matches(row).count(), count, "{list}/{page}");
        }
        let second = words(&site.page(&format!("{list}/page/2/index.html")));
        assert!(second.contains(&format!("101–{0} of {0}", 100 + rest)), "{list}: {second}");
    }
}

#[test]
fn a_plan_with_too_many_items_for_one_page_has_a_page_for_each_area() {
    let small = plan(20).build();
    assert!(
        small.page("plan/index.html").contains("id=\"item-1.20\"")
            && !small.files.contains_key("plan/1/index.html")
    );
    let large = plan(2_001).build();
    let contents = large.page("plan/index.html");
    assert!(
        !contents.contains("id=\"item-") && contents.contains("href=\"../plan/1/index.html\""),
        "{contents}"
    );
    let part = large.page("plan/1/index.html");
    assert_eq!(part.matches("<li id=\"item-").count(), 2_001);
}

#[test]
fn the_dashboard_of_hundreds_of_areas_goes_on_in_further_pages() {
    let area = |book: Book, number: usize| {
        let folder = format!("content/areas/{number:03}-area");
        book.file(&format!("{folder}/area.md"), format!("---\nnumber: {number}\ntitle: Area {number}\n---\n"))
            .file(
                &format!("{folder}/{number}.1-item.md"),
                format!("---\ntitle: Item {number}\nkind: deliverable\n---\n"),
            )
    };
    let site = (2..=300).fold(Book::new(), area).build();
    assert_eq!(site.places(), Vec::<String>::new());
    let first = site.page("progress/index.html");
    assert!(first.contains("id=\"page_status\"") && first.contains("id=\"page_time\""));
    let second = site.page("progress/page/2/index.html");
    assert!(!second.contains("id=\"page_status\"") && !second.contains("id=\"page_time\""));
    let pages = site.files.keys().filter(|path| path.starts_with("progress/page/")).count() + 1;
    let rows = |page: &str| page.matches("class=\"bar-cell\"").count();
    let later: Vec<usize> =
        (2..=pages).map(|page| rows(&site.page(&format!("progress/page/{page}/index.html")))).collect();
    assert_eq!(rows(&first) + later.iter().sum::<usize>(), 300);
    assert!(!later.is_empty() && later.iter().all(|rows| *rows > 0), "{later:?}");
}
