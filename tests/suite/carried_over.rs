//! What other trackers know of a commitment has a home here: the 21 kinds of information that five of them had, written as a
//! converter would write them, are on a page and in the open data.

use crate::book::{Book, words};

const SETTINGS: &str = r#"[book]
title = "Harbour plan"
languages = ["en"]

[fields.x-priority]
label = "Priority"
on = ["item"]
type = "choice"
values = ["high", "low"]
list = true

[fields.x-budget]
label = "Budget"
on = ["item"]
type = "amount"
sum = true

[fields.x-tier]
label = "Tier"
on = ["item"]
type = "number"

[fields.x-funded]
label = "Funding secured"
on = ["item"]
type = "boolean"

[fields.x-help]
label = "Help wanted"
on = ["item"]
type = "text"
"#;

const PLAN: &str = "---
title: Harbour plan
parties: [Arland, Boria]
adopted: 2020-01-01
tags:
  sdg: {title: Development goals, builtin: sdg}
  place: {title: Where, values: {north: North shore}}
  group: {title: For whom, values: {fishers: Fishing families}}
  sector: {title: Sector, values: {w14: Water supply}}
---
";

const ITEM: &str = "code: EC-01
text: Dig ten wells on the north shore.
start: 2021-03
due: 2025-12
lead: [{agency: ar-trade, basis: later, role: coordinates, person: Unit 3}]
contact: \"mailto:wells@example.org\"
tags: [sdg/6, place/north, group/fishers, sector/w14]
see: [{title: Tracking issue, url: \"https://example.org/issues/7\", class: tracker}]
aliases: [/commitment/us0113]
continues: [{edition: \"2016\", item: \"1.1\"}]
milestones: [{id: tender, title: Tender published, due: 2024-02, done: 2024-02-10}]
indicators:
  - id: wells
    title: Wells in use
    unit: wells
    aim: up
    baseline: {period: 2020, value: 3}
    targets: [{period: 2025, value: 10}]
x-priority: high
x-budget: EUR 1250000
x-tier: 2
x-funded: true
x-help: A well driller with a lorry
";

fn converted() -> Book {
    Book::new()
        .file("book.toml", SETTINGS)
        .file("content/plan.md", PLAN)
        .file(
            "content/agencies/ar-trade.md",
            "---\nname: Ministry of Trade\nparty: Arland\ncontact: \"tel:+15550100\"\n---\n",
        )
        .item("1.2", ITEM)
        .update(
            "2024-03-01-dug",
            "EC-01",
            "status: in-progress\noutlook: at-risk\nchallenges: Rock under the sand\nvalues: [{indicator: wells, period: 2023, value: 6.5}]\n",
        )
        .file("content/editions/2016/plan.md", "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n")
        .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: Water\n---\n")
        .file(
            "content/editions/2016/areas/01-a/1.1-wells.md",
            "---\ntitle: Old wells\nkind: deliverable\nupdates: [{date: 2017-05-01, note: Two were dug., status: in-progress}]\n---\n",
        )
}

#[test]
fn every_kind_of_information_of_other_trackers_is_on_a_page_and_in_the_data() {
    let book = converted();
    assert_eq!(book.problems(), [""; 0]);
    let site = book.build();
    let html = site.page("items/1.2/index.html");
    let page = words(&html);
    // Kind of information, what the page shows, where it is in the data, what stands there.
    let kinds = [
        ("tags across areas", "North shore", "/tags/1", "place/north"),
        ("the place", "Where", "/tags/1", "place/north"),
        ("who benefits", "Fishing families", "/tags/2", "group/fishers"),
        ("development goals", "Clean water and sanitation", "/tags/0", "sdg/6"),
        ("the sector of an outside list", "Water supply", "/tags/3", "sector/w14"),
        ("the plan's own code", "EC-01", "/code", "EC-01"),
        ("pages elsewhere", "Tracking issue", "/see/0/url", "https://example.org/issues/7"),
        ("addresses of an old site", "EC-01", "/aliases/0", "/commitment/us0113"),
        ("other plans", "2016: 1.1 Old wells", "/continues/0/edition", "2016"),
        ("a unit", "6.5 wells", "/measured/0/unit", "wells"),
        ("a baseline", "Baseline 3 wells", "/measured/0/numbers/0/value", "3"),
        ("a target", "Target 10 wells", "/measured/0/numbers/2/value", "10"),
        ("milestones", "Tender published", "/milestones/0/id", "tender"),
        ("the outlook", "At risk", "/outlook/outlook", "at-risk"),
        ("roles and persons", "(coordinates, Unit 3) named later", "/lead/0/person", "Unit 3"),
        ("a contact", "wells@example.org", "/contact", "mailto:wells@example.org"),
        ("the start", "March 2021", "/start/text", "2021-03"),
        ("a priority", "Priority high", "/fields/0/value", "high"),
        ("a budget", "EUR 1,250,000", "/fields/1/value", "1250000"),
        ("funding", "Funding secured Yes", "/fields/3/value", "true"),
        (
            "help that is wanted",
            "A well driller with a lorry",
            "/fields/4/value",
            "A well driller with a lorry",
        ),
    ];
    assert_eq!(kinds.len(), 21);
    let file: serde_json::Value = serde_json::from_slice(&site.files["items/1.2/index.json"]).unwrap();
    for (kind, shown, at, value) in kinds {
        assert!(page.contains(shown), "{kind}: {shown}: {page}");
        let found = file["record"].pointer(at).unwrap_or_else(|| panic!("{kind}: nothing at {at}: {file}"));
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(found, value, "{kind}");
    }
    // What has pages of its own.
    for path in ["tags/sdg/6/index.html", "fields/priority/index.html", "commitment/us0113/index.html"] {
        assert!(site.files.contains_key(path), "{path}");
    }
    assert!(words(&site.page("editions/2016/items/1.1/index.html")).contains("Two were dug."));
    assert!(words(&site.page("agencies/ar-trade/index.html")).contains("+15550100"));
    let values = String::from_utf8_lossy(&site.files["data/values.csv"]).into_owned();
    assert!(values.contains("6.5"), "{values}");
}
