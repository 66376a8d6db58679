//! The search of a site: a page of its own in each language, and the files that its script loads.
//!
//! What can be found comes from the published plan alone, so a search knows nothing that no page says.

mod collection;
mod filters;
mod kinds;
mod opensearch;
mod page;
mod record_texts;
mod records;

pub(in crate::outputs) use filters::area;

use super::output::{Output, OutputPage, file};
use crate::config::OptionalOutput;
use crate::diag::{Diagnostic, code};
use crate::page::Context;
use crate::search::SearchFiles;

/// The page, once in each language.
pub(super) const PAGE: Output = Output { name: "search", pages: page::pages };

/// The files of which a script asks first, and what tells browsers and programs of the search.
pub(super) const FILES: Output = Output { name: "search-files", pages: files };

/// The folder of the files.
const FOLDER: &str = "search/";

fn files(context: &Context) -> Vec<OutputPage> {
    let of_language = languages(context).enumerate().flat_map(|(index, language)| {
        let base = language.base.as_str();
        let list = file(format!("{base}{FOLDER}list.js"), move |context| Ok(made(context)[index].script()));
        let json = file(format!("{base}search.json"), move |context| {
            let text = serde_json::to_vec_pretty(&made(context)[index].list);
            text.map_err(|error| Box::new(Diagnostic::placeless(code::TEMPLATE_ERROR, error.to_string())))
        });
        [list, json].into_iter().chain(opensearch::description(language))
    });
    of_language.collect()
}

/// The paths of what tells browsers of the search as soon as the address of the site is known.
pub(super) fn with_address(context: &Context) -> Vec<String> {
    let has_search = context.config.makes(OptionalOutput::Search);
    languages(context).filter(|_| has_search).map(opensearch::path).collect()
}

/// The plan in each language of the site, as the files are made.
fn languages(context: &Context) -> impl Iterator<Item = &Context> {
    std::iter::once(context).chain(&context.languages)
}

/// The files of each language, made when first asked for.
fn made(context: &Context) -> &[SearchFiles] {
    context
        .search_files(|context| collection::of_all_languages(context).iter().map(SearchFiles::of).collect())
}

/// The parts of the index, which no page names: their names say what is in them, so they are known when they are made.
pub fn search_parts(context: &Context) -> Vec<(String, &[u8])> {
    if !context.config.makes(OptionalOutput::Search) {
        return Vec::new();
    }
    let parts = languages(context).zip(made(context)).flat_map(|(language, files)| {
        let base = language.base.as_str();
        files.parts.iter().map(move |(name, bytes)| (format!("{base}{FOLDER}{name}.js"), bytes.as_slice()))
    });
    parts.collect()
}

/// One of them, for a site that is looked at while it is written.
pub fn search_part<'c>(context: &'c Context, path: &str) -> Option<&'c [u8]> {
    let (folder, name) = path.strip_suffix(".js")?.rsplit_once('/')?;
    if !context.config.makes(OptionalOutput::Search) {
        return None;
    }
    let at = languages(context)
        .position(|language| language.base.as_str() == folder.strip_suffix("search").unwrap_or("/"))?;
    let parts = &made(context).get(at)?.parts;
    let found = parts.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
    parts.get(found).map(|(_, bytes)| bytes.as_slice())
}

/// What a search in the terminal looks through: everything that the plan says to its audience.
pub fn collections(context: &Context) -> Vec<crate::search::Collection> {
    collection::of_all_languages(context)
}
