//! Where the links of a page lead in its twin.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::text::TWIN;
use crate::markdown::path_from;

/// The paths of all twins of a site, once all its pages are known.
#[derive(Clone, Default)]
pub(in super::super) struct Places(Arc<OnceLock<BTreeSet<String>>>);

impl Places {
    /// Says which files the site has.
    pub(in super::super) fn set<'a>(&self, files: impl Iterator<Item = &'a str>) {
        self.0.get_or_init(|| files.filter(|file| file.ends_with(TWIN)).map(str::to_owned).collect());
    }

    fn has(&self, path: &str) -> bool {
        self.0.get().is_some_and(|places| places.contains(path))
    }
}

/// The links of one page.
pub(super) struct Addresses<'a> {
    /// Where it stands, from the root of the site.
    page: &'a str,
    /// None where a text stands outside of the site, so that only links to other sites lead anywhere.
    places: Option<&'a Places>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(page: &'a str, places: &'a Places) -> Self {
        Self { page, places: Some(places) }
    }

    /// For a text that stands outside of the site.
    pub(super) fn outside() -> Self {
        Self { page: "", places: None }
    }

    /// Where a link leads in the twin: to the twin of a page that has one, and else where it led. None for a place of the page
    /// itself.
    pub(super) fn of(&self, href: &str) -> Option<String> {
        let Some(places) = self.places else {
            return ["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| href.starts_with(scheme))
                .then(|| href.to_owned());
        };
        let end = href.find(['#', '?']).unwrap_or(href.len());
        let path = &href[..end];
        if path.is_empty() {
            return None;
        }
        let twin = path.strip_suffix("index.html").map(|folder| [folder, TWIN].concat());
        let place = |twin: &String| path_from(self.page, twin).is_some_and(|place| places.has(&place));
        // A fragment names a place of the page, which the twin has somewhere.
        let twin = twin.filter(|_| !href[end..].starts_with('?')).filter(place);
        Some(twin.unwrap_or_else(|| href.to_owned()))
    }
}
