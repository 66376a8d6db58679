//! A page as a tree of elements, and the questions that the rules ask of it.

/// The place of a node in its document.
pub(crate) type NodeId = usize;

/// An element, a text, or the document itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    /// The name of an element, in lower case; empty for anything else.
    pub name: String,
    /// Whether it is part of a picture or a formula.
    pub foreign: bool,
    /// What a text says.
    pub text: String,
    /// The line of the page on which it begins, from 1.
    pub line: usize,
    pub attributes: Vec<(String, String)>,
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
}

/// A parsed page. The document itself is node 0.
#[derive(Debug)]
pub(crate) struct Document {
    pub nodes: Vec<Node>,
}

impl Document {
    /// The nodes of the page in the order in which they stand in it.
    pub(crate) fn in_order(&self) -> Vec<NodeId> {
        self.within(0)
    }

    /// A node and all below it, in order.
    pub(crate) fn within(&self, top: NodeId) -> Vec<NodeId> {
        let (mut found, mut open) = (Vec::new(), vec![top]);
        while let Some(node) = open.pop() {
            found.push(node);
            open.extend(self.nodes[node].children.iter().rev());
        }
        found
    }

    /// The elements of these names, in order.
    pub(crate) fn named<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = NodeId> + 'a {
        self.in_order().into_iter().filter(|node| {
            let node = &self.nodes[*node];
            !node.foreign && names.contains(&node.name.as_str())
        })
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let attributes = &self.nodes[node].attributes;
        attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements around a node, the nearest first.
    pub(crate) fn around(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.nodes[node].parent, |parent| self.nodes[*parent].parent)
    }

    /// The element with an id.
    pub(crate) fn by_id(&self, id: &str) -> Option<NodeId> {
        self.in_order().into_iter().find(|node| self.attribute(*node, "id") == Some(id))
    }

    /// Whether a node is taken away from those who listen to the page.
    pub(crate) fn is_silent(&self, node: NodeId) -> bool {
        self.or_around(node, |node| self.attribute(node, "aria-hidden") == Some("true"))
    }

    /// Whether a node is not there until a script shows it.
    pub(crate) fn is_hidden(&self, node: NodeId) -> bool {
        self.is_silent(node) || self.or_around(node, |node| self.attribute(node, "hidden").is_some())
    }

    fn or_around(&self, node: NodeId, is: impl FnMut(NodeId) -> bool) -> bool {
        std::iter::once(node).chain(self.around(node)).any(is)
    }
}
