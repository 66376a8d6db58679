//! Agencies: bodies that answer for items.

use super::Ref;
use super::own_fields::AN_AGENCY;
use super::record::{NativeName, Reading, Record, native_name, url};
use super::see::contact;
use super::texts::text;
use crate::date::{Date, FiscalYear};
use crate::diag::Diagnostic;
use crate::fields::Fields;

/// A body that is responsible for items.
#[derive(Debug, Clone)]
pub struct AgencyDocument {
    /// The common part.
    pub record: Record,
    /// The file name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its name in its own language.
    pub native_name: Option<NativeName>,
    /// The country or organisation it belongs to.
    pub party: Option<String>,
    /// The agency it is part of.
    pub parent: Option<Ref>,
    /// When it existed.
    pub valid: Validity,
    /// The agency that took over its work.
    pub successor: Option<Ref>,
    /// Its site.
    pub url: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
}

/// From when to when something existed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validity {
    /// Its first day, if known.
    pub from: Option<Date>,
    /// Its last day, if it ended.
    pub to: Option<Date>,
}

pub(super) fn read(
    reading: Reading<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<AgencyDocument> {
    let (record, make) = reading.record(AN_AGENCY, diagnostics, |fields, reading| {
        let name = fields.required_text("name", "Ministry of Foreign Affairs");
        let abbreviation = text(fields, "abbreviation");
        let native_name = native_name(fields);
        let party = text(fields, "party");
        let parent = fields.text("parent");
        let valid =
            fields.map("valid").map(|valid| validity(valid, reading.rules.fiscal_year)).unwrap_or_default();
        let successor = fields.text("successor");
        let url = url(fields, "url");
        let contact = contact(fields);
        let (id, name) = (id.to_owned(), name?.value);
        Some(move |record| AgencyDocument {
            record,
            id,
            name,
            abbreviation,
            native_name,
            party,
            parent,
            valid,
            successor,
            url,
            contact,
        })
    })?;
    Some(make(record))
}

pub(super) fn validity(mut fields: Fields<'_>, fiscal_year: FiscalYear) -> Validity {
    let from = fields.date("from", fiscal_year).map(|date| date.value);
    let to = fields.date("to", fiscal_year).map(|date| date.value);
    fields.finish();
    Validity { from, to }
}
