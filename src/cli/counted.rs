//! How many there are of something, in the words of the terminal.

/// A number with its noun.
pub(super) fn number(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}
