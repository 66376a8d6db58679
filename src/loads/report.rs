//! The report of what pages cannot load.

use std::collections::{BTreeMap, BTreeSet};

use super::pages::Blocked;
use super::wanted::{Directive, of_other_site};
use crate::config::{Loaded, origin_of_one_site};
use crate::diag::{Code, Diagnostic, Span, and_others, code};
use crate::source::Tree;

/// What the pages of a site want and do not get: each with the first page that wants it, and how many there are.
#[derive(Debug, Default)]
pub struct BlockedLoads(BTreeMap<Blocked, (String, usize)>);

impl BlockedLoads {
    /// Adds what a page does not get.
    pub fn add(&mut self, page: &str, loads: Vec<Blocked>) {
        for load in BTreeSet::from_iter(loads) {
            let (first, count) = self.0.entry(load).or_insert_with(|| (page.to_owned(), 0));
            *count += 1;
            if page < first.as_str() {
                page.clone_into(first);
            }
        }
    }

    /// A problem for each, at its place in a template of the book.
    pub fn problems(&self, tree: &Tree) -> Vec<Diagnostic> {
        self.0.iter().map(|(blocked, (page, count))| one(blocked, page, *count, tree)).collect()
    }
}

fn one(blocked: &Blocked, page: &str, count: usize, tree: &Tree) -> Diagnostic {
    let others = and_others(count - 1);
    let verb = |one, many| if count == 1 { one } else { many };
    match blocked {
        Blocked::Address { what, address } => {
            let message = format!(
                "the page {page}{others} {} {}, which the policy of the site does not let browsers load",
                verb("asks for", "ask for"),
                shortened(address)
            );
            placed(code::BLOCKED_BY_POLICY, tree, address, message).help(instead(what, address))
        }
        Blocked::Inline(words) => {
            let message = format!(
                "the page {page}{others} {} a script that stands in the page, which the policy does not let browsers run",
                verb("has", "have")
            );
            placed(code::INLINE_CODE, tree, words, message).help("put the script into a file in static/ of the theme, and load it with `<script src=\"…\" defer></script>`")
        }
        Blocked::ByOwnPolicy => {
            let message = format!(
                "the page {page}{others} {} a content security policy that is not the one of the site",
                verb("has", "have")
            );
            placed(code::BLOCKED_BY_POLICY, tree, "Content-Security-Policy", message)
                .help("write `content=\"{{ site.policy_html | safe }}\"` in the template, as the built-in base.html does, and name other sites in `[security]` of book.toml")
        }
        Blocked::Nothing => {
            let message = format!(
                "the page {page}{others} {} no content security policy, so browsers would run any script in it",
                verb("has", "have")
            );
            placed(code::BLOCKED_BY_POLICY, tree, "<head>", message).help("write `<meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy_html | safe }}\">` into the `<head>` of the template, as the built-in base.html does")
        }
    }
}

/// What is done instead of loading something.
fn instead(what: Directive, address: &str) -> String {
    let here = match what {
        "media-src" => "link to the film or sound with `<a href=\"…\">`: no page plays one by itself",
        "object-src" => "show a picture with `<img>`, and link to other files with `<a href=\"…\">`",
        "manifest-src" | "base-uri" | "prefetch-src" => "remove it: the pages work without it",
        "form-action" => "link to the page that has the form: the pages of the site send none",
        "frame-src" => "link to it with `<a href=\"…\">`",
        "style-src" => "put the rules into a file in style/ of the theme",
        _ => "put the file into static/ of the theme",
    };
    or_allow(here, what, address)
}

/// What is done instead, and how the policy can allow what is not done.
pub(super) fn or_allow(here: &str, what: Directive, address: &str) -> String {
    let origin = of_other_site(address).as_deref().and_then(origin_of_one_site);
    match Loaded::of_directive(what).zip(origin) {
        Some((loaded, origin)) => format!(
            "{here}, or allow the site: `{} = [\"{origin}\"]` below `[security]` in book.toml",
            loaded.key()
        ),
        None if of_other_site(address).is_none() => here.to_owned(),
        None => format!("{here}; this address cannot be allowed"),
    }
}

/// An address as a message shows it: one that holds a whole file is long.
pub(super) fn shortened(address: &str) -> String {
    const ENOUGH: usize = 100;
    match address.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.to_owned(),
    }
}

/// A problem at the place in a template of the book that has these words.
fn placed(code: Code, tree: &Tree, words: &str, message: String) -> Diagnostic {
    let templates = tree.below("themes/").filter(|(_, file)| file.path.ends_with(".html"));
    // Markup writes the sign between two parameters in its own way.
    let in_markup = words.replace('&', "&amp;");
    let mut places = templates.filter_map(|(id, _)| {
        let text = tree.text(id)?;
        let (at, found) =
            [words, &in_markup].into_iter().find_map(|found| Some((text.find(found)?, found)))?;
        Some(Span::new(id, at..at + found.len()))
    });
    match places.next().filter(|_| !words.is_empty()) {
        Some(span) => Diagnostic::new(code, span, message),
        None => Diagnostic::placeless(code, message),
    }
}
