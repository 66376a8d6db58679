//! What templates see: one struct a template, and the parts that they share. Names that end in `_html` hold HTML that
//! is safe as it is; all others are escaped by the template. Addresses are relative to the page, unless said otherwise.

use serde::Serialize;

use super::progress::views::FigureView;

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Its address.
    pub href: String,
    /// Its text.
    pub text: String,
}

/// A date.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// In words: "19 May 2010".
    pub text: String,
    /// For `<time datetime>`, where there is a form for it.
    pub iso: Option<String>,
    /// The first day that it can mean, to sort by.
    pub first: String,
}

/// What every page has.
#[derive(Debug, Serialize)]
pub struct HeadView {
    /// The page's title, without the site's name.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// What leads to the site's root: `../../`, or nothing on the home page.
    pub root: String,
    /// The whole address, when the book says where it will stand.
    pub canonical: Option<String>,
    /// The list that the page is in: `areas`, `items`, …; empty on the home page.
    pub section: String,
    /// The id of the area that the page is in, for the navigation.
    pub area: Option<String>,
    /// The way from the home page, without the page itself.
    pub breadcrumbs: Vec<LinkView>,
    /// Where to edit the page's file.
    pub edit: Option<String>,
    /// Where to propose an update on what the page shows.
    pub propose: Option<ProposeView>,
    /// Where to say what is missing or wrong, without editing.
    pub report: Option<String>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// Whether the page's record is internal, so that the public site does not have the page.
    pub internal: bool,
    /// How to cite the page.
    pub cite: String,
    /// The date of the newest public information on what the page shows; absent for texts that have no date.
    pub updated: Option<DateView>,
    /// The sections of a long page, in order; empty on short ones.
    pub contents: Vec<ContentsView>,
    /// The whole address of the picture that is shown where the page is shared.
    pub image: Option<String>,
    /// The address of the page's data as JSON.
    pub data: Option<String>,
    /// Whether the page tells of something that has dates of its own, for `og:type`.
    pub article: bool,
    /// The day on which an update became known, else on which it happened, when it is known to the day.
    pub published: Option<String>,
    /// What the page is for search engines, as JSON-LD; the text of a `<script type="application/ld+json">`.
    pub linked_html: String,
    /// What a reader's own program can follow: feeds and calendars.
    pub follow: Vec<FollowView>,
}

/// A new file that the code host's editor begins.
#[derive(Debug, Clone, Serialize)]
pub struct ProposeView {
    /// The address of the editor, with the file's path and, where the host takes it, its text filled in.
    pub href: String,
    /// The path of the new file.
    pub path: String,
    /// The text to copy into the editor, where the host does not fill it in.
    pub copy: Option<String>,
}

/// A feed or calendar.
#[derive(Debug, Clone, Serialize)]
pub struct FollowView {
    /// Its address.
    pub href: String,
    /// What it is: "Atom feed".
    pub text: String,
    /// What it is of, for programs that look for it.
    pub title: String,
    /// Its media type.
    pub mime: String,
    /// Whether it is of what the page shows, and not of the whole site.
    pub own: bool,
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsView {
    /// 2 for a section, 3 for a section within it, and so on.
    pub level: usize,
    /// The id of the section's heading, with `#`.
    pub href: String,
    /// Its heading.
    pub text: String,
}

/// A status, in words and as a key for its shape.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `completed`, or `none` for an item that has no status of its own.
    pub key: String,
    /// In words.
    pub text: String,
    /// The degree or outcome, in words.
    pub detail: Option<String>,
}

