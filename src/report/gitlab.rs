//! Code quality of GitLab: an array of problems, which it compares with those of the branch that is merged into.

use std::collections::BTreeMap;

use serde_json::json;

use super::fingerprint::{fingerprint, numbered};
use super::{ProblemReport, printable};
use crate::diag::Severity;

pub(super) fn write(report: &ProblemReport<'_>) -> String {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let problems: Vec<String> = report
        .shown()
        .map(|(problem, place)| {
            let print = fingerprint(problem, report.tree);
            // Each needs one of its own, or GitLab takes them for the same.
            let times = seen.entry(print.clone()).or_default();
            *times += 1;
            json!({
                "description": printable(&report.sentences(problem)),
                "check_name": problem.code.name,
                "fingerprint": numbered(&print, *times),
                "severity": if problem.severity == Severity::Error { "major" } else { "minor" },
                "location": {
                    "path": printable(&report.some_path(problem)),
                    "lines": { "begin": place.map_or(1, |place| place.line) }
                }
            })
            .to_string()
        })
        .collect();
    // A line for each, and never all of them as values: there may be hundreds of thousands.
    format!("[\n{}\n]\n", problems.join(",\n"))
}
