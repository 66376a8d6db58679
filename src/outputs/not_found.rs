//! The page for addresses that do not exist. A server sends it at any depth, so its links begin at the site's address.

use super::view::NotFoundPage;
use super::{Context, Output, OutputPage, ViewBuilder};
use crate::route::Route;
use crate::site::{Body, Page};

/// `404.html`.
pub(super) const OUTPUT: Output = Output { name: "not-found", pages };

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![Page {
        path: "404.html".to_owned(),
        body: Body::Deferred(Box::new(render)),
        template: Some("404.html"),
        owner: None,
    }]
}

fn render(context: &Context) -> Result<Vec<u8>, Box<crate::diag::Diagnostic>> {
    let root = base_path(context.config.base_url.as_deref());
    let builder = ViewBuilder::with_root(context, Route::home(), root);
    let mut head = builder.head(builder.word("not-found"), "404", builder.crumbs(Vec::new()), None);
    (head.noindex, head.canonical) = (true, None);
    context.theme.page("404.html", &NotFoundPage { head }, &context.tree).map(String::into_bytes)
}

/// The path at which the site stands: `/plan/` of `https://a.example/plan/`.
pub fn base_path(base_url: Option<&str>) -> String {
    let rest = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |at| rest[at..].to_owned())
}
