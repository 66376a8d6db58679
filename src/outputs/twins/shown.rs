//! What a page shows, and what only leads through it or works in a browser.

use crate::web_page::{Document, Node, NodeId};

/// What leads through the site, asks for something, or is drawn. What a drawing says, its page says in words beside it.
const LEFT_OUT: &[&str] = &[
    "nav", "footer", "form", "button", "select", "script", "style", "template", "svg", "head", "title",
    "iframe", "object", "audio", "video", "canvas", "dialog",
];

/// What says that a list goes on elsewhere, and leads there: a twin without it would seem to have all.
const PAGES_OF_LIST: &str = "list-pages";

/// What stands within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input",
    "ins", "kbd", "meter", "progress", "label", "mark", "output", "picture", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "source", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Whether the twin has nothing of a node.
pub(super) fn is_left_out(document: &Document, node: NodeId) -> bool {
    let is = |name, value| document.attribute(node, name) == Some(value);
    let Node { name, foreign, .. } = &document.nodes[node];
    *foreign
        || (LEFT_OUT.contains(&name.as_str()) && !has_class(document, node, PAGES_OF_LIST))
        || document.attribute(node, "hidden").is_some()
        || is("aria-hidden", "true")
        || has_class(document, node, "footnote-return")
}

/// The nodes in a node that are shown, and no comments.
pub(super) fn children(document: &Document, node: NodeId) -> impl Iterator<Item = NodeId> {
    let children = document.nodes[node].children.iter().copied();
    let is_something = |node: &NodeId| is_text(document, *node) || !document.nodes[*node].name.is_empty();
    children.filter(is_something).filter(|node| !is_left_out(document, *node))
}

/// Whether a node is a text.
pub(super) fn is_text(document: &Document, node: NodeId) -> bool {
    document.nodes[node].name.is_empty() && !document.nodes[node].text.is_empty()
}

/// Whether a node stands within a line.
pub(super) fn is_inline(document: &Document, node: NodeId) -> bool {
    is_text(document, node) || INLINE.contains(&document.nodes[node].name.as_str())
}

/// Whether an element has a class.
pub(super) fn has_class(document: &Document, node: NodeId, class: &str) -> bool {
    document.attribute(node, "class").is_some_and(|all| all.split_whitespace().any(|one| one == class))
}

/// Whether an element is nothing but a link.
pub(super) fn is_one_link(document: &Document, node: NodeId) -> bool {
    let mut shown = children(document, node)
        .filter(|node| !(is_text(document, *node) && document.nodes[*node].text.trim().is_empty()));
    let first = shown.next();
    first.is_some_and(|node| document.nodes[node].name == "a") && shown.next().is_none()
}
