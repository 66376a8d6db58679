//! Texts as they were written.

use crate::diag::Spanned;
use crate::fields::Fields;

/// An id as it was written, not yet looked up.
pub type Ref = Spanned<String>;

/// A text without its place, where no diagnostic will need it.
pub(super) fn text(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    fields.text(key).map(|text| text.value)
}

/// A list of texts without their places.
pub(super) fn texts(fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
    fields.texts(key).into_iter().map(|text| text.value).collect()
}
