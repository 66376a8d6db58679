//! A book's own theme overlays the built-in one file by file, and its mistakes are reported at their place.

use std::collections::BTreeSet;

use crate::book::{Book, words};

fn themed() -> Book {
    Book::new()
        .file("book.toml", "[book]\ntitle = \"Harbour plan\"\n[site]\ntheme = \"harbour\"\n")
        .file("themes/harbour/theme.toml", "api = 1\n")
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
fn a_field_that_does_not_exist_is_reported_at_its_line() {
    let outcome = themed().file("themes/harbour/templates/404.html", "<h1>\n{{ page.titel }}</h1>").build();
    assert_eq!(outcome.places(), ["template-error themes/harbour/templates/404.html:2"]);
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
fn a_link_of_a_theme_that_leads_nowhere_is_found() {
    let outcome =
        themed().file("themes/harbour/templates/404.html", "<h1>x</h1><a href=\"/gone/\">x</a>").build();
    assert_eq!(outcome.places(), ["broken-link"]);
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
    let mut asked = BTreeSet::new();
    for entry in std::fs::read_dir(format!("{root}/themes/default/templates")).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for rest in text.split("site.words.").skip(1) {
            let key: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let key = key.replace('_', "-");
            assert!(keys.contains(&key), "{} asks for {key}", path.display());
            asked.insert(key);
        }
    }
    assert!(asked.len() > 50, "only {} words were seen in templates", asked.len());
}
