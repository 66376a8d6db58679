//! Names that are offered, and where they lead.

use serde_json::{Value, json};

use super::editor::{Editor, book, uri, write};
use crate::files;

const ITEM: &str = "content/areas/01-trade/1.2-plant.md";
const UPDATE: &str = "content/updates/2024/2024-05-01-begun.md";
const SETTINGS: &str = "[book]\ntitle = \"Harbour plan\"\n";

/// The book with something to name of each kind.
fn full() -> (tempfile::TempDir, Editor) {
    let (folder, root) = book();
    for (path, text) in [
        ("content/pages/imprint.md", "---\ntitle: Imprint\n---\nWords.\n"),
        (
            "content/static/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>",
        ),
        ("content/static/robots-note.txt", "A note.\n"),
        ("content/areas/01-trade/files/plant.png", "not looked at"),
        ("content/areas/01-trade/files/wells.csv", "period,value\n2021,1\n"),
        ("themes/harbour/theme.toml", "api = 2\nname = \"Harbour\"\n"),
        ("themes/broken/theme.toml", "api = 3\n"),
        ("themes/harbour/fonts/a.otf", "not looked at"),
        (
            "content/areas/01-trade/1.3-wells.md",
            "---\ntitle: Wells\ncode: WE-01\nkind: deliverable\nlead: [ar-water]\nindicators:\n  - {id: wells, title: Wells in use, unit: wells}\n---\n",
        ),
        (
            "content/areas/01-trade/1.4-pipes.md",
            "---\ntitle: Pipes\ncode: \"1\"\nkind: deliverable\nlead: [ar-water]\nindicators: [{id: metres, title: Metres of pipe}]\n---\n",
        ),
        (
            "content/updates/2024/2024-06-01-counted.md",
            "---\ntitle: Counted\ndate: 2024-06-01\nitems: [WE-01]\n---\nCounted.\n",
        ),
    ] {
        write(&root, path, text);
    }
    (folder, Editor::at(&root))
}

#[test]
fn settings_are_offered_the_names_that_the_book_has() {
    let (_folder, mut editor) = full();
    let cases: &[(&str, &[&str], &str)] = &[
        ("[nav]\nadd = [{title = \"A\", page = \"im¦\"}]\n", &["imprint"], "imprint"),
        ("[footer]\nlinks = [{title = \"A\", page = ¦}]\n", &["about", "imprint"], "\"about\""),
        ("[site]\ntheme = \"¦\"\n", &["default", "city", "dense", "harbour"], "default"),
        ("[site]\nlogo.file = \"¦\"\n", &["logo.svg"], "logo.svg"),
        ("[site.logo]\ndark = ¦\n", &["logo.svg"], "\"logo.svg\""),
        ("[outputs]\ncard-font = \"¦\"\n", &["themes/harbour/fonts/a.otf"], "themes/harbour/fonts/a.otf"),
        ("[nav]\norder = [\"agen¦\"]\n", &["agencies"], "agencies"),
        ("[nav]\nhide = [\"areas\", \"gloss¦\"]\n", &["glossary"], "glossary"),
    ];
    for (lines, expected, first) in cases {
        let (labels, written) = editor.offers("book.toml", &format!("{SETTINGS}{lines}"));
        assert_eq!(
            (labels, written.as_str()),
            (expected.iter().map(|it| (*it).to_owned()).collect(), *first),
            "{lines}"
        );
    }
    let groups = "[nav]\ngroups = [{title = \"Who does what\", lists = [\"agencies\"]}]\nadd = [{title = \"A\", url = \"https://a.example/\", group = \"¦\"}]\n";
    let (labels, _) = editor.offers("book.toml", &format!("{SETTINGS}{groups}"));
    assert!(
        labels.contains(&"Who does what".to_owned()) && labels.contains(&"about".to_owned()),
        "{labels:?}"
    );
}

#[test]
fn items_are_offered_by_the_codes_of_the_plan() {
    let (_folder, mut editor) = full();
    let page = "content/pages/about.md";
    let cases: &[(&str, &str, &[&str], &str)] = &[
        (page, "---\ntitle: A\n---\nSee [[WE-0¦", &["WE-01"], "WE-01]]"),
        (page, "---\ntitle: A\n---\nSee [[we¦]]", &["WE-01"], "WE-01"),
        (page, "---\ntitle: A\n---\nSee [[1.3¦", &["WE-01"], "WE-01]]"),
        (page, "---\ntitle: A\n---\nSee [[Wells¦", &["WE-01"], "WE-01]]"),
        // As a text names it, `1` is the area.
        (page, "---\ntitle: A\n---\nSee [[Pipes¦", &["1.4"], "1.4]]"),
        (ITEM, "---\ndepends-on: [WE-0¦]\n---\n", &["WE-01"], "WE-01"),
        (ITEM, "---\ndepends-on: [Pip¦]\n---\n", &["1"], "\"1\""),
    ];
    for (path, marked, expected, first) in cases {
        let (labels, written) = editor.offers(path, marked);
        assert_eq!(
            (labels, written.as_str()),
            (expected.iter().map(|it| (*it).to_owned()).collect(), *first),
            "{marked}"
        );
    }
}

