//! Which files a site has, and what each shows.
//!
//! [`TABLE`] lists the outputs. Each is one small file that says which pages there are; a page is made on demand from
//! the published plan by filling one [view](crate::page::views) and handing it to the template of its name.

mod accessibility;
mod agencies;
mod all_rows;
mod areas;
mod attachments;
mod bodies;
mod calendar;
mod cards;
pub mod data;
mod due_ledger;
mod editions;
mod embed;
mod feeds;
mod fields;
mod forums;
mod groups;
mod headers;
mod home;
mod in_editions;
mod in_short;
mod indicators;
mod item_facts;
mod item_histories;
mod item_history;
mod items;
mod listing;
mod milestones;
mod not_found;
mod output;
mod own_redirects;
mod pages;
mod progress;
mod record_lists;
mod redirects;
mod robots;
mod root_files;
mod rounds;
mod search;
mod series;
mod shares;
mod sitemap;
mod sources;
mod static_files;
mod style_guide;
mod tags;
mod twins;
mod updates;
mod whole_plan;
mod with_address;

pub use calendar::{AnswerBy, deadlines};
pub use headers::{HEADERS, HeaderSettings, ServedAs, WebServer, fixed_headers, headers_file, server_lines};
pub use in_short::record_in_short;
pub use output::{Output, OutputPage};
pub use search::{collections, search_part, search_parts};
pub use twins::InShort;
pub use with_address::with_address;

use std::sync::Arc;

use rayon::prelude::*;

use output::of_part;

use crate::config::OptionalOutput;
use crate::diag::Diagnostic;
use crate::language_marks;
use crate::page::{Context, lists};
use crate::route::Route;
use crate::site::{Body, Site};

/// The templates that neither make a page nor are included by one that does: planbook asks for what they make, and puts it where
/// it belongs.
pub fn parts() -> impl Iterator<Item = &'static str> {
    crate::page::PARTS.into_iter().chain(all_rows::PARTS)
}

/// Every output that each plan of a book has, and what the book must want so that there is one. To add one, write its file
/// and a line here.
pub const TABLE: &[(Output, Option<OptionalOutput>)] = &[
    (home::OUTPUT, None),
    (areas::OUTPUT, None),
    (items::OUTPUT, None),
    (agencies::OUTPUT, None),
    (forums::OUTPUT, None),
    (updates::OUTPUT, None),
    (groups::OUTPUT, None),
    (tags::OUTPUT, None),
    (fields::OUTPUT, None),
    (progress::OUTPUT, Some(OptionalOutput::Dashboards)),
    (rounds::OUTPUT, Some(OptionalOutput::Dashboards)),
    (record_lists::OUTPUT, None),
    (editions::CROSSWALK, None),
    (whole_plan::OUTPUT, Some(OptionalOutput::WholePlan)),
    (cards::OUTPUT, Some(OptionalOutput::Cards)),
    (redirects::OUTPUT, None),
    (calendar::OUTPUT, Some(OptionalOutput::Calendars)),
    (feeds::OUTPUT, Some(OptionalOutput::Feeds)),
    (data::OUTPUT, Some(OptionalOutput::Data)),
];

/// The same of those that a site has once in each language, with the plan at its root.
pub const OF_LANGUAGE: &[(Output, Option<OptionalOutput>)] = &[
    (sources::OUTPUT, None),
    (editions::OUTPUT, None),
    (pages::OUTPUT, None),
    (accessibility::OUTPUT, None),
    (search::PAGE, Some(OptionalOutput::Search)),
    (not_found::OUTPUT, None),
    (twins::LLMS, Some(OptionalOutput::Markdown)),
];

/// The same of those that a site has once.
pub const OF_SITE: &[(Output, Option<OptionalOutput>)] = &[
    (style_guide::OUTPUT, None),
    (attachments::OUTPUT, None),
    (static_files::OUTPUT, None),
    (root_files::OUTPUT, None),
    (robots::OUTPUT, None),
    (headers::OUTPUT, None),
    (embed::OUTPUT, Some(OptionalOutput::Embed)),
    (sitemap::OUTPUT, None),
    (search::FILES, Some(OptionalOutput::Search)),
    (redirects::ADDRESSES, None),
];

