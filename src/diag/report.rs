//! The formats in which problems can be written, in one table.

use super::place::{Place, Places};
use super::{Diagnostic, Severity, Style, github, gitlab, human, json, sarif};
use crate::source::{SETTINGS, Tree};

/// A way to write down problems.
#[derive(Debug)]
pub struct Format {
    /// What it is called on the command line.
    pub name: &'static str,
    /// For whom it is, in a few words.
    pub about: &'static str,
    /// Whether people read it, in a terminal; programs read the others.
    pub for_people: bool,
    /// Writes a report.
    pub write: fn(&Report<'_>) -> String,
}

/// Every format; the first is the one that nobody has to ask for.
pub const FORMATS: &[Format] = &[
    Format { name: "human", about: "for people, drawn over the source", for_people: true, write: people },
    Format { name: "json", about: "for programs: an object a line", for_people: false, write: json::write },
    Format {
        name: "github",
        about: "for GitHub: remarks beside the lines of a pull request",
        for_people: false,
        write: github::write,
    },
    Format { name: "sarif", about: "for code scanning: SARIF 2.1.0", for_people: false, write: sarif::write },
    Format { name: "gitlab", about: "for GitLab: code quality", for_people: false, write: gitlab::write },
];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The problems in their order. Those switched off are left out.
    pub problems: &'a [Diagnostic],
    /// The files that they are about.
    pub tree: &'a Tree,
    /// What stands before the paths where the reader begins in another folder than the book's: empty, or with a `/` at
    /// its end. People are told the paths as they stand in the book.
    pub prefix: &'a str,
}

impl<'a> Report<'a> {
    /// The problems with their places, as far as they have one.
    pub(super) fn shown(self) -> impl Iterator<Item = (&'a Diagnostic, Option<Place>)> {
        let mut places = Places::default();
        let shown = self.problems.iter().filter(|problem| problem.severity != Severity::Off);
        shown.map(move |problem| (problem, problem.span.map(|span| places.of(span, self.tree))))
    }

    /// The path of the file that a problem is in.
    pub(super) fn path(&self, problem: &Diagnostic) -> Option<String> {
        problem.span.map(|span| format!("{}{}", self.prefix, self.tree.path(span.file)))
    }

    /// The other places that explain a problem, with what is to be seen there.
    pub(super) fn related(
        &self,
        problem: &'a Diagnostic,
        places: &mut Places,
    ) -> Vec<(String, Place, &'a str)> {
        let related = problem.labels.iter().map(|label| {
            let path = format!("{}{}", self.prefix, self.tree.path(label.span.file));
            (path, places.of(label.span, self.tree), label.text.as_str())
        });
        related.collect()
    }

    /// The same where there has to be one: what has no place is put down to the settings, which every book has.
    pub(super) fn some_path(&self, problem: &Diagnostic) -> String {
        self.path(problem).unwrap_or_else(|| format!("{}{SETTINGS}", self.prefix))
    }
}

/// The sentence with everything else that is said of a problem, a line each.
pub(super) fn sentences(problem: &Diagnostic) -> String {
    let mut text = problem.message.clone();
    if let Some(suggestion) = &problem.suggestion {
        text.push_str(&format!("\ndid you mean `{suggestion}`?"));
    }
    if let Some(help) = &problem.help {
        text.push_str(&format!("\nhelp: {help}"));
    }
    text
}

fn people(report: &Report<'_>) -> String {
    human::render(report.problems, report.tree, Style::Coloured)
}
