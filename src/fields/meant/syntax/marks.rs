//! Quotation marks within quotation marks.

use crate::fields::double_quoted;

/// A text within quotation marks of the other kind where it has some, so that it can be read.
pub(in crate::fields::meant) fn quoted(text: &str) -> String {
    match text.contains('"') && !text.contains(['\'', '\\']) && !text.contains(char::is_control) {
        true => format!("'{text}'"),
        false => double_quoted(text),
    }
}

/// How a value in quotation marks was meant that has others within.
pub(in crate::fields::meant) enum Within {
    /// The outer ones are around the whole.
    Outer,
    /// They are around its first word only.
    First,
    Unclear,
}

/// `"the "new" wells"` or `"new" wells are "good"`: by what stands beside the first mark within.
pub(in crate::fields::meant) fn within(inner: &str) -> Within {
    let Some(at) = inner.find('"') else { return Within::Unclear };
    let before = inner[..at].chars().next_back();
    let after = inner[at + 1..].chars().next();
    let is_open = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == '(');
    let is_even = inner.matches('"').count().is_multiple_of(2);
    match (is_open(before), is_open(after)) {
        (true, false) if is_even => Within::Outer,
        (false, true) if is_even => Within::First,
        _ => Within::Unclear,
    }
}
