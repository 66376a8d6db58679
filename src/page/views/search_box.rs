//! Where a page finds the search.

use serde::Serialize;

/// Where the box in the head of a page finds the search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchBoxView {
    /// The way from the page to where the site of its language stands.
    pub root: String,
    /// The address of the page of the search.
    pub page: String,
    /// The address of the file that tells browsers of it; absent where the book does not say where its site stands.
    pub description: Option<String>,
    /// The edition that the page belongs to, as the filter knows it; absent on pages of the newest plan.
    pub edition: Option<String>,
}
