//! Which books an editor sees: several folders, books within folders, files of no book.

use serde_json::{Value, json};

use super::editor::{Editor, book, capabilities, uri, write};

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";
const WRONG: &str = "---\ntitle: Hold talks\nkind: recurring\nleed: [ar-trade]\n---\n";

#[test]
fn every_folder_shows_the_problems_of_its_book_before_a_file_is_open() {
    let ((_one, first), (_two, second)) = (book(), book());
    write(&first, ITEM, WRONG);
    write(&second, ITEM, WRONG);
    let folders =
        json!([{ "uri": uri(&first), "name": "a" }, { "uri": uri(&second.join("content")), "name": "b" }]);
    let params = json!({ "workspaceFolders": folders, "capabilities": capabilities() });
    let mut editor = Editor::with(&first, params);
    assert_eq!(editor.problems(ITEM), ["3:0 unknown-key"]);
    editor.root.clone_from(&second);
    assert_eq!(editor.problems(ITEM), ["3:0 unknown-key"]);
    // The folder goes, and with it what was shown.
    let event = json!({ "event": { "removed": [{ "uri": uri(&second.join("content")), "name": "b" }], "added": [] } });
    editor.tell("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(editor.problems(ITEM), [] as [String; 0]);
    let event = json!({ "event": { "added": [{ "uri": uri(&second), "name": "b" }], "removed": [] } });
    editor.tell("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(editor.problems(ITEM), ["3:0 unknown-key"]);
}

#[test]
fn a_book_deeper_than_the_folder_is_opened_with_its_first_file_and_closed_with_its_last() {
    let (folder, root) = book();
    write(&root, ITEM, WRONG);
    let mut editor = Editor::with(&root, json!({ "rootUri": uri(folder.path()), "capabilities": {} }));
    assert_eq!(editor.shown.len(), 0);
    editor.open_saved("content/plan.md");
    assert_eq!(editor.problems(ITEM), ["3:0 unknown-key"]);
    editor.close("content/plan.md");
    assert_eq!(editor.problems(ITEM), [] as [String; 0]);
}

#[test]
fn the_nearest_book_is_that_of_a_file() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    editor.root = root.join("plans/inner");
    write(&editor.root, "book.toml", "[book]\ntitle = \"Inner\"\n");
    write(&editor.root, "content/plan.md", "---\ntitle: Inner\nparties: [A]\nadopted: 2020-01-01\n---\n");
    editor.open("content/agencies/x.md", "---\nname: X\nleed: y\n---\n");
    assert_eq!(editor.problems("content/agencies/x.md"), ["2:0 unknown-key"]);
}

#[test]
fn files_of_no_book_have_no_answers() {
    let (folder, root) = book();
    let mut editor = Editor::at(&root);
    let outside = std::fs::canonicalize(folder.path()).unwrap();
    for path in [
        root.join("README.md"),
        root.join("content/.hidden.md"),
        outside.join("content/plan.md"),
        outside.join("plan.md"),
    ] {
        let uri = uri(&path);
        let document =
            json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "---\nki\n---\n[[1" });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 3, "character": 3 } });
        assert_eq!(editor.ask("textDocument/completion", place), Value::Null, "{uri}");
        assert!(!editor.shown.contains_key(&uri), "{uri}");
    }
    for uri in ["untitled:Untitled-1", "git:/a/content/plan.md?x", "file://host.example/a/b.md", "nonsense"] {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "[[1" });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 3 } });
        assert_eq!(editor.ask("textDocument/completion", place), Value::Null, "{uri}");
    }
}

#[test]
fn settings_of_another_program_are_no_book() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    write(&root, "book.toml", "[book]\ntitle = \"A book of mdBook\"\nsrc = \"src\"\n");
    let mut editor = Editor::at(&root);
    editor.open("book.toml", "[book]\nsrc = \"src\"\n");
    assert_eq!(editor.shown.len(), 0);
}

#[test]
fn a_book_may_come_and_go_while_its_files_are_open() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    write(&root, "content/plan.md", "---\ntitle: A\nparties: [B]\n---\n");
    let mut editor = Editor::at(&root);
    editor.open_saved("content/plan.md");
    assert_eq!(editor.shown.len(), 0);
    editor.save("book.toml", "[book]\ntitle = \"A\"\n");
    assert_eq!(editor.problems("content/plan.md"), ["0:0 missing-key"]);
    std::fs::remove_file(root.join("book.toml")).unwrap();
    let changes = json!({ "changes": [{ "uri": editor.uri("book.toml"), "type": 3 }] });
    editor.tell("workspace/didChangeWatchedFiles", changes);
    assert_eq!(editor.problems("content/plan.md"), [] as [String; 0]);
}

#[test]
fn a_record_that_was_never_saved_is_in_the_book() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    editor.open("content/agencies/ar-new.md", "---\nname: New\nparty: Arland\n---\n");
    editor.open(ITEM, "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-new]\n---\n");
    assert_eq!(editor.problems(ITEM), [] as [String; 0]);
    editor.close("content/agencies/ar-new.md");
    assert_eq!(editor.problems(ITEM), ["3:7 unknown-agency"]);
}

#[test]
fn problems_of_pages_are_shown_when_a_file_is_saved_and_stay_while_others_are_typed() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let linked = "---\ntitle: About\n---\nSee [the plan](../plan.md#nowhere).\n";
    editor.open_saved("content/pages/about.md");
    editor.replace("content/pages/about.md", linked);
    assert_eq!(editor.problems("content/pages/about.md"), [] as [String; 0]);
    editor.save("content/pages/about.md", linked);
    // On the page in each language.
    let broken = ["3:4 broken-link", "3:4 broken-link"];
    assert_eq!(editor.problems("content/pages/about.md"), broken);
    editor.open_saved(ITEM);
    editor.replace(ITEM, WRONG);
    assert_eq!(editor.problems("content/pages/about.md"), broken);
    editor.replace("content/pages/about.md", "---\ntitle: About\n---\n");
    assert_eq!(editor.problems("content/pages/about.md"), [] as [String; 0]);
}

#[test]
fn known_problems_are_not_shown() {
    let (_folder, root) = book();
    let item = "content/areas/01-trade/1.2-plant.md";
    write(
        &root,
        item,
        "---\ntitle: Build a plant\nkind: deliverable\nlead: [ar-water]\ndue: 2023-06\n---\n[[1.1]]\n",
    );
    let plan = "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nreporting: {every: 1 year}\n---\n[[about]]\n";
    write(&root, "content/plan.md", plan);
    let mut editor = Editor::at(&root);
    assert_eq!(editor.problems(item), ["1:7 overdue"]);
    let (tree, found) = planbook::source::load(&root, planbook::config::limits).unwrap();
    let problems = planbook::build::read(&tree, found, crate::book::day("2024-06-30")).diagnostics;
    write(&root, "known.json", &planbook::report::Baseline::of(&problems, &tree).text());
    let settings =
        std::fs::read_to_string(root.join("book.toml")).unwrap() + "[check]\nbaseline = \"known.json\"\n";
    editor.save("book.toml", &settings);
    assert_eq!(editor.problems(item), [] as [String; 0]);
}
