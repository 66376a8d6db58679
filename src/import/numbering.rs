//! The ids of the records of a text, from the numbers that it has.

use super::decisions::Decisions;
use super::ids::Ids;
use super::node::Node;
use super::roles::Roles;
use super::verdict::Doubt;

/// Parts of parts of parts.
pub(super) const DEEPEST: usize = 6;

/// The depth and the id of each node that is a record.
pub(super) fn give(
    nodes: &[Node],
    roles: &Roles,
    decisions: &Decisions,
) -> (Vec<Option<(usize, String)>>, Vec<Doubt>) {
    let ids = Ids::new(decisions.restart, decisions.roman, nodes.iter().map(|node| &node.marker));
    let mut numbering = Numbering { ids, open: Vec::new(), implied: Vec::new(), roles };
    let found = nodes.iter().zip(&roles.depths).map(|(node, depth)| numbering.add(node, *depth)).collect();
    (found, numbering.ids.doubts)
}

struct Numbering<'a> {
    ids: Ids,
    /// The ids of the newest record of each depth.
    open: Vec<String>,
    /// The areas that have no line.
    implied: Vec<String>,
    roles: &'a Roles,
}

impl Numbering<'_> {
    fn add(&mut self, node: &Node, depth: Option<usize>) -> Option<(usize, String)> {
        let depth = depth?;
        if depth > 0 {
            self.area_for(node);
        }
        // Deeper ones would have ids longer than a file's name can be.
        let depth = depth.min(self.open.len()).min(DEEPEST);
        self.open.truncate(depth);
        let id = self.ids.of(&node.marker, self.open.last().map(String::as_str), node.line);
        self.open.push(id.clone());
        Some((depth, id))
    }

    /// Opens the area that an item's number names, when the text has no line for it.
    fn area_for(&mut self, node: &Node) {
        let named =
            node.marker.steps.first().filter(|_| node.marker.steps.len() > 1 && self.roles.without_areas);
        let id = match (named, self.open.first()) {
            (Some(step), Some(current)) if step.text != *current => step.text.clone(),
            (Some(step), None) => step.text.clone(),
            (None, None) => "1".to_owned(),
            _ => return,
        };
        if !self.implied.contains(&id) {
            self.ids.take(&id);
            self.implied.push(id.clone());
        }
        self.open = vec![id];
    }
}
