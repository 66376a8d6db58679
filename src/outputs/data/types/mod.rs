//! What the data files hold. The JSON Schema and the data dictionary are made from these types and their comments, so the
//! comments are written for the people who use the data. What nobody wrote is `null`, or an empty
//! list; keys that few plans use, such as `code`, `measured` and `tags`, are missing instead. A change that breaks readers
//! raises [`SCHEMA_VERSION`].

mod bodies;
mod fields;
mod item;
mod numbers;
mod standing;
mod update;
mod values;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub use bodies::{AgencyData, ForumData, PageData, SourceData};
pub use fields::{FieldData, FieldValueData};
pub use item::{
    ContinuedByData, ContinuesData, EditionData, EditionItemData, FreshnessData, FreshnessState, ImageData,
    ItemData, LeadFromData, OutlookData, ReportingData, RoleData, ScheduleData, ScheduleState, SearchData,
    SeeData,
};
pub use numbers::{IndicatorData, MilestoneData, NewTargetData, NumberData, NumberKind, ValueData};
pub use standing::{BodyStatusData, NewestVerdictData, StandingData};
pub use update::{AssessmentData, EvidenceData, MeetingData, UpdateData};
pub use values::{DateData, IntervalData, IsoDay, NativeNameData, PrecisionData, ValidityData, Word};

use crate::vocabulary::Audience;

/// The version of the format. The first number changes when a program that reads the data may have to change.
pub const SCHEMA_VERSION: &str = "1.1";

/// The whole plan with all records: `data/plan.json`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Action plan data")]
pub struct PlanFile {
    /// The path of the schema of this file, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of the format. The first number changes when a program that reads the data may have to change.
    pub schema_version: String,
    /// The as-of date: the file does not contain what happened or became known later.
    pub as_of: IsoDay,
    /// The audience. A public file contains no internal content.
    pub audience: Word<Audience>,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The program that wrote the file.
    pub generator: String,
    /// The site that the file belongs to.
    pub site: SiteData,
    /// The plan itself.
    pub plan: Option<PlanData>,
    /// The areas, by number.
    pub areas: Vec<AreaData>,
    /// The items and their parts, by number.
    pub items: Vec<ItemData>,
    /// The updates, oldest first.
    pub updates: Vec<UpdateData>,
    /// The agencies, by id.
    pub agencies: Vec<AgencyData>,
    /// Meeting series, treaties and missions, by id.
    pub forums: Vec<ForumData>,
    /// The source documents, by id.
    pub sources: Vec<SourceData>,
    /// Free pages, by id.
    pub pages: Vec<PageData>,
    /// Earlier and later editions of the plan.
    pub editions: Vec<EditionData>,
}

/// The file `data/plan.json` of a plan that is too large for one file: it has no records, but names the files that have
/// them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Index of the data of a large plan")]
pub struct PlanIndex {
    /// The path of the schema of this file, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of the format.
    pub schema_version: String,
    /// The as-of date.
    pub as_of: IsoDay,
    /// The audience of the file.
    pub audience: Word<Audience>,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The program that wrote the file.
    pub generator: String,
    /// The site that the file belongs to.
    pub site: SiteData,
    /// The plan itself.
    pub plan: Option<PlanData>,
    /// Earlier and later editions of the plan.
    pub editions: Vec<EditionData>,
    /// The files with the records. One after the other, they have all records in the order of the data.
    pub files: Vec<PartData>,
}

/// A file with records of a large plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Part")]
pub struct PartData {
    /// The kind of its records: `areas`, `items`, `updates`, `agencies`, `forums`, `sources` or `pages`. A kind without
    /// records has no file, and a kind can have several files.
    pub kind: &'static str,
    /// The path of the file, relative to `data/plan.json`.
    pub path: String,
    /// How many records it has.
    pub count: usize,
    /// How many bytes it has.
    pub bytes: usize,
}

/// The records of one kind, or some of them: a file such as `data/items.json` of a large plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Records of a large plan")]
pub struct RecordsFile {
    /// The path of the schema of this file, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of the format.
    pub schema_version: String,
    /// The as-of date.
    pub as_of: IsoDay,
    /// The audience of the file.
    pub audience: Word<Audience>,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The program that wrote the file.
    pub generator: String,
    /// The records, each exactly as it is in the file beside its page.
    pub records: Vec<RecordData>,
}

