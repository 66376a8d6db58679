//! Fields that a plan declares for itself: read by their type, shown on pages, added up, in the data.

use std::collections::BTreeMap;

use crate::book::{Book, Outcome, words};

const SETTINGS: &str = r#"[book]
title = "Harbour plan"
languages = ["en"]

[fields.x-phase]
label = "Phase"
on = ["item", "update"]
type = "choice"
values = ["planned", "partly built", "built"]
list = true

[fields.x-budget]
label = "Budget"
on = ["item", "area"]
type = "amount"
list = true
sum = true

[fields.x-staff]
label = "Staff"
on = ["item", "agency"]
type = "number"
sum = true

[fields.x-decided]
label = "Decided"
on = ["area"]
type = "date"
list = true

[fields.x-map]
label = "Map"
on = ["item"]
type = "url"

[fields.x-open]
label = "Open to all"
on = ["item"]
type = "boolean"
list = true

[fields.x-chief]
label = "Chief"
on = ["agency"]
type = "text"
list = true
"#;

const KEYS: &str = "x-open: true\nx-map: https://maps.example/7\nx-staff: 2.5\nx-budget: EUR 14200000.50\nx-phase: partly built\nx-ledger: 3.10\n";

fn book() -> Book {
    Book::new()
        .file("book.toml", SETTINGS)
        .item("1.2", KEYS)
        .item("1.2.a", "x-budget: EUR 4000000\nx-staff: 1\n")
        .item("1.3", "x-budget: EUR 0.25\nx-phase: planned\nx-open: false\n")
        .item("1.4", "x-budget: JPY 500\n")
        .update(
            "2022-01-05-begun",
            "[\"1.2\"]",
            "status: in-progress\ndegree: substantial\nx-phase: planned\n",
        )
}

/// The facts of a page that begin with a label.
fn fact(page: &str, label: &str) -> String {
    let facts = words(page);
    let from = facts.find(label).unwrap_or_else(|| panic!("{label}: {facts}"));
    facts[from..].chars().take(60).collect()
}

#[test]
fn an_item_shows_its_fields_in_the_order_of_book_toml() {
    let page = book().page("items/1.2/index.html");
    let shown =
        "Phase partly built Budget EUR 14,200,000.50 Staff 2.5 Map https://maps.example/7 Open to all Yes";
    assert!(words(&page).contains(shown), "{}", words(&page));
    assert!(page.contains("<a href=\"../../fields/budget/index.html\">Budget</a>"), "{page}");
    assert!(!page.contains("href=\"../../fields/staff"), "{page}");
    assert!(page.contains("<a href=\"https://maps.example/7\" rel=\"noopener\">"), "{page}");
    // The update shows its own, also in the history of the item.
    assert!(fact(&page, "Phase planned").starts_with("Phase planned"));
    assert!(fact(&book().page("updates/2022-01-05-begun/index.html"), "Phase").starts_with("Phase planned"));
}

#[test]
fn areas_and_agencies_show_fields_and_sums() {
    let area = "---\nnumber: 1\ntitle: Trade\nx-budget: EUR 9\nx-decided: 2021-05\n---\n";
    let agency = "---\nname: Trade Ministry\nparty: Arland\nx-chief: A. Tern\nx-staff: 40\n---\n";
    let book = book()
        .file("content/areas/01-trade/area.md", area)
        .file("content/agencies/ar-trade.md", agency)
        .item("1.3", "x-budget: EUR 0.25\nlead: [ar-trade]\n");
    let page = words(&book.page("areas/1/index.html"));
    // The value of a part is in that of its item.
    let sums = "Budget, sum of the items EUR 14,200,000.75 JPY 500 Staff, sum of the items 2.5";
    assert!(page.contains("Budget EUR 9 Decided May 2021") && page.contains(sums), "{page}");
    let page = words(&book.page("agencies/ar-trade/index.html"));
    assert!(page.contains("Staff 40 Chief A. Tern"), "{page}");
    assert!(page.contains("sum of the items EUR "), "{page}");
}

