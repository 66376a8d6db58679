//! What answers are read with.

use crate::diag::Diagnostic;
use crate::plan::Plan;

/// What answers are read with.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The plan that they are about.
    pub plan: &'a Plan,
    /// Whether the whole of it could be read: a record that is not there may be the one that is meant.
    pub all_read: bool,
}

impl<'a> Reader<'a> {
    /// Reads answers about a plan, in which `problems` were found.
    pub fn new(plan: &'a Plan, problems: &[Diagnostic]) -> Self {
        Self { plan, all_read: !Diagnostic::any_error(problems) }
    }
}
