//! The dialogue of `new` in a terminal, led by `dialogue.py`.

use super::{call, well};

/// A question that must be seen, and what is typed then.
pub(super) type Step<'a> = (&'a str, &'a str);

/// Leads a dialogue; what the terminal showed, and the exit code.
pub(super) fn talk(folder: &std::path::Path, arguments: &[&str], steps: &[Step<'_>]) -> (String, i32) {
    let script = format!("{}/tests/suite/begin/dialogue.py", env!("CARGO_MANIFEST_DIR"));
    let work = serde_json::json!({
        "program": env!("CARGO_BIN_EXE_planbook"), "arguments": arguments, "steps": steps,
    });
    let output = std::process::Command::new("python3")
        .args([&script, &work.to_string()])
        .current_dir(folder)
        .env("TERM", "xterm")
        .output()
        .expect("python3 is installed");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let code = i32::try_from(told["code"].as_i64().unwrap()).unwrap();
    (told["shown"].as_str().unwrap().to_owned(), code)
}

pub(super) fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "."]);
    folder
}

#[test]
fn an_update_is_asked_for_word_by_word_and_ids_are_completed() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "update", "--bare"],
        &[
            ("date (", "2025-13\r"),
            ("there is no month 13", "2025-05-12\r"),
            ("title (", "Plant opened\r"),
            ("items (", "1.1.x\r"),
            ("the item `1.1.x` does not exist", "1.1.a, 1.2\r"),
            ("status (", "4\r"),
            ("by (", "ar\t\r"),
            ("`status: completed` needs evidence", "Opening\r"),
            // What is likely stands in the line already.
            ("evidence-url (", "water.example/opening\r"),
            ("browser's address bar, with https://", "\r"),
            ("evidence-date (", "\r"),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    let text = std::fs::read_to_string(folder.path().join("content/updates/2025/2025-05-12-plant-opened.md"));
    assert_eq!(
        text.unwrap(),
        "---\ndate: 2025-05-12\ntitle: Plant opened\nitems: [\"1.1.a\", \"1.2\"]\nstatus: completed\nevidence:\n  - title: Opening\n    url: https://water.example/opening\nby: [ar-water]\n---\n"
    );
    assert_eq!(call(folder.path(), &["check"]).code, 0);
}

#[test]
fn only_what_no_flag_says_is_asked_for() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "page", "--title", "Who we are", "--order", "20"],
        &[("wrote content/pages/who-we-are.md", "")],
    );
    assert_eq!(code, 0, "{shown}");
    assert!(!shown.contains('?'), "{shown}");
    let (shown, code) = talk(
        folder.path(),
        &["new", "item", "--id", "2.3", "--title", "Buoys"],
        &[
            ("kind (", "1\r"),
            ("text (", "\r"),
            ("lead (", "BO\t\r"),
            ("due (", "2027\r"),
            ("cadence (", "\r"),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("content/areas/02-safe-quays/2.3-buoys.md"), "{shown}");
}

#[test]
fn whoever_breaks_off_leaves_nothing_behind() {
    let folder = book();
    let before = super::listing(folder.path());
    let (shown, code) =
        talk(folder.path(), &["new", "agency"], &[("name (", "Office\r"), ("abbreviation (", "\u{3}")]);
    assert!(code != 0, "{shown}");
    assert_eq!(super::listing(folder.path()), before);
}

#[test]
fn nobody_has_to_answer_twice() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "page"],
        &[
            ("title (", "About `this` site\r"),
            ("order (", "\r"),
            ("id (", "about\r"),
            ("content/pages/about.md already exists", "\u{4}"),
        ],
    );
    assert_eq!(code, 2, "{shown}");
    let again =
        "stopped; nothing was written\r\n  to go on later: planbook new page --title 'About `this` site'";
    assert!(shown.contains(again), "{shown}");
}