#[test]
fn a_field_has_a_page_that_groups_its_records() {
    let site = book().build();
    let page = words(&site.page("fields/phase/index.html"));
    let groups = "planned Records: 2 1.3 Item 1.3 Update 2022-01-05-begun partly built Records: 1 1.2 Item 1.2 No value";
    assert!(page.contains("3 records have a value.") && page.contains(groups), "{page}");
    let page = words(&site.page("fields/budget/index.html"));
    assert!(page.contains("Sum EUR 14,200,000.75 JPY 500"), "{page}");
    assert!(page.contains("By area Area Sum 1 Trade EUR 14,200,000.75 JPY 500"), "{page}");
    let eur =
        "EUR Records: 3 1.2 Item 1.2 EUR 14,200,000.50 1.2.a Item 1.2.a EUR 4,000,000 1.3 Item 1.3 EUR 0.25";
    assert!(page.contains(eur) && page.contains("JPY Records: 1 1.4 Item 1.4 JPY 500"), "{page}");
    let page = words(&site.page("fields/open/index.html"));
    assert!(page.contains("Yes Records: 1 1.2 Item 1.2 No Records: 1 1.3 Item 1.3"), "{page}");
    let page = words(&site.page("fields/index.html"));
    assert!(page.contains("Phase 3 Budget 4 EUR 14,200,000.75 JPY 500 Decided 0"), "{page}");
    assert!(!site.files.contains_key("fields/staff/index.html"));
    assert!(site.page("index.html").contains("href=\"fields/index.html\""));
}

#[test]
fn a_sum_of_any_size_is_written_as_numbers_are() {
    let most = "x-budget: EUR 999999999999999\n";
    let page = book().item("1.5", most).item("1.6", most).page("fields/budget/index.html");
    assert!(words(&page).contains("Sum EUR 2,000,000,014,199,998.75 JPY"), "{}", words(&page));
}

#[test]
fn items_that_are_the_same_commitment_count_once() {
    let book = book()
        .item("1.5", "x-budget: JPY 700\nsame-as: [\"1.4\"]\n")
        .item("1.6", "same-as: [\"1.7\"]\n")
        .item("1.7", "x-budget: JPY 30\n");
    let page = words(&book.page("fields/budget/index.html"));
    assert!(page.contains("Sum EUR 14,200,000.75 JPY 530 "), "{page}");
    assert!(page.contains("items that are the same commitment count once"), "{page}");
}

#[test]
fn long_lists_of_a_field_are_in_pages() {
    let mut book = book().file("book.toml", format!("{SETTINGS}\n[lists]\npage-size = 10\n"));
    for number in 10..35 {
        book = book.item(&format!("1.{number}"), "x-phase: built\n");
    }
    let site = book.build();
    let (first, second) = (site.page("fields/phase/index.html"), site.page("fields/phase/page/2/index.html"));
    assert_eq!(
        (first.matches("<li><a").count(), second.contains("Records: 25")),
        (first.matches("<li><a").count(), true)
    );
    assert!(
        words(&second).contains("built") && !words(&second).contains("partly built"),
        "{}",
        words(&second)
    );
}

