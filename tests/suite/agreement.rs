//! Numbers that name the same thing are equal wherever they stand: on the home page, the dashboards, in the data, the
//! tables, `planbook status`, the requests and the warnings of `check`. Held over books at random.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::book::{Book, Outcome, words};
use crate::non_interference::chance::Chance;
use crate::random;

const TODAY: &str = "2024-06-30";
const KINDS: [&str; 6] =
    ["deliverable", "event", "recurring\ncadence: every 6 months", "continuing", "conditional", "unstated"];
const STATUSES: [&str; 6] = [
    "not-started\nchallenges: There are no funds.",
    "in-progress",
    "continuing",
    "completed\nevidence: [{title: M, url: \"https://a.example/\"}]",
    "on-hold\nchallenges: There are no funds.",
    "closed\noutcome: lapsed\nkind: closure\nreason: Over.",
];
const VERDICTS: [&str; 4] = ["complete", "limited", "kept", "broken"];

/// A book at random: two areas, items, groups with parts, and updates of every sort.
fn book(seed: u64) -> Book {
    let mut chance = Chance::new(seed);
    let reporting = if chance.percent(60) { "reporting: {every: 1 year, grace-days: 30}\n" } else { "" };
    let end = if chance.percent(20) { "period: 2020/2022\n" } else { "" };
    let judge = "judged-by: {name: Watch}\nverdicts: {kept: complete, broken: {as: not-done, final: true}}\n";
    let plan = format!("---\ntitle: P\nparties: [Arland]\nadopted: 2020-01-01\n{reporting}{end}{judge}---\n");
    let mut book = Book::new()
        .today(TODAY)
        .file("content/plan.md", plan)
        .file("content/areas/02-ports/area.md", "---\nnumber: 2\ntitle: Ports\n---\n")
        .file("content/agencies/bo-trade.md", "---\nname: Board\nparty: Boria\n---\n")
        .file("content/forums/council.md", "---\nname: Council\nitems: [\"1.2\"]\n---\n");
    let mut ids = vec!["1.1".to_owned()];
    let mut groups = Vec::new();
    for area in 1..=2 {
        for number in 2..=chance.number(3, 6) {
            let group = chance.percent(25);
            let id = format!("{area}.{number}");
            let parts: Vec<String> = ["a", "b"].iter().map(|part| format!("{id}.{part}")).collect();
            book = if group {
                groups.push(id.clone());
                book.file(&path(&id), "---\ntitle: Group\nkind: container\n---\n")
            } else {
                item(book, &mut chance, &id)
            };
            ids.push(id);
            for part in parts.into_iter().filter(|_| group) {
                book = item(book, &mut chance, &part);
                ids.push(part);
            }
        }
    }
    for number in 0..chance.number(4, 16) {
        book = update(book, &mut chance, number, &ids, &groups);
    }
    book
}

fn path(id: &str) -> String {
    let folder = if id.starts_with('1') { "01-trade" } else { "02-ports" };
    format!("content/areas/{folder}/{id}-item.md")
}

fn item(book: Book, chance: &mut Chance, id: &str) -> Book {
    let due = match chance.below(4) {
        0 => format!("due: {}-06-30\n", chance.number(2021, 2026)),
        1 => "due: {text: after the talks, after: \"1.1\"}\n".to_owned(),
        _ => String::new(),
    };
    let each = if chance.percent(20) { "each: true\n" } else { "" };
    let kind = chance.pick(&KINDS);
    let text = format!("---\ntitle: Item {id}\nlead: [ar-trade, bo-trade]\n{due}{each}kind: {kind}\n---\n");
    book.file(&path(id), text)
}

