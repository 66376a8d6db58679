//! How long a person waits for the preview, as a whole process: `cargo bench --bench serve`.
//!
//! Sizes can be given: `cargo bench --bench serve -- 1000`. Times are medians.
#![allow(clippy::disallowed_methods, reason = "it measures time, and saves files as an editor does")]
#![allow(clippy::print_stdout, reason = "the table is what it is for")]

mod browser;
mod server;
#[path = "../synthetic/mod.rs"]
mod synthetic;

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use browser::{Connection, Events};
use server::Server;

const SIZES: &[usize] = &[1_000, 10_000];
/// How often it is started.
const TIMES: usize = 9;
/// How many changes are made.
const CHANGES: usize = 100;
/// How long a writer takes from one save to the next, at the least.
const PAUSE: Duration = Duration::from_millis(200);
const CONNECTIONS: usize = 64;
const REQUESTS: usize = 20_000;

fn main() -> io::Result<()> {
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!(
        "| items | start to first page | save to first byte | slowest of {CHANGES} | MB after 10 | MB after {CHANGES} | {REQUESTS} requests | errors |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for &items in if given.is_empty() { SIZES } else { &given } {
        measure(items)?;
    }
    Ok(())
}

/// One line of the table.
fn measure(items: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    for (path, text) in synthetic::plan(items) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        fs::write(path, text)?;
    }
    let start = median((0..TIMES).map(|_| start(folder.path())).collect::<io::Result<_>>()?);

    let server = Server::start(folder.path())?;
    let mut events = Events::open(server.address)?;
    let mut connection = Connection::open(server.address)?;
    let mut waits = Vec::new();
    let mut memory_after_10 = None;
    for number in 1..=CHANGES {
        waits.push(change(folder.path(), items, number, &mut events, &mut connection)?);
        if number == 10 {
            memory_after_10 = server.memory();
        }
    }
    let memory_after_all = server.memory();
    let slowest = waits.iter().max().copied().unwrap_or_default();
    let wait = median(waits);

    let begun = Instant::now();
    let errors = crowd(server.address, items);
    let crowd = begun.elapsed();
    let shown = |memory: Option<u64>| memory.map_or("–".to_owned(), |memory| memory.to_string());
    println!(
        "| {items} | {} | {} | {} | {} | {} | {:.1} s | {errors} |",
        milliseconds(start),
        milliseconds(wait),
        milliseconds(slowest),
        shown(memory_after_10),
        shown(memory_after_all),
        crowd.as_secs_f64(),
    );
    Ok(())
}

/// From the command to the first byte of the first page.
fn start(book: &Path) -> io::Result<Duration> {
    let begun = Instant::now();
    let server = Server::start(book)?;
    let answer = Connection::open(server.address)?.get("/")?;
    assert_eq!(answer.status, 200);
    Ok(answer.first_byte - begun)
}

/// Saves an item as editors do, beside the file and then over it, and asks for its page when the event comes. Returns the
/// time from the renaming to the first byte of the page that shows the change.
fn change(
    book: &Path,
    items: usize,
    number: usize,
    events: &mut Events,
    connection: &mut Connection,
) -> io::Result<Duration> {
    thread::sleep(PAUSE);
    let index = number * 7919 % items;
    let (area, item) = address(index);
    let path = book.join(format!("content/areas/{area:02}-area/{area}.{item}-item.md"));
    let words = format!("This was change {number}.");
    let text = fs::read_to_string(&path)? + &words + "\n";
    let beside = path.with_extension("md~");
    fs::write(&beside, text)?;

    let begun = Instant::now();
    fs::rename(&beside, &path)?;
    loop {
        events.next()?;
        let page = connection.get(&format!("/items/{area}.{item}/"))?;
        assert_eq!(page.status, 200);
        // An event may be of the file beside, if that was seen.
        if String::from_utf8_lossy(&page.body).contains(&words) {
            return Ok(page.first_byte - begun);
        }
    }
}

/// Area and number of an item.
fn address(index: usize) -> (usize, usize) {
    (index % 12 + 1, index / 12 + 1)
}

/// Many who ask for pages by chance. Returns how many of their requests failed.
fn crowd(server: SocketAddr, items: usize) -> usize {
    let (left, errors) = (AtomicUsize::new(REQUESTS), AtomicUsize::new(0));
    thread::scope(|scope| {
        for seed in 1..=CONNECTIONS {
            let (left, errors) = (&left, &errors);
            scope.spawn(move || {
                let mut state = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                let mut connection = None;
                while left
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
                    .is_ok()
                {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    let (area, item) = address(usize::try_from(state >> 33).unwrap_or(0) % items);
                    if !asks(&mut connection, server, &format!("/items/{area}.{item}/")) {
                        errors.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    errors.into_inner()
}

/// Whether a page comes. A connection that failed is opened again for the next.
fn asks(connection: &mut Option<Connection>, server: SocketAddr, path: &str) -> bool {
    if connection.is_none() {
        *connection = Connection::open(server).ok();
    }
    let answer = connection.as_mut().and_then(|connection| connection.get(path).ok());
    let is_page = answer.is_some_and(|answer| answer.status == 200 && answer.body.ends_with(b"</html>\n"));
    if !is_page {
        *connection = None;
    }
    is_page
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
