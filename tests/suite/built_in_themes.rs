//! The themes that come with the program: each is right, small, and a base for the theme of a book.

use std::path::Path;

use planbook::config;
use planbook::diag::Diagnostic;
use planbook::render::{Origin, sources, themes};
use planbook::theme_check::contrast::{Measured, measure};

use crate::book::{Book, words};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BUILT_IN: [&str; 3] = ["default", "city", "dense"];

fn book(theme: &str, languages: &str) -> Book {
    Book::new().file(
        "book.toml",
        format!("[book]\ntitle = \"Harbour plan\"\nlanguages = {languages}\n[site]\ntheme = \"{theme}\"\n"),
    )
}

/// A book with a theme of its own, which says this of itself.
fn own(about: &str) -> Book {
    book("harbour", "[\"en\"]").file("themes/harbour/theme.toml", format!("api = 2\n{about}"))
}

fn style(book: &Book) -> String {
    String::from_utf8(book.build().files["assets/style.css"].clone()).unwrap()
}

fn sheet(theme: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/themes/{theme}/style/97-{theme}.css")).unwrap()
}

#[test]
fn each_is_right_in_light_and_dark_and_in_both_languages() {
    // The default one has a test of its own.
    for theme in &BUILT_IN[1..] {
        let report = book(theme, "[\"en\", \"ja\"]").theme_report(None);
        assert_eq!(report.diagnostics, [], "{theme}");
        assert!(report.pages > 100 && report.valid == report.pages, "{theme}");
        assert!(report.measured.iter().all(|measured| measured.ratios.iter().all(Option::is_some)));
    }
}

/// The contrast of each pair of colours, and what is too low.
fn measured(book: &Book, theme: &str) -> (Vec<Measured>, Vec<Diagnostic>) {
    measure(&sources(&book.tree().0, theme))
}

#[test]
fn each_is_small_and_measures_the_colours_that_it_adds() {
    for theme in &BUILT_IN[1..] {
        let folder = Path::new(ROOT).join("themes").join(theme);
        let names = |name: &str| -> Vec<String> {
            let entries = std::fs::read_dir(folder.join(name)).into_iter().flatten();
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
        };
        assert_eq!(names("style"), [format!("97-{theme}.css")]);
        assert!(names("templates").len() <= 2 && names("static").is_empty(), "{theme}");
        let (pairs, _) = measured(&book(theme, "[\"en\"]"), theme);
        let own = sheet(theme);
        let colours =
            own.lines().filter_map(|line| line.trim().trim_start_matches(":root { ").strip_prefix("--"));
        let colours = colours.filter_map(|line| line.split_once(": #")).map(|(token, _)| token);
        let mut count = 0;
        for token in colours.filter(|token| !["rule", "not-stated"].contains(token)) {
            let has = |m: &Measured| m.pair.front == token || m.pair.back == token;
            assert!(pairs.iter().any(has), "{token} is in no pair of themes/{theme}/theme.toml");
            count += 1;
        }
        assert!(count > 0, "{theme}");
    }
}

#[test]
fn a_book_needs_only_the_name() {
    let built_in = style(&Book::new());
    for theme in &BUILT_IN[1..] {
        let book = book(theme, "[\"en\"]");
        assert_eq!(book.problems(), Vec::<String>::new());
        assert_eq!(style(&book), format!("{built_in}\n{}", sheet(theme)));
    }
    // The colour of a phone's browser is that of the band.
    let page = book("city", "[\"en\"]").page("index.html");
    let colour =
        page.split("<meta name=\"theme-color\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(sheet("city").contains(&format!("--band: {colour};")), "{colour}");
}

#[test]
fn what_readers_ask_for_holds_over_the_colours_of_every_theme() {
    let low = "themes/harbour/style/harbour.css";
    let bad =
        own("base = \"city\"\n").file(low, ":root { --muted: #ccc; --accent: #bbb; --accent-hover: #000 }");
    let built_in = BUILT_IN.iter().map(|theme| (*theme, book(theme, "[\"en\"]")));
    for (theme, book) in built_in.chain([("harbour", bad)]) {
        let (pairs, _) = measured(&book, theme);
        let ratio = |pair: &str, scheme: usize| {
            let of = |m: &&Measured| format!("{} on {}", m.pair.front, m.pair.back) == pair;
            pairs.iter().find(of).unwrap().ratios[scheme].unwrap()
        };
        assert_eq!(ratio("muted on paper", 2), ratio("ink on paper", 2), "{theme}");
        assert_eq!(ratio("accent on paper", 2), ratio("accent-hover on paper", 2), "{theme}");
        let style = style(&book);
        let print = style.split("@media print {").find(|part| part.contains("color-scheme: light;")).unwrap();
        assert!(print.trim_start().contains(":root:root {"), "{theme}");
    }
}

#[test]
fn a_folder_of_its_name_changes_a_built_in_theme() {
    let book = book("city", "[\"en\"]")
        .file("themes/city/style/harbour.css", ":root { --sun: #ffd000 }")
        .file("themes/city/messages/en.toml", "home = \"Harbour\"\n");
    assert_eq!(book.problems(), Vec::<String>::new());
    assert!(style(&book).ends_with(&format!("{}\n:root {{ --sun: #ffd000 }}", sheet("city"))));
    assert!(words(&book.page("items/1.1/index.html")).contains("Harbour"));
    let without = book.file("themes/city/style/97-city.css", "");
    assert!(!style(&without).contains("--band: #"));
}

#[test]
fn a_theme_of_a_book_is_put_over_the_one_that_it_names() {
    let book = own("base = \"city\"\n").file("themes/harbour/style/harbour.css", ":root { --sun: #ffd000 }");
    assert_eq!(book.problems(), Vec::<String>::new());
    assert!(style(&book).ends_with(&format!("{}\n:root {{ --sun: #ffd000 }}", sheet("city"))));
    assert!(book.page("index.html").contains("theme-color"));
    let template = "themes/harbour/templates/base.html";
    let extends = |of: &str| {
        format!("{{% extends \"{of}/base.html\" %}}{{% block foot %}}<p>Own foot</p>{{% endblock foot %}}")
    };
    let over_city = book.file(template, extends("city"));
    assert_eq!(measured(&over_city, "harbour").1, []);
    let low = over_city.clone().file("themes/harbour/style/harbour.css", ":root { --on-band: #555 }");
    assert!(measured(&low, "harbour").1.len() > 1, "the pairs of the base count too");
    let page = over_city.page("index.html");
    assert!(page.contains("theme-color") && page.contains("Own foot"));
    let page = over_city.clone().file(template, extends("default")).page("index.html");
    assert!(!page.contains("theme-color") && page.contains("Own foot"));
    assert_eq!(
        over_city.file(template, extends("dense")).problems(),
        [format!("template-error {template}:1")]
    );
    // The name that it says counts more than that of its folder.
    let swapped = book_of_city().file("themes/city/theme.toml", "api = 2\nbase = \"dense\"\n");
    assert!(style(&swapped).contains("--stripe") && !style(&swapped).contains("--sun"));
}

fn book_of_city() -> Book {
    book("city", "[\"en\"]")
}

#[test]
fn a_base_that_does_not_exist_is_reported_at_its_place() {
    let outcome = own("base = \"citi\"\n").build();
    assert_eq!(outcome.places(), ["unknown-theme themes/harbour/theme.toml:2"]);
    assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("city"));
    // That of another folder of the book is none either.
    let other = own("base = \"docks\"\n").file("themes/docks/theme.toml", "api = 2\n");
    assert_eq!(other.problems(), ["unknown-theme themes/harbour/theme.toml:2"]);
    assert_eq!(own("base = [\"city\"]\n").problems(), ["wrong-type themes/harbour/theme.toml:2"]);
    let outcome = book("dens", "[\"en\"]").build();
    assert_eq!(outcome.places(), ["unknown-theme book.toml:5"]);
    assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("dense"));
    let named = own("").file("book.toml", "[book]\ntitle = \"x\"\n[site]\ntheme = \"harbor\"\n").build();
    assert_eq!(named.diagnostics[0].suggestion.as_deref(), Some("harbour"));
}

