//! What the pages, feeds, data and PO files of a language say of words in another one.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use planbook::translating::{self, State};
use planbook::vocabulary::Audience;

use crate::book::{Book, Outcome};

const TALKS: &str = "content/areas/01-trade/1.1-talks.md";
const TALKS_JA: &str = "content/areas/01-trade/1.1-talks.ja.md";

fn in_languages(languages: &str) -> Book {
    let settings = format!(
        "[book]\ntitle = \"Harbour plan\"\nlanguages = {languages}\n[site]\nbase-url = \"https://plan.example/\"\n[outputs]\ncards = true\n[check]\ntranslation-untracked = \"off\"\ntranslation-outdated = \"off\"\nuntranslated-interface = \"off\"\ncard-without-font = \"off\"\n"
    );
    Book::new().file("book.toml", settings)
}

/// Item 1.1 with numbers and a chart of them.
fn measured(languages: &str) -> Book {
    in_languages(languages).file(
        TALKS,
        "---\ntitle: Hold talks\nkind: recurring\nindicators:\n  - {id: wells, title: Wells with a pump, unit: wells, aim: up, baseline: {period: 2019, value: 3}, targets: [{period: 2024, value: 9}]}\nupdates:\n  - {date: 2022-02-01, note: Counted., values: [{indicator: wells, period: 2021, value: 5}]}\n  - {date: 2023-02-01, note: Counted., values: [{indicator: wells, period: 2022, value: 7}]}\n---\nWords.\n",
    )
}

/// A text of a page: the elements around it with their languages, and the words.
#[derive(Debug, Clone)]
struct Said {
    elements: Vec<String>,
    lang: String,
    text: String,
}

/// Reads a page as browsers do, and notes each text and whether each element of a picture ends where it should.
#[derive(Default)]
struct Reader(RefCell<Read>);

#[derive(Default)]
struct Read {
    open: Vec<(String, Option<String>)>,
    said: Vec<Said>,
    wrong: Vec<String>,
}

/// Elements that have no end.
const EMPTY: [&str; 7] = ["meta", "link", "br", "img", "input", "hr", "wbr"];

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(Tag { kind: TagKind::StartTag, name, attrs, self_closing, .. }) => {
                let value = |name: &str| {
                    attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| attr.value.to_string())
                };
                let in_picture = read.open.iter().any(|(name, _)| name == "svg");
                if in_picture && ["span", "div", "p", "b"].contains(&&*name) {
                    read.wrong.push(format!("<{name}> in a picture"));
                }
                if in_picture && value("dir").is_some() {
                    read.wrong.push(format!("dir of <{name}> in a picture"));
                }
                if !self_closing && !EMPTY.contains(&&*name) {
                    read.open.push((name.to_string(), value("lang")));
                }
            }
            Token::TagToken(Tag { name, .. }) => match read.open.pop() {
                Some((open, _)) if open == *name => {}
                other => read.wrong.push(format!("</{name}> ends {other:?}")),
            },
            Token::CharacterTokens(text) if !text.trim().is_empty() => {
                let lang = read.open.iter().rev().find_map(|(_, lang)| lang.clone()).unwrap_or_default();
                let elements = read.open.iter().map(|(name, _)| name.clone()).collect();
                read.said.push(Said { elements, lang, text: text.to_string() });
            }
            Token::ParseError(error) => read.wrong.push(error.into_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The texts of a page, which has to be well formed.
fn read(html: &str, path: &str) -> Vec<Said> {
    // Scripts are no HTML.
    let mut parts =
        html.split("<script").map(|part| part.split_once("</script>").map_or(part, |(_, rest)| rest));
    let html = [parts.next().unwrap_or_default().to_owned(), parts.collect::<String>()].concat();
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let read = tokenizer.sink.0.into_inner();
    assert_eq!(read.wrong, Vec::<String>::new(), "{path}");
    assert!(read.open.is_empty(), "{path}: {:?}", read.open);
    read.said
}

#[test]
fn charts_in_a_language_without_an_interface_say_in_which_language_their_words_are() {
    let book = measured("[\"en\", \"fr\", \"ar\"]").file(
        "content/areas/01-trade/1.1-talks.fr.md",
        "---\ntitle: Négocier\nindicators: {wells: {title: Puits}}\n---\n",
    );
    let site = book.build();
    let words_of = |path: &str| -> Vec<Said> {
        let said = read(&site.page(path), path);
        said.into_iter().filter(|said| said.elements.iter().any(|name| name == "svg")).collect()
    };
    let english = words_of("items/1.1/index.html");
    let is_word = |said: &Said| said.text.chars().any(char::is_alphabetic);
    assert!(english.iter().any(is_word), "there is a chart with words: {:?}", site.places());
    for folder in ["fr", "ar"] {
        let path = format!("{folder}/items/1.1/index.html");
        let page = site.page(&path);
        assert_eq!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), folder == "ar", "{path}");
        let words: Vec<Said> = words_of(&path).into_iter().filter(is_word).collect();
        assert!(!words.is_empty(), "{path}");
        for said in &words {
            assert_eq!(said.lang, "en", "{path}: {said:?}");
        }
        // The same is true of the texts around the chart.
        for said in read(&page, &path).iter().filter(|said| said.text.contains("Skip to")) {
            assert_eq!(said.lang, "en", "{path}: {said:?}");
        }
    }
    let french = read(&site.page("fr/items/1.1/index.html"), "fr");
    assert!(french.iter().any(|said| said.text.contains("Puits") && said.lang == "fr"), "{french:?}");
    for path in ["fr/index.html", "ar/index.html", "ar/items/index.html", "fr/progress/index.html"] {
        assert!(!read(&site.page(path), path).is_empty());
    }
}

