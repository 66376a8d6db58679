//! Agencies to each other, and to the items that they answer for.

use std::sync::Arc;

use super::lookup::{AGENCY, Connect, SOURCE};
use crate::diag::{Diagnostic, code};
use crate::parse::{Ref, Role as WrittenRole};
use crate::plan::{Agency, Index, Item, Ix, Plan, RecordIx, Role};

impl Connect<'_> {
    pub(super) fn agencies(&mut self) {
        for index in 0..self.plan.agencies.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.agencies.at(ix).document);
            let parent = document.parent.as_ref().and_then(|parent| self.find(parent, &AGENCY));
            let successor = document.successor.as_ref().and_then(|successor| self.find(successor, &AGENCY));
            let agency = self.plan.agencies.at_mut(ix);
            (agency.parent, agency.successor) = (parent, successor);
        }
        self.break_cycles(
            |agency| agency.parent,
            |agency| agency.parent = None,
            |agency| agency.document.parent.clone(),
            "part of",
        );
        self.break_cycles(
            |agency| agency.successor,
            |agency| agency.successor = None,
            |agency| agency.document.successor.clone(),
            "succeeded by",
        );
        for index in 0..self.plan.agencies.len() {
            let ix = Ix::new(index);
            let (parent, successor) = (self.plan.agencies.at(ix).parent, self.plan.agencies.at(ix).successor);
            if let Some(parent) = parent {
                self.plan.agencies.at_mut(parent).children.push(ix);
            }
            if let Some(successor) = successor {
                self.plan.agencies.at_mut(successor).predecessors.push(ix);
            }
        }
    }

    /// Follows a chain of agencies from each; one that comes back to itself is reported and cut. A chain ends where it
    /// meets one that was followed before, so that each agency is looked at once.
    pub(super) fn break_cycles(
        &mut self,
        next: fn(&Agency) -> Option<Ix<Agency>>,
        cut: fn(&mut Agency),
        written: fn(&Agency) -> Option<Ref>,
        relation: &str,
    ) {
        let mut seen = vec![false; self.plan.agencies.len()];
        for index in 0..self.plan.agencies.len() {
            let mut at = Ix::new(index);
            let mut chain = Vec::new();
            let closes = loop {
                if std::mem::replace(&mut seen[at.index()], true) {
                    break true;
                }
                chain.push(at);
                match next(self.plan.agencies.at(at)) {
                    Some(following) => at = following,
                    None => break false,
                }
            };
            // What it met may be a chain that was followed before, or its own beginning or middle: then the rest is a ring.
            let Some(first) = chain.iter().position(|ix| closes && *ix == at) else { continue };
            let mut ring = chain.split_off(first);
            let least = ring.iter().enumerate().min_by_key(|(_, ix)| **ix).map_or(0, |(place, _)| place);
            ring.rotate_left(least);
            let start = ring[0];
            let agency = self.plan.agencies.at(start);
            if let Some(reference) = written(agency) {
                let ids: Vec<&str> = ring
                    .iter()
                    .chain([&start])
                    .map(|ix| self.plan.agencies.at(*ix).document.id.as_str())
                    .collect();
                let message = format!("an agency cannot be {relation} itself: {}", ids.join(" → "));
                self.diagnostics.push(
                    Diagnostic::new(code::PARENT_CYCLE, reference.span, message)
                        .help("remove one of the links of this chain"),
                );
            }
            cut(self.plan.agencies.at_mut(start));
        }
    }

    pub(super) fn roles_of(&mut self, written: &[WrittenRole]) -> Vec<Role> {
        let mut roles = Vec::new();
        for role in written {
            let agency = self.find(&role.agency, &AGENCY);
            let source = role.source().and_then(|source| self.find(source, &SOURCE));
            roles.extend(agency.map(|agency| Role::of(role, agency, source)));
        }
        roles
    }

    pub(super) fn roles(&mut self) {
        for index in 0..self.plan.areas.len() {
            let document = Arc::clone(&self.plan.areas[index].document);
            self.plan.areas[index].lead = self.roles_of(&document.lead);
        }
        let known = self.fast_roles();
        for (index, known) in known.into_iter().enumerate() {
            if !known {
                let document = self.records.items[index];
                let (lead, supporting) = (self.roles_of(&document.lead), self.roles_of(&document.supporting));
                let item = &mut self.plan.items[index];
                (item.lead, item.supporting) = (lead, supporting);
            }
        }
        self.sources_of_roles();
        self.inherit_leads();
        let (items, agencies) = (&self.plan.items, &mut self.plan.agencies);
        for (ix, item) in items.indexed() {
            for role in &item.lead {
                agencies.at_mut(role.agency).leads.push(ix);
            }
            for role in &item.supporting {
                agencies.at_mut(role.agency).supports.push(ix);
            }
        }
    }

    /// Who is responsible for what, by the sources that say so.
    fn sources_of_roles(&mut self) {
        let (areas, items) = (&self.plan.areas, &self.plan.items);
        let of_areas = areas.indexed().flat_map(|(ix, area)| area.lead.iter().map(move |it| (ix.into(), it)));
        let of_items = items.indexed().flat_map(|(ix, item)| {
            item.lead.iter().chain(&item.supporting).map(move |role| (ix.into(), role))
        });
        for (record, role) in of_areas.chain(of_items) {
            let Some(source) = role.source else { continue };
            let roles = &mut self.plan.sources.at_mut(source).roles;
            if roles.last() != Some(&record) {
                roles.push(record);
            }
        }
    }

    /// An item that names no lead has that of the item it is a part of, else that of its area.
    fn inherit_leads(&mut self) {
        let plan = &*self.plan;
        let without = plan.items.indexed().filter(|(_, item)| item.lead.is_empty());
        let found: Vec<_> = without.filter_map(|(ix, item)| Some((ix, lead_above(plan, item)?))).collect();
        for (ix, from) in found {
            let lead = match from {
                RecordIx::Item(above) => self.plan.items.at(above).lead.clone(),
                RecordIx::Area(area) => self.plan.areas.at(area).lead.clone(),
                _ => continue,
            };
            let item = self.plan.items.at_mut(ix);
            (item.lead, item.lead_from) = (lead, Some(from));
        }
    }
}

/// What an item is in that names a lead: the nearest item, else the nearest area.
fn lead_above(plan: &Plan, item: &Item) -> Option<RecordIx> {
    let mut items = std::iter::successors(item.parent, |ix| plan.items.at(*ix).parent);
    let named = items.find(|ix| !plan.items.at(*ix).lead.is_empty()).map(RecordIx::Item);
    let mut areas = plan.area_and_above(item.area);
    named.or_else(|| areas.find(|ix| !plan.areas.at(*ix).lead.is_empty()).map(RecordIx::Area))
}
