//! A book in two languages: every word that a translation can have reaches the pages of its language, and nothing else does.

use std::collections::BTreeSet;
use std::path::Path;

use planbook::diag::FileId;
use planbook::po::{self, PoFile};
use planbook::source::Tree;
use planbook::translating::{self, State, TranslatedRecord};
use planbook::vocabulary::Audience;

use crate::book::{Book, Outcome, words};

const TOML: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n\n[site]\nbase-url = \"https://plan.example/at/\"\n";
const TALKS: &str = "content/areas/01-trade/1.1-talks.md";
const TALKS_JA: &str = "content/areas/01-trade/1.1-talks.ja.md";

/// The small book in two languages.
fn two() -> Book {
    Book::new().file("book.toml", TOML)
}

/// The same with a translation of item 1.1.
fn translated(front_matter: &str) -> Book {
    two().file(TALKS_JA, format!("---\n{front_matter}---\n"))
}

/// The plan that uses every key, in two languages.
fn everything() -> Book {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let settings = std::fs::read_to_string(root.join("book.toml")).unwrap();
    let settings = settings.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]");
    Book::load(&root)
        .file("book.toml", settings.replace("[check]", "[check]\ntranslation-untracked = \"off\""))
}

fn records(tree: &Tree) -> Vec<TranslatedRecord> {
    let (config, _) = planbook::config::read(tree);
    translating::records(tree, &config, "ja")
}

/// The work of a translator: the texts of a book in a PO file, each with the words that `translate` gives.
fn worked_on(book: &Book, translate: impl Fn(usize, &str, &str) -> String) -> PoFile {
    let file = translating::po_file(&records(&book.all_files()), "ja", Audience::Internal);
    let (mut file, problems) = po::read(&po::write(&file, "planbook"), FileId(0));
    assert_eq!(problems, []);
    for (number, entry) in file.entries.iter_mut().enumerate() {
        entry.translation = translate(number, &entry.context, &entry.original);
        entry.fuzzy = false;
    }
    file
}

/// The book with what came back.
fn brought_in(book: Book, file: &PoFile) -> Book {
    let brought = translating::bring_in(&records(&book.all_files()), file, "ja");
    assert_eq!(brought.problems, []);
    brought.files.iter().fold(book, |book, file| book.file(&file.path, &file.new))
}

/// The files of a language, without the index of its search: words in all languages lead to a record.
fn text_of(site: &Outcome, is_japanese: bool) -> String {
    let files = site.files.iter().filter(|(path, _)| path.starts_with("ja/") == is_japanese);
    let files = files.filter(|(path, _)| !path.contains("search/w-"));
    files.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
}

#[test]
fn every_translated_text_whose_original_is_shown_is_shown_in_its_place() {
    let book = everything();
    let word = |number: usize| format!("訳{number:05}語");
    // What is internal in a text has to be internal in its translation.
    let file = worked_on(&book, |number, _, original| {
        [word(number), "\n\n:::internal\n:::\n".repeat(original.matches(":::internal").count())].concat()
    });
    let english = book.clone().internal().build();
    assert!(!english.files.is_empty(), "{:?}", english.places());
    let shown_in_english = text_of(&english, false);
    let site = brought_in(book, &file).internal().build();
    assert!(!site.files.is_empty(), "{:?}", site.places());
    let (japanese, original) = (text_of(&site, true), text_of(&site, false));
    let mut missing = Vec::new();
    for (number, entry) in file.entries.iter().enumerate() {
        let is_plain = entry.original.chars().all(|c| c.is_alphanumeric() || c == ' ');
        if is_plain && shown_in_english.contains(&entry.original) && !japanese.contains(&word(number)) {
            missing.push(format!("{}: {}", entry.context, entry.original));
        }
    }
    assert!(file.entries.len() > 200, "{}", file.entries.len());
    assert!(missing.is_empty(), "{} are missing:\n{}", missing.len(), missing.join("\n"));
    assert!(!original.contains('訳'), "a translation is on a page in the original language");
}

