//! How long something took, and how long a client may take. No page knows of it.

use std::time::{Duration, Instant};

/// This moment.
#[expect(clippy::disallowed_methods, reason = "deadlines of connections, and how long a rebuild took")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// A moment by which something must be done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// So much time from now.
    pub(super) fn after(time: Duration) -> Self {
        Self(now() + time)
    }

    /// The time that is left; nothing when it has passed.
    pub(super) fn left(self) -> Option<Duration> {
        self.0.checked_duration_since(now()).filter(|left| !left.is_zero())
    }
}
