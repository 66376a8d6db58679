//! Areas in areas: plans with pillar, goal and action.

use crate::book::{Book, words};

fn area(number: &str, title: &str, more: &str) -> String {
    format!("---\nnumber: \"{number}\"\ntitle: {title}\n{more}---\n")
}

fn item(title: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nkind: deliverable\n{more}---\n")
}

/// A pillar with two goals, one with a goal of its own; goals are numbered within the pillar.
fn pillars() -> Book {
    Book::new()
        .file("content/areas/02-water/area.md", area("2", "Water", "lead: [ar-trade]\n"))
        .file("content/areas/02-water/2.1-law.md", item("Pass a law", ""))
        .file("content/areas/02-water/02-wells/area.md", area("2.2", "Wells", ""))
        .file("content/areas/02-water/02-wells/2.2.1-dig.md", item("Dig wells", "due: 2020\n"))
        .file("content/areas/02-water/02-wells/2.2.1.a-north.md", item("Dig in the north", ""))
        .file("content/areas/02-water/02-wells/01-deep/area.md", area("2.2.9", "Deep wells", ""))
        .file("content/areas/02-water/02-wells/01-deep/2.2.9.1-drill.md", item("Drill", ""))
        .file("content/areas/02-water/03-pipes/area.md", area("2.3", "Pipes", ""))
}

#[test]
fn a_folder_has_the_last_step_of_the_number_of_its_area() {
    let wrong = pillars().problems();
    assert_eq!(wrong, ["file-name content/areas/02-water/02-wells/01-deep/area.md:2"]);
}

fn plan() -> Book {
    pillars()
        .without("content/areas/02-water/02-wells/01-deep/area.md")
        .without("content/areas/02-water/02-wells/01-deep/2.2.9.1-drill.md")
        .file("content/areas/02-water/02-wells/09-deep/area.md", area("2.2.9", "Deep wells", ""))
        .file("content/areas/02-water/02-wells/09-deep/2.2.9.1-drill.md", item("Drill", ""))
        .update("2022-05-01-dug", "2.2.9.1", "status: in-progress\n")
}

#[test]
fn pages_of_areas_lead_up_and_down() {
    let book = plan();
    assert_eq!(book.problems(), [""; 0]);
    let site = book.build();
    let water = site.page("areas/2/index.html");
    let text = words(&water);
    assert!(text.contains("Areas in this area"), "{text}");
    assert!(text.contains("The numbers and lists of this page include those of these areas."), "{text}");
    // Directly in it are two; the one further in is on the page of its own area.
    let list = &text[text.find("Areas in this area").unwrap()..text.rfind("Pass a law").unwrap()];
    assert!(list.contains("2.2 Wells") && list.contains("2.3 Pipes"), "{list}");
    assert!(water.contains("../../areas/2.2/index.html"), "{water}");
    assert!(text.contains("Drill") && text.contains("Dig in the north"), "{text}");
    assert!(water.contains("<th colspan=\"5\" scope=\"rowgroup\">2.2.9 Deep wells</th>"), "{water}");
    let drill = site.page("items/2.2.9.1/index.html");
    let crumbs = &drill[drill.find("class=\"crumbs\"").unwrap()..];
    let crumbs = words(&crumbs[..crumbs.find("</nav>").unwrap()]);
    let at = |name: &str| crumbs.find(name).unwrap_or_else(|| panic!("{name} in {crumbs}"));
    assert!(at("2 Water") < at("2.2 Wells") && at("2.2 Wells") < at("2.2.9 Deep wells"), "{crumbs}");
    // A part is one of its item, and no item of an area.
    assert!(site.page("items/2.2.1/index.html").contains("Dig in the north"));
    assert!(!words(&site.page("areas/1/index.html")).contains("Areas in this area"));
}

