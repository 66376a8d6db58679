//! Small keys of items: when it starts, pages elsewhere, whom to ask, and what those who report expect.

use crate::book::{Book, words};

fn places(front_matter: &str) -> Vec<String> {
    Book::new().item("1.2", front_matter).problems()
}

#[test]
fn a_start_is_shown_and_is_not_after_the_due_date() {
    let page = words(&Book::new().item("1.2", "start: 2024-Q2\ndue: 2024-06\n").page("items/1.2/index.html"));
    assert!(page.contains("Start 2024 Q2"), "{page}");
    for wrong in ["start: 2024-07\ndue: 2024-06\n", "start: ongoing\n"] {
        assert_eq!(places(wrong), ["bad-date content/areas/01-trade/1.2-item.md:4"], "{wrong}");
    }
    // An imprecise date may begin before the other ends.
    assert_eq!(places("start: 2024\ndue: 2024-06\n"), [""; 0]);
}

#[test]
fn pages_elsewhere_are_links_of_the_item() {
    let see = "see:\n  - {title: Tracking issue, url: \"https://example.org/issues/7\", class: tracker}\n  - {title: ZZ draft, url: \"https://example.org/zz\", audience: internal}\n";
    let book = Book::new().item("1.2", see);
    let page = book.page("items/1.2/index.html");
    assert!(
        page.contains("<a href=\"https://example.org/issues/7\" rel=\"noopener\">Tracking issue</a>"),
        "{page}"
    );
    assert!(words(&page).contains("Tracking issue tracker"), "{page}");
    assert!(!page.contains("ZZ"), "{page}");
    assert!(book.clone().internal().page("items/1.2/index.html").contains("ZZ draft"));
    assert_eq!(places("see: [{title: X}]\n"), ["missing-key content/areas/01-trade/1.2-item.md:4"]);
    assert_eq!(
        places("see: [{title: X, url: \"javascript:1\"}]\n"),
        ["unsafe-link content/areas/01-trade/1.2-item.md:4"]
    );
    assert_eq!(
        places("see: [{title: X, url: \"https://a.example/\", class: talk}]\n"),
        ["unknown-value content/areas/01-trade/1.2-item.md:4"]
    );
}

#[test]
fn partners_are_names_beside_the_agencies() {
    let book = Book::new().item("1.2", "partners: [Harbour Museum, {value: ZZ firm, audience: internal}]\n");
    let site = book.build();
    let page = site.page("items/1.2/index.html");
    assert!(words(&page).contains("Responsible agencies Partners Harbour Museum"), "{page}");
    assert!(
        page.contains("\"contributor\":[{\"@type\":\"Organization\",\"name\":\"Harbour Museum\"}]"),
        "{page}"
    );
    assert!(!page.contains("ZZ firm"), "{page}");
    let data = String::from_utf8_lossy(&site.files["items/1.2/index.json"]).into_owned();
    assert!(data.contains("\"partners\":[\"Harbour Museum\"]"), "{data}");
}

#[test]
fn a_lead_says_what_it_does_and_who_does_it() {
    let lead = "lead:\n  - {agency: ar-trade, basis: later, role: coordinates, person: Unit 3}\n  - bo-water\nsupporting: [{agency: ar-sea, role: ZZ secret, audience: internal}]\n";
    let agency = |name: &str| format!("---\nname: {name}\nparty: Boria\n---\n");
    let book = Book::new()
        .file("content/agencies/bo-water.md", agency("Water office"))
        .file("content/agencies/ar-sea.md", agency("Sea office"))
        .item("1.2", lead);
    let site = book.build();
    let page = words(&site.page("items/1.2/index.html"));
    assert!(page.contains("(coordinates, Unit 3) named later"), "{page}");
    assert!(page.contains("A later official source does."), "{page}");
    assert!(!page.contains("ZZ") && !page.contains("Sea office"), "{page}");
    assert!(book.clone().internal().page("items/1.2/index.html").contains("ZZ secret"));
    let agency_page = words(&site.page("agencies/ar-trade/index.html"));
    assert!(agency_page.contains("(coordinates, Unit 3) named later"), "{agency_page}");
    assert!(!words(&site.page("agencies/bo-water/index.html")).contains("Unit 3"));
    let data = String::from_utf8_lossy(&site.files["items/1.2/index.json"]).into_owned();
    let role = "{\"agency\":\"ar-trade\",\"basis\":\"later\",\"role\":\"coordinates\",\"person\":\"Unit 3\",\"internal\":false}";
    assert!(data.contains(role), "{data}");
    assert!(data.contains("{\"agency\":\"bo-water\",\"basis\":\"stated\",\"internal\":false}"), "{data}");
    let table = String::from_utf8_lossy(&site.files["data/items.csv"]).into_owned();
    assert!(table.contains("\"ar-trade: coordinates, Unit 3\""), "{table}");
}

