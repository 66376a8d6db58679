//! The files for programs are what they say they are, by the judgement of other people's tools.

mod large;
mod tools;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::book::{Book, frozen};
use super::outside_tools::{beside, python};
use tools::{citation_is_valid, is_valid, read_csv};

const SETTINGS: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n\n[site]\nbase-url = \"https://plan.example/\"\n\n[repository]\nurl = \"https://git.example/plan\"\n";

/// A book with something of everything, and with texts that mean something to those who read files.
fn book() -> Book {
    Book::new()
        .file("book.toml", SETTINGS)
        .file(
            "content/plan.md",
            "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nlicence: https://terms.example/\n---\n",
        )
        .item("1.2", "lead: [ar-trade]\ndue: 2021-H1\ntext: \"=1+1; \\\"quoted\\\", </script>\"\n")
        .file("content/agencies/bo-sea.md", "---\nname: \"=cmd|' /C calc'!A0\"\nnative-name: 海の省\nnative-lang: ja\n---\n")
        .file("content/forums/talks.md", "---\nname: Harbour talks\nkind: bilateral\ncadence: every year\n---\n")
        .file("content/pages/about.md", "---\ntitle: About\n---\n\nSee [[1.2]].\n")
        .update(
            "2021-02-03-met",
            "[\"1.1\"]",
            "kind: meeting\nforum: talks\nmeeting:\n  state: held\n  number: 2\n  place: Port\nby: [bo-sea]\n",
        )
        .update(
            "2021-03-04-later",
            "[\"1.2\"]",
            "kind: date-change\nnew-due: 2022\nreason: |\n  Two lines,\n  and a comma.\nreported: 2021-03-09\n",
        )
}

fn data(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap()
}

fn built(book: &Book) -> BTreeMap<String, Vec<u8>> {
    let outcome = book.build();
    assert_eq!(outcome.places(), Vec::<String>::new());
    outcome.files
}

#[test]
fn every_json_file_is_valid_by_the_published_schema() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let bare = "---\ntitle: Bare plan\nparties: [Arland]\nadopted: 2020\n---\n";
    let bare = Book::empty().file("book.toml", SETTINGS).file("content/plan.md", bare);
    is_valid("one", &built(&book()));
    is_valid("empty", &built(&bare));
    is_valid("everything", &Book::load(&root.join("tests/everything")).internal().build().files);
    is_valid("frozen", &frozen().build().files);
}

/// Keys that few plans use: they are missing where nobody wrote them.
const OPTIONAL: &[&str] = &[
    "Agency.contact",
    "Agency.extra",
    "Agency.fields",
    "Area.areas",
    "Area.extra",
    "Area.fields",
    "Area.parent",
    "Edition.closed",
    "Edition.data",
    "Forum.extra",
    "Item.code",
    "Item.contact",
    "Item.continued_by",
    "Item.extra",
    "Item.fields",
    "Item.image",
    "Item.lead_from",
    "Item.measured",
    "Item.milestones",
    "Item.outlook",
    "Item.partners",
    "Item.see",
    "Item.start",
    "Item.tags",
    "Page.extra",
    "Plan.extra",
    "Plan.fields",
    "Plan.tags",
    "Role.person",
    "Role.since",
    "Role.source",
    "Role.role",
    "Source.extra",
    "Update.extra",
    "Update.fields",
    "Update.new_targets",
    "Update.outlook",
    "Update.values",
];

/// Whoever changes this list thinks of `SCHEMA_VERSION`, and of docs/data.md.
#[test]
fn the_keys_of_the_data_are_known() {
    let schema = data(&Book::new().build().files, "data/plan.schema.json");
    let definitions = schema["$defs"].as_object().unwrap().iter();
    let types = definitions.map(|(name, definition)| (name.as_str(), definition));
    let mut keys = Vec::new();
    for (name, definition) in types.chain([("PlanFile", &schema)]) {
        let properties = definition["properties"].as_object();
        let own: Vec<&str> = properties.into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        let required = definition["required"].as_array().map_or(0, Vec::len);
        let optional =
            OPTIONAL.iter().filter(|key| key.split_once('.').is_some_and(|(of, _)| of == name)).count();
        assert_eq!(own.len(), required + optional, "{name} has a key that can be missing");
        keys.push(format!("{name}: {}", own.join(" ")));
    }
    keys.sort();
    insta::with_settings!({ snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("data-keys", keys.join("\n"));
    });
}

