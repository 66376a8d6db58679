//! A whole conversation as a document: what an editor sends, and what it is answered.
//!
//! A file of `conversations/` has a message in each line; an empty line ends those that the server finds together, and `#`
//! begins a comment. `$ROOT` is the URI of the book. `{"write": PATH, "text": TEXT}` changes a file on the disk.

use std::fmt::Write as _;
use std::path::Path;

use planbook::lsp::Session;
use serde_json::Value;

use super::editor::{book, incoming, session, uri, write};

/// A message with the elements of its list in lines of their own.
fn shown(message: &Value) -> String {
    let mut message = message.clone();
    message.as_object_mut().unwrap().remove("jsonrpc");
    for path in ["/result/items", "/result", "/params/diagnostics"] {
        let Some(Value::Array(elements)) = message.pointer(path).cloned() else { continue };
        let lines: String = elements.iter().map(|element| format!("\n      {element}")).collect();
        *message.pointer_mut(path).unwrap() = Value::String("LIST".to_owned());
        return format!("  < {}\n", message.to_string().replace("\"LIST\"", &format!("[{lines}]")));
    }
    format!("  < {message}\n")
}

fn batch(lines: &[&str], root: &Path, session: &mut Session) -> String {
    let name = uri(root);
    let mut messages = Vec::new();
    let mut text = String::new();
    for line in lines {
        let _ = writeln!(text, "> {line}");
        let message: Value = serde_json::from_str(&line.replace("$ROOT", &name)).expect(line);
        match message["write"].as_str() {
            Some(path) => write(root, path, message["text"].as_str().unwrap()),
            None => messages.push(incoming(message)),
        }
    }
    let reaction = session.handle(messages);
    for message in &reaction.messages {
        text.push_str(&shown(message).replace(&name, "$ROOT"));
    }
    if let Some(code) = reaction.exit {
        let _ = writeln!(text, "  exit code {code}");
    }
    text
}

#[test]
fn a_conversation_is_as_it_was_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/lsp/conversations");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let (_folder, root) = book();
        let mut session = session();
        let text = std::fs::read_to_string(&file).unwrap();
        let mut transcript = String::new();
        for part in text.split("\n\n") {
            let (comments, lines): (Vec<&str>, Vec<&str>) =
                part.lines().filter(|line| !line.is_empty()).partition(|line| line.starts_with('#'));
            comments.iter().for_each(|comment| transcript.push_str(&format!("{comment}\n")));
            transcript.push_str(&batch(&lines, &root, &mut session));
            transcript.push('\n');
        }
        let mut settings = insta::Settings::clone_current();
        settings.add_filter(&env!("CARGO_PKG_VERSION").replace('.', "\\."), "[VERSION]");
        let name = file.file_stem().unwrap().to_str().unwrap();
        settings.bind(|| insta::assert_snapshot!(name, transcript));
    }
}
