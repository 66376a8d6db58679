//! What is said of a mistake.

use std::ops::Range;

/// A line that explains why the front matter cannot be read.
pub(in crate::fields) struct Explanation {
    /// What is wrong, as a byte range.
    pub(in crate::fields) place: Range<usize>,
    pub(in crate::fields) message: String,
    pub(in crate::fields) help: String,
    /// What to write at the place.
    pub(in crate::fields) instead: Option<String>,
    /// Whether nothing else can be meant.
    pub(in crate::fields) certain: bool,
}

/// A correction that leaves no doubt.
pub(in crate::fields::meant) fn certain(
    place: Range<usize>,
    message: impl Into<String>,
    help: impl Into<String>,
    instead: impl Into<String>,
) -> Explanation {
    Explanation {
        place,
        message: message.into(),
        help: help.into(),
        instead: Some(instead.into()),
        certain: true,
    }
}
