//! A book that is looked at while somebody types.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::{self, Book};
use crate::config::{self, Config};
use crate::date::Day;
use crate::diag::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::fix;
use crate::page::Context;
use crate::publish::{self, Options};
use crate::render;
use crate::report::Baseline;
use crate::source::{self, Look, Snapshot, Tree};
use crate::vocabulary::Audience;

/// How many pages a site has at most that are made when a file is opened or saved: about a second of work.
const MOST_PAGES: usize = 2_000;

/// What the server is started with.
pub struct Settings {
    /// What day it is for those who write these files.
    pub today: fn(&Tree) -> Day,
    /// The as-of date, when it is not today.
    pub as_of: Option<Day>,
}

/// How much of a book may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// Texts that are open.
    Texts,
    /// Files on the disk, too.
    Disk,
}

/// A book, its newest state and what makes the next cheap.
pub(super) struct OpenBook {
    /// The folder, as the editor names it.
    pub(super) root: PathBuf,
    snapshot: Snapshot,
    /// The list of old problems, as it is on the disk.
    baseline: Option<String>,
    read: build::Cache,
    theme: render::Cache,
    of_pages: PageProblems,
    checked: Option<Checked>,
    /// What the pages of the internal site say, which is made when somebody asks.
    pages: Option<Context>,
}

/// What was found in finished pages, which are made when files are opened and saved.
#[derive(Default)]
struct PageProblems {
    /// Of which files on which day.
    tree: Arc<Tree>,
    day: Option<Day>,
    problems: Vec<Diagnostic>,
}

/// The book as it was checked last.
pub(super) struct Checked {
    pub(super) tree: Arc<Tree>,
    /// What was wrong with the files themselves.
    found: Vec<Diagnostic>,
    pub(super) book: Book,
    /// What is wrong, sorted, without what is switched off or known.
    pub(super) problems: Vec<Diagnostic>,
    pub(super) today: Day,
}

impl OpenBook {
    /// Reads a book from the disk.
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let (snapshot, ..) = Snapshot::open(root, config::limits)?;
        Ok(Self {
            root: root.to_owned(),
            snapshot,
            baseline: None,
            read: build::Cache::default(),
            theme: render::Cache::default(),
            of_pages: PageProblems::default(),
            checked: None,
            pages: None,
        })
    }

    /// What was found last.
    pub(super) fn checked(&self) -> Option<&Checked> {
        self.checked.as_ref()
    }

    /// Checks the book with these texts over its files, as `planbook check` does for both audiences.
    pub(super) fn check(
        &mut self,
        over: &BTreeMap<String, Arc<str>>,
        extent: Extent,
        settings: &Settings,
    ) -> Result<(), Failure> {
        if extent == Extent::Disk {
            self.snapshot.refresh(Look::Metadata)?;
        }
        let (tree, found) = self.snapshot.overlaid(over);
        let today = settings.as_of.unwrap_or_else(|| (settings.today)(&tree));
        let mut book = build::read_with(&tree, found.clone(), today, &mut self.read);
        // A file that is opened as it was saved changes nothing.
        let is_made = self.of_pages.day == Some(today) && self.of_pages.tree == tree;
        if extent == Extent::Disk && !is_made {
            self.check_pages(&mut book, &tree, today)?;
        } else {
            book.report(self.of_pages.still_there(&tree));
        }
        if extent == Extent::Disk {
            let file = book.config.baseline.as_deref().map(|name| self.root.join(name));
            self.baseline = file.and_then(|file| source::read_sidecar(&file).ok().flatten());
        }
        let mut problems = std::mem::take(&mut book.diagnostics);
        problems.retain(|problem| problem.severity != Severity::Off);
        // A list that cannot be read hides nothing; `planbook check` says so.
        if let Some(baseline) = self.baseline.as_deref().and_then(|text| Baseline::read(text).ok()) {
            problems = baseline.compare(problems, &tree).new;
        }
        self.pages = None;
        self.checked = Some(Checked { tree, found, book, problems, today });
        Ok(())
    }

    fn check_pages(&mut self, book: &mut Book, tree: &Arc<Tree>, today: Day) -> Result<(), Failure> {
        let before = book.diagnostics.clone();
        for audience in [Audience::Public, Audience::Internal] {
            let options = Options { as_of: today, audience, base_url: None, repository: None };
            // The internal site has all pages of the public one, so there would be none of it either.
            if build::check_pages_with(book, tree, &options, &mut self.theme, MOST_PAGES)? {
                break;
            }
        }
        // What changes by itself in a sentence may be another number on each of the two sites.
        book.diagnostics.dedup_by(|next, kept| next.is_same_as(kept));
        // Both are sorted, and the second has all of the first.
        let mut before = before.iter().peekable();
        let of_pages = book.diagnostics.iter().filter(|problem| before.next_if_eq(problem).is_none());
        let problems = of_pages.cloned().collect();
        self.of_pages = PageProblems { tree: Arc::clone(tree), day: Some(today), problems };
        Ok(())
    }

    /// What the pages of the internal site say, if it was made.
    pub(super) fn pages(&self) -> Option<&Context> {
        self.pages.as_ref()
    }

    /// Makes what the pages of the internal site say of the book as it was checked last.
    pub(super) fn make_pages(&mut self) {
        if let Some(checked) = self.checked.as_ref().filter(|_| self.pages.is_none()) {
            self.pages = checked.pages(&mut self.theme);
        }
    }

    /// Whether the suggestion of a problem corrects it and does no harm.
    pub(super) fn is_certain(&mut self, problem: &Diagnostic) -> bool {
        let Some(checked) = &self.checked else { return false };
        problem.certain
            && fix::is_certain(&checked.tree, &checked.found, problem, checked.today, &mut self.read)
    }

    /// Forgets what was kept: after a failure within, it may be half of something.
    pub(super) fn forget(&mut self) {
        (self.read, self.theme, self.of_pages) = Default::default();
        (self.checked, self.pages) = (None, None);
    }
}

impl Checked {
    /// What the pages say, in the language of the book. Where its own theme cannot be used, in the words of ours.
    fn pages(&self, cache: &mut render::Cache) -> Option<Context> {
        let config = &self.book.config;
        let theme = render::load_with(&self.tree, config, cache).0.or_else(|| {
            let plain = Config { theme: Config::default().theme, ..config.clone() };
            render::load(&Tree::default(), &plain).0
        })?;
        let audience = Audience::Internal;
        let options = Options { as_of: self.today, audience, base_url: None, repository: None };
        let published = publish::publish(&self.book.views, &options);
        Some(Context::new(published, Vec::new(), theme, config.clone(), Arc::clone(&self.tree)))
    }
}

impl PageProblems {
    /// The problems that may still be there: of files that are as they were.
    fn still_there(&self, tree: &Tree) -> Vec<Diagnostic> {
        let now = |file| {
            let found = tree.find(self.tree.path(file))?;
            (tree.content(found) == self.tree.content(file)).then_some(found)
        };
        let moved = |problem: &Diagnostic| {
            let mut problem = problem.clone();
            let spans = problem.span.iter_mut().chain(problem.labels.iter_mut().map(|label| &mut label.span));
            for span in spans {
                span.file = now(span.file)?;
            }
            Some(problem)
        };
        self.problems.iter().filter_map(moved).collect()
    }
}
