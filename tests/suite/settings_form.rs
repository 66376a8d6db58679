//! How settings are written: what is wrong with a line is said once, at its place, with what was meant.

use planbook::diag::{Diagnostic, Severity};

use crate::book::Book;

const BOOK: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n";
const PAGE: &str = "---\ntitle: Imprint\n---\nWho publishes this.\n";

fn with(settings: &str) -> Book {
    Book::new().file("book.toml", [BOOK, settings].concat()).file("content/pages/imprint.md", PAGE)
}

/// Errors, without warnings of the page that nothing leads to.
fn errors(settings: &str) -> Vec<Diagnostic> {
    let mut found = with(settings).checked();
    found.retain(|problem| problem.severity == Severity::Error);
    found
}

/// What of the settings the one error marks, and the error.
#[track_caller]
fn one(settings: &str) -> (String, Diagnostic) {
    let mut found = errors(settings);
    assert_eq!(found.len(), 1, "{settings}: {found:?}");
    let problem = found.remove(0);
    let marked = [BOOK, settings].concat()[problem.span.unwrap().range()].to_owned();
    (marked, problem)
}

#[test]
fn a_list_without_an_end_is_one_mistake() {
    for (settings, marked, message, right) in [
        (
            "[nav]\nhide = [\"areas\",\n\n[site]\nbanner=\"a\"\n",
            "[\"areas\",",
            "the `[` of `hide` is not closed",
            "[\"areas\"]",
        ),
        (
            "[nav]\nhide = [\"areas\"\n[site]\nbanner=\"a\"\n",
            "[\"areas\"",
            "the `[` of `hide` is not closed",
            "[\"areas\"]",
        ),
        (
            "[nav]\nhide = [\"areas\"\norder = [\"items\"]\n",
            "[\"areas\"",
            "the `[` of `hide` is not closed",
            "[\"areas\"]",
        ),
        (
            "[nav]\nhide = [\n  \"areas\",\n",
            "[\n  \"areas\",",
            "the `[` of `hide` is not closed",
            "[\n  \"areas\"]",
        ),
        (
            "[site]\nlogo = {file = \"a.svg\", alt = \"x\"\nbanner = \"b\"\n",
            "{file = \"a.svg\", alt = \"x\"",
            "the `{` of `logo` is not closed",
            "{file = \"a.svg\", alt = \"x\"}",
        ),
        (
            "[footer]\nlinks = [{title = \"x\", page = \"imprint\"]\n[nav]\n",
            "{title = \"x\", page = \"imprint\"",
            "the `{` of `links` is not closed",
            "{title = \"x\", page = \"imprint\"}",
        ),
    ] {
        let mut found = errors(settings);
        found.retain(|problem| !problem.message.contains("a.svg"));
        assert_eq!(found.len(), 1, "{settings}: {found:?}");
        assert_eq!(found[0].message, message, "{settings}");
        assert_eq!(&[BOOK, settings].concat()[found[0].span.unwrap().range()], marked, "{settings}");
        assert_eq!(found[0].suggestion.as_deref(), Some(right), "{settings}");
        // What is suggested can be read.
        let corrected = settings.replacen(marked, right, 1);
        assert!(errors(&corrected).iter().all(|problem| problem.code.name != "bad-config"), "{corrected}");
    }
}

#[test]
fn what_follows_a_list_without_an_end_keeps_its_place() {
    let settings = "[nav]\nhide = [\"areas\",\n\n[site]\nbanner = “a”\n\n[footer]\ntext = \"x\"\nlinks = [\"y\"\n[data]\nsplit-above = 1\n";
    let found = errors(settings);
    let text = [BOOK, settings].concat();
    let marked: Vec<&str> = found.iter().map(|problem| &text[problem.span.unwrap().range()]).collect();
    assert_eq!(marked, ["[\"areas\",", "“a”", "[\"y\""], "{found:?}");
    for problem in &found {
        let written = problem.span.map(|span| &text[span.range()]);
        assert_ne!(problem.suggestion.as_deref(), written, "a suggestion changes something");
    }
}