/// One record, in the file `index.json` beside its page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Record data")]
pub struct RecordFile {
    /// The path of the schema of this file, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of the format.
    pub schema_version: String,
    /// The as-of date.
    pub as_of: IsoDay,
    /// The audience of the file.
    pub audience: Word<Audience>,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The program that wrote the file.
    pub generator: String,
    /// The record, exactly as it is in `data/plan.json`, with its type.
    pub record: RecordData,
}

/// A record of any type. The key `type` names the type; the other keys are those of that type.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[schemars(rename = "Record")]
pub enum RecordData {
    /// An area.
    Area(AreaData),
    /// An item or part.
    Item(Box<ItemData>),
    /// An update.
    Update(Box<UpdateData>),
    /// An agency.
    Agency(AgencyData),
    /// A meeting series, treaty or mission.
    Forum(ForumData),
    /// A source document.
    Source(SourceData),
    /// A free page.
    Page(PageData),
}

/// One line of `data/updates.jsonl`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Line of updates.jsonl")]
pub struct UpdateLine {
    /// The version of the format.
    pub schema_version: String,
    /// The as-of date.
    pub as_of: IsoDay,
    /// The audience of the line.
    pub audience: Word<Audience>,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The update, exactly as it is in `data/plan.json`.
    pub update: UpdateData,
}

/// The site that a file belongs to.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Site")]
pub struct SiteData {
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// The code of its language.
    pub lang: String,
    /// Its URL, if the book sets a base-url. Then all URLs in the data are full URLs; otherwise they are relative to the
    /// site's root.
    pub url: Option<String>,
}

/// The plan itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
pub struct PlanData {
    /// Its name.
    pub title: String,
    /// The countries and organisations that adopted it.
    pub parties: Vec<String>,
    /// The date on which it was adopted. Earlier updates are the baseline and never set a status.
    pub adopted: DateData,
    /// The period that it covers.
    pub period: Option<DateData>,
    /// When it was closed before its period ended.
    pub closed: Option<DateData>,
    /// The last day of the plan, if it had ended on the as-of date: the data are the last known state.
    pub ended: Option<IsoDay>,
    /// The third party that assesses the items.
    pub judged_by: Option<JudgeData>,
    /// The name of this edition.
    pub edition: Option<String>,
    /// The codes of the languages of its text.
    pub languages: Vec<String>,
    /// The code of the language whose text prevails.
    pub authentic_language: Option<String>,
    /// How often it asks for a report on each item.
    pub reporting: Option<ReportingData>,
    /// The month in which its fiscal year starts, from 1 to 12.
    pub fiscal_year_starts: i8,
    /// Which of its two calendar years a fiscal year is called after: `first` or `last`.
    pub fiscal_year_named: &'static str,
    /// The id of the source that contains its full text.
    pub source: Option<String>,
    /// The terms of use of its text.
    pub licence: Option<String>,
    /// The contact address.
    pub contact: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The groups of tags that items can have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagGroupData>,
    /// The fields that the plan declares for itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldData>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// The introduction, as HTML.
    pub body_html: String,
}

/// A group of tags.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Group of tags")]
#[schemars(rename = "TagGroup")]
pub struct TagGroupData {
    /// Its key: `place` of `place/north`.
    pub key: String,
    /// Its name.
    pub title: String,
    /// Its tags.
    pub tags: Vec<TagData>,
}

/// A tag.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Tag")]
pub struct TagData {
    /// Its group and its key, as in `tags` of the items: `place/north`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The URL of its page.
    pub url: String,
}

/// The third party that assesses the items of a plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Judge")]
pub struct JudgeData {
    /// Its name.
    pub name: String,
    /// The URL of its assessments.
    pub url: Option<String>,
}

/// An area of the plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Area")]
pub struct AreaData {
    /// Its number, which is its id.
    pub id: String,
    /// The URL of its page.
    pub url: String,
    /// Its title, word for word.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Former numbers.
    pub aliases: Vec<String>,
    /// Its values of the fields that the plan declares for itself, in the order of `fields` of the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldValueData>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// The agencies that lead it.
    pub lead: Vec<RoleData>,
    /// The id of the area that it is in. The key is left out when it is in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The ids of the areas directly in it. The key is left out when there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// The ids of its items, without their parts and without those of areas in it.
    pub items: Vec<String>,
    /// The ids of the updates on the area itself, oldest first.
    pub updates: Vec<String>,
    /// Its text, as HTML.
    pub body_html: String,
}
