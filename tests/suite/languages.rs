//! The languages of the interface.

use std::collections::{BTreeMap, BTreeSet};

use planbook::diag::FileId;
use planbook::render::Messages;

use crate::book::{Book, words};

fn messages(text: &str) -> Messages {
    let mut messages = Messages::default();
    assert_eq!(messages.add(text, FileId(0)), []);
    messages
}

/// The names in braces of a message.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[test]
fn each_language_has_all_messages_with_the_same_names_in_braces() {
    let english = messages(include_str!("../../themes/default/messages/en.toml"));
    let japanese = messages(include_str!("../../themes/default/messages/ja.toml"));
    let keys = |messages: &Messages| messages.keys().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(keys(&english), keys(&japanese));
    let other = english.keys().filter(|key| names(english.get(key)) != names(japanese.get(key)));
    let other: BTreeMap<&str, &str> = other.map(|key| (key, japanese.get(key))).collect();
    assert_eq!(other, BTreeMap::new());
}

#[test]
fn a_japanese_book_has_a_japanese_interface() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"港湾計画\"\nlanguages = [\"ja\"]\n")
        .file("content/plan.md", "---\ntitle: 港湾計画\nparties: [甲国, 乙国]\nadopted: 2020-01-01\n---\n")
        .update("2024-03-01-news", "1.1", "status: in-progress\n");
    let site = book.build();
    let home = site.page("index.html");
    assert!(home.contains("<html lang=\"ja\""), "{home}");
    let item = site.page("items/1.1/index.html");
    let text = words(&item);
    for shown in ["2024年3月1日", "主担当", "項目"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    // None of the words is marked as English.
    assert!(!item.contains("lang=\"en\""), "{item}");
}

/// Elements without an end.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "link", "meta"];
/// Elements whose texts have no elements, so that nothing in them can say which language it is in; and code.
const UNMARKED: [&str; 7] = ["title", "script", "style", "option", "svg", "code", "pre"];
/// Elements within a line of text.
const IN_LINE: [&str; 12] =
    ["a", "abbr", "b", "cite", "code", "em", "i", "q", "span", "strong", "time", "del"];

/// The text of a page that is in the language of the page, block by block. A line feed stands for what is not.
fn own_text(html: &str) -> String {
    let mut text = String::new();
    // The elements that are open, and whether their text is not in the language of the page.
    let mut open: Vec<(&str, bool)> = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, words)) = piece.split_once('>') else { continue };
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '\n', '/']).next().unwrap_or(name);
        if let Some(closed) = tag.strip_prefix('/') {
            while let Some((opened, _)) = open.pop() {
                if opened == closed {
                    break;
                }
            }
        } else if !VOID.contains(&name) && !tag.ends_with('/') && !tag.starts_with('!') {
            let outer = open.last().is_some_and(|(_, other)| *other);
            let language = tag.split_once(" lang=\"").and_then(|(_, rest)| rest.split('"').next());
            let other = language.map_or(outer, |language| !language.starts_with("ja"));
            open.push((name, other || UNMARKED.contains(&name)));
        }
        let other = open.last().is_some_and(|(_, other)| *other);
        if !IN_LINE.contains(&name) || other {
            text.push('\n');
        }
        if !other {
            text.push_str(words);
        }
    }
    text
}

/// The words of the English messages between the values that are put into them: those of two words and more.
fn english_phrases() -> Vec<String> {
    let english = messages(include_str!("../../themes/default/messages/en.toml"));
    let mut phrases = Vec::new();
    for key in english.keys() {
        for piece in english.get(key).split('}') {
            let phrase = piece.split('{').next().unwrap_or_default();
            let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric());
            if phrase.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 1 {
                phrases.push(phrase.to_owned());
            }
        }
    }
    phrases
}

/// Whether a text has a phrase, and not within longer words.
fn has_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[at + phrase.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !before && !after
    })
}

fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ー' | '一'..='龠' | '々' | '）' | '」')
}

/// The places where Japanese words are joined by the signs of another language, with what stands around each.
fn foreign_signs(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, sign) in letters.iter().enumerate() {
        let is_near = |letter: Option<&char>| letter.is_some_and(|c| is_japanese(*c));
        let before = is_near(letters[..at].iter().rev().find(|c| **c != ' '));
        let after = is_near(letters[at + 1..].iter().find(|c| **c != ' '));
        let wrong = match sign {
            ',' | ':' | ';' | '–' => before && after,
            '(' => before,
            ')' => after,
            _ => false,
        };
        if wrong {
            found.push(letters[at.saturating_sub(12)..letters.len().min(at + 12)].iter().collect());
        }
    }
    found
}

/// The pages in Japanese, with their own text.
fn japanese_pages(files: &BTreeMap<String, Vec<u8>>, folder: &str) -> Vec<(String, String)> {
    let pages = files.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.clone(), own_text(std::str::from_utf8(bytes).unwrap()))).collect()
}