/// A status with what it rests on.
#[derive(Debug, Serialize)]
pub struct StandingView {
    /// The status.
    pub status: StatusView,
    /// The date of the update that says so.
    pub since: Option<DateView>,
    /// That update.
    pub update: Option<LinkView>,
    /// What proves it.
    pub evidence: Vec<EvidenceView>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

/// A document that proves something.
#[derive(Debug, Serialize)]
pub struct EvidenceView {
    /// Its title.
    pub title: String,
    /// Its address, whole.
    pub url: String,
    /// What kind of document it is, in words.
    pub class: Option<String>,
    /// The code of its language, when it is not the site's.
    pub lang: Option<String>,
    /// The name of that language.
    pub lang_name: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// The address of a kept copy, whole.
    pub archived: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// An agency in a role.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyView {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation, else its name.
    pub short: String,
    /// Whether the role is our reading.
    pub inferred: bool,
    /// Whether only the internal site shows the role.
    pub internal: bool,
    /// What took its work over, if it is no more.
    pub now: Option<LinkView>,
}

/// An item in a list.
#[derive(Debug, Serialize)]
pub struct ItemRow {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Its number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its kind, as a key.
    pub kind_key: String,
    /// Its kind, in words.
    pub kind: String,
    /// Its status.
    pub status: StatusView,
    /// Who leads.
    pub lead: Vec<AgencyView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
    /// How many updates it has.
    pub updates: usize,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// Whether the role by which it is in this list is our reading.
    pub inferred: bool,
}

/// An update in a list.
#[derive(Debug, Serialize)]
pub struct UpdateRow {
    /// Its page, or its place on its item's page.
    pub href: String,
    /// When.
    pub date: DateView,
    /// Its headline, or the beginning of its text.
    pub title: String,
    /// What it is, in words.
    pub kind: String,
    /// The state of a meeting.
    pub meeting: Option<MeetingView>,
    /// The status it claims.
    pub status: Option<StatusView>,
    /// The items it bears on.
    pub items: Vec<LinkView>,
    /// Whether it bears on the plan as a whole.
    pub whole_plan: bool,
    /// Whether it was before the plan.
    pub baseline: bool,
}

/// The state of a meeting.
#[derive(Debug, Serialize)]
pub struct MeetingView {
    /// `planned`, `planned-past`, `held`, `postponed` or `cancelled`.
    pub key: String,
    /// In words.
    pub text: String,
    /// Which one of its series, in words: "No. 3".
    pub number: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// What a third party says.
#[derive(Debug, Serialize)]
pub struct AssessmentView {
    /// "Assessment by …".
    pub heading: String,
    /// The verdict, in words.
    pub verdict: String,
    /// On what scale.
    pub scale: Option<String>,
    /// By what method.
    pub method: Option<String>,
    /// Where, whole.
    pub url: Option<String>,
}

/// An update in full.
#[derive(Debug, Serialize)]
pub struct UpdateView {
    /// Its page; absent for the short form.
    pub href: Option<String>,
    /// Its id on an item's page.
    pub anchor: String,
    /// When.
    pub date: DateView,
    /// Its headline; the short form has none.
    pub title: Option<String>,
    /// What it is, as a key.
    pub kind_key: String,
    /// What it is, in words.
    pub kind: String,
    /// Whether only the internal site shows it.
    pub internal: bool,
    /// Its text.
    pub body_html: String,
    /// The state of a meeting.
    pub meeting: Option<MeetingView>,
    /// The forum whose meeting or act it is.
    pub forum: Option<LinkView>,
    /// The status it claims.
    pub status: Option<StatusView>,
    /// Who took part.
    pub by: Vec<AgencyView>,
    /// The items it bears on.
    pub items: Vec<LinkView>,
    /// The areas it bears on.
    pub areas: Vec<LinkView>,
    /// Whether it bears on the plan as a whole.
    pub whole_plan: bool,
    /// What proves it.
    pub evidence: Vec<EvidenceView>,
    /// Whether it was before the plan.
    pub baseline: bool,
    /// Whether the link to the items is our reading.
    pub links_inferred: bool,
    /// Whether the date is our reading.
    pub date_inferred: bool,
    /// How sure it is, in words, unless it is sure.
    pub confidence: Option<String>,
    /// How it bears on its items, as a key, unless directly.
    pub scope_key: Option<String>,
    /// The same in words.
    pub scope: Option<String>,
    /// When it became known.
    pub reported: Option<DateView>,
    /// The new due date.
    pub new_due: Option<DateView>,
    /// Why the plan changed.
    pub reason: Option<String>,
    /// What stands in the way.
    pub challenges: Option<String>,
    /// What comes next.
    pub next_steps: Option<String>,
    /// Where sources disagree.
    pub conflicts: Option<String>,
    /// The update that it corrects.
    pub corrects: Option<LinkView>,
    /// The update that corrects it.
    pub corrected_by: Option<LinkView>,
    /// What a third party says.
    pub assessment: Option<AssessmentView>,
}

/// A share of a count, for a bar. Widths come from a style sheet with classes `w-0` to `w-100`.
#[derive(Debug, Serialize)]
pub struct ShareView {
    /// The status or kind.
    pub key: String,
    /// In words.
    pub text: String,
    /// How many.
    pub count: usize,
    /// In percent of the whole, rounded down.
    pub percent: usize,
    /// The list of those that it counts.
    pub href: String,
}

/// An area with its counts.
#[derive(Debug, Serialize)]
pub struct AreaRow {
    /// Its page.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How many items and parts have a status of their own.
    pub count: usize,
    /// How many have each status; statuses that no item has are left out.
    pub shares: Vec<ShareView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
}

/// `home.html`
#[derive(Debug, Serialize)]
pub struct HomePage {
    /// What every page has.
    pub head: HeadView,
    /// The introduction.
    pub body_html: String,
    /// How many items and parts are counted.
    pub count: usize,
    /// A sentence about the count.
    pub count_note: String,
    /// The list of all that are counted, by status.
    pub count_href: Option<String>,
    /// How many have each status.
    pub statuses: Vec<ShareView>,
    /// How many are of each kind.
    pub kinds: Vec<ShareView>,
    /// The areas.
    pub areas: Vec<AreaRow>,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
    /// The numbers of the dashboard.
    pub figures: Vec<FigureView>,
}

/// `areas.html`
#[derive(Debug, Serialize)]
pub struct AreasPage {
    /// What every page has.
    pub head: HeadView,
    /// The areas.
    pub areas: Vec<AreaRow>,
}

/// `area.html`
#[derive(Debug, Serialize)]
pub struct AreaPage {
    /// What every page has.
    pub head: HeadView,
    /// Its number.
    pub number: String,
    /// Its title, word for word.
    pub title: String,
    /// The introduction.
    pub body_html: String,
    /// Who leads it.
    pub lead: Vec<AgencyView>,
    /// How many of its items have each status.
    pub shares: Vec<ShareView>,
    /// Its items and parts.
    pub items: Vec<ItemRow>,
    /// The newest updates on its items.
    pub latest: Vec<UpdateRow>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// The area before.
    pub previous: Option<LinkView>,
    /// The area after.
    pub next: Option<LinkView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard.
    pub progress: LinkView,
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
    /// What to say when the list is empty.
    pub empty: String,
    /// The status that the list is of.
    pub status: Option<StatusView>,
    /// The other lists of this kind.
    pub groups: Vec<ShareView>,
    /// The lists by kind; only on the list of all items.
    pub kinds: Vec<ShareView>,
    /// The agencies that lead items; only on the list of all items.
    pub agencies: Vec<AgencyCount>,
    /// The items.
    pub items: Vec<ItemRow>,
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
}

/// `item.html`
#[derive(Debug, Serialize)]
pub struct ItemPage {
    /// What every page has.
    pub head: HeadView,
    /// Its id.
    pub id: String,
    /// Its number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The plan's words.
    pub text: Option<String>,
    /// The language of the plan's words, when it is not the site's.
    pub text_lang: Option<String>,
    /// The record of the document they are in.
    pub source: Option<LinkView>,
    /// The place in it.
    pub locator: Option<String>,
    /// Its area.
    pub area: LinkView,
    /// The item it is a part of.
    pub parent: Option<LinkView>,
    /// Where it stands.
    pub standing: StandingView,
    /// Whether anything is known beyond the baseline.
    pub has_history: bool,
    /// Its kind, as a key.
    pub kind_key: String,
    /// Its kind, in words.
    pub kind: String,
    /// What that means.
    pub kind_note: String,
    /// How often it recurs.
    pub cadence: Option<String>,
    /// What the calendar says, as a key: `overdue`.
    pub schedule_key: String,
    /// The same in words.
    pub schedule: String,
    /// How old the newest report is, as a key: `stale`.
    pub freshness_key: String,
    /// The same in words.
    pub freshness: String,
    /// Each time that its status said less than before, oldest first.
    pub steps_back: Vec<StepBackView>,
    /// How its due date moved, if it did.
    pub ledger: Option<LedgerView>,
    /// The meetings that it asks for on a time line, if it has a cadence.
    pub series: Option<SeriesView>,
    /// What third parties say, newest first.
    pub assessments: Vec<AssessmentRow>,
    /// Where sources disagree, newest first.
    pub conflicts: Vec<ConflictView>,
    /// Who leads.
    pub lead: Vec<AgencyView>,
    /// Who supports.
    pub supporting: Vec<AgencyView>,
    /// Whether any of the roles is our reading.
    pub any_inferred: bool,
    /// The text about it.
    pub body_html: String,
    /// Its parts.
    pub parts: Vec<ItemRow>,
    /// Its updates since the plan was adopted, newest first.
    pub history: Vec<UpdateView>,
    /// Those before, newest first.
    pub baseline: Vec<UpdateView>,
    /// How it is measured.
    pub indicators: Vec<String>,
    /// Items that bear on it.
    pub related: Vec<LinkView>,
    /// Items that must come first.
    pub depends_on: Vec<LinkView>,
    /// Items that are the same commitment.
    pub same_as: Vec<LinkView>,
    /// Forums that belong to it.
    pub forums: Vec<ForumLinkView>,
    /// What it continues in other editions.
    pub continues: Vec<ContinuesView>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// Former numbers.
    pub aliases: Vec<String>,
    /// The item or part before.
    pub previous: Option<LinkView>,
    /// The one after.
    pub next: Option<LinkView>,
}

/// A forum that belongs to an item.
#[derive(Debug, Serialize)]
pub struct ForumLinkView {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Whether the plan names it, as a key: `stated`, `inferred`, `later`; absent when nobody said.
    pub basis_key: Option<String>,
    /// The same in words.
    pub basis: Option<String>,
}

/// What an item continues in another edition.
#[derive(Debug, Serialize)]
pub struct ContinuesView {
    /// Its place on the edition's page.
    pub href: String,
    /// The edition's name and the item's number there.
    pub text: String,
    /// How, in words.
    pub how: Option<String>,
}

/// A group of agencies or forums in a list.
#[derive(Debug, Serialize)]
pub struct BodyGroup {
    /// What they have in common: a country, a kind.
    pub title: String,
    /// The members.
    pub rows: Vec<BodyRow>,
}

/// An agency or forum in a list.
#[derive(Debug, Serialize)]
pub struct BodyRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name, and the language of that.
    pub native_name: Option<NativeNameView>,
    /// How many items it leads, or belongs to.
    pub leads: usize,
    /// How many it supports.
    pub supports: usize,
    /// How many updates it has.
    pub updates: usize,
}

/// A name in another language.
#[derive(Debug, Serialize)]
pub struct NativeNameView {
    /// The name.
    pub text: String,
    /// Its language.
    pub lang: Option<String>,
}

/// `agencies.html` and `forums.html`
#[derive(Debug, Serialize)]
pub struct BodiesPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// The groups.
    pub groups: Vec<BodyGroup>,
}

