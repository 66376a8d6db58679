//! The words of the preview: its panel and its pages of problems speak the first language of the book. What is wrong is
//! said in English, as in the terminal, and is marked where that is another language.

use serde::Serialize;

use crate::config::Config;
use crate::direction;
use crate::render::{self, Messages, Words};
use crate::source::Tree;

/// With what the keys of these words begin.
pub(super) const PREFIX: &str = "preview-";

/// The words of the preview.
#[derive(Debug, Clone)]
pub struct PreviewWords(Words);

/// What the script of the panel says by itself.
#[derive(Debug, Serialize)]
struct OfPanel<'a> {
    language: &'a str,
    direction: &'static str,
    /// Whether what is in English has to be marked.
    is_translated: bool,
    title: &'a str,
    close: &'a str,
    show: &'a str,
    hide: &'a str,
    whole: &'a str,
    stale: &'a str,
    away: &'a str,
}

impl PreviewWords {
    /// Those of a book, as far as it can be read.
    pub(super) fn of(tree: &Tree, config: &Config, cache: &mut render::Cache) -> Self {
        Self(render::words_with(tree, config, PREFIX, cache))
    }

    /// Those of a book of which nothing could be read.
    pub(super) fn english() -> Self {
        Self::of(&Tree::default(), &Config::default(), &mut render::Cache::default())
    }

    pub(super) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.messages().get(key)
    }

    pub(super) fn messages(&self) -> &Messages {
        &self.0.messages
    }

    pub(super) fn language(&self) -> &str {
        &self.0.language
    }

    pub(super) fn direction(&self) -> &'static str {
        direction::dir(self.language()).unwrap_or("ltr")
    }

    /// What an element of English words says of them; nothing among words that are English, too.
    pub(super) fn of_english(&self) -> &'static str {
        if self.is_translated() { " lang=\"en\" dir=\"ltr\"" } else { "" }
    }

    fn is_translated(&self) -> bool {
        self.language().split('-').next() != Some("en")
    }

    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.messages().count(key, i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Where a problem is, in words.
    pub(super) fn place(&self, (line, column): (usize, usize)) -> String {
        let (line, column) = (line.to_string(), column.to_string());
        self.messages().with("preview-place", &[("line", &line), ("column", &column)])
    }

    /// As JSON, for the script of the panel.
    pub(super) fn json(&self) -> String {
        let words = OfPanel {
            language: self.language(),
            direction: self.direction(),
            is_translated: self.is_translated(),
            title: self.get("preview-title"),
            close: self.get("preview-close"),
            show: self.get("preview-show"),
            hide: self.get("preview-hide"),
            whole: self.get("preview-whole"),
            stale: self.get("preview-stale"),
            away: self.get("preview-away"),
        };
        serde_json::to_string(&words).unwrap_or_default()
    }
}