#[test]
fn what_goes_to_translators_and_comes_back_unchanged_changes_nothing() {
    for (book, number) in [(everything(), 200), (crate::book::frozen().file("book.toml", TOML), 1000)] {
        let file = worked_on(&book, |number, _, original| match number % 5 {
            0 => String::new(),
            1 => original.to_owned(),
            2 => format!("\"{number}\": # 訳\\"),
            3 => format!("- 訳\n\n  {number}: 語\n"),
            _ => format!("訳{number}"),
        });
        assert!(file.entries.len() > number);
        let book = brought_in(book, &file);
        let tree = book.all_files();
        let fields = records(&tree);
        let fields = fields.iter().flat_map(|record| {
            record
                .fields
                .iter()
                .map(|field| (translating::context(&record.source.path, field.path.as_str()), field))
        });
        for (field, entry) in fields.filter_map(|(context, field)| {
            Some((field, file.entries.iter().find(|entry| entry.context == context)?))
        }) {
            let wanted = match entry.translation.as_str() {
                "" => State::Missing,
                text if text == entry.original => State::Same,
                _ => State::Current,
            };
            assert_eq!(field.state, wanted, "{}", entry.context);
        }
        let again = po::write(&translating::po_file(&records(&tree), "ja", Audience::Internal), "planbook");
        let (again, problems) = po::read(&again, FileId(0));
        assert_eq!(problems, []);
        let brought = translating::bring_in(&records(&tree), &again, "ja");
        assert_eq!((brought.files, brought.problems, brought.fuzzy), (Vec::new(), Vec::new(), 0));
    }
}

#[test]
fn one_changed_text_makes_one_translation_outdated() {
    let item = |summary: &str| {
        format!("---\ntitle: Hold talks\nkind: recurring\nsummary: About it.\ntext: {summary}\n---\nWords.\n")
    };
    let book = two().file(TALKS, item("Before."));
    let file = worked_on(&book, |number, _, _| format!("訳{number}"));
    let book = brought_in(book, &file);
    assert_eq!(book.problems(), Vec::<String>::new());
    assert!(!book.page("ja/items/1.1/index.html").contains("class=\"outdated\""));
    let changed = book.file(TALKS, item("After."));
    let (tree, mut outdated) = (changed.all_files(), Vec::new());
    for record in records(&tree) {
        let fields = record.fields.iter().filter(|field| field.state == State::Outdated);
        outdated.extend(fields.map(|field| format!("{} {}", record.source.path, field.path.as_str())));
    }
    assert_eq!(outdated, [format!("{TALKS} text")]);
    let site = changed.build();
    let places = site.places();
    assert_eq!(places.len(), 1, "{places:?}");
    assert!(places[0].starts_with(&format!("translation-outdated {TALKS_JA}:")), "{places:?}");
    let page = String::from_utf8(site.files["ja/items/1.1/index.html"].clone()).unwrap();
    assert!(page.contains("class=\"outdated\""), "{page}");
    let accepted = translating::accept(&records(&tree), true);
    let accepted = accepted.iter().fold(changed, |book, file| book.file(&file.path, &file.new));
    assert_eq!(accepted.problems(), Vec::<String>::new());
}

#[test]
fn front_matter_of_any_form_takes_what_comes_back() {
    for yaml in [
        "{title: 古い, made-from: {title: '00000000'}}\n",
        "  title: 古い\n",
        "\"title\": 古い\n",
        "title: >-\n  古い\n",
        "# 用語\ntitle: 古い # 語\n",
        "",
    ] {
        let end = format!("---\n{yaml}---\n");
        for text in [end.clone(), end.replace('\n', "\r\n"), format!("\u{feff}{end}")] {
            let book = two().file(TALKS_JA, &text);
            let file = worked_on(&book, |number, _, _| format!("新しい{number}"));
            let book = brought_in(book, &file);
            let tree = book.all_files();
            for field in records(&tree).iter().flat_map(|record| &record.fields) {
                let is_new = field.translation.as_ref().is_none_or(|text| text.starts_with("新しい"));
                assert!(is_new && field.state != State::Outdated, "{text:?}: {field:?}");
            }
            assert_eq!(book.problems(), Vec::<String>::new(), "{text:?}");
        }
    }
}