#[test]
fn numbers_of_an_area_are_equal_everywhere() {
    let book = plan();
    let site = book.build();
    // 2.1, 2.2.1 with its part, 2.2.9.1.
    let status = book.status();
    let areas = status["by_area"].as_array().unwrap();
    let numbers: Vec<_> =
        areas.iter().map(|area| (area["area"].as_str().unwrap(), area["items"].as_u64().unwrap())).collect();
    assert_eq!(numbers, [("1", 1), ("2", 4)]);
    for page in ["areas/2/index.html", "areas/index.html", "index.html", "progress/areas/2/index.html"] {
        let text = words(&site.page(page));
        assert!(text.contains("3 No public information found 1 In progress"), "{page}: {text}");
    }
    for page in ["areas/index.html", "index.html"] {
        assert!(
            words(&site.page(page)).contains("The numbers of an area include those of the areas in it."),
            "{page}"
        );
    }
    // Of the three areas that are no pillars, the list of areas has all and the home page none.
    assert!(site.page("areas/index.html").contains("class=\"in-2\""));
    assert!(!words(&site.page("index.html")).contains("Deep wells"));
    // What happened far in is activity of the pillar.
    let site = book
        .file(
            "book.toml",
            "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n\n[site]\nbase-url = \"https://plan.example/\"\n",
        )
        .build();
    let feed = String::from_utf8_lossy(&site.files["areas/2/atom.xml"]).into_owned();
    assert!(feed.contains("2022-05-01"), "{feed}");
}

#[test]
fn data_say_which_area_is_in_which() {
    let site = plan().build();
    let of = |path: &str| -> serde_json::Value {
        let file: serde_json::Value = serde_json::from_slice(&site.files[path]).unwrap();
        file["record"].clone()
    };
    let wells = of("areas/2.2/index.json");
    assert_eq!((wells["parent"].as_str(), wells["areas"][0].as_str()), (Some("2"), Some("2.2.9")));
    assert_eq!(wells["items"], serde_json::json!(["2.2.1"]));
    let flat = of("areas/1/index.json");
    assert!(flat.get("parent").is_none() && flat.get("areas").is_none(), "{flat}");
    assert_eq!(of("items/2.2.1.a/index.json")["area"], "2.2");
}

#[test]
fn numbers_may_run_across_areas() {
    // The goals of two pillars are numbered from 3 on; an item has the number of its goal, or of its pillar.
    let book = Book::new()
        .file("content/areas/b-land/area.md", area("b", "Land", "lead: [ar-trade]\n"))
        .file("content/areas/b-land/03-soil/area.md", area("3", "Soil", ""))
        .file("content/areas/b-land/03-soil/3.1-soil.md", item("Map the soil", ""))
        .file("content/areas/a-sea/area.md", area("a", "Sea", "lead: [ar-trade]\n"))
        .file("content/areas/a-sea/04-fish/area.md", area("4", "Fish", ""))
        .file("content/areas/a-sea/04-fish/4.1-fish.md", item("Count fish", ""))
        .file("content/areas/a-sea/04-fish/a.1-boats.md", item("Build boats", ""));
    assert_eq!(book.problems(), [""; 0]);
    let text = words(&book.page("areas/index.html"));
    let at = |name: &str| text.find(name).unwrap();
    assert!(
        at("4 Fish") > at("a Sea") && at("4 Fish") < at("b Land") && at("b Land") < at("3 Soil"),
        "{text}"
    );
}

#[test]
fn what_is_wrong_with_a_place_is_said_once() {
    let cases: [(&str, String, &[&str]); 6] = [
        // An item and an area cannot have one id: `[[2.2]]` would mean both.
        (
            "content/areas/02-water/2.2-wells.md",
            item("Wells", ""),
            &["duplicate-id content/areas/02-water/2.2-wells.md:1"],
        ),
        (
            "content/areas/02-water/2.2.2-more.md",
            item("More", ""),
            &["file-name content/areas/02-water/2.2.2-more.md:1"],
        ),
        (
            "content/areas/02-water/02-wells/3.1-more.md",
            item("More", ""),
            &["file-name content/areas/02-water/02-wells/3.1-more.md:1"],
        ),
        (
            "content/areas/02-water/09-none/2.1.b-more.md",
            item("More", ""),
            &["unknown-area content/areas/02-water/09-none/2.1.b-more.md:1"],
        ),
        (
            "content/areas/09-none/07-x/area.md",
            area("7", "X", ""),
            &["unknown-area content/areas/09-none/07-x/area.md:2"],
        ),
        (
            "content/areas/02-water/03-pipes/2.1.b-part.md",
            item("Part", ""),
            &["file-name content/areas/02-water/03-pipes/2.1.b-part.md:1"],
        ),
    ];
    for (path, text, expected) in cases {
        assert_eq!(plan().file(path, text).problems(), expected, "{path}");
    }
    let top = Book::new().file("content/areas/05-x/area.md", area("5.1", "X", ""));
    assert_eq!(top.problems(), ["bad-id content/areas/05-x/area.md:2"]);
}

