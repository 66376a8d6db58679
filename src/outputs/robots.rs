//! What crawlers may read.

use super::output::{Output, OutputPage, bytes};
use crate::page::Context;
use crate::vocabulary::Audience;

/// `robots.txt`.
pub(super) const OUTPUT: Output = Output { name: "robots", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let robots = match context.published.audience {
        Audience::Internal => context.config.internal_robots.clone(),
        Audience::Public => robots(context.config.base_url.as_deref()),
    };
    vec![bytes("robots.txt".to_owned(), robots.into_bytes())]
}

/// For the public site. The internal one says nothing here unless its book does: a crawler that may not read a page never
/// learns that it should not be indexed.
fn robots(base: Option<&str>) -> String {
    match base {
        Some(base) => format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"),
        None => "User-agent: *\nAllow: /\n".to_owned(),
    }
}
