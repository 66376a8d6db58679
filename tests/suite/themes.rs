//! A book's own theme overlays the built-in one file by file, and its mistakes are reported at their place.

use std::collections::BTreeSet;

use planbook::reporting_requests::{Column, Table};
use planbook::vocabulary::{
    Choice, Confidence, Continuation, Degree, EvidenceClass, ForumBasis, ForumKind, Kind, LinkClass,
    MeetingState, Outcome, Outlook, Scope, Status, UpdateKind, Verdict,
};

use crate::book::{Book, words};

fn themed() -> Book {
    Book::new()
        .file("book.toml", "[book]\ntitle = \"Harbour plan\"\n[site]\ntheme = \"harbour\"\n")
        .file("themes/harbour/theme.toml", "api = 2\n")
}

#[test]
fn one_template_one_sheet_and_one_word_can_be_replaced() {
    let outcome = themed()
        .file(
            "themes/harbour/templates/404.html",
            "{% extends \"default/404.html\" %}{% block main %}<h1>{{ site.title }}: gone</h1>{% endblock %}",
        )
        .file("themes/harbour/static/style.css", "body { color: teal }")
        .file("themes/harbour/messages/en.toml", "home = \"Harbour\"\n")
        .build();
    assert!(words(&outcome.page("404.html")).contains("Harbour plan: gone"));
    assert_eq!(outcome.files["assets/style.css"], b"body { color: teal }");
    assert!(words(&outcome.page("items/1.1/index.html")).contains("Harbour"));
}

#[test]
fn sheets_are_joined_in_the_order_of_their_names() {
    let sheet = |book: Book| String::from_utf8(book.build().files["assets/style.css"].clone()).unwrap();
    let built_in = sheet(Book::new());
    assert!(built_in.contains("--accent: #") && built_in.contains("@media print"));
    let added = sheet(themed().file("themes/harbour/style/harbour.css", ":root { --accent: teal }"));
    assert_eq!(added, format!("{built_in}\n:root {{ --accent: teal }}"));
    let replaced = sheet(themed().file("themes/harbour/style/10-tokens.css", ":root { --ink: navy }\n"));
    assert!(replaced.starts_with(":root { --ink: navy }\n\n/* Base */") && replaced.contains("@media print"));
    assert_eq!(
        themed().file("themes/harbour/style/harbour.scss", "").problems(),
        ["theme-file themes/harbour/style/harbour.scss:1"]
    );
}

#[test]
fn a_field_that_does_not_exist_is_reported_at_its_line() {
    let outcome = themed().file("themes/harbour/templates/404.html", "<h1>\n{{ page.titel }}</h1>").build();
    assert_eq!(outcome.places(), ["template-error themes/harbour/templates/404.html:2"]);
}

#[test]
fn what_a_theme_puts_into_the_head_is_on_every_page() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let settings = std::fs::read_to_string(root.join("book.toml")).unwrap();
    for (theme, settings) in [
        ("harbour", settings.replace("[site]\n", "[site]\ntheme = \"harbour\"\n")),
        ("city", settings.replace("[site]\n", "[site]\ntheme = \"city\"\n")),
    ] {
        let base = "{% extends \"default/base.html\" %}{% block head %}<meta name=\"theme-color\" content=\"navy\">{% endblock head %}";
        let site = Book::load(&root)
            .file("book.toml", settings)
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/templates/base.html", base)
            .build();
        let pages = site.files.keys().filter(|path| path.ends_with(".html") && !path.starts_with("embed/"));
        let pages: Vec<String> = pages.map(|path| site.page(path)).collect();
        assert!(pages.len() > 60 && pages.iter().any(|page| page.contains("http-equiv=\"refresh\"")));
        for page in pages {
            assert_eq!(page.matches("<meta name=\"theme-color\"").count(), 1, "{theme}: {page}");
        }
        // What a page itself needs is there too.
        assert!(site.page("items/index.html").contains("tables.js"), "{theme}");
    }
}

#[test]
fn mistakes_of_all_templates_are_told_at_once() {
    let places = themed()
        .file("themes/harbour/templates/404.html", "{{ page.head.title }")
        .file("themes/harbour/templates/item.html", "\n{% if %}")
        .problems();
    assert_eq!(
        places,
        [
            "template-error themes/harbour/templates/404.html:1",
            "template-error themes/harbour/templates/item.html:2"
        ]
    );
}

#[test]
fn names_that_the_engine_does_not_know_are_reported_at_their_place() {
    let places = |text: &str| themed().file("themes/harbour/templates/404.html", text).problems();
    let at = |line: usize| format!("template-error themes/harbour/templates/404.html:{line}");
    assert_eq!(
        places("<h1>\n{{ page.head.title | shout }}</h1>\n{% include \"nope.html\" %}"),
        [at(2), at(3)]
    );
    assert_eq!(places("{% extends \"nope.html\" %}"), [at(1)]);
    assert_eq!(places("{% include \"404.html\" %}"), [at(1)]);
}

