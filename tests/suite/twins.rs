//! Pages once more as Markdown, and `llms.txt`: `[outputs] markdown`.

use std::path::Path;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use crate::book::{Book, Outcome};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn with(settings: &str) -> Book {
    Book::new().file(
        "book.toml",
        format!("[book]\ntitle = \"Harbour plan\"\ndescription = \"What became of it.\"\nlanguages = [\"en\"]\n{settings}"),
    )
}

fn twins() -> Book {
    with("[outputs]\nmarkdown = true\n")
}

fn text(site: &Outcome, path: &str) -> String {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// The test plan in two languages, with twins.
fn everything() -> Book {
    let book = Book::load(&Path::new(ROOT).join("tests/everything")).today("2024-06-30");
    let settings = std::fs::read_to_string(Path::new(ROOT).join("tests/everything/book.toml")).unwrap();
    let settings = settings
        .replace("[outputs]\n", "[outputs]\nmarkdown = true\n")
        .replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]");
    book.file("book.toml", settings)
}

/// What the file at a path leads to within the site.
fn links(path: &str, markdown: &str) -> Vec<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    for event in Parser::new_ext(markdown, planbook::markdown::options()) {
        let (Event::Start(Tag::Link { link_type, dest_url, .. })
        | Event::Start(Tag::Image { link_type, dest_url, .. })) = event
        else {
            continue;
        };
        // `<somebody@a.example>`
        if link_type == LinkType::Email {
            continue;
        }
        if ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| dest_url.starts_with(scheme)) {
            continue;
        }
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in dest_url.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{path}: {dest_url} leads out of the site"),
                part => parts.push(part),
            }
        }
        found.push(parts.join("/"));
    }
    found
}

#[test]
fn the_twin_of_an_item_says_what_its_page_says() {
    let site = twins()
        .file(
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: Hold *talks*\nsummary: They talk.\nkind: recurring\ntext: |\n  Hold talks\n  each year.\nlead: [ar-trade]\nupdates:\n  - date: 2021-05\n    note: A first *round* with [[1.2]].\n    status: continuing\n    evidence: [{title: \"Note (1)\", url: \"https://c.example/a_(b)\"}]\n---\nAs **agreed** in [the visit](../../updates/2022-02-03-visit.md), see [[1.2]].\n\n- one\n- two\n",
        )
        .item("1.2", "")
        .update("2022-02-03-visit", "[\"1.1\"]", "")
        .build();
    assert_eq!(site.places(), Vec::<String>::new());
    let twin = text(&site, "items/1.1/index.md");
    for part in [
        "# 1.1 Hold \\*talks\\*\n\nThey talk.\n\n- Status: Continuing since May 2021\n- As of 30 June 2024\n",
        "\n- Area: [1 Trade](../../areas/1/index.md)\n",
        "\n- Lead: [Ministry of Trade](../../agencies/ar-trade/index.md)\n",
        "\n## Text of the plan\n\n> Hold talks\n> each year.\n",
        "As **agreed** in [the visit](../../updates/2022-02-03-visit/index.md), see [1.2 Item 1.2](../../items/1.2/index.md).\n\n- one\n- two\n",
        "\n- 3 February 2022: [Update 2022-02-03-visit](../../updates/2022-02-03-visit/index.md)\n",
        "\n- May 2021: A first round with 1.2 Item 1.2.\n  - Status: Continuing\n  - Sources: [Note (1)](<https://c.example/a_(b)>)\n",
    ] {
        assert!(twin.contains(part), "{part}\n---\n{twin}");
    }
    let page = site.page("items/1.1/index.html");
    assert!(page.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">"));
    let without = with("").build();
    assert!(!without.files.keys().any(|path| path.ends_with(".md") || path == "llms.txt"));
    assert!(!without.page("items/1.1/index.html").contains("text/markdown"));
}

#[test]
fn every_link_of_a_twin_leads_to_a_file_and_every_page_names_its_twin() {
    let site = everything().build();
    let errors =
        site.diagnostics.iter().filter(|problem| problem.severity == planbook::diag::Severity::Error);
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&planbook::diag::Diagnostic>::new());
    let mut checked = 0;
    for (path, bytes) in
        site.files.iter().filter(|(path, _)| path.ends_with(".md") || path.ends_with("llms.txt"))
    {
        let markdown = String::from_utf8(bytes.clone()).unwrap();
        for target in links(path, &markdown) {
            assert!(site.files.contains_key(&target), "{path} leads to {target}\n{markdown}");
            checked += 1;
        }
        assert!(!markdown.contains("[["), "{path}: {markdown}");
    }
    assert!(checked > 500, "only {checked} links");
    let mut named = 0;
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let names = String::from_utf8_lossy(bytes).contains("type=\"text/markdown\" href=\"index.md\"");
        let twin = path.replace("index.html", "index.md");
        assert_eq!(names, site.files.contains_key(&twin), "{path}");
        named += usize::from(names);
    }
    assert!(named > 100, "only {named} pages");
}

