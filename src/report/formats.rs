//! The formats in which problems can be written, in one table.

use super::{ProblemReport, Style, github, gitlab, human, json, sarif};

/// A way to write down problems.
#[derive(Debug)]
pub struct ReportFormat {
    /// What it is called on the command line.
    pub name: &'static str,
    /// For whom it is, in a few words.
    pub about: &'static str,
    /// Whether people read it, in a terminal; programs read the others.
    pub for_people: bool,
    /// Writes a report.
    pub write: fn(&ProblemReport<'_>) -> String,
}

/// Every format; the first is the one that nobody has to ask for.
pub const FORMATS: &[ReportFormat] = &[
    ReportFormat {
        name: "human",
        about: "for people, with the lines of the source",
        for_people: true,
        write: people,
    },
    ReportFormat {
        name: "json",
        about: "for programs: one JSON object on each line",
        for_people: false,
        write: json::write,
    },
    ReportFormat {
        name: "github",
        about: "for GitHub: annotations on the lines of a pull request",
        for_people: false,
        write: github::write,
    },
    ReportFormat {
        name: "sarif",
        about: "for code scanning: SARIF 2.1.0",
        for_people: false,
        write: sarif::write,
    },
    ReportFormat {
        name: "gitlab",
        about: "for GitLab: code quality",
        for_people: false,
        write: gitlab::write,
    },
];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static ReportFormat> {
    FORMATS.iter().find(|format| format.name == name)
}

fn people(report: &ProblemReport<'_>) -> String {
    human::render(report.problems, report.tree, Style::Coloured)
}
