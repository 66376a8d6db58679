//! The files that a site has only where its address is known. A check is not told the address that a build gets from the command
//! line.

use super::{feeds, search, sitemap};
use crate::page::Context;

/// The paths of those that the site lacks because its address is not known.
pub fn with_address(context: &Context) -> Vec<String> {
    if context.site_url().is_some() {
        return Vec::new();
    }
    let feeds = context.all().flat_map(feeds::with_address);
    feeds.chain(search::with_address(context)).chain(sitemap::with_address(context)).collect()
}
