//! SARIF 2.1.0: what code scanning of several hosts reads. A rule for each code that was found, a result for each problem.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fingerprint::{fingerprint, numbered};
use super::human::printable_lines;
use super::place::{Place, Places};
use super::{ProblemReport, printable};
use crate::diag::explain::page;
use crate::diag::{Code, Diagnostic, Severity, code};

/// Where the format is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(report: &ProblemReport<'_>) -> String {
    let found: Vec<&str> = report.shown().map(|(problem, _)| problem.code.name).collect();
    let codes: Vec<Code> = code::ALL.iter().copied().filter(|code| found.contains(&code.name)).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut places = Places::default();
    let all: Vec<_> = report.shown().collect();
    // A host refuses a file with more, so the errors come first, and the file says how many it has not.
    let (mut kept, mut left_out) = (all, 0);
    if kept.len() > MOST {
        kept.sort_by_key(|(problem, _)| std::cmp::Reverse(problem.severity == Severity::Error));
        left_out = kept.len() - MOST;
        kept.truncate(MOST);
    }
    let notice = if left_out == 0 { String::new() } else { notice(left_out) };
    let results: Vec<String> = kept
        .into_iter()
        .map(|(problem, place)| {
            let print = fingerprint(problem, report.tree);
            let times = seen.entry(print.clone()).or_default();
            *times += 1;
            result(report, (problem, place), &codes, &numbered(&print, *times), &mut places).to_string()
        })
        .collect();
    let driver = json!({
        "name": "planbook",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<Value>>()
    });
    // A line for each result, and never all of them as values: there may be hundreds of thousands.
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},{notice}\n\"columnKind\":\"unicodeCodePoints\",\"results\":[\n{}\n]}}]}}\n",
        results.join(",\n")
    )
}

/// How many results GitHub takes of one run.
const MOST: usize = 25_000;

/// The place of the format for what a tool says of its own work.
fn notice(left_out: usize) -> String {
    let text = format!("{left_out} more problems are left out of this file: `planbook check` shows all");
    let notice = json!({ "level": "warning", "message": { "text": text } });
    let invocation = json!({ "executionSuccessful": true, "toolExecutionNotifications": [notice] });
    format!("\n\"invocations\":[{invocation}],")
}

fn rule(code: Code) -> Value {
    let text = format!("`planbook explain {}` explains it and how to fix it.", code.name);
    let markdown = page(code).unwrap_or(&text);
    json!({
        "id": code.name,
        "shortDescription": { "text": code.summary },
        "help": { "text": text, "markdown": markdown },
        "defaultConfiguration": { "level": level(code.severity) }
    })
}

fn result(
    report: &ProblemReport<'_>,
    (problem, place): (&Diagnostic, Option<Place>),
    codes: &[Code],
    fingerprint: &str,
    places: &mut Places,
) -> Value {
    let path = report.some_path(problem);
    let mut value = json!({
        "ruleId": problem.code.name,
        "ruleIndex": codes.iter().position(|code| code.name == problem.code.name),
        "level": level(problem.severity),
        "message": { "text": printable(&report.sentences(problem)) },
        "locations": [location(&path, place)],
        "partialFingerprints": { "planbook/v1": fingerprint }
    });
    // The lines of an older state are in no file that could be opened.
    let related: Vec<Value> = report
        .related(problem, places)
        .into_iter()
        .filter(|related| !related.older)
        .map(|related| {
            let mut location = location(&related.path, Some(related.place));
            location["message"] = json!({ "text": printable(related.text) });
            location
        })
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = Value::Array(related);
    }
    if let (Some(replacement), Some(place)) = (report.replacement(problem), place) {
        let text = printable_lines(&replacement);
        value["fixes"] = json!([{
            "description": { "text": format!("write `{text}`") },
            "artifactChanges": [{
                "artifactLocation": { "uri": address(&path) },
                "replacements": [{ "deletedRegion": region(place), "insertedContent": { "text": text } }]
            }]
        }]);
    }
    value
}

fn location(path: &str, place: Option<Place>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": address(path) } });
    if let Some(place) = place {
        physical["region"] = region(place);
    }
    json!({ "physicalLocation": physical })
}

fn region(place: Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Off => "none",
    }
}

/// A path as a relative address.
fn address(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
