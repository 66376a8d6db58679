//! Which files a site has, and what each shows.
//!
//! [`TABLE`] lists the outputs. Each is one small file that says which pages there are; a page is made on demand from
//! the published plan by filling one [view](crate::page::views) and handing it to the template of its name.

mod accessibility;
mod agencies;
mod areas;
mod attachments;
mod calendar;
mod cards;
pub mod data;
mod due_ledger;
mod editions;
mod feeds;
mod forums;
mod groups;
mod headers;
mod home;
mod item_facts;
mod item_history;
mod items;
mod listing;
mod not_found;
mod output;
mod pages;
mod progress;
mod redirects;
mod robots;
mod series;
mod shares;
mod sitemap;
mod sources;
mod static_files;
mod style_guide;
mod updates;
mod whole_plan;

pub use headers::{HEADERS, POLICY};
pub use output::{Output, OutputPage};

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::page::Context;
use crate::site::Site;

/// Every output. To add one, write its file and a line here.
pub const TABLE: &[Output] = &[
    home::OUTPUT,
    areas::OUTPUT,
    items::OUTPUT,
    agencies::OUTPUT,
    forums::OUTPUT,
    updates::OUTPUT,
    groups::OUTPUT,
    progress::OUTPUT,
    sources::OUTPUT,
    editions::OUTPUT,
    whole_plan::OUTPUT,
    pages::OUTPUT,
    accessibility::OUTPUT,
    style_guide::OUTPUT,
    cards::OUTPUT,
    not_found::OUTPUT,
    redirects::OUTPUT,
    attachments::OUTPUT,
    calendar::OUTPUT,
    feeds::OUTPUT,
    static_files::OUTPUT,
    robots::OUTPUT,
    headers::OUTPUT,
    sitemap::OUTPUT,
    data::OUTPUT,
];

/// The site of a published plan. Two files on one path are reported, and the first is kept.
pub fn site(context: &Context) -> (Site<Context>, Vec<Diagnostic>) {
    Site::new(TABLE.par_iter().flat_map_iter(|output| (output.pages)(context)).collect())
}
