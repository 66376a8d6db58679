//! The entries of feeds: an update with everything that its page says of it.

use std::sync::OnceLock;

use serde::Serialize;

use super::feed::{Category, EntryText, FeedEntry, FeedResult, WrittenEntry};
use super::{atom, json};
use crate::page::views::{UpdateRow, UpdateView};
use crate::page::{Context, ViewBuilder, Within};
use crate::parse::Evidence;
use crate::plan::{Index as _, Ix, RecordIx, Update};
use crate::route::{Route, anchor, former_place};

/// What makes the text of a full entry.
pub(super) const TEMPLATE: &str = "feed-entry.xml";

/// `feed-entry.xml`: the text of an entry, as HTML. Its addresses are whole.
#[derive(Debug, Serialize)]
struct EntryView {
    /// The update.
    update: UpdateView,
}

/// How much an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// All that the page of the update says.
    Full,
    /// One sentence: who wants more follows the feed of the site, or the link.
    Summary,
    /// When and where, and its headline. An archive of the site has the rest, and a plan has many more archives of records.
    Title,
}

/// Each update as an entry, made and written when the first feed asks for it: a dozen feeds may have the same.
pub(super) struct Entries {
    /// Where the site stands.
    pub(super) root: String,
    /// Where the plan stands.
    pub(super) base: String,
    full: MadeEntries,
    short: MadeEntries,
    titles: MadeEntries,
}

/// In boxes, because a site that is only looked at makes none of them.
type MadeEntries = Vec<OnceLock<Box<FeedResult<WrittenEntry>>>>;

impl Entries {
    pub(super) fn new(root: &str, base: &str, count: usize) -> Self {
        let none = || (0..count).map(|_| OnceLock::new()).collect();
        Self { root: root.to_owned(), base: base.to_owned(), full: none(), short: none(), titles: none() }
    }

    /// One entry.
    pub(super) fn get(&self, context: &Context, ix: Ix<Update>, detail: Detail) -> FeedResult<&WrittenEntry> {
        let made = match detail {
            Detail::Full => &self.full[ix.index()],
            Detail::Summary => &self.short[ix.index()],
            Detail::Title => &self.titles[ix.index()],
        };
        // Making it asks for no other entry, and waits for no other thread, so none can wait for itself.
        let made = made.get_or_init(|| Box::new(self.written(context, ix, detail)));
        made.as_ref().as_ref().map_err(Clone::clone)
    }
}

impl Entries {
    fn written(&self, context: &Context, ix: Ix<Update>, detail: Detail) -> FeedResult<WrittenEntry> {
        let entry = entry(context, [&self.root, &self.base], ix, detail)?;
        let (atom, json) = (atom::entry(&entry)?, json::entry(&entry)?);
        Ok(WrittenEntry { modified: entry.modified, atom, json })
    }
}

/// An entry, with the addresses of the site and of the plan.
fn entry(
    context: &Context,
    [root, base]: [&str; 2],
    ix: Ix<Update>,
    detail: Detail,
) -> FeedResult<FeedEntry> {
    let plan = &context.published.plan;
    let update = plan.updates.at(ix);
    let document = &update.document;
    let (route, place) = context.place(ix);
    let page = [base, route.as_str()].concat();
    let url = place.as_ref().map_or_else(|| page.clone(), |place| format!("{page}#{place}"));
    // An update moves to a later page of its item's history when others come. What names it stays.
    let first = Route::record(plan, RecordIx::Update(ix));
    let lasting = [base, first.as_str(), place.as_ref().map_or("", |_| "#"), place.as_deref().unwrap_or("")];
    let id = document.record.aliases.first().map(|alias| match former_place(&alias.value) {
        Some((page, place)) => [base, page.as_str(), "#", &place].concat(),
        None => [base, Route::within("updates", &alias.value).as_str()].concat(),
    });
    let mut builder = ViewBuilder::with_root(context, route, root.to_owned());
    let as_of = context.published.as_of;
    let published = plan.known_on(update, as_of);
    let corrected = update.corrected_by().map(|ix| plan.known_on(plan.updates.at(ix), as_of));
    let row = builder.update_row(ix);
    let is_whole = detail != Detail::Title;
    Ok(FeedEntry {
        id: id.unwrap_or_else(|| lasting.concat()),
        text: match detail {
            Detail::Full => full(&mut builder, ix, &page)?,
            Detail::Summary => EntryText::Summary(summary(&builder, ix, &row)),
            Detail::Title => EntryText::None,
        },
        published,
        modified: corrected.map_or(published, |day| day.max(published)),
        categories: if is_whole { categories(&builder, update, &row) } else { Vec::new() },
        evidence: if is_whole { addresses(&document.evidence) } else { Vec::new() },
        title: row.title,
        url,
    })
}

fn addresses(evidence: &[Evidence]) -> Vec<String> {
    evidence.iter().map(|evidence| evidence.url.clone()).collect()
}

/// All that the page of an update says of it.
fn full(builder: &mut ViewBuilder<'_>, ix: Ix<Update>, page: &str) -> FeedResult<EntryText> {
    let context = builder.context;
    let update = builder.plan().updates.at(ix);
    let prefix = format!("{}-", anchor(update));
    let is_short = update.document.short_form_of.is_some();
    let within = if is_short { Within::List(&prefix) } else { Within::Page };
    let view = EntryView { update: builder.update(ix, within) };
    let html = context.theme.page(TEMPLATE, &view, &context.tree)?;
    Ok(EntryText::Full {
        // Footnotes and headings lead to places of the text itself.
        html: html.replace(" href=\"#", &format!(" href=\"{page}#")),
        summary: context.texts().summary(ix).map(str::to_owned),
    })
}

/// The date in words, because that of the entry is a day even where the update's is not, and what the update is about.
fn summary(builder: &ViewBuilder<'_>, ix: Ix<Update>, row: &UpdateRow) -> String {
    let update = builder.plan().updates.at(ix);
    let about = builder.about(&update.document.record, &update.links);
    let about = if about.is_empty() { &row.title } else { &about };
    let mark = builder.is_internal(&update.document.id).then(|| builder.word("internal-mark"));
    let parts: Vec<&str> = mark.as_deref().into_iter().chain([row.date.text.as_str(), about]).collect();
    builder.messages().stopped(&parts)
}

fn categories(builder: &ViewBuilder<'_>, update: &Update, row: &UpdateRow) -> Vec<Category> {
    let plan = builder.plan();
    let mut areas: Vec<_> = update.items.iter().map(|item| plan.items.at(*item).area).collect();
    areas.extend(&update.areas);
    areas.sort_unstable();
    areas.dedup();
    let areas = areas.into_iter().map(RecordIx::Area);
    let items = update.items.iter().copied().map(RecordIx::Item);
    let forum = update.forum.map(RecordIx::Forum);
    let records = areas.chain(items).chain(forum).map(|record| Category {
        term: Route::record(plan, record).as_str().trim_end_matches('/').to_owned(),
        label: builder.name(record),
    });
    let kind = Category { term: update.document.kind.value.word().to_owned(), label: row.kind.clone() };
    let status = row.status.as_ref();
    let status =
        status.map(|status| Category { term: format!("status/{}", status.key), label: status.text.clone() });
    records.chain([kind]).chain(status).collect()
}
