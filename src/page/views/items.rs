//! Items, and items in groups.

use serde::Serialize;

use super::field_parts::{FieldFilter, OwnFieldView};
use super::head::HeadView;
use super::indicators::{IndicatorView, MilestoneView};
use super::item_history::{AssessmentRow, ConflictView, LedgerView, StepBackView};
use super::parts::DateView;
use super::parts::{LinkView, PagesView, ShareView};
use super::rows::{AgencyView, ItemTable, StandingView, StatusView};
use super::series::SeriesView;
use super::tag_parts::{TagChoice, TagView};
use super::updates::UpdateView;

/// Where the script finds all rows of a list of items in pages. Without a file the list has one page.
#[derive(Debug, Default, Serialize)]
pub struct AllRowsView {
    /// The file with the rows of all items.
    pub file: Option<String>,
    /// The file that says which of them are in the list; the list of all items has none.
    pub own: Option<String>,
    /// What leads from the page to the site's root.
    pub root: String,
    /// The address of the search among these items, where they are those of one of its filters.
    pub search: Option<String>,
    /// The place of the page's first row, from 0.
    pub from: usize,
    /// How many rows there are.
    pub total: usize,
    /// The statuses that they have, in the order of the vocabulary.
    pub statuses: Vec<StatusView>,
    /// The tags that they have.
    pub tags: Vec<TagChoice>,
    /// The declared fields that they can be filtered by.
    pub fields: Vec<FieldFilter>,
}

/// `partials/list-rows.html`
#[derive(Debug, Serialize)]
pub struct ListRowsView {
    /// The items. Its addresses begin at the root of the site.
    pub table: Option<ItemTable>,
}

/// `items.html`, and for each status and kind `group.html`
#[derive(Debug, Serialize)]
pub struct ItemsPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// A sentence about the list.
    pub note: String,
    /// The message for an empty list.
    pub empty: String,
    /// The status that the list is of.
    pub status: Option<StatusView>,
    /// The other lists of this kind.
    pub groups: Vec<ShareView>,
    /// The lists by kind; only on the list of all items.
    pub kinds: Vec<ShareView>,
    /// The agencies that lead items; only on the list of all items.
    pub agencies: Vec<AgencyCount>,
    /// The items of this page.
    pub items: Option<ItemTable>,
    /// The other pages.
    pub pages: Option<PagesView>,
    /// Where the script finds the rows of all pages of the list.
    pub all: AllRowsView,
}

/// An agency with the number of items that it leads.
#[derive(Debug, Serialize)]
pub struct AgencyCount {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// How many items it leads.
    pub count: usize,
}

/// `groups.html`: the lists of one kind
#[derive(Debug, Serialize)]
pub struct GroupsPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// A sentence about them.
    pub note: String,
    /// Whether they are statuses, which have a shape.
    pub by_status: bool,
    /// The lists.
    pub groups: Vec<ShareView>,
    /// Those that no item is in. Their addresses stay, because an item may come back.
    pub empty: Vec<LinkView>,
}

