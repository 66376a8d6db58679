//! What the book says of itself.

use crate::import::decisions::Decisions;
use crate::import::{Import, language, when};

/// A date that is to be replaced, so that the book builds until it is.
const UNKNOWN_DAY: &str = "2000-01-01";

/// What the book says of itself.
pub(super) struct BookFacts {
    pub(super) title: String,
    pub(super) adopted: Option<String>,
    pub(super) parties: Vec<String>,
    pub(super) lang: String,
    pub(super) preamble: Vec<String>,
    /// Whether a date of a record is a fiscal year.
    pub(super) has_fiscal_years: bool,
}

impl BookFacts {
    pub(super) fn of(import: &Import, decisions: &Decisions) -> Self {
        let named = decisions
            .title
            .clone()
            .or_else(|| Some(import.title.clone()))
            .filter(|title| !title.trim().is_empty());
        let found = import.preamble.iter().find_map(|line| when::find(line));
        Self {
            title: named.unwrap_or_else(|| "FILL IN: the name of the plan".to_owned()),
            adopted: decisions.adopted.clone().or(found),
            parties: decisions.parties.clone(),
            lang: decisions.lang.clone().unwrap_or_else(|| language::of(import).unwrap_or("en").to_owned()),
            preamble: import.preamble.clone(),
            has_fiscal_years: import.records.iter().any(|record| {
                let dates = ["due", "start"].into_iter().filter_map(|key| record.keys.get(key));
                dates.flatten().any(|date| date.starts_with("FY"))
            }),
        }
    }

    /// When the plan was adopted, with a mark where nobody knows.
    pub(super) fn adopted(&self) -> &str {
        self.adopted.as_deref().unwrap_or(UNKNOWN_DAY)
    }
}
