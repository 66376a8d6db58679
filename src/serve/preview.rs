//! The addresses of the preview itself. No id holds a `~`, so no page of a site can have one of them.

use super::generation::Generation;
use super::replies::{own, page};
use super::request::HttpRequest;
use super::response::{Response, ResponseBody};
use super::shown::ServedFile;
use super::{problem_page, problems};

/// Where they begin, at the root of the server whatever the base path of the site.
pub(super) const FOLDER: &str = "/~preview/";
const SCRIPT: &str = include_str!("client/live.js");
/// The part of the script that is loaded when something is wrong.
const PANEL: &str = include_str!("client/panel.js");
const STYLE: &str = include_str!("client/live.css");
/// The icon of the pages of problems; without one, browsers ask for another.
const ICON: &str = include_str!("../../themes/default/static/icon.svg");

/// The answer to an address below the folder.
pub(super) fn answer(name: &str, request: &HttpRequest, generation: &Generation) -> Response {
    match name {
        "" => page(request, generation, 200, problem_page::all(generation).into_bytes(), ""),
        "live.js" => own(request, "text/javascript; charset=utf-8", ServedFile::of(SCRIPT)),
        "panel.js" => own(request, "text/javascript; charset=utf-8", ServedFile::of(PANEL)),
        "words.json" => own(request, "application/json", ServedFile::of(&generation.words.json())),
        "live.css" => own(request, "text/css; charset=utf-8", ServedFile::of(STYLE)),
        "icon.svg" => own(request, "image/svg+xml", ServedFile::of(ICON)),
        "problems.json" => own(request, "application/json", ServedFile::of(&problems::json(generation))),
        "events" => {
            let mut response = Response::text(200, "");
            response.body = ResponseBody::Events(request.last_event);
            response
        }
        _ => Response::text(404, "the preview does not have this page"),
    }
}
