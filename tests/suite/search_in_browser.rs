//! What the script of the search finds in the files of an index is what the program finds with the index in memory.
//!
//! `tests/fixtures/search/found.json` has the files of a small index, and what is found in it; this test holds it to the
//! program, and `tests/browser/search.test.mjs` to the script. `PLANBOOK_UPDATE=1 cargo test search_in_browser` writes it.

use planbook::search::{Collection, Entry, EntryKind, Filter, Index, SearchFiles, Weight};
use serde::Serialize;

/// Titles of entries, a kind to each line; what else they are called or say stands behind bars.
const KINDS: [&[&str]; 2] = [
    &[
        "3.1|Mutual logistics support agreement|ACSA|Japan and Australia exchange supplies and services. 物品役務相互提供協定",
        "3.2|Talks between foreign and defence ministers|2+2|The ministers meet each year, alternating between the countries.",
        "3.2.a|Defence policy talks|MM|Officials study the agreement's progress.",
        "4.1|Action against money-laundering|FATF|Cooperate in the Financial Action Task Force.",
        "5|核軍縮・不拡散|ICNND|軍縮会議での協力。サーバーの保護。Nonproliferation.",
        "6.3|Port security in developing countries||港の保安と国境管理。Studies of ports, and a studio.",
        "7|Customs cooperation||Customs officers exchange officers; customers do not.",
        "8|constructor||__proto__ toString hasOwnProperty valueOf",
        "9|Café Ørsted über Straße||L'événement de l'été; Großmaß",
        "10|𠮷野家 𠀋 and ﾊﾝｶｸ||𝒻𝒶𝓃𝒸𝓎 letters 𐐨𐐩 and ﬁne ones beyond \u{ffff}\u{10400}",
    ],
    &[
        "|Logistics agreement signed|Logistics agreement|The agreement on logistics was signed in Tokyo.",
        "|Logistics agreement in force||It entered into force on 31 January 2013.",
        "|First meeting on customs||Customs officers met in Canberra and studied trade & investment.",
        "|Second meeting on customs||Customs officers met in Tokyo.",
        "|Ministers met|2+2|Foreign and defence ministers met in Kyoto. <script>alert(1)</script>",
        "|軍縮会議|核軍縮|核軍縮に関する会議を開催した。",
        "|海上保安庁の巡視船が入港||海上保安庁の巡視船がダーウィン港に寄港した。",
    ],
];

const QUERIES: [&str; 80] = [
    "",
    " ",
    "acsa",
    "ACSA ",
    "ａｃｓａ",
    "物品役務",
    "物品 役務",
    "3(1)",
    "3.1",
    "３（１）",
    "3",
    "3.2",
    "3(2)(a)",
    "logistics",
    "logistics ",
    "logist",
    "log",
    "l",
    "logistcs",
    "logsitics",
    "lojistics",
    "ogistics",
    "logisticss",
    "logistical",
    "agreements",
    "agreement signed",
    "signed agreement in Tokyo",
    "customs",
    "customer",
    "custom",
    "study",
    "studies",
    "studied ",
    "money laundering",
    "money-laundering",
    "laundring money",
    "moneylaundering",
    "2+2",
    "2 + 2",
    "ministers 2+2",
    "trade & investment",
    "trade - customs",
    "軍縮",
    "核軍縮",
    "核",
    "軍",
    "縮",
    "サーバー",
    "海上保安",
    "海上保安庁 港",
    "港",
    "港 ports",
    "non-proliferation",
    "logistics-agreement",
    "constructor",
    "__proto__",
    "tostring",
    "<script>",
    "cafe",
    "orsted strasse",
    "grossmass",
    "evenement",
    "𠮷野",
    "ハンカク",
    "fancy",
    "𐐀",
    "\u{ffff}\u{10400}",
    "no such words here",
    "xyzzyq logistics",
    "xyzzyq 3",
    "Interpol",
    "logistician",
    "コンピューター",
    "サーバ",
    "サーバルーム",
    "サーバーダウン",
    "平成3年",
    "海上の安全を保安する巡視船",
    "核軍縮の訓練",
    "年の港",
];

/// A query, the places of what it finds, and whether these have only some of it.
#[derive(Serialize)]
struct Answer {
    query: &'static str,
    found: Vec<usize>,
    is_partial: bool,
}

