//! The page for addresses that do not exist. A server sends it at any depth, so its links begin at the site's address.

use std::sync::Arc;

use super::output::{Bytes, Output, OutputPage};
use crate::page::views::NotFoundPage;
use crate::page::{Context, ViewBuilder};
use crate::route::{Route, base_path};
use crate::site::{Body, SiteFile};

/// `404.html`.
pub(super) const OUTPUT: Output = Output { name: "not-found", pages };

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![SiteFile {
        path: "404.html".to_owned(),
        body: Body::Deferred(Arc::new(render)),
        template: Some("404.html"),
        owner: None,
    }]
}

fn render(context: &Context) -> Bytes {
    let root = base_path(context.site_url());
    let builder = ViewBuilder::with_root(context, Route::home(), root);
    let mut head = builder.head(builder.word("not-found"), "404", builder.crumbs(Vec::new()), None);
    (head.noindex, head.canonical) = (true, None);
    head.languages.clear();
    context.theme.page("404.html", &NotFoundPage { head }, &context.tree).map(String::into_bytes)
}
