//! The listener: each connection gets a thread, and what the machine refuses never ends it.

use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::connection::{Service, handle};
use super::connection_pool::ConnectionPool;

/// As many connections at most; a browser opens six.
const MOST: usize = 256;
/// Files that the process needs for other things: reading the book, watching it, the terminal.
const RESERVED: usize = 40;
/// How long to wait when the machine has nothing to give.
const PAUSE: Duration = Duration::from_millis(10);

/// How many connections there may be.
pub(super) fn room() -> usize {
    files().map_or(MOST, |files| MOST.min(files.saturating_sub(RESERVED).max(8)))
}

/// How many files the process may open, after asking for as many as it may ask for.
#[cfg(unix)]
fn files() -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let wanted = Rlimit { current: limit.maximum, maximum: limit.maximum };
    if setrlimit(Resource::Nofile, wanted).is_err() {
        // Some systems have a lower bound of their own: what was there stays.
        let _ = setrlimit(Resource::Nofile, limit);
    }
    getrlimit(Resource::Nofile).current.and_then(|files| usize::try_from(files).ok())
}

#[cfg(not(unix))]
fn files() -> Option<usize> {
    None
}

/// Lets clients in until it is `over`.
pub(super) fn listen(
    listener: &TcpListener,
    pool: &Arc<ConnectionPool>,
    service: &Arc<dyn Service>,
    over: &AtomicBool,
) {
    while !over.load(Ordering::SeqCst) {
        match listener.accept() {
            Ok((stream, _)) => accept(stream, pool, service),
            Err(_) => {
                // Most likely no file can be opened any more.
                pool.make_room();
                thread::sleep(PAUSE);
            }
        }
    }
}

fn accept(stream: TcpStream, pool: &Arc<ConnectionPool>, service: &Arc<dyn Service>) {
    let _ = stream.set_nodelay(true);
    let slot = pool.add(stream);
    let service = Arc::clone(service);
    let thread = thread::Builder::new().name("connection".to_owned());
    // Without a thread the slot is dropped, and with it the connection.
    if thread.spawn(move || handle(slot, &*service)).is_err() {
        pool.make_room();
        thread::sleep(PAUSE);
    }
}
