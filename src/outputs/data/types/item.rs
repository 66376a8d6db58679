//! Items, and where they stand.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::fields::FieldValueData;
use super::numbers::{IndicatorData, MilestoneData};
use super::standing::{BodyStatusData, NewestVerdictData, StandingData};
use super::values::{DateData, IntervalData, Word};
use crate::vocabulary::{Continuation, Kind, LinkClass, Outlook, RoleBasis, Rollup};

/// An item of the plan, or a part of one.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Item")]
pub struct ItemData {
    /// Its id, which never changes: `3.2.a`.
    pub id: String,
    /// Its number in the style of the plan: `3 (2) (a)`. The site shows it, unless the item has a `code`.
    pub number: String,
    /// The plan's own code, such as `EC-01`: the site shows it instead of the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The URL of its page.
    pub url: String,
    /// A short title in plain words.
    pub title: String,
    /// The type of commitment. Each type has its own measure of progress: many can never be completed.
    pub kind: Word<Kind>,
    /// The id of its area.
    pub area: String,
    /// The id of the item that it is a part of.
    pub parent: Option<String>,
    /// The ids of its parts.
    pub parts: Vec<String>,
    /// The plan's words, letter for letter.
    pub text: Option<String>,
    /// The id of the source that contains its text.
    pub source: Option<String>,
    /// The place in the source.
    pub locator: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Its current status, as the responsible body reports it.
    pub standing: StandingData,
    /// Where each lead has to do it: the status of each. Empty where one status stands for all of them.
    pub bodies: Vec<BodyStatusData>,
    /// The newest assessment by a third party.
    pub verdict: Option<NewestVerdictData>,
    /// When it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<DateData>,
    /// The newest outlook that an update reports: a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<OutlookData>,
    /// Its due date, and whether it is overdue.
    pub schedule: ScheduleData,
    /// The age of the latest report.
    pub freshness: FreshnessData,
    /// How public information on it was looked for, oldest first.
    pub searched: Vec<SearchData>,
    /// The agencies that lead it.
    pub lead: Vec<RoleData>,
    /// The item or area whose lead it has. The key is missing where the item names its lead itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_from: Option<LeadFromData>,
    /// The agencies that support it.
    pub supporting: Vec<RoleData>,
    /// Who takes part besides the agencies, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Its picture. The key is left out when it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageData>,
    /// How often it should take place.
    pub cadence: Option<IntervalData>,
    /// For a container: how its status follows from its parts.
    pub rollup: Option<Word<Rollup>>,
    /// How it is measured, in words.
    pub indicators: Vec<String>,
    /// How it is measured, in numbers. The key is missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measured: Vec<IndicatorData>,
    /// Its steps. The key is missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneData>,
    /// The ids of related items.
    pub related: Vec<String>,
    /// The ids of items that must be completed first.
    pub depends_on: Vec<String>,
    /// The ids of items that are the same commitment; they share their updates.
    pub same_as: Vec<String>,
    /// The ids of forums that concern it.
    pub forums: Vec<String>,
    /// The items of other editions that it continues.
    pub continues: Vec<ContinuesData>,
    /// The items of other editions that continue it. The key is missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub continued_by: Vec<ContinuedByData>,
    /// Pages elsewhere that are about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub see: Vec<SeeData>,
    /// The address of whom to ask about it: `mailto:`, `tel:` or `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Its tags, each as its group and its key: `place/north`. The plan has their names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The ids of its updates, oldest first.
    pub updates: Vec<String>,
    /// Former ids, and addresses on an old site, which begin with `/`.
    pub aliases: Vec<String>,
    /// Its values of the fields that the plan declares for itself, in the order of `fields` of the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldValueData>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// Its explanatory text, as HTML.
    pub body_html: String,
}

/// Whether an item will be done as planned, as an update reports.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Outlook")]
pub struct OutlookData {
    /// The outlook.
    pub outlook: Word<Outlook>,
    /// The date of the update.
    pub date: DateData,
    /// The id of the update.
    pub update: String,
}

/// A page elsewhere that is about an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Link of an item")]
#[schemars(rename = "See")]
pub struct SeeData {
    /// Its title.
    pub title: String,
    /// Its URL.
    pub url: String,
    /// The type of page.
    pub class: Option<Word<LinkClass>>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// The due date of an item, and whether the item is on time.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Due date")]
#[schemars(rename = "Schedule")]
pub struct ScheduleData {
    /// The state of the due date.
    pub state: ScheduleState,
    /// The first due date.
    pub first_due: Option<DateData>,
    /// The current due date.
    pub due: Option<DateData>,
    /// The due date in the plan's words, where it gives no day. An update may have set one since.
    pub due_in_words: Option<String>,
    /// How many times the due date was postponed.
    pub times_put_back: usize,
    /// The number of days that it is, or was, late.
    pub days_late: Option<i64>,
}

/// The state of a due date.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum ScheduleState {
    /// There is no due date.
    NoDate,
    /// The due date is more than 90 days away.
    NotDue,
    /// It is due within 90 days.
    DueSoon,
    /// The last possible day of the due date has passed.
    Overdue,
    /// Completed by the due date.
    DoneOnTime,
    /// Completed after the due date.
    DoneLate,
    /// The plan says in words when it is due, and no day follows from them yet.
    NoDayYet,
    /// Its date passed, and it was closed without being completed.
    Missed,
    /// It ended before its date, or because its work was done: nothing is due any more.
    Ended,
    /// Completed, and the dates do not tell whether by the due date.
    Done,
    /// The plan ended before the due date, or on it.
    PlanEnded,
    /// A group: the date is the next one among its parts.
    OfParts,
}

