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
    let families = Families::of(nodes, &roles.depths);
    let mut numbering = Numbering { ids, open: Vec::new(), implied: Vec::new(), roles };
    let found = nodes.iter().zip(&roles.depths).enumerate();
    let found = found.map(|(at, (node, depth))| numbering.add(node, *depth, families.of_node(at))).collect();
    (found, numbering.ids.doubts)
}

/// The numbers of records that stand below one record.
#[derive(Default)]
struct Family {
    /// Their numbers, as the text has them.
    steps: Vec<String>,
}

impl Family {
    /// Whether each has the number 1, as Markdown allows: then they are counted.
    fn is_lazy(&self) -> bool {
        self.steps.len() > 1 && self.steps.iter().all(|step| step == "1")
    }
}

struct Families {
    all: Vec<Family>,
    /// The family of each node.
    of: Vec<usize>,
}

impl Families {
    fn of(nodes: &[Node], depths: &[Option<usize>]) -> Self {
        let mut all = vec![Family::default()];
        // For each depth the family that a record of it belongs to.
        let mut open: Vec<usize> = vec![0];
        let mut of = Vec::with_capacity(nodes.len());
        for (node, depth) in nodes.iter().zip(depths) {
            let Some(depth) = depth else {
                of.push(0);
                continue;
            };
            let depth = (*depth).min(open.len() - 1);
            open.truncate(depth + 1);
            let family = open[depth];
            if let Some(last) = node.marker.last() {
                all[family].steps.push(last.text.clone());
            }
            of.push(family);
            open.push(all.len());
            all.push(Family::default());
        }
        Self { all, of }
    }

    fn of_node(&self, node: usize) -> &Family {
        &self.all[self.of[node]]
    }
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
    fn add(&mut self, node: &Node, depth: Option<usize>, family: &Family) -> Option<(usize, String)> {
        let depth = depth?;
        if depth > 0 {
            self.area_for(node);
        }
        // Deeper ones would have ids longer than a file's name can be.
        let depth = depth.min(self.open.len()).min(DEEPEST);
        self.open.truncate(depth);
        let above = self.open.last().map(String::as_str);
        let id = match family.is_lazy() {
            true => self.ids.made(above, &[]),
            false => self.ids.of_family(&node.marker, above, node.line, &family.steps),
        };
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
