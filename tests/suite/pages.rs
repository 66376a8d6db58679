//! What pages show.

use planbook::vocabulary::{Choice as _, Status};

use crate::book::{Book, frozen, words};

#[test]
fn a_book_with_almost_nothing_has_a_site() {
    let outcome = Book::empty()
        .file("book.toml", "[book]\ntitle = \"Empty\"\n")
        .file("content/plan.md", "---\ntitle: P\nparties: [Arland]\nadopted: 2020\n---\n")
        .build();
    assert_eq!(outcome.places(), Vec::<String>::new());
    for path in ["index.html", "404.html", "progress/index.html", "data/index.html"] {
        assert!(outcome.files.contains_key(path), "{path} is not among {:?}", outcome.files.keys());
    }
    // What has nothing in it is not made, because nothing leads to it.
    for path in ["areas/index.html", "items/index.html", "status/completed/index.html", "plan/index.html"] {
        assert!(!outcome.files.contains_key(path), "{path}");
    }
}

#[test]
fn the_text_of_everything_is_escaped() {
    let hostile = "<script>alert(1)</script>\" onload=\"x";
    let quoted = "'<script>alert(1)</script>\" onload=\"x'";
    let outcome = Book::new()
        .file("book.toml", format!("[book]\ntitle = '''{hostile}'''\ndescription = '''{hostile}'''\n[site]\nbase-url = \"https://a.example/\"\nstyle-guide = true\n[outputs]\ncards = true\n"))
        .file("content/plan.md", format!("---\ntitle: {quoted}\nparties: [{quoted}]\nadopted: 2020-01-01\nlicence: {quoted}\ncontact: {quoted}\n---\n"))
        .file("content/areas/01-trade/area.md", format!("---\nnumber: 1\ntitle: {quoted}\nsummary: {quoted}\n---\n"))
        .file(
            "content/areas/01-trade/1.1-talks.md",
            format!("---\ntitle: {quoted}\nkind: recurring\nlead: [ar-trade]\ntext: {quoted}\nlocator: {quoted}\nindicators: [{quoted}]\nupdates:\n  - date: 2021\n    note: Plain words.\n---\n"),
        )
        .file("content/agencies/ar-trade.md", format!("---\nname: {quoted}\nabbreviation: {quoted}\nparty: {quoted}\nnative-name: {quoted}\nnative-lang: ja\n---\n"))
        .file("content/forums/f.md", format!("---\nname: {quoted}\nparties: [{quoted}]\n---\n"))
        .file("content/sources/s.md", format!("---\ntitle: {quoted}\ndate: 2020\ntype: {quoted}\nsha256: {quoted}\nlang: ja\n---\n"))
        .file(
            "content/updates/2021-05-01-x.md",
            format!("---\ntitle: {quoted}\ndate: 2021-05-01\nitems: [\"1.1\"]\nforum: f\nmeeting: {{state: held, place: {quoted}}}\nreason: {quoted}\nchallenges: {quoted}\nconflicts: {quoted}\nnext-steps: {quoted}\nevidence: [{{title: {quoted}, url: \"https://a.example/\", lang: ja}}]\nassessment: {{assessor: {quoted}, verdict: limited, scale: {quoted}, method: {quoted}}}\n---\n`{hostile}`\n"),
        )
        .build();
    assert_eq!(outcome.places(), Vec::<String>::new());
    // What a browser could take for a page; other files escape in ways of their own.
    let marked_up = |path: &str| [".html", ".xml", ".svg"].iter().any(|end| path.ends_with(end));
    for (path, bytes) in outcome.files.iter().filter(|(path, _)| marked_up(path)) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("<script>") && !text.contains("\" onload"), "{path}");
    }
}

#[test]
fn addresses_are_relative_and_old_ones_lead_on() {
    let outcome = Book::new().item("1.2", "aliases: [\"1.9\"]\n").build();
    let page = outcome.page("items/1.2/index.html");
    assert!(!page.contains("href=\"/"), "{page}");
    let old = outcome.page("items/1.9/index.html");
    assert!(old.contains("http-equiv=\"refresh\"") && old.contains("../../items/1.2/index.html"), "{old}");
}

#[test]
fn no_page_has_script_or_style_of_its_own() {
    let outcome = frozen().build();
    for (path, bytes) in outcome.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for forbidden in ["<script>", "<style", " style=", " onclick", "javascript:", "<iframe", "<img"] {
            assert!(!html.contains(forbidden), "{path} has {forbidden}");
        }
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(html.matches("<script").count(), html.matches("<script src=\"").count() + data, "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path} has one main heading");
        assert!(html.contains("<html lang=\"en\""), "{path} names its language");
    }
}

