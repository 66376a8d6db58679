//! A table held against a book.

use std::collections::BTreeSet;

use super::additions::Additions;
use super::changes::Changes;
use super::known::Known;
use super::matching::{Match, areas_of_items, matched};
use super::values::plain;
use super::{differences, editions, renumbered, reports};
use crate::import::{Decisions, Import};
use crate::plan::Plan;
use crate::source::Tree;

/// What a table would change in a book.
pub fn compare(found: &Import, decisions: &Decisions, tree: &Tree, plan: &Plan) -> Changes {
    let known = Known::of(tree, plan);
    let (mut matches, mut remarks) = matched(found, &known);
    renumbered::set_apart(found, &known, &mut matches, &mut remarks);
    areas_of_items(found, &known, &mut matches);
    let refused = editions::refused(found, &matches, &known, tree, plan);
    if refused.is_some() {
        return Changes { refused, ..Changes::default() };
    }
    let mut changes = Changes { remarks, ..Changes::default() };
    let additions = Additions::of(found, &known, &matches, &mut changes);
    for (record, one) in found.records.iter().zip(&matches) {
        if let Match::Area(area) = one {
            let area = &known.areas[*area];
            if !record.title_is_cut && plain(&record.title) != area.title {
                changes.remarks.push(format!(
                    "content/areas/{}/area.md:1:1: the title of area {} is \"{}\", and in the table \"{}\"",
                    area.folder, area.number, area.title, record.title
                ));
            }
            continue;
        }
        let Match::Item(item) = one else { continue };
        let item = &known.items[*item];
        let before = changes.remarks.len();
        let is_new = reports::of(record, item, &known, decisions, &mut changes);
        changes.remarks.extend(differences::of(record, item, &known, decisions));
        match (is_new, changes.remarks.len() > before) {
            (true, _) => changes.reported += 1,
            (false, true) => changes.different += 1,
            (false, false) => changes.same += 1,
        }
    }
    additions.write(&matches, decisions, &mut changes);
    let there: BTreeSet<usize> = matches
        .iter()
        .filter_map(|one| if let Match::Item(item) = one { Some(*item) } else { None })
        .collect();
    let unclear = matches.contains(&Match::Unclear);
    for (_, item) in known.items.iter().enumerate().filter(|(at, _)| !there.contains(at)) {
        changes.missing += 1;
        let why = if unclear { ", or its row is unclear" } else { "" };
        changes.remarks.push(format!(
            "{}:1:1: item {} is not in the table{why}; planbook leaves it as it is",
            item.path, item.id
        ));
    }
    changes.files.sort();
    changes
}