/// `agency.html`
#[derive(Debug, Serialize)]
pub struct AgencyPage {
    /// What every page has.
    pub head: HeadView,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// Its country or organisation.
    pub party: Option<String>,
    /// When it existed, in words.
    pub valid: Option<String>,
    /// Its site, whole.
    pub url: Option<String>,
    /// The agency it is part of.
    pub parent: Option<LinkView>,
    /// The agencies within it.
    pub children: Vec<LinkView>,
    /// The agencies whose work it took over.
    pub predecessors: Vec<LinkView>,
    /// The agency that took its work over.
    pub successor: Option<LinkView>,
    /// The text about it.
    pub body_html: String,
    /// Items it leads.
    pub leads: Vec<ItemRow>,
    /// Items it supports.
    pub supports: Vec<ItemRow>,
    /// Updates it took part in, newest first.
    pub updates: Vec<UpdateRow>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard, if it leads anything.
    pub progress: Option<LinkView>,
}

/// `forum.html`
#[derive(Debug, Serialize)]
pub struct ForumPage {
    /// What every page has.
    pub head: HeadView,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who takes part.
    pub parties: Vec<String>,
    /// How often it meets.
    pub cadence: Option<String>,
    /// When it existed, in words.
    pub valid: Option<String>,
    /// Its site, whole.
    pub url: Option<String>,
    /// Whether the plan names it, in words.
    pub basis: Option<String>,
    /// The text about it.
    pub body_html: String,
    /// Its meetings on a time line, if they are a series.
    pub series: Option<SeriesView>,
    /// Items it belongs to.
    pub items: Vec<ItemRow>,
    /// Its meetings and acts, newest first.
    pub updates: Vec<UpdateView>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
}

