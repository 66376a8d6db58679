//! Who is connected. There is room for so many; when it is full, who does nothing makes room for who comes.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a connection is doing; those first make room first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doing {
    /// It sends no request, or is slow with it.
    Waiting,
    /// It listens to events; a browser connects again by itself.
    Listening,
    /// It gets an answer.
    Answered,
}

/// All connections.
pub(super) struct Crowd {
    most: usize,
    members: Mutex<Members>,
}

#[derive(Default)]
struct Members {
    /// The connections by a number that grows with each change of what they do: the first has done so longest.
    by_age: BTreeMap<u64, (Doing, Arc<TcpStream>)>,
    newest: u64,
}

/// The place of one connection. It is free again when this is dropped.
pub(super) struct Seat {
    crowd: Arc<Crowd>,
    number: u64,
    stream: Arc<TcpStream>,
}

impl Crowd {
    pub(super) fn new(most: usize) -> Self {
        Self { most, members: Mutex::default() }
    }

    /// Takes a connection in.
    pub(super) fn join(self: &Arc<Self>, stream: TcpStream) -> Seat {
        let stream = Arc::new(stream);
        let mut members = self.members();
        while members.by_age.len() >= self.most.max(1) {
            members.make_room();
        }
        let number = members.add(Doing::Waiting, &stream);
        Seat { crowd: Arc::clone(self), number, stream }
    }

    /// Closes one, because the machine has no room for more.
    pub(super) fn make_room(&self) {
        self.members().make_room();
    }

    /// Closes all.
    pub(super) fn leave(&self) {
        let mut members = self.members();
        while !members.by_age.is_empty() {
            members.make_room();
        }
    }

    fn members(&self) -> MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Members {
    fn add(&mut self, doing: Doing, stream: &Arc<TcpStream>) -> u64 {
        self.newest += 1;
        self.by_age.insert(self.newest, (doing, Arc::clone(stream)));
        self.newest
    }

    fn make_room(&mut self) {
        let first = self.by_age.iter().min_by_key(|(age, (doing, _))| (*doing, **age));
        let first = first.map(|(age, _)| *age);
        if let Some((_, stream)) = first.and_then(|age| self.by_age.remove(&age)) {
            // Its thread wakes, finds the connection closed and ends.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Seat {
    /// The connection.
    pub(super) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Says what the connection does now. `false` when it had to make room.
    pub(super) fn now(&mut self, doing: Doing) -> bool {
        let mut members = self.crowd.members();
        if members.by_age.remove(&self.number).is_none() {
            return false;
        }
        self.number = members.add(doing, &self.stream);
        true
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.crowd.members().by_age.remove(&self.number);
    }
}
