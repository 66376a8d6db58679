//! What somebody meant.

/// What was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// What to write, where that is known.
    pub instead: Option<String>,
    /// Whether nothing else can be meant.
    pub certain: bool,
    /// A sentence part that says what to write, and why.
    pub why: String,
}

impl Meant {
    pub(super) fn certainly(instead: impl Into<String>) -> Self {
        let instead = instead.into();
        Self { certain: true, why: format!("write {instead}"), instead: Some(instead) }
    }

    pub(super) fn perhaps(instead: impl Into<String>, why: impl Into<String>) -> Self {
        Self { instead: Some(instead.into()), certain: false, why: why.into() }
    }

    pub(super) fn unclear(why: impl Into<String>) -> Self {
        Self { instead: None, certain: false, why: why.into() }
    }
}
