//! What is to be looked at again, and when: at once for the save of a file or two, and when all is quiet for a change of
//! many files, so that another branch is not shown half.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::clock;

/// A save is over after this time: an editor may write a copy and rename it.
const SAVE: Duration = Duration::from_millis(2);
/// As many files at most are taken for one save.
const SAVED_AT_ONCE: usize = 3;
/// A change of many files is over when nothing happened for this time …
const QUIET: Duration = Duration::from_millis(50);
/// … or when it has gone on for this time.
const LONGEST: Duration = Duration::from_millis(500);

/// Where to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PendingLook {
    /// These files only.
    Files(Vec<PathBuf>),
    /// All files, by what the folder says of them.
    Metadata,
    /// All files, by what is in them.
    Content,
}

/// How often all files are looked at when nothing was heard.
#[derive(Debug, Clone, Copy)]
pub(super) struct PollIntervals {
    /// By what the folder says of them.
    pub(super) metadata: Duration,
    /// By what is in them.
    pub(super) content: Duration,
}

/// What was heard and not looked at yet.
pub(super) struct Pending {
    state: Mutex<PendingState>,
    bell: Condvar,
}

struct PendingState {
    heard: Option<Heard>,
    /// A look at all files is due, when nothing has been heard since.
    scan: Option<Instant>,
    last_metadata: Instant,
    last_content: Instant,
    over: bool,
}

struct Heard {
    files: BTreeSet<PathBuf>,
    /// Something happened whose files are not known.
    more: bool,
    first: Instant,
    last: Instant,
}

enum Next {
    Now(Option<PendingLook>),
    Later(Duration),
}

impl Pending {
    pub(super) fn new() -> Self {
        let now = clock::now();
        let state =
            PendingState { heard: None, scan: None, last_metadata: now, last_content: now, over: false };
        Self { state: Mutex::new(state), bell: Condvar::new() }
    }

    /// Something happened to these files, or, when there are none, to files that nobody named.
    pub(super) fn hear(&self, paths: Vec<PathBuf>) {
        let now = clock::now();
        let mut state = self.state();
        let heard =
            state.heard.get_or_insert(Heard { files: BTreeSet::new(), more: false, first: now, last: now });
        heard.last = now;
        heard.more |= paths.is_empty();
        // One more than are looked at singly is enough to know that they are many.
        let room = (SAVED_AT_ONCE + 1).saturating_sub(heard.files.len());
        heard.files.extend(paths.into_iter().take(room));
        drop(state);
        self.bell.notify_all();
    }

    /// Lets [`next`](Self::next) return nothing from now on.
    pub(super) fn end(&self) {
        self.state().over = true;
        self.bell.notify_all();
    }

    /// Waits until something is to be looked at. `None` at the end.
    pub(super) fn next(&self, intervals: PollIntervals) -> Option<PendingLook> {
        let mut state = self.state();
        loop {
            match state.next(clock::now(), intervals) {
                Next::Now(look) => return look,
                Next::Later(time) => {
                    let waited = self.bell.wait_timeout(state, time);
                    state = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, PendingState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PendingState {
    fn next(&mut self, now: Instant, intervals: PollIntervals) -> Next {
        if self.over {
            return Next::Now(None);
        }
        if let Some(heard) = &self.heard {
            let few = !heard.more && heard.files.len() <= SAVED_AT_ONCE;
            let due = if few { heard.first + SAVE } else { (heard.last + QUIET).min(heard.first + LONGEST) };
            if due > now {
                return Next::Later(due - now);
            }
            let files = self.heard.take().map(|heard| heard.files).unwrap_or_default();
            if few {
                self.scan = Some(now + QUIET);
                return Next::Now(Some(PendingLook::Files(files.into_iter().collect())));
            }
            return self.look(now, PendingLook::Metadata);
        }
        if self.scan.is_some_and(|due| due <= now) {
            return self.look(now, PendingLook::Metadata);
        }
        let content = self.last_content + intervals.content;
        if content <= now {
            return self.look(now, PendingLook::Content);
        }
        let metadata = self.last_metadata + intervals.metadata;
        if metadata <= now {
            return self.look(now, PendingLook::Metadata);
        }
        let due = content.min(metadata).min(self.scan.unwrap_or(content));
        Next::Later(due - now)
    }

    fn look(&mut self, now: Instant, look: PendingLook) -> Next {
        self.scan = None;
        self.last_metadata = now;
        if look == PendingLook::Content {
            self.last_content = now;
        }
        Next::Now(Some(look))
    }
}