/// `item.html`
#[derive(Debug, Serialize)]
pub struct ItemPage {
    /// What every page has.
    pub head: HeadView,
    /// Its id.
    pub id: String,
    /// Its number, as shown: the code of the plan, if it has one.
    pub number: String,
    /// The values of the fields that the plan declares for itself.
    pub fields: Vec<OwnFieldView>,
    /// Its number, where a code is shown instead.
    pub outline_number: Option<String>,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The text of the plan.
    pub text: Option<String>,
    /// Whether its title is the plan's words, so that they are shown once.
    pub text_is_title: bool,
    /// The language of the plan's text, when it is not the site's.
    pub text_lang: Option<String>,
    /// The plan's own words, where `text` is a translation of them.
    pub text_original: Option<String>,
    /// The record of the source document.
    pub source: Option<LinkView>,
    /// The place in the source document.
    pub locator: Option<String>,
    /// Its area.
    pub area: LinkView,
    /// The item it is a part of.
    pub parent: Option<LinkView>,
    /// Its current status.
    pub standing: StandingView,
    /// Whether there is public information beyond the baseline.
    pub has_history: bool,
    /// Its type of commitment, as a key.
    pub kind_key: String,
    /// Its type of commitment, in words.
    pub kind: String,
    /// An explanation of the type.
    pub kind_note: String,
    /// When it starts.
    pub start: Option<DateView>,
    /// The newest outlook that an update reports.
    pub outlook: Option<OutlookView>,
    /// Its picture.
    pub image: Option<ImageView>,
    /// Pages elsewhere that are about it.
    pub see: Vec<SeeView>,
    /// The address of whom to ask: `mailto:`, `tel:` or `https:`.
    pub contact: Option<LinkView>,
    /// How often it should take place.
    pub cadence: Option<String>,
    /// The state of its due date, as a key: `overdue`.
    pub schedule_key: String,
    /// The same in words.
    pub schedule: String,
    /// The age of the latest report, as a key: `stale`.
    pub freshness_key: String,
    /// The same in words.
    pub freshness: String,
    /// Each time that its status was lowered, oldest first; of many the newest.
    pub steps_back: Vec<StepBackView>,
    /// Each update that lowered it, where these are not all.
    pub all_steps_back: Option<LinkView>,
    /// The changes of its due date, if there are any.
    pub ledger: Option<LedgerView>,
    /// The meetings that it requires on a timeline, if it has a cadence.
    pub series: Option<SeriesView>,
    /// Assessments by third parties, newest first.
    pub assessments: Vec<AssessmentRow>,
    /// All of them, where these are not all.
    pub all_assessments: Option<LinkView>,
    /// Where sources disagree, newest first.
    pub conflicts: Vec<ConflictView>,
    /// All of them, where these are not all.
    pub all_conflicts: Option<LinkView>,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// The item or area whose lead it has, where it names no agency itself.
    pub lead_from: Option<LinkView>,
    /// The agencies that support it.
    pub supporting: Vec<AgencyView>,
    /// Who takes part besides the agencies.
    pub partners: Vec<String>,
    /// Whether any of the roles is inferred.
    pub any_inferred: bool,
    /// Whether all of them are, so that no agency is named by the plan.
    pub all_inferred: bool,
    /// Whether any of the roles comes from a later official source.
    pub any_later: bool,
    /// The status of each body, where every lead has to do it.
    pub bodies: Vec<BodyStatusView>,
    /// How many of these bodies have completed it, in words.
    pub bodies_note: Option<String>,
    /// What a third party says, where nobody claims a status.
    pub verdict: Option<VerdictView>,
    /// How public information was looked for, newest first.
    pub searched: Vec<SearchView>,
    /// Its text.
    pub body_html: String,
    /// Its parts; of many the first.
    pub parts: Option<ItemTable>,
    /// All of them, where these are not all.
    pub all_parts: Option<LinkView>,
    /// Its updates since the plan was adopted, newest first; of a long history the first page.
    pub history: Vec<UpdateView>,
    /// Those before, newest first.
    pub baseline: Vec<UpdateView>,
    /// Its milestones, in the order of the plan.
    pub milestones: Vec<MilestoneView>,
    /// The other pages of the history; absent when this page has all of it.
    pub pages: Option<PagesView>,
    /// Its indicators in words.
    pub indicators: Vec<String>,
    /// Its indicators with numbers.
    pub measured: Vec<IndicatorView>,
    /// Related items.
    pub related: Vec<LinkView>,
    /// Items that must be completed first.
    pub depends_on: Vec<LinkView>,
    /// Items that depend on it.
    pub required_by: Vec<LinkView>,
    /// Items that are the same commitment.
    pub same_as: Vec<LinkView>,
    /// Forums that concern it.
    pub forums: Vec<ForumLinkView>,
    /// All of them, where these are not all.
    pub all_forums: Option<LinkView>,
    /// The items of other editions that it continues.
    pub continues: Vec<ContinuesView>,
    /// The items of other plans of the book that continue it.
    pub continued_by: Vec<ContinuesView>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// Its tags, group by group.
    pub tags: Vec<TagView>,
    /// Former numbers.
    pub aliases: Vec<String>,
    /// The HTML that shows the item's card on another site, as text; when the site has cards and the book sets a base-url.
    pub embed: Option<String>,
    /// The item or part before.
    pub previous: Option<LinkView>,
    /// The one after.
    pub next: Option<LinkView>,
}

/// Whether an item will be done as planned, as an update reports.
#[derive(Debug, Serialize)]
pub struct OutlookView {
    /// As a key: `on-track`, `at-risk` or `off-track`.
    pub key: String,
    /// As a sentence part, with who says so and when: "reported on track on 27 May 2026".
    pub text: String,
    /// When it was reported.
    pub date: DateView,
    /// The address of the update.
    pub href: String,
}

/// The picture of an item.
#[derive(Debug, Serialize)]
pub struct ImageView {
    /// Its address.
    pub href: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its width in pixels.
    pub width: usize,
    /// Its height in pixels.
    pub height: usize,
    /// A line below it.
    pub caption: Option<String>,
    /// Who made it, or who has the rights.
    pub credit: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// A page elsewhere that is about an item.
#[derive(Debug, Serialize)]
pub struct SeeView {
    /// Its title.
    pub title: String,
    /// Its full URL.
    pub url: String,
    /// The type of page, in words.
    pub class: Option<String>,
    /// Whether only the internal site shows the link.
    pub internal: bool,
}

/// A forum that concerns an item.
#[derive(Debug, Serialize)]
pub struct ForumLinkView {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Whether the plan names it, as a key: `stated`, `inferred`, `later`; absent when the forum does not state it.
    pub basis_key: Option<String>,
    /// The same in words.
    pub basis: Option<String>,
}

/// An item of another plan of the book that an item continues, or that continues it.
#[derive(Debug, Serialize)]
pub struct ContinuesView {
    /// Its page.
    pub href: String,
    /// The edition's name and the item's number there.
    pub text: String,
    /// The item's title.
    pub title: String,
    /// How the one continues the other, in words.
    pub how: Option<String>,
}

/// The status of one of the bodies that have to do an item.
#[derive(Debug, Serialize)]
pub struct BodyStatusView {
    /// The body.
    pub agency: AgencyView,
    /// Its status.
    pub status: StatusView,
    /// Since when, if an update says so.
    pub since: Option<DateView>,
}

/// What a third party says of an item.
#[derive(Debug, Serialize)]
pub struct VerdictView {
    /// Who says it.
    pub assessor: String,
    /// What, in words.
    pub verdict: String,
    /// The date.
    pub date: DateView,
    /// The address of the update that records it.
    pub href: String,
}

/// One search for public information.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// When, where and in which languages it was looked for, as a sentence.
    pub text: String,
    /// The words that were searched.
    pub words: Option<String>,
    /// What was found, in words.
    pub found: String,
}
