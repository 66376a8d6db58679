//! Files for the root of the site, as they are: what hosts and search engines look for there, and the logo.

use std::sync::Arc;

use super::output::{Output, OutputPage};
use crate::diag::Span;
use crate::page::Context;
use crate::parse::{STATIC_FOLDER, is_published, static_address};
use crate::site::{Body, SiteFile};

/// Everything in `content/static/`.
pub(super) const OUTPUT: Output = Output { name: "root-files", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let files = context.tree.below(STATIC_FOLDER).filter(|(id, _)| is_published(&context.tree, *id));
    let page = |file, path: &str| {
        let bytes = move |context: &Context| {
            Ok(context.tree.content(file).map_or_else(Vec::new, |content| content.bytes().to_vec()))
        };
        let path = static_address(path)?.to_owned();
        let owner = Some(Span::new(file, 0..0));
        Some(SiteFile { path, body: Body::Deferred(Arc::new(bytes)), template: None, owner })
    };
    files.filter_map(|(id, file)| page(id, &file.path)).collect()
}
