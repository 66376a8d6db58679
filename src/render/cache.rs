//! The theme as it was loaded, for the next time.
//!
//! A theme depends on its own files and on three settings. Templates take longer to read than a plan to put together.

use std::sync::Arc;

use super::Messages;
use super::theme::{self, Theme};
use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Span};
use crate::language_marks::has_marks;
use crate::source::{File, Tree};

/// A loaded theme, kept by whoever makes the site again after a change.
#[derive(Default)]
pub struct Cache {
    held: Option<CachedTheme>,
    words: Option<(MadeOf, Words)>,
}

/// Some of the words of the interface, all in one language.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The language.
    pub language: String,
    /// The words.
    pub messages: Arc<Messages>,
}

struct CachedTheme {
    made_of: MadeOf,
    theme: Option<Theme>,
    problems: Vec<Diagnostic>,
}

/// All that a theme depends on.
#[derive(Clone, PartialEq)]
struct MadeOf {
    name: String,
    /// Where it was named, for the report that there is none.
    span: Option<Span>,
    languages: Vec<String>,
    first: FileId,
    files: Vec<Arc<File>>,
}

impl MadeOf {
    fn of(tree: &Tree, config: &Config) -> Self {
        let (first, files) = tree.shared(&theme::folder(config));
        Self {
            name: config.theme.clone(),
            span: config.theme_span,
            languages: config.languages.clone(),
            first,
            files: files.to_vec(),
        }
    }
}

/// The words whose keys begin so, in the first language of the book, or in English where not all of them are in that. They
/// are there also for a book whose theme cannot be used.
pub fn words_with(tree: &Tree, config: &Config, prefix: &str, cache: &mut Cache) -> Words {
    let made_of = MadeOf::of(tree, config);
    let held = match cache.words.take().filter(|(held, _)| *held == made_of) {
        Some(held) => held,
        None => (made_of, words(tree, config, prefix)),
    };
    cache.words.insert(held).1.clone()
}

fn words(tree: &Tree, config: &Config, prefix: &str) -> Words {
    let own = theme::words(tree, config, config.language());
    let has_all = own.keys().filter(|key| key.starts_with(prefix)).all(|key| !has_marks(own.get(key)));
    let (language, messages) = match has_all {
        true => (config.language(), own),
        false => ("en", theme::words(tree, config, "en")),
    };
    Words { language: language.to_owned(), messages: Arc::new(messages) }
}

/// The theme that the book names, loaded again only when something that it depends on changed.
pub fn load_with(tree: &Tree, config: &Config, cache: &mut Cache) -> (Option<Theme>, Vec<Diagnostic>) {
    let made_of = MadeOf::of(tree, config);
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
