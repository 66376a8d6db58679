//! Pages of problems, which work without JavaScript: all that is wrong, and what is shown in place of a page that there
//! cannot be.

use super::generation::Generation;
use super::problems::{FileProblems, PanelProblem, problem, report};
use crate::diag::Diagnostic;
use crate::markdown::escape;

/// The page at `/~preview/`: all problems.
pub(super) fn all(generation: &Generation) -> String {
    let lead = match (generation.stale, &generation.shown) {
        (true, _) => "The pages show the last version without errors.",
        (false, None) => "There are no pages yet. They appear when you fix the errors.",
        (false, Some(_)) if generation.problems.is_empty() => "No problems were found.",
        (false, Some(_)) => "The pages are up to date.",
    };
    listed(generation, "Problems of the book", lead)
}

/// In place of any page, when the book never had a site without errors.
pub(super) fn nothing_yet(generation: &Generation) -> String {
    let lead = "There are no pages yet. They appear when you fix the errors below.";
    listed(generation, "The book has errors", lead)
}

/// In place of a page whose template cannot be rendered.
pub(super) fn of_template(found: &Diagnostic, generation: &Generation) -> String {
    let path = found.span.map_or("", |span| generation.tree.path(span.file));
    let problem = problem(found, path, generation);
    let file =
        FileProblems { path: path.to_owned(), editor: problem.editor.clone(), problems: vec![problem] };
    let lead = "The template of this page does not work. The other pages are not affected.";
    document("planbook cannot build this page", lead, &[file], true)
}

fn listed(generation: &Generation, title: &str, lead: &str) -> String {
    let report = report(generation);
    let mut lead = lead.to_owned();
    if report.left_out > 0 {
        lead.push_str(&format!(" {} more problems are not listed here.", report.left_out));
    }
    document(title, &lead, &report.files, generation.shown.is_some())
}

fn document(title: &str, lead: &str, files: &[FileProblems], has_site: bool) -> String {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\" class=\"planbook-preview\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
    );
    html.push_str("<title>");
    escape(title, &mut html);
    html.push_str("</title>\n<link rel=\"stylesheet\" href=\"/~preview/live.css\">\n<link rel=\"icon\" href=\"/~preview/icon.svg\" type=\"image/svg+xml\">\n</head>\n<body>\n<main class=\"planbook-problems\">\n");
    element(&mut html, "h1", "", title);
    element(&mut html, "p", "", lead);
    for file in files {
        section(&mut html, file);
    }
    if has_site {
        html.push_str("<p><a href=\"/\">To the site</a></p>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn section(html: &mut String, file: &FileProblems) {
    html.push_str("<section class=\"planbook-file\">\n");
    element(html, "h2", "", if file.path.is_empty() { "The book as a whole" } else { &file.path });
    html.push_str("<ul>\n");
    for problem in &file.problems {
        one(html, problem);
    }
    html.push_str("</ul>\n</section>\n");
}

fn one(html: &mut String, problem: &PanelProblem) {
    html.push_str(&format!("<li class=\"planbook-problem planbook-{}\">\n", problem.severity));
    let kind = if problem.severity == "error" { "Error" } else { "Warning" };
    let place =
        problem.line.zip(problem.column).map(|(line, column)| format!("line {line}, column {column}"));
    html.push_str("<p class=\"planbook-place\">");
    html.push_str(kind);
    if let Some(place) = &place {
        html.push_str(", ");
        match &problem.editor {
            Some(address) => {
                html.push_str("<a href=\"");
                escape(address, html);
                html.push_str(&format!("\">{place}</a>"));
            }
            None => html.push_str(place),
        }
    }
    if !problem.code.is_empty() {
        html.push_str(&format!(" <code>{}</code>", problem.code));
    }
    html.push_str("</p>\n");
    element(html, "p", "planbook-message", &problem.message);
    if let Some(note) = &problem.note {
        element(html, "p", "planbook-note", note);
    }
    if let Some(suggestion) = &problem.suggestion {
        element(html, "p", "planbook-help", &format!("Did you mean {suggestion}?"));
    }
    if let Some(help) = &problem.help {
        element(html, "p", "planbook-help", &format!("Help: {help}"));
    }
    html.push_str("</li>\n");
}

fn element(html: &mut String, name: &str, class: &str, text: &str) {
    html.push_str(&match class {
        "" => format!("<{name}>"),
        class => format!("<{name} class=\"{class}\">"),
    });
    // What stands between backticks is to be written as it is.
    for (at, part) in text.split('`').enumerate() {
        let is_code = at % 2 == 1;
        html.push_str(if is_code { "<code>" } else { "" });
        escape(part, html);
        html.push_str(if is_code { "</code>" } else { "" });
    }
    html.push_str(&format!("</{name}>\n"));
}