#[test]
fn all_themes_are_listed_with_where_they_come_from() {
    let book = own("base = \"dense\"\ndescription = \"Teal\"\n")
        .file("themes/dense/style/a.css", "")
        .file("themes/README.md", "x")
        .file("themes/docks/theme.toml", "api = 2\nname = \"Docks\"\n");
    let (tree, _) = book.tree();
    let listed = themes(&tree, &config::read(&tree).0);
    let lines = listed.iter().map(|theme| {
        let about = theme.description.as_deref().unwrap_or("-");
        let about = if theme.from == Origin::Book { about } else { "" };
        (theme.name.as_str(), theme.from, theme.base, theme.used, about)
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            ("default", Origin::Planbook, None, false, ""),
            ("city", Origin::Planbook, Some("default"), false, ""),
            ("dense", Origin::Both, Some("default"), false, ""),
            ("docks", Origin::Book, Some("default"), false, "-"),
            ("harbour", Origin::Book, Some("dense"), true, "Teal"),
        ]
    );
    assert_eq!(listed[3].title.as_deref(), Some("Docks"));
    assert!(listed[..3].iter().all(|theme| theme.title.is_some() && theme.description.is_some()));
}

#[test]
fn a_theme_that_cannot_be_used_is_listed_with_the_reason() {
    let book = book("default", "[\"en\"]")
        .file("themes/a/theme.toml", "api = 2\ndescription = \"\"\"Blue\nand wide\"\"\"\n")
        .file("themes/b/style/10-b.css", "a { color: red }\n")
        .file("themes/c/theme.toml", "api = [\n")
        .file("themes/d/theme.toml", "api = 3\n")
        .file("themes/e/theme.toml", "api = 2\nbase = \"dens\"\n")
        .file("themes/f/theme.toml", "api = 2\nbase = \"dense\"\n")
        .file("themes/f/templates/item.html", "{% if %}")
        .file("themes/city/theme.toml", "api = 2\nbase = \"x\"\n");
    let (tree, _) = book.tree();
    let listed = themes(&tree, &config::read(&tree).0);
    let said: Vec<(&str, bool, Option<&str>)> =
        listed.iter().map(|theme| (theme.name.as_str(), theme.problem.is_none(), theme.base)).collect();
    assert_eq!(
        said,
        [
            ("default", true, None),
            ("city", false, None),
            ("dense", true, Some("default")),
            ("a", true, Some("default")),
            ("b", false, None),
            ("c", false, None),
            ("d", false, None),
            ("e", false, None),
            ("f", false, Some("dense")),
        ]
    );
    let folder = tempfile::tempdir().unwrap();
    for (_, file) in tree.files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.content.bytes()).unwrap();
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(["theme", "list", "--root"])
        .arg(folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |name: &str| text.lines().find(|line| line[2..].starts_with(name)).unwrap().to_owned();
    assert!(line("a ").ends_with("Blue and wide"), "{text}");
    assert!(
        line("d ").ends_with("cannot be used: the theme was written for version 3 of the template context")
    );
    assert!(line("e ").contains("cannot be used: `dens` is not a theme"), "{text}");
    assert_eq!(text.matches("cannot be used: ").count(), 6, "{text}");
    assert_eq!(text.lines().count(), listed.len() + 2, "{text}");
}
