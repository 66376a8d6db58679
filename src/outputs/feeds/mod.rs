//! Feeds: Atom and JSON Feed, of the whole site and of each area, agency and forum; of each item where the book asks.
//!
//! A feed has what became known last, and leads to archives with all the rest, so that nothing is lost and no file grows
//! with the years. The order is that of what became known: an update about 2012 that is reported today is the newest.
//!
//! Addresses in a feed must be whole, so there are feeds only where the book says where its site will stand.

mod atom;
mod entry;
mod feed;
mod json;
mod series;

use std::sync::Arc;

use rayon::prelude::*;

use super::output::{Output, OutputPage};
use crate::config::Config;
use crate::date::Day;
use crate::page::{ATOM, Context, FeedScope, FollowFormat, JSON_FEED, ViewBuilder, has_feeds};
use crate::plan::{Ix, Plan, Update};
use crate::site::{Body, SiteFile};
use entry::{Detail, Entries, TEMPLATE};
use feed::{Feed, FeedResult, WrittenEntry};
use series::Series;

/// Atom and JSON Feed.
pub(super) const OUTPUT: Output = Output { name: "feeds", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let Some((root, base)) = context.site_url().zip(context.config.base_url.as_deref()) else {
        return Vec::new();
    };
    files(context, &context.config, root, base)
}

/// The paths of the feeds that a plan has as soon as the address of the site is known.
pub(super) fn with_address(context: &Context) -> Vec<String> {
    let config = Config { base_url: Some(String::new()), ..context.config.clone() };
    let base = context.base.as_str();
    files(context, &config, "", "").into_iter().map(|file| [base, &file.path].concat()).collect()
}

fn files(context: &Context, config: &Config, root: &str, base: &str) -> Vec<OutputPage> {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let known: Vec<Day> = plan.updates.iter().map(|update| plan.known_on(update, as_of)).collect();
    let entries = Arc::new(Entries::new(root, base, plan.updates.len()));
    let scopes: Vec<_> = FeedScope::all(plan).filter(|scope| has_feeds(config, *scope)).collect();
    let files = scopes.into_par_iter().flat_map_iter(|subject| {
        let updates = subject.updates(plan).into_iter().map(|ix| (known[ix.index()], ix));
        let series = Arc::new(Series::new(updates.collect()));
        let source = FeedSource { subject, entries: Arc::clone(&entries), series };
        (0..source.series.len()).flat_map(move |part| {
            let atom = source.file(plan, part, &ATOM, atom::write);
            atom.into_iter().chain(source.file(plan, part, &JSON_FEED, json::write))
        })
    });
    files.collect()
}

/// All that the files of a feed are made from.
#[derive(Clone)]
struct FeedSource {
    subject: FeedScope,
    entries: Arc<Entries>,
    series: Arc<Series<Ix<Update>>>,
}

impl FeedSource {
    fn file(
        &self,
        plan: &Plan,
        part: usize,
        form: &'static FollowFormat,
        write: fn(&Feed<'_>) -> FeedResult<Vec<u8>>,
    ) -> Option<OutputPage> {
        let path = self.subject.route(plan).beside(&self.series.name(part, form.file)?);
        let source = self.clone();
        let render = move |context: &Context| write(&source.feed(context, part, form)?);
        // The feed of the site and its archives have every entry, so problems of the template are found there, in one form.
        let template = (self.subject == FeedScope::Site && form.file == ATOM.file).then_some(TEMPLATE);
        Some(SiteFile { path, body: Body::Deferred(Arc::new(render)), template, owner: None })
    }

    fn entries(&self, context: &Context, part: usize) -> FeedResult<Vec<&WrittenEntry>> {
        let detail = match self.subject {
            FeedScope::Site | FeedScope::Item(_) => Detail::Full,
            _ if part == 0 => Detail::Summary,
            FeedScope::Area(_) | FeedScope::Agency(_) | FeedScope::Forum(_) | FeedScope::Tag(_) => {
                Detail::Title
            }
        };
        self.series.updates(part).iter().map(|ix| self.entries.get(context, *ix, detail)).collect()
    }

    fn feed<'a>(&'a self, context: &'a Context, part: usize, form: &FollowFormat) -> FeedResult<Feed<'a>> {
        let plan = &context.published.plan;
        let as_of = context.published.as_of;
        let base = &self.entries.base;
        let folder = self.subject.route(plan);
        let builder = ViewBuilder::with_root(context, folder.clone(), self.entries.root.clone());
        let found = self.entries(context, part)?;
        let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
        let newest = found.iter().map(|entry| entry.modified).max();
        let author = context.config.title.clone();
        let title = match self.subject {
            FeedScope::Site => author.clone(),
            subject => builder.messages().of_site(&subject.name(&builder), &author),
        };
        let address = |part: usize| {
            let name = self.series.name(part, form.file)?;
            Some([base, folder.beside(&name).as_str()].concat())
        };
        Ok(Feed {
            title,
            as_of_note: builder.as_of_note(),
            as_of,
            page: [base, folder.as_str()].concat(),
            address: address(part).unwrap_or_default(),
            archive_of: address(0).filter(|_| part > 0),
            older: address(part + 1),
            // The feed itself is no archive.
            newer: part.checked_sub(1).filter(|newer| *newer > 0).and_then(address),
            author,
            site: base.clone(),
            language: context.config.language().to_owned(),
            licence: context.licence(),
            rights: builder.licence_note(),
            audience: context.published.audience.word(),
            updated: newest.or(adopted.filter(|day| *day <= as_of)).unwrap_or(as_of),
            entries: found,
        })
    }
}
