//! One connection: requests are read and answered one after the other, each within its time. httparse reads the head of a
//! request, tiny_http writes that of an answer; the deadlines and the pool are ours, because tiny_http has no time limits.

use std::io::{self, BufWriter, Read as _, Write};
use std::net::{Shutdown, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::Refusal;
use super::clock::Deadline;
use super::connection_pool::{Activity, Slot};
use super::live::{Live, News};
use super::request::{self, HttpRequest};
use super::response::{self, EVENTS, Response, ResponseBody};

/// How long a client may take to begin with a request, on an open connection.
const IDLE: Duration = Duration::from_secs(30);
/// How long it may take to send the whole head, from its first byte; the first time from its connecting.
const HEAD: Duration = Duration::from_secs(10);
/// How long it may take to receive the whole answer.
const ANSWER: Duration = Duration::from_secs(60);
/// A comment in the stream of events shows both sides that the other is there.
const COMMENT: Duration = Duration::from_secs(15);
/// How often it is looked whether a listener has gone.
const GONE: Duration = Duration::from_secs(1);

/// Answers requests.
pub(super) trait Service: Send + Sync + 'static {
    /// The answer to one. `None` when the server stops.
    fn answer(&self, request: &HttpRequest) -> Option<Response>;
    /// Tells the person at the terminal.
    fn trouble(&self, sentence: &str);
    /// What listeners wait for.
    fn live(&self) -> &Live;
}

/// Talks to a client until it goes, is too slow, or has to make room.
pub(super) fn handle(mut slot: Slot, service: &dyn Service) {
    let mut read = Vec::new();
    let mut first = true;
    while let Some(head) = next_head(slot.stream(), &mut read, first) {
        first = false;
        if !slot.now(Activity::Answered) {
            return;
        }
        let request = match head {
            Ok(request) => request,
            Err(refusal) => {
                let _ = send(slot.stream(), &Response::refusal(refusal), false);
                return linger(slot.stream());
            }
        };
        let next = slot.answer(
            || safely(&request, service),
            |response| response.as_ref().map_or(0, |response| response.bytes().len()),
            |response| {
                let response = response?;
                if let ResponseBody::Events(seen) = response.body {
                    return Some(Sent::Events(seen));
                }
                Some(Sent::Answer(send(slot.stream(), &response, request.head_only).is_ok()))
            },
        );
        match next {
            // A stream of events holds no bytes, and takes no room from answers.
            Some(Sent::Events(seen)) => {
                if slot.now(Activity::Listening) {
                    let _ = send_events(slot.stream(), seen, request.head_only, service.live());
                }
                return;
            }
            Some(Sent::Answer(true)) if request.keep_alive && slot.now(Activity::Waiting) => {}
            _ => return,
        }
    }
}

/// What became of a request.
enum Sent {
    /// It was answered, or the client did not get all of the answer.
    Answer(bool),
    /// It asks for the events after this generation.
    Events(Option<u64>),
}

/// The next request, or why it is refused. `None` when there is none in time.
fn next_head(stream: &TcpStream, read: &mut Vec<u8>, first: bool) -> Option<Result<HttpRequest, Refusal>> {
    let mut deadline = Deadline::after(if first || !read.is_empty() { HEAD } else { IDLE });
    let mut begun = first || !read.is_empty();
    let mut piece = [0; 4096];
    loop {
        match request::read(read) {
            Ok(Some((request, length))) => {
                read.drain(..length);
                return Some(Ok(request));
            }
            Err(refusal) => return Some(Err(refusal)),
            Ok(None) => {}
        }
        let Some(left) = deadline.left() else {
            return (!read.is_empty()).then(|| Err(Refusal::new(408, "the request took too long")));
        };
        stream.set_read_timeout(Some(left)).ok()?;
        let count = match (&mut &*stream).read(&mut piece) {
            Ok(0) => return None,
            Ok(count) => count,
            Err(error) if is_pause(&error) => continue,
            Err(_) => return None,
        };
        read.extend_from_slice(&piece[..count]);
        if !std::mem::replace(&mut begun, true) {
            deadline = Deadline::after(HEAD);
        }
    }
}

