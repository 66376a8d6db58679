//! Files and pages as answers: their tags, a part of them, and the script that each page gets.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem;

use super::generation::Generation;
use super::media;
use super::range::{ByteRange, byte_range};
use super::request::HttpRequest;
use super::response::{Response, ResponseBody};
use super::shown::ServedFile;

/// The file that stands for a folder.
pub(super) const INDEX: &str = "index.html";

/// A file of the preview itself.
pub(super) fn own(request: &HttpRequest, kind: &'static str, file: ServedFile) -> Response {
    let tag = format!("\"{}\"", file.hash);
    conditional(request, Response::new(200, kind, file.bytes).with("ETag", tag))
}

/// A page with the script that reloads it. The tag is that of the bytes that are sent: the script knows its generation,
/// and a copy of another generation would not.
pub(super) fn page(
    request: &HttpRequest,
    generation: &Generation,
    status: u16,
    html: Vec<u8>,
    hash: &str,
) -> Response {
    let number = generation.number;
    let response = Response::new(status, media::of(INDEX), with_script(html, number).into());
    match hash {
        "" => response,
        hash => conditional(request, response.with("ETag", format!("\"{hash}-{number}\""))),
    }
}

/// The script stands before the end of the body; all else is as a build would write it.
fn with_script(mut html: Vec<u8>, generation: u64) -> Vec<u8> {
    let script = script(generation);
    let at = memmem::rfind(&html, b"</body>").unwrap_or(html.len());
    html.splice(at..at, script.into_bytes());
    html
}

/// What is put into every page. Each run of the server counts generations from 1 of the server.
pub fn script(generation: u64) -> String {
    let run = std::process::id();
    format!(
        "<script src=\"/~preview/live.js\" defer data-run=\"{run}\" data-generation=\"{generation}\"></script>\n"
    )
}

/// The same, shorter, when the client has it already or wants a part.
pub(super) fn conditional(request: &HttpRequest, mut response: Response) -> Response {
    let tag = response.header("ETag").unwrap_or_default().to_owned();
    if response.status != 200 {
        return response;
    }
    if request.if_none_match.as_deref().is_some_and(|list| names(list, &tag)) {
        response.status = 304;
        response.headers.retain(|(name, _)| *name != "Content-Type");
        return response;
    }
    let response = response.with("Accept-Ranges", "bytes");
    let wanted = request.range.as_deref().filter(|_| !request.head_only);
    let fresh = request.if_range.as_deref().is_none_or(|held| held == tag);
    let length = response.bytes().len();
    match wanted.filter(|_| fresh).map_or(ByteRange::Whole, |header| byte_range(header, length)) {
        ByteRange::Whole => response,
        ByteRange::Bytes(range) => cut(response, range, length),
        ByteRange::Beyond => Response::text(416, "the file does not have this range")
            .with("Content-Range", format!("bytes */{length}")),
    }
}

fn cut(mut response: Response, range: Range<usize>, length: usize) -> Response {
    response.status = 206;
    let says = format!("bytes {}-{}/{length}", range.start, range.end - 1);
    if let ResponseBody::Bytes(bytes, _) = &response.body {
        response.body = ResponseBody::Bytes(Arc::clone(bytes), range);
    }
    response.with("Content-Range", says)
}

/// Whether a list of tags has this one. Weak or not makes no difference here.
fn names(list: &str, tag: &str) -> bool {
    list.trim() == "*" || list.split(',').any(|held| held.trim().trim_start_matches("W/") == tag)
}
