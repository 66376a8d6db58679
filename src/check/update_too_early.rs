//! Dates before which something cannot have happened: the time of paper, and the founding of the agencies concerned.

use super::LintContext;
use crate::date::Date;
use crate::diag::{Diagnostic, code};
use crate::plan::Index as _;

/// No record of this kind is older.
const FIRST_YEAR: i16 = 1900;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let document = &update.document;
        let date = &document.date.value;
        let mut report = |message: String, help: &str| {
            found.push(Diagnostic::new(code::UPDATE_TOO_EARLY, document.date_span(), message).help(help))
        };
        if date.year() < FIRST_YEAR {
            report(format!("{} is before {FIRST_YEAR}", date.text), "correct the year");
        }
        let end = document.meeting.as_ref().and_then(|meeting| meeting.end.as_ref());
        if let Some(end) = end.filter(|end| end.latest < date.earliest) {
            report(
                format!("the meeting ends on {}, before it starts", end.text),
                "correct one of the two dates",
            );
        }
        for agency in update.by.iter().map(|ix| &context.plan.agencies.at(*ix).document) {
            if let Some(from) = before(date, agency.valid.from.as_ref()) {
                report(
                    format!("the agency `{}` exists only since {}", agency.id, from.text),
                    "name the agency that was responsible at that time, or correct `valid` in its file",
                );
            }
        }
        if let Some(forum) = update.forum.map(|ix| &context.plan.forums.at(ix).document)
            && let Some(from) = before(date, forum.valid.from.as_ref())
        {
            report(
                format!("the forum `{}` exists only since {}", forum.id, from.text),
                "correct the date, or `valid` in the forum's file",
            );
        }
    }
}

fn before<'a>(date: &Date, from: Option<&'a Date>) -> Option<&'a Date> {
    from.filter(|from| date.latest < from.earliest)
}