#[test]
fn the_citation_is_valid() {
    citation_is_valid(&built(&book())["CITATION.cff"]);
    let bare = Book::new().build().files;
    citation_is_valid(&bare["CITATION.cff"]);
}

#[test]
fn every_table_reads_back_cell_by_cell() {
    let files = built(&book());
    let agencies = read_csv(&files["data/agencies.csv"]);
    assert_eq!(agencies[1]["name"], "'=cmd|' /C calc'!A0");
    assert_eq!(agencies[1]["native_name"], "海の省");
    let items = read_csv(&files["data/items.csv"]);
    assert_eq!(items[1]["text"], "'=1+1; \"quoted\", </script>");
    assert_eq!(items[1]["status"], "not-stated");
    let updates = read_csv(&files["data/updates.csv"]);
    assert_eq!(updates[1]["reason"], "Two lines,\nand a comma.\n");
    let rows =
        ["items", "updates", "agencies", "forums"].map(|name| read_csv(&files[&format!("data/{name}.csv")]));
    assert_eq!(rows.each_ref().map(|rows| rows.as_array().unwrap().len()), [2, 2, 2, 1]);
    for row in rows.iter().flat_map(|rows| rows.as_array().unwrap()) {
        assert_eq!(
            (&row["as_of"], &row["licence"]),
            (&json!("2024-06-30"), &json!("https://terms.example/"))
        );
    }
}

#[test]
fn tables_have_links_roles_and_areas_as_the_json_does() {
    let settings =
        format!("{SETTINGS}\n[fields.x-tier]\nlabel = \"Tier\"\non = [\"area\"]\ntype = \"text\"\n");
    let area =
        |number: &str, keys: &str| format!("---\nnumber: \"{number}\"\ntitle: Area {number}\n{keys}---\n");
    let item = "related: [\"1.1\"]\ndepends-on: [\"1.3\", \"1.1\"]\naliases: [old-one, \"1.9\"]\ncontinues: [{edition: \"2016\", item: \"1.1\", how: amended}, {edition: \"2016\", item: \"1.2\"}]\nlead: [ar-trade]\nsupporting: [{agency: bo-sea, basis: later, since: 2021-05, role: audits}]\n";
    let old = "content/editions/2016";
    let book = book()
        .file("book.toml", settings)
        .item("1.2", item)
        .item("1.3", "")
        .file(
            "content/areas/02-sea/area.md",
            area("2", "lead: [{agency: bo-sea, basis: inferred}]\nx-tier: \"=A\"\n"),
        )
        .file("content/areas/02-sea/01-deep/area.md", area("2.1", "aliases: [\"7\"]\nsummary: Far out.\n"))
        .file("content/areas/02-sea/01-deep/2.1.1-dive.md", "---\ntitle: Dive\nkind: deliverable\n---\n")
        .file(
            &format!("{old}/plan.md"),
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file(&format!("{old}/areas/1/area.md"), area("1", ""))
        .file(&format!("{old}/areas/1/1.1-a.md"), "---\ntitle: A\nkind: event\n---\n")
        .file(&format!("{old}/areas/1/1.2-b.md"), "---\ntitle: B\nkind: event\n---\n");
    let files = built(&book);
    let items = read_csv(&files["data/items.csv"]);
    let said = |key: &str| items[1][key].as_str().unwrap().to_owned();
    assert_eq!(
        ["related", "depends_on", "aliases", "continues", "role_basis", "role_since"].map(said),
        [
            "1.1",
            "1.3; 1.1",
            "old-one; 1.9",
            "2016/1.1: amended; 2016/1.2",
            "ar-trade: stated; bo-sea: later",
            "bo-sea: 2021-05"
        ]
    );
    let plan = data(&files, "data/plan.json");
    let areas = read_csv(&files["data/areas.csv"]);
    let (areas, whole) = (areas.as_array().unwrap(), plan["areas"].as_array().unwrap());
    let ids =
        |rows: &[Value]| rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (ids(areas), ids(areas)),
        (vec!["1".to_owned(), "2".to_owned(), "2.1".to_owned()], ids(whole))
    );
    let sea = ["title", "areas", "parent", "lead", "role_basis", "x-tier"]
        .map(|key| areas[1][key].as_str().unwrap());
    assert_eq!(sea, ["Area 2", "2.1", "", "bo-sea", "bo-sea: inferred", "'=A"]);
    let deep = ["parent", "items", "aliases", "summary", "url"].map(|key| areas[2][key].as_str().unwrap());
    assert_eq!(deep, ["2", "2.1.1", "7", "Far out.", "https://plan.example/areas/2.1/"]);
    // An edition has the table of its own areas.
    assert_eq!(read_csv(&files["editions/2016/data/areas.csv"]).as_array().unwrap().len(), 1);
    let hidden = book.file("content/areas/02-sea/area.md", area("2", "audience: internal\n"));
    let open = read_csv(&built(&hidden)["data/areas.csv"]);
    assert_eq!(ids(open.as_array().unwrap()), ["1"]);
}