#[test]
fn the_data_have_values_by_type_and_what_is_not_declared() {
    let site = book().build();
    let plan: serde_json::Value = serde_json::from_slice(&site.files["data/plan.json"]).unwrap();
    let declared = plan["plan"]["fields"].as_array().unwrap();
    assert_eq!(
        (declared.len(), &declared[1]["key"], &declared[1]["label"]),
        (7, &"x-budget".into(), &"Budget".into())
    );
    assert_eq!(declared[0]["values"].as_array().unwrap().len(), 3);
    let item = plan["items"].as_array().unwrap().iter().find(|item| item["id"] == "1.2").unwrap();
    let values: Vec<String> = (item["fields"].as_array().unwrap().iter())
        .map(|value| {
            [&value["key"], &value["type"], &value["currency"], &value["value"]]
                .map(ToString::to_string)
                .join(" ")
        })
        .collect();
    assert_eq!(
        values,
        [
            "\"x-phase\" \"choice\" null \"partly built\"",
            "\"x-budget\" \"amount\" \"EUR\" \"14200000.50\"",
            "\"x-staff\" \"number\" null \"2.5\"",
            "\"x-map\" \"url\" null \"https://maps.example/7\"",
            "\"x-open\" \"boolean\" null \"true\"",
        ]
    );
    assert_eq!(item["extra"], serde_json::json!({"x-ledger": "3.10"}));
    let holds_ledger = |(path, bytes): (&String, &Vec<u8>)| {
        String::from_utf8_lossy(bytes).contains("x-ledger").then(|| path.clone())
    };
    let paths: Vec<String> = site.files.iter().filter_map(holds_ledger).collect();
    assert_eq!(paths, ["data/plan.json", "items/1.2/index.json"]);
    // Nothing is there where nothing was written.
    let other = plan["areas"][0].as_object().unwrap();
    assert!(!other.contains_key("fields") && !other.contains_key("extra"));
}

/// The rows of the table of items, by the names of its columns.
fn table(site: &Outcome) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    table_at(site, "data/items.csv")
}

fn table_at(site: &Outcome, path: &str) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let text = String::from_utf8_lossy(&site.files[path]).into_owned();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| names.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    let rows = reader.records().map(|record| row(record.unwrap())).collect();
    (names, rows)
}

