//! Cards for other sites: `[outputs] embed`.

use planbook::config::Security;

use crate::book::{Book, Outcome};

const LANGUAGES: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n[check]\nuntranslated-interface = \"off\"\ntranslation-outdated = \"off\"\ntranslation-untracked = \"off\"\n";

fn with(settings: &str) -> Book {
    let book = format!("[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n{settings}");
    Book::new().file("book.toml", book)
}

/// A book with cards and an address.
fn embedding(settings: &str) -> Book {
    with(&format!("[site]\nbase-url = \"https://a.example/plan/\"\n[outputs]\nembed = true\n{settings}"))
}

fn cards(site: &Outcome) -> Vec<&str> {
    site.files.keys().map(String::as_str).filter(|path| path.starts_with("embed/")).collect()
}

#[test]
fn a_card_says_what_an_item_is_and_how_far_it_has_come() {
    let site = embedding("")
        .update(
            "2021-02-03-x",
            "[\"1.1\"]",
            "status: continuing\nevidence:\n  - {title: T, url: \"https://c.example/\"}\n",
        )
        .build();
    assert_eq!(site.places(), Vec::<String>::new());
    assert_eq!(cards(&site), ["embed/card.css", "embed/items/1.1/index.html"]);
    let card = site.page("embed/items/1.1/index.html");
    for part in [
        "<p class=\"label\">Item 1.1</p>",
        "<h1><a href=\"../../../items/1.1/index.html\" target=\"_blank\" rel=\"noopener\">Hold talks</a></h1>",
        "<span class=\"st st-continuing\">Continuing</span>",
        "since 3 February 2021",
        "Lead: Ministry of Trade",
        "As of 30 June 2024 – Harbour plan",
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://a.example/plan/items/1.1/\">",
        "<link rel=\"stylesheet\" href=\"../../../embed/card.css\">",
    ] {
        assert!(card.contains(part), "{part}\n{card}");
    }
    assert!(!card.contains("<script"), "{card}");
    let style = site.page("embed/card.css");
    assert!(style.contains("--accent:") && style.contains(".st-continuing") && style.contains("main {"));
    for path in ["sitemap.xml", "items/index.html", "index.html"] {
        assert!(!site.page(path).contains("embed/"), "{path}");
    }
}

#[test]
fn a_card_says_what_its_status_would_be_false_without() {
    let plan =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nclosed: 2022-12-31\n---\n";
    let source = "evidence: [{title: S, url: \"https://s.example/\"}]\n";
    let audit = format!("assessment: {{assessor: Audit & Co, verdict: not-started}}\n{source}");
    let settings =
        "[book]\ntitle = \"Harbour plan\"\n[site]\nbanner = \"For comment\"\n[outputs]\nembed = true\n";
    let book = Book::new()
        .file("book.toml", settings)
        .item("1.2", "lead: [{agency: ar-trade, basis: later, since: 2021-05}]\n")
        .item("1.3", "")
        .update("2024-05-01-well", "[\"1.1\"]", &format!("outlook: on-track\n{source}"))
        .update("2024-05-04-risk", "[\"1.3\"]", &format!("outlook: at-risk\nchallenges: Storms.\n{source}"))
        .update(
            "2021-02-03-x",
            "[\"1.2\"]",
            &format!("status: completed\noutlook: at-risk\nchallenges: Storms.\n{source}"),
        )
        .update("2021-06-01-audit", "[\"1.2\", \"1.3\"]", &audit);
    let ended = "<p class=\"notice\">The plan ended on 31 December 2022. This is its last known state.</p>";
    let site = book.clone().file("content/plan.md", plan).build();
    for (id, said) in [
        (
            "1.2",
            [
                "Audit &amp; Co judged: not started (1 June 2021). The assessor found less than was reported</p>",
                "(named later, since May 2021)",
            ],
        ),
        (
            "1.3",
            ["<p class=\"against\">Audit &amp; Co judged: not started (1 June 2021)</p>", "No status stated"],
        ),
    ] {
        let card = site.page(&format!("embed/items/{id}/index.html"));
        for part in said.iter().chain(&[ended, "<p class=\"notice\">For comment</p>"]) {
            assert!(card.contains(part), "{part}\n{card}");
        }
    }
    let site = book.build();
    let (well, risk) = (site.page("embed/items/1.1/index.html"), site.page("embed/items/1.3/index.html"));
    assert!(!well.contains("against") && !well.contains("ended"), "{well}");
    assert!(risk.contains("<p class=\"against\">Outlook: Reported at risk on 4 May 2024</p>"), "{risk}");
}

