//! The requests of a period: what each agency is asked to report, as a folder for each of them.
//!
//! 1. `answers` says which agency is responsible for which item on the day.
//! 2. `urgency` says why an item is asked about, and whether it is.
//! 3. `letter` writes the text for an agency, `form` the update file for an item, `index` the list of them all.
//!
//! 4. `workbook` writes a spreadsheet for an agency instead, with the words of `wording`; `layout` is how it is recognised again.
//!
//! 5. `mail` is what a mail to an agency says.
//!
//! Everything comes from the published plan, so requests for the public plan name nothing internal.

mod answers;
mod form;
mod index;
mod job;
mod layout;
mod letter;
mod mail;
mod markdown;
mod request;
mod urgency;
mod wording;
mod workbook;

use crate::date::{Date, Day};
use crate::language_marks;
use crate::page::{Context, ViewBuilder};
use crate::route::Route;
use job::Job;
pub use job::name_in as agency_name;
pub use layout::{Column, Sent, Table};
pub use mail::{AgencyMail, Words};
pub use markdown::escape;
pub use wording::{label as list_label, status_label, wording};

/// The files of the requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Paths below the folder, with what is in each.
    pub files: Vec<(String, String)>,
    /// How many agencies there is a text for.
    pub agencies: usize,
    /// How many files there are to be filled in.
    pub forms: usize,
}

/// The workbooks of the requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbooks {
    /// Paths below the folder, with what is in each.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many agencies there is a workbook for.
    pub agencies: usize,
}

/// Writes the requests for a period, as of the day of the published plan.
pub fn pack(context: &Context, period: &Date) -> Pack {
    let mut job = job(context, &[], period);
    let (mut requests, unanswered) = answers::all(&job);
    let mut files = Vec::new();
    for request in &mut requests {
        let id = job.id(request.agency).to_owned();
        for ask in request.asks.iter_mut().filter(|ask| ask.urgency.is_asked()) {
            let (name, text) = form::write(&mut job, request.agency, ask);
            files.push((format!("{id}/updates/{name}"), text));
            ask.form = Some(name);
        }
    }
    let forms = files.len();
    for request in &requests {
        files.push((format!("{}/request.md", job.id(request.agency)), letter::write(&job, request)));
    }
    let list = index::List { note: "request-index-note", file: &|id| format!("{id}/request.md") };
    files.push(("README.md".to_owned(), index::write(&job, &requests, &unanswered, &list)));
    if context.theme.has_marks() {
        files.iter_mut().for_each(|(_, text)| *text = language_marks::unmarked(text));
    }
    files.sort();
    Pack { files, agencies: requests.len(), forms }
}

/// Writes a workbook for each agency, as of the day of the published plan; `languages` is the same plan in the other languages.
///
/// # Errors
/// When there is too much for a sheet.
pub fn workbooks(context: &Context, languages: &[&Context], period: &Date) -> Result<Workbooks, String> {
    let job = job(context, languages, period);
    let (requests, unanswered) = answers::all(&job);
    let mut files = Vec::new();
    for request in &requests {
        let path = workbook_path(job.id(request.agency), period);
        let bytes =
            workbook::write(&job, request).map_err(|error| format!("{path} cannot be written: {error}"))?;
        files.push((path, bytes));
    }
    let list = index::List { note: "reply-index-note", file: &|id| workbook_path(id, period) };
    let index = index::write(&job, &requests, &unanswered, &list);
    let index = if context.theme.has_marks() { language_marks::unmarked(&index) } else { index };
    files.push(("README.md".to_owned(), index.into_bytes()));
    files.sort();
    Ok(Workbooks { files, agencies: requests.len() })
}

/// What each agency that is asked about something is mailed, and what the list of requests says of the drafts.
pub fn mails(
    context: &Context,
    languages: &[&Context],
    period: &Date,
    answer_by: Day,
) -> (Vec<AgencyMail>, String) {
    let job = job(context, languages, period);
    (mail::all(&job, answer_by), mail::note(&job))
}

/// Where the workbook of an agency stands. Its name says whose it is, because it travels alone.
fn workbook_path(agency: &str, period: &Date) -> String {
    format!("{agency}/{agency}-{}.xlsx", period.text.replace('/', "-to-"))
}

fn job<'a>(context: &'a Context, languages: &[&'a Context], period: &'a Date) -> Job<'a> {
    let taken = answers::ids_of_updates(&context.published.plan);
    let builder = |context| ViewBuilder::new(context, Route::home());
    let languages = languages.iter().map(|context| builder(context)).collect();
    Job { builder: builder(context), languages, period, taken }
}
