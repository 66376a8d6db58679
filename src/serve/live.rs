//! The generation that is current, and those who wait for the next.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::generation::{Generation, ReloadKind};

/// How many changes are remembered, for who missed some.
const REMEMBERED: usize = 100;

/// The current generation.
#[derive(Default)]
pub struct Live {
    state: Mutex<LiveState>,
    bell: Condvar,
}

#[derive(Default)]
struct LiveState {
    current: Option<Arc<Generation>>,
    changes: VecDeque<(u64, ReloadKind)>,
    over: bool,
}

/// What one who waits gets.
pub(super) enum News {
    /// A newer generation, and the text of its event.
    Generation(u64, String),
    /// Nothing happened.
    Quiet,
    /// The server stops.
    Over,
}

impl Live {
    /// Makes a generation the current one. Returns the one before, which may take a while to be taken apart.
    pub(super) fn publish(&self, generation: Generation) -> Option<Arc<Generation>> {
        let mut state = self.state();
        state.changes.push_back((generation.number, generation.change));
        if state.changes.len() > REMEMBERED {
            state.changes.pop_front();
        }
        let before = state.current.replace(Arc::new(generation));
        drop(state);
        self.bell.notify_all();
        before
    }

    /// The current generation; waits for the first. `None` when the server stops.
    pub fn current(&self) -> Option<Arc<Generation>> {
        let mut state = self.state();
        while state.current.is_none() && !state.over {
            state = self.bell.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.over { None } else { state.current.clone() }
    }

    /// Waits for a generation that is not `seen`. What has changed is reported since `missed`, or else since `seen`.
    pub(super) fn news(&self, seen: Option<u64>, missed: Option<u64>, patience: Duration) -> News {
        let state = self.state();
        let nothing_new = |state: &mut LiveState| {
            let current = state.current.as_ref().map(|generation| generation.number);
            !state.over && (current.is_none() || current == seen)
        };
        let (state, _) = self
            .bell
            .wait_timeout_while(state, patience, nothing_new)
            .unwrap_or_else(PoisonError::into_inner);
        match &state.current {
            _ if state.over => News::Over,
            Some(current) if Some(current.number) != seen => News::Generation(
                current.number,
                event(current, change_since(&state.changes, missed.or(seen), current)),
            ),
            _ => News::Quiet,
        }
    }

    /// Wakes all who wait, for the last time.
    pub(super) fn end(&self) {
        self.state().over = true;
        self.bell.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, LiveState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All changes that a client missed, as one.
fn change_since(
    changes: &VecDeque<(u64, ReloadKind)>,
    seen: Option<u64>,
    current: &Generation,
) -> ReloadKind {
    let Some(seen) = seen else { return current.change };
    // A number that is not remembered is very old, or of another run of the server.
    if !changes.iter().any(|(number, _)| *number == seen) {
        return ReloadKind::Page;
    }
    let missed = changes.iter().filter(|(number, _)| *number > seen).map(|(_, change)| *change);
    missed.reduce(ReloadKind::and).unwrap_or(current.change)
}

fn event(generation: &Generation, change: ReloadKind) -> String {
    let number = generation.number;
    let data = serde_json::json!({
        "run": std::process::id(),
        "generation": number,
        "change": change.word(),
        "errors": generation.errors(),
        "warnings": generation.warnings(),
    });
    format!("id: {number}\nretry: 500\nevent: generation\ndata: {data}\n\n")
}