/// A year of updates in a list.
#[derive(Debug, Serialize)]
pub struct YearRow {
    /// Its page.
    pub href: String,
    /// The year.
    pub year: i16,
    /// How many updates.
    pub count: usize,
    /// In percent of the fullest year, rounded down.
    pub percent: usize,
}

/// `updates.html`
#[derive(Debug, Serialize)]
pub struct UpdatesPage {
    /// What every page has.
    pub head: HeadView,
    /// How many there are.
    pub count: usize,
    /// The years, newest first.
    pub years: Vec<YearRow>,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
}

/// `updates-year.html`
#[derive(Debug, Serialize)]
pub struct YearPage {
    /// What every page has.
    pub head: HeadView,
    /// The year.
    pub year: i16,
    /// Its updates, oldest first.
    pub updates: Vec<UpdateRow>,
    /// The year before that has updates.
    pub previous: Option<LinkView>,
    /// The year after.
    pub next: Option<LinkView>,
}

/// `update.html`
#[derive(Debug, Serialize)]
pub struct UpdatePage {
    /// What every page has.
    pub head: HeadView,
    /// The update.
    pub update: UpdateView,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// The update before.
    pub previous: Option<LinkView>,
    /// The update after.
    pub next: Option<LinkView>,
}

/// A source document in a list.
#[derive(Debug, Serialize)]
pub struct SourceRow {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: DateView,
    /// What it is, in words.
    pub kind: Option<String>,
}

