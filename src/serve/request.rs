//! The head of a request, read strictly: what is not understood is refused, never guessed.

use super::{Refusal, address};

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 8 << 10;
/// The longest head: the address and all headers.
pub(super) const LONGEST_HEAD: usize = 16 << 10;
/// How many headers a head may have.
const MOST_HEADERS: usize = 64;

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// Whether only the head of the answer is wanted (`HEAD`).
    pub head_only: bool,
    /// The path, decoded; it begins with `/`.
    pub path: String,
    /// What follows the `?`, as it was sent.
    pub query: Option<String>,
    /// Whom the client believes to speak to: the header `Host`, and the address where that names one.
    pub hosts: Vec<String>,
    /// The sites whose pages send the request, when the client names them: the header `Origin`.
    pub origins: Vec<String>,
    /// The tags of the copies that the client has.
    pub if_none_match: Option<String>,
    /// The part that is wanted.
    pub range: Option<String>,
    /// The tag of the copy to which the part belongs.
    pub if_range: Option<String>,
    /// The generation that an event stream has seen.
    pub last_event: Option<u64>,
    /// Whether the connection stays open.
    pub keep_alive: bool,
}

/// Reads a head and says how many bytes it has. `None` when its end has not come yet.
///
/// # Errors
/// What is no request that this server answers.
pub fn read(bytes: &[u8]) -> Result<Option<(HttpRequest, usize)>, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let length = match head.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return too_long(bytes).map_or(Ok(None), Err),
        Err(httparse::Error::TooManyHeaders) => return Err(Refusal::new(431, "too many headers")),
        Err(_) => return Err(Refusal::new(400, "this is not an HTTP request")),
    };
    if length > LONGEST_HEAD {
        return Err(Refusal::new(431, "the headers are too long"));
    }
    let target = head.path.unwrap_or_default();
    if target.len() > LONGEST_ADDRESS {
        return Err(Refusal::new(414, "the URL is too long"));
    }
    let head_only = match head.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(Refusal::new(405, "the server answers only GET and HEAD")),
    };
    let (host, target) = address::of_target(target)?;
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (target, None),
    };
    let path = address::decoded(path)?;
    let newer = head.version == Some(1);
    let mut request = HttpRequest {
        head_only,
        path,
        query,
        hosts: host.into_iter().map(str::to_owned).collect(),
        origins: Vec::new(),
        if_none_match: None,
        range: None,
        if_range: None,
        last_event: None,
        keep_alive: newer,
    };
    let named = head.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host")).count();
    if named > 1 || (named == 0 && newer) {
        return Err(Refusal::new(400, "a request must name one host"));
    }
    for header in head.headers.iter() {
        take(&mut request, header)?;
    }
    Ok(Some((request, length)))
}

fn too_long(bytes: &[u8]) -> Option<Refusal> {
    let line = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    if line > LONGEST_ADDRESS + 64 {
        return Some(Refusal::new(414, "the URL is too long"));
    }
    (bytes.len() >= LONGEST_HEAD).then(|| Refusal::new(431, "the headers are too long"))
}

fn take(request: &mut HttpRequest, header: &httparse::Header<'_>) -> Result<(), Refusal> {
    let text =
        || std::str::from_utf8(header.value).map_err(|_| Refusal::new(400, "a header is not valid text"));
    match header.name.to_ascii_lowercase().as_str() {
        "host" => request.hosts.push(text()?.trim().to_owned()),
        "origin" => request.origins.push(text()?.trim().to_owned()),
        "if-none-match" => request.if_none_match = Some(text()?.to_owned()),
        "range" => request.range = Some(text()?.to_owned()),
        "if-range" => request.if_range = Some(text()?.trim().to_owned()),
        "last-event-id" => request.last_event = text()?.trim().parse().ok(),
        "connection" => {
            let words = text()?.to_ascii_lowercase();
            let says = |word: &str| words.split(',').any(|part| part.trim() == word);
            request.keep_alive = (request.keep_alive || says("keep-alive")) && !says("close");
        }
        "content-length" if text()?.trim() != "0" => {
            return Err(Refusal::new(400, "a request must not have a body"));
        }
        "transfer-encoding" => return Err(Refusal::new(400, "a request must not have a body")),
        _ => {}
    }
    Ok(())
}
