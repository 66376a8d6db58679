//! The pool of connections. It has a fixed number of slots; when all are taken, an idle connection is closed for a new one.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::under_way::{Share, UnderWay};

/// How many bytes the answers that are under way may hold together. A browser opens six connections, for pages of a few
/// megabytes at most.
const ANSWERS: usize = 32 << 20;
/// How long a new answer waits for slow readers before one of them is let go.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a connection is doing; those first make room first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Activity {
    /// It sends no request, or is slow with it.
    Waiting,
    /// It listens to events; a browser connects again by itself.
    Listening,
    /// It gets an answer.
    Answered,
}

/// All open connections.
pub(super) struct ConnectionPool {
    most: usize,
    connections: Mutex<Connections>,
    /// The answers that are made or sent now.
    pub(super) answers: UnderWay,
}

#[derive(Default)]
struct Connections {
    /// The connections by a number that grows with each change of what they do: the first has done so longest.
    by_age: BTreeMap<u64, (Activity, Arc<TcpStream>)>,
    newest: u64,
}

/// The slot of one connection. It is free again when this is dropped.
pub(super) struct Slot {
    pool: Arc<ConnectionPool>,
    number: u64,
    stream: Arc<TcpStream>,
}

impl ConnectionPool {
    pub(super) fn new(most: usize) -> Self {
        Self::with_answers(most, UnderWay::new(ANSWERS, PATIENCE))
    }

    /// With another limit on the bytes of answers.
    pub(super) fn with_answers(most: usize, answers: UnderWay) -> Self {
        Self { most, connections: Mutex::default(), answers }
    }

    /// Takes in a connection; closes another one if there is no free slot.
    pub(super) fn add(self: &Arc<Self>, stream: TcpStream) -> Slot {
        let stream = Arc::new(stream);
        let mut connections = self.connections();
        while connections.by_age.len() >= self.most.max(1) {
            connections.make_room();
        }
        let number = connections.add(Activity::Waiting, &stream);
        Slot { pool: Arc::clone(self), number, stream }
    }

    /// Closes one, because the machine has no room for more.
    pub(super) fn make_room(&self) {
        self.connections().make_room();
    }

    /// Closes all.
    pub(super) fn close_all(&self) {
        let mut connections = self.connections();
        while !connections.by_age.is_empty() {
            connections.make_room();
        }
    }

    fn connections(&self) -> MutexGuard<'_, Connections> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connections {
    fn add(&mut self, activity: Activity, stream: &Arc<TcpStream>) -> u64 {
        self.newest += 1;
        self.by_age.insert(self.newest, (activity, Arc::clone(stream)));
        self.newest
    }

    fn make_room(&mut self) {
        let first = self.by_age.iter().min_by_key(|(age, (activity, _))| (*activity, **age));
        let first = first.map(|(age, _)| *age);
        if let Some((_, stream)) = first.and_then(|age| self.by_age.remove(&age)) {
            // Its thread wakes, finds the connection closed and ends.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Slot {
    /// The connection.
    pub(super) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Room for one answer, which `make` makes, until `send` has sent it.
    pub(super) fn answer<T, R>(
        &self,
        make: impl FnOnce() -> T,
        length: impl FnOnce(&T) -> usize,
        send: impl FnOnce(T) -> R,
    ) -> R {
        let mut share: Share<'_> = self.pool.answers.begin();
        let answer = make();
        share.made(length(&answer), &self.stream);
        // It is let go before its share is.
        send(answer)
    }

    /// Says what the connection does now. `false` when it had to make room.
    pub(super) fn now(&mut self, activity: Activity) -> bool {
        let mut connections = self.pool.connections();
        if connections.by_age.remove(&self.number).is_none() {
            return false;
        }
        self.number = connections.add(activity, &self.stream);
        true
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.pool.connections().by_age.remove(&self.number);
    }
}