#[test]
fn a_wrong_number_of_an_area_is_reported_at_the_area_only() {
    let wells = "content/areas/02-water/02-wells/area.md";
    let with = |path: &str, number: &str| {
        let book = plan().without(wells).without("content/areas/02-water/02-wells/09-deep/area.md");
        let book = book.without("content/areas/02-water/02-wells/09-deep/2.2.9.1-drill.md");
        let book = book.without("content/updates/2022-05-01-dug.md");
        book.file("content/areas/02-water/02-wells/2.2.2-line.md", item("Line the wells", ""))
            .file(path, area(number, "Wells", ""))
    };
    let here = [format!("file-name {wells}:2")];
    // The folder fits 3.2 and 2; it does not fit 9 and 2.4.
    for number in ["3.2", "9", "2.4", "a"] {
        assert_eq!(with(wells, number).problems(), here, "{number}");
    }
    let report = with(wells, "3.2").report();
    let said = "the area has the number 3.2, but the numbers of its items begin with 2.2";
    assert!(report.contains(said) && report.contains("correct the number to 2.2"), "{report}");
    // One item is enough where only its number fits the area around.
    let one = with(wells, "3.2").without("content/areas/02-water/02-wells/2.2.2-line.md");
    assert_eq!(one.problems(), here);
    // Outside of other areas it is the same, if more than one item says so or the folder does.
    let top = |folder: &str, items: &[&str]| {
        let book = Book::new().file(&format!("content/areas/{folder}/area.md"), area("8", "Law", ""));
        let add =
            |book: Book, id: &&str| book.file(&format!("content/areas/{folder}/{id}-x.md"), item("X", ""));
        items.iter().fold(book, add).problems()
    };
    for folder in ["law", "07-law"] {
        let at_area = [format!("file-name content/areas/{folder}/area.md:2")];
        assert_eq!(top(folder, &["7.1", "7.2", "7.2.a"]), at_area, "{folder}");
    }
    assert_eq!(top("07-law", &["7.1"]), ["file-name content/areas/07-law/area.md:2"]);
    assert_eq!(
        top("law", &["7.1"]),
        ["file-name content/areas/law/7.1-x.md:1"],
        "the item may be the wrong one"
    );
    assert_eq!(top("law", &["7.1", "9.1"]).len(), 2, "they do not agree");
    assert_eq!(top("law", &["8.1", "7.1", "7.2"]).len(), 2, "one item says that the area is right");
    // Items of an area that is there are in the wrong folder.
    assert_eq!(top("law", &["1.8", "1.9"]).len(), 2);
}

#[test]
fn what_is_internal_hides_what_is_in_it() {
    let book =
        plan().file("content/areas/02-water/02-wells/area.md", area("2.2", "Wells", "audience: internal\n"));
    let site = book.build();
    let all: Vec<&String> = site.files.keys().filter(|path| path.contains("2.2")).collect();
    assert!(all.is_empty(), "{all:?}");
    assert!(site.files.contains_key("areas/2.3/index.html"));
    let internal = book.internal().build();
    assert!(internal.files.contains_key("areas/2.2.9/index.html"));
}

#[test]
fn a_move_to_another_area_is_a_change() {
    let area_of = |folder: &str| {
        Book::new()
            .file("content/areas/a-sea/area.md", area("a", "Sea", ""))
            .file("content/areas/b-land/area.md", area("b", "Land", ""))
            .file(&format!("content/areas/{folder}/04-fish/area.md"), area("4", "Fish", ""))
    };
    let found = area_of("b-land").since(&area_of("a-sea")).changes;
    let [fact] = found.facts.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (fact.key.as_str(), fact.before.as_deref(), fact.after.as_deref()),
        ("area", Some("a"), Some("b"))
    );
}

