//! The line by which planbook knows a form that it wrote.

/// The line.
pub(super) const MARK_LINE: &str =
    "Written by `planbook new issue-form`. Change the plan, not this file, and run the command again.";

/// Whether planbook wrote this form, and may write it again.
pub fn is_ours(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.contains(MARK_LINE))
}