#[test]
fn a_link_of_a_theme_that_leads_nowhere_is_found() {
    let outcome =
        themed().file("themes/harbour/templates/404.html", "{% extends \"default/404.html\" %}{% block main %}<h1>x</h1><a href=\"/gone/\">x</a>{% endblock main %}").build();
    assert_eq!(outcome.places(), ["broken-link themes/harbour/templates/404.html:1"]);
}

#[test]
fn a_file_that_a_theme_asks_for_on_every_page_is_missed_once() {
    let base = "{% extends \"default/base.html\" %}\n{% block scripts %}\n<link rel=\"icon\" href=\"{{ page.head.root }}favicon.ico\">\n{% endblock scripts %}\n";
    let outcome = themed().file("themes/harbour/templates/base.html", base).build();
    assert_eq!(outcome.places(), ["broken-link themes/harbour/templates/base.html:3"]);
    let message = &outcome.diagnostics[0].message;
    let (pages, rest) = message.split_once(" others link to ").unwrap();
    assert!(pages.starts_with("the page 404.html and "), "{message}");
    assert_eq!(rest, "favicon.ico, which does not exist");
}

fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path.to_str().unwrap(), end));
        } else if path.to_str().unwrap().ends_with(end) {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// The keys that code makes of the words of a closed list.
fn keys_of_choices() -> BTreeSet<String> {
    fn words<T: Choice>() -> impl Iterator<Item = &'static str> {
        T::CHOICES.iter().map(|(word, _)| *word)
    }
    let mut keys = BTreeSet::from([
        "status-none".to_owned(),
        "meeting-planned-past".to_owned(),
        "forum-kind-none".to_owned(),
    ]);
    let mut add = |word: String| {
        keys.insert(word);
    };
    let mut lists: Vec<String> = Vec::new();
    for year in ["missed", "empty", "open"] {
        add(format!("series-{year}"));
        add(format!("series-year-{year}"));
    }
    for mark in ["gap", "missed", "empty"] {
        add(format!("series-mark-{mark}"));
    }
    for aim in ["up", "down", "keep"] {
        add(format!("indicator-aim-{aim}"));
    }
    for mark in ["value", "baseline", "target", "path", "break"] {
        add(format!("indicator-mark-{mark}"));
    }
    for time in ["ahead", "passed", "plan-ended", "closed"] {
        add(format!("indicator-target-{time}"));
        add(format!("indicator-target-keep-{time}"));
    }
    for state in ["done", "done-late", "ahead", "overdue", "open", "not-reported"] {
        add(format!("milestone-{state}"));
    }
    for agreement in ["agrees", "less", "more", "no-claim"] {
        add(format!("agreement-{agreement}"));
    }
    for word in words::<Outlook>() {
        add(format!("outlook-{word}"));
        add(format!("outlook-{word}-on"));
        lists.push(format!("reported-{word}"));
    }
    words::<LinkClass>().for_each(|word| add(format!("see-{word}")));
    words::<Status>().for_each(|word| {
        add(format!("status-{word}"));
        add(format!("status-note-{word}"));
    });
    words::<Kind>().for_each(|word| {
        add(format!("kind-{word}"));
        add(format!("kind-{word}-long"));
    });
    words::<Degree>().for_each(|word| add(format!("degree-{word}")));
    words::<Outcome>().for_each(|word| add(format!("outcome-{word}")));
    words::<UpdateKind>().for_each(|word| add(format!("update-kind-{word}")));
    words::<MeetingState>().for_each(|word| add(format!("meeting-{word}")));
    words::<Confidence>().for_each(|word| add(format!("confidence-{word}")));
    words::<Scope>().filter(|word| *word != "direct").for_each(|word| add(format!("scope-{word}")));
    words::<Verdict>().for_each(|word| add(format!("verdict-{word}")));
    words::<ForumKind>().for_each(|word| add(format!("forum-kind-{word}")));
    words::<ForumBasis>().for_each(|word| add(format!("forum-basis-{word}")));
    words::<EvidenceClass>().for_each(|word| add(format!("evidence-{word}")));
    words::<Continuation>().for_each(|word| add(format!("continuation-{word}")));
    words::<Status>().for_each(|word| add(format!("progress-story-{word}")));
    let of_years =
        ["missed", "empty", "open", "year-missed", "year-empty", "year-open", "mark-missed", "mark-empty"];
    for name in ["title", "what", "held"].iter().chain(&of_years) {
        add(format!("series-{name}"));
        add(format!("occasions-{name}"));
    }
    for measure in [
        "completed",
        "held-in-time",
        "reported-in-time",
        "reported-in-last-year",
        "reported-in-last-year-of-plan",
        "started",
    ] {
        add(format!("measure-{measure}"));
    }
    lists.extend(
        [
            "overdue",
            "overdue-at-end",
            "late-milestones",
            "stale",
            "no-information",
            "with-information",
            "recent",
            "backwards",
            "slips",
            "missed",
        ]
        .map(str::to_owned),
    );
    for list in lists {
        ["", "-note", "-label", "-empty"].iter().for_each(|part| add(format!("progress-{list}{part}")));
    }
    keys
}