fn update(book: Book, chance: &mut Chance, number: usize, ids: &[String], groups: &[String]) -> Book {
    let date =
        format!("{}-{:02}-{:02}", chance.number(2019, 2024), chance.number(1, 6), chance.number(1, 28));
    let item = chance.pick(ids);
    let by = match chance.below(3) {
        0 => "by: [ar-trade]\n",
        1 => "by: [bo-trade]\n",
        _ => "",
    };
    let meeting = |state: &str| {
        format!("kind: meeting\nforum: council\nmeeting: {{state: {state}, number: {}}}\n", number + 1)
    };
    // A group has no status of its own, and what was before the plan sets none.
    let sets_status = !groups.contains(&item) && !date.starts_with("2019");
    let more = match chance.below(8) {
        0..=2 if sets_status => format!("status: {}\n", chance.pick(&STATUSES)),
        3 => format!("kind: date-change\nreason: Later.\nnew-due: {}-12-31\n", chance.number(2021, 2026)),
        4 => format!("assessment: {{verdict: {}}}\n", chance.pick(&VERDICTS)),
        5 => meeting("held"),
        6 => meeting("planned"),
        _ => String::new(),
    };
    book.update(&format!("{date}-u{number}"), &format!("[\"{item}\"]"), &format!("{by}{more}"))
}

/// The numbers of the tiles of a page, by their keys.
fn tiles(site: &Outcome, path: &str) -> BTreeMap<String, usize> {
    let html = file(site, path);
    let tile = |part: &str| {
        let key = part.split(['"', ' ']).next()?.to_owned();
        let count = words(part.split("<span class=\"big-n\">").nth(1)?.split("</span>").next()?);
        Some((key, count.split(' ').next()?.parse().ok()?))
    };
    html.split("<li class=\"fig fig-").skip(1).filter_map(tile).collect()
}

/// How many items have each status, by the rows of a page.
fn statuses(html: &str) -> BTreeMap<String, u64> {
    let rows = html.split("<ul class=\"shares").nth(1).unwrap_or("").split("</ul>").next().unwrap();
    let row = |part: &str| {
        let key = part.split("st st-").nth(1)?.split('"').next()?.to_owned();
        let count = part.split("<span class=\"count\">").nth(1)?.split('<').next()?;
        Some((key, count.parse().ok()?))
    };
    rows.split("<li>").filter_map(row).collect()
}