#[test]
fn a_fact_in_a_translation_is_reported_at_its_place() {
    for fact in [
        "kind: event",
        "depends-on: ['1.1']",
        "audience: internal",
        "due: 2024-01-01",
        "aliases: [x]",
        "lead: [ar-trade]",
        "lead: {ar-trade: {basis: later}}",
        "updates: {2024-01-01: {status: completed}}",
        "updates: {2024-01-01: {meeting: {number: 3}}}",
        "image: {file: files/a.png}",
    ] {
        let book = translated(&format!("title: 協議\nmade-from: {{title: 00000000}}\n{fact}\n"));
        let places = book.problems();
        assert!(places.contains(&format!("translated-fact {TALKS_JA}:4")), "{fact}: {places:?}");
        assert!(book.report().contains("remove `"), "{}", book.report());
    }
}

#[test]
fn a_translation_of_what_is_not_there_is_reported() {
    for (yaml, line) in [
        ("summary: 概要\n", 2),
        ("titel: 協議\n", 2),
        ("updates:\n  2020-01-01:\n    note: 注\n", 4),
        ("partners: [一, 二]\n", 2),
        ("official:\n  summary: https://a.example/\n", 3),
    ] {
        let places = translated(yaml).problems();
        assert!(places.contains(&format!("translation-of-nothing {TALKS_JA}:{line}")), "{yaml}: {places:?}");
    }
    let alone = two().file("content/areas/01-trade/1.9-none.ja.md", "---\ntitle: 無\n---\n").problems();
    assert_eq!(alone, ["translation-of-nothing content/areas/01-trade/1.9-none.ja.md:1"]);
}

#[test]
fn a_file_that_cannot_be_read_is_reported_once() {
    for text in [
        "",
        "words",
        "---\ntitle: 協議\n",
        "---\ntitle: [\n---\n",
        "---\n- a\n---\n",
        "---\nplain\n---\n",
        "---\ntitle: {a: 協議}\n---\n",
    ] {
        let places = two().file(TALKS_JA, text).problems();
        assert_eq!(places.len(), 1, "{text:?}: {places:?}");
        assert!(places[0].contains(TALKS_JA), "{text:?}: {places:?}");
    }
}

#[test]
fn keys_about_a_translation_that_name_nothing_are_reported() {
    for yaml in ["same: [titel]\n", "same: {title: x}\n", "made-from: 00000000\n", "official: yes\n"] {
        let places = translated(yaml).problems();
        assert_eq!(places.len(), 1, "{yaml}: {places:?}");
    }
}

#[test]
fn a_translation_of_what_is_internal_leaves_no_trace() {
    let book = |words: &str| {
        let item = "---\ntitle: Hold talks\nkind: recurring\npartners: [One, {value: Two, audience: internal}]\nupdates:\n  - date: 2021-01-01\n    note: Seen.\n    status: in-progress\n  - date: 2021-02-01\n    note: Hidden.\n    audience: internal\n---\nFor all.\n\n:::internal\nHidden.\n:::\n";
        let ja = format!(
            "---\ntitle: 協議\npartners: [一, {words}]\nupdates:\n  2021-01-01:\n    note: 見える。\n  2021-02-01:\n    note: {words}\n---\n皆に。\n\n:::internal\n{words}\n:::\n"
        );
        let closed = "---\ntitle: Closed\naudience: internal\n---\nHidden.\n";
        two()
            .file("book.toml", format!("{TOML}\n[check]\ntranslation-untracked = \"off\"\n"))
            .file(TALKS, item)
            .file(TALKS_JA, ja)
            .file("content/pages/closed.md", closed)
            .file("content/pages/closed.ja.md", format!("---\ntitle: {words}\n---\n{words}\n"))
    };
    let (one, other) = (book("秘密甲"), book("秘密乙の長い語"));
    let (public, other) = (one.build(), other.build());
    assert!(public.files.contains_key("ja/items/1.1/index.html"), "{:?}", public.places());
    let different: Vec<&String> =
        public.files.keys().filter(|path| public.files[*path] != other.files[*path]).collect();
    assert_eq!(different, Vec::<&String>::new());
    assert_eq!(public.files.keys().collect::<BTreeSet<_>>(), other.files.keys().collect());
    assert!(!text_of(&public, true).contains("秘密") && !text_of(&public, false).contains("秘密"));
    assert!(text_of(&one.internal().build(), true).contains("秘密甲"));
}

