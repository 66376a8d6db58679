//! Whatever is typed, what an editor shows is what another would show that opens the same texts now.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::editor::{BOOK, Editor, book};
use crate::random;

/// What somebody types: into which file, from where to where, and what.
fn edit() -> impl Strategy<Value = (usize, (u32, u32), (u32, u32), String)> {
    let place = (0_u32..9, 0_u32..30);
    let text = prop_oneof![
        "[a-z🚢計\u{301} :\\[\\]{},\"'#\n-]{0,6}",
        Just("---\n".to_owned()),
        Just("[[1.".to_owned()),
        Just("\r\n".to_owned()),
        Just(String::new()),
    ];
    (0..BOOK.len(), place.clone(), place, text)
}

/// The text of a file after an edit, by rules of its own: lines and units of UTF-16 as the protocol says.
fn edited(text: &str, from: (u32, u32), to: (u32, u32), new: &str) -> String {
    let at = |place: (u32, u32)| {
        let mut start = 0;
        for _ in 0..place.0 {
            let rest = &text[start..];
            match rest.find(['\n', '\r']) {
                Some(end) => start += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 },
                None => return text.len(),
            }
        }
        let line = text[start..].split(['\n', '\r']).next().unwrap();
        let mut units = 0;
        for (index, c) in line.char_indices() {
            units += c.len_utf16();
            if units > place.1 as usize {
                return start + index;
            }
        }
        start + line.len()
    };
    let (one, other) = (at(from).min(at(to)), at(from).max(at(to)));
    [&text[..one], new, &text[other..]].concat()
}

#[test]
fn an_editor_that_typed_shows_what_one_shows_that_opens() {
    let mut runner = TestRunner::new(random::config(12));
    let edits = proptest::collection::vec(edit(), 1..12);
    runner
        .run(&edits, |edits| {
            let (_folder, root) = book();
            let mut typed = Editor::at(&root);
            let mut texts: Vec<String> = BOOK.iter().map(|(_, text)| (*text).to_owned()).collect();
            BOOK.iter().for_each(|(path, text)| typed.open(path, text));
            for (file, from, to, new) in edits {
                let range = json!({
                    "start": { "line": from.0, "character": from.1 },
                    "end": { "line": to.0, "character": to.1 },
                });
                typed.change(BOOK[file].0, json!([{ "range": range, "text": new }]));
                texts[file] = edited(&texts[file], from, to, &new);
                // Whatever is asked anywhere is answered.
                for method in ["completion", "hover", "definition", "codeAction"] {
                    let place = json!({ "line": from.0, "character": from.1 });
                    let mut params =
                        json!({ "textDocument": { "uri": typed.uri(BOOK[file].0) }, "position": place });
                    if method == "codeAction" {
                        params["range"] = json!({ "start": place, "end": place });
                        params["context"] = json!({ "diagnostics": [] });
                    }
                    let answer = typed.ask(&format!("textDocument/{method}"), params);
                    prop_assert_eq!(&answer["code"], &Value::Null, "{}", method);
                }
            }
            let mut opened = Editor::at(&root);
            for ((path, _), text) in BOOK.iter().zip(&texts) {
                opened.open(path, text);
            }
            for (path, _) in BOOK {
                // Those of pages are looked for when a file is opened, and were not while it was typed.
                let records = |editor: &Editor| {
                    let mut problems = editor.problems(path);
                    problems.retain(|line| !line.ends_with(" broken-link"));
                    problems
                };
                prop_assert_eq!(records(&typed), records(&opened), "{}: {:?}", path, texts);
            }
            Ok(())
        })
        .unwrap();
}