#[test]
fn the_table_of_items_has_a_column_for_each_field_of_items_and_the_names_of_agencies() {
    let area = "---\nnumber: 1\ntitle: Trade\nx-budget: EUR 9\n---\n";
    let book = book()
        .file("content/areas/01-trade/area.md", area)
        .file("content/agencies/ar-trade.md", "---\nname: Trade Ministry\nparty: Arland\n---\n")
        .file("content/agencies/bo-sea.md", "---\nname: Sea Office\nparty: Boria\n---\n")
        .item("1.5", "lead: [bo-sea, ar-trade]\nx-budget: EUR -3.50\nsupporting: [ar-trade]\n");
    let site = book.build();
    let (names, rows) = table(&site);
    let from = names.iter().position(|name| name == "area_title").unwrap();
    let last = [
        "area_title",
        "lead_names",
        "supporting_names",
        "x-phase",
        "x-budget",
        "x-budget_currency",
        "x-staff",
        "x-map",
        "x-open",
        "as_of",
        "licence",
    ];
    assert_eq!(names[from..], last);
    let of = |id: &str, names: &[&str]| {
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        names.iter().map(|name| row[*name].as_str()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(of("1.2", &last[3..9]), "partly built|14200000.50|EUR|2.5|https://maps.example/7|true");
    // A negative number is no formula, and the names stand in the order of the ids.
    assert_eq!(of("1.5", &last[3..9]), "|-3.50|EUR|||");
    assert_eq!(
        of("1.5", &["lead", "lead_names", "supporting_names", "area_title"]),
        "bo-sea; ar-trade|Sea Office; Trade Ministry|Trade Ministry|Trade"
    );
    let page = words(&site.page("data/index.html"));
    for says in [
        "x-budget The field “Budget”, which the plan declares for itself. In the JSON: fields.value",
        "x-budget_currency The code of the currency of the field “Budget”. In the JSON: fields.currency",
        "lead_names The names of the agencies in lead, in the same order. In the JSON: agencies.name",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("milestones Its milestones"), "{page}");
}

#[test]
fn the_tables_of_updates_and_agencies_have_the_fields_of_such_records() {
    let agency = |keys: &str| format!("---\nname: Trade Ministry\nparty: Arland\n{keys}---\n");
    let with = |keys: &str| book().file("content/agencies/ar-trade.md", agency(keys));
    let keys = "contact: \"tel:+43-1-234\"\nx-staff: -7\nx-chief: \"=1+1\"\n";
    let site = with(keys).build();
    let (names, rows) = table_at(&site, "data/agencies.csv");
    assert!(
        names.ends_with(&["contact", "x-staff", "x-chief", "as_of", "licence"].map(str::to_owned)),
        "{names:?}"
    );
    let trade = rows.iter().find(|row| row["id"] == "ar-trade").unwrap();
    // What a spreadsheet would take for a formula is none.
    assert_eq!([&trade["contact"], &trade["x-staff"], &trade["x-chief"]], ["tel:+43-1-234", "-7", "'=1+1"]);
    let (names, rows) = table_at(&site, "data/updates.csv");
    assert!(names.ends_with(&["url", "x-phase", "as_of", "licence"].map(str::to_owned)), "{names:?}");
    assert_eq!(rows[0]["x-phase"], "planned");
    let page = words(&site.page("data/index.html"));
    for says in [
        "x-chief The field “Chief”, which the plan declares for itself. In the JSON: fields.value",
        "contact Whom to ask: a mailbox, a telephone number or a web address. In the JSON: contact",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    // A table has no column of what no record has, and no cell of what is internal.
    let hidden = "x-chief: {value: Secret name, audience: internal}\n";
    let site = with(hidden).build();
    let (names, rows) = table_at(&site, "data/agencies.csv");
    assert!(!names.iter().any(|name| name == "contact"), "{names:?}");
    assert!(rows.iter().all(|row| row["x-chief"].is_empty()), "{rows:?}");
    let (_, rows) = table_at(&with(hidden).internal().build(), "data/agencies.csv");
    assert!(rows.iter().any(|row| row["x-chief"] == "Secret name"), "{rows:?}");
}

#[test]
fn steps_of_items_are_a_column_where_there_are_some() {
    let steps = "milestones: [{id: tender, title: Tender, due: 2021-03, done: 2021-05-02}, {id: award, title: Award, due: 2030}, {id: open, title: Opening}, {id: zz, title: Zz, audience: internal}]\n";
    let site = book().item("1.5", steps).build();
    let (_, rows) = table(&site);
    let row = rows.iter().find(|row| row["id"] == "1.5").unwrap();
    assert_eq!(row["milestones"], "tender: done-late 2021-05-02; award: ahead 2030; open: open");
    assert!(words(&site.page("data/index.html")).contains("milestones Its milestones: the id of each"));
    assert!(!table(&book().build()).0.contains(&"milestones".to_owned()));
}

/// What a table can be filtered by: the labels of fields, and the choices of each with what marks the rows.
fn filters(page: &str) -> Vec<String> {
    let field = |field: &str| {
        let choices = field.split("</select>").next().unwrap().split("<option value=\"").skip(2);
        let choice = |choice: &str| choice.split("</option>").next().unwrap().replace("\">", " ");
        choices.map(choice).collect::<Vec<_>>().join(", ")
    };
    page.split("class=\"table-field\"").skip(1).map(field).collect()
}

#[test]
fn tables_are_filtered_by_listed_fields_with_few_values() {
    let long = (10..40).fold(book(), |book, number| book.item(&format!("1.{number}"), ""));
    let page = long.page("items/index.html");
    // Neither what no item has, nor what stays unlisted.
    assert_eq!(filters(&page), ["phase=0 planned, phase=1 partly built", "open=1 Yes, open=0 No"]);
    assert_eq!(page.matches(" data-fields=\"phase=1 open=1\"").count(), 1, "{page}");
    assert_eq!(page.matches(" data-fields=\"").count(), 2);
    assert!(page.contains("<label>Phase <select class=\"table-field\">"), "{page}");
    // A page of a long list offers what is on the other pages, too, and the rows for the script are marked.
    let long = long.file("book.toml", format!("{SETTINGS}\n[lists]\npage-size = 10\n"));
    let site = long.build();
    let second = site.page("items/page/2/index.html");
    assert!(!second.contains(" data-fields="), "{second}");
    assert_eq!(filters(&second), filters(&page));
    assert_eq!(site.page("items/rows.js").matches(" data-fields=").count(), 2);
    let settings = SETTINGS.replace("list = true\n", "");
    let page = (10..20).fold(book(), |book, number| book.item(&format!("1.{number}"), ""));
    let page = page.file("book.toml", settings).page("items/index.html");
    assert!(filters(&page).is_empty() && !page.contains("data-fields"), "{page}");
}

#[test]
fn an_internal_value_is_no_choice_of_the_public() {
    let long = (10..20).fold(book(), |book, number| book.item(&format!("1.{number}"), ""));
    let long = long.item("1.4", "x-phase: {value: built, audience: internal}\n");
    assert_eq!(filters(&long.page("items/index.html"))[0], "phase=0 planned, phase=1 partly built");
    let page = long.internal().page("items/index.html");
    assert_eq!(filters(&page)[0], "phase=0 planned, phase=1 partly built, phase=2 built");
}

#[test]
fn sums_by_agency_say_what_nobody_leads_and_what_has_no_value() {
    let book = book()
        .file("content/agencies/ar-trade.md", "---\nname: Trade Ministry\nparty: Arland\n---\n")
        .item("1.3", "x-budget: EUR 0.25\nlead: [ar-trade]\n")
        .item("1.5", "")
        .item("1.5.a", "")
        .item("1.6", "same-as: [\"1.4\"]\n");
    let page = words(&book.page("fields/budget/index.html"));
    let sums = "Trade Ministry EUR 0.25 No lead agency EUR 14,200,000.50 JPY 500 An item with several";
    assert!(page.contains(sums), "{page}");
    // 1.1 and 1.5: the part of 1.5 is in it, and 1.6 is 1.4.
    assert!(page.contains("2 items have no value, and are in no sum."), "{page}");
    assert!(!page.contains("counts in both"), "{page}");
    let everybody = book.item("1.2", "x-budget: EUR 1\nlead: [ar-trade]\n").item("1.4", "lead: [ar-trade]\n");
    let page = words(&everybody.page("fields/budget/index.html"));
    assert!(page.contains("By lead agency") && !page.contains("No lead agency"), "{page}");
}

#[test]
fn sums_by_area_say_when_they_are_more_than_the_whole() {
    let area = "---\nnumber: 2\ntitle: Sea\n---\n";
    let item = "---\ntitle: Boats\nkind: deliverable\nx-budget: JPY 500\nsame-as: [\"1.4\"]\n---\n";
    let book =
        book().file("content/areas/02-sea/area.md", area).file("content/areas/02-sea/2.1-boats.md", item);
    let page = words(&book.page("fields/budget/index.html"));
    assert!(page.contains("Sum EUR 14,200,000.75 JPY 500 "), "{page}");
    assert!(
        page.contains("2 Sea JPY 500 An item that is the same commitment as one in another area"),
        "{page}"
    );
}

#[test]
fn a_value_can_be_internal() {
    let book = book().item(
        "1.3",
        "x-budget: {value: EUR 7777, audience: internal}\nx-note: {text: Secret, audience: internal}\n",
    );
    let public = book.build();
    let found = public.files.iter().find(|(_, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("7,777") || text.contains("7777") || text.contains("Secret")
    });
    assert_eq!(found.map(|(path, _)| path), None);
    let internal = book.internal().build();
    let page = internal.page("items/1.3/index.html");
    assert!(words(&page).contains("Budget EUR 7,777 Internal"), "{}", words(&page));
    assert!(String::from_utf8_lossy(&internal.files["data/plan.json"]).contains("Secret"));
}

#[test]
fn wrong_values_are_reported_at_their_place() {
    let right = book();
    assert_eq!(right.problems(), Vec::<String>::new());
    for (keys, code, says) in [
        ("x-phase: plannd\n", "bad-field-value", "planned"),
        ("x-phase: Planned\n", "bad-field-value", "planned"),
        ("x-budget: EUR 14,200,000\n", "bad-field-value", "EUR 14200000"),
        ("x-budget: 14200000 EUR\n", "bad-field-value", "EUR 14200000"),
        ("x-budget: 12\n", "bad-field-value", "EUR 14200000.50"),
        ("x-budget:\n", "bad-field-value", "no value"),
        ("x-budget: [EUR 1, EUR 2]\n", "bad-field-value", "list"),
        ("x-budget: {audience: internal}\n", "missing-key", "`value`"),
        ("x-staff: 12.5 people\n", "bad-field-value", "without a unit"),
        ("x-map: maps.example\n", "bad-field-value", "https://"),
        ("x-open: yes\n", "bad-field-value", "true"),
        ("x-decided: 2021\n", "misplaced-field", "area"),
        ("x-budgte: EUR 5\n", "undeclared-field", "x-budget"),
    ] {
        let book = right.clone().item("1.3", keys);
        let report = book.report();
        assert_eq!(book.problems().len(), 1, "{keys}: {report}");
        assert!(report.contains(code) && report.contains(says), "{keys}: {report}");
        assert!(report.contains("1.3"), "{report}");
    }
    for keys in ["x-desk: 7\n", "x-ledger:\n", "x-other: {a: [b, {c: d}]}\n"] {
        assert_eq!(right.clone().item("1.3", keys).problems(), Vec::<String>::new(), "{keys}");
    }
}

#[test]
fn wrong_declarations_are_reported() {
    let declared = |name: &str, lines: &str| {
        let text = format!("[book]\ntitle = \"A\"\n[fields.{name}]\n{lines}");
        Book::new().file("book.toml", text)
    };
    const RIGHT: &str = "label = \"L\"\non = [\"item\"]\ntype = \"text\"\n";
    assert_eq!(declared("x-a", RIGHT).problems(), Vec::<String>::new());
    for (name, lines, says) in [
        ("budget", RIGHT, "does not begin with `x-`"),
        ("x-Budget", RIGHT, "cannot be the name of a field"),
        ("x-a", "on = [\"item\"]\ntype = \"text\"\n", "needs `label`"),
        ("x-a", "label = \"L\"\ntype = \"text\"\n", "needs `on`"),
        ("x-a", "label = \"L\"\non = [\"item\"]\n", "needs `type`"),
        ("x-a", "label = \"L\"\non = []\ntype = \"text\"\n", "names no kind"),
        ("x-a", "label = \"L\"\non = [\"itme\"]\ntype = \"text\"\n", "item"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"txt\"\n", "text"),
        (
            "x-a",
            "label = {ja = \"L\"}\non = [\"item\"]\ntype = \"text\"\n",
            "a text in `ja`, which is not a language of the site",
        ),
        ("x-a", "label = {en = []}\non = [\"item\"]\ntype = \"text\"\n", "is not a text"),
        ("x-a", "label = {}\non = [\"item\"]\ntype = \"text\"\n", "no text in `en`"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"choice\"\n", "without values"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"text\"\nvalues = [\"a\"]\n", "is no choice"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"choice\"\nvalues = [\"a\", \"a\"]\n", "twice"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"text\"\nsum = true\n", "cannot be added up"),
        ("x-a", "label = \"L\"\non = [\"area\"]\ntype = \"number\"\nsum = true\n", "not on items"),
        ("x-a", "label = \"L\"\non = [\"item\"]\ntype = \"text\"\nlits = true\n", "list"),
    ] {
        let book = declared(name, lines);
        assert_eq!(book.problems().len(), 1, "{lines}: {}", book.report());
        assert!(book.report().contains(says), "{lines}: {}", book.report());
    }
    assert!(
        Book::new()
            .file("book.toml", "fields = 3\n[book]\ntitle = \"A\"\n")
            .report()
            .contains("section for each field")
    );
}

#[test]
fn a_change_of_a_value_is_named_and_a_rewritten_update_stopped() {
    let before = book();
    let after = book().item("1.4", "x-budget: JPY 501\n");
    let review = before.clone();
    assert_eq!(after.stopped_since(&review), Vec::<String>::new());
    let other = "status: in-progress\ndegree: substantial\nx-phase: built\n";
    let after = book().update("2022-01-05-begun", "[\"1.2\"]", other);
    assert_eq!(after.stopped_since(&before).len(), 1, "{:?}", after.stopped_since(&before));
}
