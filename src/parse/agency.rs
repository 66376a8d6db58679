//! Agencies: bodies that answer for items.

use super::Ref;
use super::own_fields::AN_AGENCY;
use super::record::{NativeName, Reading, Record, native_name, url};
use super::see::contact;
use super::texts::text;
use crate::date::{Date, FiscalYear};
use crate::diag::{Diagnostic, Span, code};
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
    /// Where that is written.
    pub party_span: Option<Span>,
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
        let party = fields.text("party");
        let party_span = party.as_ref().map(|party| party.span);
        let party = party.map(|party| party.value);
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
            party_span,
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
    let to = fields.date("to", fiscal_year).filter(|to| {
        let before = from.as_ref().filter(|from| to.value.latest < from.earliest);
        if let Some(from) = before {
            let message = format!("`to` is before `from`: `{}` and `{}`", to.value.text, from.text);
            let problem = Diagnostic::new(code::BAD_DATE, to.span, message);
            fields.report(problem.help("correct one of the two: `from` is the first day, `to` the last"));
        }
        before.is_none()
    });
    fields.finish();
    Validity { from, to: to.map(|to| to.value) }
}
