//! Which levels of a text are areas, items and parts.

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::{Decisions, Level};
use super::node::Node;
use super::style::NumberStyle;

/// What the levels of a text are.
#[derive(Debug)]
pub(super) struct Roles {
    /// For each node 0 for an area, 1 for an item and so on; `None` for a heading that is no record.
    pub(super) depths: Vec<Option<usize>>,
    /// Whether the items have no areas in the text.
    pub(super) without_areas: bool,
    /// What was decided, and the flag that changes it.
    pub(super) decided: Vec<String>,
}

/// Gives each node its role.
///
/// # Errors
/// When a style was asked for that no line has.
pub(super) fn give(nodes: &[Node], decisions: &Decisions) -> Result<Roles, String> {
    let styles: BTreeSet<&NumberStyle> = nodes.iter().map(Node::style).collect();
    for level in [&decisions.areas, &decisions.items, &decisions.parts] {
        if let Level::Is(style) = level
            && !nodes.iter().any(|node| alike(node.style(), style))
        {
            let there: Vec<String> = styles.iter().map(|style| format!("`{style}`")).collect();
            return Err(format!("no line is marked like `{style}`; the text has {}", there.join(", ")));
        }
    }
    let depth_of = |level: &Level| match level {
        Level::Is(style) => {
            nodes.iter().filter(|node| alike(node.style(), style)).map(|node| node.depth).min()
        }
        _ => None,
    };
    let without_areas = match &decisions.areas {
        Level::None => true,
        Level::Is(_) => false,
        Level::Detected => depth_of(&decisions.items) == Some(0) || has_no_areas(nodes),
    };
    let areas = if without_areas { None } else { Some(depth_of(&decisions.areas).unwrap_or(0)) };
    let items = depth_of(&decisions.items).unwrap_or(areas.map_or(0, |areas| areas + 1));
    let parts = depth_of(&decisions.parts).unwrap_or(items + 1);
    let role = |node: &Node| {
        let chosen = [(&decisions.areas, 0), (&decisions.items, 1), (&decisions.parts, 2)];
        let by_style = chosen.into_iter().find_map(|(level, role)| match level {
            Level::Is(style) if alike(node.style(), style) => Some(role),
            _ => None,
        });
        by_style.or_else(|| match node.depth {
            depth if depth >= parts => Some(2 + depth - parts),
            // Between the levels that were chosen stand headings.
            depth if depth > items => None,
            depth if depth == items => matches!(decisions.items, Level::Detected | Level::None).then_some(1),
            depth if areas == Some(depth) => matches!(decisions.areas, Level::Detected).then_some(0),
            _ => None,
        })
    };
    let depths: Vec<Option<usize>> = nodes.iter().map(role).collect();
    let decided = decided(nodes, &depths, without_areas);
    Ok(Roles { depths, without_areas, decided })
}

/// Codes of one style may differ in their steps, as `A1` and `A1a` do.
fn alike(one: &NumberStyle, other: &NumberStyle) -> bool {
    one == other
}

/// Whether the highest level is one of items: there is no other, its numbers name an area, as `1.1` does, or it has bullets.
fn has_no_areas(nodes: &[Node]) -> bool {
    let highest = || nodes.iter().filter(|node| node.depth == 0);
    let stepped = |node: &Node| {
        node.marker.steps.len() > 1
            && !matches!(node.style(), NumberStyle::Heading(_) | NumberStyle::Named(_))
    };
    let bullet = |node: &Node| *node.style() == NumberStyle::Bullet;
    let code = |node: &Node| matches!(node.style(), NumberStyle::Code(_));
    // Three levels of bullets, or of codes, are areas, items and parts.
    let three = nodes.iter().any(|node| node.depth > 1);
    let flat = nodes.iter().all(|node| node.depth == 0);
    flat || highest().all(|node| stepped(node) && !(three && code(node))) || (highest().all(bullet) && !three)
}

/// A line for each role: the styles that have it.
fn decided(nodes: &[Node], depths: &[Option<usize>], without_areas: bool) -> Vec<String> {
    let mut found: BTreeMap<(usize, &NumberStyle), usize> = BTreeMap::new();
    for (node, depth) in nodes.iter().zip(depths) {
        let role = depth.map_or(3, |depth| depth.min(2));
        *found.entry((role, node.style())).or_default() += 1;
    }
    let list = |role: usize| {
        let styles = found.iter().filter(|((of, _), _)| *of == role);
        let styles: Vec<String> = styles.map(|((_, style), count)| format!("`{style}` ({count})")).collect();
        (!styles.is_empty()).then(|| styles.join(", "))
    };
    let mut decided = Vec::new();
    if without_areas {
        decided.push(
            "areas: none in the text, so planbook creates them from the numbers, or one for all items (--areas-are)"
                .to_owned(),
        );
    }
    for (role, name, flag) in
        [(0, "areas", "--areas-are"), (1, "items", "--items-are"), (2, "parts", "--parts-are")]
    {
        if let Some(styles) = list(role) {
            decided.push(format!("{name} are marked like {styles} ({flag})"));
        }
    }
    if let Some(styles) = list(3) {
        decided.push(format!("headings that are not records are marked like {styles}"));
    }
    decided
}