/// `sources.html`
#[derive(Debug, Serialize)]
pub struct SourcesPage {
    /// What every page has.
    pub head: HeadView,
    /// The documents, oldest first.
    pub sources: Vec<SourceRow>,
}

/// `source.html`
#[derive(Debug, Serialize)]
pub struct SourcePage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: DateView,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// Its language code.
    pub lang: Option<String>,
    /// The name of that language.
    pub lang_name: Option<String>,
    /// Whether this text prevails.
    pub authentic: Option<bool>,
    /// Its address, whole.
    pub url: Option<String>,
    /// The address of a kept copy, whole.
    pub archived: Option<String>,
    /// The hash of the file it was taken from.
    pub sha256: Option<String>,
    /// Its terms.
    pub licence: Option<String>,
    /// The text about it.
    pub body_html: String,
    /// How many items are taken from it.
    pub items: usize,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
}

/// A term of the glossary: an abbreviation, or the name of what has none.
#[derive(Debug, Serialize)]
pub struct GlossaryRow {
    /// The term.
    pub term: String,
    /// What it stands for; several, when they share an abbreviation.
    pub entries: Vec<GlossaryEntry>,
}

/// What a term of the glossary stands for.
#[derive(Debug, Serialize)]
pub struct GlossaryEntry {
    /// The name, when the term is its abbreviation.
    pub name: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// Its page.
    pub href: String,
    /// Its country or kind, in words.
    pub note: Option<String>,
}

/// `glossary.html`
#[derive(Debug, Serialize)]
pub struct GlossaryPage {
    /// What every page has.
    pub head: HeadView,
    /// The terms, in alphabetical order.
    pub rows: Vec<GlossaryRow>,
}

/// An item on the page of the whole plan.
#[derive(Debug, Serialize)]
pub struct WholeItem {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Its number, as shown.
    pub number: String,
    /// The plan's words, else the title.
    pub text: String,
    /// Its status.
    pub status: StatusView,
    /// Since when.
    pub since: Option<DateView>,
    /// Who leads.
    pub lead: Vec<AgencyView>,
    /// 0 for an item, more for a part.
    pub depth: usize,
}

/// An area on the page of the whole plan.
#[derive(Debug, Serialize)]
pub struct WholeArea {
    /// Its page.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its items and parts.
    pub items: Vec<WholeItem>,
}

/// `plan.html`
#[derive(Debug, Serialize)]
pub struct WholePlanPage {
    /// What every page has.
    pub head: HeadView,
    /// The areas.
    pub areas: Vec<WholeArea>,
}