#[test]
fn a_text_is_in_quotation_marks() {
    for (settings, marked) in [
        ("[site]\nbanner = true\n", "true"),
        ("[site]\ntheme = 3\n", "3"),
        ("[footer]\ntext = false\n", "false"),
        ("[footer]\ntext = 3\n", "3"),
        ("[footer]\ntext = {en = 3, ja = \"x\"}\n", "3"),
        ("[footer]\ntext = 2026-01-01\n", "2026-01-01"),
        ("[footer]\nlinks = [{title = 7, page = \"imprint\"}]\n", "7"),
        ("[nav]\nhide = [true]\n", "true"),
        ("[security]\nscript-src = [0x10]\n", "0x10"),
        ("[site]\nlogo = {file = \"a.svg\", alt = true}\n", "true"),
    ] {
        let mut found = errors(settings);
        found.retain(|problem| !problem.message.contains("a.svg"));
        assert_eq!(found.len(), 1, "{settings}: {found:?}");
        let problem = &found[0];
        assert_eq!(&[BOOK, settings].concat()[problem.span.unwrap().range()], marked, "{settings}");
        assert!(
            problem.message.ends_with(&format!("needs a text in quotation marks, not `{marked}`")),
            "{settings}"
        );
        assert_eq!(problem.suggestion, Some(format!("\"{marked}\"")), "{settings}");
        assert!(!problem.certain, "{settings}");
    }
    // Where a number or a truth value belongs, none is needed.
    let settings = "[site]\nstyle-guide = true\n[lists]\npage-size = 50\n[footer]\ntext = 'true'\n";
    assert_eq!(errors(settings), []);
    assert_eq!(
        with(settings)
            .file(
                "content/areas/01-trade/1.1-talks.md",
                "---\ntitle: 3\nkind: recurring\nlead: [ar-trade]\n---\n"
            )
            .problems(),
        with(settings).problems()
    );
}

#[test]
fn a_text_in_a_language_that_the_site_does_not_have_is_an_error() {
    for (settings, marked, suggestion) in [
        ("[site]\nbanner = {en = \"Draft\", jp = \"案\"}\n", "jp", Some("ja")),
        ("[site]\nbanner = {en = \"Draft\", JA = \"案\"}\n", "JA", Some("ja")),
        ("[site]\nbanner = {en = \"Draft\", fr = \"Projet\"}\n", "fr", Some("ja")),
        ("[site]\nbanner = {en = \"Draft\", ja = \"案\", fr = \"Projet\"}\n", "fr", None),
        ("[footer]\ntext = {eng = \"Draft\", ja = \"案\"}\n", "eng", Some("en")),
        ("[footer]\nlinks = [{title = {en = \"x\", jp = \"y\"}, page = \"imprint\"}]\n", "jp", Some("ja")),
        ("[nav]\ngroups = [{title = {en = \"x\", jp = \"y\"}, lists = [\"items\"]}]\n", "jp", Some("ja")),
    ] {
        let (found, problem) = one(settings);
        assert_eq!(found, marked, "{settings}");
        assert!(problem.message.contains("which is not a language of the site"), "{settings}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{settings}");
    }
    let title = "[book]\ntitle = {en = \"Plan\", jp = \"計画\"}\nlanguages = [\"en\", \"ja\"]\n";
    let found = Book::new().file("book.toml", title).checked();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].suggestion.as_deref(), Some("ja"));
}

#[test]
fn a_wrong_setting_hides_no_other_one() {
    let settings = "[site]\nlogo = {file = \"no.svg\", alt = \"x\", dark = \"dark.svg\"}\nbanner = true\n[nav]\nadd = [{title = \"x\", page = \"imprin\"}, {page = \"imprimt\"}]\n[security]\nimg-src = [\"*\"]\n";
    let messages: Vec<String> = errors(settings).into_iter().map(|problem| problem.message).collect();
    assert_eq!(messages.len(), 7, "{messages:?}");
    for part in [
        "content/static/no.svg",
        "content/static/dark.svg",
        "`banner`",
        "`imprin`",
        "`imprimt`",
        "`title`",
        "`*`",
    ] {
        assert!(messages.iter().any(|message| message.contains(part)), "{part}: {messages:?}");
    }
}

#[test]
fn one_cause_in_the_settings_has_one_report() {
    for (settings, message) in [
        ("[footer]\nlinks = [\"https://x.example\"]\n", "must be a mapping"),
        ("[nav]\nadd = [3]\n", "must be a mapping"),
        ("[footer]\nlinks = [{title = \"x\", ulr = \"https://x.example\"}]\n", "has no key `ulr`"),
        ("[footer]\nlinks = [{title = \"x\", page = \"imprimt\"}]\n", "there is no page `imprimt`"),
        ("[nav]\nadd = [{title = \"x\", page = \"Imprint\"}]\n", "there is no page `Imprint`"),
    ] {
        let found = with(settings).checked();
        // The page that was meant is not reported as one that nothing leads to.
        let found: Vec<&str> = found.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(found.len(), 1, "{settings}: {found:?}");
        assert!(found[0].contains(message), "{settings}: {found:?}");
    }
}

#[test]
fn an_origin_may_be_written_in_any_letters_and_has_no_full_stop() {
    let settings = "[security]\nscript-src = [\"HTTPS://Stats.Example\"]\n";
    assert_eq!(errors(settings), []);
    let site = with(&format!("{settings}[nav]\nadd = [{{title = \"x\", page = \"imprint\"}}]\n")).build();
    assert!(site.page("index.html").contains("script-src 'self' https://stats.example;"));
    let (_, problem) = one("[security]\nscript-src = [\"https://stats.example.\"]\n");
    assert!(problem.message.ends_with("ends in a full stop"), "{}", problem.message);
    assert_eq!(problem.suggestion.as_deref(), Some("https://stats.example"));
}

