//! Several plans in one site: each edition is a plan of its own, with what the book's plans share.

use std::collections::BTreeMap;

use crate::book::{Book, Outcome, words};

const OLD: &str = "content/editions/2016";

/// A plan with an edition of 2016, and an older one of 2012.
fn book() -> Book {
    Book::new()
        .file("content/forums/round.md", "---\nname: Round\nabbreviation: RD\n---\n\nThe talks on [[1.1]].\n")
        .file("content/agencies/bo-ports.md", "---\nname: Port Office\nparty: Boria\n---\n\nIt leads [[1.2]].\n")
        .file(
            &format!("{OLD}/plan.md"),
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\nclosed: 2019-12-31\nkinds: {default: event}\ntags: {where: {title: Where, values: {north: North}}}\n---\n\nFirst [[1.1]], with [[bo-ports]].\n",
        )
        .file(&format!("{OLD}/areas/01-old/area.md"), "---\nnumber: 1\ntitle: Old trade\nlead: [bo-ports]\n---\n\nAll of [[1.1]].\n")
        .file(
            &format!("{OLD}/areas/01-old/1.1-lamps.md"),
            "---\ntitle: Old lamps\nkind: deliverable\ncode: OLD-1\nlead: [bo-ports]\ndue: 2018\ntags: [where/north]\ncontinues: [{edition: \"2012\", item: \"1.1\", how: unchanged}]\nupdates:\n  - {date: 2017-02-01, status: in-progress, note: The lamps were ordered., by: [bo-ports]}\n---\n",
        )
        .file(
            &format!("{OLD}/areas/01-old/1.2-buoys.md"),
            "---\ntitle: Old buoys\n---\n\nSee [[OLD-1]] and [the lamps](1.1-lamps.md).\n",
        )
        .file(
            &format!("{OLD}/updates/2018/2018-03-04-lit.md"),
            "---\ntitle: The lamps are lit\ndate: 2018-03-04\nitems: [\"1.1\"]\nforum: round\nkind: meeting\nmeeting: {state: held}\nstatus: completed\nevidence: [{title: Notice, url: \"https://a.example/lit\"}]\n---\n",
        )
        .file("content/editions/2012/plan.md", "---\ntitle: Oldest plan\nparties: [Arland]\nadopted: 2012-01-01\n---\n")
        .file("content/editions/2012/areas/1/area.md", "---\nnumber: 1\ntitle: Oldest trade\n---\n")
        .file("content/editions/2012/areas/1/1.1-wicks.md", "---\ntitle: Wicks\nkind: event\n---\n")
        .item("1.2", "lead: [bo-ports]\ncontinues: [{edition: \"2016\", item: \"1.1\", how: amended}]\n")
}

fn site() -> Outcome {
    let site = book().build();
    assert_eq!(site.places(), Vec::<String>::new());
    site
}

#[test]
fn an_edition_has_statuses_leads_updates_and_dashboards_of_its_own() {
    let site = site();
    let item = words(&site.page("editions/2016/items/1.1/index.html"));
    for shown in [
        "OLD-1 Old lamps",
        "Completed",
        "since 4 March 2018",
        "Port Office",
        "The lamps were ordered.",
        "North",
    ] {
        assert!(item.contains(shown), "{shown}: {item}");
    }
    let own = words(&site.page("items/1.2/index.html"));
    assert!(own.contains("No public information found") && !own.contains("The lamps"), "{own}");
    for page in [
        "editions/2016/areas/1/index.html",
        "editions/2016/updates/2018-03-04-lit/index.html",
        "editions/2016/progress/index.html",
        "editions/2016/progress/agencies/bo-ports/index.html",
        "editions/2016/status/completed/index.html",
        "editions/2016/tags/where/north/index.html",
        "editions/2016/plan/index.html",
    ] {
        assert!(!site.page(page).is_empty(), "{page}");
    }
}