#[test]
fn pictures_are_well_formed_in_every_language() {
    let site = measured("[\"en\", \"fr\", \"ar\"]").build();
    let pictures: Vec<_> = site.files.iter().filter(|(path, _)| path.ends_with(".svg")).collect();
    for (path, bytes) in &pictures {
        let text = String::from_utf8_lossy(bytes);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{path}: {error}\n{text}"),
            }
        }
    }
    for (path, html) in site.files.iter().filter(|(path, _)| path.ends_with("items/1.1/index.html")) {
        let html = String::from_utf8_lossy(html);
        let charts: Vec<&str> = html
            .split("<svg")
            .skip(1)
            .filter_map(|part| part.split_once("</svg>"))
            .map(|(svg, _)| svg)
            .collect();
        assert!(!charts.is_empty(), "{path}");
        for chart in charts {
            let chart = format!("<svg{chart}</svg>");
            let mut reader = quick_xml::Reader::from_str(&chart);
            while !matches!(
                reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}: {chart}")),
                quick_xml::events::Event::Eof
            ) {}
        }
    }
}

#[test]
fn feeds_and_data_mark_what_is_not_translated_and_what_is_outdated() {
    let book = in_languages("[\"en\", \"ja\"]")
        .file("content/updates/2024-03-01-news.md", "---\ntitle: News\ndate: 2024-03-01\nitems: [\"1.1\"]\nstatus: in-progress\nsummary: Talks began.\n---\nThey **began**.\n");
    let body = |site: &Outcome| {
        let json: serde_json::Value =
            serde_json::from_slice(&site.files["ja/updates/2024-03-01-news/index.json"]).unwrap();
        json["record"]["body_html"].as_str().unwrap().to_owned()
    };
    let plain = book.build();
    assert!(plain.files.contains_key("ja/atom.xml"), "{:?}", plain.places());
    assert!(body(&plain).starts_with("<div lang=\"en\">"), "{}", body(&plain));
    let feed = plain.page("ja/atom.xml");
    assert!(
        feed.contains("&lt;div lang=\"en\"&gt;")
            || feed.contains("&lt;div lang=&quot;en&quot;&gt;")
            || feed.contains("<div lang=\"en\">"),
        "{feed}"
    );
    let file = "content/updates/2024-03-01-news.ja.md";
    let translated = book.clone().file(file, "---\ntitle: 動き\nsummary: 開始。\n---\n開始した。\n").build();
    assert!(!body(&translated).contains("lang=") && body(&translated).contains("開始した"));
    assert!(!translated.page("ja/atom.xml").contains("lang=\"en\""), "{}", translated.page("ja/atom.xml"));
    let outdated = book
        .file(file, "---\ntitle: 動き\nsummary: 開始。\nmade-from: {body: 00000000, summary: 00000000}\n---\n開始した。\n")
        .build();
    assert!(body(&outdated).starts_with("<div class=\"outdated\""), "{}", body(&outdated));
    let page = outdated.page("ja/updates/2024-03-01-news/index.html");
    let message = message("translation-old-summary");
    assert!(page.contains(&message), "{page}");
    assert!(!translated.page("ja/updates/2024-03-01-news/index.html").contains(&message));
    assert!(!plain.page("ja/updates/2024-03-01-news/index.html").contains(&message));
}

