//! Source documents: what the plan and its history are taken from.

use super::misplaced::A_SOURCE;
use super::record::{Reading, Record, url};
use super::texts::{text, texts};
use crate::date::Date;
use crate::diag::Diagnostic;

/// A document that the book draws on.
#[derive(Debug, Clone)]
pub struct SourceDocument {
    /// The common part; the body may hold the plan's full text.
    pub record: Record,
    /// The file name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: Date,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// Its language code.
    pub lang: Option<String>,
    /// Whether this text prevails.
    pub authentic: Option<bool>,
    /// Its address.
    pub url: Option<String>,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// The hash of the file it was taken from.
    pub sha256: Option<String>,
    /// Its terms.
    pub licence: Option<String>,
}

pub(super) fn read(
    reading: Reading<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<SourceDocument> {
    let (record, make) = reading.record(A_SOURCE, diagnostics, |fields, reading| {
        let title = fields.required_text("title", "Joint declaration");
        if !fields.has("date") {
            fields.missing("date", "2009-12");
        }
        let date = fields.date("date", reading.rules.fiscal_year);
        let kind = text(fields, "type");
        let adopted_by = texts(fields, "adopted-by");
        let lang = fields.language("lang").map(|lang| lang.value);
        let authentic = fields.truth("authentic").map(|truth| truth.value);
        let url_of_document = url(fields, "url");
        let archived = url(fields, "archived");
        let sha256 = text(fields, "sha256");
        let licence = text(fields, "licence");
        let (id, title, date) = (id.to_owned(), title?.value, date?.value);
        Some(move |record| SourceDocument {
            record,
            id,
            title,
            date,
            kind,
            adopted_by,
            lang,
            authentic,
            url: url_of_document,
            archived,
            sha256,
            licence,
        })
    })?;
    Some(make(record))
}
