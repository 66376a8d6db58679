//! The stages of a command, for those who watch it work: which one runs, and how far it is.
//!
//! Whoever does the work says when a stage begins and ends, and is told nothing: there is no clock here, and what comes out
//! is the same whether somebody watches or not. A watcher, if there is one, is that of the process.

use std::sync::OnceLock;
use std::time::Duration;

/// A stage. They are shown in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Bytes from the disk, or from Git.
    Read,
    /// Files to documents.
    Parse,
    /// Documents to plans.
    Assemble,
    /// What is true on a day.
    Facts,
    /// Lints.
    Check,
    /// Templates and messages.
    Theme,
    /// Which pages there are.
    Pages,
    /// Whether the old site may be replaced.
    OldSite,
    /// Which words stand where.
    Search,
    /// Pages to bytes, written as soon as they are made.
    Render,
    /// Links of the finished pages.
    Links,
    /// The new site in the place of the old one.
    Replace,
    /// Two states of a book.
    Compare,
    /// Numbers of a plan.
    Count,
    /// A browser at work.
    Print,
}

impl Stage {
    /// What it does, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read the files",
            Self::Parse => "parse the records",
            Self::Assemble => "connect the records",
            Self::Facts => "work out statuses and dates",
            Self::Check => "check the plan",
            Self::Theme => "load the theme",
            Self::Pages => "list the pages",
            Self::OldSite => "check the old site",
            Self::Search => "index the words",
            Self::Render => "make the pages",
            Self::Links => "check the links",
            Self::Replace => "replace the old site",
            Self::Compare => "compare",
            Self::Count => "count",
            Self::Print => "print",
        }
    }
}

/// Who watches.
pub trait Watcher: Send + Sync {
    /// A stage begins. What is returned comes back at its end.
    fn begin(&self, stage: Stage) -> Duration;
    /// A stage that began at `begun` ends.
    fn end(&self, stage: Stage, begun: Duration);
    /// The stage that runs has so many parts.
    fn parts(&self, parts: usize);
    /// One of them is done.
    fn part_done(&self);
}

static WATCHER: OnceLock<Box<dyn Watcher>> = OnceLock::new();

/// Lets somebody watch from now on. Only the first one can.
pub fn watch(watcher: Box<dyn Watcher>) {
    let _ = WATCHER.set(watcher);
}

/// A stage that runs until this is dropped.
#[must_use]
pub struct Running {
    stage: Stage,
    begun: Duration,
}

/// A stage begins.
pub fn begin(stage: Stage) -> Running {
    let begun = WATCHER.get().map_or(Duration::ZERO, |watcher| watcher.begin(stage));
    Running { stage, begun }
}

/// A stage that is one call.
pub fn run<T>(stage: Stage, work: impl FnOnce() -> T) -> T {
    let _running = begin(stage);
    work()
}

impl Running {
    /// Says that it has so many parts.
    pub fn parts(&self, parts: usize) {
        if let Some(watcher) = WATCHER.get() {
            watcher.parts(parts);
        }
    }

    /// Says that one of them is done, on any thread.
    pub fn part_done(&self) {
        if let Some(watcher) = WATCHER.get() {
            watcher.part_done();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(watcher) = WATCHER.get() {
            watcher.end(self.stage, self.begun);
        }
    }
}
