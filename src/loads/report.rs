//! The report of what pages cannot load.

use std::collections::{BTreeMap, BTreeSet};

use super::pages::Blocked;
use super::wanted::{What, of_other_site};
use crate::diag::{Code, Diagnostic, Severity, Span, code};
use crate::source::Tree;
use crate::web_address::origin;

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
    let others = match count - 1 {
        0 => String::new(),
        1 => " and one other".to_owned(),
        others => format!(" and {others} others"),
    };
    let verb = |one, many| if count == 1 { one } else { many };
    match blocked {
        Blocked::Address { what, address } => {
            let message = format!(
                "the page {page}{others} {} {address}, which the policy of the site does not let browsers load",
                verb("asks for", "ask for")
            );
            placed(code::BLOCKED_BY_POLICY, tree, address, message).help(instead(*what, address))
        }
        Blocked::Inline(words) => {
            let message = format!(
                "the page {page}{others} {} a script that stands in the page, which the policy does not let browsers run",
                verb("has", "have")
            );
            // `theme check` has an error for it. A book with such a theme was built until now.
            let problem = placed(code::INLINE_CODE, tree, words, message);
            Diagnostic { severity: Severity::Warning, ..problem }.help("put the script into a file in static/ of the theme, and load it with `<script src=\"…\" defer></script>`")
        }
        Blocked::ByOwnPolicy => {
            let message = format!(
                "the page {page}{others} {} a policy that is not the one of `[security]` in book.toml",
                verb("has", "have")
            );
            placed(code::BLOCKED_BY_POLICY, tree, "Content-Security-Policy", message)
                .help("write `content=\"{{ site.policy_html | safe }}\"` in the template, as the built-in base.html does")
        }
    }
}

/// What is done instead of loading something from another site.
fn instead(what: What, address: &str) -> String {
    let origin = of_other_site(address).and_then(|address| origin(&address));
    match what.zip(origin) {
        Some((loaded, origin)) => format!(
            "put the file into static/ of the theme, or allow the site: `{} = [\"{origin}\"]` below `[security]` in book.toml",
            loaded.key()
        ),
        None => "put the file into static/ of the theme: no other site can be allowed for this".to_owned(),
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
