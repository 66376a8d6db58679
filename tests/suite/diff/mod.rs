//! What changed between two states of a book, and what of it is stopped.

mod canada;
mod changes;
mod codes;
mod command;
mod editions;
mod gates;
mod numbers_and_steps;
mod random;
mod targets;
mod telling;

use planbook::diff::{Compared, ComparisonReport, Review};

use crate::book::{Book, day};

/// A book with a dated item that quotes the plan, and an update on it.
pub fn harbour() -> Book {
    Book::new()
        .item("1.2", "text: Survey the whole river every year\ndue: 2021-12-31\nlead: [ar-trade]\n")
        .file("content/agencies/bo-water.md", "---\nname: Water Board\nparty: Boria\n---\n")
        .file("content/updates/2021-05-01-begun.md", BEGUN)
}

pub const BEGUN: &str = "---\ntitle: Survey begun\ndate: 2021-05-01\nitems: [\"1.2\"]\nby: [ar-trade]\nstatus: in-progress\ndegree: substantial\nevidence:\n  - title: Report\n    url: https://example.org/report\n---\n\nThe survey began on the upper river.\n";

/// The report of a review.
pub fn report(review: Review) -> ComparisonReport {
    let compared =
        Compared { before: "main".to_owned(), after: "here".to_owned(), errors_before: 0, errors_after: 0 };
    ComparisonReport::new(review, compared, day("2024-06-30"))
}
