//! Changes for the terminal, in the marks that `git diff --word-diff` has made known.

use std::fmt::Write as _;

use super::line::{Piece, Section};
use super::sections;
use crate::diff::report::ComparisonReport;

/// How far a line goes before it is broken, and how far in it goes on.
const WIDTH: usize = 100;
const INDENT: &str = "      ";

/// The changes as a text. What is stopped is left to those who can draw it over its source.
pub fn human(report: &ComparisonReport) -> String {
    let mut text = format!("{} → {}, as of {}\n", report.before, report.after, report.as_of);
    let _ = writeln!(text, "{}", sections::summary_of_plans(report));
    for gap in report.gaps() {
        let _ = writeln!(text, "{gap}");
    }
    for plan in sections::of_plans(report, None) {
        if let Some(edition) = plan.edition {
            let _ = writeln!(text, "\nIn edition {edition}: {}", plan.summary);
        }
        write(&mut text, &plan.sections);
    }
    text
}

fn write(text: &mut String, sections: &[Section]) {
    for section in sections {
        let _ = writeln!(text, "\n{}", section.title);
        for line in &section.lines {
            let words: String = line.pieces.iter().map(piece).collect();
            // A line is not broken at a hyphen: ids have some.
            let options = textwrap::Options::new(WIDTH)
                .initial_indent("  ")
                .subsequent_indent(INDENT)
                .word_separator(textwrap::WordSeparator::AsciiSpace)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            let _ = writeln!(text, "{}", textwrap::fill(&words, options));
        }
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Ours(words) => (*words).to_owned(),
        Piece::Text(text) | Piece::Name(text) => text.replace(['\n', '\r'], " "),
        Piece::Gone(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("{{+{text}+}}"),
        Piece::Link(title, url) => format!("{title} <{url}>"),
    }
}
