//! No message ends the server, and each request has an answer.

use planbook::lsp::Incoming;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::editor::{Editor, book, incoming, session};
use crate::random;

const METHODS: [&str; 14] = [
    "initialize",
    "initialized",
    "shutdown",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didSave",
    "textDocument/didClose",
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/codeAction",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "$/cancelRequest",
];

/// Anything that could stand in a message.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ -~é🚢]{0,12}".prop_map(Value::from),
        prop_oneof!["file:///[a-z%/]{0,9}", "untitled:[a-z]{0,4}"].prop_map(Value::from),
    ];
    let keys = prop_oneof![
        Just("textDocument"),
        Just("uri"),
        Just("position"),
        Just("range"),
        Just("start"),
        Just("line"),
        Just("character"),
        Just("version"),
        Just("text"),
        Just("contentChanges"),
        Just("event"),
        Just("added"),
        Just("changes"),
        Just("rootUri"),
        Just("workspaceFolders"),
        Just("capabilities"),
        Just("context"),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((keys.clone(), inner), 0..5).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

#[test]
fn any_message_may_come_at_any_time() {
    let mut runner = TestRunner::new(random::config(200));
    let messages = proptest::collection::vec((0..METHODS.len(), anything(), any::<bool>()), 1..20);
    runner
        .run(&messages, |messages| {
            let mut session = session();
            for (id, (method, params, is_request)) in messages.into_iter().enumerate() {
                let mut message = json!({ "method": METHODS[method], "params": params });
                if is_request {
                    message["id"] = json!(id);
                }
                let reaction = session.handle([incoming(message)]);
                let answers = reaction.messages.iter().filter(|it| it["id"] == id && it["method"].is_null());
                prop_assert_eq!(answers.count(), usize::from(is_request));
                let failed = reaction
                    .messages
                    .iter()
                    .any(|it| it.to_string().contains("this is an error in planbook"));
                prop_assert!(!failed, "{:?}", reaction.messages);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_cannot_be_read_is_answered_and_the_conversation_goes_on() {
    let mut session = session();
    let unknown = incoming(json!({ "id": "a", "method": "x" }));
    let reaction = session.handle([Incoming::Unreadable("why".to_owned()), unknown]);
    assert_eq!(
        reaction.messages[0],
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": -32700, "message": "why" } })
    );
    assert_eq!(reaction.messages[1]["error"]["code"], -32002);
    assert_eq!(reaction.exit, None);
}

#[test]
fn places_outside_of_a_text_are_its_ends() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let path = "content/plan.md";
    editor.open_saved(path);
    let far = json!({ "line": u32::MAX, "character": u32::MAX });
    let uri = editor.uri(path);
    for method in ["completion", "hover", "definition"] {
        let place = json!({ "textDocument": { "uri": uri }, "position": far });
        let answer = editor.ask(&format!("textDocument/{method}"), place);
        assert!(answer["code"].is_null(), "{method}: {answer}");
    }
    editor.change(
        path,
        json!([{ "range": { "start": far, "end": { "line": 0, "character": 0 } }, "text": "" }]),
    );
    assert_eq!(editor.problems(path), ["0:0 no-front-matter"]);
}

#[test]
fn choices_fit_to_the_place() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let item = "content/areas/01-trade/1.2-plant.md";
    let update = "content/updates/2024/2024-05-01-begun.md";
    let cases: &[(&str, &str, &[&str], &str)] = &[
        (item, "---\nkind:¦\n---\n", &["deliverable"], " deliverable"),
        (item, "---\nlead: [{agency: ar-w¦", &["ar-water"], "ar-water"),
        (item, "---\nlead:\n  - agency: ar-water\n    bas¦\n---\n", &["basis"], "basis: "),
        (item, "---\nlead: [水道¦]\n---\n", &["ar-water"], "ar-water"),
        (item, "---\nx-b¦\n---\n", &["x-budget"], "x-budget: "),
        (item, "---\nx-budget: ¦\n---\n", &["secured", "not secured"], "secured"),
        (item, "---\ntags: [pl¦]\n---\n", &["place/north"], "place/north"),
        (item, "---\nrelated: [¦]\n---\n", &["1.1"], "\"1.1\""),
        (item, "---\nrelated: [\"1.¦\"]\n---\n", &["1.1"], "1.1"),
        (item, "---\nsource: ¦\n---\n", &["plan-2020"], "plan-2020"),
        (item, "---\neach: ¦\n---\n", &["true", "false"], "true"),
        (item, "---\ntitle: lead¦\n---\n", &[], ""),
        (item, "---\ntitle: A\n---\nle¦", &[], ""),
        (item, "---\ntitle: A\n---\nSee [[begun¦]].", &["2024-05-01-begun"], "2024-05-01-begun"),
        (update, "---\nmeeting: {sta¦", &["state"], "state: "),
        (update, "---\nforum: ¦\n---\n", &["round"], "round"),
        (update, "---\nareas: [¦]\n---\n", &["1"], "\"1\""),
        (
            update,
            "---\nevidence:\n  - title: A\n    class: joint¦\n---\n",
            &["joint-statement"],
            "joint-statement",
        ),
        ("content/plan.ja.md", "---\ntit¦\n---\n", &["title"], "title: "),
        ("content/plan.ja.md", "---\nmade¦\n---\n", &["made-from"], "made-from: "),
        ("book.toml", "[¦", &["book", "site"], "book]"),
        ("book.toml", "[[nav.a¦", &["add"], "add]]"),
        ("book.toml", "[nav]\nhide = [\"gloss¦\"]\n", &["glossary"], "glossary"),
        ("book.toml", "[fields.x-a]\ntype = ¦\n", &["text", "choice"], "\"text\""),
        ("book.toml", "[outputs]\nfeeds = t¦\n", &["true"], "true"),
        ("book.toml", "[check]\nstale = ¦\n", &["error", "warning", "off"], "\"error\""),
    ];
    for (path, marked, expected, first) in cases {
        let (labels, written) = editor.offers(path, marked);
        let begin: Vec<&str> = labels.iter().map(String::as_str).take(expected.len().max(1)).collect();
        assert_eq!((begin.as_slice(), written.as_str()), (*expected, *first), "{marked}");
    }
}

#[test]
fn a_key_that_is_there_is_not_offered_again() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let (labels, _) = editor.offers("content/agencies/ar-trade.md", "---\nname: A\n¦\n---\n");
    assert!(labels.contains(&"party".to_owned()) && !labels.contains(&"name".to_owned()), "{labels:?}");
    // The key in which one types is.
    let (labels, written) = editor.offers("content/agencies/ar-trade.md", "---\nna¦me: A\n---\n");
    assert_eq!((labels.first().map(String::as_str), written.as_str()), (Some("name"), "name"));
}

#[test]
fn a_suggestion_that_is_not_certain_is_not_preferred() {
    let (_folder, root) = book();
    let mut editor = Editor::at(&root);
    let actions = |editor: &mut Editor, marked: &str| {
        let found = editor.at_bar("codeAction", "content/areas/01-trade/1.1-talks.md", marked);
        let one = |action: &Value| {
            let uri = editor.uri("content/areas/01-trade/1.1-talks.md");
            let text = action["edit"]["changes"][&uri][0]["newText"].as_str().unwrap().to_owned();
            (text, action["isPreferred"].as_bool().unwrap())
        };
        found.as_array().unwrap().iter().map(one).collect::<Vec<_>>()
    };
    let with = |line: &str| format!("---\ntitle: A\nkind: recurring\n{line}\n---\n");
    let yes = |text: &str| vec![(text.to_owned(), true)];
    let no = |text: &str| vec![(text.to_owned(), false)];
    let kind = "---\ntitle: A\nkind: recu¦ring\nlead: [ar-trade]\n---\n";
    assert_eq!(actions(&mut editor, kind), yes("recurring"));
    // An agency that is not there yet may have such an id.
    assert_eq!(actions(&mut editor, &with("lead: [ar-wa¦tr]")), no("ar-water"));
    assert_eq!(actions(&mut editor, &with("related: [\"1.¦3\"]")), []);
    assert_eq!(
        actions(&mut editor, &with("cadence: every yaer¦")),
        actions(&mut editor, &with("cadence: every yae¦r"))
    );
    // `titel` is a word of another language, so nobody knows.
    assert_eq!(actions(&mut editor, "---\ntit¦el: A\nkind: recurring\nlead: [ar-trade]\n---\n"), no("title"));
    assert_eq!(actions(&mut editor, &with("lead: [¦ar-trade]")), []);
}