#[test]
fn each_page_of_an_edition_says_which_and_leads_to_the_newest() {
    let site = site();
    let pages =
        site.files.keys().filter(|path| path.starts_with("editions/2016/") && path.ends_with(".html"));
    let mut count = 0;
    for path in pages {
        let html = site.page(path);
        assert!(html.contains("Harbour plan: edition 2016</title>"), "{path}");
        assert!(words(&html).contains("This page belongs to another edition of the plan: 2016"), "{path}");
        assert!(words(&html).contains("The plan ended on 31 December 2019"), "{path}");
        count += 1;
    }
    assert!(count > 40, "{count}");
    let html = site.page("editions/2016/items/1.1/index.html");
    for link in [
        "../../../../index.html\">Harbour plan</a>",
        "../../../../editions/index.html\">Editions</a>",
        "../../index.html\">2016</a>",
    ] {
        assert!(html.contains(link), "{link}: {html}");
    }
    assert!(!words(&site.page("items/1.2/index.html")).contains("another edition"));
}

#[test]
fn items_lead_to_what_they_continue_and_to_what_continues_them() {
    let site = site();
    let new = site.page("items/1.2/index.html");
    assert!(new.contains("../../editions/2016/items/1.1/index.html\">2016: OLD-1 Old lamps</a>"), "{new}");
    let old = site.page("editions/2016/items/1.1/index.html");
    assert!(old.contains("../../../../items/1.2/index.html\">newest plan: 1.2 Item 1.2</a>"), "{old}");
    assert!(old.contains("../../../../editions/2012/items/1.1/index.html\">2012: 1.1 Wicks</a>"), "{old}");
    let home = site.page("editions/2016/index.html");
    let row =
        home.split("id=\"item-1.1\"").nth(1).expect("an anchor of the former page").split("</tr>").next();
    let row = words(row.expect("a row"));
    for shown in [
        "OLD-1 Old lamps",
        "Completed",
        "2012: 1.1 Wicks",
        "unchanged",
        "newest plan: 1.2 Item 1.2",
        "amended",
    ] {
        assert!(row.contains(shown), "{shown}: {row}");
    }
    let oldest = site.page("editions/2012/items/1.1/index.html");
    assert!(
        oldest.contains("../../../../editions/2016/items/1.1/index.html\">2016: OLD-1 Old lamps</a>"),
        "{oldest}"
    );
}

#[test]
fn all_plans_stand_beside_each_other_with_their_counts() {
    let html = site().page("editions/index.html");
    let text = words(&html);
    let places = ["Harbour plan", "Old plan (2016)", "Oldest plan (2012)"].map(|title| text.find(title));
    assert!(places.is_sorted() && places[0].is_some(), "{text}");
    assert!(html.contains("editions/2016/status/completed/index.html\">1</a>"), "{html}");
    assert!(text.contains("31 December 2019"), "{text}");
}

#[test]
fn what_plans_share_has_its_words_once_and_its_work_with_each() {
    let site = site();
    let agency = site.page("agencies/bo-ports/index.html");
    assert!(words(&agency).contains("2016: 2 items, one update"), "{}", words(&agency));
    assert!(agency.contains("../../editions/2016/agencies/bo-ports/index.html"));
    let old = site.page("editions/2016/agencies/bo-ports/index.html");
    assert!(words(&old).contains("Old lamps") && !words(&old).contains("It leads"), "{old}");
    assert!(old.contains("../../../../agencies/bo-ports/index.html"));
    // An agency of which the edition says nothing has no page there.
    assert!(!site.files.contains_key("editions/2016/agencies/ar-trade/index.html"));
    let forum = words(&site.page("editions/2016/forums/round/index.html"));
    assert!(forum.contains("The lamps are lit") && !forum.contains("The talks on"), "{forum}");
}

#[test]
fn the_data_of_an_edition_are_in_the_format_of_the_plan() {
    let site = site();
    let json = |path: &str| -> serde_json::Value { serde_json::from_slice(&site.files[path]).unwrap() };
    let root = json("data/plan.json");
    assert_eq!(root["items"].as_array().map(Vec::len), Some(2));
    let listed = &root["editions"][1];
    assert_eq!(
        (listed["id"].as_str(), listed["data"].as_str()),
        (Some("2016"), Some("editions/2016/data/plan.json"))
    );
    let old = json("editions/2016/data/plan.json");
    assert_eq!(old["items"][0]["id"], "1.1");
    assert_eq!(old["items"][0]["url"], "editions/2016/items/1.1/index.html");
    assert_eq!(old["items"][0]["continues"][0]["edition"], "2012");
    assert_eq!(old["items"][0]["continued_by"][0]["item"], "1.2");
    assert_eq!(old["updates"].as_array().map(Vec::len), Some(2));
    assert_eq!(json("editions/2016/items/1.1/index.json")["record"]["standing"]["status"], "completed");
    assert!(String::from_utf8_lossy(&site.files["editions/2016/data/items.csv"]).contains("Old lamps"));
}