/// An area of another edition.
#[derive(Debug, Serialize)]
pub struct EditionArea {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its items and parts.
    pub items: Vec<EditionItem>,
}

/// An item of another edition.
#[derive(Debug, Serialize)]
pub struct EditionItem {
    /// Its id on the page.
    pub anchor: String,
    /// Its number, as shown.
    pub number: String,
    /// Its words, else its title.
    pub text: String,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// The items of this edition that continue it.
    pub continued_by: Vec<LinkView>,
}

/// `edition.html`
#[derive(Debug, Serialize)]
pub struct EditionPage {
    /// What every page has.
    pub head: HeadView,
    /// The edition's title.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<DateView>,
    /// Its areas.
    pub areas: Vec<EditionArea>,
}

/// `editions.html`
#[derive(Debug, Serialize)]
pub struct EditionsPage {
    /// What every page has.
    pub head: HeadView,
    /// The editions.
    pub editions: Vec<LinkView>,
}

/// `page.html`
#[derive(Debug, Serialize)]
pub struct FreePage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body_html: String,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
}

/// `accessibility.html`
#[derive(Debug, Serialize)]
pub struct AccessibilityPage {
    /// What every page has.
    pub head: HeadView,
}

/// A state of schedule or freshness, as a key and in words.
#[derive(Debug, Serialize)]
pub struct StateView {
    /// `overdue`.
    pub key: String,
    /// In words.
    pub text: String,
}

/// `style.html`: made-up values for every part of the theme
#[derive(Debug, Serialize)]
pub struct StyleGuidePage {
    /// What every page has.
    pub head: HeadView,
    /// A text with every construct of Markdown.
    pub specimen_html: String,
    /// A table of contents.
    pub contents: Vec<ContentsView>,
    /// Every status, degree and outcome.
    pub statuses: Vec<StatusView>,
    /// Every state of a meeting.
    pub meetings: Vec<MeetingView>,
    /// States of the schedule.
    pub schedules: Vec<StateView>,
    /// States of freshness.
    pub freshness: Vec<StateView>,
    /// A count for each status.
    pub shares: Vec<ShareView>,
    /// Areas with short and long titles.
    pub areas: Vec<AreaRow>,
    /// An item for each status.
    pub items: Vec<ItemRow>,
    /// An update of each kind.
    pub updates: Vec<UpdateRow>,
    /// An entry of a history with everything, and one of each kind with little.
    pub events: Vec<UpdateView>,
    /// A document of each kind.
    pub evidence: Vec<EvidenceView>,
    /// Two links.
    pub links: Vec<LinkView>,
}

/// `calendar.html`
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    /// What every page has.
    pub head: HeadView,
    /// A sentence about it.
    pub note: String,
    /// How many meetings and due dates there are, in words.
    pub count: String,
    /// The calendar as a file.
    pub file: String,
    /// What is to come, the nearest first.
    pub coming: Vec<CalendarYear>,
    /// What is past, the newest first.
    pub past: Vec<CalendarYear>,
}

/// A year of the calendar.
#[derive(Debug, Serialize)]
pub struct CalendarYear {
    /// The id of its heading.
    pub id: String,
    /// The year.
    pub year: String,
    /// Its meetings and due dates.
    pub rows: Vec<UpdateRow>,
}

/// `card.svg`: the picture that is shown where a page is shared, 1200 by 630.
#[derive(Debug, Serialize)]
pub struct CardView {
    /// The site's name, cut where it is too long.
    pub site: String,
    /// What the page is of, in words: "Item 3.1".
    pub label: String,
    /// Its title in lines that fit, as text that is set line by line.
    pub lines: Vec<CardLine>,
    /// Its status, for an item.
    pub status: Option<StatusView>,
}

/// A line of a title on a card.
#[derive(Debug, Serialize)]
pub struct CardLine {
    /// Where its baseline is, from the top.
    pub y: usize,
    /// Its words.
    pub text: String,
}

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    /// What every page has.
    pub head: HeadView,
}

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectPage {
    /// What every page has.
    pub head: HeadView,
    /// Where the page is now.
    pub to: LinkView,
}