#[test]
fn a_wrong_lead_is_reported_once_and_in_its_place() {
    let file = "content/areas/01-trade/1.2-item.md";
    let cases = [
        ("lead: [{agency: zz-none, role: coordinates}]\n", "unknown-agency", 4),
        ("lead:\n  - agency: ar-trade\n    rolle: coordinates\n", "unknown-key", 6),
        ("lead: [ar-trade, {agency: ar-trade, role: coordinates}]\n", "duplicate-entry", 4),
        ("lead: [{agency: ar-trade, basis: latter}]\n", "unknown-value", 4),
        ("lead: [{role: coordinates}]\n", "missing-key", 4),
        // Of all agencies of an item, nobody says that they came later: each says so itself.
        ("lead: [ar-trade]\nroles: later\n", "unknown-value", 5),
    ];
    for (front_matter, code, line) in cases {
        assert_eq!(places(front_matter), [format!("{code} {file}:{line}")], "{front_matter}");
    }
}

/// An agency that came later: since when, and which source says so.
const LATER: &str =
    "lead: [ar-trade, {agency: bo-water, basis: later, role: builds, since: 2022-04, source: order-2022}]\n";

fn later() -> Book {
    let agency = |name: &str| format!("---\nname: {name}\nparty: Boria\n---\n");
    let source = "---\ntitle: Order of 2022\ndate: 2022-03-01\nurl: \"https://order.example/\"\n---\n";
    Book::new()
        .file("content/agencies/bo-water.md", agency("Water office"))
        .file("content/sources/order-2022.md", source)
        .item("1.2", LATER)
}

#[test]
fn an_agency_that_came_later_says_since_when_and_by_which_source() {
    let site = later().build();
    let shown = "(builds) named later, since April 2022 Order of 2022";
    for path in ["items/1.2/index.html", "agencies/bo-water/index.html"] {
        let page = site.page(path);
        assert!(words(&page).contains(shown), "{path}: {}", words(&page));
        assert!(page.contains("<a class=\"inf\" href=\"../../sources/order-2022/index.html\">"), "{page}");
    }
    let data: serde_json::Value = serde_json::from_slice(&site.files["items/1.2/index.json"]).unwrap();
    let lead = &data["record"]["lead"];
    assert_eq!((&lead[1]["since"]["text"], &lead[1]["source"]), (&"2022-04".into(), &"order-2022".into()));
    assert!(lead[0].get("since").is_none() && lead[0].get("source").is_none(), "{lead}");
    // An area says it in the same way, and what has its lead from it does too.
    let area = format!("---\nnumber: 1\ntitle: Trade\n{LATER}---\n");
    let book = later().file("content/areas/01-trade/area.md", area).item("1.3", "");
    for path in ["areas/1/index.html", "items/1.3/index.html"] {
        assert!(words(&book.page(path)).contains(shown), "{path}: {}", words(&book.page(path)));
    }
}