#[test]
fn cards_have_the_colours_of_the_theme_and_can_have_their_own_form() {
    let theme = |name: &str, text: &str| {
        embedding("")
            .file("book.toml", "[book]\ntitle = \"T\"\n[site]\ntheme = \"city\"\n[outputs]\nembed = true\n")
            .file("themes/city/theme.toml", "api = 2\n")
            .file(&format!("themes/city/{name}"), text)
            .build()
            .page("embed/card.css")
    };
    let style = theme("style/city.css", "h1 { color: red }\n@media print { :root { --accent: #123456; } }\n");
    let own = style.find("--accent: #123456").unwrap();
    assert!(style.find("--accent: #0b3d73").unwrap() < own && own < style.find("main {").unwrap());
    assert!(!style.contains("color: red"));
    assert!(theme("static/style.css", ":root { --accent: #abcdef; }").contains("--accent: #abcdef"));
    let form = theme("embed/card.css", "h1 { color: green }");
    assert!(form.contains("color: green") && !form.contains("main {"));
    let wrong = embedding("").file("themes/default/embed/other.css", "").build();
    assert_eq!(wrong.places(), ["theme-file themes/default/embed/other.css:1"]);
}

#[test]
fn a_book_asks_for_cards() {
    let site = with("[site]\nbase-url = \"https://a.example/\"\n").build();
    assert_eq!(cards(&site), Vec::<&str>::new());
    assert!(!site.page("items/1.1/index.html").contains("iframe"));
    assert!(!site.page("_headers").contains("embed"));
}

#[test]
fn many_agencies_are_counted_and_inferred_ones_are_marked() {
    let agencies = ["a", "b", "c", "d", "e"].into_iter().fold(embedding(""), |book, id| {
        book.file(
            &format!("content/agencies/ar-{id}.md"),
            format!("---\nname: Office {id}\nparty: Arland\n---\n"),
        )
    });
    let book = agencies
        .item("1.2", "lead: [ar-a, {agency: ar-b, basis: inferred}, ar-c, ar-d, ar-e]\n")
        .item("1.3", "");
    let site = book.build();
    let card = site.page("embed/items/1.2/index.html");
    assert!(card.contains("Lead: Office a, Office b (inferred), Office c and 2 more</p>"), "{card}");
    assert!(!site.page("embed/items/1.3/index.html").contains("Lead"));
}

#[test]
fn the_page_of_an_item_has_the_html_that_shows_its_card() {
    let hostile = "---\ntitle: Hold \"talks\" & <b>'tea'</b>\nkind: recurring\n---\n";
    let book = embedding("").file("content/areas/01-trade/1.1-talks.md", hostile);
    let page = book.build().page("items/1.1/index.html");
    let written = page.split("<pre><code>&lt;iframe").nth(1).unwrap().split("</code>").next().unwrap();
    let html = format!("<iframe{}", unescaped(written));
    assert!(
        html.starts_with("<iframe src=\"https://a.example/plan/embed/items/1.1/\" title=\"1.1 Hold &quot;talks&quot; &amp; &lt;b&gt;"),
        "{html}"
    );
    // What is copied is one element, whatever the title has.
    assert!(html.ends_with("></iframe>") && html.matches(['<', '>']).count() == 4, "{html}");
    let nowhere = with("[outputs]\nembed = true\n").build();
    assert!(!nowhere.page("items/1.1/index.html").contains("iframe"), "no address to show it from");
    assert!(nowhere.files.contains_key("embed/items/1.1/index.html"));
}

/// The text that a browser shows of what a template escaped.
fn unescaped(html: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(html.to_owned(), |text, (escaped, sign)| text.replace(escaped, sign))
}