#[test]
fn an_update_of_a_later_day_is_on_no_page_of_an_earlier_one() {
    let book = two()
        .file("book.toml", format!("{TOML}\n[check]\ntranslation-untracked = \"off\"\n"))
        .update("2024-03-01-news", "1.1", "")
        .file("content/updates/2024-03-01-news.ja.md", "---\ntitle: 後の知らせ\n---\n");
    assert!(text_of(&book.build(), true).contains("後の知らせ"));
    let earlier = book.as_of("2024-02-01").build();
    assert!(earlier.files.contains_key("ja/index.html"));
    assert!(
        !text_of(&earlier, true).contains("後の知らせ") && !text_of(&earlier, false).contains("後の知らせ")
    );
}

#[test]
fn an_edition_has_its_pages_in_each_language() {
    let book = two()
        .file(
            "content/editions/2016/plan.md",
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file("content/editions/2016/areas/01-old/area.md", "---\nnumber: 1\ntitle: Old\n---\n")
        .file("content/editions/2016/areas/01-old/area.ja.md", "---\ntitle: 旧分野\n---\n");
    let site = book.build();
    let page = String::from_utf8(site.files["ja/editions/2016/areas/1/index.html"].clone()).unwrap();
    assert!(words(&page).contains("旧分野") && page.contains("<html lang=\"ja\""), "{page}");
}

#[test]
fn headings_keep_the_ids_of_the_original() {
    let book = two()
        .file(
            "content/pages/a.md",
            "---\ntitle: A\n---\n## The first\n\nText.\n\n## The second\n\n[Up](#the-first)\n",
        )
        .file(
            "content/pages/a.ja.md",
            "---\ntitle: 頁\n---\n## 第一\n\n本文。\n\n## 第二\n\n[上](#the-first)\n",
        );
    let site = book.build();
    let page = String::from_utf8(site.files["ja/a/index.html"].clone()).unwrap();
    assert!(page.contains("id=\"the-first\"") && page.contains("id=\"the-second\""), "{page}");
}

#[test]
fn the_signs_of_languages_in_a_text_are_harmless() {
    let signs: String = ('\u{f8f0}'..='\u{f8f8}').collect();
    for sign in signs.chars() {
        let text = format!("---\ntitle: A{sign}b\n---\nA{sign}b and <{sign}.\n");
        let original = two().file("content/pages/a.md", &text);
        let translation =
            two().file("content/pages/a.md", "---\ntitle: A\n---\nA.\n").file("content/pages/a.ja.md", &text);
        for book in [original, translation] {
            let site = book.build();
            let all: String = [true, false].map(|is_japanese| text_of(&site, is_japanese)).concat();
            let refused = site.files.is_empty() && !site.places().is_empty();
            assert!(refused || !all.contains(sign), "{sign:?}: {:?}", site.places());
        }
    }
}

#[test]
fn translators_of_the_public_plan_see_nothing_internal() {
    let item = "---\ntitle: Hold talks\nkind: recurring\npartners: [One, {value: SECRET, audience: internal}]\nupdates:\n  - date: 2021-02-01\n    note: SECRET\n    audience: internal\n---\nFor all.\n\n:::internal\nSECRET\n:::\n";
    let closed = "---\ntitle: SECRET\naudience: internal\n---\nSECRET\n";
    let area = "---\nnumber: 2\ntitle: SECRET\naudience: internal\n---\n";
    let book = two()
        .file(TALKS, item)
        .file("content/pages/closed.md", closed)
        .file("content/areas/02-x/area.md", area)
        .file("content/areas/02-x/2.1-y.md", "---\ntitle: SECRET\nkind: event\n---\n");
    // The program knows also what is internal because its area is.
    let folder = tempfile::tempdir().unwrap();
    for (_, file) in book.all_files().files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.content.bytes()).unwrap();
    }
    let of = |audience: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["translations", "--po", "ja", "ja.po"])
            .args(audience)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(folder.path().join("ja.po")).unwrap()
    };
    assert!(of(&["--internal"]).matches("SECRET").count() >= 7);
    let public = of(&[]);
    assert!(public.contains("Hold talks") && !public.contains("SECRET"), "{public}");
}

