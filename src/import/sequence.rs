//! Numbers that skip, run on, begin late or begin again. They are kept as they are, and reported.

use super::levels::OpenLevel;
use super::marker::Marker;
use super::node::prefix;

/// What is unusual about the next number of a level, below the node `parent`.
pub(super) fn remark(level: &OpenLevel, parent: Option<usize>, marker: &Marker) -> Option<String> {
    let number = marker.last()?;
    let within = level.parent == parent;
    let what = match &level.last {
        Some((_, last)) if within && number.value > last + 1 => "the numbers skip to",
        Some((before, last)) if within && number.value <= *last && *before == prefix(marker) => {
            "the numbers start again with"
        }
        Some((_, last)) if !within && number.value > 1 && number.value == last + 1 => {
            "below a new heading the numbers continue with"
        }
        Some(_) if within => return None,
        _ if number.value <= 1 => return None,
        _ => "the numbers start with",
    };
    Some(format!("{what} {}", marker.written))
}
