//! What an editor says of a record is what its page says, on the same day.

use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag};
use serde_json::{Value, json};

use super::editor::{Editor, book, write};
use crate::book::Book;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = "content/pages/pointing.md";

/// What is said of each of some ids, in the order of the ids.
fn said(editor: &mut Editor, ids: &[String]) -> Vec<String> {
    let links: String = ids.iter().map(|id| format!("[[{id}]]\n")).collect();
    editor.open(PAGE, &format!("---\ntitle: Pointing\n---\n{links}"));
    let place = |line: usize| json!({ "line": line + 3, "character": 3 });
    let mut texts = Vec::new();
    for line in 0..ids.len() {
        let params = json!({ "textDocument": { "uri": editor.uri(PAGE) }, "position": place(line) });
        let found = editor.ask("textDocument/hover", params);
        texts.push(found["contents"]["value"].as_str().unwrap_or_default().to_owned());
    }
    texts
}

/// A book from strings on the disk, with an editor.
fn editor_of(book: &Book) -> (tempfile::TempDir, Editor) {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    for (_, file) in book.tree().0.files() {
        let path = root.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.content.bytes()).unwrap();
    }
    let editor = Editor::at(&root);
    (folder, editor)
}

fn one(book: &Book, id: &str) -> String {
    let (_folder, mut editor) = editor_of(book);
    said(&mut editor, &[id.to_owned()]).remove(0)
}

/// The words of each block of a text, without where its links lead.
fn blocks(markdown: &str) -> Vec<String> {
    let mut blocks: Vec<String> = vec![String::new()];
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Item | Tag::Paragraph | Tag::Heading { .. }) => blocks.push(String::new()),
            Event::Text(text) | Event::Code(text) => blocks.last_mut().unwrap().push_str(&text),
            _ => {}
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

#[test]
fn an_editor_says_of_every_record_what_its_page_says() {
    let folder = Path::new(ROOT).join("tests/everything");
    let settings = std::fs::read_to_string(folder.join("book.toml")).unwrap();
    let book = Book::load(&folder).today("2024-06-30").as_of("2024-06-30").internal();
    let book = book.file("book.toml", settings.replace("[outputs]\n", "[outputs]\nmarkdown = true\n"));
    let site = book.build();
    let twins: Vec<(String, String, String)> = site
        .files
        .iter()
        .filter_map(|(path, bytes)| {
            let mut steps = path.strip_suffix("/index.md")?.split('/');
            let (kind, id) = (steps.next()?, steps.next()?);
            steps
                .next()
                .is_none()
                .then(|| (kind.to_owned(), id.to_owned(), String::from_utf8(bytes.clone()).unwrap()))
        })
        .filter(|(kind, ..)| ["items", "updates", "agencies", "forums", "sources"].contains(&kind.as_str()))
        .collect();
    assert!(twins.len() > 50, "{}", twins.len());
    let ids: Vec<String> = twins.iter().map(|(_, id, _)| id.clone()).collect();
    let (_folder, mut editor) = editor_of(&book);
    for ((kind, id, twin), said) in twins.iter().zip(said(&mut editor, &ids)) {
        let (of_page, of_editor) = (blocks(twin), blocks(&said));
        assert_eq!(of_editor[0], of_page[0], "{kind} {id}");
        // The last line says what it is called in the files.
        let mut rest = of_page.iter();
        for block in &of_editor[1..of_editor.len() - 1] {
            assert!(rest.any(|of_page| of_page == block), "{kind} {id}: {block} in {said}\n---\n{twin}");
        }
        assert!(!said.contains("index.md") && !said.contains("index.html"), "{said}");
        assert!(kind != "items" || said.contains("As of 30 June 2024"), "{said}");
    }
}

#[test]
fn a_day_is_that_of_a_report_and_not_the_day_of_the_question() {
    let evidence = "evidence: [{title: News, url: \"https://a.example/\"}]\n";
    let book = Book::new()
        .item("1.2", "due: 2030-12\n")
        .update("2021-06-10-done", "[\"1.1\"]", &format!("status: completed\n{evidence}"))
        .update("2022-03-01-moved", "[\"1.2\"]", "kind: date-change\nnew-due: 2033-06\nreason: Floods.\n");
    let done = one(&book, "1.1");
    assert!(
        done.contains("Completed\n\nsince 10 June 2021") && done.contains("As of 30 June 2024"),
        "{done}"
    );
    assert!(!done.contains("2024-06-30"), "{done}");
    let moved = one(&book, "1.2");
    assert!(moved.contains("Due June 2033; postponed once") && !moved.contains("2030"), "{moved}");
}

