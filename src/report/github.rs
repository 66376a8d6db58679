//! Workflow commands of GitHub Actions: a line for each problem, which becomes a remark beside the line that it is about.

use std::fmt::Write as _;

use super::{ProblemReport, printable};
use crate::diag::Severity;

pub(super) fn write(report: &ProblemReport<'_>) -> String {
    let mut text = String::new();
    for (problem, place) in report.shown() {
        let command = if problem.severity == Severity::Error { "error" } else { "warning" };
        let title = property(&format!("planbook: {}", problem.code.name));
        let mut properties = format!("title={title}");
        if let (Some(path), Some(place)) = (report.path(problem), place) {
            let _ = write!(properties, ",file={},line={}", property(&path), place.line);
            // GitHub takes columns only for what stands on one line.
            if place.line == place.end_line && place.end_column > place.column {
                let _ = write!(properties, ",col={},endColumn={}", place.column, place.end_column);
            } else {
                let _ = write!(properties, ",endLine={}", place.end_line);
            }
        }
        let _ = writeln!(text, "::{command} {properties}::{}", data(&report.sentences(problem)));
    }
    text
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
