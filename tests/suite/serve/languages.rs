//! The preview speaks the first language of the book, and shows the pages of all.

use super::{Preview, small_book, write};

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";
const ITEM_JA: &str = "content/areas/01-trade/1.1-talks.ja.md";
const BROKEN: &str = "---\ntitle: 協議の開催\nkind: recurring\nlead: [ar-trad]\n---\n";

fn settings(languages: &str) -> String {
    format!("[book]\ntitle = \"Harbour plan\"\nlanguages = {languages}\n")
}

/// The small book, which says that it is in these languages.
fn in_languages(languages: &str, files: &[(&str, &str)]) -> Preview {
    let folder = small_book();
    write(folder.path(), "book.toml", settings(languages));
    files.iter().for_each(|(path, text)| write(folder.path(), path, text));
    Preview::of(folder, |_| {})
}

fn text(preview: &Preview, path: &str) -> String {
    preview.get(path).text().to_owned()
}

fn json(preview: &Preview, name: &str) -> serde_json::Value {
    serde_json::from_slice(&preview.get(&format!("/~preview/{name}")).body).unwrap()
}

/// All texts of a page that nothing marks as English, without those of files.
fn unmarked(page: &str) -> String {
    let mut text = String::new();
    let mut hidden: Option<String> = None;
    for piece in page.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        let name = tag.split([' ', '/']).next().unwrap();
        let hides = tag.contains("lang=\"en\"") || ["code", "h2"].contains(&name);
        match &hidden {
            Some(closing) if tag == *closing => hidden = None,
            None if hides => hidden = Some(format!("/{name}")),
            _ => {}
        }
        if hidden.is_none() {
            text.push_str(words);
        }
    }
    text
}

#[test]
fn problems_are_shown_with_the_words_of_the_first_language() {
    let preview = in_languages("[\"ja\", \"en\"]", &[(ITEM, BROKEN)]);
    let first = preview.get("/");
    assert_eq!(first.status, 503);
    assert!(first.text().contains("<html lang=\"ja\" dir=\"ltr\""), "{}", first.text());
    let words = unmarked(first.text());
    for shown in ["計画のファイルに誤りがあります", "エラー", "4行目8文字目", "「ar-trade」の誤り"]
    {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let english: Vec<&str> = words.split_whitespace().filter(is_word).collect();
    assert_eq!(english, [""; 0], "{words}");
    let report = json(&preview, "problems.json");
    assert_eq!(report["counts"], "エラー1件");
    let problem = &report["files"][0]["problems"][0];
    assert_eq!((&problem["kind"], &problem["place"]), (&"エラー".into(), &"4行目8文字目".into()));
    let panel = json(&preview, "words.json");
    assert_eq!((&panel["language"], &panel["is_translated"]), (&"ja".into(), &true.into()), "{panel}");
    assert!(panel.as_object().unwrap().values().filter_map(|word| word.as_str()).all(|word| {
        ["ja", "ltr"].contains(&word)
            || !word.replace("planbook", "").contains(|c: char| c.is_ascii_alphabetic())
    }));
}

#[test]
fn english_words_have_their_plurals_and_are_not_marked() {
    let preview = in_languages(
        "[\"en\", \"ja\"]",
        &[
            (ITEM, "---\ntitle: Talk\nkind: recurring\nlead: [ar-trad]\nlocater: 1\n---\n"),
            ("content/x.txt", ""),
        ],
    );
    let report = json(&preview, "problems.json");
    assert_eq!(report["counts"], "2 errors, 1 warning", "{report}");
    assert_eq!(report["all"], "All 3 problems");
    let page = text(&preview, "/~preview/");
    assert!(page.contains("<html lang=\"en\"") && page.matches("lang=").count() == 1, "{page}");
}

#[test]
fn the_language_holds_while_the_settings_cannot_be_read() {
    let preview = in_languages("[\"ja\", \"en\"]", &[]);
    for broken in ["[book\n", "[book]\ntitel = \"H\"\n", "[book]\ntitle = \"H\"\nlanguages = [\"e n\"]\n"] {
        preview.write("book.toml", broken);
        assert!(preview.settled().errors() > 0, "{broken}");
        assert_eq!(json(&preview, "words.json")["language"], "ja", "{broken}");
    }
    preview.write("book.toml", settings("[\"en\", \"ja\"]"));
    preview.settled();
    assert_eq!(json(&preview, "words.json")["language"], "en");
}

#[test]
fn a_language_without_all_of_the_words_has_those_in_english() {
    let theme = "name = \"Own\"\napi = 1\n";
    let some = "preview-title = \"Problèmes\"\n";
    let preview = in_languages(
        "[\"fr\"]",
        &[(ITEM, BROKEN), ("themes/default/theme.toml", theme), ("themes/default/messages/fr.toml", some)],
    );
    let words = json(&preview, "words.json");
    assert_eq!((&words["language"], &words["title"]), (&"en".into(), &"Problems".into()));
    let page = text(&preview, "/~preview/");
    assert!(page.contains("<html lang=\"en\"") && !page.contains('\u{f8f0}'), "{page}");
    // With all of them, it has its own, also for a language that runs the other way, and where a template is wrong.
    let english = include_str!("../../../themes/default/messages/en.toml");
    let own = english.lines().filter(|line| line.starts_with("preview-"));
    let own: String = own.map(|line| line.replacen("= \"", "= \"* ", 1) + "\n").collect();
    preview.write("themes/default/messages/ar.toml", own);
    preview.write("themes/default/templates/item.html", "{% if %}");
    preview.write("book.toml", settings("[\"ar\"]"));
    preview.settled();
    let page = text(&preview, "/~preview/");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\"") && page.contains("<h1>* Problems"), "{page}");
    assert!(page.contains("<p class=\"planbook-message\" lang=\"en\" dir=\"ltr\">"), "{page}");
}

#[test]
fn a_translation_that_changes_is_shown_at_once() {
    let preview = in_languages("[\"en\", \"ja\"]", &[(ITEM_JA, "---\ntitle: 協議の開催\n---\n")]);
    assert!(text(&preview, "/ja/items/1.1/").contains("協議の開催"));
    let english = text(&preview, "/items/1.1/");
    preview.write(ITEM_JA, "---\ntitle: 年次協議\n---\n毎年開催する。\n");
    preview.settled();
    let page = text(&preview, "/ja/items/1.1/");
    assert!(page.contains("年次協議") && page.contains("毎年開催する。") && !page.contains("協議の開催"));
    let without_script = |page: &str| page.split("<script src=\"/~preview").next().unwrap().to_owned();
    assert_eq!(without_script(&text(&preview, "/items/1.1/")), without_script(&english));
    // What is wrong in it leaves the last good pages, and an original that changes marks it.
    preview.write(ITEM_JA, "---\ntitle: 年次協議\nkind: event\n---\n");
    assert!(preview.settled().stale);
    assert_eq!(json(&preview, "problems.json")["files"][0]["path"], ITEM_JA);
    let digest = "---\ntitle: 年次協議\nmade-from: {title: 00000000}\n---\n";
    preview.write(ITEM_JA, digest);
    assert!(!preview.settled().stale);
    assert!(text(&preview, "/ja/items/1.1/").contains("outdated"));
    std::fs::remove_file(preview.root.join(ITEM_JA)).unwrap();
    preview.settled();
    let page = text(&preview, "/ja/items/1.1/");
    assert!(page.contains("Hold talks") && !page.contains("年次協議"), "{page}");
}