/// A message of the interface in Japanese.
fn message(key: &str) -> String {
    let text = include_str!("../../themes/default/messages/ja.toml");
    let messages: toml::Table = text.parse().unwrap();
    messages[key].as_str().unwrap().to_owned()
}

#[test]
fn abbreviations_and_units_are_for_translators_and_names_of_parties_only_once() {
    let book = measured("[\"en\", \"ja\"]")
        .file("content/plan.md", "---\ntitle: Plan\nparties: [Aland, Bland]\nadopted: 2010\n---\n")
        .file("content/agencies/coast.md", "---\nname: Coast Guard\nabbreviation: CG\nparty: Aland\n---\n");
    let file = |book: &Book| {
        let tree = book.all_files();
        let (config, _) = planbook::config::read(&tree);
        let records = translating::records(&tree, &config, "ja");
        (translating::po_file(&records, "ja", Audience::Public), records)
    };
    let (po, records) = file(&book);
    let texts: Vec<(&str, &str)> =
        po.entries.iter().map(|entry| (entry.context.as_str(), entry.original.as_str())).collect();
    for wanted in [
        ("content/plan.md parties.1", "Aland"),
        ("content/plan.md parties.2", "Bland"),
        ("content/agencies/coast.md abbreviation", "CG"),
        ("content/areas/01-trade/1.1-talks.md indicators.wells.unit", "wells"),
        ("content/areas/01-trade/1.1-talks.md indicators.wells.title", "Wells with a pump"),
    ] {
        assert!(texts.contains(&wanted), "{wanted:?}: {texts:?}");
    }
    assert!(!texts.iter().any(|(context, _)| context.ends_with("coast.md party")), "{texts:?}");
    // Nobody has to translate an abbreviation or a unit.
    let coverage = translating::coverage(&records);
    let counted = records.iter().flat_map(|record| &record.fields);
    let counted = counted
        .filter(|field| field.role == planbook::translation::Role::Words && field.state == State::Missing);
    assert_eq!(coverage.all.missing(), counted.count());
    let without_letters = measured("[\"en\", \"ja\"]");
    let text = without_letters.all_files();
    let text = text.text(text.find(TALKS).unwrap()).unwrap().replace("unit: wells", "unit: '%'");
    let (po, _) = file(&without_letters.file(TALKS, text));
    assert!(!po.entries.iter().any(|entry| entry.context.ends_with(".unit")));
    let translated = measured("[\"en\", \"ja\"]")
        .file(TALKS_JA, "---\ntitle: 協議\nindicators: {wells: {title: 井戸, unit: 本}}\n---\n")
        .build();
    assert!(translated.page("ja/items/1.1/index.html").contains('本'), "{:?}", translated.places());
}