#[test]
fn the_public_site_does_not_show_that_something_internal_changed() {
    let item = |open: &str, note: &str, closed: &str| {
        format!(
            "---\ntitle: Hold talks\nkind: recurring\nupdates:\n  - date: 2021-01-01\n    status: in-progress\n    note: |\n      {note}\n\n      :::internal\n      {closed}\n      :::\n---\n{open}\n\n:::internal\n{closed}\n:::\n"
        )
    };
    let book = two().file(TALKS, item("Open.", "Note.", "Closed."));
    let file = worked_on(&book, |number, _, original| {
        [format!("訳{number}"), "\n\n:::internal\n:::\n".repeat(original.matches(":::internal").count())]
            .concat()
    });
    let book = brought_in(book, &file);
    let before = book.build();
    let outdated = |site: &Outcome, internal: bool| {
        assert!(site.files.contains_key("ja/items/1.1/index.html"), "{:?}", site.places());
        let page = String::from_utf8(site.files["ja/items/1.1/index.html"].clone()).unwrap();
        assert!(!internal || page.contains("訳"), "{page}");
        page.matches("class=\"outdated\"").count()
    };
    assert_eq!(outdated(&before, false), 0);
    let closed = book.clone().file(TALKS, item("Open.", "Note.", "Other words."));
    assert_eq!(closed.build().files, before.files);
    assert!(outdated(&closed.internal().build(), true) >= 2);
    let open = book.file(TALKS, item("Other words.", "Note.", "Closed."));
    assert!(outdated(&open.build(), false) >= 1);
}

#[test]
fn an_internal_block_alone_leaves_no_trace_of_its_translation() {
    let with = |body: &str, note: &str, ja: &str| {
        two()
            .file("book.toml", format!("{TOML}\n[check]\ntranslation-untracked = \"off\"\n"))
            .file(TALKS, format!("---\ntitle: Hold talks\nkind: recurring\nupdates:\n  - date: 2021-01-01\n    status: in-progress\n    note: {note}\n---\n{body}"))
            .file(TALKS_JA, format!("---\ntitle: 協議\nmade-from: {{body: 00000000, title: 00000000}}\n---\n{ja}"))
    };
    let block = ":::internal\nClosed.\n:::\n";
    let marked = with(block, "Seen.", ":::internal\n秘密\n:::\n").build();
    let deleted = with("", "Seen.", "").build();
    assert!(marked.files.contains_key("ja/items/1.1/index.html"), "{:?}", marked.places());
    assert_eq!(crate::non_interference::difference(&marked.files, &deleted.files), None);
}

#[test]
fn a_text_that_begins_with_code_keeps_it() {
    let body = "\n\n    code\n\nWords.\n";
    let book = two().file(TALKS, format!("---\ntitle: Hold talks\nkind: recurring\n---\n{body}"));
    let file = worked_on(&book, |_, _, original| original.replace("Words", "語"));
    let book = brought_in(book, &file);
    let page = book.page("ja/items/1.1/index.html");
    assert!(page.contains("<code>code"), "{page}");
}