#[test]
fn what_is_not_known_yet_is_said_of_nothing() {
    let announced = "kind: meeting\nmeeting: {state: planned}\n";
    let book = Book::new()
        .item("1.2", "")
        .update("2021-06-10-begun", "[\"1.2\"]", "status: in-progress\n")
        .update("2022-06-10-wrong", "[\"1.2\"]", "status: delayed\n")
        .update("2022-07-10-right", "[\"1.2\"]", "kind: correction\ncorrects: 2022-06-10-wrong\n")
        .update("2031-06-10-done", "[\"1.2\"]", "status: continuing\n")
        .update("2024-05-10-talks", "[\"1.1\"]", &format!("{announced}reported: 2024-05-01\n"));
    let (_folder, mut editor) = editor_of(&book);
    let ids = ["1.2", "2031-06-10-done", "2022-06-10-wrong", "2022-07-10-right"].map(str::to_owned);
    let said = said(&mut editor, &ids);
    assert!(
        said[0].contains("In progress\n\nsince 10 June 2021") && !said[0].contains("elayed"),
        "{}",
        said[0]
    );
    assert!(said[1].contains("No page shows this as of 2024-06-30.") && !said[1].contains("ontinuing"));
    assert!(said[2].contains("Corrected by: Update 2022-07-10-right"), "{}", said[2]);
    assert!(said[3].contains("Corrects: Update 2022-06-10-wrong"), "{}", said[3]);
}

#[test]
fn roles_and_records_have_the_marks_of_their_page() {
    let book = Book::new()
        .file(
            "content/areas/01-trade/1.3-port.md",
            "---\ntitle: Port\nkind: deliverable\nlead: [{agency: ar-trade, basis: inferred}]\naudience: internal\n---\n",
        )
        .file(
            "content/areas/01-trade/1.4-pier.md",
            "---\ntitle: Pier\nkind: deliverable\nlead: [{agency: ar-trade, basis: later, source: act}]\n---\n",
        )
        .file("content/sources/act.md", "---\ntitle: The act\ndate: 2021-03-01\n---\n");
    let (_folder, mut editor) = editor_of(&book);
    let said = said(&mut editor, &["1.3".to_owned(), "1.4".to_owned()]);
    assert!(said[0].contains("The editors inferred them from the subject."), "{}", said[0]);
    assert!(said[0].contains("The public site does not contain this page."), "{}", said[0]);
    assert!(said[1].contains("named later") && said[1].contains("The act"), "{}", said[1]);
}

#[test]
fn a_plan_that_has_ended_is_not_spoken_of_as_if_it_went_on() {
    let book = Book::new().item("1.2", "due: 2021-12\n").file(
        "content/plan.md",
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nperiod: 2020/2022\n---\n",
    );
    let said = one(&book, "1.2");
    assert!(said.contains("The plan ended on 31 December 2022"), "{said}");
}

#[test]
fn words_are_those_of_the_plan_also_where_its_theme_is_broken() {
    let (_folder, root) = book();
    write(
        &root,
        "book.toml",
        "[book]\ntitle = \"港計画\"\nlanguages = [\"ja\"]\n\n[site]\ntheme = \"own\"\n",
    );
    write(&root, "themes/own/theme.toml", "api = 2\n");
    write(&root, "themes/own/templates/item.html", "{% if %}");
    let mut editor = Editor::at(&root);
    let said = said(&mut editor, &["1.2".to_owned()]).remove(0);
    assert!(said.contains("2024年6月30日現在") && said.contains("Build a plant"), "{said}");
}

