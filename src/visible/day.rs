//! What was there on a day: a book as it would be if nothing later had been written into it.
//!
//! Updates that had not happened, or had not been reported, are left out. So are agencies and forums that did not exist,
//! and documents and editions that had not been adopted; of those that did exist, nothing says that they end later. Who
//! is responsible for something under a later name does so under the names of that day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::is_known;
use crate::date::{Date, Day};
use crate::parse::{
    AgencyDocument, Documents, Internal, Record, Ref, Role, UpdateDocument, Validity, edition_name,
    number_short_updates,
};

/// The book as of a day; `None` when nothing in it is later.
pub fn as_of(documents: &Documents, day: Day) -> Option<Documents> {
    let mut known = documents.clone();
    // What all plans of the book have in common; ids of items and updates are those of one plan.
    let mut later = Later(Internal::default());
    known.editions.retain(|edition| {
        let there = edition.plan.as_ref().is_none_or(|plan| plan.adopted.value.earliest <= day);
        if !there {
            let name = edition_name(edition.edition.as_deref().unwrap_or_default());
            later.0.names.insert(name);
        }
        there
    });
    known.agencies.retain(|agency| later.keep(begun(&agency.valid, day), &agency.id, &agency.record, false));
    known.forums.retain(|forum| later.keep(begun(&forum.valid, day), &forum.id, &forum.record, false));
    // What a plan was adopted in is its own text, whichever day that has.
    let plans = known.plan.iter().chain(known.editions.iter().filter_map(|edition| edition.plan.as_ref()));
    let own: BTreeSet<String> =
        plans.filter_map(|plan| plan.source.as_ref()).map(|source| source.value.clone()).collect();
    known.sources.retain(|source| {
        let there = source.date.earliest <= day || own.contains(&source.id);
        later.keep(there, &source.id, &source.record, false)
    });
    let of_all = later.0;
    let mut changed = of_all != Internal::default();
    let mut keep_known = |updates: &mut Vec<Arc<UpdateDocument>>, internal: &mut Arc<Internal>| {
        let mut later = Later(Internal::clone(internal));
        later.0.extend(&of_all);
        changed |= keep_updates(updates, &mut later, day);
        *internal = Arc::new(later.0);
    };
    keep_known(&mut known.updates, &mut known.internal);
    known.editions.iter_mut().for_each(|edition| keep_known(&mut edition.updates, &mut edition.internal));
    let lasting = known.agencies.iter().map(|agency| &agency.valid);
    let mut lasting = lasting.chain(known.forums.iter().map(|forum| &forum.valid));
    let roles_begin = std::iter::once(&known).chain(&known.editions).any(|plan| has_later_roles(plan, day));
    if !changed && !roles_begin && !lasting.any(|valid| ends(valid, day)) {
        return None;
    }
    drop(lasting);
    let agencies_left_out = known.agencies.len() < documents.agencies.len();
    number_short_updates(&mut known.updates);
    known.editions.iter_mut().for_each(|edition| number_short_updates(&mut edition.updates));
    leave_ends_open(&mut known, day);
    leave_out_later_roles(&mut known, day);
    if agencies_left_out {
        let names = AgencyNames::of(documents, day);
        names.use_in(&mut known);
        known.editions.iter_mut().for_each(|edition| names.use_in(edition));
    }
    known.share();
    Some(known)
}

/// What names something that is not there yet has no target, and not what had that name before.
struct Later(Internal);

impl Later {
    /// Remembers a record unless it is there.
    fn keep(&mut self, there: bool, id: &str, record: &Record, is_short: bool) -> bool {
        if !there {
            self.0.names.insert(id.to_owned());
            self.0.names.extend((!is_short).then(|| record.path.clone()));
            self.0.aliases.extend(record.aliases.iter().map(|alias| alias.value.clone()));
        }
        there
    }
}

/// Keeps the updates that are known on a day; says whether there are others.
fn keep_updates(updates: &mut Vec<Arc<UpdateDocument>>, later: &mut Later, day: Day) -> bool {
    let before = updates.len();
    updates.retain(|update| {
        let is_short = update.short_form_of.is_some();
        later.keep(is_known(update, day), &update.written_id, &update.record, is_short)
    });
    updates.len() < before
}

fn begun(valid: &Validity, day: Day) -> bool {
    valid.from.as_ref().is_none_or(|from| from.earliest <= day)
}

/// Whether it is known to end, and has not ended yet.
fn ends(valid: &Validity, day: Day) -> bool {
    let is_later = |to: &Date| to.earliest > day;
    valid.to.as_ref().is_some_and(is_later)
}

/// Nothing says on a day that something will end, or who will follow.
fn leave_ends_open(known: &mut Documents, day: Day) {
    for agency in known.agencies.iter_mut().filter(|agency| ends(&agency.valid, day)) {
        let agency = Arc::make_mut(agency);
        (agency.valid.to, agency.successor) = (None, None);
    }
    for forum in known.forums.iter_mut().filter(|forum| ends(&forum.valid, day)) {
        Arc::make_mut(forum).valid.to = None;
    }
}