#[test]
fn each_group_of_the_menu_has_a_title_of_its_own() {
    let (marked, problem) =
        one("[nav]\ngroups = [{title = \"a\", lists = [\"items\"]}, {title = \"a\", lists = [\"areas\"]}]\n");
    assert_eq!(marked, "title");
    assert!(problem.message.contains("two groups of the menu have the title `a`"), "{}", problem.message);
    let (_, problem) = one("[nav]\ngroups = [{title = \"about\", lists = [\"items\"]}]\n");
    assert!(problem.message.contains("`about` is the name of a group"), "{}", problem.message);
}

#[test]
fn a_text_without_the_language_of_the_content_is_named_where_it_stands() {
    for (settings, marked) in [
        ("[site]\nbanner = {ja = \"案\"}\n", "banner"),
        ("[footer]\ntext = {ja = \"案\"}\n", "text"),
        ("[footer]\nlinks = [{page = \"imprint\", title = {ja = \"案\"}}]\n", "title"),
        ("[fields.x-cost]\non = [\"item\"]\ntype = \"text\"\nlabel = {ja = \"案\"}\n", "label"),
    ] {
        let (found, problem) = one(settings);
        assert_eq!(found, marked, "{settings}");
        assert!(problem.message.contains("has no text in `en`"), "{}", problem.message);
    }
    // A kind of English is no misspelt Japanese.
    let (_, problem) = one("[site]\nbanner = {en = \"Draft\", en-GB = \"Draft\"}\n");
    assert_eq!(problem.suggestion, None);
}

#[test]
fn a_mailbox_is_written_with_its_scheme() {
    for (written, meant) in [
        ("plan@ministry.example", Some("mailto:plan@ministry.example")),
        ("mailto:a@b.example?subject=x", Some("mailto:a@b.example")),
        ("MAILTO:a@b.example", Some("mailto:a@b.example")),
        ("ministry.example/imprint", None),
        ("https://a b.example/@x", None),
    ] {
        let (_, problem) = one(&format!("[footer]\nlinks = [{{title = \"x\", url = \"{written}\"}}]\n"));
        assert_eq!(problem.suggestion.as_deref(), meant, "{written}");
        assert!(problem.help.unwrap().contains("`mailto:`"), "{written}");
    }
}

#[test]
fn the_file_of_the_logo_is_found_by_other_paths_and_by_its_name() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    for (written, meant) in [
        ("content/static/logo.svg", Some("logo.svg")),
        ("static/logo.svg", Some("logo.svg")),
        ("logos.svg", Some("logo.svg")),
        ("l.svg", Some("sub/l.svg")),
        ("seal.svg", None),
    ] {
        let book = with(&format!("[site]\nlogo = {{file = \"{written}\", alt = \"x\"}}\n"))
            .file("content/static/logo.svg", svg)
            .file("content/static/sub/l.svg", svg);
        let mut found = book.checked();
        found.retain(|problem| problem.severity == Severity::Error);
        assert_eq!(found.len(), 1, "{written}: {found:?}");
        assert_eq!(found[0].suggestion.as_deref(), meant, "{written}");
    }
}

/// Keys that mean something else where no section has them, or that are the name of a section.
const ELSEWHERE_TOO: &[&str] =
    &["url", "default", "text", "files", "items", "sum", "feeds", "data", "calendars"];

#[test]
fn a_key_in_another_section_is_told_where_it_belongs() {
    let schema = planbook::schema::json(planbook::schema::find("book").unwrap());
    let sections = schema["properties"].as_object().unwrap();
    let keys_of = |section: &str| -> Vec<String> {
        let properties = sections[section]["properties"].as_object();
        properties.map(|keys| keys.keys().cloned().collect()).unwrap_or_default()
    };
    let names = || sections.keys().filter(|name| !["fields", "check"].contains(&name.as_str()));
    for section in names() {
        for key in keys_of(section) {
            let is_of_one = names().filter(|other| keys_of(other).contains(&key)).count() == 1;
            if !is_of_one || ELSEWHERE_TOO.contains(&key.as_str()) || sections.contains_key(&key) {
                continue;
            }
            let other = if section == "outputs" { "lists" } else { "outputs" };
            let (_, problem) = one(&format!("[{other}]\n{key} = 1\n"));
            let help = problem.help.unwrap();
            assert_eq!(
                help,
                format!("the key `{key}` belongs to the section `[{section}]`: move the line there")
            );
        }
    }
}
