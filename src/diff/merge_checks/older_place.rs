//! The place of something in the older state.

use crate::diag::{Diagnostic, Span};
use crate::diff::comparison::Comparison;

/// Adds the place in the older state, where that file is another now.
pub(super) fn was(
    comparison: &Comparison<'_>,
    problem: Diagnostic,
    span: Option<Span>,
    words: &str,
) -> Diagnostic {
    match span.and_then(|span| comparison.was(span)) {
        Some(span) => problem.label(span, words),
        None => problem,
    }
}