#[test]
fn every_record_has_its_data_beside_its_page_as_in_the_whole() {
    let files = built(&book());
    let plan = data(&files, "data/plan.json");
    let mut seen = 0;
    for list in ["areas", "items", "updates", "agencies", "forums", "pages"] {
        for record in plan[list].as_array().unwrap() {
            let page = record["url"].as_str().unwrap().strip_prefix("https://plan.example/").unwrap();
            let mut own = data(&files, &format!("{page}index.json"))["record"].clone();
            own.as_object_mut().unwrap().shift_remove("type");
            assert_eq!(&own, record);
            let html = String::from_utf8(files[&format!("{page}index.html")].clone()).unwrap();
            assert!(
                html.contains("<link rel=\"alternate\" type=\"application/json\" href=\"index.json\">"),
                "{page}"
            );
            seen += 1;
        }
    }
    assert_eq!(seen, 9);
    let lines = String::from_utf8(files["data/updates.jsonl"].clone()).unwrap();
    let updates: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["update"].clone()).collect();
    assert_eq!(Value::Array(updates), plan["updates"]);
}

#[test]
fn all_data_names_its_day_its_terms_and_its_audience() {
    let files = built(&book());
    // The list of the files of the search has nothing of the plan.
    let is_data =
        |path: &str| path.ends_with(".json") && !["data/plan.schema.json", "search.json"].contains(&path);
    for (path, bytes) in files.iter().filter(|(path, _)| is_data(path)) {
        let value: Value = serde_json::from_slice(bytes).unwrap();
        // A feed has its own names for all else.
        let value = if path.contains("feed") { value["_planbook"].clone() } else { value };
        assert_eq!(value["as_of"], "2024-06-30", "{path}");
        assert_eq!(value["licence"], "https://terms.example/", "{path}");
        assert_eq!(value["audience"], "public", "{path}");
    }
    let page = String::from_utf8(files["data/index.html"].clone()).unwrap();
    assert!(page.contains("30 June 2024") && page.contains("https://terms.example/"));
}

#[test]
fn imprecise_dates_and_moved_dates_stay_what_they_are() {
    let plan = data(&built(&book()), "data/plan.json");
    let schedule = &plan["items"][1]["schedule"];
    assert_eq!(
        schedule["first_due"],
        json!({ "text": "2021-H1", "earliest": "2021-01-01", "latest": "2021-06-30", "precision": "half" })
    );
    assert_eq!(schedule["due"]["text"], "2022");
    assert_eq!(schedule["times_put_back"], 1);
    assert_eq!(schedule["state"], "overdue");
}

#[test]
fn what_is_known_only_later_is_in_no_data_file() {
    let plan = data(&built(&book().as_of("2021-02-28")), "data/plan.json");
    assert_eq!(plan["as_of"], "2021-02-28");
    assert_eq!(plan["updates"].as_array().unwrap().len(), 1);
    assert_eq!(plan["items"][1]["schedule"]["due"]["text"], "2021-H1");
    assert_eq!(plan["items"][1]["standing"]["status"], "not-reported");
}

