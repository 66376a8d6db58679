//! The entries of feeds: an update with everything that its page says of it.

use std::sync::OnceLock;

use serde::Serialize;

use super::super::composer::Within;
use super::super::view::UpdateView;
use super::super::{Composer, Context};
use super::{Made, TEMPLATE, atom, json};
use crate::date::Day;
use crate::plan::{Index as _, Ix, Plan, RecordIx, Update};
use crate::route::{Route, anchor};

/// An update in a feed.
pub(super) struct Entry {
    /// What stays when the update is renamed, as long as its old id is among its aliases.
    pub(super) id: String,
    /// Its address.
    pub(super) url: String,
    /// Its headline, or the first words of its text.
    pub(super) title: String,
    /// All of it; every address in it is whole.
    pub(super) html: String,
    /// One sentence about it, when somebody wrote one.
    pub(super) summary: Option<String>,
    /// The day when it became known.
    pub(super) published: Day,
    /// The same, or that of the update that corrects it.
    pub(super) modified: Day,
    /// What it bears on and what it is.
    pub(super) categories: Vec<Category>,
    /// The addresses of what proves it.
    pub(super) evidence: Vec<String>,
}

/// A category of an entry.
pub(super) struct Category {
    /// For programs: `items/3.1`.
    pub(super) term: String,
    /// For readers.
    pub(super) label: String,
}

/// `feed-entry.xml`: the text of an entry, as HTML. Its addresses are whole.
#[derive(Debug, Serialize)]
struct EntryView {
    /// The update.
    update: UpdateView,
}

/// An entry as each form writes it.
pub(super) struct Written {
    /// The day when the update became known.
    pub(super) published: Day,
    /// The same, or that of the update that corrects it.
    pub(super) modified: Day,
    /// Its element in Atom.
    pub(super) atom: Vec<u8>,
    /// Its object in JSON Feed.
    pub(super) json: Vec<u8>,
}

/// Each update as an entry, made and written when the first feed asks for it: a dozen feeds may have the same.
pub(super) struct Entries {
    /// Where the site stands.
    pub(super) base: String,
    /// In boxes, because a site that is only looked at makes none of them.
    made: Vec<OnceLock<Box<Made<Written>>>>,
}

impl Entries {
    pub(super) fn new(base: &str, count: usize) -> Self {
        Self { base: base.to_owned(), made: (0..count).map(|_| OnceLock::new()).collect() }
    }

    /// One entry.
    pub(super) fn get(&self, context: &Context, ix: Ix<Update>) -> Made<&Written> {
        // Making it asks for no other entry, and waits for no other thread, so none can wait for itself.
        let made = self.made[ix.index()].get_or_init(|| Box::new(written(context, &self.base, ix)));
        made.as_ref().as_ref().map_err(Clone::clone)
    }
}

fn written(context: &Context, base: &str, ix: Ix<Update>) -> Made<Written> {
    let entry = entry(context, base, ix)?;
    let (atom, json) = (atom::entry(&entry)?, json::entry(&entry)?);
    Ok(Written { published: entry.published, modified: entry.modified, atom, json })
}

fn entry(context: &Context, base: &str, ix: Ix<Update>) -> Made<Entry> {
    let plan = &context.published.plan;
    let update = plan.updates.at(ix);
    let document = &update.document;
    let route = Route::record(plan, RecordIx::Update(ix));
    let page = [base, route.as_str()].concat();
    let is_short = document.short_form_of.is_some();
    let url = if is_short { format!("{page}#{}", anchor(update)) } else { page.clone() };
    let id = document
        .record
        .aliases
        .first()
        .map(|alias| base.to_owned() + Route::within("updates", &alias.value).as_str());
    let mut composer = Composer::with_root(context, route, base.to_owned());
    let prefix = format!("{}-", anchor(update));
    let within = if is_short { Within::List(&prefix) } else { Within::Page };
    let view = EntryView { update: composer.update(ix, within) };
    let html = context.theme.page(TEMPLATE, &view, &context.tree)?;
    let as_of = context.published.as_of;
    let published = known_on(plan, update, as_of);
    let corrected = update.corrected_by.map(|ix| known_on(plan, plan.updates.at(ix), as_of));
    Ok(Entry {
        id: id.unwrap_or_else(|| url.clone()),
        title: composer.update_title(update),
        // Footnotes and headings lead to places of the text itself.
        html: html.replace(" href=\"#", &format!(" href=\"{page}#")),
        summary: document.record.summary.clone(),
        published,
        modified: corrected.map_or(published, |day| day.max(published)),
        categories: categories(&composer, update, &view.update),
        evidence: document.evidence.iter().map(|evidence| evidence.url.clone()).collect(),
        url,
    })
}

fn categories(composer: &Composer<'_>, update: &Update, view: &UpdateView) -> Vec<Category> {
    let plan = composer.plan();
    let mut areas: Vec<_> = update.items.iter().map(|item| plan.items.at(*item).area).collect();
    areas.extend(&update.areas);
    areas.sort_unstable();
    areas.dedup();
    let areas = areas.into_iter().map(RecordIx::Area);
    let items = update.items.iter().copied().map(RecordIx::Item);
    let forum = update.forum.map(RecordIx::Forum);
    let records = areas.chain(items).chain(forum).map(|record| Category {
        term: Route::record(plan, record).as_str().trim_end_matches('/').to_owned(),
        label: composer.name(record),
    });
    let kind = Category { term: view.kind_key.clone(), label: view.kind.clone() };
    let status = view.status.as_ref();
    let status =
        status.map(|status| Category { term: format!("status/{}", status.key), label: status.text.clone() });
    records.chain([kind]).chain(status).collect()
}

/// The day when an update became known, as far as the content says: `reported`, else its own date. A meeting that is
/// still to come became known with the oldest document about it, and where that has no date, at the latest with the
/// plan: never on the day of the build, which would make it new each day.
pub(in super::super) fn known_on(plan: &Plan, update: &Update, as_of: Day) -> Day {
    let document = &update.document;
    let reported = document.reported.as_ref().map(|date| date.earliest);
    let own = document.date.value.earliest;
    let documents = || document.evidence.iter().filter_map(|evidence| evidence.date.as_ref());
    let shown = || documents().map(|date| date.earliest).filter(|day| *day <= as_of).min();
    let adopted = || plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
    let by_then = |day: &Day| *day <= as_of;
    reported
        .filter(by_then)
        .or_else(|| Some(own).filter(by_then))
        .or_else(shown)
        .or_else(|| adopted().filter(by_then))
        .unwrap_or(as_of)
}
