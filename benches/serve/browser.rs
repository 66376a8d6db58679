//! As much of a browser as is needed: pages by HTTP, and the stream of events.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// No answer takes as long as this.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that stays open.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    /// When its first byte was there.
    pub(crate) first_byte: Instant,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), address })
    }

    pub(crate) fn get(&mut self, path: &str) -> io::Result<Answer> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.stream.fill_buf()?;
        let first_byte = Instant::now();
        let (status, length) = self.head()?;
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, body, first_byte })
    }

    /// Reads a head: its status, and the length of what follows.
    fn head(&mut self) -> io::Result<(u16, usize)> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut length = 0;
        loop {
            let line = self.line()?;
            match line.split_once(':') {
                None => return Ok((status.ok_or(io::ErrorKind::InvalidData)?, length)),
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?;
                }
                Some(_) => {}
            }
        }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}

/// The stream of events.
pub(crate) struct Events(Connection);

impl Events {
    /// Opens it; the first event tells the current generation.
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let mut connection = Connection::open(address)?;
        let request = format!("GET /~preview/events HTTP/1.1\r\nHost: {address}\r\n\r\n");
        connection.stream.get_mut().write_all(request.as_bytes())?;
        connection.head()?;
        let mut events = Self(connection);
        events.next()?;
        Ok(events)
    }

    /// The data of the next event.
    pub(crate) fn next(&mut self) -> io::Result<String> {
        loop {
            if let Some(data) = self.0.line()?.strip_prefix("data: ") {
                return Ok(data.to_owned());
            }
        }
    }
}
