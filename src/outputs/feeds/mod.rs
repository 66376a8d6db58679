//! Feeds: Atom and JSON Feed, of the whole site and of each area, item, agency and forum.
//!
//! A feed has every update that concerns its subject, however old and however many. A shorter one would lose some: an
//! update about 2012 that is written today stands among those of 2012, and a reader who is shown only the newest never
//! learns of it. Feed readers tell what is new by its id, not by its date.
//!
//! Addresses in a feed must be whole, so there are feeds only where the book says where its site will stand.

mod atom;
mod entry;
mod feed;
mod json;

use std::sync::Arc;

use rayon::prelude::*;

use super::output::{Output, OutputPage};
use crate::page::{ATOM, Context, FeedScope, FollowFormat, JSON_FEED, ViewBuilder};
use crate::plan::Index as _;
use crate::site::{Body, SiteFile};
use entry::{Entries, TEMPLATE};
use feed::{Feed, FeedResult, WrittenEntry};

/// Atom and JSON Feed.
pub(super) const OUTPUT: Output = Output { name: "feeds", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let Some(base) = &context.config.base_url else { return Vec::new() };
    let plan = &context.published.plan;
    let entries = Arc::new(Entries::new(base, plan.updates.len()));
    let mut pages = Vec::new();
    for subject in FeedScope::all(plan) {
        pages.push(feed_page(context, subject, &entries, &ATOM, atom::write));
        pages.push(feed_page(context, subject, &entries, &JSON_FEED, json::write));
    }
    pages
}

fn feed_page(
    context: &Context,
    subject: FeedScope,
    entries: &Arc<Entries>,
    form: &'static FollowFormat,
    write: fn(&Feed<'_>) -> FeedResult<Vec<u8>>,
) -> OutputPage {
    let entries = Arc::clone(entries);
    let path = subject.route(&context.published.plan).beside(form.file);
    let render = move |context: &Context| write(&feed(context, subject, &entries, form)?);
    // The feed of the site has every entry, so problems of the template are found there.
    let template = (subject == FeedScope::Site).then_some(TEMPLATE);
    SiteFile { path, body: Body::Deferred(Box::new(render)), template, owner: None }
}

fn feed<'a>(
    context: &'a Context,
    subject: FeedScope,
    entries: &'a Entries,
    form: &FollowFormat,
) -> FeedResult<Feed<'a>> {
    let plan = &context.published.plan;
    let as_of = context.published.as_of;
    let folder = subject.route(plan);
    let builder = ViewBuilder::with_root(context, folder.clone(), entries.base.clone());
    let mut found = Vec::new();
    if subject == FeedScope::Site {
        // The largest feed has all entries; whoever makes it makes them on all threads.
        let all: Vec<_> = plan.updates.indexed().map(|(ix, _)| ix).collect();
        all.par_iter().for_each(|ix| drop(entries.get(context, *ix)));
    }
    for ix in subject.updates(plan) {
        found.push((entries.get(context, ix)?, ix));
    }
    found.sort_by(|(a, a_ix), (b, b_ix)| (b.published, b_ix).cmp(&(a.published, a_ix)));
    let found: Vec<&WrittenEntry> = found.into_iter().map(|(entry, _)| entry).collect();
    let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
    let newest = found.iter().map(|entry| entry.modified).max();
    let author = context.config.title.clone();
    let title = match subject {
        FeedScope::Site => author.clone(),
        _ => format!("{} – {author}", builder.name(subject.record())),
    };
    Ok(Feed {
        title,
        as_of_note: builder.as_of_note(),
        as_of,
        page: [&entries.base, folder.as_str()].concat(),
        address: [&entries.base, folder.beside(form.file).as_str()].concat(),
        author,
        site: entries.base.clone(),
        language: context.config.language().to_owned(),
        licence: context.licence(),
        rights: builder.licence_note(),
        audience: context.published.audience.word(),
        updated: newest.or(adopted.filter(|day| *day <= as_of)).unwrap_or(as_of),
        entries: found,
    })
}
