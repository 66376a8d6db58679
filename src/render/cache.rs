//! The theme as it was loaded, for the next time.
//!
//! A theme depends on its own files and on three settings. Templates take longer to read than a plan to put together.

use std::sync::Arc;

use super::theme::{self, Theme};
use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Span};
use crate::source::{File, Tree};

/// A loaded theme, kept by whoever makes the site again after a change.
#[derive(Default)]
pub struct Cache {
    held: Option<CachedTheme>,
}

struct CachedTheme {
    made_of: MadeOf,
    theme: Option<Theme>,
    problems: Vec<Diagnostic>,
}

/// All that a theme depends on.
#[derive(PartialEq)]
struct MadeOf {
    name: String,
    /// Where it was named, for the report that there is none.
    span: Option<Span>,
    languages: Vec<String>,
    first: FileId,
    files: Vec<Arc<File>>,
}

/// The theme that the book names, loaded again only when something that it depends on changed.
pub fn load_with(tree: &Tree, config: &Config, cache: &mut Cache) -> (Option<Theme>, Vec<Diagnostic>) {
    let (first, files) = tree.shared(&theme::folder(config));
    let made_of = MadeOf {
        name: config.theme.clone(),
        span: config.theme_span,
        languages: config.languages.clone(),
        first,
        files: files.to_vec(),
    };
    let held = match cache.held.take().filter(|held| held.made_of == made_of) {
        Some(held) => held,
        None => {
            let (theme, problems) = theme::load(tree, config);
            CachedTheme { made_of, theme, problems }
        }
    };
    let held = cache.held.insert(held);
    (held.theme.clone(), held.problems.clone())
}
