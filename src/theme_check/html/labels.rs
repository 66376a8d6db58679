//! Pictures, links, buttons and fields say what they are.

use super::Finding;
use super::name::{has_name, label, text};
use crate::diag::code::INACCESSIBLE_PAGE;
use crate::web_page::{Document, NodeId};

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    // What a script will show must have its name by then.
    let shown = |node: &NodeId| !document.is_silent(*node);
    let mut report = |node: NodeId, message: &str, help: &str| {
        let line = document.nodes[node].line;
        findings.push(Finding::new(INACCESSIBLE_PAGE, line, message).help(help));
    };
    for image in document.named(&["img"]).filter(|image| document.attribute(*image, "alt").is_none()) {
        report(
            image,
            "an `<img>` has no `alt`",
            "describe the picture, or write `alt=\"\"` if it is only decoration",
        );
    }
    let links = document.named(&["a"]).filter(|link| document.attribute(*link, "href").is_some());
    for link in links.filter(shown).filter(|link| !has_name(document, *link)) {
        report(link, "a link has no name", "add a text, or an `aria-label` that describes its target");
    }
    let buttons = document.named(&["button", "summary"]).filter(shown);
    for button in buttons.filter(|button| !has_name(document, *button)) {
        report(button, "a button has no name", "add a text, or an `aria-label` that describes what it does");
    }
    let fields = document.named(&["input", "select", "textarea"]).filter(shown);
    for field in fields.filter(|field| !is_labelled(document, *field)) {
        report(field, "a field of a form has no label", "write `<label for=\"…\">` with the id of the field");
    }
}

fn is_labelled(document: &Document, field: NodeId) -> bool {
    let filled = |name: &str| document.attribute(field, name).is_some_and(|text| !text.trim().is_empty());
    match document.attribute(field, "type").unwrap_or("text") {
        "hidden" | "submit" | "reset" if document.nodes[field].name == "input" => return true,
        "button" => return filled("value") || label(document, field).is_some(),
        "image" => return filled("alt"),
        _ => {}
    }
    let id = document.attribute(field, "id");
    let says = |label: &NodeId| !text(document, *label).is_empty();
    let points = |label: &NodeId| id.is_some() && document.attribute(*label, "for") == id;
    filled("title")
        || label(document, field).is_some()
        || document.named(&["label"]).filter(points).any(|label| says(&label))
        || document
            .around(field)
            .filter(|node| document.nodes[*node].name == "label")
            .any(|label| says(&label))
}
