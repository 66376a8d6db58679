//! GitHub's workflow commands, read back as its runner reads them.

use std::collections::BTreeMap;

use planbook::diag::{Diagnostic, FileId, Span, code};
use planbook::source::Tree;
use proptest::prelude::*;

use super::{Outcome, outcome, written};

/// What the runner makes of a line: command, properties, message.
fn read(line: &str) -> (String, BTreeMap<String, String>, String) {
    let (head, data) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (command, properties) = head.split_once(' ').unwrap();
    let unescaped = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
    let properties = properties.split(',').map(|property| {
        let (key, value) = property.split_once('=').unwrap();
        let value = unescaped(&value.replace("%3A", ":").replace("%2C", ",")).replace("%25", "%");
        (key.to_owned(), value)
    });
    (command.to_owned(), properties.collect(), unescaped(data).replace("%25", "%"))
}

#[test]
fn each_problem_is_one_command_that_says_the_same() {
    let all = outcome();
    // No more at a time than GitHub shows.
    let few = all.diagnostics.chunks(5).map(|few| Outcome {
        tree: all.tree.clone(),
        diagnostics: few.to_vec(),
        files: BTreeMap::new(),
    });
    few.for_each(|outcome| each_is_one_command(&outcome));
}

fn each_is_one_command(outcome: &Outcome) {
    let text = written("github", outcome, "plans/water/");
    assert_eq!(text.lines().count(), outcome.diagnostics.len());
    for (line, problem) in text.lines().zip(&outcome.diagnostics) {
        let (command, properties, message) = read(line);
        assert!(matches!(command.as_str(), "error" | "warning"), "{line}");
        assert_eq!(properties["title"], format!("planbook: {}", problem.code.name));
        assert!(message.starts_with(&problem.message), "{line}");
        let file = problem.span.map(|span| format!("plans/water/{}", outcome.tree.path(span.file)));
        assert_eq!(properties.get("file"), file.as_ref());
        assert!(file.is_none() || properties["line"].parse::<usize>().unwrap() > 0);
    }
}

proptest! {
    #![proptest_config(crate::random::config(256))]

    #[test]
    fn no_text_ends_a_command(message in "[a%:,=\r\n0-9A-D]{0,20}", path in "[a%:,=0-9A-D]{1,20}") {
        let (tree, _) = Tree::new([(path.clone(), b"x".to_vec())]);
        let problem = Diagnostic::new(code::BAD_ID, Span::new(FileId(0), 0..1), message.clone());
        let outcome = Outcome { tree: tree.into(), diagnostics: vec![problem], files: BTreeMap::new() };
        let text = written("github", &outcome, "");
        prop_assert_eq!(text.matches('\n').count(), 1);
        let (_, properties, said) = read(text.trim_end_matches('\n'));
        prop_assert_eq!(said, message);
        prop_assert_eq!(&properties["file"], &path);
    }
}