#[test]
fn cards_of_all_languages_and_former_ids_stand_in_one_folder() {
    let site = Book::new()
        .file(
            "book.toml",
            format!("{LANGUAGES}[site]\nbase-url = \"https://a.example/\"\n[outputs]\nembed = true\n"),
        )
        .item("1.2", "aliases: [\"1.9\"]\n")
        .file("content/areas/01-trade/1.2-item.ja.md", "---\ntitle: 港の項目\n---\n")
        .build();
    assert_eq!(
        cards(&site),
        [
            "embed/card.css",
            "embed/items/1.1/index.html",
            "embed/items/1.2/index.html",
            "embed/items/1.9/index.html",
            "embed/ja/items/1.1/index.html",
            "embed/ja/items/1.2/index.html",
            "embed/ja/items/1.9/index.html",
        ]
    );
    assert_eq!(site.page("embed/items/1.9/index.html"), site.page("embed/items/1.2/index.html"));
    let card = site.page("embed/ja/items/1.2/index.html");
    for part in [
        "<html lang=\"ja\">",
        "項目1.2",
        "<a href=\"../../../../ja/items/1.2/index.html\" target=\"_blank\" rel=\"noopener\">港の項目</a>",
        "href=\"https://a.example/ja/items/1.2/\"",
        "href=\"../../../../embed/card.css\"",
    ] {
        assert!(card.contains(part), "{part}\n{card}");
    }
    let untranslated = site.page("embed/ja/items/1.1/index.html");
    assert!(untranslated.contains("lang=\"en\""), "{untranslated}");
    let page = site.page("ja/items/1.2/index.html");
    assert!(
        page.contains("https:&#x2F;&#x2F;a.example")
            || page.contains("https://a.example/embed/ja/items/1.2/"),
        "{page}"
    );
}

#[test]
fn an_internal_item_has_its_card_on_the_internal_site_alone() {
    let book = embedding("").item("1.2", "audience: internal\n");
    assert_eq!(cards(&book.build()), ["embed/card.css", "embed/items/1.1/index.html"]);
    let internal = book.internal().build();
    assert!(internal.page("embed/items/1.2/index.html").contains("Internal: not for publication"));
}

#[test]
fn nothing_else_stands_where_any_site_may_show_it() {
    let others = [
        ("content/pages/embed.md", "---\ntitle: Embed\n---\nText.\n", 1),
        ("content/pages/x.md", "---\ntitle: X\naliases: [embed]\n---\nText.\n", 3),
        ("content/pages/x.md", "---\ntitle: X\naliases: [/embed/old/, /embed/a.html]\n---\nText.\n", 3),
        ("content/static/embed/a.txt", "x", 1),
    ];
    for (path, text, line) in others {
        let found = embedding("").file(path, text).build();
        let mut places = found.places();
        places.dedup();
        assert_eq!(places, [format!("url-collision {path}:{line}")], "{path}: {:?}", found.diagnostics);
        let message = &found.diagnostics[0];
        assert!(message.message.contains("the cards of items for other sites"), "{message:?}");
        // Where there are no cards, the folder is free.
        assert_eq!(with("").file(path, text).build().places(), Vec::<String>::new(), "{path}");
    }
}

/// The headers that Cloudflare Pages sends for a path: all rules in their order, where `!` takes away what is there.
fn cloudflare(file: &str, path: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in rules(file, path) {
        match line.strip_prefix("! ") {
            Some(name) => headers.retain(|(other, _)| other != name),
            None => {
                let (name, value) = line.split_once(": ").unwrap();
                match headers.iter_mut().find(|(other, _)| other == name) {
                    Some((_, known)) => *known = format!("{known}, {value}"),
                    None => headers.push((name.to_owned(), value.to_owned())),
                }
            }
        }
    }
    headers
}

/// The same of Netlify: of one header the last, and lines without a colon are none.
fn netlify(file: &str, path: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for (name, value) in rules(file, path).iter().filter_map(|line| line.split_once(": ")) {
        headers.retain(|(other, _)| other != name);
        headers.push((name.to_owned(), value.to_owned()));
    }
    headers
}

/// The lines of the rules that a path has.
fn rules<'a>(file: &'a str, path: &str) -> Vec<&'a str> {
    let mut lines = Vec::new();
    let mut applies = false;
    for line in file.lines() {
        match line.strip_prefix("  ") {
            None => applies = path.starts_with(line.strip_suffix('*').unwrap()),
            Some(header) if applies => lines.push(header),
            Some(_) => {}
        }
    }
    lines
}

fn value<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}

