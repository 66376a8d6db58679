//! The requests of a period: what each agency is asked to report, as a folder for each of them.
//!
//! 1. [`rounds`] says which agency is asked about which item, and why.
//! 2. `letter` writes the text for an agency, `form` the update file for an item, `index` the list of them all.
//!
//! 3. `workbook` writes a spreadsheet for an agency instead, with the words of `wording`; `layout` is how it is recognised again.
//!
//! 5. `mail` is what a mail to an agency says.
//!
//! Everything comes from the published plan, so requests for the public plan name nothing internal.

mod form;
mod index;
mod job;
mod known_values;
mod layout;
mod letter;
mod mail;
mod wording;
mod workbook;

use crate::date::{Date, Day};
use crate::language_marks;
use crate::page::{Context, ViewBuilder};
use crate::rounds;
use crate::route::Route;
use crate::text_document::{docx, from_markdown};
use job::Job;
pub use job::name_in as agency_name;
pub use known_values::{NONE, known_due, known_status, known_value, shown_measure, shown_value, value_in};
pub use layout::{Column, Sent, Table};
pub use mail::{AgencyMail, Words};
pub use wording::{label as list_label, piece, word, wording};
pub use workbook::{INSTRUCTIONS, instruction_words};

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

/// The workbooks of the requests, or the letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbooks {
    /// Paths below the folder, with what is in each.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many agencies there is one for.
    pub agencies: usize,
}

/// Writes the requests for a period, as of the day of the published plan.
pub fn pack(context: &Context, period: &Date) -> Pack {
    let mut job = job(context, &[], period);
    let (requests, unanswered) = rounds::asked(&context.published.plan, &context.facts, period);
    let mut files = Vec::new();
    let mut forms = 0;
    for request in &requests {
        let id = job.id(request.agency).to_owned();
        let mut names = letter::Forms::new();
        for ask in request.asks.iter().filter(|ask| ask.reason.is_asked()) {
            let (name, text) = form::write(&mut job, request.agency, ask);
            files.push((format!("{id}/updates/{name}"), text));
            names.insert(ask.item, name);
        }
        forms += names.len();
        files.push((format!("{id}/request.md"), letter::write(&job, request, &names, &letter::STEPS)));
    }
    let list = index::List { note: "request-index-note", file: &|id| format!("{id}/request.md") };
    files.push(("README.md".to_owned(), index::write(&job, &requests, &unanswered, &list)));
    files.iter_mut().for_each(|(_, text)| *text = language_marks::unmarked(text));
    files.sort();
    Pack { files, agencies: requests.len(), forms }
}

/// Writes a workbook for each agency, as of the day of the published plan; `languages` is the same plan in the other languages.
///
/// # Errors
/// When there is too much for a sheet.
pub fn workbooks(context: &Context, languages: &[&Context], period: &Date) -> Result<Workbooks, String> {
    let job = job(context, languages, period);
    let (requests, unanswered) = rounds::asked(&context.published.plan, &context.facts, period);
    let mut files = Vec::new();
    for request in &requests {
        let path = path_of(job.id(request.agency), period, "xlsx");
        let bytes =
            workbook::write(&job, request).map_err(|error| format!("{path} cannot be written: {error}"))?;
        files.push((path, bytes));
    }
    let list = index::List { note: "reply-index-note", file: &|id| path_of(id, period, "xlsx") };
    let index = index::write(&job, &requests, &unanswered, &list);
    files.push(("README.md".to_owned(), language_marks::unmarked(&index).into_bytes()));
    files.sort();
    Ok(Workbooks { files, agencies: requests.len() })
}

/// Writes a letter for each agency as a Word document, as of the day of the published plan.
///
/// # Errors
/// When a document cannot be written.
pub fn letters(context: &Context, period: &Date) -> Result<Workbooks, String> {
    let job = job(context, &[], period);
    let (requests, unanswered) = rounds::asked(&context.published.plan, &context.facts, period);
    let mut files = Vec::new();
    for request in &requests {
        let text = letter::write(&job, request, &letter::Forms::new(), &letter::STEPS_OF_LETTER);
        let document = from_markdown(&text, context.config.language(), job.as_of()).unmarked();
        let path = path_of(job.id(request.agency), period, "docx");
        let bytes = docx(&document).map_err(|error| format!("{path} cannot be written: {error}"))?;
        files.push((path, bytes));
    }
    let list = index::List { note: "letter-index-note", file: &|id| path_of(id, period, "docx") };
    let index = index::write(&job, &requests, &unanswered, &list);
    files.push(("README.md".to_owned(), language_marks::unmarked(&index).into_bytes()));
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

/// Where the workbook or letter of an agency stands. Its name says whose it is, because it travels alone.
fn path_of(agency: &str, period: &Date, extension: &str) -> String {
    format!("{agency}/{agency}-{}.{extension}", period.text.replace('/', "-to-"))
}

fn job<'a>(context: &'a Context, languages: &[&'a Context], period: &'a Date) -> Job<'a> {
    let taken = job::ids_of_updates(&context.published.plan);
    let builder = |context| ViewBuilder::new(context, Route::home());
    let languages = languages.iter().map(|context| builder(context)).collect();
    Job { builder: builder(context), languages, period, taken }
}