impl ScheduleState {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::NotDue => "not-due",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::DoneOnTime => "done-on-time",
            Self::DoneLate => "done-late",
            Self::NoDayYet => "no-day-yet",
            Self::Missed => "missed",
            Self::Ended => "ended",
            Self::Done => "done",
            Self::PlanEnded => "plan-ended",
            Self::OfParts => "of-parts",
        }
    }
}

/// The age of the latest report on an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Latest report")]
#[schemars(rename = "Freshness")]
pub struct FreshnessData {
    /// The state of the latest report.
    pub state: FreshnessState,
    /// The date of the latest report. Announcements, and updates from before the plan, do not count.
    pub last: Option<DateData>,
    /// Without a reporting interval, the age in days; if the report is out of date, the days since the next report was due.
    pub days: Option<i64>,
}

/// The state of the latest report.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum FreshnessState {
    /// There is no report.
    Never,
    /// There is no reporting interval, or the item is completed or closed.
    Unpaced,
    /// The latest report is up to date.
    Fresh,
    /// The next report is due, and the grace period has not ended.
    Due,
    /// The latest report is out of date.
    Stale,
}

impl FreshnessState {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Unpaced => "unpaced",
            Self::Fresh => "fresh",
            Self::Due => "due",
            Self::Stale => "stale",
        }
    }
}

/// A search for public information.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Search")]
#[schemars(rename = "Search")]
pub struct SearchData {
    /// The date.
    pub date: DateData,
    /// The place.
    pub place: String,
    /// The codes of the languages of the words.
    pub languages: Vec<String>,
    /// The words.
    pub words: Option<String>,
    /// What was found; nothing, if there is no text.
    pub found: Option<String>,
}

/// The picture of an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Picture")]
#[schemars(rename = "Image")]
pub struct ImageData {
    /// The URL of the file.
    pub url: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// A line below it.
    pub caption: Option<String>,
    /// Who made it, or who has the rights.
    pub credit: Option<String>,
    /// Its width in pixels.
    pub width: usize,
    /// Its height in pixels.
    pub height: usize,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// What an item has its lead from: an item that it is a part of, or an area.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Where a lead is named")]
#[schemars(rename = "LeadFrom")]
#[serde(rename_all = "lowercase")]
pub enum LeadFromData {
    /// The id of an item.
    Item(String),
    /// The id of an area.
    Area(String),
}

/// The role of an agency in an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Role of an agency")]
#[schemars(rename = "Role")]
pub struct RoleData {
    /// The agency's id.
    pub agency: String,
    /// Whether the plan names the agency (`stated`), the editors inferred it (`inferred`) or a later official source made it responsible (`later`).
    pub basis: Word<RoleBasis>,
    /// What the agency does, in a few words. The key is left out when the plan does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The person or unit there. The key is left out when the plan does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Since when it is responsible, where a later source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateData>,
    /// The id of the later source that made it responsible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// An item of another edition that an item continues.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Continued item")]
#[schemars(rename = "Continues")]
pub struct ContinuesData {
    /// The name of the edition.
    pub edition: String,
    /// The item's id there.
    pub item: String,
    /// How it continues that item.
    pub how: Option<Word<Continuation>>,
}

/// An item of another edition that continues an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Continuing item")]
#[schemars(rename = "ContinuedBy")]
pub struct ContinuedByData {
    /// The name of the edition; null for the plan at the root of the site.
    pub edition: Option<String>,
    /// The item's id there.
    pub item: String,
    /// The URL of its page.
    pub url: String,
    /// How it continues this item.
    pub how: Option<Word<Continuation>>,
}

/// How often the plan asks for a report on each item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Reporting interval")]
#[schemars(rename = "Reporting")]
pub struct ReportingData {
    /// The interval.
    pub every: IntervalData,
    /// The grace period: the days after which a report is out of date.
    pub grace_days: i64,
}

/// An earlier or later edition of the plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Edition")]
pub struct EditionData {
    /// Its name.
    pub id: String,
    /// The URL of its page.
    pub url: String,
    /// Its title.
    pub title: Option<String>,
    /// When it was adopted.
    pub adopted: Option<DateData>,
    /// When it ended. The key is missing where it has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<DateData>,
    /// The URL of the file with all of its data, in the format of this file. The key is missing where the site has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// Its items and parts.
    pub items: Vec<EditionItemData>,
}

/// An item of another edition.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Item of an edition")]
#[schemars(rename = "EditionItem")]
pub struct EditionItemData {
    /// Its id in that edition.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text, letter for letter.
    pub text: Option<String>,
}

impl ItemData {
    /// Its agencies: those that lead it, then the others.
    pub fn all_roles(&self) -> impl Iterator<Item = &RoleData> {
        self.lead.iter().chain(&self.supporting)
    }
}

impl FreshnessData {
    /// With the day of the newest report.
    pub fn new(state: FreshnessState, last: Option<&crate::date::Date>, days: Option<i64>) -> Self {
        Self { state, last: last.map(Into::into), days }
    }
}
