//! The answers that are made or sent now, and how many bytes they hold. Who reads slowly keeps an answer in memory, so that
//! without a limit memory would grow with the number of readers.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::clock::Deadline;

/// How many answers are made at once: each is in memory before its length is known.
pub(super) const MAKERS: usize = 4;

/// The answers that are under way.
pub(super) struct UnderWay {
    most: usize,
    patience: Duration,
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    making: usize,
    bytes: usize,
    /// Those that are sent, the oldest first, and how long each may take while others wait.
    sent: BTreeMap<u64, (Deadline, Arc<TcpStream>)>,
    newest: u64,
}

/// The part of the room that one answer takes. It is free again when this is dropped.
pub(super) struct Share<'a> {
    under_way: &'a UnderWay,
    /// The number of the answer and its bytes, when it is made.
    sent: Option<(u64, usize)>,
}

impl UnderWay {
    /// Room for answers of `most` bytes together. Who has read for longer than `patience` is let go when others wait for room.
    pub(super) fn new(most: usize, patience: Duration) -> Self {
        Self { most, patience, state: Mutex::default(), bell: Condvar::new() }
    }

    /// Waits until an answer may be made.
    pub(super) fn begin(&self) -> Share<'_> {
        let mut state = self.wait_for(|state| state.making < MAKERS, |state| state.bytes < self.most);
        state.making += 1;
        Share { under_way: self, sent: None }
    }

    /// Waits until a maker is free and there is room. Makers end by themselves; readers may have to be let go.
    fn wait_for(
        &self,
        free: impl Fn(&State) -> bool,
        room: impl Fn(&State) -> bool,
    ) -> MutexGuard<'_, State> {
        let mut state = self.state();
        while !(free(&state) && room(&state)) {
            let pause = if room(&state) { None } else { state.let_go() };
            state = match pause {
                Some(pause) => self.bell.wait_timeout(state, pause).unwrap_or_else(PoisonError::into_inner).0,
                None => self.bell.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
        state
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Lets the oldest reader go if its time is over; its thread wakes, finds the connection closed and gives its share
    /// back. How long it still has, or `None` when that share is what to wait for.
    ///
    /// Each reader's time runs from its own beginning, so that readers who came together are let go together: who waits
    /// behind many of them waits hardly longer than behind one.
    fn let_go(&mut self) -> Option<Duration> {
        let oldest = self.sent.first_entry()?;
        if let Some(left) = oldest.get().0.left() {
            return Some(left);
        }
        let _ = oldest.remove().1.shutdown(Shutdown::Both);
        None
    }
}

impl Share<'_> {
    /// Says how long the answer is, and waits until there is room for it beside the others. One that is longer than all the
    /// room is sent alone.
    pub(super) fn made(&mut self, bytes: usize, stream: &Arc<TcpStream>) {
        let under_way = self.under_way;
        let most = under_way.most;
        let fits = |state: &State| state.bytes == 0 || state.bytes.saturating_add(bytes) <= most;
        let mut state = under_way.wait_for(|_| true, fits);
        state.making -= 1;
        state.bytes += bytes;
        state.newest += 1;
        let number = state.newest;
        state.sent.insert(number, (Deadline::after(under_way.patience), Arc::clone(stream)));
        self.sent = Some((number, bytes));
        drop(state);
        under_way.bell.notify_all();
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut state = self.under_way.state();
        match self.sent {
            Some((number, bytes)) => {
                state.bytes -= bytes;
                state.sent.remove(&number);
            }
            None => state.making -= 1,
        }
        drop(state);
        self.under_way.bell.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::{TcpListener, TcpStream};
    use std::sync::{Arc, Mutex, Weak};
    use std::time::Duration;

    use super::super::Live;
    use super::super::connection::{Service, handle};
    use super::super::connection_pool::ConnectionPool;
    use super::super::request::HttpRequest;
    use super::super::response::Response;
    use super::{MAKERS, UnderWay};

    /// Answers with as many bytes as the path says, and counts which answers are still in memory.
    #[derive(Default)]
    struct Counted {
        live: Live,
        made: Mutex<Vec<Weak<[u8]>>>,
        count: Mutex<usize>,
        peak: Mutex<usize>,
    }

    impl Service for Counted {
        fn answer(&self, request: &HttpRequest) -> Option<Response> {
            let length = request.path[1..].parse().unwrap();
            let bytes: Arc<[u8]> = vec![b'x'; length].into();
            let mut made = self.made.lock().unwrap();
            made.push(Arc::downgrade(&bytes));
            made.retain(|answer| answer.strong_count() > 0);
            let held: usize = made.iter().filter_map(Weak::upgrade).map(|answer| answer.len()).sum();
            let mut peak = self.peak.lock().unwrap();
            *peak = held.max(*peak);
            *self.count.lock().unwrap() += 1;
            Some(Response::new(200, "text/plain", bytes))
        }

        fn trouble(&self, sentence: &str) {
            panic!("{sentence}");
        }

        fn live(&self) -> &Live {
            &self.live
        }
    }

    /// Readers that ask and never read, then one that reads. How many bytes of answers were held at most.
    fn peak(readers: usize, length: usize, most: usize) -> usize {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let pool = Arc::new(ConnectionPool::with_answers(256, UnderWay::new(most, Duration::ZERO)));
        let service = Arc::new(Counted::default());
        let ask = || {
            let mut client = TcpStream::connect(address).unwrap();
            let slot = pool.add(listener.accept().unwrap().0);
            let served = Arc::clone(&service);
            let thread = std::thread::spawn(move || handle(slot, &*served));
            write!(client, "GET /{length} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
            (client, thread)
        };
        let slow: Vec<_> = (0..readers).map(|_| ask()).collect();
        // Each gets its turn, because one that does not read is let go for it.
        while *service.count.lock().unwrap() < readers || pool.answers.state().making > 0 {
            std::thread::yield_now();
        }
        let (mut client, thread) = ask();
        let mut answer = Vec::new();
        client.read_to_end(&mut answer).unwrap();
        thread.join().unwrap();
        assert!(answer.len() > length && answer.starts_with(b"HTTP/1.1 200 "), "{}", answer.len());
        for (client, thread) in slow {
            drop(client);
            thread.join().unwrap();
        }
        let state = pool.answers.state();
        assert_eq!((state.making, state.bytes, state.sent.len()), (0, 0, 0), "all give back what they had");
        *service.peak.lock().unwrap()
    }

    #[test]
    fn readers_that_take_their_answers_slowly_hold_a_bounded_number_of_bytes() {
        const MIB: usize = 1 << 20;
        // (case, readers, bytes of an answer, the limit)
        for (case, readers, length, most) in [
            ("42 many readers", 100, 8 * MIB, 32 * MIB),
            ("42 answers longer than all the room", 12, 9 * MIB, 8 * MIB),
            ("42 answers that fit together", 3, 8 * MIB, 32 * MIB),
        ] {
            let held = peak(readers, length, most);
            assert!(held <= most.max(length) + MAKERS * length, "{case}: {held}");
            assert!(held >= length, "{case}: nothing was counted");
        }
    }
}
