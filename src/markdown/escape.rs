//! Texts in HTML.

/// A text as HTML: for an element's content and for a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    // Writing to a String does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut *out, text);
}