#[test]
fn the_lead_of_a_pillar_is_that_of_its_items() {
    assert!(!plan().strict().problems().iter().any(|problem| problem.starts_with("item-without-lead")));
    let asked = plan().today("2023-01-01").requests("2022");
    let text = format!("{asked:?}");
    assert!(text.contains("2.2.9.1"), "{text}");
}

/// The menu opens the areas around the page, and no others.
#[test]
fn the_menu_opens_what_is_around_the_page() {
    let site = plan().build();
    let menu = |path: &str| {
        let page = site.page(path);
        let start = page.find("<div class=\"with-side\">").unwrap();
        let end = page[start..].find("</details>").unwrap();
        words(&page[start..start + end])
    };
    assert!(menu("areas/2.2/index.html").contains("2.2.9 Deep wells"));
    assert!(menu("items/2.1/index.html").contains("2.2 Wells"));
    assert!(!menu("items/2.1/index.html").contains("Deep wells"));
    assert!(!menu("areas/1/index.html").contains("Wells"));
}

/// The text of the plan has lines of areas in areas, too.
#[test]
fn a_line_of_the_plan_can_be_an_area_in_an_area() {
    let source = |lines: &str| {
        format!(
            "---\ntitle: Plan\ndate: 2020-01-01\n---\n\n```plan-text\n1. Trade\n1.1 Hold talks\n2. Water\n2.1 Pass a law\n{lines}```\n"
        )
    };
    let plan_file =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nsource: plan-2020\n---\n";
    let book = |lines: &str| {
        plan()
            .without("content/areas/02-water/02-wells/2.2.1.a-north.md")
            .file("content/plan.md", plan_file)
            .file("content/sources/plan-2020.md", source(lines))
    };
    let lines = "2.2 Wells\n2.2.1 Dig wells\n2.2.9 Deep wells\n2.2.9.1 Drill\n2.3 Pipes\n";
    assert_eq!(book(lines).problems(), [""; 0]);
    let problems = book(&lines.replace("2.3 Pipes\n", "")).problems();
    assert_eq!(problems, ["source-text-extra content/areas/02-water/03-pipes/area.md:3"]);
}

#[test]
fn an_item_without_lead_has_the_lead_of_what_it_is_in() {
    let book = plan()
        .file("content/areas/02-water/02-wells/2.2.2-test.md", item("Test wells", "lead: [ar-wells]\n"))
        .file("content/areas/02-water/02-wells/2.2.2.a-south.md", item("Test in the south", ""))
        .file("content/agencies/ar-wells.md", "---\nname: Wells Office\nparty: Arland\n---\n");
    assert_eq!(book.problems(), [""; 0]);
    let site = book.build();
    let leads = |page: &str| {
        let text = words(&site.page(page));
        let start = text.find("Responsible agencies").unwrap_or_else(|| panic!("{page}: {text}"));
        text[start..].chars().take(120).collect::<String>()
    };
    // From the area above its own, from the item that it is a part of, from that area through the item.
    let drill = leads("items/2.2.9.1/index.html");
    assert!(drill.contains("Ministry of Trade The lead of 2 Water, to which this belongs"), "{drill}");
    let south = leads("items/2.2.2.a/index.html");
    assert!(south.contains("Wells Office The lead of 2.2.2 Test wells, to which this belongs"), "{south}");
    let north = leads("items/2.2.1.a/index.html");
    assert!(north.contains("Ministry of Trade The lead of 2 Water"), "{north}");
    assert!(!leads("items/2.2.2/index.html").contains("to which this belongs"));
    // The agency's page, the data and the requests say the same.
    let trade = words(&site.page("agencies/ar-trade/index.html"));
    assert!(trade.contains("Drill") && !trade.contains("Test in the south"), "{trade}");
    let json = |path: &str| -> serde_json::Value { serde_json::from_slice(&site.files[path]).unwrap() };
    let data = json("items/2.2.9.1/index.json");
    assert_eq!(data["record"]["lead_from"], serde_json::json!({"area": "2"}), "{data}");
    assert_eq!(data["record"]["lead"][0]["agency"], "ar-trade", "{data}");
    assert!(json("items/2.2.2/index.json")["record"].get("lead_from").is_none());
}