#[test]
fn hosts_let_other_sites_frame_cards_and_nothing_else() {
    for audience in ["public", "internal"] {
        let book = embedding("[security]\nscript-src = [\"https://stats.example\"]\n");
        let book = if audience == "internal" { book.internal() } else { book };
        let site = book.build();
        // The cards are below the path of the site, as its other addresses are.
        assert!(site.page("_headers").contains("\n/plan/embed/*\n"));
        let file = site.page("_headers").replace("/plan/", "/");
        for (host, headers) in [("cloudflare", cloudflare as fn(&str, &str) -> _), ("netlify", netlify)] {
            for path in [
                "/",
                "/index.html",
                "/items/1.1/",
                "/items/embed/",
                "/embed",
                "/embedded/x",
                "/assets/style.css",
            ] {
                let headers: Vec<(String, String)> = headers(&file, path);
                let policy = value(&headers, "Content-Security-Policy").unwrap();
                assert!(policy.ends_with("; frame-ancestors 'none'"), "{host} {path}: {policy}");
                assert_eq!(value(&headers, "X-Frame-Options"), Some("DENY"), "{host} {path}");
                assert_eq!(value(&headers, "Cross-Origin-Resource-Policy"), Some("same-origin"));
            }
            for path in ["/embed/items/1.1/", "/embed/items/1.1/index.html", "/embed/card.css"] {
                let headers: Vec<(String, String)> = headers(&file, path);
                let policy = value(&headers, "Content-Security-Policy").unwrap();
                assert!(policy.ends_with("base-uri 'none'; frame-ancestors *"), "{host} {path}: {policy}");
                assert!(policy.contains("script-src 'self' https://stats.example;"), "one policy: {policy}");
                assert_eq!(policy.matches("default-src").count(), 1, "{host} {path}: {policy}");
                assert_eq!(value(&headers, "Cross-Origin-Resource-Policy"), Some("cross-origin"));
                assert_eq!(value(&headers, "X-Content-Type-Options"), Some("nosniff"));
                assert_eq!(value(&headers, "X-Robots-Tag").is_some(), audience == "internal");
                // Netlify knows no way to remove it; browsers that know `frame-ancestors` do not read it.
                assert_eq!(value(&headers, "X-Frame-Options").is_some(), host == "netlify", "{path}");
            }
        }
    }
}

#[test]
fn a_policy_is_one_value_but_for_who_may_frame() {
    let security = Security::default();
    let (header, card) = (security.header(), security.card_header());
    assert_eq!(header.replace("frame-ancestors 'none'", "frame-ancestors *"), card);
}

#[test]
fn a_card_says_how_old_its_status_is_and_that_its_date_has_passed() {
    let source = "evidence: [{title: S, url: \"https://s.example/\"}]\n";
    let settings = "[book]\ntitle = \"Harbour plan\"\n[outputs]\nembed = true\nmarkdown = true\n";
    let book = Book::new().file("book.toml", settings).item("1.2", "due: 2023-06-30\n").item("1.3", "");
    let book = book
        .update("2021-02-03-old", "[\"1.1\", \"1.2\"]", &format!("status: in-progress\n{source}"))
        .update("2021-02-04-done", "[\"1.3\"]", &format!("status: completed\n{source}"));
    let site = book.build();
    let against = |id: &str| -> Vec<String> {
        let card = site.page(&format!("embed/items/{id}/index.html"));
        let parts = card.split("<p class=\"against\">").skip(1);
        parts.map(|part| part.split("</p>").next().unwrap().to_owned()).collect()
    };
    let old = "Latest public information: 3 February 2021 (3 years earlier)";
    let late = "Schedule: Overdue since 30 June 2023, by 366 days";
    assert_eq!(against("1.1"), [old]);
    assert_eq!(against("1.2"), [late, old]);
    assert_eq!(against("1.3"), Vec::<String>::new());
    let list = site.page("llms.txt");
    assert!(list.contains(&format!("In progress; {late}; {old}\n")), "{list}");
    // A report since then that says no status; one of last month is no old one. What the card says as the beginning is said once.
    let seen = book.update("2024-06-01-seen", "[\"1.1\"]", source);
    let card = seen.build().page("embed/items/1.1/index.html");
    assert!(card.contains("since 3 February 2021") && !card.contains("Last confirmed"), "{card}");
    let again = format!("status: in-progress\n{source}");
    let site = seen.update("2022-05-06-again", "[\"1.1\"]", &again).build();
    let card = site.page("embed/items/1.1/index.html");
    assert!(card.contains("<p class=\"against\">Last confirmed: 6 May 2022</p>"), "{card}");
    assert!(!card.contains("earlier"), "{card}");
}

#[test]
fn nobody_is_asked_to_show_an_internal_item_elsewhere() {
    let book = embedding("").item("1.2", "audience: internal\n").internal();
    let site = book.build();
    assert!(site.page("items/1.1/index.html").contains("&lt;iframe"));
    assert!(!site.page("items/1.2/index.html").contains("&lt;iframe"));
    assert!(site.files.contains_key("embed/items/1.2/index.html"));
}
