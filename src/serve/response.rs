//! An answer, and how it is written.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use tiny_http::{HTTPVersion, Header, StatusCode};

use super::Refusal;
use crate::config::Security;
use crate::outputs::{ServedAs, fixed_headers};

/// What is sent back.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Names and values of the headers.
    pub headers: Vec<(&'static str, String)>,
    /// What it is to other sites, which says what all headers are.
    pub served: ServedAs,
    /// What follows them.
    pub body: ResponseBody,
}

/// What follows the headers.
#[derive(Debug, Clone)]
pub enum ResponseBody {
    /// A part of these bytes.
    Bytes(Arc<[u8]>, Range<usize>),
    /// The stream of events, for a client that has seen this generation.
    Events(Option<u64>),
}

impl Response {
    /// An answer of these bytes.
    pub fn new(status: u16, media: &'static str, bytes: Arc<[u8]>) -> Self {
        let range = 0..bytes.len();
        let headers = vec![("Content-Type", media.to_owned()), ("Cache-Control", "no-cache".to_owned())];
        Self { status, headers, served: ServedAs::Page, body: ResponseBody::Bytes(bytes, range) }
    }

    /// A sentence.
    pub fn text(status: u16, sentence: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{sentence}\n").into_bytes().into())
    }

    /// The answer to what is refused.
    pub fn refusal(refusal: Refusal) -> Self {
        let response = Self::text(refusal.status, refusal.reason);
        if refusal.status == 405 { response.with("Allow", "GET, HEAD") } else { response }
    }

    /// Leads elsewhere, for now: what stands at an address can change with the next save.
    pub fn redirect(to: &str) -> Self {
        Self::text(307, "see the address in the header Location").with("Location", to)
    }

    /// One more header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same of a file that is this to other sites.
    pub fn served_as(mut self, served: ServedAs) -> Self {
        self.served = served;
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The bytes of the body.
    pub fn bytes(&self) -> &[u8] {
        match &self.body {
            ResponseBody::Bytes(bytes, range) => bytes.get(range.clone()).unwrap_or_default(),
            ResponseBody::Events(_) => &[],
        }
    }
}

/// The header that says what a page may load.
pub(super) const POLICY: &str = "Content-Security-Policy";

/// Writes all but a stream of events.
pub(super) fn write(response: &Response, head_only: bool, to: impl Write) -> io::Result<()> {
    // What is not of the site has nothing from elsewhere.
    let strict = response.header(POLICY).is_none().then(|| Security::default().header());
    let own = response.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let always = fixed_headers(response.served).map(|(name, value)| -> (&str, &str) { (name, value) });
    let always =
        always.chain(strict.iter().map(|policy| (POLICY, policy.as_str()))).chain([("Server", "planbook")]);
    let headers = own
        .chain(always)
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
        .collect();
    let bytes = response.bytes();
    tiny_http::Response::new(StatusCode(response.status), headers, bytes, Some(bytes.len()), None)
        // Else a large file would be sent without its length.
        .with_chunked_threshold(usize::MAX)
        .raw_print(to, HTTPVersion(1, 1), &[], head_only, None)
}

/// The head of a stream of events. It has no length and ends with the connection.
pub(super) const EVENTS: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\r\n";
