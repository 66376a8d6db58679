//! What is said of a part of a record of another edition that no page shows.

use crate::diag::{Diagnostic, Span, code};

/// The problem with what is shown on no page.
pub(super) fn problem(shown: &str, what: &str, span: Span) -> Diagnostic {
    let message = format!("{shown} of {what} of another edition is on no page");
    Diagnostic::new(code::NOT_SHOWN_IN_EDITION, span, message).help(
        "the page of an edition shows its title and date, and number, title and `text` of each item; put the rest into a record of this plan, or leave it out",
    )
}
