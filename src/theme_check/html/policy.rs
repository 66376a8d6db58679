//! Nothing that a strict content security policy would refuse: no style and no script in the page itself.

use super::Finding;
use crate::diag::code::INLINE_CODE;
use crate::loads::is_inline_script;
use crate::web_page::{Document, NodeId};

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    for node in document.in_order() {
        let line = document.nodes[node].line;
        for (message, help) in problems(document, node) {
            findings.push(Finding::new(INLINE_CODE, line, message).help(help));
        }
    }
}

const STYLE: &str = "give the element a class, and set its style in a style sheet in style/";
const SCRIPT: &str =
    "put the script into a file in static/, and load it with `<script src=\"…\" defer></script>`";

fn problems(document: &Document, node: NodeId) -> Vec<(String, &'static str)> {
    let element = &document.nodes[node];
    let mut found = Vec::new();
    match element.name.as_str() {
        "style" => found.push(("the page has a `<style>`".to_owned(), STYLE)),
        "script" if is_inline_script(|name| document.attribute(node, name)) => {
            found.push(("the page contains an inline script".to_owned(), SCRIPT));
        }
        _ => {}
    }
    for (name, value) in &element.attributes {
        if name == "style" {
            found.push((format!("`<{}>` has a `style`", element.name), STYLE));
        } else if name.starts_with("on") {
            found.push((format!("`<{}>` has an `{name}`", element.name), SCRIPT));
        } else if is_script(value) {
            found.push((format!("`{name}` of `<{}>` is a script", element.name), SCRIPT));
        }
    }
    found
}

/// Whether an address is a script; browsers pass over white space in it.
fn is_script(value: &str) -> bool {
    let start: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(11).collect();
    start.eq_ignore_ascii_case("javascript:")
}