#[test]
fn an_edition_is_checked_like_the_plan_with_its_own_paths() {
    let problem = |path: &str, text: &str| book().file(&format!("{OLD}/{path}"), text).problems();
    let lamps = "areas/01-old/1.3-x.md";
    let cases = [
        (lamps, "---\ntitle: X\nkind: event\nlead: [nobody]\n---\n", "unknown-agency", 4),
        (lamps, "---\ntitle: X\nkind: event\nrelated: [\"9.9\"]\n---\n", "unknown-item", 4),
        (lamps, "---\ntitle: X\nkind: event\ntags: [where/south]\n---\n", "unknown-tag", 4),
        (lamps, "---\ntitle: X\nkind: event\n---\n\nSee [[9.9]].\n", "dangling-reference", 6),
        (
            lamps,
            "---\ntitle: X\nkind: event\ncontinues: [{edition: \"2016\", item: \"1.1\"}]\n---\n",
            "unknown-edition",
            4,
        ),
        (
            lamps,
            "---\ntitle: X\nkind: event\ncontinues: [{edition: \"2012\", item: \"1.7\"}]\n---\n",
            "unknown-item",
            4,
        ),
        (
            "updates/2018-04-01-x.md",
            "---\ntitle: X\ndate: 2018-04-01\nitems: [\"1.1\"]\nstatus: completed\n---\n",
            "completed-without-evidence",
            5,
        ),
    ];
    for (path, text, code, line) in cases {
        assert_eq!(problem(path, text), [format!("{code} {OLD}/{path}:{line}")], "{text}");
    }
    // What is shared is reported once.
    let agency = "---\nname: X\nparent: nobody\n---\n";
    let problems = book().file("content/agencies/x.md", agency).problems();
    assert_eq!(problems, ["unknown-agency content/agencies/x.md:3"]);
    // A file of an edition that belongs to all plans.
    let problems = problem("agencies/x.md", "---\nname: X\n---\n");
    assert_eq!(problems, [format!("misplaced-file {OLD}/agencies/x.md:1")]);
}

/// The problems of a book that shares records with two editions.
fn shared(extra: &[(&str, &str)]) -> Vec<String> {
    let settings =
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[check]\nundefined-acronym = \"warning\"\n";
    let book = extra.iter().fold(book(), |book, (path, text)| book.file(path, text));
    book.file("book.toml", settings).strict().problems()
}

#[test]
fn what_plans_share_is_checked_once() {
    let agency = (
        "content/agencies/bo-ports.md",
        "---\nname: Port Office\nparty: Boria\nnative-name: 港湾局\n---\n\nIt asks the XYZ, 港湾.\n",
    );
    let like_it = ("content/agencies/bo-port.md", "---\nname: Port Ofice\nparty: Boria\n---\n");
    let page = ("content/pages/lost.md", "---\ntitle: Lost\n---\n\nBy the XYZ.\n");
    let csv = ("content/files/stray.csv", "period,value\n2020,1\n");
    let source =
        ("content/sources/text.md", "---\ntitle: Text\ndate: 2016-01-01\n---\n\n```plan-text\n1 Old\n```\n");
    let mut found = shared(&[agency, like_it, page, csv, source]);
    found.sort();
    let mut expected = vec![
        "orphan-page content/pages/lost.md:1",
        "similar-agency content/agencies/bo-ports.md:1",
        "source-text-unchecked content/sources/text.md:7",
        "stray-file content/files/stray.csv:1",
        "undefined-acronym content/agencies/bo-ports.md:7",
        "undefined-acronym content/pages/lost.md:5",
        "unmarked-language content/agencies/bo-ports.md:4",
        "unmarked-language content/agencies/bo-ports.md:7",
    ];
    expected.sort_unstable();
    found.retain(|it| !it.contains("content/areas") && !it.contains("content/editions"));
    assert_eq!(found, expected);
}