#[test]
fn a_comparison_names_what_changed_in_translations() {
    use planbook::diff::FileMove;

    let item =
        "---\ntitle: Hold talks\nkind: recurring\npartners: [One, {value: Two, audience: internal}]\n---\n";
    let with = |ja: &str| two().file(TALKS, item).file(TALKS_JA, ja);
    let none = two().file(TALKS, item);
    let old = with("---\ntitle: 協議\npartners: [一, 二]\n---\n");
    let new = with("---\ntitle: 話合い\npartners: [一, 弐]\n---\n");
    let changes = |before: &Book, after: &Book, audience| {
        let changes = after.since_for(before, audience).changes;
        assert_eq!(changes.files, []);
        changes.translations
    };
    for (audience, texts) in
        [(Audience::Internal, vec!["title", "partners.2"]), (Audience::Public, vec!["title"])]
    {
        let found = changes(&old, &new, audience);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].record.id.as_str(), found[0].language.as_str()), ("1.1", "ja"));
        assert_eq!(found[0].change, FileMove::Changed);
        let names: Vec<&str> = found[0].texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(names, texts);
        assert_eq!(found[0].texts[0].before.as_deref(), Some("協議"));
        assert_eq!(changes(&none, &old, audience)[0].change, FileMove::Added);
        assert_eq!(changes(&old, &none, audience)[0].change, FileMove::Removed);
        assert_eq!(changes(&old, &old, audience), []);
    }
    // A remark is no text, and nothing that the public could see.
    let remark = with("---\n# 用語\ntitle: 協議\npartners: [一, 二]\n---\n");
    assert_eq!(changes(&old, &remark, Audience::Internal)[0].texts, []);
    assert_eq!(changes(&old, &remark, Audience::Public), []);
    let closed = "---\ntitle: Closed\naudience: internal\n---\n";
    let page = |ja: &str| none.clone().file("content/pages/c.md", closed).file("content/pages/c.ja.md", ja);
    let (one, other) = (page("---\ntitle: 秘\n---\n"), page("---\ntitle: 密\n---\n"));
    assert_eq!(changes(&one, &other, Audience::Public), []);
    assert!(!changes(&one, &other, Audience::Internal)[0].record.public);
}

#[test]
fn a_file_that_only_a_translation_names_is_on_the_site() {
    let book = two()
        .file("content/pages/a.md", "---\ntitle: A\n---\nWords.\n")
        .file("content/pages/a.ja.md", "---\ntitle: 頁\n---\n![図](files/b.png) [文書](files/c.pdf)\n")
        .file("content/pages/files/b.png", crate::files::png(7, ""))
        .file("content/pages/files/c.pdf", crate::files::pdf(""));
    let site = book.build();
    assert!(site.files.contains_key("files/pages/b.png"), "{:?} {:?}", site.places(), site.files.keys());
    assert!(site.files.contains_key("files/pages/c.pdf"));
}

#[test]
fn what_is_not_there_is_said_in_the_language_of_its_folder() {
    let site = two().build();
    let page = String::from_utf8(site.files["ja/404.html"].clone()).unwrap();
    assert!(page.contains("<html lang=\"ja\""), "{page}");
    let lines = String::from_utf8(site.files["_redirects"].clone()).unwrap();
    assert_eq!(lines, "/at/ja/* /at/ja/404.html 404\n");
    assert!(!Book::new().build().files.contains_key("_redirects"));
}

#[test]
fn a_language_cannot_have_the_name_of_a_folder_of_the_site() {
    for code in ["data", "items", "updates"] {
        let toml = TOML.replace("\"ja\"", &format!("\"{code}\""));
        let book = Book::new().file("book.toml", toml);
        assert_eq!(book.problems(), ["unknown-value book.toml:3"]);
        assert!(book.report().contains(&format!("`{code}` is not a language code")));
    }
}

#[test]
fn a_text_that_is_the_same_is_reported_when_its_original_changes() {
    let with = |locator: &str, translation: &str| {
        let item =
            format!("---\ntitle: Hold talks\nkind: recurring\nlocator: {locator}\nlead: [ar-trade]\n---\n");
        two().file(TALKS, item).file(TALKS_JA, translation)
    };
    // Also where nothing else is to be noted.
    let accepted = |book: &Book, outdated: bool| {
        let found = records(&book.all_files());
        let file = translating::accept(&found, outdated).into_iter().find(|file| file.path == TALKS_JA);
        file.map(|file| file.new)
    };
    let noted = accepted(&with("Part 1", "---\nsame: [locator]\n---\n"), false).unwrap();
    assert!(noted.contains("made-from:\n  locator: "), "{noted}");
    assert_eq!(accepted(&with("Part 1", &noted), true), None);
    let changed = with("Part 2", &noted);
    assert!(changed.checked().iter().any(|problem| problem.code.name == "translation-outdated"));
    let state = |book: &Book| {
        let found = records(&book.all_files());
        let talks = found.iter().find(|record| record.source.path == TALKS).unwrap();
        talks.fields.iter().find(|field| field.path.as_str() == "locator").unwrap().state
    };
    assert_eq!((state(&with("Part 1", &noted)), state(&changed)), (State::Same, State::Outdated));
    // It is not accepted with others, but when its file is named; and translators are asked for it.
    assert_eq!(accepted(&changed, false), None);
    let titled = noted.replacen("---\n", "---\ntitle: 協議\n", 1);
    let other = accepted(&with("Part 2", &titled), false).unwrap();
    assert_eq!(state(&with("Part 2", &other)), State::Outdated, "{other}");
    assert_eq!(state(&with("Part 2", &accepted(&changed, true).unwrap())), State::Same);
    let po = translating::po_file(&records(&changed.all_files()), "ja", Audience::Public);
    let entry = po.entries.iter().find(|entry| entry.context.ends_with(" locator")).unwrap();
    assert_eq!((entry.fuzzy, entry.translation.as_str()), (true, ""));
    // What comes back about another text leaves it as it is.
    let mut file = po.clone();
    file.entries.retain(|entry| entry.context.ends_with("1.1-talks.md title"));
    file.entries[0].translation = "協議".to_owned();
    let brought = brought_in(changed, &file);
    assert_eq!(state(&brought), State::Outdated);
    let again = brought_in(with("Part 1", &noted), &file);
    assert_eq!(state(&again), State::Same);
    assert_eq!(accepted(&again, true), None);
}

