//! The rows and facts that several pages share.

use serde::Serialize;

use super::field_parts::FieldFilter;
use super::parts::{DateView, LinkView, ShareView};
use super::tag_parts::TagChoice;

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

/// A status with its evidence.
#[derive(Debug, Serialize)]
pub struct StandingView {
    /// The status.
    pub status: StatusView,
    /// The date of the update that set it.
    pub since: Option<DateView>,
    /// When the newest update said so again, where that is not the same.
    pub confirmed: Option<DateView>,
    /// That update.
    pub update: Option<LinkView>,
    /// The evidence for it.
    pub evidence: Vec<EvidenceView>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

/// A document that is evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceView {
    /// Its title.
    pub title: String,
    /// Its full URL.
    pub url: String,
    /// The type of document, in words.
    pub class: Option<String>,
    /// The code of its language, when it is not the site's.
    pub lang: Option<String>,
    /// The same, where the title is in that language, too.
    pub title_lang: Option<String>,
    /// The name of that language.
    pub lang_name: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// The full URL of an archived copy.
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
    /// Its abbreviation, otherwise its name.
    pub short: String,
    /// Whether the role is inferred.
    pub inferred: bool,
    /// Whether the plan does not name it, but a later official source does.
    pub later: bool,
    /// What it does, in a few words.
    pub role: Option<String>,
    /// The person or unit there.
    pub person: Option<String>,
    /// Since when, where a later official source names it: "since 2027".
    pub since: Option<String>,
    /// That source.
    pub source: Option<LinkView>,
    /// Whether only the internal site shows the role.
    pub internal: bool,
    /// The agency that took over its work, if it ended.
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
    /// Its type of commitment, as a key.
    pub kind_key: String,
    /// Its type of commitment, in words.
    pub kind: String,
    /// Its status.
    pub status: StatusView,
    /// Its newest outlook, as it was reported.
    pub outlook: Option<OutlookMark>,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
    /// The names of its tags: `place/north`.
    pub tags: Vec<String>,
    /// Its values of the declared fields that tables are filtered by, each as `NAME=NUMBER`.
    pub fields: Vec<String>,
    /// How many updates it has.
    pub updates: usize,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// Whether the role by which it is in this list is inferred.
    pub inferred: bool,
    /// Whether that role comes from a later official source.
    pub later: bool,
    /// What the agency does in that role.
    pub role: Option<String>,
    /// The person or unit in that role.
    pub person: Option<String>,
    /// Since when it has that role, where a later official source names it.
    pub since: Option<String>,
    /// That source.
    pub source: Option<LinkView>,
}

/// What was reported of how an item will go on, as a mark in a list.
#[derive(Debug, Serialize)]
pub struct OutlookMark {
    /// As a key: `on-track`, `at-risk` or `off-track`.
    pub key: String,
    /// In words: "Reported on track".
    pub text: String,
}

/// `partials/item-row.html`
#[derive(Debug, Serialize)]
pub struct ItemRowView {
    /// The item. Its addresses begin with a mark, in the place of which each page puts the way to the root.
    pub row: ItemRow,
    /// Whether the list is of the roles of one agency.
    pub roles: bool,
}

/// `partials/role-words.html`
#[derive(Debug, Serialize)]
pub struct RoleWordsView {
    /// The agency in its role.
    pub role: AgencyView,
}

/// Items in a table.
#[derive(Debug, Serialize)]
pub struct ItemTable {
    /// The rows, by area where the list is.
    pub groups: Vec<RowGroup>,
    /// The statuses that they have, in the order of the vocabulary.
    pub statuses: Vec<StatusView>,
    /// The tags that they have, group by group.
    pub tags: Vec<TagChoice>,
    /// The declared fields that they can be filtered by.
    pub fields: Vec<FieldFilter>,
    /// How many rows there are.
    pub count: usize,
    /// Whether it is a list of roles and one of them is inferred.
    pub inferred: bool,
}

/// Rows that belong together.
#[derive(Debug, Serialize)]
pub struct RowGroup {
    /// Number and title of their area, where the list is by area.
    pub heading: Option<String>,
    /// The rows, each made by `partials/item-row.html`.
    pub rows_html: String,
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
    /// How many areas it is in: one in another, and so on.
    pub depth: usize,
    /// How many items and parts have a status of their own, also those of the areas in it.
    pub count: usize,
    /// How many have each status; statuses that no item has are left out.
    pub shares: Vec<ShareView>,
    /// What third parties found, counted.
    pub verdicts: Vec<ShareView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
}
