//! The requests of a period: what each agency is asked to report, as a folder for each of them.
//!
//! 1. `answers` says which agency answers for which item on the day.
//! 2. `urgency` says why an item is asked about, and whether it is.
//! 3. `letter` writes the text for an agency, `form` the update file for an item, `index` the list of them all.
//!
//! Everything comes from the published plan, so requests for the public plan name nothing internal.

mod answers;
mod form;
mod index;
mod letter;
mod markdown;
mod urgency;

use crate::date::{Date, Day};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Index as _, Item, Ix};
use crate::route::Route;

/// What the requests are made from.
struct Job<'a> {
    builder: ViewBuilder<'a>,
    period: &'a Date,
    /// The names of files that were given so far, and the ids of updates that are there.
    taken: std::collections::BTreeSet<String>,
}

/// What one agency is asked.
struct Request {
    agency: Ix<Agency>,
    asks: Vec<Ask>,
}

/// An item that an agency answers for.
struct Ask {
    item: Ix<Item>,
    /// Items that are the same commitment: one answer serves all.
    same: Vec<Ix<Item>>,
    /// The agency that the plan names, when this one took its work over.
    instead_of: Option<Ix<Agency>>,
    /// Whether the plan names the agency, or the editors do.
    inferred: bool,
    urgency: urgency::Urgency,
    /// The file to be filled in, unless nothing is asked.
    form: Option<String>,
}

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
    files.sort();
    Pack { files, agencies: requests.len(), forms }
}

impl Job<'_> {
    fn as_of(&self) -> Day {
        self.builder.as_of()
    }

    fn id(&self, agency: Ix<Agency>) -> &str {
        &self.builder.plan().agencies.at(agency).document.id
    }

    /// An agency's name, with its country where that is known.
    fn name(&self, agency: Ix<Agency>) -> String {
        let document = &self.builder.plan().agencies.at(agency).document;
        match &document.party {
            Some(party) if !document.name.contains(party.as_str()) => format!("{} ({party})", document.name),
            _ => document.name.clone(),
        }
    }

    fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.builder.messages().get(key)
    }

    fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.builder.messages().with(key, values)
    }

    fn count(&self, key: &str, count: usize) -> String {
        self.builder.messages().count(key, i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn day(&self, day: Day) -> String {
        self.builder.date(&Date::day(day)).text
    }
}

impl Request {
    fn asked(&self) -> usize {
        self.asks.iter().filter(|ask| ask.urgency.is_asked()).count()
    }

    fn of(&self, urgency: urgency::Urgency) -> impl Iterator<Item = &Ask> {
        self.asks.iter().filter(move |ask| ask.urgency == urgency)
    }
}
