//! Agencies, forums, sources and free pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{Date, Interval, NativeName, Validity, Word};
use crate::vocabulary::{ForumBasis, ForumKind};

/// A body that answers for items.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Agency {
    /// Its id.
    pub id: String,
    /// The address of its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in its own language.
    pub native_name: Option<NativeName>,
    /// The country or organisation that it belongs to.
    pub party: Option<String>,
    /// The id of the agency that it is part of.
    pub parent: Option<String>,
    /// From when to when it existed.
    pub valid: Validity,
    /// The id of the agency that took its work over.
    pub successor: Option<String>,
    /// The ids of the agencies whose work it took over.
    pub predecessors: Vec<String>,
    /// The address of its own site.
    pub website: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items that it leads.
    pub leads: Vec<String>,
    /// The ids of the items that it supports.
    pub supports: Vec<String>,
    /// The ids of the updates that it took part in, oldest first.
    pub updates: Vec<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// The text about it, as HTML.
    pub body_html: String,
}

/// A meeting series, treaty or mission.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Forum {
    /// Its id.
    pub id: String,
    /// The address of its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in another language.
    pub native_name: Option<NativeName>,
    /// What it is.
    pub kind: Option<Word<ForumKind>>,
    /// Who takes part.
    pub parties: Vec<String>,
    /// How often it meets, by its own rules.
    pub cadence: Option<Interval>,
    /// From when to when it existed.
    pub valid: Validity,
    /// Whether the plan names it (`stated`), it is the editors' reading (`inferred`), or it arose after the plan (`later`).
    pub basis: Option<Word<ForumBasis>>,
    /// The address of its own site.
    pub website: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items that it belongs to.
    pub items: Vec<String>,
    /// The ids of its meetings and acts, oldest first.
    pub updates: Vec<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// The text about it, as HTML.
    pub body_html: String,
}

/// A document that the book draws on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// The address of its page.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: Date,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// The code of its language.
    pub lang: Option<String>,
    /// Whether this text prevails.
    pub authentic: Option<bool>,
    /// The address of the document itself.
    pub document: Option<String>,
    /// The address of a kept copy.
    pub archived: Option<String>,
    /// The SHA-256 hash of the file that it was taken from.
    pub sha256: Option<String>,
    /// Its terms.
    pub licence: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The ids of the items whose text is in it.
    pub items: Vec<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// The text about it, as HTML.
    pub body_html: String,
}

/// A free page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// Its text, as HTML.
    pub body_html: String,
}