#[test]
fn what_is_internal_is_in_no_twin_of_the_public_site() {
    let book = twins()
        .item("1.2", "audience: internal\n")
        .file(
            "content/pages/about.md",
            "---\ntitle: About\n---\nSee [the secret](../areas/01-trade/1.2-item.md), [[1.2]] and [that][hidden].\n\n:::internal\nHidden words, and [[1.1]].\n:::\n\nThen [[1.1]].\n\n[hidden]: ../areas/01-trade/1.2-item.md \"Hidden title\"\n",
        );
    let site = book.build();
    let twin = text(&site, "about/index.md");
    assert_eq!(
        twin.trim(),
        "# About\n\nSee the secret, 1.2 and that.\n\nThen [1.1 Hold talks](../items/1.1/index.md)."
    );
    assert!(!site.files.contains_key("items/1.2/index.md") && !text(&site, "llms.txt").contains("1.2"));
    let internal = book.internal().build();
    let twin = text(&internal, "about/index.md");
    assert!(twin.contains("Hidden words, and [1.1 Hold talks]"), "{twin}");
    assert!(twin.contains("[the secret](../items/1.2/index.md)"), "{twin}");
    assert!(text(&internal, "items/1.2/index.md").contains("The public site does not contain this page."));
}

#[test]
fn what_is_taken_out_of_a_text_leaves_no_trace() {
    let settings =
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n[outputs]\nmarkdown = true\n";
    let book = |hidden: &str| {
        Book::new()
            .file("book.toml", settings)
            .file("content/pages/about.md", format!("---\ntitle: About\n---\n{hidden}One.\n\n{hidden}Two.\n"))
            .file(
                "content/pages/about.ja.md",
                format!("---\ntitle: 概要\n---\n{hidden}一。\n\n{hidden}二。\n"),
            )
    };
    let with = book(":::internal\n秘密 hidden.\n:::\n\n");
    let (public, without) = (with.build(), book("").build());
    for (path, words) in
        [("about/index.md", "# About\n\nOne.\n\nTwo.\n"), ("ja/about/index.md", "# 概要\n\n一。\n\n二。\n")]
    {
        assert_eq!(text(&public, path), words);
        assert_eq!(text(&without, path), words);
        assert_eq!(text(&with.clone().internal().build(), path).matches("秘密").count(), 2, "{path}");
    }
}

#[test]
fn twins_speak_the_languages_of_the_site() {
    let settings =
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n[outputs]\nmarkdown = true\n";
    let site = Book::new()
        .file("book.toml", settings)
        .file(
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: Hold talks\nkind: recurring\n---\nSee [[1.2]].\n",
        )
        .file("content/areas/01-trade/1.1-talks.ja.md", "---\ntitle: 協議を行う\n---\n[[1.2]]を参照。\n")
        .item("1.2", "")
        .build();
    let twin = text(&site, "ja/items/1.1/index.md");
    assert!(twin.starts_with("# 1.1 協議を行う\n"), "{twin}");
    assert!(twin.contains("[1.2 Item 1.2](../../items/1.2/index.md)を参照。"), "{twin}");
    assert!(text(&site, "items/1.1/index.md").contains("See [1.2 Item 1.2](../../items/1.2/index.md)."));
    let list = text(&site, "ja/llms.txt");
    assert!(list.contains("[1.1 協議を行う](items/1.1/index.md)"), "{list}");
}

#[test]
fn llms_txt_has_the_published_form_and_does_not_grow_without_end() {
    let site = twins().item("1.2", "").build();
    let list = text(&site, "llms.txt");
    let mut lines = list.lines().filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some("# Harbour plan"));
    assert_eq!(lines.next(), Some("> What became of it."));
    // Below the first heading of a list is nothing but links.
    let lists = &list[list.find("\n## ").unwrap()..];
    for line in lists.lines().filter(|line| !line.is_empty()) {
        assert!(line.starts_with("## ") || line.starts_with("- ["), "{line}");
    }
    assert!(
        lists.contains("\n- [1.2 Item 1.2](items/1.2/index.md): No public information found\n"),
        "{lists}"
    );
    let many = (2..=301).fold(twins(), |book, number| book.item(&format!("1.{number}"), ""));
    let site = many.build();
    let list = text(&site, "llms.txt");
    assert!(list.contains("- [1 Trade](areas/1/index.md): 301 items\n") && !list.contains("1.2"), "{list}");
    let area = text(&site, "areas/1/index.md");
    assert!(area.contains("[All 301](index.html)") && area.len() < 20_000, "{}", area.len());
}
