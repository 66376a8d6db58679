//! A client that sends what it is told, right or wrong.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A connection that stays open.
pub struct Client {
    pub stream: TcpStream,
    address: SocketAddr,
    read: Vec<u8>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(180))).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, address, read: Vec::new() }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// One request, with more headers if there are any, each with its end of line.
    pub fn ask(&mut self, method: &str, path: &str, headers: &str) -> Answer {
        let address = self.address;
        self.send(format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n{headers}\r\n"));
        self.answer(method == "HEAD").unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        // A server that has heard enough may have closed.
        let _ = self.stream.write_all(bytes.as_ref());
    }

    /// The next answer. `None` when the connection was closed instead.
    pub fn answer(&mut self, head_only: bool) -> Option<Answer> {
        let end = loop {
            if let Some(at) = self.read.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.more()?;
        };
        let head = String::from_utf8(self.read.drain(..end).collect()).unwrap();
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut answer = Answer { status, headers, body: Vec::new() };
        let length = answer.header("Content-Length").map_or(0, |length| length.parse().unwrap());
        if !head_only && status != 304 {
            while self.read.len() < length {
                self.more()?;
            }
            answer.body = self.read.drain(..length).collect();
        }
        Some(answer)
    }

    /// The next event of a stream of them: its lines.
    pub fn event(&mut self) -> Option<String> {
        let end = loop {
            if let Some(at) = self.read.windows(2).position(|two| two == b"\n\n") {
                break at + 2;
            }
            self.more()?;
        };
        Some(String::from_utf8(self.read.drain(..end).collect()).unwrap())
    }

    fn more(&mut self) -> Option<()> {
        let mut piece = [0; 65_536];
        match self.stream.read(&mut piece) {
            Ok(count) if count > 0 => {
                self.read.extend_from_slice(&piece[..count]);
                Some(())
            }
            _ => None,
        }
    }
}