#[test]
fn indicators_and_files_are_offered_where_they_can_stand() {
    let (_folder, mut editor) = full();
    let counted = "content/updates/2024/2024-06-01-counted.md";
    let cases: &[(&str, &str, &[&str])] = &[
        (
            counted,
            "---\ntitle: Counted\ndate: 2024-06-01\nitems: [WE-01]\nvalues: [{indicator: ¦, period: 2024, value: 1}]\n---\n",
            &["wells"],
        ),
        // Of an update that is about nothing yet.
        (UPDATE, "---\nvalues:\n  - indicator: ¦\n---\n", &["wells", "metres"]),
        (
            "content/areas/01-trade/1.4-pipes.md",
            "---\ntitle: Pipes\nkind: deliverable\nindicators: [{id: metres, title: Metres of pipe}]\nupdates:\n  - date: 2024-06-02\n    values:\n      - {indicator: ¦, period: 2024, value: 1}\n---\n",
            &["metres"],
        ),
        (ITEM, "---\nimage: {file: ¦}\n---\n", &["files/plant.png"]),
        (ITEM, "---\nindicators:\n  - id: a\n    figures: ¦\n---\n", &["files/wells.csv"]),
        (ITEM, "---\ntitle: A\n---\nSee ![a](¦ and more\n", &["files/plant.png"]),
        (ITEM, "---\ntitle: A\n---\n![a](files/pl¦)\n", &["files/plant.png"]),
        (ITEM, "---\ntitle: A\n---\n[a](files/pl¦)\n", &[]),
    ];
    for (path, marked, expected) in cases {
        let (labels, _) = editor.offers(path, marked);
        assert_eq!(labels, *expected, "{marked}");
    }
}

#[test]
fn every_name_leads_to_where_it_is_written() {
    let (_folder, mut editor) = full();
    let area = "content/areas/01-trade";
    let item = |line: &str| format!("---\ntitle: A\nkind: deliverable\nlead: [ar-water]\n{line}\n---\n");
    let text = |words: &str| format!("---\ntitle: A\n---\n計画 🚢 {words}\n");
    let settings = |lines: &str| format!("{SETTINGS}{lines}\n");
    let about = "content/pages/about.md";
    let cases = [
        (ITEM, item("tags: [place/no¦rth]"), "content/plan.md", 4),
        (about, text("[x](../areas/01-trade/1.2-pl¦ant.md)"), ITEM, 0),
        (about, text("[x](../areas/01-trade/1.2-plant.md#hi¦story \"A\")"), ITEM, 0),
        (about, text("![x](<../areas/01-trade/files/pl¦ant.png>)"), "content/areas/01-trade/files/plant.png", 0),
        (about, text("[[qu]] [[WE-¦01]]"), "content/areas/01-trade/1.3-wells.md", 0),
        (ITEM, item("depends-on: [\"1¦\"]"), "content/areas/01-trade/1.4-pipes.md", 0),
        (ITEM, item("image: {file: files/plant.p¦ng, alt: A}"), "content/areas/01-trade/files/plant.png", 0),
        (UPDATE, "---\ntitle: B\ndate: 2024-05-01\nitems: [WE-01]\nvalues: [{indicator: we¦lls, period: 2023, value: 1}]\n---\n".to_owned(), "content/areas/01-trade/1.3-wells.md", 6),
        ("book.toml", settings("[footer]\nlinks = [{title = \"A\", page = \"impr¦int\"}]"), "content/pages/imprint.md", 0),
        ("book.toml", settings("[site]\ntheme = \"harb¦our\""), "themes/harbour/theme.toml", 0),
        ("book.toml", settings("[site]\nlogo = {file = \"logo¦.svg\", alt = \"A\"}"), "content/static/logo.svg", 0),
    ];
    for (path, marked, target, line) in cases {
        let found: Value = editor.at_bar("definition", path, &marked);
        let expected = uri(&editor.root.join(target));
        assert_eq!(
            (found["uri"].as_str(), found["range"]["start"]["line"].as_u64()),
            (Some(expected.as_str()), Some(line)),
            "{marked}"
        );
    }
    for nothing in ["[x](https://¦a.example/a.md)", "[x](../no¦where.md)", "[x](#a¦)", "a.m¦d"] {
        assert_eq!(editor.at_bar("definition", about, &text(nothing)), Value::Null, "{nothing} in {area}");
    }
    assert_eq!(editor.at_bar("definition", ITEM, &item("tags: [place/so¦uth]")), Value::Null);
}

