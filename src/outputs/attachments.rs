//! Files that published texts refer to, as they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::output::{Output, OutputPage};
use crate::diag::Span;
use crate::page::Context;
use crate::site::{Body, SiteFile};

/// Pictures and PDFs.
pub(super) const OUTPUT: Output = Output { name: "attachments", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    // The files of a book belong to all its plans, in all its languages: one may be named in a translation alone.
    let of_languages = std::iter::once(context).chain(&context.languages);
    let plans = of_languages.flat_map(|context| {
        let plan = &context.published.plan;
        std::iter::once(plan.as_ref()).chain(plan.editions.iter().map(|edition| edition.plan.as_ref()))
    });
    let named: BTreeSet<&str> = plans
        .flat_map(|plan| &plan.attachments)
        .filter(|attachment| !attachment.links.from.is_empty())
        .map(|attachment| attachment.document.path.as_str())
        .collect();
    let shown =
        plan.attachments.iter().filter(|attachment| named.contains(attachment.document.path.as_str()));
    let page = |file| {
        let bytes = move |context: &Context| {
            Ok(context.tree.content(file).map_or_else(Vec::new, |content| content.bytes().to_vec()))
        };
        Body::Deferred(Arc::new(bytes))
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