/// Runs planbook in a folder, and gives whether it was content and what it said.
fn planbook(root: &std::path::Path, arguments: &[&str]) -> (bool, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn what_a_po_file_would_break_is_said_at_its_lines_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let book = in_languages("[\"en\", \"ja\"]")
        .file(TALKS, "---\ntitle: Hold talks\nkind: recurring\n---\nSee [[1.1]].\n");
    for (_, file) in book.all_files().files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let planbook::source::Content::Text(text) = &file.content else { continue };
        std::fs::write(path, text.as_bytes()).unwrap();
    }
    let root = folder.path();
    assert!(planbook(root, &["translations", "--po", "ja", "ja.po"]).0);
    let empty = std::fs::read_to_string(root.join("ja.po")).unwrap();
    let with = |body: &str| {
        let mut text = String::new();
        let mut context = "";
        for line in empty.lines() {
            context = line.strip_prefix("msgctxt ").unwrap_or(context);
            let translation = match context.trim_matches('"').split_once(' ') {
                Some((path, "title")) if path == TALKS => "協議を行う",
                Some((path, "body")) if path == TALKS => body,
                _ => "",
            };
            match line {
                "msgstr \"\"" => text.push_str(&format!("msgstr \"{translation}\"\n")),
                line => text.push_str(&format!("{line}\n")),
            }
        }
        std::fs::write(root.join("ja.po"), &text).unwrap();
        text
    };
    for (body, code) in [("[[nobody]]を参照。", "dangling-reference"), ("[表](missing.pdf)", "")] {
        let text = with(body);
        let (good, said) = planbook(root, &["translations", "--po-in", "ja.po"]);
        let before = &text[..text.find(body).unwrap_or_else(|| panic!("{text}"))];
        let entry = before[..before.rfind("msgctxt").unwrap()].lines().count() + 1;
        let at: usize =
            said.split("ja.po:").nth(1).and_then(|rest| rest.split(':').next()?.parse().ok()).unwrap_or(0);
        assert!(!good && said.contains(code) && said.contains("nothing was changed"), "{said}");
        assert!((entry..entry + 4).contains(&at), "{entry}: {said}");
        assert!(!root.join(TALKS_JA).exists(), "one text of the file is good, and is not written either");
    }
    with("[[1.1]]を参照。");
    let (good, said) = planbook(root, &["translations", "--po-in", "ja.po"]);
    assert!(good && root.join(TALKS_JA).exists(), "{said}");
    assert!(planbook(root, &["check"]).0);
}

#[test]
fn line_ends_of_windows_in_a_translation_change_nothing() {
    let unix = "---\ntitle: 協議を行う\nsummary: >-\n  協議は\n  続く。\nmade-from:\n  title: \"00000000\"\n---\n\n一つ。\n\n- 二つ\n- 三つ\n";
    let book = |text: &str| {
        in_languages("[\"en\", \"ja\"]")
            .file(TALKS, "---\ntitle: Hold talks\nkind: recurring\nsummary: Talks.\n---\nWords.\n")
            .file(TALKS_JA, text)
    };
    let windows = unix.replace('\n', "\r\n");
    let (site, other) = (book(unix).build(), book(&windows).build());
    for path in ["ja/items/1.1/index.html", "ja/items/1.1/index.json", "ja/atom.xml"] {
        assert!(site.files.contains_key(path), "{:?}", site.places());
        assert_eq!(site.page(path), other.page(path), "{path}");
    }
    let fields = |text: &str| {
        let tree = book(text).all_files();
        let (config, _) = planbook::config::read(&tree);
        let records = translating::records(&tree, &config, "ja");
        let accepted = translating::accept(&records, true);
        let po = translating::po_file(&records, "ja", Audience::Public);
        let texts: Vec<_> = po
            .entries
            .iter()
            .map(|entry| (entry.context.clone(), entry.translation.clone(), entry.fuzzy))
            .collect();
        (texts, accepted.into_iter().map(|file| file.new).collect::<String>())
    };
    let ((texts, accepted), (others, other)) = (fields(unix), fields(&windows));
    assert_eq!(texts, others);
    assert!(texts.iter().any(|(context, _, fuzzy)| context.ends_with("1.1-talks.md title") && *fuzzy));
    assert!(!accepted.contains('\r') && accepted.contains("made-from"), "{accepted}");
    assert_eq!(other.replace("\r\n", "\n"), accepted);
    assert!(!other.replace("\r\n", "").contains('\n'), "its own line ends stay: {other:?}");
}