#[test]
fn the_page_for_what_is_not_there_leads_to_files_of_its_language_from_any_address() {
    let site = two().build();
    for (path, folder) in [("404.html", ""), ("ja/404.html", "ja/")] {
        let page = site.page(path);
        let links = ["href=\"", "src=\""].into_iter().flat_map(|attribute| page.split(attribute).skip(1));
        let links: Vec<&str> = links.filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() > 10, "{path}: {links:?}");
        let own = links.iter().filter(|link| !link.starts_with('#'));
        for link in own.filter_map(|link| link.strip_prefix("https://plan.example").or(Some(*link))) {
            // An address that is seen from the page would be another one below each folder.
            let file = link.strip_prefix("/at/").unwrap_or_else(|| panic!("{path}: {link}"));
            let file = file.split(['#', '?']).next().unwrap();
            let index = [file, "index.html"].concat();
            assert!([file, &index].iter().any(|file| site.files.contains_key(*file)), "{path}: {link}");
            // The home pages of all languages are in the menu of languages.
            let is_page = file.ends_with(".html") && !["index.html", "ja/index.html"].contains(&file);
            assert!(!is_page || file.starts_with("ja/") == (folder == "ja/"), "{path}: {link}");
        }
        assert!(page.contains("href=\"/at/assets/style.css\""), "{path}");
    }
}

#[test]
fn a_list_with_another_number_of_entries_is_an_error_and_is_not_used() {
    let talks = |partners: &str| {
        two().file(
            TALKS,
            format!("---\ntitle: Hold talks\nkind: recurring\npartners: {partners}\n---\nWords.\n"),
        )
    };
    for (original, written, is_refused) in [
        ("[One, Two]", "[乙]", true),
        ("[One, Two]", "乙", true),
        ("[One, Two]", "[甲, 乙, 丙]", true),
        ("[One]", "[甲, 乙]", true),
        ("[One, {value: Two, audience: internal}]", "[乙]", true),
        ("[One, Two]", "[甲, 乙]", false),
        ("[One, Two]", "{2: 乙}", false),
        ("[One]", "甲", false),
        ("One", "[甲]", false),
    ] {
        let book = talks(original).file(TALKS_JA, format!("---\npartners: {written}\n---\n"));
        let unclear = format!("translation-unclear {TALKS_JA}:2");
        assert_eq!(
            book.problems().contains(&unclear),
            is_refused,
            "{original} {written}: {:?}",
            book.problems()
        );
        let found = records(&book.all_files());
        let talks = found.iter().find(|record| record.source.path == TALKS).unwrap();
        let partners = talks.fields.iter().filter(|field| field.path.key() == "partners");
        let is_used = partners.into_iter().any(|field| field.translation.is_some());
        assert_eq!(is_used, !is_refused, "{original} {written}");
    }
}

