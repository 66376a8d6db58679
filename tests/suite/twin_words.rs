//! Each statement of a page is in its twin: the words of all pages that have one, held against those of the twin.

use std::path::Path;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use pulldown_cmark::{Event, Options, Parser, Tag as Markdown, TagEnd};

use crate::book::{Book, Outcome, frozen};

/// What a twin may leave out: what leads through the site, what works in a browser only, and drawings, which the page says in
/// words beside them. Around the main part, paragraphs and notices are statements, and nothing else.
const LEFT_OUT: &[&str] = &["nav", "form", "button", "select", "script", "style", "svg", "title"];
/// The way to cite, follow, share and improve a page, which is of the page and not of its record.
const TOOLS: &str = "tools";
/// The way back from a note to where it is referred to.
const WAY_BACK: &str = "footnote-return";
/// Elements without an end.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

#[derive(Default)]
struct Reader(std::cell::RefCell<Page>);

/// The texts of a page.
#[derive(Default)]
struct Page {
    /// Each element around what is read, and whether all in it is left out.
    open: Vec<(String, bool)>,
    /// In the main part, in order.
    main: Vec<String>,
    /// Around it.
    around: Vec<String>,
    heading: String,
}

impl Page {
    fn tag(&mut self, tag: &Tag) {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            while self.open.pop().is_some_and(|(open, _)| open != name) {}
            return;
        }
        let value =
            |name: &str| tag.attrs.iter().find(|it| &*it.name.local == name).map(|it| it.value.to_string());
        let class = value("class").unwrap_or_default();
        let has_class = |name: &str| class.split_whitespace().any(|one| one == name);
        let hidden = value("hidden").is_some() || value("aria-hidden").as_deref() == Some("true");
        let is_out = LEFT_OUT.contains(&name.as_str()) || hidden || has_class(TOOLS) || has_class(WAY_BACK);
        // The name of the site, which leads to its start. That a list has more pages is said.
        let is_out = (is_out && !has_class("list-pages")) || has_class("brand");
        if name.starts_with('h') && name.len() == 2 {
            self.heading.clear();
        }
        if !EMPTY.contains(&name.as_str()) && !tag.self_closing {
            let around = self.open.last().is_some_and(|(_, out)| *out);
            self.open.push((name, is_out || around));
        }
    }

    fn text(&mut self, text: &str) {
        let words = letters(text);
        let within = |names: &[&str]| self.open.iter().any(|(open, _)| names.contains(&open.as_str()));
        if words.is_empty() || self.open.last().is_none_or(|(_, out)| *out) {
            return;
        }
        if within(&["h1", "h2", "h3", "h4"]) {
            self.heading.push_str(&words);
        }
        // A table is not called once more what its heading says.
        let is_said = within(&["caption"]) && self.heading == words;
        match (within(&["main"]), within(&["p", "aside"])) {
            (true, _) if !is_said => self.main.push(words),
            (false, true) => self.around.push(words),
            _ => {}
        }
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => page.tag(&tag),
            Token::CharacterTokens(text) => page.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn page(html: &str) -> Page {
    let tokenizer =
        Tokenizer::new(Reader::default(), TokenizerOpts { exact_errors: false, ..TokenizerOpts::default() });
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// A text without its spaces, which a page and a twin set in different ways.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a reader of Markdown is shown.
fn shown(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut picture = false;
    let mut words = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Markdown::Image { .. }) => picture = true,
            Event::End(TagEnd::Image) => picture = false,
            Event::Text(text) | Event::Code(text) if !picture => words.push_str(&letters(&text)),
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML in a twin: {html}"),
            _ => {}
        }
    }
    words
}

/// The texts of a page that its twin does not have, or not in the same order.
fn missing(html: &str, markdown: &str) -> Vec<String> {
    let (page, twin) = (page(html), shown(markdown));
    let mut rest = twin.as_str();
    let mut missing = Vec::new();
    for text in &page.main {
        match rest.split_once(text.as_str()) {
            Some((_, after)) => rest = after,
            None => missing.push(text.clone()),
        }
    }
    missing.extend(page.around.into_iter().filter(|text| !twin.contains(text.as_str())));
    missing
}

/// A file of a site, which may have warnings.
fn text(site: &Outcome, path: &str) -> String {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// Holds all pages of a site against their twins, and says how many there were.
fn compare(name: &str, site: &Outcome) -> usize {
    let mut compared = 0;
    for (path, twin) in site.files.iter().filter(|(path, _)| path.ends_with("index.md")) {
        let twin = String::from_utf8(twin.clone()).unwrap();
        let missing = missing(&text(site, &path.replace("index.md", "index.html")), &twin);
        assert_eq!(missing, Vec::<String>::new(), "{name}: {path}\n{twin}");
        compared += 1;
    }
    compared
}

/// A book with twins, and with a word on every page.
fn with_twins(book: Book, settings: &str) -> Book {
    let settings = settings.replace("[outputs]\n", "[outputs]\nmarkdown = true\n");
    let settings = match settings.contains("[site]\n") {
        true => settings.replace("[site]\n", "[site]\nbanner = \"Draft & for *comment*\"\n"),
        false => settings + "\n[site]\nbanner = \"Draft & for *comment*\"\n",
    };
    book.file("book.toml", settings)
}

fn settings(folder: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(folder).join("book.toml")).unwrap()
}

