//! From a request to an answer: a pure function of the current generation. An address is looked up in the map of the site;
//! no part of it ever reaches the disk.

use super::address::encoded;
use super::generation::Generation;
use super::guard::Guard;
use super::replies::{INDEX, conditional, page};
use super::request::HttpRequest;
use super::response::{POLICY, Response};
use super::shown::Shown;
use super::{media, preview, problem_page};

/// The answer to a request.
pub fn answer(request: &HttpRequest, guard: &Guard, generation: &Generation) -> Response {
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
        None => missing("", request, generation, shown),
    }
}

/// A path below the base of the site.
fn of_site(path: &str, request: &HttpRequest, generation: &Generation, shown: &Shown) -> Response {
    if path.is_empty() || path.ends_with('/') {
        let index = format!("{path}{INDEX}");
        return found(&index, 200, request, generation, shown)
            .unwrap_or_else(|| missing(path, request, generation, shown));
    }
    if let Some(response) = found(path, 200, request, generation, shown) {
        return response;
    }
    if shown.has(&format!("{path}/{INDEX}")) {
        let query = request.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        return Response::redirect(&format!("{}{query}", encoded(&format!("{}{path}/", shown.base))));
    }
    missing(path, request, generation, shown)
}

/// The site's own page for what is not there, in the language of the folder that the path begins with.
fn missing(path: &str, request: &HttpRequest, generation: &Generation, shown: &Shown) -> Response {
    let of_language = path.split_once('/').map(|(folder, _)| [folder, "/404.html"].concat());
    let page = of_language.filter(|page| shown.has(page));
    found(page.as_deref().unwrap_or("404.html"), 404, request, generation, shown)
        .unwrap_or_else(|| Response::text(404, "this page does not exist"))
}

fn found(
    path: &str,
    status: u16,
    request: &HttpRequest,
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
    let response = if kind.starts_with("text/html") {
        page(request, generation, status, file.bytes.to_vec(), &file.hash)
    } else {
        let tag = format!("\"{}\"", file.hash);
        conditional(request, Response::new(status, kind, file.bytes).with("ETag", tag))
    };
    let served = shown.served_as(path);
    Some(response.with(POLICY, shown.policy(served)).served_as(served))
}
