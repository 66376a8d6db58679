//! A theme is proven: every template is rendered, every page looked at, every colour measured. Each proof can fail.

use std::path::Path;

use planbook::diag::Diagnostic;
use planbook::scaffold;

use crate::book::{Book, Outcome, words};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A small book with a theme that changes nothing.
fn themed() -> Book {
    Book::new()
        .file("book.toml", "[book]\ntitle = \"Harbour plan\"\n[site]\ntheme = \"harbour\"\n")
        .file("themes/harbour/theme.toml", "api = 2\n")
}

/// Puts this at the head of the main part of a template.
fn replace(book: Book, template: &str, main: &str) -> Book {
    let text = format!(
        "{{% extends \"default/{template}\" %}}\n{{% block main %}}\n{main}\n{{{{ super() }}}}\n{{% endblock main %}}\n"
    );
    book.file(&format!("themes/harbour/templates/{template}"), text)
}

fn with_main(template: &str, main: &str) -> Book {
    replace(themed(), template, main)
}

/// The same with a sheet of its own.
fn with_sheet(css: &str) -> Book {
    themed().file("themes/harbour/style/harbour.css", css)
}

fn messages(outcome: &Outcome) -> Vec<&str> {
    outcome.diagnostics.iter().map(|problem| problem.message.as_str()).collect()
}