#[test]
fn the_test_plan_says_in_each_twin_what_its_page_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let settings =
        settings("tests/everything").replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]");
    let book = with_twins(Book::load(&root).today("2024-06-30"), &settings);
    for (name, site) in [("public", book.build()), ("internal", book.clone().internal().build())] {
        let compared = compare(name, &site);
        assert!(compared > 150, "only {compared}");
        let of_language =
            site.files.keys().filter(|path| path.starts_with("ja/") && path.ends_with("index.md"));
        assert!(of_language.count() > 60);
        let of_edition =
            site.files.keys().filter(|path| path.starts_with("editions/") && path.ends_with("index.md"));
        assert!(of_edition.count() > 3);
    }
}

#[test]
fn a_plan_of_a_real_size_says_in_each_twin_what_its_page_says() {
    let settings = settings("tests/fixtures/security-plan");
    let settings = if settings.contains("[outputs]\n") { settings } else { settings + "\n[outputs]\n" };
    let compared = compare("frozen", &with_twins(frozen(), &settings).build());
    assert!(compared > 200, "only {compared}");
}

#[test]
fn nothing_can_be_taken_out_of_a_twin_unnoticed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let site = with_twins(Book::load(&root).today("2024-06-30"), &settings("tests/everything")).build();
    let mut taken = 0;
    for path in ["items/1.8", "items/2.7", "forums/harbour-round", "updates/2024-09-tenth-round"] {
        let html = text(&site, &format!("{path}/index.html"));
        let twin = text(&site, &format!("{path}/index.md"));
        let blocks: Vec<&str> = twin.split("\n\n").collect();
        // What stands at the foot may stand above too.
        let foot = blocks.iter().rposition(|block| *block == "---").unwrap();
        for left_out in 0..foot {
            let mut fewer = blocks.clone();
            let block = fewer.remove(left_out);
            // What an item is about its page says in its head alone.
            if block.is_empty() || (left_out == 2 && !html.contains(&format!(">{block}<"))) {
                continue;
            }
            assert!(!missing(&html, &fewer.join("\n\n")).is_empty(), "{path} without {block:?}");
            taken += 1;
        }
    }
    assert!(taken > 60, "only {taken}");
}

#[test]
fn letters_that_are_markup_stay_letters() {
    let signs = [
        "1. a",
        "12) b",
        "- c",
        "+ d",
        "# e | f",
        "*g* _h_ `i` ~~j~~",
        "[k](l) ![m](n) <b> &amp; \\",
        "> o",
        "== p",
        "www.a.example q@b.example",
        "r!",
    ];
    let settings = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[outputs]\nmarkdown = true\n";
    for sign in signs {
        let quoted = serde_json::to_string(sign).unwrap();
        // In a text, these would be links, pictures and HTML.
        let written = if sign.contains('[') { "s".to_owned() } else { sign.replace('!', "\\!") };
        let update = format!(
            "---\ntitle: {quoted}\ndate: 2021-05-01\nitems: [\"1.1\"]\nforum: f\nkind: meeting\nmeeting: {{state: held, place: {quoted}}}\nreason: {quoted}\nconflicts: {quoted}\nby: [ar-trade]\nevidence: [{{title: {quoted}, url: \"https://a.example/|x\"}}]\nassessment: {{assessor: {quoted}, verdict: limited, scale: {quoted}, method: {quoted}}}\n---\n{written}[[1.1]]\n\n| {} | `b|` |\n|---|---|\n| ``c`|`` | d |\n",
            "a",
        );
        let site = Book::new()
            .file("book.toml", settings)
            .file("content/areas/01-trade/1.1-talks.md", format!("---\ntitle: {quoted}\nkind: recurring\ntext: {quoted}\nlead: [ar-trade]\npartners: [{quoted}]\n---\n"))
            .file("content/agencies/ar-trade.md", format!("---\nname: {quoted}\nparty: Arland\n---\n"))
            .file("content/forums/f.md", format!("---\nname: {quoted}\nkind: bilateral\n---\n"))
            .file("content/updates/2021-05-01-x.md", update)
            .build();
        assert!(compare(sign, &site) > 5, "{sign}: {:?}", site.places());
    }
}

#[test]
fn a_block_that_a_theme_adds_is_in_the_twin() {
    let settings = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[outputs]\nmarkdown = true\n";
    let own = "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>\n<harbour-box><p>New: <meter>3 of 4</meter></p><p hidden>Not yet</p></harbour-box>\n<table><tr><td>a</td><td>b<p>c</p><ul><li>d</li><li>e</li></ul></td></tr></table><ol start=\"7\"><li>f</li><li>g<pre>h\n\n``` i</pre></li></ol>{% endblock main %}";
    let book = Book::new().file("book.toml", settings);
    let site = book.clone().file("themes/default/templates/item.html", own).build();
    assert!(compare("own", &site) > 3);
    let twin = text(&site, "items/1.1/index.md");
    let whole = "# Hold talks\n\nNew: 3 of 4\n\n|  |  |\n|---|---|\n| a | b; c; d; e |\n\n7. f\n8. g\n\n   ````\n   h\n\n   ``` i\n   ````\n\n---\n";
    assert!(twin.starts_with(whole), "{twin}");
    // What is wrong with a template is wrong once, whatever is made with it.
    let wrong = book
        .file(
            "themes/default/templates/item.html",
            "{% extends \"base.html\" %}{% block main %}\n{{ page.nothing }}{% endblock main %}",
        )
        .build();
    assert_eq!(wrong.places(), ["template-error themes/default/templates/item.html:2"]);
}
