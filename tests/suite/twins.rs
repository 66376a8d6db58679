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
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path}: {:?}", site.places()));
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
        let file = dest_url.split(['#', '?']).next().unwrap_or_default();
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in file.split('/') {
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
        "# Item 1.1 Hold \\*talks\\*\n\nThey talk.\n\n> Hold talks each year.\n\nText of the plan\n",
        "\n## Status\n\nContinuing\n\n[since May 2021](../../items/1.1/index.md)\n",
        "\nAs of 30 June 2024\n",
        "\n- Lead: [Ministry of Trade](../../agencies/ar-trade/index.md)\n",
        "As **agreed** in [the visit](../../updates/2022-02-03-visit/index.md), see [1.2 Item 1.2](../../items/1.2/index.md).\n\n- one\n- two\n",
        "\n- 3 February 2022 [Update 2022-02-03-visit](../../updates/2022-02-03-visit/index.md)\n",
        "\n- May 2021\n\n  Progress · Status: Continuing\n\n  A first *round* with [1.2 Item 1.2](../../items/1.2/index.md).\n",
        "\n  - [Note (1)](<https://c.example/a_(b)>)\n",
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
    let start =
        "# About\n\nSee the secret, 1.2 and that.\n\nThen [1.1 Hold talks](../items/1.1/index.md).\n\n---\n";
    assert!(twin.starts_with(start) && !twin.contains("idden"), "{twin}");
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
    for (path, title, words) in [
        ("about/index.md", "# About\n\n", "\n\nOne.\n\nTwo.\n\n---\n"),
        ("ja/about/index.md", "# 概要\n\n", "\n\n一。\n\n二。\n\n---\n"),
    ] {
        let twin = text(&public, path);
        assert!(twin.starts_with(title) && twin.contains(words), "{twin}");
        assert_eq!(text(&public, path), text(&without, path));
        assert!(text(&with.clone().internal().build(), path).contains("秘密 hidden."), "{path}");
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
    assert!(twin.starts_with("# 項目1.1 協議を行う\n"), "{twin}");
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
    assert!(area.contains("[All 301](") && area.len() < 20_000, "{area}");
}

/// A book in which much is said against what stands first.
fn qualified(settings: &str) -> Book {
    let item = "---\ntitle: Hold talks\nkind: recurring\nlead: [{agency: ar-trade, basis: later}]\noutlook-note: x\n---\n\
                See [the list](/data/items.csv), [[1.2|the second]] and [[1.2]].\n";
    let book = with(settings)
        .file("content/areas/01-trade/1.1-talks.md", item.replace("outlook-note: x\n", ""))
        .item("1.2", "lead: [{agency: ar-trade, basis: inferred}]\nupdates:\n  - date: 2022-01\n    note: With [[1.1|the first]].\n    by: [ar-trade]\n    challenges: No boats.\n    next-steps: New boats.\n")
        .file("content/forums/round.md", "---\nname: Harbour Round\n---\n");
    let met = |book: Book, id: &str, state: &str, number: u8| {
        book.update(
            id,
            "[\"1.1\"]",
            &format!("kind: meeting\nforum: round\nmeeting: {{state: {state}, number: {number}}}\n"),
        )
    };
    let book = met(book, "2021-03-01-first", "held", 1);
    let book = met(book, "2022-03-01-second", "cancelled", 2);
    let book = met(book, "2023-03-01-third", "planned", 3);
    let source = "evidence: [{title: S, url: \"https://s.example/\"}]\n";
    book.update("2021-06-01-done", "[\"1.1\"]", &format!("status: continuing\n{source}"))
        .update("2022-06-01-wrong", "[\"1.2\"]", &format!("status: completed\n{source}"))
        .update("2022-07-01-right", "[\"1.2\"]", &format!("kind: correction\ncorrects: 2022-06-01-wrong\nreason: Counted wrongly.\nstatus: in-progress\n{source}"))
        .update("2023-06-01-audit", "[\"1.2\"]", &format!("assessment: {{assessor: Audit Office, verdict: not-started}}\nconflicts: The papers say more.\n{source}"))
        .update("2023-07-01-risk", "[\"1.2\"]", &format!("outlook: at-risk\nchallenges: Storms.\n{source}"))
}

#[test]
fn a_twin_says_whether_a_meeting_was_held() {
    let site = qualified("[outputs]\nmarkdown = true\n").build();
    for path in ["items/1.1/index.md", "forums/round/index.md"] {
        let twin = text(&site, path);
        for (update, state) in [
            ("2021-03-01-first", "Held"),
            ("2022-03-01-second", "Cancelled"),
            ("2023-03-01-third", "Announced; no report that it was held was found"),
        ] {
            let entry =
                twin.split("\n- ").find(|entry| entry.contains(&format!("[Update {update}]"))).unwrap();
            assert!(entry.contains(&format!("Meeting · {state}")), "{path}: {entry}");
        }
    }
    let own = text(&site, "updates/2022-03-01-second/index.md");
    assert!(own.contains("- Meeting:\n  - Cancelled\n  - No. 2\n"), "{own}");
}

#[test]
fn a_twin_says_what_contradicts_a_status_and_llms_txt_does_too() {
    let site = qualified("[outputs]\nmarkdown = true\n").build();
    let twin = text(&site, "items/1.2/index.md");
    for part in [
        "\n## Status\n\nIn progress\n",
        "\n- Outlook: [Reported at risk on 1 July 2023](../../updates/2023-07-01-risk/index.md)\n",
        "\n- Lead: [Ministry of Trade](../../agencies/ar-trade/index.md)\n\nInferred: ",
        "- [Audit Office, 1 June 2023]",
        "  - Assessment: not started\n  - Status reported at that time: In progress\n",
        "The two disagree: the assessor found less than was reported",
        "\n- The papers say more. [",
        "\n  - Corrected by: [",
        "\n  With [the first](../../items/1.1/index.md).\n",
        "\n  - Challenges: No boats.\n  - Next steps: New boats.\n",
        "\n  Bodies concerned: [",
    ] {
        assert!(twin.contains(part), "{part}\n---\n{twin}");
    }
    let list = text(&site, "llms.txt");
    let row = "](items/1.2/index.md): In progress; Audit Office judged: not started (1 June 2023). The assessor found less than was reported; Sources disagree; Outlook: Reported at risk on 1 July 2023; Last confirmed: 1 July 2022\n";
    assert!(list.contains(row), "{list}");
    let first = text(&site, "items/1.1/index.md");
    for part in [
        "[Ministry of Trade](../../agencies/ar-trade/index.md) (named later)",
        "the plan does not name",
        "See [the list](../../data/items.csv), [the second](../../items/1.2/index.md) and [1.2 Item 1.2](../../items/1.2/index.md).",
    ] {
        assert!(first.contains(part), "{part}\n---\n{first}");
    }
}

#[test]
fn what_is_said_of_the_whole_plan_stands_below_each_title() {
    let settings = "[site]\nbanner = \"Draft for comment\"\n[outputs]\nmarkdown = true\n";
    let old =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nclosed: 2022-12-31\n---\n";
    let site = qualified(settings).file("content/plan.md", old).build();
    let ended = "The plan ended on 31 December 2022. This is its last known state.";
    for (path, title) in [
        ("items/1.1/index.md", "# Item 1.1 Hold talks"),
        ("index.md", "# Harbour plan"),
        ("areas/index.md", "# Areas"),
    ] {
        let twin = text(&site, path);
        assert!(twin.starts_with(&format!("{title}\n\nDraft for comment\n\n{ended}\n")), "{path}: {twin}");
    }
    let list = text(&site, "llms.txt");
    assert!(list.contains("\n\nDraft for comment\n\n") && list.contains(ended), "{list}");
    let of_editions = everything().build();
    let twin = text(&of_editions, "editions/2016/items/1.1/index.md");
    assert!(twin.split("\n\n").nth(1).unwrap().contains("2016"), "{twin}");
    assert!(twin.contains("../../../../index.md)"), "{twin}");
}

#[test]
fn a_twin_of_a_part_of_a_list_says_so_and_leads_to_the_rest() {
    let updates: String =
        (1..=12).map(|month| format!("  - date: 2021-{month:02}\n    note: Round.\n")).collect();
    let book = twins().file(
        "book.toml",
        "[book]\ntitle = \"Harbour plan\"\n[lists]\npage-size = 10\n[outputs]\nmarkdown = true\n",
    );
    let site = book.item("1.2", &format!("updates:\n{updates}")).build();
    let twin = text(&site, "items/1.2/index.md");
    assert!(twin.contains("\n1–10 of 12\n\n- [Next page](../../items/1.2/page/2/index.html)\n"), "{twin}");
}

#[test]
fn lists_one_after_the_other_stay_two_lists() {
    let words = "Words[^1].\n\n3. three\n4. four\n\n1) one\n\n[^1]: A note.\n";
    let site = twins().file("content/pages/lists.md", format!("---\ntitle: Lists\n---\n{words}")).build();
    let twin = text(&site, "lists/index.md");
    let starts: Vec<u64> = Parser::new_ext(&twin, planbook::markdown::options())
        .filter_map(|event| if let Event::Start(Tag::List(Some(first))) = event { Some(first) } else { None })
        .collect();
    assert_eq!(starts, [3, 1, 1], "{twin}");
}

#[test]
fn llms_txt_leads_to_the_other_editions() {
    let plan =
        "---\ntitle: Old plan\nparties: [Arland, Boria]\nadopted: 2010-01-01\nedition: First edition\n---\n";
    let book = twins()
        .file("content/editions/2010/plan.md", plan)
        .file("content/editions/2010/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n")
        .file(
            "content/editions/2010/areas/01-trade/1.1-talks.md",
            "---\ntitle: Hold talks\nkind: recurring\n---\n",
        );
    let site = book.build();
    let list = text(&site, "llms.txt");
    let edition = "\n## Editions\n\n- [Old plan (First edition)](editions/2010/index.md): one item\n";
    assert!(list.contains(edition), "{list}");
    assert!(site.files.contains_key("editions/2010/index.md"));
}

#[test]
fn a_mark_of_what_is_inferred_is_explained_as_a_sentence_that_is_true_alone() {
    let site = twins().item("1.2", "lead: [{agency: ar-trade, basis: inferred}]\n").build();
    let twin = text(&site, "agencies/ar-trade/index.md");
    assert!(twin.contains("\nWhere “(inferred)” stands, the plan does not name the body"), "{twin}");
}
