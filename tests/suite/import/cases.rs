//! Kinds of plans that people write, each as short as it can be, with what a person reads in it: read right without a flag.
//!
//! A file of `cases/` has several: `##### name`, the text, `>>>>>`, and a line for each record: its id and its words. A first
//! line that begins with `= ` is the title of the plan.

use std::fmt::Write as _;
use std::path::Path;

use planbook::import::{Decisions, SourceFormat, obey, outline, read};

use super::{accounted, book};

/// How many of them must be right.
const RIGHT: usize = 176;

#[derive(Clone)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) records: Vec<String>,
}

pub(super) fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/import/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let all = std::fs::read_to_string(&file).unwrap();
        for case in all.split("##### ").skip(1) {
            let (name, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once(">>>>>\n").unwrap();
            let title = expected.lines().find_map(|line| line.strip_prefix("= ")).map(str::to_owned);
            let records =
                expected.lines().filter(|line| !line.starts_with("= ")).map(str::to_owned).collect();
            let name = format!("{}: {name}", file.file_stem().unwrap().to_string_lossy());
            cases.push(Case { name, text: text.to_owned(), title, records });
        }
    }
    cases
}

/// What was read instead, if it was not what the case expects.
fn wrong(case: &Case) -> Option<String> {
    let decisions = Decisions::default();
    let found = match read(&case.text, SourceFormat::Text, &decisions) {
        Ok(found) => found,
        Err(problem) => return Some(problem),
    };
    accounted(&found);
    assert_eq!(book(&found, &decisions).build().places(), Vec::<String>::new(), "{}", case.name);
    let again = obey(&case.text, &outline(&case.text, &decisions).unwrap(), &decisions).unwrap();
    assert_eq!(again.records, found.records, "{}", case.name);
    let words = |record: &planbook::import::ImportedRecord| {
        let words = record.text.clone().unwrap_or_else(|| record.title.clone());
        format!("{} {}", record.id, words.trim_end_matches(['.', ';', '。']))
    };
    let records: Vec<String> = found.records.iter().map(words).collect();
    let titled = case.title.as_ref().is_none_or(|title| *title == found.title);
    (records != case.records || !titled)
        .then(|| format!("= {}\n{}\nto be looked at: {:#?}", found.title, records.join("\n"), found.remarks))
}

#[test]
#[expect(clippy::print_stdout, reason = "the figure is what is looked for")]
fn plans_of_many_kinds_are_read_right_without_a_flag() {
    let cases = cases();
    let mut report = String::new();
    let wrong: Vec<_> = cases.iter().filter_map(|case| Some((case, wrong(case)?))).collect();
    for (case, got) in &wrong {
        let _ = writeln!(report, "{}\n{got}\n", case.name);
    }
    let right = cases.len() - wrong.len();
    println!("right at default flags: {right} of {}\n{report}", cases.len());
    assert!(
        cases.len() >= 40 && right >= RIGHT,
        "right at default flags: {right} of {}\n{report}",
        cases.len()
    );
}
