//! Books at random, and slips in books that are right: what planbook takes, the schemas take.

use planbook::build;
use planbook::diag::Severity;
use planbook::source::Tree;

use super::real::{front_matters, judge};
use crate::book::day;
use crate::non_interference::{generate, write};
use crate::random::seeds;

/// The front matters of books that are written at random.
fn written(seeds: impl Iterator<Item = u64>) -> Vec<(&'static str, String, String)> {
    seeds.flat_map(|seed| front_matters(&write::marked(&generate::model(seed)))).collect()
}

#[test]
fn what_is_written_at_random_and_right_is_right_by_its_schema() {
    let cases = written(seeds(40));
    assert!(cases.len() > 500, "only {} records were written", cases.len());
    let verdicts = judge(&cases.iter().map(|(kind, yaml, _)| (kind, yaml)).collect::<Vec<_>>());
    for ((kind, yaml, _), wrong) in cases.iter().zip(verdicts) {
        assert_eq!(wrong, None, "{kind}:\n{yaml}");
    }
}

/// One slip in each line of a front matter.
fn slips(yaml: &str) -> Vec<String> {
    let lines: Vec<&str> = yaml.lines().collect();
    let with = |at: usize, line: Option<String>| {
        let kept = lines
            .iter()
            .enumerate()
            .filter_map(|(index, old)| if index == at { line.clone() } else { Some((*old).to_owned()) });
        kept.collect::<Vec<_>>().join("\n")
    };
    let mut slips = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((key, value)) = line.split_once(": ").filter(|(key, _)| !key.contains(['#', '"'])) else {
            continue;
        };
        slips.push(with(at, None));
        slips.push(with(at, Some(format!("{key}s: {value}"))));
        for other in ["soon", "{a: 1}", "\"\"", "2024-05"] {
            slips.push(with(at, Some(format!("{key}: {other}"))));
        }
    }
    slips
}

/// Whether the reader calls the record wrong, of itself: whether an id leads anywhere is not its business here.
fn is_refused(path: &str, yaml: &str) -> bool {
    let elsewhere =
        |code: &str| code.starts_with("unknown-") && !["unknown-key", "unknown-value"].contains(&code);
    let plan = "---\ntitle: P\nparties: [A]\nadopted: 2020\n---\n";
    let files = [("book.toml", "[book]\ntitle = \"T\"\n".to_owned()), ("content/plan.md", plan.to_owned())];
    let files = files.into_iter().chain([(path, format!("---\n{yaml}\n---\n"))]);
    let (tree, _) = Tree::new(files.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    let at = tree.find(path);
    let found = build::read(&tree, Vec::new(), day("2026-11-25")).diagnostics;
    let own = found.iter().filter(|problem| problem.span.map(|span| span.file) == at);
    let (leads_nowhere, own): (Vec<_>, Vec<_>) = own.partition(|problem| elsewhere(problem.code.name));
    if own.iter().any(|problem| problem.severity == Severity::Error) {
        return true;
    }
    // Of a file with such a fault no more is said, so it is read again without the lines that have one.
    let line_of = |start: usize| tree.text(at.unwrap()).unwrap()[..start].matches('\n').count();
    let lines: Vec<usize> =
        leads_nowhere.iter().filter_map(|problem| Some(line_of(problem.span?.range().start))).collect();
    // The whole record lacks its parent, which no line of it says.
    if lines.contains(&0) {
        return true;
    }
    let wrong: Vec<usize> = lines.into_iter().map(|line| line - 1).collect();
    let rest: Vec<&str> =
        yaml.lines().enumerate().filter(|(at, _)| !wrong.contains(at)).map(|(_, line)| line).collect();
    rest.len() < yaml.lines().count() && is_refused(path, &rest.join("\n"))
}

#[test]
fn a_slip_that_the_schema_refuses_is_refused_by_the_reader_too() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    let records = front_matters(&super::real::files(&root));
    let cases: Vec<(&str, String, String)> = records
        .iter()
        .filter(|(_, _, path)| !path.contains("/editions/"))
        .flat_map(|(kind, yaml, path)| slips(yaml).into_iter().map(move |slip| (*kind, slip, path.clone())))
        .collect();
    assert!(cases.len() > 1000, "only {} slips were made", cases.len());
    let verdicts = judge(&cases.iter().map(|(kind, yaml, _)| (kind, yaml)).collect::<Vec<_>>());
    let refused = verdicts.iter().flatten().count();
    assert!(refused > cases.len() / 3, "the schemas see only {refused} of {} slips", cases.len());
    for ((kind, yaml, path), wrong) in cases.iter().zip(verdicts) {
        if let Some(why) = wrong {
            assert!(
                is_refused(path, yaml),
                "the reader takes this {kind}, and the schema says {why}:\n{yaml}"
            );
        }
    }
}