#[test]
fn pages_say_what_they_are_to_search_engines() {
    let files = built(&book());
    let linked = |path: &str| {
        let html = String::from_utf8(files[path].clone()).unwrap();
        let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
        let (text, _) = rest.split_once("</script>").unwrap();
        assert!(!text.contains(['<', '>', '&']), "{text}");
        serde_json::from_str::<Value>(text).unwrap()["@graph"].clone()
    };
    let item = linked("items/1.2/index.html");
    assert_eq!(item[0]["text"], "=1+1; \"quoted\", </script>");
    assert_eq!(item[0]["url"], "https://plan.example/items/1.2/");
    assert_eq!(item[1]["itemListElement"][1]["item"], "https://plan.example/areas/");
    let meeting = linked("updates/2021-02-03-met/index.html");
    assert_eq!(meeting[0]["@type"], "Event");
    assert_eq!(
        (&meeting[0]["startDate"], &meeting[0]["location"]["name"]),
        (&json!("2021-02-03"), &json!("Port"))
    );
    assert_eq!(linked("updates/2021-03-04-later/index.html")[0]["datePublished"], "2021-03-09");
    let home = linked("index.html");
    assert_eq!(
        (&home[1]["@type"], &home[1]["license"]),
        (&json!("Dataset"), &json!("https://terms.example/"))
    );
    let later = String::from_utf8(files["updates/2021-03-04-later/index.html"].clone()).unwrap();
    assert!(later.contains("<meta property=\"article:published_time\" content=\"2021-03-09\">"));
}

/// The block of a page in a file of its own.
fn linked_data(files: &BTreeMap<String, Vec<u8>>, paths: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let block = |path: &&str| {
        let html = String::from_utf8(files[*path].clone()).unwrap();
        let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
        (path.replace(".html", ".jsonld"), rest.split_once("</script>").unwrap().0.as_bytes().to_vec())
    };
    paths.iter().map(block).collect()
}

#[test]
fn a_reader_of_linked_data_finds_actions_and_events_in_the_words_of_schema_org() {
    let files = built(&book());
    let pages = [
        "index.html",
        "areas/1/index.html",
        "items/1.1/index.html",
        "items/1.2/index.html",
        "updates/2021-02-03-met/index.html",
    ];
    let said = python(&[&beside("linked_data.py")], &linked_data(&files, &pages), ".jsonld");
    for line in [
        "items/1.1/index.jsonld|PlanAction|agent|Ministry of Trade",
        "items/1.2/index.jsonld|PlanAction|identifier|1.2",
        "updates/2021-02-03-met/index.jsonld|Event|startDate|2021-02-03",
        "index.jsonld|Dataset|version|2024-06-30",
    ] {
        assert!(said.lines().any(|found| found == line), "{line}\n{said}");
    }
}

#[test]
fn a_data_portal_finds_each_file_in_the_catalogue() {
    for book in [book(), book().file("book.toml", "[book]\ntitle = \"Plan\"\n"), book().internal()] {
        let files: BTreeMap<String, Vec<u8>> =
            built(&book).into_iter().filter(|(path, _)| path.starts_with("data/")).collect();
        let said = python(&[&beside("catalog.py")], &files, "");
        let found: Vec<&str> = said.lines().collect();
        let expected = [
            "agencies.csv text/csv",
            "areas.csv text/csv",
            "forums.csv text/csv",
            "items.csv text/csv",
            "plan.json application/json",
            "plan.schema.json application/schema+json",
            "updates.csv text/csv",
            "updates.jsonl application/x-ndjson",
        ];
        assert_eq!(found, expected);
    }
}

#[test]
fn the_internal_site_and_pages_that_are_no_pages_say_nothing_to_search_engines() {
    let files = book().internal().build().files;
    let named = |path: &str| String::from_utf8(files[path].clone()).unwrap().contains("ld+json");
    assert!(!named("index.html") && !named("404.html"));
    assert!(!String::from_utf8(built(&book())["404.html"].clone()).unwrap().contains("ld+json"));
}
