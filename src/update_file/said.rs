//! What an answer says, so that it can be compared with what others say.

use super::answer::Field;

/// What an answer says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The word of the status.
    pub status: Option<&'static str>,
    /// The word of the outlook.
    pub outlook: Option<&'static str>,
    /// The word of what became of a meeting.
    pub meeting: Option<&'static str>,
    /// The new due date.
    pub new_due: Option<String>,
    /// Values of indicators.
    pub values: Vec<SaidValue>,
    /// The addresses of documents.
    pub evidence: Vec<String>,
    /// All that it says in words of its own, by the part in which it does.
    pub texts: Vec<(Field, String)>,
}

/// A value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidValue {
    /// Its place among the values of the answer.
    pub at: usize,
    /// The id of the indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The number.
    pub number: String,
}