#[test]
fn what_says_two_things_or_nothing_is_reported_once() {
    for (yaml, wanted) in [
        ("title: 協議\nsame: [title]\nmade-from: {title: 00000000}\n", "translation-unclear"),
        ("title:\n", "translation-unclear"),
        ("title: ''\n", "translation-unclear"),
        ("made-from: {nonsense: 00000000}\n", "translation-of-nothing"),
        ("made-from: {partners.2: 00000000}\n", "translation-of-nothing"),
    ] {
        let book = translated(yaml);
        let found = book.problems();
        let found: Vec<_> = found.iter().filter(|place| place.starts_with(wanted)).collect();
        assert_eq!(found.len(), 1, "{yaml}: {:?}", book.problems());
    }
}

#[test]
fn the_original_says_which_other_language_is_authentic() {
    let plan = |language: &str| {
        let book = two();
        let tree = book.all_files();
        let text = tree.text(tree.find("content/plan.md").unwrap()).unwrap().to_owned();
        book.file(
            "content/plan.md",
            text.replacen("---\n", &format!("---\nauthentic-language: {language}\n"), 1),
        )
    };
    let (ja, en) = (plan("ja").build(), plan("en").build());
    assert!(ja.page("index.html").contains("The authentic text of the plan is in Japanese."));
    assert!(ja.page("ja/index.html").contains("正文が優先します"));
    assert!(!en.page("index.html").contains("of-translation"));
    assert!(en.page("ja/index.html").contains("計画の正文は英語です"));
}

/// What pages say where they have a translation that is no official wording.
const UNOFFICIAL: &str = "編集者による非公式訳";

/// The pages in Japanese that say so.
fn unofficial_pages(site: &Outcome) -> BTreeSet<&str> {
    let pages = site.files.iter().filter(|(path, _)| path.starts_with("ja/") && path.ends_with("index.html"));
    let says = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(UNOFFICIAL);
    pages.filter(|(_, bytes)| says(bytes)).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn only_pages_with_words_that_are_no_official_wording_say_so() {
    const PAGE: &str = "ja/items/1.1/index.html";
    const LIST: &str = "ja/items/index.html";
    let talks = |text: &str| {
        two()
            .file(TALKS, "---\ntitle: Hold talks\nkind: recurring\nsummary: Talks.\n---\nWords.\n")
            .file(TALKS_JA, text)
    };
    assert_eq!(unofficial_pages(&two().build()), BTreeSet::new(), "nothing is translated");
    let official = "official: {title: 'https://a.example/', body: 'https://a.example/', summary: 'https://a.example/'}\n";
    for (text, page, list) in [
        ("---\ntitle: 協議を行う\n---\n", true, true),
        ("---\ntitle: 協議を行う\nofficial: {title: 'https://a.example/'}\n---\n", false, false),
        ("---\ntitle: 協議を行う\nofficial: {title: 'https://a.example/'}\n---\n本文。\n", true, false),
        ("---\nsame: [title]\n---\n本文。\n", true, false),
        ("---\nsame: [title, body]\n---\n", false, false),
        (&format!("---\ntitle: 協議を行う\nsummary: 協議。\n{official}---\n本文。\n"), false, false),
        // The wording of an earlier original is not that of the present one.
        (&format!("---\ntitle: 協議を行う\nmade-from: {{title: 00000000}}\n{official}---\n"), true, true),
    ] {
        let site = talks(text).build();
        let pages = unofficial_pages(&site);
        assert!(site.files.contains_key(PAGE), "{:?}", site.places());
        assert_eq!((pages.contains(PAGE), pages.contains(LIST)), (page, list), "{text}: {pages:?}");
        assert!(!pages.contains("ja/accessibility/index.html"), "{text}: nothing of the plan is on it");
        assert_eq!(site.files[PAGE], talks(text).build().files[PAGE]);
    }
    let plan = "---\ntitle: Plan\nparties: [A, B]\nadopted: 2010\nauthentic-language: ja\n---\n";
    let site = talks("---\ntitle: 協議を行う\n---\n").file("content/plan.md", plan).build();
    assert!(site.files.contains_key(PAGE), "{:?}", site.places());
    assert_eq!(unofficial_pages(&site), BTreeSet::new(), "the translation is the authentic text");
}
