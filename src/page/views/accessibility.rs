//! The accessibility statement.

use serde::Serialize;

use super::head::HeadView;

/// `accessibility.html`
#[derive(Debug, Serialize)]
pub struct AccessibilityPage {
    /// What every page has.
    pub head: HeadView,
}