#[test]
fn what_refers_to_a_record_is_listed_on_its_page() {
    let outcome = Book::new()
        .file(
            "content/pages/about.md",
            "---\ntitle: About us\n---\nSee [[1.1]] and [trade](../agencies/ar-trade.md).\n",
        )
        .build();
    assert!(words(&outcome.page("items/1.1/index.html")).contains("Referred to by About us"));
    assert!(words(&outcome.page("agencies/ar-trade/index.html")).contains("Referred to by About us"));
}

#[test]
fn an_item_of_another_edition_is_linked_both_ways() {
    let outcome = Book::new()
        .file(
            "content/editions/2016/plan.md",
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016\n---\n",
        )
        .file("content/editions/2016/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Commerce\n---\n")
        .file(
            "content/editions/2016/areas/01-trade/1.4-talks.md",
            "---\ntitle: Old talks\nkind: event\n---\n",
        )
        .item("1.2", "continues: [{edition: \"2016\", item: \"1.4\", how: amended}]\n")
        .build();
    assert!(outcome.page("items/1.2/index.html").contains("editions/2016/items/1.4/index.html"));
    let old = words(&outcome.page("editions/2016/items/1.4/index.html"));
    assert!(old.contains("Continued by") && old.contains("1.2 Item 1.2"), "{old}");
}

#[test]
fn headings_of_a_text_never_meet_the_ids_of_the_page() {
    let headings = "## History\n\n## Baseline\n\n## Content\n\n## Page content\n\n## Notes\n\n## Notes\n\n## Notes 2\n\n## Note 1\n\nA[^1].\n\n[^1]: B.\n";
    let outcome = Book::new()
        .file("content/areas/01-trade/1.2-x.md", format!("---\ntitle: X\nkind: event\nupdates:\n  - {{date: 2021-05-01, note: A}}\n  - {{date: 2021-05-01, note: B}}\n---\n{headings}"))
        .item("1.3", "same-as: [\"1.2\"]\nupdates: [{date: 2021-05-01, note: C}]\n")
        .file("content/updates/2021-05-01.md", format!("---\ntitle: T\ndate: 2021-05-01\nitems: [\"1.2\"]\n---\n{headings}"))
        .file("content/pages/a.md", format!("---\ntitle: A\n---\n{headings}\n[there](../updates/2021-05-01.md#notes-2) [[1.2/2021-05-01-2|the second]]\n"))
        .build();
    assert_eq!(outcome.places(), Vec::<String>::new());
}

#[test]
fn an_alias_cannot_lead_out_of_the_site() {
    for alias in ["../x", "/../x", "//x", "/con/x", "a/b", "A"] {
        let problems = Book::new()
            .file("content/pages/a.md", format!("---\ntitle: A\naliases: [\"{alias}\"]\n---\n"))
            .problems();
        assert_eq!(problems, ["bad-id content/pages/a.md:3"], "{alias}");
    }
}

#[test]
fn a_page_cannot_take_the_place_of_a_file_of_the_site() {
    for name in ["manifest.json", "robots.txt", "404.html", "index.html"] {
        let path = format!("content/pages/{name}.md");
        let problems = Book::new().file(&path, "---\ntitle: A\n---\n").problems();
        assert_eq!(problems, [format!("url-collision {path}:1")]);
    }
    let long = "a".repeat(300);
    let problems =
        Book::new().file("content/pages/a.md", format!("---\ntitle: A\naliases: [{long}]\n---\n")).problems();
    assert_eq!(problems, ["bad-id content/pages/a.md:3"]);
}

#[test]
fn a_page_that_has_the_address_of_one_of_the_site_names_it_and_the_ways_out() {
    for (name, what, key) in [
        ("search", "the search page", Some("search = false")),
        ("data", "the page of the open data", Some("data = false")),
        ("items", "a page that", None),
    ] {
        let outcome = Book::new().file(&format!("content/pages/{name}.md"), "---\ntitle: A\n---\n").build();
        let found: Vec<_> = outcome.diagnostics.iter().filter(|it| it.code.name == "url-collision").collect();
        let [found] = found[..] else { panic!("{name}: {found:?}") };
        assert!(
            found.message.contains(what) && found.message.contains(&format!("/{name}/")),
            "{}",
            found.message
        );
        let help = found.help.as_deref().unwrap();
        assert!(help.contains("another name"), "{help}");
        assert_eq!(help.contains("= false"), key.is_some(), "{help}");
        assert!(key.is_none_or(|key| help.contains(key)), "{help}");
    }
}

