//! A page that a theme made.

/// A finished page or picture of a specimen.
pub(super) struct RenderedPage {
    pub(super) path: String,
    pub(super) template: &'static str,
    pub(super) text: String,
}
