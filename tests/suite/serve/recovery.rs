//! A mistake never ends the server, and mending it is enough.

use std::path::Path;

use super::{Preview, SMALL, small_book, write};

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";

#[test]
fn the_last_good_pages_stay_with_what_is_wrong_above_them() {
    let preview = Preview::new();
    assert!(preview.get("/items/1.1/").text().contains("Hold talks"));
    preview.write(ITEM, "---\ntitle: Talk\nkind: recurring\nlead: [ar-trad]\n---\n");
    let generation = preview.settled();
    assert!(generation.stale);
    assert!(preview.get("/items/1.1/").text().contains("Hold talks"));
    let report: serde_json::Value =
        serde_json::from_slice(&preview.get("/~preview/problems.json").body).unwrap();
    assert_eq!((&report["errors"], &report["stale"]), (&1.into(), &true.into()), "{report}");
    let (file, problem) = (&report["files"][0], &report["files"][0]["problems"][0]);
    assert_eq!((&file["path"], &problem["code"]), (&ITEM.into(), &"unknown-agency".into()));
    assert_eq!((&problem["line"], &problem["column"]), (&4.into(), &8.into()));
    assert_eq!(problem["suggestion"], "ar-trade");
    let root = std::fs::canonicalize(&preview.root).unwrap();
    assert_eq!(file["editor"], format!("vscode://file{}:4:8", root.join(ITEM).display()));
    let page = preview.get("/~preview/");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("line 4, column 8") && page.text().contains("ar-trade"), "{}", page.text());
    preview.write(ITEM, "---\ntitle: Talk\nkind: recurring\nlead: [ar-trade]\n---\n");
    preview.settled();
    assert!(preview.get("/items/1.1/").text().contains("Talk"));
    assert!(preview.get("/~preview/").text().contains("up to date") || preview.current().warnings() == 0);
}

#[test]
fn a_book_that_is_wrong_from_the_beginning_shows_what_is_wrong_and_then_its_pages() {
    for (path, broken) in [
        ("book.toml", "[book\n"),
        ("book.toml", "[book]\ntitel = \"H\"\n"),
        ("content/plan.md", "no front matter\n"),
        (ITEM, "---\n\t: [\n---\n"),
    ] {
        let folder = small_book();
        write(folder.path(), path, broken);
        let preview = Preview::of(folder, |_| {});
        for address in ["/", "/items/1.1/", "/nothing", "/assets/style.css"] {
            let answer = preview.get(address);
            assert_eq!(answer.status, 503, "{path} {broken:?} {address}");
            assert!(answer.text().contains("live.js") && answer.text().contains("class=\"planbook-problem "));
        }
        let good = SMALL.iter().find(|(name, _)| *name == path).unwrap().1;
        preview.write(path, good);
        preview.settled();
        assert_eq!(preview.get("/items/1.1/").status, 200, "{path} {broken:?}");
    }
}

#[test]
fn settings_can_break_and_vanish_and_come_back() {
    let preview = Preview::new();
    preview.write("book.toml", "[book]\ntitle = \n");
    assert!(preview.settled().stale);
    assert_eq!(preview.get("/").status, 200);
    std::fs::remove_file(preview.root.join("book.toml")).unwrap();
    let generation =
        preview.until("told that the settings are gone", |generation| generation.trouble.is_some());
    assert!(generation.stale && generation.errors() == 1);
    assert!(preview.get("/~preview/").text().contains("does not contain a book.toml"));
    preview.write("book.toml", "[book]\ntitle = \"Back again\"\n");
    preview.settled();
    assert!(preview.get("/").text().contains("Back again"));
}

#[test]
fn a_whole_folder_can_go_and_come_back() {
    let preview = Preview::new();
    let (here, there) = (preview.root.join("content"), preview.root.join("elsewhere"));
    std::fs::rename(&here, &there).unwrap();
    preview.until("told that there is no plan", |generation| generation.stale);
    std::fs::rename(&there, &here).unwrap();
    preview.settled();
    // It is still watched.
    preview.write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Fishing\n---\n");
    preview.settled();
    assert!(preview.get("/areas/1/").text().contains("Fishing"));
}

#[test]
fn a_template_that_fails_is_told_on_its_pages_only() {
    let folder = small_book();
    let template = "themes/default/templates/item.html";
    write(folder.path(), template, "<p>{{ page.no_such_thing }}</p>\n");
    let preview = Preview::of(folder, |_| {});
    let answer = preview.get("/items/1.1/");
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains(template) && answer.text().contains("live.js"), "{}", answer.text());
    assert_eq!(preview.get("/areas/1/").status, 200);
    preview.write(template, "<p>{{ page.broken }</p>\n");
    assert!(preview.settled().errors() > 0);
    preview.write(template, "<!doctype html>\n<html lang=\"en\"><title>x</title><p>mended</p></html>\n");
    preview.settled();
    let mended = preview.get("/items/1.1/");
    assert_eq!(mended.status, 200);
    // Without an end of the body the script stands at the end.
    assert!(
        mended.text().contains("mended") && mended.text().trim_end().ends_with("</script>"),
        "{}",
        mended.text()
    );
}

#[test]
fn what_is_written_is_shown_as_text_on_the_pages_of_problems() {
    let preview = Preview::new();
    preview.write(
        ITEM,
        "---\ntitle: T\nkind: \"<script>alert(1)</script>\"\n\"<img src=x onerror=y>\": 1\n---\n",
    );
    preview.settled();
    let page = preview.get("/~preview/");
    let text = page.text().replace("<script src=\"/~preview/live.js\"", "");
    assert!(!text.contains("<script") && !text.contains("<img"), "{text}");
    assert!(text.contains("&lt;script"), "{text}");
}

#[test]
fn the_editor_is_the_one_that_the_book_or_the_caller_names() {
    let broken = "---\ntitle: T\nkind: x\n---\n";
    let editor = |settings: &str, asked: Option<&str>| {
        let folder = small_book();
        write(folder.path(), "book.toml", format!("[book]\ntitle = \"H\"\n{settings}"));
        write(folder.path(), ITEM, broken);
        let preview = Preview::of(folder, |settings| settings.editor = asked.map(str::to_owned));
        let report = preview.get("/~preview/problems.json");
        let report: serde_json::Value = serde_json::from_slice(&report.body).unwrap();
        let files = report["files"].as_array().unwrap();
        files.iter().find(|file| file["path"] == ITEM).unwrap()["editor"].clone()
    };
    let own = "[preview]\neditor = \"idea://open?file=/{path}&line={line}\"\n";
    let address = editor(own, None);
    assert!(address.as_str().unwrap().starts_with("idea://open?file=/"), "{address}");
    assert!(address.as_str().unwrap().ends_with("1.1-talks.md&line=3"), "{address}");
    assert_eq!(editor(own, Some("none")), serde_json::Value::Null);
    assert_eq!(editor("[preview]\neditor = \"none\"\n", None), serde_json::Value::Null);
    let hostile = editor("[preview]\neditor = \"javascript://{path}%0aalert(1)\"\n", None);
    assert!(hostile.as_str().unwrap().starts_with("vscode:"), "{hostile}");
}

#[test]
fn a_folder_that_is_no_book_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |root: &Path| planbook::serve::start(super::settings(root)).err().unwrap().to_string();
    assert!(refused(folder.path()).contains("does not contain a book.toml"));
    assert!(refused(&folder.path().join("nowhere")).contains("cannot read"));
}
