//! What the style sheets of a book's own theme load from other sites.

use std::collections::BTreeSet;

use super::addresses::{Found, Use, addresses};
use crate::config::{Loaded, Security};
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::Tree;
use crate::web_address::origin;

/// Reports what the sheets below the folder of a theme ask for and browsers do not load; each address once in a file.
pub fn blocked(tree: &Tree, theme: &str, security: &Security) -> Vec<Diagnostic> {
    let sheets = tree.below(theme).filter(|(_, file)| file.path.ends_with(".css"));
    let texts = sheets.filter_map(|(file, _)| Some((file, tree.text(file)?)));
    texts.flat_map(|(file, css)| of_sheet(file, css, security)).collect()
}

fn of_sheet(file: FileId, css: &str, security: &Security) -> Vec<Diagnostic> {
    let mut known = BTreeSet::new();
    let found = addresses(css).into_iter().filter(|found| leads_elsewhere(&found.address));
    let blocked = found.filter(|found| !allows(security, found));
    blocked.filter(|found| known.insert(found.address.clone())).map(|found| problem(file, &found)).collect()
}

fn leads_elsewhere(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["http:", "https:", "//"].iter().any(|start| address.starts_with(start))
}

/// Whether the book allows it: other sites can be named for pictures, and not for style sheets and fonts.
fn allows(security: &Security, found: &Found) -> bool {
    found.loaded == Use::Picture && security.allows(Loaded::Image, &found.address)
}

fn problem(file: FileId, found: &Found) -> Diagnostic {
    let address = &found.address;
    let what = match found.loaded {
        Use::Sheet => "another style sheet",
        Use::Font => "a font",
        Use::Picture => "a picture",
    };
    let message = format!(
        "the style sheet asks for {what} at {address}, which the policy of the site does not let browsers load"
    );
    let help = match (found.loaded, origin(address)) {
        (Use::Picture, Some(origin)) => format!(
            "put the file into static/ of the theme and write `url(NAME)`, or allow the site: `{} = [\"{origin}\"]` below `[security]` in book.toml",
            Loaded::Image.key()
        ),
        (Use::Sheet, _) => "put the rules into a file in style/ of the theme: no other site can be allowed for this".to_owned(),
        _ => "put the file into static/ of the theme and write `url(NAME)`: no other site can be allowed for this".to_owned(),
    };
    Diagnostic::new(code::BLOCKED_BY_POLICY, Span::new(file, found.range.clone()), message).help(help)
}