/// The site of a published plan and its editions, in all its languages. Two files on one path are reported, and the first is
/// kept.
pub fn site(context: &Context) -> (Site<Context>, Vec<Diagnostic>) {
    // Before the pages, which name the cards that there are.
    let mut problems = cards::find(context);
    let twins = context.config.makes(OptionalOutput::Markdown).then(twins::Places::default);
    let mut pages = pages_of_book(context, &[TABLE, OF_LANGUAGE, OF_SITE], twins.as_ref());
    for (index, language) in context.languages.iter().enumerate() {
        let of_language = pages_of_book(language, &[TABLE, OF_LANGUAGE], twins.as_ref());
        pages.extend(
            of_language.into_iter().map(|page| of_part(page, move |context| context.languages.get(index))),
        );
    }
    problems.extend(embed::alone(context, &mut pages));
    let (site, others) = Site::new(pages);
    problems.extend(others);
    problems.extend(own_redirects::problems(context, &site));
    if let Some(twins) = twins {
        twins.set(site.pages().iter().map(|page| page.path.as_str()));
    }
    (site, problems)
}

/// The pages of a plan and its editions in one language.
fn pages_of_book(
    context: &Context,
    tables: &[&[(Output, Option<OptionalOutput>)]],
    twins: Option<&twins::Places>,
) -> Vec<OutputPage> {
    let mut pages = at_base(context, pages_of(context, tables, twins));
    for (index, edition) in context.editions.iter().enumerate() {
        let of_edition = at_base(edition, pages_of(edition, &[TABLE], twins));
        pages.extend(
            of_edition.into_iter().map(|page| of_part(page, move |context| context.editions.get(index))),
        );
    }
    pages
}

/// The pages of a plan where it stands.
fn at_base(context: &Context, mut pages: Vec<OutputPage>) -> Vec<OutputPage> {
    let base = context.base.as_str();
    if !base.is_empty() {
        pages.iter_mut().for_each(|page| page.path.insert_str(0, base));
    }
    pages
}

/// The pages of one plan, at their addresses from where it stands.
fn pages_of(
    context: &Context,
    tables: &[&[(Output, Option<OptionalOutput>)]],
    twins: Option<&twins::Places>,
) -> Vec<OutputPage> {
    // A list that nothing leads to is not made, nor what is in it. Records have pages of their own. The home page leads to
    // the progress of any plan.
    let empty = lists::empty(&context.published, &context.config).filter(|list| *list != Route::PROGRESS);
    let empty: Vec<&str> = empty.collect();
    let is_orphan = |page: &OutputPage| {
        let list = page.path.split('/').next().filter(|_| page.path.ends_with(".html"));
        page.owner.is_none() && list.is_some_and(|list| empty.contains(&list))
    };
    let wanted = |wanted: Option<OptionalOutput>| wanted.is_none_or(|output| context.config.makes(output));
    let table = tables.par_iter().flat_map(|table| table.par_iter()).filter(|(_, output)| wanted(*output));
    let pages = table.flat_map_iter(|(output, _)| (output.pages)(context));
    let mut pages: Vec<OutputPage> = pages.filter(|page| !is_orphan(page)).collect();
    pages.extend(twins.map(|places| twins::beside(context, &pages, places)).into_iter().flatten());
    let pages = pages.into_iter();
    if context.theme.has_marks() { pages.map(unmarked).collect() } else { pages.collect() }
}

/// A file that no template makes, without the marks of words in another language: only a page can show them.
fn unmarked(page: OutputPage) -> OutputPage {
    match page {
        OutputPage { body: Body::Deferred(make), .. } if !page.path.ends_with(".html") => {
            let body = move |context: &Context| make(context).map(language_marks::unmarked_file);
            OutputPage { body: Body::Deferred(Arc::new(body)), ..page }
        }
        _ => page,
    }
}