/// Every word that the templates and the code ask for is there, and none is left over.
#[test]
fn the_words_are_all_there_and_all_used() {
    let root = env!("CARGO_MANIFEST_DIR");
    let english = std::fs::read_to_string(format!("{root}/themes/default/messages/en.toml")).unwrap();
    let keys: BTreeSet<String> = english
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key.to_owned())
        .collect();
    let mut asked = keys_of_choices();
    for (path, text) in files(&format!("{root}/themes/default/templates"), ".html") {
        for rest in text.split("site.words.").skip(1) {
            let key: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let key = key.replace('_', "-");
            assert!(keys.contains(&key), "{path} asks for {key}");
            asked.insert(key);
        }
    }
    for column in
        [Table::Items, Table::Indicators].into_iter().flat_map(Column::of).filter(|it| !it.is_hidden())
    {
        asked.insert(column.heading());
        if let Column::Answer(field) = column {
            asked.insert(format!("reply-hint-{}", field.word()));
        }
    }
    asked.extend(keys.iter().filter(|key| key.starts_with("language-")).cloned());
    let missing: Vec<&String> = asked.difference(&keys).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
    for (_, text) in files(&format!("{root}/src/outputs"), ".rs")
        .into_iter()
        .chain(files(&format!("{root}/src/page"), ".rs"))
        .chain(files(&format!("{root}/src/issue_form"), ".rs"))
        .chain(files(&format!("{root}/src/render"), ".rs"))
        .chain(files(&format!("{root}/src/reporting_requests"), ".rs"))
        .chain(files(&format!("{root}/src/rounds"), ".rs"))
        .chain(files(&format!("{root}/src/period_report"), ".rs"))
        .chain(files(&format!("{root}/src/receive"), ".rs"))
        .chain(files(&format!("{root}/src/serve"), ".rs"))
        .chain(files(&format!("{root}/src/update_file"), ".rs"))
    {
        asked.extend(text.split('"').filter(|part| keys.contains(*part)).map(str::to_owned));
    }
    let unused: Vec<&String> =
        keys.difference(&asked).filter(|key| !asked.contains(key.trim_end_matches("-one"))).collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn a_row_and_a_menu_of_a_theme_are_on_every_page_that_shows_them() {
    let outcome = themed()
        .file(
            "themes/harbour/templates/partials/item-row.html",
            "<tr><td colspan=\"5\"><a href=\"{{ page.row.href }}\">No. {{ page.row.number }}</a></td></tr>\n",
        )
        .file(
            "themes/harbour/templates/partials/menu.html",
            "<p><a href=\"{{ page.root }}items/index.html\">Everything</a></p>\n",
        )
        .build();
    for (path, root) in [
        ("items/index.html", "../"),
        ("areas/1/index.html", "../../"),
        ("status/not-reported/index.html", "../../"),
    ] {
        let page = outcome.page(path);
        assert!(
            page.contains(&format!("<a href=\"{root}items/1.1/index.html\">No. 1.1</a>")),
            "{path}: {page}"
        );
        assert!(page.contains(&format!("<a href=\"{root}items/index.html\">Everything</a>")), "{path}");
    }
}

#[test]
fn a_mistake_in_a_row_is_told_once_and_at_its_line() {
    let outcome = themed()
        .file("themes/harbour/templates/partials/item-row.html", "<tr>\n{{ page.row.titel }}</tr>")
        .build();
    assert_eq!(outcome.places(), ["template-error themes/harbour/templates/partials/item-row.html:2"]);
}

#[test]
fn a_theme_of_version_1_is_told_what_to_change() {
    let outcome = themed().file("themes/harbour/theme.toml", "api = 1\n").build();
    assert_eq!(outcome.places(), ["theme-file themes/harbour/theme.toml:1"]);
    let help = format!("{:?}", outcome.diagnostics);
    assert!(help.contains("From version 1 to 2"), "{help}");
    let docs = include_str!("../../docs/themes.md");
    assert!(docs.contains("### From version 1 to 2\n"));
}

#[test]
fn the_menu_of_very_many_areas_has_those_around_the_page() {
    let book = (2..=80).fold(Book::new(), |book, n| {
        book.file(
            &format!("content/areas/{n:02}-pier/area.md"),
            format!("---\nnumber: {n}\ntitle: Pier {n}\n---\n"),
        )
    });
    let outcome = book.build();
    let menu = |path: &str| {
        let page = outcome.page(path);
        let menu = page.split("<details class=\"fold side-menu\">").nth(1).unwrap().to_owned();
        menu.split("</details>").next().unwrap().to_owned()
    };
    let middle = menu("areas/40/index.html");
    assert!(middle.contains("Pier 20<") && middle.contains("Pier 60<"), "{middle}");
    assert!(!middle.contains("Pier 19<") && !middle.contains("Pier 61<"), "{middle}");
    assert!(middle.contains("<a class=\"more\" href=\"../../areas/index.html\">All areas</a>"), "{middle}");
}
