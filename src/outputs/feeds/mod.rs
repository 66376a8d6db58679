//! Feeds: Atom and JSON Feed, of the whole site and of each area, item, agency and forum.
//!
//! A feed has every update that bears on its subject, however old and however many. A shorter one would lose some: an
//! update about 2012 that is written today stands among those of 2012, and a reader who is shown only the newest never
//! learns of it. Feed readers tell what is new by its id, not by its date.
//!
//! Addresses in a feed must be whole, so there are feeds only where the book says where its site will stand.

mod atom;
mod entry;
mod json;

use std::sync::Arc;

use rayon::prelude::*;

use super::follow::Form;
use super::subject::Subject;
use super::{Context, Output, OutputPage, ViewBuilder};
use crate::date::Day;
use crate::diag::Diagnostic;
use crate::plan::Index as _;
use crate::site::{Body, Page};
use entry::{Entries, Entry, Written};

pub(super) use entry::known_on;

/// Atom and JSON Feed.
pub(super) const OUTPUT: Output = Output { name: "feeds", pages };

/// Atom (RFC 4287).
pub(super) const ATOM: Form = Form { file: "atom.xml", mime: "application/atom+xml", word: "follow-atom" };
/// JSON Feed 1.1.
pub(super) const JSON_FEED: Form =
    Form { file: "feed.json", mime: "application/feed+json", word: "follow-json" };

/// What makes the text of an entry, in all feeds.
const TEMPLATE: &str = "feed-entry.xml";

type Made<T> = Result<T, Box<Diagnostic>>;

/// A feed, before it is written in one of the forms.
struct Feed<'a> {
    /// What it is of.
    title: String,
    /// The day as of which it tells the story, in words.
    as_of_note: String,
    /// The same as a day.
    as_of: Day,
    /// The address of the page that it belongs to.
    page: String,
    /// Its own address.
    address: String,
    /// The site's name, who speaks.
    author: String,
    /// The site's address.
    site: String,
    language: String,
    /// The terms of the plan's text.
    licence: Option<&'a str>,
    /// The same in a sentence.
    rights: Option<String>,
    /// Who may read it: `public`.
    audience: &'static str,
    /// The newest day of an entry.
    updated: Day,
    /// Newest first.
    entries: Vec<&'a Written>,
}

fn pages(context: &Context) -> Vec<OutputPage> {
    let Some(base) = &context.config.base_url else { return Vec::new() };
    let plan = &context.published.plan;
    let entries = Arc::new(Entries::new(base, plan.updates.len()));
    let mut pages = Vec::new();
    for subject in Subject::all(plan) {
        pages.push(feed_page(context, subject, &entries, &ATOM, atom::write));
        pages.push(feed_page(context, subject, &entries, &JSON_FEED, json::write));
    }
    pages
}

fn feed_page(
    context: &Context,
    subject: Subject,
    entries: &Arc<Entries>,
    form: &'static Form,
    write: fn(&Feed<'_>) -> Made<Vec<u8>>,
) -> OutputPage {
    let entries = Arc::clone(entries);
    let path = subject.route(&context.published.plan).beside(form.file);
    let render = move |context: &Context| write(&feed(context, subject, &entries, form)?);
    // The feed of the site has every entry, so what is wrong with the template is found there.
    let template = (subject == Subject::Site).then_some(TEMPLATE);
    Page { path, body: Body::Deferred(Box::new(render)), template, owner: None }
}

fn feed<'a>(context: &'a Context, subject: Subject, entries: &'a Entries, form: &Form) -> Made<Feed<'a>> {
    let plan = &context.published.plan;
    let as_of = context.published.as_of;
    let folder = subject.route(plan);
    let builder = ViewBuilder::with_root(context, folder.clone(), entries.base.clone());
    let mut found = Vec::new();
    if subject == Subject::Site {
        // The largest feed has all entries; whoever makes it makes them on all threads.
        let all: Vec<_> = plan.updates.indexed().map(|(ix, _)| ix).collect();
        all.par_iter().for_each(|ix| drop(entries.get(context, *ix)));
    }
    for ix in subject.updates(plan) {
        found.push((entries.get(context, ix)?, ix));
    }
    found.sort_by(|(a, a_ix), (b, b_ix)| (b.published, b_ix).cmp(&(a.published, a_ix)));
    let found: Vec<&Written> = found.into_iter().map(|(entry, _)| entry).collect();
    let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
    let newest = found.iter().map(|entry| entry.modified).max();
    let author = context.config.title.clone();
    let title = match subject {
        Subject::Site => author.clone(),
        _ => format!("{} – {author}", builder.name(subject.record())),
    };
    let about = plan.about.as_ref().map(|about| &about.document);
    Ok(Feed {
        title,
        as_of_note: builder.as_of_note(),
        as_of,
        page: [&entries.base, folder.as_str()].concat(),
        address: [&entries.base, folder.beside(form.file).as_str()].concat(),
        author,
        site: entries.base.clone(),
        language: context.config.language().to_owned(),
        licence: about.and_then(|about| about.licence.as_deref()),
        rights: builder.licence_note(),
        audience: context.published.audience.word(),
        updated: newest.or(adopted.filter(|day| *day <= as_of)).unwrap_or(as_of),
        entries: found,
    })
}

/// A day as a moment: feeds know no days.
fn moment(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// What a form refuses; its writers do not fail on what is in memory.
fn refused(error: impl std::fmt::Display) -> Box<Diagnostic> {
    let message = format!("a feed cannot be written: {error}");
    Box::new(Diagnostic::placeless(crate::diag::code::TEMPLATE_ERROR, message))
}