/// The files as scripts, and the answers.
#[derive(Serialize)]
struct Fixture {
    scripts: Vec<String>,
    answers: Vec<Answer>,
}

fn entry(kind: usize, line: &str) -> Entry {
    let [number, title, name, text]: [&str; 4] = line.split('|').collect::<Vec<_>>().try_into().unwrap();
    let number = (!number.is_empty()).then(|| number.to_owned());
    Entry {
        file: None,
        address: format!("{title}/index.html"),
        kind,
        likely: if kind == 0 { 1.4 } else { 0.8 },
        numbers: number.iter().cloned().collect(),
        number,
        title: title.to_owned(),
        is_title_original: false,
        status: Some(("in-progress".to_owned(), "In progress".to_owned())),
        place: None,
        names: vec![name.to_owned()],
        excerpt: text.to_owned(),
        original: String::new(),
        texts: [(Weight::Title, title), (Weight::OtherName, name), (Weight::Text, text)]
            .map(|(weight, text)| (weight, text.to_owned()))
            .into(),
        marks: vec![(0, if title.len() % 2 == 0 { "even" } else { "odd" }.to_owned())],
    }
}

fn collection() -> Collection {
    let lines = KINDS.iter().enumerate().flat_map(|(kind, lines)| lines.iter().map(move |line| (kind, line)));
    Collection {
        original: "en".to_owned(),
        language: "en".to_owned(),
        kinds: [("item", "Items"), ("update", "Updates")]
            .map(|(key, title)| EntryKind { key, title: title.to_owned() })
            .into(),
        filters: vec![Filter {
            key: "length",
            title: "Length".to_owned(),
            values: ["even", "odd"].map(|value| (value.to_owned(), value.to_owned())).into(),
        }],
        entries: lines.map(|(kind, line)| entry(kind, line)).collect(),
    }
}

fn fixture() -> Fixture {
    let collection = collection();
    let index = Index::of(&collection);
    let files = SearchFiles::of(&collection);
    let parts = files.parts.iter().map(|(_, bytes)| bytes.clone());
    let scripts = std::iter::once(files.script()).chain(parts);
    let answer = |query| {
        let answer = index.find(query);
        let found = answer.found.iter().map(|found| found.entry).collect();
        Answer { query, found, is_partial: answer.is_partial }
    };
    Fixture {
        scripts: scripts.map(|bytes| String::from_utf8(bytes).unwrap()).collect(),
        answers: QUERIES.map(answer).into(),
    }
}

#[test]
fn the_script_of_the_search_is_tested_with_what_the_program_finds() {
    let path = format!("{}/tests/fixtures/search/found.json", env!("CARGO_MANIFEST_DIR"));
    let made = serde_json::to_string_pretty(&fixture()).unwrap() + "\n";
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let held = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(held, made, "write it with PLANBOOK_UPDATE=1 cargo test --test suite search_in_browser");
}

#[test]
fn most_of_these_queries_find_something() {
    let fixture = fixture();
    let none = fixture.answers.iter().filter(|answer| answer.found.is_empty()).map(|answer| answer.query);
    assert!(none.count() < 14);
    let first =
        |query| fixture.answers.iter().find(|answer| answer.query == query).unwrap().found.first().copied();
    assert_eq!(["acsa", "物品役務", "3(1)", "logistcs"].map(first), [Some(0); 4]);
}

#[test]
fn what_has_only_some_of_a_query_is_known_as_that_and_what_has_hardly_any_is_not_found() {
    let fixture = fixture();
    let of = |query| fixture.answers.iter().find(|answer| answer.query == query).unwrap();
    for query in ["xyzzyq logistics", "海上の安全を保安する巡視船", "核軍縮の訓練"] {
        assert!(of(query).is_partial && !of(query).found.is_empty(), "{query}");
    }
    for query in ["Interpol", "logistician", "xyzzyq 3", "コンピューター", "サーバルーム", "平成3年"]
    {
        assert!(of(query).found.is_empty(), "{query}: {:?}", of(query).found);
    }
    for query in ["acsa", "サーバ", "agreement signed", "logistcs"] {
        assert!(!of(query).is_partial && !of(query).found.is_empty(), "{query}");
    }
}
