//! What an element is called when it is read out.

use crate::web_page::{Document, NodeId};

/// The text of an element as it is read out: with the words for its pictures, without what is hidden.
pub(super) fn text(document: &Document, top: NodeId) -> String {
    let mut said = String::new();
    let mut open = vec![top];
    while let Some(id) = open.pop() {
        let node = &document.nodes[id];
        if document.attribute(id, "aria-hidden") == Some("true")
            || matches!(node.name.as_str(), "script" | "style")
        {
            continue;
        }
        said.push_str(&node.text);
        // The element itself was asked for its text, so that its own label does not count.
        let instead = if id == top { None } else { document.attribute(id, "aria-label") };
        if let Some(words) = instead.or_else(|| picture(document, id)) {
            said.push_str(words);
        } else {
            open.extend(node.children.iter().rev());
        }
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn picture(document: &Document, id: NodeId) -> Option<&str> {
    if document.nodes[id].name == "img" { document.attribute(id, "alt") } else { None }
}

/// The name that attributes give an element.
pub(super) fn label(document: &Document, node: NodeId) -> Option<String> {
    let by_others = document.attribute(node, "aria-labelledby").map(|ids| {
        let others = ids.split_whitespace().filter_map(|id| document.by_id(id));
        others.map(|other| text(document, other)).collect::<Vec<_>>().join(" ")
    });
    let own = || document.attribute(node, "aria-label").map(str::to_owned);
    by_others.filter(|name| !name.trim().is_empty()).or_else(own).filter(|name| !name.trim().is_empty())
}

/// Whether an element is called anything, by its attributes or by what is in it.
pub(super) fn has_name(document: &Document, node: NodeId) -> bool {
    let title = document.attribute(node, "title").is_some_and(|title| !title.trim().is_empty());
    title || label(document, node).is_some() || !text(document, node).is_empty()
}