#[test]
fn the_text_of_a_page_in_its_own_language_is_found() {
    let html = "<html lang=\"ja\"><title>Menu</title><p>分野<br>と <b>項目</b> <span lang=\"en\">Its <i>own</i></span>の</p></html>";
    let text = own_text(html);
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["分野", "と 項目", "の"]);
    assert_eq!(foreign_signs("外務省, 防衛省: 済 (2010) 後、a, b (c)、DFAT, 外務省").len(), 4);
    assert!(has_phrase("| Not started |", "Not started") && !has_phrase("Not startedness", "Not started"));
}

#[test]
fn no_english_words_of_the_interface_are_left_on_japanese_pages() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let settings = std::fs::read_to_string(root.join("book.toml")).unwrap();
    let both = settings.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]");
    assert_ne!(settings, both);
    for book in
        [Book::load(&root).file("book.toml", &both), Book::load(&root).file("book.toml", &both).internal()]
    {
        let site = book.build();
        let pages = japanese_pages(&site.files, "ja/");
        assert!(pages.len() > 100, "{:?}", site.places());
        let phrases = english_phrases();
        let mut left: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, text) in &pages {
            let found = phrases.iter().filter(|phrase| has_phrase(text, phrase));
            left.extend(found.map(|phrase| (phrase.as_str(), path.as_str())));
            let signs = foreign_signs(text);
            assert_eq!(signs, Vec::<String>::new(), "{path}");
        }
        assert_eq!(left, BTreeMap::new());
    }
}

#[test]
fn japanese_words_are_put_together_as_japanese_does_it() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"港湾計画\"\nlanguages = [\"ja\"]\n\n[site]\nbase-url = \"https://plan.example/\"\n")
        .file(
            "content/plan.md",
            "---\ntitle: 港湾計画\nparties: [甲国, 乙国]\nadopted: 2020-01-01\ncontact: 計画担当課\nlicence: 利用自由\ntags:\n  place: {title: 場所, values: {north: 北岸, south: 南岸}}\n---\n",
        )
        .file("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: 貿易\n---\n")
        .file("content/agencies/ar-trade.md", "---\nname: 貿易省\nabbreviation: 貿\nparty: 甲国\n---\n")
        .file("content/agencies/ar-old.md", "---\nname: 旧貿易庁\nparty: 甲国\nvalid: {from: 2001, to: 2013-06}\nsuccessor: ar-trade\n---\n")
        .file("content/agencies/bo-port.md", "---\nname: 港湾省\nparty: 乙国\n---\n")
        .file("content/forums/talks.md", "---\nname: 港湾協議\nkind: bilateral\ncadence: every year\nparties: [甲国, 乙国]\n---\n")
        .file(
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: 協議を行う\nkind: recurring\ncadence: every 6 months\nlead: [{agency: ar-trade, role: 議長, person: 総務課}, bo-port]\ntags: [place/north]\nsearched:\n  - {date: 2024-06-01, where: 官報, languages: [ja, en], words: 協議, found: nothing}\n---\n",
        )
        .item("1.2", "due: 2022-06\nlead: [ar-trade]\nsupporting: [bo-port]\nmilestones:\n  - {id: first, title: 着工, due: 2021}\n")
        .item("1.3", "due: FY2023-Q1\nlead: [bo-port]\n")
        .update("2021-03-01-start", "\"1.2\"", "status: in-progress\ndegree: substantial\n")
        .update("2021-06-01-later", "\"1.2\"", "kind: date-change\nnew-due: 2023/2024\nreason: 資材の不足\nstatus: in-progress\ndegree: limited\nchallenges: 入札の不調\n")
        .update("2021-07-01-judged", "\"1.2\"", "assessment: {assessor: 検査院, verdict: limited, scale: 三段階, method: 書面}\nby: [ar-trade, bo-port]\n")
        .update("2022-05-10-first", "\"1.1\"", "kind: meeting\nforum: talks\nmeeting: {state: held, number: 1, place: 北岸, end: 2022-05-12}\nby: [ar-trade, bo-port]\nconfidence: high\n")
        .update("2023-05-10-third", "\"1.1\"", "kind: meeting\nforum: talks\nmeeting: {state: held, number: 2, place: 南岸}\n");
    let site = book.build();
    let pages = japanese_pages(&site.files, "");
    assert!(pages.len() > 20, "{:?}", site.places());
    for (path, text) in &pages {
        assert_eq!(foreign_signs(text), Vec::<String>::new(), "{path}");
    }
    let text = |path: &str| own_text(&site.page(path)).split('\n').collect::<Vec<_>>().join("");
    for (path, shown) in [
        ("items/1.1/index.html", "6か月ごと"),
        ("items/1.1/index.html", "官報（日本語、英語）"),
        ("items/1.1/index.html", "（議長、総務課）"),
        ("items/1.2/index.html", "2023年～2024年まで、延期1回"),
        ("items/1.2/index.html", "実施中、一部進展"),
        ("items/1.3/index.html", "2023年度第1四半期（2023年1月～2023年3月）"),
        ("agencies/ar-old/index.html", "2001年から2013年6月まで"),
        ("forums/talks/index.html", "毎年"),
        ("forums/talks/index.html", "2022年5月10日～2022年5月12日"),
        ("index.html", "甲国、乙国"),
        ("index.html", "お問い合わせ：計画担当課"),
    ] {
        assert!(text(path).contains(shown), "{shown} in {path}: {}", text(path));
    }
    let data = site.page("data/index.html");
    assert!(data.contains("<span lang=\"en\">"), "what explains the data is in English");
    let feed = String::from_utf8(site.files["atom.xml"].clone()).unwrap();
    assert!(!feed.contains(" – 港湾計画"), "{feed}");
}

