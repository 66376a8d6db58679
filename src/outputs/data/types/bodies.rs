//! Agencies, forums, sources and free pages.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::fields::FieldValueData;
use super::values::{DateData, IntervalData, NativeNameData, ValidityData, Word};
use crate::vocabulary::{ForumBasis, ForumKind};

/// A body that is responsible for items.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Agency")]
pub struct AgencyData {
    /// Its id.
    pub id: String,
    /// The URL of its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in its own language.
    pub native_name: Option<NativeNameData>,
    /// The country or organisation that it belongs to.
    pub party: Option<String>,
    /// The id of the agency that it is part of.
    pub parent: Option<String>,
    /// The period in which it existed.
    pub valid: ValidityData,
    /// The id of the agency that took over its work.
    pub successor: Option<String>,
    /// The ids of the agencies whose work it took over.
    pub predecessors: Vec<String>,
    /// The URL of its own website.
    pub website: Option<String>,
    /// The address of whom to ask: `mailto:`, `tel:` or `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items that it leads.
    pub leads: Vec<String>,
    /// The ids of the items that it supports.
    pub supports: Vec<String>,
    /// The ids of the updates that name it, oldest first.
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
    /// Its text, as HTML.
    pub body_html: String,
}

/// A meeting series, treaty or mission.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Forum")]
pub struct ForumData {
    /// Its id.
    pub id: String,
    /// The URL of its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in another language.
    pub native_name: Option<NativeNameData>,
    /// The type of the forum.
    pub kind: Option<Word<ForumKind>>,
    /// The countries and organisations that take part.
    pub parties: Vec<String>,
    /// How often it should meet, by its own rules.
    pub cadence: Option<IntervalData>,
    /// The period in which it existed.
    pub valid: ValidityData,
    /// Whether the plan names it (`stated`), the editors linked it to the plan (`inferred`), or it was created after the plan (`later`).
    pub basis: Option<Word<ForumBasis>>,
    /// The URL of its own website.
    pub website: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items that it concerns.
    pub items: Vec<String>,
    /// The ids of the updates on its meetings and events, oldest first.
    pub updates: Vec<String>,
    /// Former ids, and addresses on an old site, which begin with `/`.
    pub aliases: Vec<String>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// Its text, as HTML.
    pub body_html: String,
}

/// A document that contains the plan's text or background.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Source document")]
#[schemars(rename = "Source")]
pub struct SourceData {
    /// Its id.
    pub id: String,
    /// The URL of its page.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: DateData,
    /// The type of document, in words.
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// The code of its language.
    pub lang: Option<String>,
    /// Whether this text prevails.
    pub authentic: Option<bool>,
    /// The URL of the document itself.
    pub document: Option<String>,
    /// The URL of an archived copy.
    pub archived: Option<String>,
    /// The SHA-256 hash of the original file.
    pub sha256: Option<String>,
    /// Its terms of use.
    pub licence: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items whose text it contains.
    pub items: Vec<String>,
    /// Former ids, and addresses on an old site, which begin with `/`.
    pub aliases: Vec<String>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// Its text, as HTML.
    pub body_html: String,
}

/// A free page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Page")]
pub struct PageData {
    /// Its id.
    pub id: String,
    /// Its URL.
    pub url: String,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Former ids, and addresses on an old site, which begin with `/`.
    pub aliases: Vec<String>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// Its text, as HTML.
    pub body_html: String,
}
