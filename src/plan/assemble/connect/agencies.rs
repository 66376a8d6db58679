//! Agencies to each other, and to the items that they answer for.

use std::sync::Arc;

use super::super::super::{Agency, Index, Ix, Role};
use super::{AGENCY, Connect, Diagnostic, Ref, WrittenRole, code};

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

    /// Follows a chain of agencies from each; one that comes back to its start is reported and cut there.
    pub(super) fn break_cycles(
        &mut self,
        next: fn(&Agency) -> Option<Ix<Agency>>,
        cut: fn(&mut Agency),
        written: fn(&Agency) -> Option<Ref>,
        relation: &str,
    ) {
        for index in 0..self.plan.agencies.len() {
            let start = Ix::new(index);
            let mut chain = vec![start];
            let mut at = start;
            let closes = loop {
                match next(self.plan.agencies.at(at)) {
                    Some(following) if following == start => break true,
                    Some(following) if !chain.contains(&following) => {
                        chain.push(following);
                        at = following;
                    }
                    _ => break false,
                }
            };
            if !closes {
                continue;
            }
            let agency = self.plan.agencies.at(start);
            if let Some(reference) = written(agency) {
                let ids: Vec<&str> = chain
                    .iter()
                    .chain([&start])
                    .map(|ix| self.plan.agencies.at(*ix).document.id.as_str())
                    .collect();
                let message = format!("an agency is {relation} itself: {}", ids.join(" → "));
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
            roles.extend(agency.map(|agency| Role { agency, basis: role.basis, audience: role.audience }));
        }
        roles
    }

    pub(super) fn roles(&mut self) {
        for index in 0..self.plan.areas.len() {
            let document = Arc::clone(&self.plan.areas[index].document);
            self.plan.areas[index].lead = self.roles_of(&document.lead);
        }
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.items.at(ix).document);
            let (lead, supporting) = (self.roles_of(&document.lead), self.roles_of(&document.supporting));
            for role in &lead {
                self.plan.agencies.at_mut(role.agency).leads.push(ix);
            }
            for role in &supporting {
                self.plan.agencies.at_mut(role.agency).supports.push(ix);
            }
            let item = self.plan.items.at_mut(ix);
            (item.lead, item.supporting) = (lead, supporting);
        }
    }
}
