//! Which files a site has, and what each shows.
//!
//! [`TABLE`] lists the outputs. Each is one small file that says which pages there are; a page is made on demand from
//! the published plan by filling one [view] and handing it to the template of its name.

mod accessibility;
mod agencies;
mod areas;
mod attachments;
mod builder;
mod calendar;
mod cards;
mod context;
pub mod data;
mod draft_update;
mod editions;
mod feeds;
mod follow;
mod forums;
mod groups;
mod home;
mod item_time;
mod items;
mod machine;
mod not_found;
mod pages;
pub mod progress;
mod redirects;
mod series;
mod sources;
mod style_guide;
mod subject;
mod updates;
pub mod view;
mod whole_plan;

pub use builder::ViewBuilder;
pub use context::{Context, SiteView};
pub use machine::{HEADERS, POLICY};
pub use not_found::base_path;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Span};
use crate::plan::{Item, Ix};
use crate::route::Route;
use crate::site::{Body, Page, Site};

/// A file of the site, made from the context.
pub type OutputPage = Page<Context>;

/// One kind of output: which files it adds.
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// The files.
    pub pages: fn(&Context) -> Vec<OutputPage>,
}

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
    machine::OUTPUT,
    data::OUTPUT,
];

/// The site of a published plan. Two files on one path are reported, and the first is kept.
pub fn site(context: &Context) -> (Site<Context>, Vec<Diagnostic>) {
    Site::new(TABLE.par_iter().flat_map_iter(|output| (output.pages)(context)).collect())
}

/// What the calendar says of an item, and how old the newest report on it is, in words.
pub(crate) fn dates_in_words(builder: &ViewBuilder<'_>, item: Ix<Item>) -> (String, String) {
    (items::schedule(builder, item).1, items::freshness(builder, item).1)
}

/// A page that is rendered when it is wanted: `view` fills the template.
fn page<V: serde::Serialize>(
    route: Route,
    template: &'static str,
    owner: Option<Span>,
    view: impl Fn(&mut ViewBuilder<'_>) -> V + Send + Sync + 'static,
) -> OutputPage {
    let path = route.file();
    let render = move |context: &Context| {
        let mut builder = ViewBuilder::new(context, route.clone());
        let view = view(&mut builder);
        context.theme.page(template, &view, &context.tree).map(String::into_bytes)
    };
    Page { path, body: Body::Deferred(Box::new(render)), template: Some(template), owner }
}
