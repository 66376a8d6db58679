//! Workflow commands of GitHub Actions: a line for each problem, which becomes a remark beside the line that it is about.
//!
//! GitHub shows ten errors and ten warnings of a step and drops the rest without a word. So of more, the tenth remark lists
//! the others, and the log those that it has no room for.

use std::fmt::Write as _;

use super::place::Place;
use super::{ProblemReport, printable};
use crate::diag::{Diagnostic, Severity};

/// How many remarks of a kind GitHub shows of one step.
const SHOWN: usize = 10;
/// How many problems the last of them lists: it is a remark beside a line, and no report.
const LISTED: usize = 40;

/// A problem with its place, as far as it has one in the files of today.
type Placed<'a> = (&'a Diagnostic, Option<Place>);

pub(super) fn write(report: &ProblemReport<'_>) -> String {
    let mut text = String::new();
    let mut rest: [Vec<Placed<'_>>; 2] = Default::default();
    let all: Vec<Placed<'_>> = report.shown().collect();
    let of = |severity: Severity| all.iter().filter(|(problem, _)| problem.severity == severity).count();
    let too_many = [of(Severity::Error) > SHOWN, of(Severity::Warning) > SHOWN];
    let mut seen = [0_usize; 2];
    for placed in all.iter().copied() {
        let kind = usize::from(placed.0.severity != Severity::Error);
        seen[kind] += 1;
        if too_many[kind] && seen[kind] >= SHOWN {
            rest[kind].push(placed);
            continue;
        }
        let title = format!("planbook: {}", placed.0.code.name);
        text.push_str(&command(report, placed, &title, &report.sentences(placed.0)));
    }
    for others in rest.iter().filter(|others| !others.is_empty()) {
        text.push_str(&list(report, others));
    }
    for placed in rest.iter().flat_map(|others| others.iter().skip(LISTED)) {
        let word = if placed.0.severity == Severity::Error { "error" } else { "warning" };
        let _ = writeln!(text, "{word}: {}", one(report, *placed).replace(['\n', '\r'], " "));
    }
    text
}

/// The last remark of its kind, with all that GitHub would not show.
fn list(report: &ProblemReport<'_>, others: &[Placed<'_>]) -> String {
    let Some(first) = others.first().copied() else { return String::new() };
    let noun = if first.0.severity == Severity::Error { "errors" } else { "warnings" };
    let mut message = format!("GitHub shows {SHOWN} {noun} only. The last {} are:", others.len());
    for placed in others.iter().take(LISTED) {
        let _ = write!(message, "\n{}", one(report, *placed).replace('\n', " "));
    }
    if others.len() > LISTED {
        let _ = write!(message, "\nand {} more, which the log of this step lists", others.len() - LISTED);
    }
    command(report, first, &format!("planbook: {} {noun}", others.len()), &message)
}

/// A problem in a line of a list.
fn one(report: &ProblemReport<'_>, (problem, place): Placed<'_>) -> String {
    let path = report.path(problem).zip(place).map(|(path, place)| format!("{path}:{}: ", place.line));
    printable(&format!("{}{} [{}]", path.unwrap_or_default(), problem.message, problem.code.name))
        .into_owned()
}

fn command(report: &ProblemReport<'_>, (problem, place): Placed<'_>, title: &str, message: &str) -> String {
    let command = if problem.severity == Severity::Error { "error" } else { "warning" };
    let mut properties = format!("title={}", property(title));
    if let (Some(path), Some(place)) = (report.path(problem), place) {
        let _ = write!(properties, ",file={},line={}", property(&path), place.line);
        // GitHub takes columns only for what stands on one line.
        if place.line == place.end_line && place.end_column > place.column {
            let _ = write!(properties, ",col={},endColumn={}", place.column, place.end_column);
        } else {
            let _ = write!(properties, ",endLine={}", place.end_line);
        }
    }
    format!("::{command} {properties}::{}\n", data(message))
}

/// A message: what would end its line is escaped, and so is the escape itself.
fn data(text: &str) -> String {
    printable(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// A property, which a comma or a colon would end too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_command() {
        assert_eq!(data("50 %: a, b\r\n::error::x"), "50 %25: a, b%0D%0A::error::x");
        assert_eq!(property("a%0A,b:c\n"), "a%250A%2Cb%3Ac%0A");
    }
}