#[test]
fn the_files_that_an_edition_takes_its_numbers_and_its_text_from_are_checked_with_it() {
    let item = |folder: &str| {
        let keys = format!(
            "title: Wells\nkind: deliverable\nindicators:\n  - {{id: w, title: Wells, unit: wells, figures: {folder}files/w.csv}}\n"
        );
        format!("---\n{keys}---\n")
    };
    let twice = "period,value\n2016,1\n2016,2\n";
    let own = format!("{OLD}/areas/01-old/1.3-wells.md");
    let of_figures = |found: Vec<String>| -> Vec<String> {
        found.into_iter().filter(|it| it.starts_with("period-twice")).collect()
    };
    let csv = format!("{OLD}/areas/01-old/files/w.csv");
    let found = shared(&[(&own, &item("")), (&csv, twice)]);
    assert_eq!(of_figures(found), [format!("period-twice {csv}:3")]);
    // One file of all plans, in which a plan and an edition both find the same mistake.
    let new = ("content/areas/01-trade/1.5-wells.md", item("../../"));
    let found = shared(&[(&own, &item("../../../../")), (new.0, &new.1), ("content/files/w.csv", twice)]);
    assert_eq!(of_figures(found), ["period-twice content/files/w.csv:3"]);
    // The text of an edition is compared with its items, and is a text that a check uses.
    let plan = "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\nclosed: 2019-12-31\nkinds: {default: event}\nsource: text\ntags: {where: {title: Where, values: {north: North}}}\n---\n";
    let text = "---\ntitle: Text\ndate: 2016-01-01\n---\n\n```plan-text\n1 Old trade\n1.1 Old lamps\n1.2 Old buoys\n1.9 Nets\n```\n";
    let mut found = shared(&[(&format!("{OLD}/plan.md"), plan), ("content/sources/text.md", text)]);
    found.retain(|it| it.contains("content/sources/"));
    assert_eq!(found, ["source-text-missing content/sources/text.md:10"]);
}

/// What nobody could read may be what a check misses: in an edition as in the plan.
#[test]
fn nothing_is_concluded_from_an_edition_of_which_a_file_cannot_be_read() {
    let page = ("content/pages/guide.md", "---\ntitle: Guide\norder: 1\n---\n\nText.\n");
    let lit = format!("{OLD}/updates/2018/2018-03-04-lit.md");
    let overdue = |found: Vec<String>| found.iter().filter(|it| it.starts_with("overdue")).count();
    let open = "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\nreporting: {every: 1 year}\nkinds: {default: event}\ntags: {where: {title: Where, values: {north: North}}}\n---\n";
    let plan = (format!("{OLD}/plan.md"), open);
    let buoys = (
        format!("{OLD}/areas/01-old/1.2-buoys.md"),
        "---\ntitle: Old buoys\nkind: deliverable\ndue: 2018\n---\n",
    );
    let with = |update: &str| shared(&[page, (&plan.0, plan.1), (&buoys.0, buoys.1), (&lit, update)]);
    let whole = "---\ntitle: The lamps are lit\ndate: 2018-03-04\nitems: [\"1.1\"]\nstatus: completed\nevidence: [{title: Notice, url: \"https://a.example/lit\"}]\n---\n";
    assert_eq!(overdue(with(whole)), 1);
    assert_eq!(overdue(with("---\ntitle: The lamps are lit\ndate: never\nitems: [\"1.1\"]\n---\n")), 0);
}

#[test]
fn the_update_of_an_edition_is_known_from_its_day_on() {
    let then = book().as_of("2017-12-31").page("editions/2016/items/1.1/index.html");
    assert!(words(&then).contains("In progress") && !words(&then).contains("Completed"), "{then}");
    assert!(!words(&then).contains("The plan ended"));
    let before = book().as_of("2015-12-31").build();
    assert!(!before.files.keys().any(|path| path.starts_with("editions/2016/")));
    assert!(before.files.contains_key("editions/2012/items/1.1/index.html"));
    assert!(!before.page("items/1.2/index.html").contains("Old lamps"));
}