fn is_pause(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

/// An error of ours in one answer is reported, and ends that answer only.
fn safely(request: &HttpRequest, service: &dyn Service) -> Option<Response> {
    catch_unwind(AssertUnwindSafe(|| service.answer(request))).unwrap_or_else(|_| {
        let sentence = format!(
            "planbook failed on a request for {}; this is an error in planbook: please report it with the lines above",
            request.path
        );
        service.trouble(&sentence);
        Some(Response::text(500, "planbook failed: this is an error in planbook, see the terminal"))
    })
}

fn send(stream: &TcpStream, response: &Response, head_only: bool) -> io::Result<()> {
    let writer = TimedWriter { stream, deadline: Deadline::after(ANSWER) };
    let mut buffered = BufWriter::with_capacity(64 << 10, writer);
    response::write(response, head_only, &mut buffered)?;
    buffered.flush()
}

/// What a client still sends is read, or it would not get to read the answer.
fn linger(stream: &TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let deadline = Deadline::after(Duration::from_millis(500));
    let mut piece = [0; 4096];
    while let Some(left) = deadline.left() {
        let _ = stream.set_read_timeout(Some(left));
        if !matches!((&mut &*stream).read(&mut piece), Ok(count) if count > 0) {
            return;
        }
    }
}

/// Writes with a deadline for all of it.
struct TimedWriter<'a> {
    stream: &'a TcpStream,
    deadline: Deadline,
}

impl Write for TimedWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = self.deadline.left().ok_or(io::ErrorKind::TimedOut)?;
        self.stream.set_write_timeout(Some(left))?;
        (&mut &*self.stream).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The stream of events: the current generation at once, and each one that follows.
fn send_events(stream: &TcpStream, last: Option<u64>, head_only: bool, live: &Live) -> io::Result<()> {
    let write =
        |text: &str| TimedWriter { stream, deadline: Deadline::after(HEAD) }.write_all(text.as_bytes());
    write(EVENTS)?;
    if head_only {
        return Ok(());
    }
    // The first event says where the server is, even when the client knows it.
    let mut seen = None;
    let mut missed = last;
    let mut comment = Deadline::after(COMMENT);
    loop {
        match live.news(seen, missed.take(), GONE) {
            News::Generation(number, event) => {
                write(&event)?;
                seen = Some(number);
                comment = Deadline::after(COMMENT);
            }
            News::Over => return Ok(()),
            News::Quiet if comment.left().is_none() => {
                write(": here\n\n")?;
                comment = Deadline::after(COMMENT);
            }
            News::Quiet => {}
        }
        if has_gone(stream) {
            return Ok(());
        }
    }
}

/// Whether the other side closed the connection. It has nothing to say, so what comes is passed over.
fn has_gone(stream: &TcpStream) -> bool {
    let _ = stream.set_read_timeout(Some(Duration::from_millis(1)));
    match (&mut &*stream).read(&mut [0; 512]) {
        Ok(count) => count == 0,
        Err(error) => !is_pause(&error),
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::sync::{Arc, Mutex};

    use super::super::connection_pool::ConnectionPool;
    use super::*;

    /// Answers `/`, and fails at everything else.
    #[derive(Default)]
    struct Fragile {
        live: Live,
        reported: Mutex<Vec<String>>,
    }

    impl Service for Fragile {
        fn answer(&self, request: &HttpRequest) -> Option<Response> {
            assert_eq!(request.path, "/", "this is meant to fail");
            Some(Response::text(200, "well"))
        }

        fn trouble(&self, sentence: &str) {
            self.reported.lock().unwrap().push(sentence.to_owned());
        }

        fn live(&self) -> &Live {
            &self.live
        }
    }

    #[test]
    fn a_mistake_of_ours_ends_one_answer_and_is_told() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let slot = Arc::new(ConnectionPool::new(1)).add(listener.accept().unwrap().0);
        let service = Arc::new(Fragile::default());
        let served = Arc::clone(&service);
        let thread = std::thread::spawn(move || handle(slot, &*served));
        client.write_all(b"GET /x HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
        client.shutdown(Shutdown::Write).unwrap();
        let mut text = String::new();
        client.read_to_string(&mut text).unwrap();
        thread.join().unwrap();
        assert!(text.starts_with("HTTP/1.1 500 ") && text.contains("HTTP/1.1 200 OK"), "{text}");
        let reported = service.reported.lock().unwrap();
        assert!(reported.len() == 1 && reported[0].contains("/x"), "{reported:?}");
    }
}