/// Whether an agency is responsible for something only later.
fn has_later_roles(plan: &Documents, day: Day) -> bool {
    let items = plan.items.iter().flat_map(|item| item.lead.iter().chain(&item.supporting));
    let areas = plan.areas.iter().flat_map(|area| &area.lead);
    items.chain(areas).any(|role| !role.had_begun(day))
}

/// An agency that was made responsible later was not on the day.
fn leave_out_later_roles(known: &mut Documents, day: Day) {
    for plan in std::iter::once(&mut known.areas).chain(known.editions.iter_mut().map(|it| &mut it.areas)) {
        for area in plan.iter_mut().filter(|area| !begun_by(&area.lead, day)) {
            Arc::make_mut(area).lead.retain(|role| role.had_begun(day));
        }
    }
    for plan in std::iter::once(&mut known.items).chain(known.editions.iter_mut().map(|it| &mut it.items)) {
        for item in plan.iter_mut().filter(|it| !begun_by(&it.lead, day) || !begun_by(&it.supporting, day)) {
            let item = Arc::make_mut(item);
            item.lead.retain(|role| role.had_begun(day));
            item.supporting.retain(|role| role.had_begun(day));
        }
    }
}

fn begun_by(roles: &[Role], day: Day) -> bool {
    roles.iter().all(|role| role.had_begun(day))
}

/// What agencies are called, and what they were called on a day.
struct AgencyNames<'a> {
    agencies: BTreeMap<&'a str, &'a AgencyDocument>,
    /// The agencies whose work each took over, by its id.
    before: BTreeMap<&'a str, Vec<&'a AgencyDocument>>,
    day: Day,
}

impl<'a> AgencyNames<'a> {
    fn of(documents: &'a Documents, day: Day) -> Self {
        let mut agencies: BTreeMap<&str, &AgencyDocument> = BTreeMap::new();
        for agency in &documents.agencies {
            agencies.extend(agency.record.aliases.iter().map(|alias| (alias.value.as_str(), &**agency)));
        }
        // What has an id now goes before what had it once.
        agencies.extend(documents.agencies.iter().map(|agency| (agency.id.as_str(), &**agency)));
        let mut before: BTreeMap<&str, Vec<&AgencyDocument>> = BTreeMap::new();
        for agency in &documents.agencies {
            let successor = agency.successor.as_ref().and_then(|name| agencies.get(name.value.as_str()));
            if let Some(successor) = successor {
                before.entry(&successor.id).or_default().push(agency);
            }
        }
        Self { agencies, before, day }
    }

    /// The names that something written under one name had on the day: none when it did not exist, and did not come of
    /// anything that did.
    fn then(&self, written: &Ref) -> Vec<Ref> {
        let Some(agency) = self.agencies.get(written.value.as_str()) else { return vec![written.clone()] };
        if begun(&agency.valid, self.day) {
            return vec![written.clone()];
        }
        let (mut found, mut seen, mut open) = (Vec::new(), vec![&agency.id], vec![*agency]);
        while let Some(later) = open.pop() {
            for earlier in self.before.get(later.id.as_str()).into_iter().flatten() {
                if seen.contains(&&earlier.id) {
                    continue;
                }
                seen.push(&earlier.id);
                match begun(&earlier.valid, self.day) {
                    true => found.push(Ref::new(earlier.id.clone(), written.span)),
                    false => open.push(earlier),
                }
            }
        }
        found
    }

    fn use_in(&self, known: &mut Documents) {
        for area in &mut known.areas {
            if let Some(lead) = self.roles(&area.lead) {
                Arc::make_mut(area).lead = lead;
            }
        }
        for item in &mut known.items {
            if let Some(lead) = self.roles(&item.lead) {
                Arc::make_mut(item).lead = lead;
            }
            if let Some(supporting) = self.roles(&item.supporting) {
                Arc::make_mut(item).supporting = supporting;
            }
        }
        for update in &mut known.updates {
            let by = each_once(update.by.iter().flat_map(|name| self.then(name)), |name| name);
            if by != update.by {
                Arc::make_mut(update).by = by;
            }
        }
        for agency in &mut known.agencies {
            let parent = agency.parent.as_ref().and_then(|parent| self.then(parent).into_iter().next());
            if parent != agency.parent {
                Arc::make_mut(agency).parent = parent;
            }
        }
    }

    /// Who was responsible then; `None` when that is who is responsible now.
    fn roles(&self, written: &[Role]) -> Option<Vec<Role>> {
        let then = written.iter().flat_map(|role| {
            self.then(&role.agency).into_iter().map(|agency| Role { agency, ..role.clone() })
        });
        let then = each_once(then, |role| &role.agency);
        (then != written).then_some(then)
    }
}

/// The first of those that name the same.
fn each_once<T>(all: impl Iterator<Item = T>, name: impl Fn(&T) -> &Ref) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in all {
        if !kept.iter().any(|other| name(other).value == name(&one).value) {
            kept.push(one);
        }
    }
    kept
}