#[test]
fn before_its_adoption_a_plan_says_that_there_was_none() {
    let said = "On 31 December 2017, this plan was not adopted yet (date of adoption: 1 January 2020).";
    let then = book().as_of("2017-12-31").build();
    for path in ["index.html", "items/1.2/index.html", "progress/index.html", "plan/index.html", "404.html"] {
        assert!(words(&then.page(path)).contains(said), "{path}");
    }
    // The edition was the plan of that day. It does not lead to the newest plan as if that had been there.
    let edition = words(&then.page("editions/2016/index.html"));
    assert!(edition.contains("(adopted later: 1 January 2020)"), "{edition}");
    assert!(!edition.contains("not adopted yet"), "{edition}");
    let all = words(&then.page("editions/index.html"));
    assert_eq!(all.matches("adopted later: 1 January 2020").count(), 1, "{all}");
    for day in ["2020-01-01", "2024-06-30"] {
        let since = book().as_of(day).build();
        for path in ["index.html", "editions/index.html", "editions/2016/index.html"] {
            let page = words(&since.page(path));
            assert!(!page.contains("adopted later") && !page.contains("not adopted yet"), "{day} {path}");
        }
    }
}

#[test]
fn a_closed_edition_has_nothing_overdue() {
    let plan =
        "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\nreporting: {every: 1 year}\n---\n";
    let closed = plan.replacen("adopted", "closed: 2019-12-31\nadopted", 1);
    let found = |plan: &str| {
        let problems = Book::new()
            .file(&format!("{OLD}/plan.md"), plan)
            .file(&format!("{OLD}/areas/1/area.md"), "---\nnumber: 1\ntitle: One\n---\n")
            .file(&format!("{OLD}/areas/1/1.1-x.md"), "---\ntitle: X\nkind: deliverable\ndue: 2022\n---\n")
            .strict()
            .problems();
        problems.into_iter().filter(|it| it.starts_with("overdue") && it.contains(OLD)).count()
    };
    assert_eq!((found(&closed), found(plan)), (0, 1));
}

#[test]
fn what_is_internal_of_an_edition_is_on_no_public_page() {
    let update = "---\ntitle: SECRET talks\ndate: 2018-05-01\nitems: [\"1.1\"]\naudience: internal\n---\n";
    let book = book()
        .file(&format!("{OLD}/updates/2018-05-01-talks.md"), update)
        .file(
            &format!("{OLD}/areas/01-old/1.4-secret.md"),
            "---\ntitle: SECRET item\nkind: event\naudience: internal\n---\n",
        )
        .file(
            "content/areas/01-trade/1.5-next.md",
            "---\ntitle: Next\nkind: event\ncontinues: [{edition: \"2016\", item: \"1.4\"}]\n---\n",
        );
    let public = book.clone().build();
    assert_eq!(public.places(), ["link-to-internal content/areas/01-trade/1.5-next.md:4"]);
    let holds =
        |site: &Outcome| site.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("SECRET"));
    assert!(!holds(&public));
    let internal = book.internal().build();
    assert!(holds(&internal));
    let page = String::from_utf8_lossy(&internal.files["editions/2016/items/1.4/index.html"]).into_owned();
    assert!(words(&page).contains("only the internal site") || page.contains("internal"), "{page}");
}

#[test]
fn an_edition_without_a_plan_file_is_reported() {
    let book = |more: &[(&str, &str)]| {
        let book = Book::new()
            .file("content/editions/2010/areas/1/area.md", "---\nnumber: 1\ntitle: One\n---\n")
            .file("content/editions/2010/areas/1/1.1-x.md", "---\ntitle: Nets\nkind: event\n---\n");
        more.iter().fold(book, |book, (path, text)| book.file(path, *text)).problems()
    };
    assert_eq!(book(&[]), ["no-plan"]);
    let path = "content/editions/2010/plan.md";
    let plan = "---\ntitle: Old\nparties: [Arland]\nadopted: 2010-01-01\n---\n";
    assert_eq!(book(&[(path, plan)]), Vec::<String>::new());
    // One that cannot be read is there, and an internal edition is no edition without a plan.
    assert_eq!(
        book(&[(path, &plan.replace("title", "tilte"))]),
        ["unknown-key content/editions/2010/plan.md:2"]
    );
    assert_eq!(
        book(&[(path, &plan.replace("parties", "audience: internal\nparties"))]),
        Vec::<String>::new()
    );
}