#[test]
fn a_code_a_tag_and_a_path_are_explained() {
    let (_folder, root) = book();
    let item = "content/areas/01-trade/1.3-quay.md";
    write(&root, item, "---\ntitle: Build a quay\ncode: QU-01\nkind: deliverable\nlead: [ar-trade]\n---\n");
    let mut editor = Editor::at(&root);
    let hover = |editor: &mut Editor, path: &str, marked: &str| {
        let found: Value = editor.at_bar("hover", path, marked);
        found["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let quay = hover(&mut editor, PAGE, "---\ntitle: A\n---\n[[qu-¦01]]\n");
    assert!(quay.starts_with("**Item QU-01 Build a quay**\n"), "{quay}");
    assert!(quay.ends_with(&format!("item `1.3` · `{item}`")), "{quay}");
    let linked = hover(&mut editor, PAGE, "---\ntitle: A\n---\n[x](../areas/01-trade/1.3-qu¦ay.md#a)\n");
    assert_eq!(linked, quay);
    let tag = hover(
        &mut editor,
        "content/areas/01-trade/1.2-plant.md",
        "---\ntitle: A\nkind: deliverable\ntags: [place/no¦rth]\n---\n",
    );
    assert_eq!(tag, "**North shore**\n\none item");
    assert_eq!(hover(&mut editor, PAGE, "---\ntitle: A\n---\n[x](../no¦where.md)\n"), "");
}

#[test]
fn an_agency_is_not_said_to_be_inferred() {
    let book = Book::new().item("1.2", "lead: [{agency: ar-trade, basis: inferred}]\n");
    let said = one(&book, "ar-trade");
    assert!(said.contains("Ministry of Trade") && !said.contains("inferred"), "{said}");
}

#[test]
fn a_translation_has_the_keys_of_its_kind_of_record() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let path = "content/areas/01-trade/1.2-plant.ja.md";
    let found: Value = editor.at_bar("hover", path, "---\nti¦tle: 工場\n---\n");
    let said = found["contents"]["value"].as_str().unwrap_or_default();
    let own: Value = editor.at_bar("hover", "content/areas/01-trade/1.2-plant.md", "---\nti¦tle: A\n---\n");
    let own = own["contents"]["value"].as_str().unwrap_or_default();
    assert!(said.starts_with("**title**\n\n") && own.starts_with(said), "{said}\n{own}");
    // Those that its original has: a role and a date can have words.
    let plant = root.join("content/areas/01-trade/1.2-plant.md");
    let text = std::fs::read_to_string(&plant).unwrap();
    std::fs::write(&plant, text.replace("kind: ", "summary: It cleans.\nkind: ")).unwrap();
    let mut editor = Editor::at(&root);
    let (labels, _) = editor.offers(path, "---\n¦\n---\n");
    assert_eq!(labels, ["title", "lead", "due", "summary", "same", "official", "made-from"]);
    let (labels, _) = editor.offers("content/areas/01-trade/1.9-none.ja.md", "---\n¦\n---\n");
    let has = |key: &str| labels.contains(&key.to_owned());
    assert!(has("milestones") && !has("native-name") && !has("kind"), "{labels:?}");
}

#[test]
fn a_reference_in_a_table_is_explained_and_followed() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let marked = "---\ntitle: A\n---\n| a |\n|---|\n| [[1.¦1\\|the code]] |\n";
    let found: Value = editor.at_bar("hover", PAGE, marked);
    assert!(found["contents"]["value"].as_str().unwrap_or_default().contains("Hold talks"), "{found}");
    let found: Value = editor.at_bar("definition", PAGE, marked);
    assert!(found["uri"].as_str().unwrap_or_default().ends_with("1.1-talks.md"), "{found}");
}

#[test]
fn what_both_sites_lack_is_one_problem() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    write(&root, "content/areas/01-trade/1.3-x.md", "---\ntitle: 海\nkind: event\n---\n");
    write(&root, "content/areas/01-trade/1.4-x.md", "---\ntitle: 空\nkind: event\naudience: internal\n---\n");
    let settings = "[book]\ntitle = \"Harbour plan\"\n[outputs]\ncards = true\n";
    editor.open("book.toml", settings);
    let lines = editor.problems("book.toml");
    let about: Vec<&String> = lines.iter().filter(|line| line.contains("card-without-font")).collect();
    assert_eq!(about.len(), 1, "{lines:?}");
}