#[track_caller]
fn only(outcome: &Outcome) -> &Diagnostic {
    assert_eq!(outcome.diagnostics.len(), 1, "{:?}", messages(outcome));
    &outcome.diagnostics[0]
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(rest, bytes)| (format!("{name}/{rest}"), bytes)));
        } else {
            found.push((name, std::fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn the_built_in_theme_is_right_and_all_of_it_is_rendered() {
    let report = Book::new().theme_report(None);
    assert_eq!(report.diagnostics, []);
    assert_eq!(report.valid, report.pages);
    let templates = files(&Path::new(ROOT).join("themes/default/templates"));
    // `base.html` makes no page of its own.
    assert_eq!(report.templates, templates.iter().filter(|(name, _)| !name.contains('/')).count() - 1);
    assert!(report.measured.iter().all(|measured| measured.ratios.iter().all(Option::is_some)));
}

#[test]
fn every_token_of_a_colour_is_measured_or_said_to_decorate() {
    let report = Book::new().theme_report(None);
    let tokens = std::fs::read_to_string(format!("{ROOT}/themes/default/style/10-tokens.css")).unwrap();
    let colours = tokens.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    for (token, _) in colours.filter(|(token, _)| !["rule", "not-stated"].contains(token)) {
        let measured =
            |m: &planbook::theme_check::contrast::Measured| m.pair.front == token || m.pair.back == token;
        assert!(report.measured.iter().any(measured), "{token} is in no pair of themes/default/theme.toml");
    }
}

#[test]
fn a_new_theme_is_right_at_once() {
    for base in planbook::render::built_in_theme_names() {
        let new = scaffold::theme("harbour", base);
        let add =
            |book: Book, (path, text): &(String, String)| book.file(&format!("themes/harbour/{path}"), text);
        let book = new.iter().fold(themed(), add);
        assert_eq!(book.check_theme().places(), Vec::<String>::new(), "{base}");
        let built = book.build();
        assert_eq!(built.places(), Vec::<String>::new(), "{base}");
        let style = String::from_utf8_lossy(&built.files["assets/style.css"]).into_owned();
        assert!(style.contains("/* Harbour: "), "{base}");
        // It stands over the theme that was asked for.
        for (name, sign) in [("city", "/* City: "), ("dense", "/* Dense: ")] {
            assert_eq!(style.contains(sign), base == name, "{base}");
        }
    }
}

/// The theme in `tests/themes/harbour` over the plan that has everything.
fn harbour() -> Book {
    let root = Path::new(ROOT).join("tests");
    let settings = std::fs::read_to_string(root.join("everything/book.toml")).unwrap();
    let book = Book::load(&root.join("everything"))
        .file("book.toml", settings.replace("[site]\n", "[site]\ntheme = \"harbour\"\n"));
    files(&root.join("themes/harbour"))
        .into_iter()
        .fold(book, |book, (path, bytes)| book.file(&format!("themes/harbour/{path}"), bytes))
}

#[test]
fn a_theme_that_uses_every_seam_is_seen_on_the_site() {
    let site = harbour().build();
    let not_found = site.page("404.html");
    // A template that extends the one it replaces, a word, a partial, and a file.
    assert!(words(&not_found).contains("No such berth"), "{not_found}");
    assert!(not_found.contains("<section class=\"harbour-contact\">"), "{not_found}");
    assert!(not_found.contains("src=\"/plan/assets/logo.svg\""), "{not_found}");
    assert!(site.files["assets/logo.svg"].starts_with(b"<svg"));
    // What is not replaced is as it is built in, with the theme's words.
    let item = site.page("items/1.2/index.html");
    assert!(words(&item).contains("To starboard") && item.contains("<main id=\"page_content\""), "{item}");
    let style = String::from_utf8(site.files["assets/style.css"].clone()).unwrap();
    let last = style.rfind("--accent:").unwrap();
    assert!(style[last..].starts_with("--accent: #7fd0de") && style.contains("@media print"));
}

#[test]
fn a_theme_that_uses_every_seam_is_proven() {
    let report = harbour().theme_report(None);
    assert_eq!(report.diagnostics, []);
    let own = report.measured.iter().filter(|measured| measured.pair.back == "band");
    assert!(own.flat_map(|measured| measured.ratios).all(|ratio| ratio.unwrap() > 3.0));
}

#[test]
fn a_problem_of_many_pages_is_told_once() {
    let outcome = with_main("item.html", "<p>x</p>\n<img src=\"x.png\">").check_theme();
    let problem = only(&outcome);
    assert_eq!(outcome.places(), ["inaccessible-page themes/harbour/templates/item.html:4"]);
    assert!(problem.message.starts_with("an `<img>` has no `alt` (on "), "{}", problem.message);
    assert!(problem.message.contains("/1.1/index.html, line "), "{}", problem.message);
    assert!(problem.message.ends_with("; written by item.html)"), "{}", problem.message);
}

#[test]
fn two_problems_of_one_kind_are_both_told() {
    let main = "<p>x</p>\n<img src=\"x.png\">\n<p>y</p>\n<p><img src=\"y.png\"></p>";
    assert_eq!(
        with_main("404.html", main).check_theme().places(),
        [
            "inaccessible-page themes/harbour/templates/404.html:4",
            "inaccessible-page themes/harbour/templates/404.html:6"
        ]
    );
}

#[test]
fn a_problem_of_a_partial_is_told_once_for_all_templates() {
    let include = "{% include \"partials/x.html\" %}";
    let both = replace(with_main("item.html", include), "area.html", include)
        .file("themes/harbour/templates/partials/x.html", "<p>\n<button></button></p>\n");
    assert_eq!(both.check_theme().places(), ["inaccessible-page themes/harbour/templates/partials/x.html:2"]);
}

#[test]
fn templates_are_rendered_with_what_a_book_has_and_lacks() {
    let places = |template: &str, main: &str| with_main(template, main).check_theme().places();
    let at = |code: &str, template: &str| [format!("{code} themes/harbour/templates/{template}:3")];
    // Only the specimen has other editions, only the internal site a banner, only the empty book no plan.
    assert_eq!(places("edition.html", "{{ page.titel }}"), at("template-error", "edition.html"));
    assert_eq!(
        places("home.html", "{% if site.internal %}<a href=\"x\"></a>{% endif %}"),
        at("inaccessible-page", "home.html")
    );
    assert_eq!(places("home.html", "{{ site.plan.title }}"), at("template-error", "home.html"));
    assert_eq!(places("card.svg", "x"), ["template-error themes/harbour/templates/card.svg:2"]);
}

#[test]
fn a_template_that_makes_no_page_is_told() {
    let alone = themed().file("themes/harbour/templates/partials/x.html", "").check_theme();
    assert_eq!(alone.places(), ["unused-template themes/harbour/templates/partials/x.html:1"]);
    // One that replaces a built-in partial is used by the built-in templates.
    let event =
        std::fs::read_to_string(format!("{ROOT}/themes/default/templates/partials/event.html")).unwrap();
    let replaced = themed().file("themes/harbour/templates/partials/event.html", event).check_theme();
    assert_eq!(replaced.places(), Vec::<String>::new());
    // So is one that planbook asks for itself.
    let copied = files(&Path::new(ROOT).join("themes/default/templates/partials")).into_iter();
    let copied = copied.fold(themed(), |book, (name, bytes)| {
        book.file(&format!("themes/harbour/templates/partials/{name}"), bytes)
    });
    assert_eq!(copied.check_theme().places(), Vec::<String>::new());
    // A mistake in a template is told, and not that it made no page.
    let broken = with_main("404.html", "{{ page.titel }}").check_theme();
    assert_eq!(broken.places(), ["template-error themes/harbour/templates/404.html:3"]);
}

#[test]
fn the_records_of_the_book_have_no_part_in_it() {
    let book = themed().file("content/agencies/ar-trade.md", "---\nnope: 1\n---\n");
    assert_eq!(book.problems().len(), 2);
    assert_eq!(book.check_theme().places(), Vec::<String>::new());
}

#[test]
fn problems_of_the_files_of_a_theme_keep_their_place() {
    assert_eq!(
        themed().file("themes/harbour/templates/404.html", b"<p>\n\xff").check_theme().places(),
        ["not-utf8 themes/harbour/templates/404.html:1"]
    );
    assert_eq!(
        themed()
            .file("book.toml", "[book]\ntitle = \"x\"\n[site]\ntheme = \"harbor\"\n")
            .check_theme()
            .places(),
        ["unknown-theme book.toml:4"]
    );
    let named = themed().theme_report(Some("harbor"));
    let codes: Vec<&str> = named.diagnostics.iter().map(|problem| problem.code.name).collect();
    assert_eq!((codes, named.pages), (vec!["unknown-theme"], 0));
}

#[test]
fn a_book_may_weigh_a_warning() {
    let book = |severity: &str| {
        let settings = format!(
            "[book]\ntitle = \"x\"\n[site]\ntheme = \"harbour\"\n[check]\nunused-template = \"{severity}\"\n"
        );
        themed()
            .file("book.toml", settings)
            .file("themes/harbour/templates/partials/x.html", "")
            .check_theme()
    };
    assert!(Diagnostic::any_error(&book("error").diagnostics));
    assert_eq!(book("off").places(), Vec::<String>::new());
}

#[test]
fn a_colour_is_measured_on_each_kind_of_screen() {
    let dark = with_sheet("@media screen and (prefers-color-scheme: dark) {\n  :root { --muted: #555; }\n}")
        .check_theme();
    assert_eq!(
        messages(&dark),
        [
            // Readers who ask for more contrast get it: what the built-in theme has for them weighs more.
            "`--muted` on `--paper` has a contrast of 2.43, and text needs 4.5 (dark)",
            "`--muted` on `--tint` has a contrast of 2.20, and text needs 4.5 (dark)",
        ]
    );
    assert!(dark.places().iter().all(|place| place == "low-contrast themes/harbour/style/harbour.css:2"));
}

#[test]
fn a_colour_behind_others_is_found_where_it_is_set() {
    let outcome = with_sheet(":root {\n  --tint: var(--band);\n  --band: #777;\n}").check_theme();
    assert!(outcome.diagnostics.len() > 5);
    assert!(outcome.places().iter().all(|place| place == "low-contrast themes/harbour/style/harbour.css:2"));
}

#[test]
fn a_shape_needs_less_than_text() {
    let light = "@media (prefers-color-scheme: light) {\n  :root { --focus: #949494; }\n}";
    assert_eq!(
        messages(&with_sheet(light).check_theme()),
        ["`--focus` on `--tint` has a contrast of 2.80, and shapes and lines need 3.0 (light)"]
    );
}

#[test]
fn a_look_of_its_own_is_measured_by_its_own_pairs() {
    let own = |css: &str| {
        themed()
            .file("themes/harbour/static/style.css", css)
            .file("themes/harbour/theme.toml", "api = 2\n[contrast]\ntext = [\"a on b\"]\n")
    };
    let report = own(":root { --a: #000; --b: #fff; }").theme_report(None);
    assert_eq!((report.diagnostics.len(), report.measured.len()), (0, 1));
    assert_eq!(
        own(":root { --a: #000; }").check_theme().places(),
        ["unknown-token themes/harbour/theme.toml:3"]
    );
}

#[test]
fn a_token_that_a_replaced_sheet_forgot_is_told() {
    let tokens = std::fs::read_to_string(format!("{ROOT}/themes/default/style/10-tokens.css")).unwrap();
    let tokens = tokens.replace("--plain:", "--plane:");
    let outcome = themed().file("themes/harbour/style/10-tokens.css", tokens).check_theme();
    assert_eq!(messages(&outcome), ["no style sheet sets the token `--plain` for every screen"]);
    assert_eq!(outcome.places(), ["unknown-token"]);
}

#[test]
fn pairs_are_read_with_the_theme() {
    let places = |pairs: &str| {
        themed().file("themes/harbour/theme.toml", format!("api = 2\n[contrast]\n{pairs}\n")).problems()
    };
    assert_eq!(places("text = [\"ink on paper\"]\nshapes = [\"focus on paper\"]"), Vec::<String>::new());
    for pair in ["ink", "ink on", "ink on the paper", "--ink on paper", "ink on "] {
        let expected = ["unknown-value themes/harbour/theme.toml:4"];
        assert_eq!(places(&format!("text = [\"ink on paper\",\n  \"{pair}\"]")), expected, "{pair}");
    }
    assert_eq!(places("texts = []"), ["unknown-key themes/harbour/theme.toml:3"]);
    assert_eq!(places("text = [{}]"), ["wrong-type themes/harbour/theme.toml:3"]);
}

#[test]
fn a_problem_of_a_built_in_template_has_no_place_and_names_it() {
    // A word that is empty leaves the navigation without its name.
    let outcome = themed().file("themes/harbour/messages/en.toml", "site-navigation = \"\"\n").check_theme();
    assert_eq!(outcome.diagnostics.len(), 2, "the empty word, and what comes of it");
    let problem = outcome.diagnostics.iter().find(|problem| problem.span.is_none()).unwrap();
    assert!(problem.message.starts_with("one of several `<nav>` has no label (on "), "{}", problem.message);
    assert!(problem.message.contains(" of default/base.html)"), "{}", problem.message);
}

#[test]
fn a_theme_extends_the_templates_of_the_one_below_under_its_name() {
    for (base, template) in
        [("city", "base"), ("city", "404"), ("dense", "base"), ("dense", "item"), ("default", "item")]
    {
        let text = format!(
            "{{% extends \"{base}/{template}.html\" %}}\n{{% block foot %}}{{{{ super() }}}}{{% endblock foot %}}\n"
        );
        let book = themed()
            .file("themes/harbour/theme.toml", format!("api = 2\nbase = \"{base}\"\n"))
            .file(&format!("themes/harbour/templates/{template}.html"), text);
        assert_eq!(book.check_theme().places(), Vec::<String>::new(), "{base}/{template}");
        let page = book.build().page("404.html");
        assert_eq!(page.contains("theme-color"), base == "city", "{base}/{template}");
    }
    let wrong =
        themed().file("themes/harbour/templates/404.html", "{% extends \"city/404.html\" %}\n").check_theme();
    let help = only(&wrong).help.as_deref().unwrap();
    assert!(help.starts_with("extend `default/404.html`"), "{help}");
}

#[test]
fn slips_in_a_style_sheet_are_told() {
    let place = "themes/harbour/style/harbour.css";
    let open = with_sheet(":root {\n  --accent: #123456;\n\n.banner { font-weight: 400; }\n").check_theme();
    assert!(open.places().contains(&format!("broken-style {place}:1")), "{:?}", open.places());
    let closed = with_sheet(".banner { font-weight: 400; } }\n").check_theme();
    assert_eq!(messages(&closed), ["this `}` closes nothing"]);
    for (css, line, message, meant) in [
        (":root {\n  --acent: #123456;\n}", 2, "no style sheet uses the token `--acent`", "accent"),
        (".banner { color: var(--muetd); }", 1, "no style sheet sets the token `--muetd`", "muted"),
    ] {
        let outcome = with_sheet(css).check_theme();
        assert_eq!(outcome.places(), [format!("unknown-token {place}:{line}")], "{css}");
        let problem = only(&outcome);
        assert_eq!((problem.message.as_str(), problem.suggestion.as_deref()), (message, Some(meant)));
    }
    for css in [
        ":root { --seal: #123456; } .banner { color: var(--seal); }",
        ":root { --acent: #123456; } .banner { border-color: var(--acent); }",
        ".banner { width: var(--from-a-script); height: var(--muetd, 1px); }",
        "/* --acent: { */ .banner::after { content: \"}\"; }",
        "@property --inks { syntax: \"<color>\"; inherits: true; initial-value: #000; } .banner { color: var(--inks); }",
        // A palette of which not all is used yet.
        ":root { --accent-2: #123456; --paper-2: #fff; --ink2: #000; --s0: 0; --measure-2: 40em; --link: #00f; }",
        "@container style(--acent: 1) { .banner { color: red; } } :root { --acent: 1; }",
        ".banner::after { content: \"a\\\n}\"; } .before\\:content-\\[\\'\\'\\]:before { color: red; }",
        ".banner { background: url(it's{.png); }",
    ] {
        assert_eq!(with_sheet(css).check_theme().places(), Vec::<String>::new(), "{css}");
    }
}

#[test]
fn a_token_is_known_to_all_files_of_a_theme() {
    let sets = ":root { --acent: #123456; }";
    let warned = with_sheet(sets).check_theme();
    assert_eq!(only(&warned).severity, planbook::diag::Severity::Warning);
    assert!(!only(&warned).certain);
    let reads = ".banner { color: var(--acent); }";
    let script = "document.body.style.setProperty(\"--acent\", \"#123456\");\n";
    for (sheet, path, text) in [
        (sets, "embed/card.css", reads),
        (sets, "static/print.css", reads),
        (sets, "static/band.js", "getComputedStyle(document.body).getPropertyValue('--acent');\n"),
        (reads, "static/print.css", sets),
        (reads, "static/band.js", script),
    ] {
        let outcome = with_sheet(sheet).file(&format!("themes/harbour/{path}"), text).check_theme();
        assert_eq!(outcome.places(), Vec::<String>::new(), "{path}: {text}");
    }
    // What another file misspells too is not set by that.
    let twice = with_sheet(reads).file("themes/harbour/static/print.css", reads).check_theme();
    assert_eq!(only(&twice).message, "no style sheet sets the token `--acent`");
}

#[test]
fn data_in_a_page_is_no_script() {
    let data = "<script type=\"text/plain\" data-category=\"analytics\" data-src=\"x.js\"></script><script type=\"text/template\"><p>x</p></script>";
    assert_eq!(with_main("404.html", data).check_theme().places(), Vec::<String>::new());
    let script = with_main("404.html", "<script type=\"module\">x()</script>").check_theme();
    assert_eq!(only(&script).code.name, "inline-code");
}
