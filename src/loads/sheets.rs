//! What the style sheets of a book's own theme load from other sites.

use std::collections::BTreeSet;

use super::addresses::{Found, Use, addresses};
use super::report::{or_allow, shortened};
use super::wanted::{Directive, is_of_no_site, of_other_site};
use crate::config::{LoadedFrom, Security, permits};
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::Tree;

/// Reports what the sheets below the folder of a theme ask for and browsers do not load; each address once in a file.
pub fn blocked(tree: &Tree, theme: &str, security: &Security) -> Vec<Diagnostic> {
    let sheets = tree.below(theme).filter(|(_, file)| file.path.ends_with(".css"));
    let texts = sheets.filter_map(|(file, _)| Some((file, tree.text(file)?)));
    let policy = security.policy();
    texts.flat_map(|(file, css)| of_sheet(file, css, &policy)).collect()
}

fn of_sheet(file: FileId, css: &str, policy: &str) -> Vec<Diagnostic> {
    let mut known = BTreeSet::new();
    // All of these the site itself may have.
    let found = addresses(css).into_iter().filter(|found| leads_elsewhere(&found.address));
    let blocked =
        found.filter(|found| !permits(policy, directive(found.loaded), LoadedFrom::Address(&found.address)));
    blocked.filter(|found| known.insert(found.address.clone())).map(|found| problem(file, &found)).collect()
}

fn leads_elsewhere(address: &str) -> bool {
    of_other_site(address).is_some() || is_of_no_site(address)
}

/// By which directive of the policy something is loaded.
fn directive(loaded: Use) -> Directive {
    match loaded {
        Use::Sheet => "style-src",
        Use::Font => "font-src",
        Use::Picture => "img-src",
    }
}

fn problem(file: FileId, found: &Found) -> Diagnostic {
    let what = match found.loaded {
        Use::Sheet => "another style sheet",
        Use::Font => "a font",
        Use::Picture => "a picture",
    };
    let message = format!(
        "the style sheet asks for {what} at {}, which the policy of the site does not let browsers load",
        shortened(&found.address)
    );
    let here = match found.loaded {
        Use::Sheet => "put the rules into a file in style/ of the theme",
        Use::Font | Use::Picture => "put the file into static/ of the theme and write `url(NAME)`",
    };
    let help = or_allow(here, directive(found.loaded), &found.address);
    Diagnostic::new(code::BLOCKED_BY_POLICY, Span::new(file, found.range.clone()), message).help(help)
}
