//! An id is there once, and what an attribute refers to is there.

use std::collections::BTreeSet;

use super::Finding;
use crate::diag::code::{INACCESSIBLE_PAGE, INVALID_HTML};
use crate::web_page::Document;

/// Attributes that name other elements of the page by their ids.
const REFERENCES: &[&str] =
    &["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    let mut ids = BTreeSet::new();
    for node in document.in_order() {
        let Some(id) = document.attribute(node, "id") else { continue };
        let line = document.nodes[node].line;
        if id.is_empty() || id.contains(char::is_whitespace) {
            findings.push(
                Finding::new(INVALID_HTML, line, format!("`{id}` is not an id"))
                    .help("an id has at least one letter and no space"),
            );
        } else if !ids.insert(id) {
            findings.push(
                Finding::new(INVALID_HTML, line, format!("the id `{id}` occurs twice"))
                    .help("links to this id go to the first element only: give one of the two another id"),
            );
        }
    }
    for node in document.in_order() {
        for name in REFERENCES {
            let wanted = document.attribute(node, name).unwrap_or("");
            for id in wanted.split_whitespace().filter(|id| !ids.contains(id)) {
                let message = format!("`{name}` refers to the id `{id}`, which is not on the page");
                findings.push(
                    Finding::new(INACCESSIBLE_PAGE, document.nodes[node].line, message)
                        .help("write the id of an element on the same page"),
                );
            }
        }
    }
}
