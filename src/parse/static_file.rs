//! Files for the root of the site, in `content/static/`: what hosts and search engines look for there, and the logo.

use super::attachment;
use super::host_settings;
use super::own_redirects::{self, REDIRECTS};
use super::static_drawing;
use super::static_page::is_plain_page;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::{Content, Tree};

/// The folder that holds them.
pub const FOLDER: &str = "content/static/";

/// The names that may begin with a full stop.
const HIDDEN: [&str; 3] = [".well-known", ".nojekyll", ".domains"];

/// The types, beside those of other files that records show.
const TYPES: [&str; 8] = ["", "txt", "json", "webmanifest", "xml", "html", "svg", "ico"];

/// The path from the site's root of a file in the folder.
pub fn address(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)
}

/// Whether a file can be a logo, by its name.
pub fn is_logo_type(path: &str) -> bool {
    attachment::ending(path) == "svg" || attachment::is_picture(path)
}

/// Whether nothing is wrong with a file of the folder. One that could not be read was reported as such.
pub fn is_right(tree: &Tree, file: FileId) -> bool {
    tree.content(file).is_some_and(|content| *content != Content::Refused) && check(tree, file).is_empty()
}

/// Whether a file of the folder is a file of the site, as it is. Redirects are, together with those that planbook writes.
pub fn is_published(tree: &Tree, file: FileId) -> bool {
    let address = address(tree.path(file)).unwrap_or_default();
    !address.ends_with(".md") && address != REDIRECTS && is_right(tree, file)
}

/// Why a site does not publish a file.
pub(super) fn check(tree: &Tree, file: FileId) -> Vec<Diagnostic> {
    let Some(content) = tree.content(file).filter(|content| **content != Content::Refused) else {
        return Vec::new();
    };
    let path = tree.path(file);
    let address = address(path).unwrap_or(path);
    match tree.text(file).filter(|_| address == REDIRECTS) {
        Some(text) => own_redirects::check(file, text),
        None => {
            let problem = of_name(file, path, address).or_else(|| of_content(tree, file, content));
            problem.into_iter().collect()
        }
    }
}

/// What is wrong with the name of a file.
fn of_name(file: FileId, path: &str, address: &str) -> Option<Diagnostic> {
    let problem = |code, message: String| Diagnostic::new(code, Span::new(file, 0..0), message);
    if host_settings::is_host_settings(address) {
        let message = format!("{path} has settings of a host, which could undo the policy of the site");
        return Some(problem(code::UNSAFE_FILE, message).help(host_settings::instead(address)));
    }
    if address != REDIRECTS && address.eq_ignore_ascii_case(REDIRECTS) {
        let message = format!(
            "{path} is {REDIRECTS} to disks that know no capital letters, and is not checked as such"
        );
        return Some(problem(code::UNSAFE_FILE, message).help(format!("rename the file to {REDIRECTS}")));
    }
    if is_hidden(address) {
        let message = format!("{path} is hidden, so the site leaves it out");
        return Some(problem(code::STRAY_FILE, message).help(format!(
            "a hidden file is published where its name is one of {}; give the file another name, or move it out of content/",
            HIDDEN.join(", ")
        )));
    }
    (!address.split('/').all(is_step)).then(|| {
        let message = format!("the path {path} cannot be part of a URL");
        problem(code::BAD_ID, message).help(
            "name files and folders in static/ with the letters A to Z and a to z, digits, `-`, `_` and `.`",
        )
    })
}

/// Whether a file is one that the site leaves out because its name, or that of a folder, is hidden.
pub fn is_hidden(address: &str) -> bool {
    address.split('/').any(|step| step.starts_with('.') && !HIDDEN.contains(&step))
}

fn is_step(step: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !step.is_empty() && step.chars().all(plain) && (!step.starts_with('.') || HIDDEN.contains(&step))
}

/// What is wrong with a file whose content is not what a site may have at its root.
fn of_content(tree: &Tree, file: FileId, content: &Content) -> Option<Diagnostic> {
    const MARKUP: &str = "keep to a few words without scripts, events and addresses of other files; a page of the site is a file in content/pages/";
    const BARE: &str =
        "a file without an extension must be text without markup; name a page of the site in content/pages/";
    const AGAIN: &str =
        "save it in that format with the program that made it; it is not enough to rename a file";
    let path = tree.path(file);
    let bytes = content.bytes();
    let (message, help) = match attachment::ending(path) {
        // A server may send no type for it, and browsers look for markup then.
        "" if !std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('<')) => (program(path), BARE),
        "" | "txt" | "json" | "webmanifest" => return None,
        "html" if tree.text(file).is_some_and(is_plain_page) => return None,
        "xml" | "svg" => return tree.text(file).and_then(|text| of_drawing(file, path, text)),
        "html" => (program(path), MARKUP),
        "ico" if bytes.starts_with(&[0, 0, 1, 0]) => return None,
        _ if attachment::is_of_its_type(path, bytes) => return None,
        ending @ ("ico" | "pdf") => {
            (format!("{path} is not what its name says, a file of the type .{ending}"), AGAIN)
        }
        _ if attachment::is_picture(path) => {
            (format!("{path} is not a picture, though its name says so"), AGAIN)
        }
        ending => return Some(of_other_type(file, path, ending)),
    };
    Some(Diagnostic::new(code::UNSAFE_FILE, Span::new(file, 0..0), message).help(help))
}

/// What a drawing, or other XML, does more than to show something.
fn of_drawing(file: FileId, path: &str, text: &str) -> Option<Diagnostic> {
    let fault = static_drawing::fault(text)?;
    let message = format!("{path} {}", fault.message);
    Some(Diagnostic::new(code::UNSAFE_FILE, Span::new(file, fault.range), message).help(fault.help))
}

fn program(path: &str) -> String {
    format!("{path} could hold a program, so a site must not publish it")
}

fn of_other_type(file: FileId, path: &str, ending: &str) -> Diagnostic {
    let small = ending.to_ascii_lowercase();
    let lower = [&path[..path.len() - ending.len()], &small].concat();
    let is_known = TYPES.contains(&small.as_str()) || small == "pdf" || attachment::is_picture(&lower);
    let problem = |message: String| Diagnostic::new(code::UNSAFE_FILE, Span::new(file, 0..0), message);
    if is_known {
        let message = format!("the extension of {path} is not in small letters");
        return problem(message)
            .help(format!("rename the file to {}", lower.rsplit('/').next().unwrap_or(&lower)));
    }
    problem(format!("{path} is of a type that a site must not publish at its root")).help(
        "static/ is for files without an extension, txt, json, webmanifest, xml, html, svg, ico, png, jpg, gif, webp, avif and pdf, each with the content that its name says; files of the theme, such as scripts, belong into its static/ folder",
    )
}

#[cfg(test)]
mod tests {
    use super::is_step;

    #[test]
    fn names_are_those_that_hosts_ask_for() {
        for step in ["CNAME", ".well-known", ".nojekyll", ".domains", "BingSiteAuth.xml", "robots.txt"] {
            assert!(is_step(step), "{step}");
        }
        for step in ["", ".htaccess", "..", "a b", "é"] {
            assert!(!is_step(step), "{step}");
        }
    }
}
