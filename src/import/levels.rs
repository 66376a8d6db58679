//! The levels of an outline: which style of number stands how deep.

use super::marker::Marker;
use super::node::{Node, prefix};
use super::style::NumberStyle;

/// A style at one depth, with the newest number of it.
#[derive(Debug, Clone)]
pub(super) struct OpenLevel {
    pub(super) style: NumberStyle,
    pub(super) indent: usize,
    pub(super) depth: usize,
    /// The newest number: all steps but the last, and the value of the last.
    pub(super) last: Option<(String, u32)>,
    /// The node above the newest number.
    pub(super) parent: Option<usize>,
}

/// So much more indentation is a level of its own.
const DEEPER: usize = 2;

/// The levels that were met so far, and the nodes that are open.
#[derive(Debug, Default)]
pub(super) struct Levels {
    pub(super) all: Vec<OpenLevel>,
    /// The node of each depth that the next line can stand below, with its level.
    pub(super) open: Vec<(usize, usize)>,
}

impl Levels {
    /// The level that a marker belongs to, if it was met before.
    pub(super) fn find(&self, marker: &Marker, indent: usize) -> Option<usize> {
        // A row stands below whatever is above its table.
        if marker.style == NumberStyle::Row {
            return self
                .open
                .iter()
                .map(|(_, level)| *level)
                .find(|level| self.all[*level].style == NumberStyle::Row);
        }
        let floor = if marker.style == NumberStyle::Bullet { self.below_headings() } else { 0 };
        let same = || {
            let levels = self.all.iter().enumerate();
            levels.filter(|(_, level)| level.style == marker.style && level.depth >= floor)
        };
        let (at, level) = same().min_by_key(|(_, level)| level.indent.abs_diff(indent))?;
        let begins = marker.last().is_none_or(|number| number.value <= 1);
        let is_open = self.open.iter().any(|(_, open)| *open == at);
        let nested = is_open
            && begins
            && indent >= level.indent + DEEPER
            && !matches!(level.style, NumberStyle::Heading(_) | NumberStyle::Bold);
        (!nested).then_some(at)
    }

    /// The least depth of what stands below all headings that are open.
    fn below_headings(&self) -> usize {
        let heading = |(_, level): &(usize, usize)| self.all[*level].style.is_heading();
        self.open.iter().rposition(heading).map_or(0, |deepest| deepest + 1)
    }

    /// Makes room for a node of a marker: closes what it does not stand below, and says its level.
    pub(super) fn place(&mut self, marker: &Marker, indent: usize, nodes: &[Node]) -> usize {
        if let Some(at) = self.find(marker, indent) {
            self.open.truncate(self.all[at].depth);
            return at;
        }
        while self
            .open
            .last()
            .is_some_and(|(node, level)| !self.may_hold(*level, &nodes[*node], marker, indent))
        {
            self.open.pop();
        }
        self.all.push(OpenLevel {
            style: marker.style.clone(),
            indent,
            depth: self.open.len(),
            last: None,
            parent: None,
        });
        self.all.len() - 1
    }

    /// Whether a node can have one of a new style below it.
    fn may_hold(&self, level: usize, node: &Node, marker: &Marker, indent: usize) -> bool {
        match (&marker.style, node.style()) {
            (NumberStyle::Row, _) => true,
            (_, NumberStyle::Row) => false,
            (NumberStyle::Heading(new), NumberStyle::Heading(old)) => old < new,
            (NumberStyle::Heading(_), _) => false,
            (NumberStyle::Steps(new), NumberStyle::Steps(old)) => old < new,
            (NumberStyle::Code(new), NumberStyle::Code(old)) => old < new,
            (NumberStyle::Named(word), _) if word == "annex" || word == "appendix" => false,
            (_, NumberStyle::Heading(_)) => true,
            _ => self.all[level].indent <= indent,
        }
    }

    /// Notes the number of a node that was opened.
    pub(super) fn note(&mut self, level: usize, node: usize, marker: &Marker) {
        let parent = self.open.last().map(|(node, _)| *node);
        self.open.push((node, level));
        let level = &mut self.all[level];
        level.parent = parent;
        if let Some(number) = marker.last() {
            level.last = Some((prefix(marker), number.value));
        }
    }
}