#[test]
fn an_address_of_the_old_site_leads_to_the_item_of_an_edition() {
    let lamps = "---\ntitle: Old lamps\nkind: deliverable\naliases: [/2016/lamps/, \"1.9\"]\n---\n";
    let site = book()
        .file(&format!("{OLD}/areas/01-old/1.1-lamps.md"), lamps)
        .file(&format!("{OLD}/areas/01-old/1.2-buoys.md"), "---\ntitle: B\nkind: event\n---\n")
        .build();
    assert!(site.page("2016/lamps/index.html").contains("../../editions/2016/items/1.1/index.html"));
    assert!(site.page("editions/2016/items/1.9/index.html").contains("items/1.1/index.html"));
    let lines = String::from_utf8_lossy(&site.files["_redirects"]).into_owned();
    assert!(lines.contains("/2016/lamps/ /editions/2016/items/1.1/ 301"), "{lines}");
}

#[test]
fn a_file_that_only_an_edition_shows_is_published_once() {
    let png = crate::files::png(3, "");
    let site = book()
        .file(&format!("{OLD}/areas/01-old/files/map.png"), &png)
        .file(
            &format!("{OLD}/areas/01-old/1.3-map.md"),
            "---\ntitle: Map\nkind: event\n---\n\n![A map](files/map.png)\n",
        )
        .build();
    assert_eq!(site.places(), Vec::<String>::new());
    assert_eq!(site.files.keys().filter(|path| path.ends_with("map.png")).count(), 1);
}

#[test]
fn the_sitemap_has_the_pages_of_editions() {
    let settings = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://a.example/plan/\"\n";
    let site = book().file("book.toml", settings).build();
    let map = site.page("sitemap.xml");
    for address in ["editions/2016/", "editions/2016/items/1.1/", "items/1.2/", "editions/"] {
        let line = format!("<loc>https://a.example/plan/{address}</loc>");
        assert_eq!(map.matches(&line).count(), 1, "{address}");
    }
    let item = site.page("editions/2016/items/1.1/index.html");
    assert!(
        item.contains("<link rel=\"canonical\" href=\"https://a.example/plan/editions/2016/items/1.1/\">"),
        "{item}"
    );
    assert!(item.contains("\"item\":\"https://a.example/plan/editions/2016/areas/\""), "{item}");
}

