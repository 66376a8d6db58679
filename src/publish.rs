//! The gate between what is written and what is shown: one audience, one day.
//!
//! A smaller plan is made by leaving documents out and putting the rest together anew, with the same code that put the
//! whole together. So nothing that is left out can be in a count, a list, a link or an address: the public plan is the
//! plan of a book in which the rest was never written.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::date::Day;
use crate::parse::{Documents, ItemDocument, Record, UpdateDocument};
use crate::plan::{Plan, assemble};
use crate::vocabulary::Audience;

/// What a build is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The day as of which the site tells the story.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
    /// Where the site will stand, when that is not what `book.toml` says.
    pub base_url: Option<String>,
}

/// A plan that may be shown.
#[derive(Debug, Clone)]
pub struct Published {
    /// The plan of what may be shown.
    pub plan: Arc<Plan>,
    /// The day as of which it tells the story.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
}

/// Makes the plan that one audience may see on one day. Problems were reported when the `whole` was put together.
pub fn publish(documents: &Documents, whole: &Arc<Plan>, options: &Options) -> Published {
    let plan = match is_all_visible(documents, options) {
        true => Arc::clone(whole),
        false => Arc::new(assemble(&visible(documents, options)).0),
    };
    Published { plan, as_of: options.as_of, audience: options.audience }
}

fn visible(documents: &Documents, options: &Options) -> Documents {
    let shown = |audience: Audience| audience <= options.audience;
    let mut kept = documents.clone();
    kept.areas.retain(|area| shown(area.record.audience));
    let folders: BTreeSet<&str> = kept.areas.iter().map(|area| area.folder.as_str()).collect();
    let hidden: BTreeSet<String> = documents
        .items
        .iter()
        .filter(|item| !shown(item.record.audience) || !folders.contains(item.folder.as_str()))
        .map(|item| item.id.as_str().to_owned())
        .collect();
    kept.items.retain(|item| !is_within(item, &hidden));
    kept.agencies.retain(|agency| shown(agency.record.audience));
    kept.forums.retain(|forum| shown(forum.record.audience));
    kept.sources.retain(|source| shown(source.record.audience));
    kept.pages.retain(|page| shown(page.record.audience));
    kept.editions.retain(|edition| edition.plan.as_ref().is_none_or(|plan| shown(plan.record.audience)));
    for edition in &mut kept.editions {
        edition.areas.retain(|area| shown(area.record.audience));
        let areas: BTreeSet<&str> = edition.areas.iter().map(|area| area.folder.as_str()).collect();
        edition.items.retain(|item| shown(item.record.audience) && areas.contains(item.folder.as_str()));
    }
    let items: BTreeSet<&str> = kept.items.iter().map(|item| item.id.as_str()).collect();
    let areas: BTreeSet<&str> = kept.areas.iter().map(|area| area.number.value.as_str()).collect();
    kept.updates.retain(|update: &Arc<UpdateDocument>| {
        let bears_on_something = update.whole_plan
            || update.items.iter().any(|item| items.contains(item.value.as_str()))
            || update.areas.iter().any(|area| areas.contains(area.value.as_str()));
        shown(update.record.audience) && bears_on_something && Plan::is_known(update, options.as_of)
    });
    kept
}

/// Whether nothing is to be left out, as in most public plans: then the whole plan is the one to show.
fn is_all_visible(documents: &Documents, options: &Options) -> bool {
    let shown = |record: &Record| record.audience <= options.audience;
    documents.areas.iter().all(|area| shown(&area.record))
        && documents.items.iter().all(|item| shown(&item.record))
        && documents
            .updates
            .iter()
            .all(|update| shown(&update.record) && Plan::is_known(update, options.as_of))
        && documents.agencies.iter().all(|agency| shown(&agency.record))
        && documents.forums.iter().all(|forum| shown(&forum.record))
        && documents.sources.iter().all(|source| shown(&source.record))
        && documents.pages.iter().all(|page| shown(&page.record))
        && documents.editions.iter().all(|edition| {
            edition.plan.iter().all(|plan| shown(&plan.record))
                && edition.areas.iter().all(|area| shown(&area.record))
                && edition.items.iter().all(|item| shown(&item.record))
        })
}

/// Whether an item or one of those it is a part of is hidden.
fn is_within(item: &ItemDocument, hidden: &BTreeSet<String>) -> bool {
    let mut id = Some(item.id.clone());
    while let Some(step) = id {
        if hidden.contains(step.as_str()) {
            return true;
        }
        id = step.parent();
    }
    false
}