fn file(site: &Outcome, path: &str) -> String {
    String::from_utf8(site.files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

fn length(status: &Value, list: &str) -> usize {
    status[list].as_array().unwrap().len()
}

/// The statuses of the items of the data that are counted.
fn statuses_of_data(items: &[Value]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for item in items.iter().filter(|item| item["standing"]["from_parts"] == false) {
        if let Some(status) = item["standing"]["status"].as_str() {
            *counts.entry(status.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// How many rows of a table have a value in a column.
fn in_table(site: &Outcome, column: &str, value: &str) -> usize {
    let mut table = csv(&file(site, "data/items.csv"));
    let head = table.remove(0);
    let at = head.iter().position(|name| name == column).unwrap();
    table.iter().filter(|row| row[at] == value).count()
}

/// The rows of a table whose texts have no line breaks.
fn csv(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    text.trim_start_matches('\u{feff}').lines().map(|line| row(line.trim_end_matches('\r'))).collect()
}

/// How many items a letter has under a heading.
fn asked(letter: &str, heading: &str) -> usize {
    let line = letter.lines().find_map(|line| line.strip_prefix(&format!("## {heading} (")));
    line.map_or(0, |rest| rest.trim_end_matches(')').parse().unwrap())
}

fn case(seed: u64) {
    let book = book(seed);
    let (site, status) = (book.build(), book.status());
    let errors: Vec<String> = site.places().into_iter().filter(|_| site.files.is_empty()).collect();
    assert_eq!(errors, Vec::<String>::new(), "seed {seed}");
    let data: Value = serde_json::from_str(&file(&site, "data/plan.json")).unwrap();
    let items = data["items"].as_array().unwrap();

    // What the tiles count, in every place.
    let home = tiles(&site, "index.html");
    assert_eq!(home, tiles(&site, "progress/index.html"), "seed {seed}");
    let counted = usize::try_from(status["counted"].as_u64().unwrap()).unwrap();
    let unknown = length(&status, "no_information");
    let lowered: std::collections::BTreeSet<&str> = status["went_backwards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["item"].as_str().unwrap())
        .collect();
    let tile = |key: &str| home.get(key).copied().unwrap_or(0);
    let data_with =
        |part: &str, key: &str, value: &str| items.iter().filter(|item| item[part][key] == value).count();
    let moved = items.iter().filter(|item| item["schedule"]["times_put_back"].as_u64().unwrap() > 0).count();
    let numbers = [
        (
            "no-information",
            unknown,
            data_with("standing", "status", "not-reported") - groups(items, "not-reported"),
        ),
        ("with-information", counted - unknown, counted - unknown),
        ("overdue", length(&status, "overdue"), data_with("schedule", "state", "overdue")),
        ("missed", length(&status, "missed"), data_with("schedule", "state", "missed")),
        ("stale", length(&status, "stale"), data_with("freshness", "state", "stale")),
        ("slips", length(&status, "put_back"), moved),
        ("backwards", lowered.len(), lowered.len()),
    ];
    for (key, in_status, in_data) in numbers {
        assert_eq!((tile(key), tile(key)), (in_status, in_data), "seed {seed}: {key}");
    }
    for (key, column, value) in [
        ("overdue", "schedule", "overdue"),
        ("missed", "schedule", "missed"),
        ("stale", "freshness", "stale"),
    ] {
        assert_eq!(in_table(&site, column, value), tile(key), "seed {seed}: {key} in the table");
    }

    // The statuses and the verdicts.
    let of_status: BTreeMap<String, u64> = status["statuses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|count| (count["status"].as_str().unwrap().to_owned(), count["items"].as_u64().unwrap()))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(of_status, statuses_of_data(items), "seed {seed}");
    for page in ["index.html", "progress/index.html"] {
        assert_eq!(of_status, statuses(&file(&site, page)), "seed {seed}: {page}");
    }
    let verdicts: u64 =
        status["verdicts"].as_array().unwrap().iter().map(|count| count["items"].as_u64().unwrap()).sum();
    let judged = items.iter().filter(|item| !item["verdict"].is_null()).count();
    assert_eq!(verdicts, judged as u64, "seed {seed}: verdicts");

    // Each area.
    for area in status["by_area"].as_array().unwrap() {
        let page = format!("progress/areas/{}/index.html", area["area"].as_str().unwrap());
        let tiles = tiles(&site, &page);
        for (key, in_status) in
            [("overdue", "overdue"), ("stale", "stale"), ("no-information", "no_information")]
        {
            let tile = tiles.get(key).copied().unwrap_or(0) as u64;
            assert_eq!(Some(tile), area[in_status].as_u64(), "seed {seed}: {page} {key}");
        }
    }

    // Who is asked, and what a check says.
    let ended = data["plan"]["ended"].is_string();
    let pack = book.requests("2024");
    let letter =
        pack.files.iter().find(|(path, _)| path == "ar-trade/request.md").map(|(_, text)| text.as_str());
    let overdue = if ended { 0 } else { tile("overdue") };
    assert_eq!(asked(letter.unwrap(), "Overdue"), overdue, "seed {seed}: requests");
    let asks = data["plan"]["reporting"].is_object() && !ended;
    let found = book.checked();
    let warned = |code: &str| found.iter().filter(|problem| problem.code.name == code).count();
    for key in ["overdue", "stale"] {
        assert_eq!(warned(key), if asks { tile(key) } else { 0 }, "seed {seed}: check {key}");
    }
    assert_eq!(warned("announced-not-held"), length(&status, "outcome_unknown"), "seed {seed}");
}

/// How many groups have a status that follows from their parts.
fn groups(items: &[Value], status: &str) -> usize {
    let of_parts =
        |item: &&Value| item["standing"]["from_parts"] == true && item["standing"]["status"] == status;
    items.iter().filter(of_parts).count()
}

#[test]
fn numbers_that_name_the_same_thing_are_equal_everywhere() {
    use rayon::prelude::*;
    let seeds: Vec<u64> = random::seeds(100).collect();
    seeds.into_par_iter().for_each(case);
}