#[test]
fn a_site_of_an_earlier_day_does_not_know_who_came_later() {
    let leads = |day: &str| {
        let book = later().as_of(day).build();
        let data: serde_json::Value = serde_json::from_slice(&book.files["items/1.2/index.json"]).unwrap();
        let lead = data["record"]["lead"].as_array().unwrap().clone();
        lead.iter().map(|role| role["agency"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(leads("2022-03-31"), ["ar-trade"]);
    assert_eq!(leads("2022-04-01"), ["ar-trade", "bo-water"]);
    // Where nobody else is named, the item has the lead of its area until then.
    let area = "---\nnumber: 1\ntitle: Trade\nlead: [ar-trade]\n---\n";
    let alone = "lead: [{agency: bo-water, basis: later, since: 2022-04}]\n";
    let book = later().file("content/areas/01-trade/area.md", area).item("1.2", alone).as_of("2021-06-30");
    let page = words(&book.page("items/1.2/index.html"));
    assert!(!page.contains("Water office") && !page.contains("2022"), "{page}");
    assert!(!words(&book.page("agencies/bo-water/index.html")).contains("1.2"));
    let supporting = alone.replace("lead", "supporting");
    let book = later().item("1.2", &supporting).as_of("2021-06-30");
    assert!(!words(&book.page("items/1.2/index.html")).contains("Water office"));
}

#[test]
fn since_and_source_are_reported_where_they_are_wrong() {
    let file = "content/areas/01-trade/1.2-item.md";
    let of = |front_matter: &str| later().item("1.2", front_matter).problems();
    for (entry, code) in [
        ("{agency: bo-water, since: 2022}", "misplaced-qualifier"),
        ("{agency: bo-water, basis: inferred, source: order-2022}", "misplaced-qualifier"),
        ("{agency: bo-water, basis: later, since: 2019-12}", "role-before-adoption"),
        ("{agency: bo-water, basis: later, since: soon}", "bad-date"),
        ("{agency: bo-water, basis: later, source: zz-none}", "unknown-source"),
        ("{agency: bo-water, basis: later, source: ar-trade}", "unknown-source"),
    ] {
        assert_eq!(of(&format!("lead: [{entry}]\n")), [format!("{code} {file}:4")], "{entry}");
        assert_eq!(of(&format!("supporting: [{entry}]\n")), [format!("{code} {file}:4")], "{entry}");
    }
    // A day of that year can be after the adoption.
    assert!(of("lead: [{agency: bo-water, basis: later, since: 2020}]\n").is_empty());
    let secret = "---\ntitle: Order\ndate: 2022-03-01\naudience: internal\n---\n";
    let book = later().file("content/sources/order-2022.md", secret);
    assert_eq!(book.problems(), [format!("link-to-internal {file}:4")]);
}

#[test]
fn a_diff_names_since_when_and_by_which_source() {
    let after = later().item("1.2", &LATER.replace("2022-04", "2022-05"));
    let changes = after.since(&later()).changes.role_details;
    let found: Vec<_> = changes.iter().map(|it| (it.what, it.from.as_deref(), it.to.as_deref())).collect();
    assert_eq!(found, [("since", Some("2022-04"), Some("2022-05"))]);
    let after = later().item("1.2", &LATER.replace(", source: order-2022", ""));
    let changes = after.since(&later()).changes.role_details;
    let found: Vec<_> = changes.iter().map(|it| (it.what, it.from.as_deref(), it.to.as_deref())).collect();
    assert_eq!(found, [("source", Some("order-2022"), None)]);
}

#[test]
fn a_contact_opens_a_program() {
    for (contact, shown) in [
        ("mailto:wells@example.org", "wells@example.org"),
        ("tel:+81-3-1234-5678", "+81-3-1234-5678"),
        ("https://example.org/ask", "https://example.org/ask"),
    ] {
        let agency = format!("---\nname: Ministry of Trade\nparty: Arland\ncontact: \"{contact}\"\n---\n");
        let book = Book::new()
            .item("1.2", &format!("contact: \"{contact}\"\n"))
            .file("content/agencies/ar-trade.md", agency);
        let link = format!("<a href=\"{contact}\" rel=\"noopener\">{shown}</a>");
        assert!(book.page("items/1.2/index.html").contains(&link), "{contact}");
        let page = book.page("agencies/ar-trade/index.html");
        assert!(page.contains(&link) && page.contains("\"@type\":\"ContactPoint\""), "{page}");
    }
    let outcome = Book::new().item("1.2", "contact: wells@example.org\n").build();
    assert_eq!(outcome.places(), ["unsafe-link content/areas/01-trade/1.2-item.md:4"]);
    assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("mailto:wells@example.org"));
    assert_eq!(places("contact: \"javascript:alert(1)\"\n").len(), 1);
}

/// An item with updates: the date, and more lines.
fn outlooks(updates: &[(&str, &str)]) -> Book {
    let one = |(date, more): &(&str, &str)| format!("  - {{date: {date}, note: Work., {more}}}\n");
    let updates: String = updates.iter().map(one).collect();
    Book::new().item("1.2", &format!("updates:\n{updates}"))
}

#[test]
fn the_newest_outlook_is_on_the_page_of_the_item_as_a_claim() {
    let risk = ("2023-02-01", "outlook: at-risk, challenges: Late parts");
    let book = outlooks(&[("2022-02-01", "outlook: on-track"), risk]);
    let page = words(&book.page("items/1.2/index.html"));
    assert!(page.contains("Outlook Reported at risk on 1 February 2023"), "{page}");
    assert!(page.contains("Outlook: On track"), "{page}");
    // It sets no status.
    assert!(page.contains("No status stated"), "{page}");
    let earlier = words(&book.as_of("2022-12-31").page("items/1.2/index.html"));
    assert!(earlier.contains("Outlook Reported on track on 1 February 2022"), "{earlier}");
    let done = ("2024-01-01", "status: completed, evidence: [{title: M, url: \"https://a.example/\"}]");
    let page = words(&outlooks(&[risk, done]).page("items/1.2/index.html"));
    assert!(!page.contains("Reported at risk"), "{page}");
}

#[test]
fn a_risk_needs_its_cause() {
    for word in ["at-risk", "off-track"] {
        let places = outlooks(&[("2023-02-01", &format!("outlook: {word}"))]).problems();
        assert_eq!(places, ["missing-challenges content/areas/01-trade/1.2-item.md:5"]);
    }
    assert_eq!(outlooks(&[("2023-02-01", "outlook: at risk, challenges: X")]).problems().len(), 1);
}

#[test]
fn the_open_data_have_the_small_keys() {
    let keys = "start: 2021\nsee: [{title: Talk, url: \"https://a.example/7\"}]\ncontact: \"tel:+81312345678\"\nupdates:\n  - {date: 2022-01-05, note: Work., outlook: on-track}\n";
    let site = Book::new().item("1.2", keys).build();
    let file: serde_json::Value = serde_json::from_slice(&site.files["items/1.2/index.json"]).unwrap();
    let item = &file["record"];
    assert_eq!(item["start"]["text"], "2021");
    assert_eq!(item["see"][0]["url"], "https://a.example/7");
    assert_eq!(item["contact"], "tel:+81312345678");
    assert_eq!(
        (&item["outlook"]["outlook"], &item["outlook"]["update"]),
        (&"on-track".into(), &"1.2/2022-01-05".into())
    );
    let updates = String::from_utf8_lossy(&site.files["data/updates.jsonl"]).into_owned();
    assert!(updates.contains("\"outlook\":\"on-track\""), "{updates}");
    let other = String::from_utf8_lossy(&site.files["items/1.1/index.json"]).into_owned();
    for key in ["start", "see", "contact", "outlook"] {
        assert!(!other.contains(&format!("\"{key}\"")), "{key}");
    }
}

#[test]
fn a_diff_names_the_small_keys() {
    let before = Book::new().item("1.2", "start: 2021\ncontact: \"tel:+81312345678\"\n");
    let after = Book::new().item("1.2", "start: 2022\nsee: [{title: T, url: \"https://a.example/\"}]\n");
    let review = after.since(&before);
    let mut keys: Vec<&str> = review.changes.facts.iter().map(|fact| fact.key.as_str()).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["contact", "see", "start"]);
}

fn with_image(image: &str) -> Book {
    Book::new()
        .item("1.2", image)
        .file("content/areas/01-trade/files/map.png", crate::files::png(7, ""))
        .file("content/areas/01-trade/files/paper.pdf", crate::files::pdf("Paper"))
        .item("1.3", "")
        .file(
            "content/pages/paper.md",
            "---\ntitle: Paper\n---\n\n[Paper](../areas/01-trade/files/paper.pdf)\n",
        )
}

#[test]
fn a_picture_is_on_the_page_of_the_item_with_what_it_shows() {
    let image =
        "image: {file: files/map.png, alt: A quay & two ships, caption: The quay, credit: Harbour Museum}\n";
    let book = with_image(image);
    let site = book.build();
    let page = site.page("items/1.2/index.html");
    assert!(
        page.contains(
            "<img src=\"../../files/areas/01-trade/map.png\" alt=\"A quay &amp; two ships\" width=\"1\" height=\"1\" loading=\"lazy\">"
        ),
        "{page}"
    );
    assert!(words(&page).contains("The quay Picture: Harbour Museum"), "{page}");
    assert!(site.files.contains_key("files/areas/01-trade/map.png"));
    let data = String::from_utf8_lossy(&site.files["items/1.2/index.json"]).into_owned();
    assert!(data.contains("\"alt\":\"A quay & two ships\",\"caption\":\"The quay\""), "{data}");
    assert!(!String::from_utf8_lossy(&site.files["items/1.3/index.json"]).contains("\"image\""));
    let change = with_image("image: {file: files/map.png, alt: A quay}\n").since(&book).changes;
    assert_eq!(change.facts[0].key, "image");
}

#[test]
fn a_picture_that_is_internal_is_not_published() {
    let book = with_image("image: {file: files/map.png, alt: ZZ quay, audience: internal}\n");
    let site = book.build();
    assert!(!site.page("items/1.2/index.html").contains("<figure"), "{:?}", site.places());
    assert!(!site.files.contains_key("files/areas/01-trade/map.png"));
    let internal = book.internal().build();
    assert!(internal.page("items/1.2/index.html").contains("ZZ quay"));
    assert!(internal.files.contains_key("files/areas/01-trade/map.png"));
}

#[test]
fn a_wrong_picture_is_reported_in_its_place() {
    let cases = [
        ("image: {file: files/map.png}\n", "missing-key", 4),
        ("image: {alt: A quay}\n", "missing-key", 4),
        ("image: {file: files/mop.png, alt: A quay}\n", "dangling-reference", 4),
        ("image: {file: files/paper.pdf, alt: A quay}\n", "dangling-reference", 4),
        ("image: {file: ../../../../x.png, alt: A quay}\n", "dangling-reference", 4),
        ("image: {file: files/map.png, alt: A quay, titel: X}\n", "unknown-key", 4),
    ];
    for (image, code, line) in cases {
        let of_item: Vec<String> = with_image(image)
            .problems()
            .into_iter()
            .filter(|place| !place.starts_with("stray-file"))
            .collect();
        assert_eq!(of_item, [format!("{code} content/areas/01-trade/1.2-item.md:{line}")], "{image}");
    }
    let report = with_image("image: {file: files/mop.png, alt: A quay}\n").report();
    assert!(report.contains("did you mean the file content/areas/01-trade/files/map.png"), "{report}");
}

/// What people write in the wrong form, and what is said of it.
#[test]
fn values_in_a_wrong_form_have_the_correction_that_fits() {
    let help = |front_matter: &str| {
        let book = Book::new().item("1.2", front_matter);
        let found = book.checked();
        assert_eq!(found.len(), 1, "{front_matter}: {found:?}");
        format!("{} {}", found[0].message, found[0].help.clone().unwrap_or_default())
    };
    // A comma within `{…}`, in every kind of entry.
    for key in [
        "see: [{title: Wells, old and new, url: \"https://a.example/\"}]\n",
        "milestones: [{id: a, title: Old, new wells, due: 2024}]\n",
        "lead: [{agency: ar-trade, role: plans, builds}]\n",
    ] {
        assert!(help(key).contains("within `{…}` a comma begins the next key"), "{key}: {}", help(key));
    }
    // A key without a value on a line of its own is another mistake.
    let block = help("see:\n  - title: Wells\n    adress:\n    url: https://a.example/\n");
    assert!(!block.contains("comma"), "{block}");
    let code = help("aliases: [EC-99]\n");
    assert!(code.contains("`code: EC-99`"), "{code}");
    let url = help("image: {file: \"https://a.example/x.png\", alt: A well}\n");
    assert!(url.contains("an address on the web") && url.contains("save it, put the picture into"), "{url}");
}

#[test]
fn an_entry_that_is_in_a_list_twice_is_reported_once_at_its_place() {
    let tags = "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\ntags:\n  sdg: {title: Goals, builtin: sdg}\n---\n";
    let book = Book::new().file("content/plan.md", tags);
    let here = ["duplicate-entry content/areas/01-trade/1.2-item.md:4"];
    for line in [
        "related: [\"1.1\", \"1.1\"]",
        "depends-on: [\"1.1\", \"1.1\"]",
        "tags: [sdg/6, sdg/1, sdg/6]",
        "tags: [sdg/6, {value: sdg/6, audience: internal}]",
        "partners: [Union, Club, Union]",
        "lead: [ar-trade, {agency: ar-trade, role: steers}]",
        "see: [{title: A, url: \"https://a.example/\"}, {title: B, url: \"https://a.example/\"}]",
    ] {
        assert_eq!(book.clone().item("1.2", &format!("{line}\n")).problems(), here, "{line}");
    }
    let update = |items: &str, keys: &str| Book::new().update("2021-05-01-begun", items, keys).problems();
    let at = |line: u8| [format!("duplicate-entry content/updates/2021-05-01-begun.md:{line}")];
    assert_eq!(update("[\"1.1\", \"1.1\"]", ""), at(4));
    assert_eq!(update("[\"1.1\"]", "by: [ar-trade, ar-trade]\n"), at(5));
    assert_eq!(update("[\"1.1\"]", "areas: [\"1\", \"1\"]\n"), at(5));
    // Four of a kind are three mistakes, each at its place.
    assert_eq!(update("[\"1.1\", \"1.1\", \"1.1\"]", "").len(), 2);
}
