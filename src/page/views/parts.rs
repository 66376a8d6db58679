//! The smallest parts: links, dates, states, numbers.

use serde::Serialize;

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Its address.
    pub href: String,
    /// Its text.
    pub text: String,
}

/// A date.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// In words: "19 May 2010".
    pub text: String,
    /// For `<time datetime>`, where there is a form for it.
    pub iso: Option<String>,
    /// The first possible day, to sort by.
    pub first: String,
}

/// A state of schedule or freshness, as a key and in words.
#[derive(Debug, Serialize)]
pub struct StateView {
    /// `overdue`.
    pub key: String,
    /// In words.
    pub text: String,
}

/// A name in another language.
#[derive(Debug, Serialize)]
pub struct NativeNameView {
    /// The name.
    pub text: String,
    /// Its language.
    pub lang: Option<String>,
}

/// A number with the list that it counts.
#[derive(Debug, Serialize)]
pub struct FigureView {
    /// What is counted, as a key: `overdue`.
    pub key: String,
    /// How many.
    pub count: usize,
    /// What is counted, in words.
    pub text: String,
    /// Of how many, in words.
    pub of: Option<String>,
    /// The list, unless the site has no dashboards.
    pub href: Option<String>,
}

/// The ways to the other pages of a list.
#[derive(Debug, Serialize)]
pub struct PagesView {
    /// Which rows this page shows: "26–50 of 312".
    pub range: String,
    /// The first page, unless it is this one or the one before.
    pub first: Option<String>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The last page, unless it is this one or the one after.
    pub last: Option<String>,
}

/// A share of a count, for a bar. Widths come from a style sheet with classes `w-0` to `w-100`.
#[derive(Debug, Serialize)]
pub struct ShareView {
    /// The status or kind.
    pub key: String,
    /// In words.
    pub text: String,
    /// How many.
    pub count: usize,
    /// In percent of the whole, rounded so that all shares add up to 100.
    pub percent: usize,
    /// The list of those that it counts, unless the site has no dashboards.
    pub href: Option<String>,
}
