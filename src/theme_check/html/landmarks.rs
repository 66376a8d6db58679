//! Several navigations are distinguished by their names.

use std::collections::BTreeSet;

use super::Finding;
use super::name::label;
use crate::diag::code::INACCESSIBLE_PAGE;
use crate::web_page::{Document, NodeId};

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    let navs: Vec<NodeId> = document.named(&["nav"]).filter(|nav| !document.is_hidden(*nav)).collect();
    if navs.len() < 2 {
        return;
    }
    let mut names = BTreeSet::new();
    for nav in navs {
        let line = document.nodes[nav].line;
        let problem = match label(document, nav) {
            None => "one of several `<nav>` has no label".to_owned(),
            Some(name) if names.insert(name.clone()) => continue,
            Some(name) => format!("two `<nav>` have the same label, {name}"),
        };
        findings.push(Finding::new(INACCESSIBLE_PAGE, line, problem).help(
            "add a label that describes its links, as in `<nav aria-label=\"{{ site.words.breadcrumb }}\">`",
        ));
    }
}
