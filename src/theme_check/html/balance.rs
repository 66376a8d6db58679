//! Whether every tag that opens an element has the one that closes it.
//!
//! The HTML parser repairs such mistakes as browsers do, and says only that there was one. Which tag was forgotten is reported
//! from the tags as they are written.

use super::Finding;
use crate::diag::code;

/// Elements that never close.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements that may be left open.
const OPTIONAL: &[&str] = &[
    "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody",
    "td", "tfoot", "th", "thead", "tr",
];

/// The elements that are open.
#[derive(Default)]
pub(super) struct Balance {
    open: Vec<(String, usize)>,
    pub(super) findings: Vec<Finding>,
}

impl Balance {
    /// A tag such as `<div>` on a line.
    pub(super) fn opens(&mut self, name: &str, self_closing: bool, line: usize) {
        let drawn = self_closing && self.open.iter().any(|(open, _)| matches!(open.as_str(), "svg" | "math"));
        let empty = self_closing && matches!(name, "svg" | "math");
        if !VOID.contains(&name) && !drawn && !empty {
            self.open.push((name.to_owned(), line));
        }
    }

    /// A tag such as `</div>` on a line.
    pub(super) fn closes(&mut self, name: &str, line: usize) {
        match self.open.iter().rposition(|(open, _)| open == name) {
            Some(index) => {
                let inside = self.open.split_off(index + 1);
                self.open.pop();
                self.unclosed(inside);
            }
            // Of these the parser itself has more to say.
            None if OPTIONAL.contains(&name) => {}
            None => self.findings.push(
                Finding::new(code::INVALID_HTML, line, format!("`</{name}>` closes no element"))
                    .help("remove it, or add the tag that opens the element"),
            ),
        }
    }

    /// The page is at its end.
    pub(super) fn end(&mut self) {
        let open = std::mem::take(&mut self.open);
        self.unclosed(open);
    }

    fn unclosed(&mut self, elements: Vec<(String, usize)>) {
        for (name, line) in elements.into_iter().filter(|(name, _)| !OPTIONAL.contains(&name.as_str())) {
            self.findings.push(
                Finding::new(code::INVALID_HTML, line, format!("`<{name}>` is not closed"))
                    .help(format!("write `</{name}>` where the element ends")),
            );
        }
    }
}
