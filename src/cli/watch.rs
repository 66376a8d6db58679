//! Who watches the stages of a command: the table of `--timings`, and the progress of long work in a terminal.

use std::io::IsTerminal as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::progress::{PATIENCE, Progress};
use super::timings::Timings;
use crate::stages::{self, Stage, Watcher};

/// What is known of a command that runs.
#[derive(Clone)]
pub(super) struct Watch {
    started: Instant,
    /// Until they are shown.
    timings: Arc<Mutex<Option<Timings>>>,
    progress: Option<Arc<Mutex<Progress>>>,
}

impl Watch {
    /// Begins to watch, if there is somebody to tell of it.
    #[expect(clippy::disallowed_methods, reason = "how long a stage takes changes nothing that is made")]
    pub(super) fn begin(timings: bool, progress: bool) -> Self {
        let progress = (progress && std::io::stderr().is_terminal()).then(Arc::default);
        let is_watched = timings || progress.is_some();
        let timings = Arc::new(Mutex::new(timings.then(Timings::default)));
        let watch = Self { started: Instant::now(), timings, progress };
        if is_watched {
            stages::watch(Box::new(watch.clone()));
        }
        if let Some(progress) = watch.progress.clone() {
            std::thread::spawn(move || {
                std::thread::sleep(PATIENCE);
                lock(&progress).is_long();
            });
        }
        watch
    }

    /// The table of the stages until now, if it is wanted. It is there once.
    pub(super) fn table(&self) -> Option<String> {
        let timings = lock(&self.timings).take()?;
        Some(timings.table(self.started.elapsed()))
    }
}

impl Watcher for Watch {
    fn begin(&self, stage: Stage) -> Duration {
        if let Some(progress) = &self.progress {
            lock(progress).begin(stage);
        }
        self.started.elapsed()
    }

    fn end(&self, stage: Stage, begun: Duration) {
        let took = self.started.elapsed().saturating_sub(begun);
        if let Some(timings) = &mut *lock(&self.timings) {
            timings.add(stage, took);
        }
        if let Some(progress) = &self.progress {
            lock(progress).end(stage);
        }
    }

    fn parts(&self, parts: usize) {
        if let Some(progress) = &self.progress {
            lock(progress).parts(parts);
        }
    }

    fn part_done(&self) {
        if let Some(progress) = &self.progress {
            lock(progress).part_done();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