/// A series of meetings on a time line: `partials/series.html`
#[derive(Debug, Serialize)]
pub struct SeriesView {
    /// What the picture shows, in words.
    pub sentences: Vec<String>,
    /// Every year of it.
    pub years: Vec<SeriesYearView>,
    /// A mark for each meeting.
    pub marks: Vec<SeriesMarkView>,
    /// Meetings that there were by the numbers, and that are not recorded.
    pub gaps: Vec<SeriesGapView>,
    /// What the marks mean.
    pub legend: Vec<StateView>,
}

/// A year of a series.
#[derive(Debug, Serialize)]
pub struct SeriesYearView {
    /// Which.
    pub year: i16,
    /// Where it begins on the line, such as `12.50%`.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// Where its middle is.
    pub middle: String,
    /// Whether there is room for its label on a wide screen.
    pub is_labelled: bool,
    /// Whether it is one of those that have a label on a narrow screen too.
    pub is_fifth: bool,
    /// `held`, `missed`, `empty`, or `open` for the year that is not over.
    pub key: String,
    /// Why it has no meeting that was held, in words.
    pub note: Option<String>,
    /// Its meetings.
    pub meetings: Vec<SeriesMeetingView>,
}

/// A meeting in a year.
#[derive(Debug, Serialize)]
pub struct SeriesMeetingView {
    /// Its update, under its date.
    pub link: LinkView,
    /// Which one of its series, in words.
    pub number: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// `held`, `planned`, `unknown` (announced, and nobody knows), `postponed` or `cancelled`.
    pub key: String,
    /// The same in words.
    pub state: String,
}

/// The mark of a meeting on a time line.
#[derive(Debug, Serialize)]
pub struct SeriesMarkView {
    /// Where it stands, such as `12.50%`.
    pub x: String,
    /// The state of the meeting, as in `SeriesMeetingView`.
    pub key: String,
    /// Which one of its series.
    pub number: Option<String>,
}

/// Meetings that are missing on a time line.
#[derive(Debug, Serialize)]
pub struct SeriesGapView {
    /// Where the meeting before stands.
    pub from: String,
    /// Where the meeting after stands.
    pub to: String,
    /// Half way between.
    pub x: String,
    /// The numbers that are missing.
    pub number: String,
}

/// How the due date of an item moved: `partials/item-time.html`
#[derive(Debug, Serialize)]
pub struct LedgerView {
    /// How often, and by how much in all.
    pub sentence: String,
    /// The date that the plan gives.
    pub baseline: Option<DateView>,
    /// The date that holds now.
    pub due: Option<DateView>,
    /// Each time that it was moved, oldest first.
    pub rows: Vec<LedgerRow>,
}

/// One time that a due date was moved.
#[derive(Debug, Serialize)]
pub struct LedgerRow {
    /// When it was moved.
    pub date: DateView,
    /// The update that says so.
    pub link: LinkView,
    /// The date that held before.
    pub from: Option<DateView>,
    /// The date that holds from then on.
    pub to: DateView,
    /// By how much, in words.
    pub distance: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What shows it.
    pub evidence: Vec<EvidenceView>,
    /// Whether this was corrected, and does not count.
    pub corrected: bool,
}

/// A status that said less than the one before.
#[derive(Debug, Serialize)]
pub struct StepBackView {
    /// The update that says less.
    pub href: String,
    /// From what to what, and when.
    pub text: String,
}

/// What a third party says of an item, beside the claim.
#[derive(Debug, Serialize)]
pub struct AssessmentRow {
    /// When.
    pub date: DateView,
    /// The update that has it.
    pub href: String,
    /// Who says it.
    pub assessor: String,
    /// What, in words.
    pub verdict: String,
    /// On what scale.
    pub scale: Option<String>,
    /// By what method.
    pub method: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// What was claimed on that day.
    pub claim: StatusView,
    /// `agrees`, `less`, `more` or `no-claim`.
    pub agreement_key: String,
    /// The same in words.
    pub agreement: String,
    /// Whether it is the assessor's newest.
    pub newest: bool,
}

/// Where sources disagree.
#[derive(Debug, Serialize)]
pub struct ConflictView {
    /// The day of the update.
    pub date: DateView,
    /// The update.
    pub link: LinkView,
    /// How they disagree.
    pub text: String,
}