/// The book with all that can be followed, at an address that is not the root of its host.
fn followed() -> Outcome {
    let settings = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://a.example/plan/\"\n[feeds]\nitems = true\n[outputs]\ncards = true\n";
    let site = book().file("book.toml", settings).build();
    assert_eq!(site.places(), Vec::<String>::new());
    site
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn an_edition_has_feeds_calendars_and_cards_below_its_own_address() {
    let site = followed();
    let (new, old) = (site.page("atom.xml"), site.page("editions/2016/atom.xml"));
    assert!(!new.contains("The lamps are lit"), "the feeds of the plan stay its own");
    assert!(old.contains("The lamps are lit") && old.contains("The lamps were ordered."), "{old}");
    assert!(old.contains("<title>Harbour plan: edition 2016</title>"), "{old}");
    let here = "https://a.example/plan/editions/2016/";
    assert!(old.contains(&format!("<id>{here}</id>")), "{old}");
    assert!(old.contains(&format!("<link href=\"{here}atom.xml\" rel=\"self\"")), "{old}");
    assert!(old.contains(&format!("<id>{here}updates/2018-03-04-lit/</id>")), "{old}");
    // What an entry says leads to the edition, and to what all plans share.
    assert!(old.contains(&format!("{here}items/1.1/index.html")), "{old}");
    for (scope, entries) in [
        ("areas/1", 2),
        ("items/1.1", 2),
        ("items/1.2", 0),
        ("agencies/bo-ports", 2),
        ("forums/round", 1),
        ("tags/where/north", 2),
    ] {
        let feed = site.page(&format!("editions/2016/{scope}/atom.xml"));
        assert_eq!(feed.matches("<entry>").count(), entries, "{scope}: {feed}");
        let json = &site.files[&format!("editions/2016/{scope}/feed.json")];
        let json: serde_json::Value = serde_json::from_slice(json).unwrap();
        assert_eq!(json["home_page_url"], format!("{here}{scope}/"));
        assert_eq!(json["feed_url"], format!("{here}{scope}/feed.json"));
        assert_eq!(json["items"].as_array().map(Vec::len), Some(entries));
    }
    // An agency of which the edition says nothing has neither a page nor a feed there.
    assert!(site.files.contains_key("agencies/ar-trade/atom.xml"));
    assert!(!site.files.keys().any(|path| path.starts_with("editions/2016/agencies/ar-trade/")));
    assert!(site.files["editions/2016/items/1.1/card.png"].starts_with(b"\x89PNG"));
    let page = site.page("editions/2016/items/1.1/index.html");
    assert!(page.contains(&format!("content=\"{here}items/1.1/card.png\"")), "{page}");
    assert!(
        page.contains(
            "content=\"Item OLD-1, Old lamps, Completed, This page belongs to another edition of the plan: 2016.\""
        ),
        "{page}"
    );
}

#[test]
fn no_event_of_an_edition_has_the_id_of_another() {
    let site = followed();
    let calendar = site.page("editions/2016/calendar.ics").replace("\r\n ", "");
    for line in [
        "UID:2016/2018-03-04-lit@a.example",
        "URL:https://a.example/plan/editions/2016/updates/2018-03-04-lit/",
        "SOURCE;VALUE=URI:https://a.example/plan/editions/2016/calendar.ics",
    ] {
        assert!(calendar.contains(line), "{line}: {calendar}");
    }
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    for path in site.files.keys() {
        let plan = path.strip_prefix("editions/").and_then(|rest| rest.split('/').next()).unwrap_or("");
        let text = String::from_utf8_lossy(&site.files[path]).replace("\r\n ", "");
        let (found, all) = match path.rsplit('.').next() {
            Some("ics") => (between(&text, "\r\nUID:", "\r\n"), &mut ids),
            Some("xml") => (between(&text, "<id>", "</id>"), &mut entries),
            _ => continue,
        };
        for id in found {
            let first = all.entry(id.to_owned()).or_insert_with(|| plan.to_owned());
            assert_eq!(first, plan, "{id} of {path} is in another plan too");
        }
    }
    assert!(ids.len() > 3 && entries.len() > 10, "{ids:?} {entries:?}");
}

#[test]
fn every_page_of_an_edition_leads_to_files_that_are_there() {
    let site = followed();
    let mut count = 0;
    for path in site.files.keys().filter(|path| path.starts_with("editions/") && path.ends_with(".html")) {
        let html = site.page(path);
        let links = between(&html, "<link rel=\"alternate\"", ">");
        let links = links.iter().filter_map(|link| between(link, "href=\"", "\"").first().copied());
        for href in links.filter(|href| !href.contains("://")) {
            let mut folders: Vec<&str> = path.split('/').collect();
            folders.pop();
            for part in href.split('/') {
                match part {
                    ".." => drop(folders.pop()),
                    part => folders.push(part),
                }
            }
            let file = folders.join("/");
            assert!(site.files.contains_key(&file), "{path} leads to {file}");
            assert!(file.starts_with("editions/") || !path.starts_with("editions/2016/"), "{path}: {file}");
            count += 1;
        }
        for picture in between(&html, "<meta property=\"og:image\" content=\"", "\"") {
            let file = picture.strip_prefix("https://a.example/plan/").expect("an address of the site");
            assert!(site.files.contains_key(file), "{path} shows {file}");
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn an_edition_lists_the_fields_that_it_has_values_of() {
    let settings = |list: &str| format!("[book]\ntitle = \"Harbour plan\"\n{list}");
    let field = |name: &str| {
        format!(
            "[fields.x-{name}]\nlabel = \"{name}\"\non = [\"item\", \"agency\"]\ntype = \"text\"\nlist = true\n"
        )
    };
    let fields = settings(&(field("phase") + &field("tier")));
    let site = |old: &str| {
        let buoys = format!("---\ntitle: Old buoys\nkind: event\n{old}---\n");
        let site = book()
            .file("book.toml", &fields)
            .file("content/agencies/ar-ports.md", "---\nname: Ports\nparty: Arland\nx-phase: two\n---\n")
            .file(&format!("{OLD}/areas/01-old/1.2-buoys.md"), buoys)
            .build();
        assert_eq!(site.places(), Vec::<String>::new());
        site
    };
    let none = site("");
    assert!(none.files.contains_key("fields/phase/index.html"));
    assert!(!none.files.keys().any(|path| path.starts_with("editions/2016/fields/")));
    assert!(!none.page("editions/2016/index.html").contains("fields/index.html"));
    let one = site("x-tier: first\n");
    assert!(words(&one.page("editions/2016/fields/tier/index.html")).contains("Old buoys"));
    assert!(!one.files.contains_key("editions/2016/fields/phase/index.html"));
    let list = words(&one.page("editions/2016/fields/index.html"));
    assert!(list.contains("tier") && !list.contains("phase"), "{list}");
}

/// With the settings that switch a kind of file off, no plan has it.
#[test]
fn what_a_book_does_not_want_no_edition_has() {
    let settings = "[book]\ntitle = \"Harbour plan\"\n[site]\nbase-url = \"https://a.example/plan/\"\n[outputs]\nfeeds = false\ncalendars = false\n";
    let site = book().file("book.toml", settings).build();
    let names = ["atom.xml", "feed.json", "calendar.ics", "card.png"];
    let is_one = |path: &&String| names.iter().any(|name| path.ends_with(name));
    assert_eq!(site.files.keys().filter(is_one).count(), 0);
    // Addresses in feeds must be whole, those in calendars need not be there.
    let site = self::site();
    assert!(!site.files.contains_key("editions/2016/atom.xml"));
    assert!(site.files.contains_key("editions/2016/calendar.ics"));
}

#[test]
fn an_edition_or_a_record_that_is_called_like_a_file_of_the_site_is_reported_once() {
    let plan = "---\ntitle: Old\nparties: [Arland]\nadopted: 2010-01-01\n---\n";
    let book = Book::new()
        .file("content/editions/index.html/plan.md", plan)
        .file("content/editions/index.html/areas/01-a/area.md", "---\nnumber: 1\ntitle: A\n---\n")
        .file(
            "content/editions/index.html/areas/01-a/1.1-x.md",
            "---\ntitle: X\nkind: deliverable\nlead: [ar-trade]\n---\n",
        );
    let report = book.report();
    assert_eq!(report.matches("error[").count(), 1, "{report}");
    assert!(report.contains("every site has a file editions/index.html"), "{report}");
    let tags = "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\ntags:\n  index.html: {title: Odd, values: {a: A}}\n---\n";
    let book = Book::new().file("content/plan.md", tags).item("1.2", "tags: [index.html/a]\n");
    let report = book.report();
    assert_eq!(report.matches("error[").count(), 1, "{report}");
}

#[test]
fn a_plan_continues_only_what_was_there_before_it() {
    let book = |adopted: &str| {
        let old = "content/editions/2016";
        Book::new()
            .item("1.2", "continues: [{edition: '2016', item: '1.1'}]\n")
            .file(
                &format!("{old}/plan.md"),
                format!("---\ntitle: Other\nparties: [Arland]\nadopted: {adopted}\nedition: Middle\n---\n"),
            )
            .file(&format!("{old}/areas/01-old/area.md"), "---\nnumber: 1\ntitle: Old\n---\n")
            .file(&format!("{old}/areas/01-old/1.1-old.md"), "---\ntitle: Old talks\nkind: event\n---\n")
    };
    let place = ["unknown-edition content/areas/01-trade/1.2-item.md:4"];
    assert_eq!(book("2016-01-01").problems(), [""; 0]);
    assert_eq!(book("2090-01-01").problems(), place);
    let by_name = book("2016-01-01").item("1.2", "continues: [{edition: Middle, item: '1.1'}]\n");
    assert!(by_name.report().contains("2016"), "{}", by_name.report());
}