#[test]
fn links_to_headings_are_proven() {
    let problems = Book::new()
        .file("content/pages/a.md", "---\ntitle: A\n---\n## B c\n\n[x](#b-c) [y](#nope)\n")
        .problems();
    assert_eq!(problems, ["dangling-reference content/pages/a.md:6"]);
    let problems = Book::new()
        .file("content/pages/a.md", "---\ntitle: A\n---\n[x](../areas/01-trade/1.1-talks.md#nope)\n")
        .problems();
    assert_eq!(problems, ["broken-link content/pages/a.md:4"]);
    let notes = "---\ntitle: A\n---\nA[^1].\n\n[^1]: One.\n\n[^2]: Nobody calls this one, which calls[^3] another.\n\n[^3]: Three.\n";
    let problems = Book::new().file("content/pages/a.md", notes).problems();
    assert_eq!(problems, ["literal-markup content/pages/a.md:8"], "no page shows a note that nothing calls");
}

#[test]
fn the_accessibility_statement_can_be_replaced_and_is_always_linked() {
    let page = "accessibility/index.html";
    let built_in = Book::new().file(
        "content/plan.md",
        "---\ntitle: P\nparties: [A]\nadopted: 2020\ncontact: plan@harbour.example\n---\n",
    );
    let statement = built_in.page(page);
    assert!(words(&statement).contains("Guidelines (WCAG) 2.2 at level AA"), "{statement}");
    assert!(statement.contains("<a href=\"mailto:plan@harbour.example\">"), "{statement}");
    assert!(built_in.page("items/1.1/index.html").contains("href=\"../../accessibility/index.html\""));
    let own = Book::new()
        .file("content/pages/accessibility.md", "---\ntitle: Access for all\norder: 1\n---\nAsk us.\n");
    assert!(words(&own.page(page)).contains("Access for all Ask us."));
    assert_eq!(own.page("index.html").matches("href=\"accessibility/index.html\"").count(), 1);
}

#[test]
fn the_style_guide_shows_every_status_when_the_book_asks_for_it() {
    assert!(!Book::new().build().files.contains_key("style/index.html"));
    let settings = "[book]\ntitle = \"Harbour plan\"\n[site]\nstyle-guide = true\n";
    let guide = Book::new().file("book.toml", settings).page("style/index.html");
    for (word, _) in Status::CHOICES {
        assert!(guide.contains(&format!("st-{word}")), "no {word}");
    }
    assert!(guide.contains("name=\"robots\" content=\"noindex\""));
}

#[test]
fn a_long_page_has_a_table_of_contents_and_a_long_history_years() {
    let page = |updates: usize| {
        let updates: String = (0..updates)
            .map(|n| format!("  - date: {}-05-{:02}\n    note: Met.\n", 2021 + n % 3, n + 1))
            .collect();
        Book::new().item("1.2", &format!("updates:\n{updates}")).page("items/1.2/index.html")
    };
    assert!(!page(6).contains("On this page"));
    let long = page(7);
    assert!(
        long.contains("<a href=\"#page_history\">History</a>") && !long.contains("class=\"l3\""),
        "{long}"
    );
    let years = page(21);
    let contents = years.split("<nav class=\"contents\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert!(words(contents).contains("History 2023 2022 2021"), "{contents}");
    assert!(contents.contains("href=\"#update_1.2-2023-05-21\""), "{contents}");
}

#[test]
fn a_text_with_many_headings_has_a_table_of_contents() {
    let page = |headings: usize| {
        let text: String = (1..=headings).map(|n| format!("## Part {n}\n\nWords.\n\n")).collect();
        Book::new()
            .file("content/pages/about.md", format!("---\ntitle: About\n---\n{text}"))
            .page("about/index.html")
    };
    assert!(!page(3).contains("On this page"));
    assert!(page(4).contains("<a href=\"#part-4\">Part 4</a>"));
}

#[test]
fn a_list_says_that_an_update_was_corrected() {
    let site = Book::new()
        .update("2021-06-10-wrong", "[\"1.1\"]", "status: in-progress\n")
        .update(
            "2021-07-10-right",
            "[\"1.1\"]",
            "kind: correction\ncorrects: 2021-06-10-wrong\nreason: It was another port.\n",
        )
        .build();
    let list = site.page("updates/index.html");
    let rows: Vec<&str> = list.split("<li>").filter(|row| row.contains("2021-06-10-wrong")).collect();
    assert!(rows.iter().any(|row| row.contains("corrected; does not count")), "{list}");
    assert_eq!(list.matches("corrected; does not count").count(), 1, "{list}");
}
