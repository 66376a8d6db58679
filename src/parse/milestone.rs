//! Milestones: the short steps of an item that need no page of their own.

use super::indicator::{id, repeated};
use super::record::url;
use super::texts::text;
use crate::date::{Date, FiscalYear, Precision};
use crate::diag::{Diagnostic, Spanned, code};
use crate::fields::Fields;
use crate::vocabulary::Audience;

/// A step of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its id, which is unique within its item.
    pub id: Spanned<String>,
    /// What is to be done.
    pub title: String,
    /// When it is due.
    pub due: Option<Spanned<Date>>,
    /// When it was done.
    pub done: Option<Spanned<Date>>,
    /// What shows it.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Who may see it.
    pub audience: Audience,
}

/// The list `milestones`, in the order in which it is written.
pub(super) fn milestones(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Vec<Milestone> {
    let all = fields.maps("milestones", |fields| milestone(fields, fiscal_year));
    let mut kept: Vec<Milestone> = Vec::new();
    for milestone in all {
        match kept.iter().find(|other| other.id.value == milestone.id.value) {
            Some(first) => fields.report(repeated("milestone", &milestone.id, first.id.span)),
            None => kept.push(milestone),
        }
    }
    kept
}

fn milestone(mut fields: Fields<'_>, fiscal_year: FiscalYear) -> Option<Milestone> {
    let id = id(&mut fields, "tender");
    let title = fields.required_text("title", "Tender published");
    let due = own_date(&mut fields, "due", fiscal_year);
    let done = own_date(&mut fields, "done", fiscal_year);
    let url = url(&mut fields, "url");
    let note = text(&mut fields, "note");
    let audience = fields.audience();
    fields.finish();
    Some(Milestone { id: id?, title: title?.value, due, done, url, note, audience })
}

/// A date that is not `ongoing`: a step has an end.
fn own_date(fields: &mut Fields<'_>, key: &'static str, fiscal_year: FiscalYear) -> Option<Spanned<Date>> {
    let date = fields.date(key, fiscal_year)?;
    if date.value.precision == Precision::Ongoing {
        let message = format!("`{key}` of a milestone must be a date, not `ongoing`");
        fields.report(
            Diagnostic::new(code::BAD_DATE, date.span, message)
                .help("write the day, month or year, or remove the line"),
        );
        return None;
    }
    Some(date)
}
