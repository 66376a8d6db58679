//! The text of a plan as records: the outline with roles, ids and titles.

use super::boilerplate::Boilerplate;
use super::coverage::{Coverage, Disposition};
use super::decisions::Decisions;
use super::ids::Ids;
use super::lines::{self, SourceLine};
use super::node::Node;
use super::record::{ImportedRecord, implied};
use super::roles::{self, Roles};
use super::{Import, titles, walk};

/// Reads a text.
///
/// # Errors
/// When nothing in it is numbered, or a style was asked for that it does not have.
pub(super) fn read(text: &str, decisions: &Decisions) -> Result<Import, String> {
    let (lines, replaced) = lines::split(text);
    let outline = walk::outline(&lines, decisions);
    if outline.nodes.is_empty() {
        return Err(no_outline(&lines));
    }
    let roles = roles::give(&outline.nodes, decisions)?;
    let mut records = Records::new(decisions, &outline.nodes);
    for (node, depth) in outline.nodes.iter().zip(&roles.depths) {
        records.add(node, *depth, &roles, &lines);
    }
    let Records { list, places, ids, .. } = records;
    let dispositions =
        outline.dispositions.into_iter().map(|disposition| finalize(disposition, &places)).collect();
    let mut remarks = outline.remarks;
    remarks.extend(ids.remarks);
    if replaced > 0 {
        remarks
            .push(format!("{replaced} characters that a page cannot show became spaces or other characters"));
    }
    Ok(Import {
        title: outline.title.trim_matches(|sign: char| "#*_ ".contains(sign)).to_owned(),
        preamble: outline.preamble,
        records: list,
        fields: Vec::new(),
        mapping: Vec::new(),
        coverage: Coverage { lines, dispositions },
        decided: roles.decided,
        remarks,
        dotted: outline.nodes.iter().any(|node| node.marker.steps.len() > 1),
        is_table: false,
    })
}

fn no_outline(lines: &[SourceLine]) -> String {
    if lines.iter().all(SourceLine::is_blank) {
        return "the text is empty".to_owned();
    }
    "no line starts with a number, a bullet or a heading of an area or an item\n  help: planbook reads `1.`, `(1)`, `(a)`, `1.1`, `I.`, `A1`, `Pillar One`, `# Heading`, `**bold**` and bullets; docs/import.md has examples".to_owned()
}

/// Nodes that became records change their index; those that did not are headings.
fn finalize(disposition: Disposition, places: &[Option<usize>]) -> Disposition {
    match disposition {
        Disposition::Record(node, share) => match places.get(node).copied().flatten() {
            Some(record) => Disposition::Record(record, share),
            None => Disposition::Boilerplate(Boilerplate::Heading),
        },
        other => other,
    }
}

/// Parts of parts of parts.
const DEEPEST: usize = 6;

struct Records<'d> {
    list: Vec<ImportedRecord>,
    /// The record that each node became.
    places: Vec<Option<usize>>,
    ids: Ids,
    /// The newest record of each depth.
    open: Vec<usize>,
    decisions: &'d Decisions,
}

impl<'d> Records<'d> {
    fn new(decisions: &'d Decisions, nodes: &[Node]) -> Self {
        let ids = Ids::new(decisions.restart, decisions.roman, nodes.iter().map(|node| &node.marker));
        Self { list: Vec::new(), places: Vec::new(), ids, open: Vec::new(), decisions }
    }

    fn add(&mut self, node: &Node, depth: Option<usize>, roles: &Roles, lines: &[SourceLine]) {
        let Some(depth) = depth else {
            self.places.push(None);
            return;
        };
        if depth > 0 {
            self.area_for(node, roles);
        }
        // Deeper ones would have ids longer than a file's name can be.
        let depth = depth.min(self.open.len()).min(DEEPEST);
        self.open.truncate(depth);
        let parent = self.open.last().copied();
        let line = lines.get(node.line).map_or(0, |line| line.number);
        let above = parent.map(|parent| self.list[parent].id.clone());
        let id = self.ids.of(&node.marker, above.as_deref(), line);
        if let Some(parent) = parent {
            self.list[parent].has_parts = true;
        }
        let (title, title_is_cut, text) = words(node, depth, &id);
        self.open.push(self.list.len());
        self.places.push(Some(self.list.len()));
        self.list.push(ImportedRecord {
            id,
            depth,
            parent,
            written: node.marker.written.clone(),
            title,
            title_is_cut,
            text,
            body: node.body.clone(),
            line: Some(line),
            lead: if depth == 0 { Vec::new() } else { self.decisions.lead.clone() },
            ..ImportedRecord::default()
        });
    }

    /// Opens the area that an item's number names, when the text has no line for it.
    fn area_for(&mut self, node: &Node, roles: &Roles) {
        let named = node.marker.steps.first().filter(|_| node.marker.steps.len() > 1 && roles.without_areas);
        let current = self.open.first().map(|area| self.list[*area].id.clone());
        let id = match (named, current) {
            (Some(step), Some(current)) if step.text != current => step.text.clone(),
            (Some(step), None) => step.text.clone(),
            (None, None) => "1".to_owned(),
            _ => return,
        };
        self.open.clear();
        let there = self.list.iter().position(|record| record.depth == 0 && record.id == id);
        let area = there.unwrap_or_else(|| {
            self.ids.take(&id);
            self.list.push(implied(&id));
            self.list.len() - 1
        });
        self.open.push(area);
    }
}

/// The title and the text of a node. An area has its title word for word.
fn words(node: &Node, depth: usize, id: &str) -> (String, bool, Option<String>) {
    if node.text.is_empty() {
        let title =
            if node.marker.written.is_empty() { format!("Number {id}") } else { node.marker.written.clone() };
        return (title, true, None);
    }
    if depth == 0 {
        return (node.text.clone(), false, None);
    }
    let (title, cut) = titles::of(&node.text);
    (title, cut, Some(node.text.clone()))
}