#[test]
fn a_third_language_is_one_file_and_one_line() {
    let settings = "[book]\ntitle = {en = \"Harbour plan\", fr = \"Plan du port\"}\nlanguages = [\"en\", \"fr\", \"ar\"]\n[site]\nbase-url = \"https://plan.example/port/\"\ntheme = \"harbour\"\n";
    let book = Book::new()
        .file("book.toml", settings)
        .file("themes/harbour/theme.toml", "api = 2\n")
        .file("themes/harbour/messages/fr.toml", "items = \"Mesures\"\nitems-n-one = \"une mesure\"\n")
        .file("themes/harbour/messages/ar.toml", "items = \"الإجراءات\"\n")
        .update("2024-03-01-news", "1.1", "status: in-progress\n");
    let site = book.build();
    let (french, arabic) = (site.page("fr/items/index.html"), site.page("ar/items/1.1/index.html"));
    assert!(french.contains("<html lang=\"fr\">") && french.contains("Mesures"), "{french}");
    assert!(french.contains(">Plan du port</a>"), "{french}");
    assert!(french.contains("<span lang=\"en\">"), "what has no French words is English, and says so");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("الإجراءات"), "{arabic}");
    // The same record in each language, and which language stands for all others.
    for (href, code) in
        [("../../../items/1.1/", "en"), ("../../../fr/items/1.1/", "fr"), ("../../../ar/items/1.1/", "ar")]
    {
        assert!(
            arabic.contains(&format!("<a href=\"{href}index.html\" hreflang=\"{code}\" lang=\"{code}\"")),
            "{code}: {arabic}"
        );
    }
    for (code, path) in [("en", ""), ("fr", "fr/"), ("ar", "ar/"), ("x-default", "")] {
        let link = format!("hreflang=\"{code}\" href=\"https://plan.example/port/{path}items/1.1/\"");
        assert!(arabic.contains(&link), "{link}: {arabic}");
    }
    assert!(
        arabic.contains("<link rel=\"canonical\" href=\"https://plan.example/port/ar/items/1.1/\">"),
        "{arabic}"
    );
    let map = site.page("sitemap.xml");
    for path in ["", "fr/", "ar/"] {
        assert_eq!(
            map.matches(&format!("<loc>https://plan.example/port/{path}items/1.1/</loc>")).count(),
            1,
            "{path}"
        );
    }
    let feed = site.page("fr/atom.xml");
    assert!(feed.contains("https://plan.example/port/fr/") && !feed.contains("port/fr/fr/"), "{feed}");
    // Signs of words in another language are in no file.
    let signs = [
        '\u{f8f0}', '\u{f8f1}', '\u{f8f2}', '\u{f8f3}', '\u{f8f4}', '\u{f8f5}', '\u{f8f6}', '\u{f8f7}',
        '\u{f8f8}',
    ];
    for (path, bytes) in &site.files {
        assert!(!String::from_utf8_lossy(bytes).contains(signs), "{path}");
    }
}

#[test]
fn a_book_in_one_language_has_no_switcher() {
    let home = Book::new().build().page("index.html");
    assert!(!home.contains("hreflang") && !home.contains("class=\"languages\""), "{home}");
}

#[test]
fn a_language_in_capital_letters_is_reported_once_with_its_code() {
    for (written, right) in [("EN", "en"), ("Ja", "ja"), ("ZH-Hant", "zh-Hant")] {
        let settings = format!("[book]\ntitle = \"H\"\nlanguages = [\"{written}\"]\n");
        let problems = Book::new().file("book.toml", settings).checked();
        let errors: Vec<_> =
            problems.iter().filter(|it| it.severity == planbook::diag::Severity::Error).collect();
        assert_eq!(errors.len(), 1, "{written}: {problems:?}");
        assert_eq!(errors[0].help.as_deref(), Some(format!("write `{right}`").as_str()), "{errors:?}");
    }
    let settings = "[book]\ntitle = \"H\"\nlanguages = [\"en-AU\", \"zh-Hant\"]\n[check]\nuntranslated-interface = \"off\"\n";
    assert_eq!(Book::new().file("book.toml", settings).checked(), []);
}
