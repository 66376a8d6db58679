//! One main part, one first heading, and no heading below a level that is not there.

use super::Finding;
use crate::diag::code::INACCESSIBLE_PAGE;
use crate::web_page::{Document, NodeId};

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    one(document, "main", "put what differs from page to page into one `<main>`", findings);
    one(document, "h1", "give the page one `<h1>` with its subject", findings);
    // A heading before the first `h1`, in a menu, may be an `h2`.
    let mut before = 1;
    for heading in document.named(HEADINGS).filter(|heading| !document.is_hidden(*heading)) {
        let level = level(document, heading);
        if level > before + 1 {
            let line = document.nodes[heading].line;
            findings.push(
                Finding::new(INACCESSIBLE_PAGE, line, format!("an `<h{level}>` follows an `<h{before}>`"))
                    .help(format!("make it an `<h{}>`, and set its size in the style sheet", before + 1)),
            );
        }
        before = level;
    }
}

fn level(document: &Document, heading: NodeId) -> usize {
    HEADINGS.iter().position(|name| *name == document.nodes[heading].name).unwrap_or(0) + 1
}

fn one(document: &Document, name: &str, help: &str, findings: &mut Vec<Finding>) {
    let names = [name];
    let mut found = document.named(&names).filter(|node| !document.is_hidden(*node));
    let Some(_) = found.next() else {
        let message = format!("the page has no `<{name}>`");
        findings.push(Finding::new(INACCESSIBLE_PAGE, 1, message).help(help));
        return;
    };
    if let Some(second) = found.next() {
        let message = format!("the page has more than one `<{name}>`");
        findings.push(Finding::new(INACCESSIBLE_PAGE, document.nodes[second].line, message).help(help));
    }
}
