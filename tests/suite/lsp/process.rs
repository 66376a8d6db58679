//! The program as an editor starts it.

use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::editor::{book, uri};

fn framed(message: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{message}", message.len())
}

/// What the program writes for what it reads, and its exit code.
fn run(input: &str) -> (Vec<Value>, Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(["lsp", "--stdio", "--as-of", "2024-06-30"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let (mut text, mut said) = (String::new(), String::new());
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    let code = child.wait().unwrap().code();
    let mut messages = Vec::new();
    let mut rest = text.as_str();
    while let Some((head, body)) = rest.split_once("\r\n\r\n") {
        let length: usize = head.strip_prefix("Content-Length: ").unwrap().parse().unwrap();
        messages.push(serde_json::from_str(&body[..length]).unwrap());
        rest = &body[length..];
    }
    assert_eq!(rest, "");
    (messages, code, said)
}

#[test]
fn it_answers_over_its_streams_and_ends_as_it_is_told() {
    let (_folder, root) = book();
    let begin =
        json!({ "id": 1, "method": "initialize", "params": { "rootUri": uri(&root), "capabilities": {} } });
    let open = json!({ "method": "textDocument/didOpen", "params": { "textDocument": {
        "uri": uri(&root.join("content/pages/about.md")), "languageId": "markdown", "version": 1, "text": "---\ntitel: 計画\n---\n",
    } } });
    // It is about the problems of the text as it is now, so the book is checked before the answer, whatever waits behind it.
    let start = json!({ "line": 1, "character": 0 });
    let actions = json!({ "id": 2, "method": "textDocument/codeAction", "params": {
        "textDocument": { "uri": uri(&root.join("content/pages/about.md")) },
        "range": { "start": start, "end": start },
        "context": { "diagnostics": [] },
    } });
    let end = json!({ "id": 3, "method": "shutdown" });
    let exit = json!({ "method": "exit" });
    let input: String = [begin, open, actions, end].map(|message| framed(&message.to_string())).concat();
    let (messages, code, said) = run(&(input.clone() + &framed(&exit.to_string())));
    let answers: Vec<&Value> = messages.iter().filter(|message| !message["id"].is_null()).collect();
    assert_eq!(answers.iter().map(|answer| &answer["id"]).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(answers.iter().all(|answer| answer["error"].is_null()), "{answers:?}");
    let problems = messages.iter().any(|message| message["method"] == "textDocument/publishDiagnostics");
    assert!(problems, "{messages:?}");
    assert_eq!((code, said.as_str()), (Some(0), ""));
    // The editor is gone without a word.
    let (_, code, said) = run(&input);
    assert_eq!((code, said.as_str()), (Some(1), ""));
}

#[test]
fn what_is_no_message_does_not_hang_it() {
    let exit = framed("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
    let (messages, code, _) = run(&(framed("{\"a\": ") + &framed("[]") + &framed("3") + &exit));
    let codes: Vec<&Value> = messages.iter().map(|message| &message["error"]["code"]).collect();
    assert_eq!((codes, code), (vec![&json!(-32700); 3], Some(1)));
    let (messages, code, said) = run("hello\r\n\r\n");
    assert_eq!((messages.len(), code), (0, Some(2)));
    assert!(said.contains("`hello` is no head of a message"), "{said}");
}
