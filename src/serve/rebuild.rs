//! From a change of files to a generation.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::generation::{Generation, ReloadKind, only_sheets_differ};
use super::pending::PendingLook;
use super::reread::Reread;
use super::shown::Shown;
use super::words::PreviewWords;
use super::{Settings, clock};
use crate::diag::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::publish::{AudienceViews, Options};
use crate::source::{SETTINGS, Tree};
use crate::{build, render};

/// Keeps what makes the next generation cheap.
pub(super) struct Rebuild {
    settings: Arc<Settings>,
    root: PathBuf,
    files: Reread,
    read: build::Cache,
    theme: render::Cache,
    number: u64,
    today: crate::date::Day,
    trouble: Option<String>,
    /// What is not needed any more. To take it apart takes a while, which nobody has to wait for.
    leftover: Option<AudienceViews>,
    /// Whether the newest state of the files has no generation yet.
    due: bool,
    /// Whether the book could not be read the last time.
    unread: bool,
}

impl Rebuild {
    /// Reads the book.
    pub(super) fn open(settings: Arc<Settings>, root: PathBuf) -> Result<Self, Failure> {
        let files = Reread::open(&root)?;
        let today = (settings.today)(&files.last().0);
        Ok(Self {
            settings,
            root,
            files,
            read: build::Cache::default(),
            theme: render::Cache::default(),
            number: 0,
            today,
            trouble: None,
            leftover: None,
            due: true,
            unread: false,
        })
    }

    /// Looks at the files, and makes a generation when something is different from `before`. Says how long it took.
    pub(super) fn next(
        &mut self,
        look: &PendingLook,
        before: Option<&Generation>,
    ) -> Option<(Generation, Duration)> {
        let begun = clock::now();
        let made = catch_unwind(AssertUnwindSafe(|| self.look(look, before))).unwrap_or_else(|_| {
            // What was kept may be half of something.
            (self.read, self.theme) = Default::default();
            self.due = false;
            let sentence =
                "planbook failed: this is an error in planbook; see the terminal, and please report it";
            self.refused(sentence.to_owned(), before)
        });
        made.map(|generation| (generation, begun.elapsed()))
    }

    /// Lets go what is not needed any more.
    pub(super) fn tidy(&mut self) {
        self.leftover = None;
    }

    fn look(&mut self, look: &PendingLook, before: Option<&Generation>) -> Option<Generation> {
        match self.files.refresh(look) {
            Err(failure) => {
                self.unread = true;
                return self.refused(failure_in_words(&failure), before);
            }
            Ok(different) => self.due |= std::mem::take(&mut self.unread) | different,
        }
        let today = (self.settings.today)(&self.files.last().0);
        if !self.due && today == self.today {
            return None;
        }
        self.today = today;
        let generation = self.made(before);
        (self.due, self.trouble) = (false, None);
        Some(generation)
    }

    /// The generation of the files as they are now.
    fn made(&mut self, before: Option<&Generation>) -> Generation {
        let (tree, found) = self.files.last();
        let mut book = build::read_with(&tree, found, self.today, &mut self.read);
        let options = Options {
            as_of: self.settings.as_of.unwrap_or(self.today),
            audience: self.settings.audience,
            base_url: self.settings.base_url.clone(),
            repository: self.settings.repository.clone(),
        };
        let site =
            build::site_with(&mut book, &tree, &options, &mut self.theme).filter(|_| !book.has_errors());
        let last = before.and_then(|before| before.shown.clone());
        let stale = site.is_none();
        let unchanged = last.as_ref().is_some_and(|last| last.today == self.today && last.tree == tree);
        let shown = match site {
            Some((context, site)) if !unchanged => {
                Some(Arc::new(Shown::new(context, site, Arc::clone(&tree), self.today)))
            }
            _ => last,
        };
        let editor = self.settings.editor.clone().unwrap_or_else(|| book.config.editor.clone());
        let words = self.words(&book, &tree, before);
        self.leftover = Some(book.views);
        let mut problems = book.diagnostics;
        problems.retain(|problem| problem.severity != Severity::Off);
        self.number += 1;
        let mut generation = Generation {
            number: self.number,
            change: ReloadKind::Page,
            tree,
            problems,
            trouble: None,
            stale: stale && shown.is_some(),
            shown,
            editor: Some(editor).filter(|editor| editor != "none"),
            root: self.root.clone(),
            words,
        };
        generation.change = change(before, &generation);
        generation
    }

    /// The generation of a book that could not be read: the last one, with what the machine said.
    fn refused(&mut self, trouble: String, before: Option<&Generation>) -> Option<Generation> {
        if self.trouble.as_ref() == Some(&trouble) {
            return None;
        }
        self.trouble = Some(trouble.clone());
        self.number += 1;
        let shown = before.and_then(|before| before.shown.clone());
        Some(Generation {
            number: self.number,
            change: if shown.is_some() { ReloadKind::Problems } else { ReloadKind::Page },
            tree: before.map(|before| Arc::clone(&before.tree)).unwrap_or_default(),
            problems: Vec::new(),
            trouble: Some(trouble),
            stale: shown.is_some(),
            shown,
            editor: before.and_then(|before| before.editor.clone()),
            root: self.root.clone(),
            words: before.map_or_else(PreviewWords::english, |before| before.words.clone()),
        })
    }

    /// The words of the preview. Settings that are not right may not say which language that is, so they stay as they were.
    fn words(&mut self, book: &build::Book, tree: &Tree, before: Option<&Generation>) -> PreviewWords {
        let of_settings = |problem: &Diagnostic| {
            let own = problem.span.is_some_and(|span| tree.path(span.file) == SETTINGS);
            own && problem.severity == Severity::Error
        };
        match before.filter(|_| book.diagnostics.iter().any(of_settings)) {
            Some(before) => before.words.clone(),
            None => PreviewWords::of(tree, &book.config, &mut self.theme),
        }
    }
}

/// What is different for who looks at the site.
fn change(before: Option<&Generation>, now: &Generation) -> ReloadKind {
    let (Some(before), Some(new)) = (before, &now.shown) else { return ReloadKind::Page };
    let Some(old) = &before.shown else { return ReloadKind::Page };
    if Arc::ptr_eq(old, new) {
        return ReloadKind::Problems;
    }
    let style =
        old.today == new.today && before.same_problems(now) && only_sheets_differ(&old.tree, &new.tree);
    if style { ReloadKind::Style } else { ReloadKind::Page }
}

/// The sentence and what the system says, in one.
fn failure_in_words(failure: &Failure) -> String {
    let mut text = failure.to_string();
    let mut cause = std::error::Error::source(failure);
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}
