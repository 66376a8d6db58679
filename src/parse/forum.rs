//! Forums: meeting series, treaties, missions.

use super::Ref;
use super::agency::{Validity, validity};
use super::record::{NativeName, Reading, Record, native_name, url};
use super::search::{Search, searches};
use super::texts::{text, texts};
use crate::date::Cadence;
use crate::diag::Diagnostic;
use crate::vocabulary::{ForumBasis, ForumKind};

/// A meeting series, treaty or mission.
#[derive(Debug, Clone)]
pub struct ForumDocument {
    /// The common part.
    pub record: Record,
    /// The file name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in another language.
    pub native_name: Option<NativeName>,
    /// What it is.
    pub kind: Option<ForumKind>,
    /// Who takes part.
    pub parties: Vec<String>,
    /// How often it meets.
    pub cadence: Option<Cadence>,
    /// When it existed.
    pub valid: Validity,
    /// Its site.
    pub url: Option<String>,
    /// The items it belongs to.
    pub items: Vec<Ref>,
    /// Whether the plan names it.
    pub basis: Option<ForumBasis>,
    /// How public information on it was looked for, oldest first.
    pub searched: Vec<Search>,
}

pub(super) fn read(
    reading: Reading<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ForumDocument> {
    let (record, make) = reading.record("a forum", diagnostics, |fields, reading| {
        let name = fields.required_text("name", "East Asia Summit");
        let abbreviation = text(fields, "abbreviation");
        let native_name = native_name(fields);
        let kind = fields.choice("kind").map(|kind| kind.value);
        let parties = texts(fields, "parties");
        let cadence = fields.cadence("cadence").map(|cadence| cadence.value);
        let valid =
            fields.map("valid").map(|valid| validity(valid, reading.rules.fiscal_year)).unwrap_or_default();
        let url = url(fields, "url");
        let items = fields.distinct_texts("items");
        let basis = fields.choice("basis").map(|basis| basis.value);
        let searched = searches(fields, reading.rules.fiscal_year);
        let (id, name) = (id.to_owned(), name?.value);
        Some(move |record| ForumDocument {
            record,
            id,
            name,
            abbreviation,
            native_name,
            kind,
            parties,
            cadence,
            valid,
            url,
            items,
            basis,
            searched,
        })
    })?;
    Some(make(record))
}
