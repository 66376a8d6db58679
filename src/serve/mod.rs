//! The preview: a small server that shows the site of a book while it is written.
//!
//! [`start`] makes two threads. One listens (`listen`) and gives each connection a thread of its own
//! (`connection`); an answer is a pure function ([`answer`]) of a request and the current [`Generation`]. The other waits
//! until something happened to the files (`watch`, `pending`), makes the next generation (`rebuild`) and notifies the open
//! pages (`live`). Nothing is written to the disk, and nothing is printed here.

mod address;
mod answer;
mod clock;
mod connection;
mod connection_pool;
mod generation;
mod guard;
mod listen;
mod live;
mod media;
mod pending;
mod preview;
mod problem_page;
mod problems;
mod range;
mod rebuild;
mod refusal;
mod replies;
mod request;
mod reread;
mod response;
mod settings;
mod shown;
mod under_way;
mod watch;
mod words;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use answer::answer;
pub use generation::{Generation, ReloadKind};
pub use guard::Guard;
pub use live::Live;
pub use refusal::Refusal;
pub use replies::script;
pub use request::{HttpRequest, read};
pub use response::{Response, ResponseBody};
pub use settings::{Notice, Settings};
pub use shown::Shown;
pub use words::PreviewWords;

use crate::failure::Failure;
use connection_pool::ConnectionPool;
use pending::{Pending, PendingLook, PollIntervals};
use rebuild::Rebuild;
use watch::Watch;

/// How often all files are looked at when the system reports changes.
const WATCHED: PollIntervals =
    PollIntervals { metadata: Duration::from_secs(2), content: Duration::from_secs(60) };
/// How often when it does not.
const POLLED: PollIntervals =
    PollIntervals { metadata: Duration::from_millis(500), content: Duration::from_millis(500) };
/// How many ports are tried when none was asked for.
const PORTS: u16 = 20;

/// A server that runs.
pub struct Running {
    address: SocketAddr,
    live: Arc<Live>,
    pending: Arc<Pending>,
    pool: Arc<ConnectionPool>,
    over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

/// What connections and rebuilds share.
struct Shared {
    settings: Arc<Settings>,
    guard: Guard,
    live: Arc<Live>,
}

impl connection::Service for Shared {
    fn answer(&self, request: &HttpRequest) -> Option<Response> {
        let generation = self.live.current()?;
        Some(answer(request, &self.guard, &generation))
    }

    fn trouble(&self, sentence: &str) {
        (self.settings.notify)(&Notice::Trouble(sentence));
    }

    fn live(&self) -> &Live {
        &self.live
    }
}

/// Reads the book and begins to listen. The first generation is made while the first client comes.
///
/// # Errors
/// When the folder is no book or cannot be read, and when nobody can listen at the address.
#[expect(clippy::disallowed_methods, reason = "events name files by their whole paths")]
pub fn start(settings: Settings) -> Result<Running, Failure> {
    let settings = Arc::new(settings);
    let root = std::fs::canonicalize(&settings.root).map_err(Failure::io("read", &settings.root))?;
    let listener = bind(&settings)?;
    let address = listener.local_addr().map_err(Failure::io("listen on", &settings.host))?;
    let pool = Arc::new(ConnectionPool::new(listen::room()));
    let pending = Arc::new(Pending::new());
    // Before reading, so that no change in between is missed.
    let watch = watching(&settings, &root, &pending);
    let rebuild = Rebuild::open(Arc::clone(&settings), root)?;
    let live = Arc::new(Live::default());
    let guard = Guard::new(&settings.host, address);
    let shared = Arc::new(Shared { settings, guard, live: Arc::clone(&live) });
    let over = Arc::new(AtomicBool::new(false));
    let builder = {
        let (shared, pending) = (Arc::clone(&shared), Arc::clone(&pending));
        spawn("rebuild", move || keep_up(rebuild, watch, &pending, &shared))?
    };
    let acceptor = {
        let service: Arc<dyn connection::Service> = shared;
        let (pool, over) = (Arc::clone(&pool), Arc::clone(&over));
        spawn("listen", move || listen::listen(&listener, &pool, &service, &over))?
    };
    Ok(Running { address, live, pending, pool, over, threads: vec![builder, acceptor] })
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Failure> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map_err(Failure::io("start the thread", name))
}

/// The socket at the first port that is free.
fn bind(settings: &Settings) -> Result<TcpListener, Failure> {
    let last = if settings.any_port { settings.port.saturating_add(PORTS - 1) } else { settings.port };
    let mut refused = std::io::Error::from(std::io::ErrorKind::NotFound);
    for port in settings.port..=last {
        let addresses = (settings.host.as_str(), port).to_socket_addrs();
        let addresses = addresses.map_err(Failure::io("find the address", &settings.host))?;
        for address in addresses {
            match TcpListener::bind(address) {
                Ok(listener) => return Ok(listener),
                Err(error) => refused = error,
            }
        }
        if refused.kind() != std::io::ErrorKind::AddrInUse {
            break;
        }
    }
    let address = format!("{}:{}", settings.host, settings.port);
    match refused.kind() {
        std::io::ErrorKind::AddrInUse => Err(Failure::PortTaken(address)),
        _ => Err(Failure::io("listen on", address)(refused)),
    }
}

/// Listens to the system, unless it cannot be relied on.
fn watching(settings: &Settings, root: &std::path::Path, pending: &Arc<Pending>) -> Option<Watch> {
    if settings.poll {
        return None;
    }
    match Watch::begin(root, pending) {
        Ok(watch) => Some(watch),
        Err(error) => {
            let sentence = format!(
                "the system cannot report changes of files ({error}), so planbook looks at them twice a second, as with --poll"
            );
            (settings.notify)(&Notice::Trouble(&sentence));
            None
        }
    }
}

/// Makes a generation of each change, until the end.
fn keep_up(mut rebuild: Rebuild, mut watch: Option<Watch>, pending: &Pending, shared: &Shared) {
    // The book was read a moment ago, after the watch had begun.
    let mut look = PendingLook::Files(Vec::new());
    let mut current: Option<Arc<Generation>> = None;
    loop {
        if let Some((generation, took)) = rebuild.next(&look, current.as_deref()) {
            drop(shared.live.publish(generation));
            current = shared.live.current();
            rebuild.tidy();
            if let Some(generation) = &current {
                (shared.settings.notify)(&Notice::Generation(generation, took));
            }
        }
        if let Some(Err(error)) = watch.as_mut().map(Watch::renew) {
            let sentence = format!("the system no longer reports changes of files ({error})");
            (shared.settings.notify)(&Notice::Trouble(&sentence));
            watch = None;
        }
        let intervals = if watch.is_some() { WATCHED } else { POLLED };
        match pending.next(intervals) {
            Some(next) => look = next,
            None => return,
        }
    }
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// The generation that is shown; waits for the first.
    pub fn current(&self) -> Option<Arc<Generation>> {
        self.live.current()
    }

    /// Ends it. When this returns no thread says or shows anything any more.
    pub fn stop(mut self) {
        self.over.store(true, Ordering::SeqCst);
        self.pending.end();
        self.live.end();
        // One more connection wakes the listener, so that it sees that all is over.
        let knock = SocketAddr::new(reachable(self.address.ip()), self.address.port());
        let _ = TcpStream::connect_timeout(&knock, Duration::from_secs(1));
        self.pool.close_all();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        self.pool.close_all();
    }
}

/// An address of this machine at which a server is reached that listens at all of them.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}
