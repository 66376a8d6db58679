//! What a lint looks at.

use crate::config::Config;
use crate::date::Day;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::source::Tree;

/// What a lint looks at.
pub struct LintContext<'a> {
    /// The whole plan, internal records included.
    pub plan: &'a Plan,
    /// The plan of what the public sees; the same one when that is everything.
    pub public: &'a Plan,
    /// What is true of the items of the whole plan today.
    pub facts: &'a Facts,
    /// The files, for the plan's own text.
    pub tree: &'a Tree,
    /// The day on which the check runs.
    pub today: Day,
    /// The settings: the book's language, and what it does not want to hear of.
    pub config: &'a Config,
}
