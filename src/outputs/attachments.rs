//! Files that published texts refer to, as they are.

use super::output::{Output, OutputPage};
use crate::diag::Span;
use crate::page::Context;
use crate::site::{Body, SiteFile};

/// Pictures and PDFs.
pub(super) const OUTPUT: Output = Output { name: "attachments", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let attachments = context.published.plan.attachments.iter();
    let shown = attachments.filter(|attachment| !attachment.links.from.is_empty());
    let page = |file| {
        let bytes = move |context: &Context| {
            Ok(context.tree.content(file).map_or_else(Vec::new, |content| content.bytes().to_vec()))
        };
        Body::Deferred(Box::new(bytes))
    };
    shown
        .map(|attachment| SiteFile {
            path: attachment.document.address.clone(),
            body: page(attachment.document.file),
            template: None,
            owner: Some(Span::new(attachment.document.file, 0..0)),
        })
        .collect()
}
