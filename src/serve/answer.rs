//! From a request to an answer: a pure function of the current generation. An address is looked up in the map of the site;
//! no part of it ever reaches the disk.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem;

use super::address::encoded;
use super::generation::Generation;
use super::guard::Guard;
use super::range::{Part, part};
use super::request::Request;
use super::response::{Body, Response};
use super::shown::{File, Shown};
use super::{media, preview, problem_page};

const INDEX: &str = "index.html";

/// The answer to a request.
pub fn answer(request: &Request, guard: &Guard, generation: &Generation) -> Response {
    if let Err(refusal) = guard.check(request) {
        return Response::refusal(refusal);
    }
    if let Some(rest) = request.path.strip_prefix(preview::FOLDER) {
        return preview::answer(rest, request, generation);
    }
    if request.path == preview::FOLDER.trim_end_matches('/') {
        return Response::redirect(preview::FOLDER);
    }
    let Some(shown) = &generation.shown else {
        return page(request, generation, 503, problem_page::nothing_yet(generation).into_bytes(), "");
    };
    match shown.base.as_str() {
        "/" => {}
        base if request.path == "/" || request.path == base.trim_end_matches('/') => {
            return Response::redirect(&encoded(base));
        }
        _ => {}
    }
    match request.path.strip_prefix(shown.base.as_str()) {
        Some(path) => of_site(path, request, generation, shown),
        None => missing(request, generation, shown),
    }
}

/// A path below the base of the site.
fn of_site(path: &str, request: &Request, generation: &Generation, shown: &Shown) -> Response {
    if path.is_empty() || path.ends_with('/') {
        let index = format!("{path}{INDEX}");
        return found(&index, 200, request, generation, shown)
            .unwrap_or_else(|| missing(request, generation, shown));
    }
    if let Some(response) = found(path, 200, request, generation, shown) {
        return response;
    }
    if shown.has(&format!("{path}/{INDEX}")) {
        let query = request.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        return Response::redirect(&format!("{}{query}", encoded(&format!("{}{path}/", shown.base))));
    }
    missing(request, generation, shown)
}

/// The site's own page for what is not there.
fn missing(request: &Request, generation: &Generation, shown: &Shown) -> Response {
    found("404.html", 404, request, generation, shown)
        .unwrap_or_else(|| Response::text(404, "this page does not exist"))
}

fn found(
    path: &str,
    status: u16,
    request: &Request,
    generation: &Generation,
    shown: &Shown,
) -> Option<Response> {
    let file = match shown.file(path)? {
        Ok(file) => file,
        Err(problem) => {
            let body = problem_page::of_template(&problem, generation);
            return Some(page(request, generation, 500, body.into_bytes(), ""));
        }
    };
    let kind = media::of(path);
    if kind.starts_with("text/html") {
        return Some(page(request, generation, status, file.bytes.to_vec(), &file.hash));
    }
    let tag = format!("\"{}\"", file.hash);
    Some(conditional(request, Response::new(status, kind, file.bytes).with("ETag", tag)))
}

/// A file of the preview itself.
pub(super) fn own(request: &Request, kind: &'static str, file: File) -> Response {
    let tag = format!("\"{}\"", file.hash);
    conditional(request, Response::new(200, kind, file.bytes).with("ETag", tag))
}

/// A page with the script that reloads it. The tag is that of the bytes that are sent: the script knows its generation,
/// and a copy of another generation would not.
pub(super) fn page(
    request: &Request,
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

/// What is put into every page. Generations are counted anew by each run of the server.
pub fn script(generation: u64) -> String {
    let run = std::process::id();
    format!(
        "<script src=\"/~preview/live.js\" defer data-run=\"{run}\" data-generation=\"{generation}\"></script>\n"
    )
}

/// The same, shorter, when the client has it already or wants a part.
fn conditional(request: &Request, mut response: Response) -> Response {
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
    match wanted.filter(|_| fresh).map_or(Part::Whole, |header| part(header, length)) {
        Part::Whole => response,
        Part::Bytes(range) => cut(response, range, length),
        Part::Beyond => Response::text(416, "the file does not have this range")
            .with("Content-Range", format!("bytes */{length}")),
    }
}

fn cut(mut response: Response, range: Range<usize>, length: usize) -> Response {
    response.status = 206;
    let says = format!("bytes {}-{}/{length}", range.start, range.end - 1);
    if let Body::Bytes(bytes, _) = &response.body {
        response.body = Body::Bytes(Arc::clone(bytes), range);
    }
    response.with("Content-Range", says)
}

/// Whether a list of tags has this one. Weak or not makes no difference here.
fn names(list: &str, tag: &str) -> bool {
    list.trim() == "*" || list.split(',').any(|held| held.trim().trim_start_matches("W/") == tag)
}
