//! Pages of problems, which work without JavaScript: all that is wrong, and what is shown in place of a page that there
//! cannot be.

use super::generation::Generation;
use super::problems::{FileProblems, PanelProblem, problem, report};
use super::words::PreviewWords;
use crate::diag::Diagnostic;
use crate::markdown::escape;

/// The page at `/~preview/`: all problems.
pub(super) fn all(generation: &Generation) -> String {
    let lead = match (generation.stale, &generation.shown) {
        (true, _) => "preview-stale-pages",
        (false, None) => "preview-no-pages",
        (false, Some(_)) if generation.problems.is_empty() => "preview-none",
        (false, Some(_)) => "preview-current",
    };
    listed(generation, "preview-all-title", lead)
}

/// In place of any page, when the book never had a site without errors.
pub(super) fn nothing_yet(generation: &Generation) -> String {
    listed(generation, "preview-broken-title", "preview-no-pages")
}

/// In place of a page whose template cannot be rendered.
pub(super) fn of_template(found: &Diagnostic, generation: &Generation) -> String {
    let path = found.span.map_or("", |span| generation.tree.path(span.file));
    let problem = problem(found, path, generation);
    let file =
        FileProblems { path: path.to_owned(), editor: problem.editor.clone(), problems: vec![problem] };
    let lead = [generation.words.get("preview-template")];
    document(generation, "preview-template-title", &lead, &[file])
}

fn listed(generation: &Generation, title: &str, lead: &str) -> String {
    let report = report(generation);
    let more = generation.words.count("preview-more", report.left_out);
    let lead = [generation.words.get(lead), &more];
    let shown = if report.left_out > 0 { 2 } else { 1 };
    document(generation, title, &lead[..shown], &report.files)
}

fn document(generation: &Generation, title: &str, lead: &[&str], files: &[FileProblems]) -> String {
    let words = &generation.words;
    let title = words.get(title);
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    escape(words.language(), &mut html);
    html.push_str(&format!("\" dir=\"{}\"", words.direction()));
    html.push_str(
        " class=\"planbook-preview\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
    );
    html.push_str("<title>");
    escape(title, &mut html);
    html.push_str("</title>\n<link rel=\"stylesheet\" href=\"/~preview/live.css\">\n<link rel=\"icon\" href=\"/~preview/icon.svg\" type=\"image/svg+xml\">\n</head>\n<body>\n<main class=\"planbook-problems\">\n");
    element(&mut html, "h1", "", title);
    for line in lead {
        element(&mut html, "p", "", line);
    }
    for file in files {
        section(&mut html, file, words);
    }
    if generation.shown.is_some() {
        html.push_str("<p><a href=\"/\">");
        escape(words.get("preview-to-site"), &mut html);
        html.push_str("</a></p>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn section(html: &mut String, file: &FileProblems, words: &PreviewWords) {
    html.push_str("<section class=\"planbook-file\">\n");
    let path = if file.path.is_empty() { words.get("preview-whole") } else { &file.path };
    element(html, "h2", "", path);
    html.push_str("<ul>\n");
    for problem in &file.problems {
        one(html, problem, words.of_english());
    }
    html.push_str("</ul>\n</section>\n");
}

/// A problem. What is in English whatever the language of the page says so.
fn one(html: &mut String, problem: &PanelProblem, of_english: &str) {
    html.push_str(&format!("<li class=\"planbook-problem planbook-{}\">\n", problem.severity));
    html.push_str("<p class=\"planbook-place\">");
    within(html, "span", "", &problem.kind);
    if let Some(place) = &problem.place {
        html.push(' ');
        match &problem.editor {
            Some(address) => {
                html.push_str("<a href=\"");
                escape(address, html);
                html.push_str("\">");
                escape(place, html);
                html.push_str("</a>");
            }
            None => within(html, "span", "", place),
        }
    }
    if !problem.code.is_empty() {
        html.push_str(&format!(" <code>{}</code>", problem.code));
    }
    html.push_str("</p>\n");
    let class = |name: &str| format!("class=\"planbook-{name}\"");
    let english = |name: &str| class(name) + of_english;
    element(html, "p", &english("message"), &problem.message);
    if let Some(note) = &problem.note {
        element(html, "p", &english("note"), note);
    }
    if let Some(meant) = &problem.meant {
        element(html, "p", &class("help"), meant);
    }
    if let Some((label, help)) = &problem.help {
        html.push_str(&format!("<p {}>", class("help")));
        escape(label, html);
        within(html, "span", of_english.trim_start(), help);
        html.push_str("</p>\n");
    }
    html.push_str("</li>\n");
}

/// An element on a line of its own.
fn element(html: &mut String, name: &str, attributes: &str, text: &str) {
    within(html, name, attributes, text);
    html.push('\n');
}

fn within(html: &mut String, name: &str, attributes: &str, text: &str) {
    html.push_str(&match attributes {
        "" => format!("<{name}>"),
        attributes => format!("<{name} {attributes}>"),
    });
    // What stands between backticks is to be written as it is.
    for (at, part) in text.split('`').enumerate() {
        let is_code = at % 2 == 1;
        html.push_str(if is_code { "<code>" } else { "" });
        escape(part, html);
        html.push_str(if is_code { "</code>" } else { "" });
    }
    html.push_str(&format!("</{name}>"));
}
