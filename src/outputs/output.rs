//! What an output is, and the pages and files that it adds.

use std::sync::Arc;

use crate::diag::{Diagnostic, Span};
use crate::page::{Context, ViewBuilder};
use crate::route::Route;
use crate::site::{Body, SiteFile};

/// A file of the site, made from the context.
pub type OutputPage = SiteFile<Context>;

/// One kind of output: which files it adds.
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// The files.
    pub pages: fn(&Context) -> Vec<OutputPage>,
}

/// A page that is rendered when it is wanted: `view` fills the template.
pub(super) fn page<V: serde::Serialize>(
    route: Route,
    template: &'static str,
    owner: Option<Span>,
    view: impl Fn(&mut ViewBuilder<'_>) -> V + Send + Sync + 'static,
) -> OutputPage {
    let path = route.file();
    let render = move |context: &Context| {
        let mut builder = ViewBuilder::new(context, route.clone());
        let view = view(&mut builder);
        if let Some(problem) = builder.problem() {
            return Err(problem);
        }
        context.theme.page(template, &view, &context.tree).map(String::into_bytes)
    };
    SiteFile { path, body: Body::Deferred(Arc::new(render)), template: Some(template), owner }
}

/// A page of an edition or a language, as one of the whole site: it is made from the context of that part.
pub(super) fn of_part(
    page: OutputPage,
    part: impl Fn(&Context) -> Option<&Context> + Send + Sync + 'static,
) -> OutputPage {
    let body = match page.body {
        Body::Bytes(bytes) => Body::Bytes(bytes),
        Body::Deferred(make) => Body::Deferred(Arc::new(move |context: &Context| {
            // There is one for each part that pages were made of.
            part(context).map_or_else(|| Ok(Vec::new()), &*make)
        })),
    };
    OutputPage { body, ..page }
}

/// The bytes of a file, or why there are none.
pub(super) type Bytes = Result<Vec<u8>, Box<Diagnostic>>;

/// A file that is made when it is wanted, by something other than a template.
pub(super) fn file(path: String, make: impl Fn(&Context) -> Bytes + Send + Sync + 'static) -> OutputPage {
    SiteFile { path, body: Body::Deferred(Arc::new(make)), template: None, owner: None }
}

/// A file whose bytes already exist.
pub(super) fn bytes(path: String, bytes: Vec<u8>) -> OutputPage {
    SiteFile { path, body: Body::Bytes(bytes), template: None, owner: None }
}
