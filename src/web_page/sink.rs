//! Takes what the HTML parser finds and keeps it as a [`Document`].

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, local_name, ns};

use super::document::{Document, Node, NodeId};

/// What the parser complains of: the line of the page, what it was reading, and its own words.
pub(crate) struct Complaint {
    pub line: usize,
    pub token: String,
    pub words: Cow<'static, str>,
}

/// A node, and its name for the parser, which asks for it at any time.
#[derive(Clone)]
pub(crate) struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

pub(crate) struct Sink {
    nodes: RefCell<Vec<Node>>,
    pub(crate) complaints: RefCell<Vec<Complaint>>,
    pub(crate) has_doctype: Cell<bool>,
    /// What is being read, as it is written: `<p>`.
    pub(crate) token: RefCell<String>,
    line: Cell<usize>,
    document: Handle,
}

impl Sink {
    pub(crate) fn new() -> Self {
        let name = Rc::new(QualName::new(None, ns!(), local_name!("")));
        Self {
            nodes: RefCell::new(vec![Node::default()]),
            complaints: RefCell::default(),
            has_doctype: Cell::new(false),
            token: RefCell::default(),
            line: Cell::new(1),
            document: Handle { id: 0, name },
        }
    }

    fn add(&self, node: Node) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { line: self.line.get(), ..node });
        nodes.len() - 1
    }

    fn nameless(&self) -> Handle {
        Handle { id: self.add(Node::default()), name: Rc::clone(&self.document.name) }
    }

    /// Puts a child into a parent, before the child at an index or at the end.
    fn insert(&self, parent: NodeId, index: Option<usize>, child: NodeOrText<Handle>) {
        let child = match child {
            NodeOrText::AppendNode(handle) => handle.id,
            NodeOrText::AppendText(text) => self.add(Node { text: text.into(), ..Node::default() }),
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        nodes[child].parent = Some(parent);
        let index = index.unwrap_or(usize::MAX).min(nodes[parent].children.len());
        nodes[parent].children.insert(index, child);
    }

    fn detach(&self, child: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[child].parent.take() {
            nodes[parent].children.retain(|other| *other != child);
        }
    }
}

fn pairs(attributes: Vec<Attribute>) -> impl Iterator<Item = (String, String)> {
    attributes.into_iter().map(|attribute| (attribute.name.local.to_string(), attribute.value.into()))
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Document;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Document {
        Document { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, words: Cow<'static, str>) {
        let complaint = Complaint { line: self.line.get(), token: self.token.borrow().clone(), words };
        self.complaints.borrow_mut().push(complaint);
    }

    fn get_document(&self) -> Handle {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let node = Node {
            name: name.local.to_string(),
            foreign: name.ns != ns!(html),
            attributes: pairs(attributes).collect(),
            ..Node::default()
        };
        Handle { id: self.add(node), name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nameless()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nameless()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.id].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {
        self.has_doctype.set(true);
    }

    /// What is in a template is kept below it, where the rules see it too.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let place = {
            let nodes = self.nodes.borrow();
            nodes[sibling.id]
                .parent
                .map(|parent| (parent, nodes[parent].children.iter().position(|other| *other == sibling.id)))
        };
        let (parent, index) = place.unwrap_or((0, None));
        self.insert(parent, index, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let attributes_of = &mut self.nodes.borrow_mut()[target.id].attributes;
        for (name, value) in pairs(attributes) {
            if !attributes_of.iter().any(|(known, _)| *known == name) {
                attributes_of.push((name, value));
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[node.id].children);
        for child in &children {
            nodes[*child].parent = Some(new_parent.id);
        }
        nodes[new_parent.id].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }
}