/// All corrections of a text: where, and what is written.
fn corrections(editor: &mut Editor, text: &str) -> Vec<(Value, String)> {
    editor.open(ITEM, text);
    let uri = editor.uri(ITEM);
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let found = editor.ask("textDocument/codeAction", params);
    let edit = |action: &Value| action["edit"]["changes"][&uri][0].clone();
    let edits = found.as_array().unwrap().iter().map(edit);
    edits.map(|edit| (edit["range"].clone(), edit["newText"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn what_may_be_meant_is_written_where_a_link_has_words_of_its_own() {
    let (_folder, mut editor) = full();
    std::fs::write(editor.root.join("content/areas/01-trade/files/map.png"), files::png(7, "")).unwrap();
    let front = "---\ntitle: A\nkind: deliverable\nlead: [ar-water]\n---\n";
    for (written, right) in [
        ("🚢 [[ar-watre|the office]]", "🚢 [[ar-water|the office]]"),
        ("[[ ar-watre | the office]]", "[[ ar-water | the office]]"),
        ("[[ar-watre]]", "[[ar-water]]"),
        ("| a |\n|---|\n| [[ar-watre\\|x]] |", "| a |\n|---|\n| [[ar-water\\|x]] |"),
        ("[x](1.1-talk.md#a)", "[x](1.1-talks.md#a)"),
        ("[x](../../agencies/ar-watr.md)", "[x](../../agencies/ar-water.md)"),
        ("[x](#hitsory)\n\n## History", "[x](#history)\n\n## History"),
        ("![x](files/mop.png)", "![x](files/map.png)"),
    ] {
        let text = format!("{front}{written}\n");
        let found = corrections(&mut editor, &text);
        assert_eq!(found.len(), 1, "{written}: {found:?}");
        assert_eq!(applied(&text, &found[0]), format!("{front}{right}\n"), "{written}");
    }
}

/// A text with a correction in one of its lines.
fn applied(text: &str, (range, new): &(Value, String)) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .enumerate()
        .map(|(number, line)| {
            if range["start"]["line"].as_u64() != Some(number as u64) {
                return line.to_owned();
            }
            let at = |end: &str| range[end]["character"].as_u64().unwrap() as usize;
            let units: Vec<u16> = line.encode_utf16().collect();
            let kept = |units: &[u16]| String::from_utf16(units).unwrap();
            [kept(&units[..at("start")]), new.clone(), kept(&units[at("end")..])].concat()
        })
        .collect();
    lines.join("\n")
}

#[test]
fn what_is_written_has_the_line_breaks_of_its_file() {
    let (_folder, mut editor) = full();
    let lines = "title: A 🚢\nkind: deliverable\nlead: [ar-water]\n";
    let (mut all, mut several) = (0, 0);
    for fault in [
        format!("---\n{lines}\nWords 計画 🚢 below.\n"),
        format!("{lines}---\nWords.\n"),
        format!("---\n{lines}see:\n  - title: 🚢 計画\n  - url: https://a.example/\n---\n"),
        format!("---\n{lines}summary: 🚢 計画: A\n---\nSee [[ar-watre]], 🚢 [[ar-watre]].\n"),
        format!("---\n{lines}  due: 2024-12\n---\n"),
    ] {
        let unix = corrections(&mut editor, &fault);
        let windows = corrections(&mut editor, &fault.replace('\n', "\r\n"));
        all += unix.len();
        let expected = unix.iter().map(|(range, text)| (range.clone(), text.replace('\n', "\r\n")));
        assert_eq!(windows, expected.collect::<Vec<_>>(), "{fault}");
        several += unix.iter().filter(|(_, text)| text.contains('\n')).count();
    }
    assert!(all >= 4 && several >= 2, "only {all}, {several} of several lines");
    // A choice that is taken in such a file does not touch the line break.
    let list = editor.at_bar("completion", ITEM, "---\r\ntitle: 🚢\r\nkind: deli¦\r\n---\r\n");
    let edit = &list["items"][0]["textEdit"];
    let end = edit["range"]["end"]["character"].as_u64();
    assert_eq!((edit["newText"].as_str(), end), (Some("deliverable"), Some(10)));
}
