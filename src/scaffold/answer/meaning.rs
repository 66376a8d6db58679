//! What one value of an answer means.

/// What one value is.
#[derive(Debug)]
pub enum One {
    /// A value as it is written in a record.
    Right,
    /// Certainly this one, in another form.
    Taken(String),
    /// Not certain.
    Unclear(Unclear),
}

/// Why a value is not taken.
#[derive(Debug)]
pub struct Unclear {
    /// A sentence, and below it how to go on.
    pub why: String,
    /// What may be meant.
    pub instead: Option<String>,
}

impl Unclear {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self { why: why.into(), instead: None }
    }
}
