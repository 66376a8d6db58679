//! The requests of a period: what each agency is asked to report, as a folder for each of them.
//!
//! 1. `answers` says which agency is responsible for which item on the day.
//! 2. `urgency` says why an item is asked about, and whether it is.
//! 3. `letter` writes the text for an agency, `form` the update file for an item, `index` the list of them all.
//!
//! Everything comes from the published plan, so requests for the public plan name nothing internal.

mod answers;
mod form;
mod index;
mod job;
mod letter;
mod markdown;
mod request;
mod urgency;

use crate::date::Date;
use crate::language_marks;
use crate::page::{Context, ViewBuilder};
use crate::route::Route;
use job::Job;

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

/// Writes the requests for a period, as of the day of the published plan.
pub fn pack(context: &Context, period: &Date) -> Pack {
    let taken = answers::ids_of_updates(&context.published.plan);
    let mut job = Job { builder: ViewBuilder::new(context, Route::home()), period, taken };
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
    files.push(("README.md".to_owned(), index::write(&job, &requests, &unanswered)));
    if context.theme.has_marks() {
        files.iter_mut().for_each(|(_, text)| *text = language_marks::unmarked(text));
    }
    files.sort();
    Pack { files, agencies: requests.len(), forms }
}
