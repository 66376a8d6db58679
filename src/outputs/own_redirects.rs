//! The redirects of the book's own, `content/static/_redirects`: whether they would hide pages of the site, or lead nowhere.

use super::with_address::with_address;
use crate::diag::{Diagnostic, Severity, code};
use crate::page::Context;
use crate::parse::{OwnRedirect, own_redirects, redirect_lines, unescaped};
use crate::route::base_path;
use crate::site::{MANIFEST, Site, SiteFile};
use crate::web_address::{origin, path};

/// What the name of a folder's page is.
const PAGE: &str = "index.html";

/// The site that the lines are held against.
struct Target<'a, C: ?Sized> {
    pages: &'a [SiteFile<C>],
    /// The path at which it stands, without escapes.
    base: String,
    /// Its origin, where it is known.
    origin: Option<String>,
    /// What it has too as soon as its address is known.
    with_address: Vec<String>,
}

/// Reports the lines that lead away from a page, which some hosts follow although the page is there, and those that lead to what
/// the site does not have.
pub(super) fn problems(context: &Context, site: &Site<Context>) -> Vec<Diagnostic> {
    let Some((file, text)) = own_redirects(&context.tree) else { return Vec::new() };
    let base = unescaped(&base_path(context.site_url()));
    let origin = context.site_url().and_then(origin);
    let site = Target { pages: site.pages(), base, origin, with_address: with_address(context) };
    let lines: Vec<OwnRedirect<'_>> = redirect_lines(file, text).collect();
    lines.iter().filter_map(|line| over_page(line, &site).or_else(|| astray(line, &lines, &site))).collect()
}

fn over_page<C: ?Sized>(line: &OwnRedirect<'_>, site: &Target<'_, C>) -> Option<Diagnostic> {
    let page = hidden(line.from, site.pages, &site.base)?;
    let address = page.strip_suffix(PAGE).unwrap_or(page);
    let message =
        format!("the redirect from {} would hide {}{address}, which the site has", line.from, site.base);
    let problem = Diagnostic::new(code::URL_COLLISION, line.span, message);
    Some(problem.help("a redirect is for an address that the site does not have, such as one of an old site"))
}

/// That a line leads to nothing, or round in a circle. What leads to another site, or to another part of the host, is not
/// followed.
fn astray<C: ?Sized>(
    line: &OwnRedirect<'_>,
    lines: &[OwnRedirect<'_>],
    site: &Target<'_, C>,
) -> Option<Diagnostic> {
    let mut to = site.path(line.to)?;
    for at in 0..=lines.len() {
        if site.has(to.strip_prefix(&site.base)?) {
            return None;
        }
        let leads_on = |line: &&OwnRedirect<'_>| {
            let pattern = unescaped(line.from);
            fits(&steps(&pattern).collect::<Vec<_>>(), steps(&to))
        };
        return Some(match lines.iter().find(leads_on) {
            None if at == 0 => nowhere(line, &to),
            Some(next) if next == line => {
                let message = format!("the redirect from {} leads round in a circle", line.from);
                Diagnostic::new(code::BROKEN_LINK, line.span, message).help("write where the page is now")
            }
            // What stands for a part of the address may be anything there.
            Some(next) if !to.contains("/:") => {
                to = site.path(next.to)?;
                continue;
            }
            // It is said of the line that leads to nothing, or is in the circle.
            _ => return None,
        });
    }
    None
}

/// That a line leads to what the site does not have. Another program may put a file there, such as the plan as a PDF.
fn nowhere(line: &OwnRedirect<'_>, to: &str) -> Diagnostic {
    if !is_other_file(to) {
        let message = format!("the redirect leads to {}, which the site does not have", line.to);
        return Diagnostic::new(code::BROKEN_LINK, line.to_span, message)
            .help("write the address of a page of the site, or the full URL of a page elsewhere");
    }
    let message = format!("the redirect leads to {}, which planbook does not put into the site", line.to);
    let problem = Diagnostic::new(code::BROKEN_LINK, line.to_span, message);
    let problem =
        problem.help("put the file into content/static/, or copy it into the site after each build");
    Diagnostic { severity: Severity::Warning, ..problem }
}

/// Whether a path is that of a file that is no page, by its extension. The number of an item, such as `3.1`, is none.
fn is_other_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_ending = ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.chars().all(|c| c.is_ascii_alphanumeric());
    is_ending && !matches!(ending.as_str(), "html" | "htm")
}

impl<C: ?Sized> Target<'_, C> {
    /// The path of an address of the site, without escapes, and without what hosts do not look at.
    fn path(&self, address: &str) -> Option<String> {
        let address = address.split(['?', '#']).next().unwrap_or(address);
        if address.starts_with('/') {
            return Some(unescaped(address));
        }
        let is_own = self.origin.is_some() && origin(address) == self.origin;
        is_own.then(|| format!("/{}", unescaped(&path(address).unwrap_or_default())))
    }

    /// Whether there is a page or file at a path from the root of the site; where a part stands for anything, whether something
    /// begins as it does.
    fn has(&self, path: &str) -> bool {
        let from = |path: &str| self.pages.partition_point(|page| page.path.as_str() < path);
        let is_there = |path: &str| self.pages.get(from(path)).is_some_and(|page| page.path == path);
        if let Some((certain, _)) = ["/", path].concat().split_once("/:") {
            let certain = [certain.trim_start_matches('/'), "/"].concat();
            let certain = certain.trim_start_matches('/');
            return self.pages.get(from(certain)).is_some_and(|page| page.path.starts_with(certain));
        }
        let folder = path.trim_end_matches('/');
        let page = if folder.is_empty() { PAGE.to_owned() } else { [folder, "/", PAGE].concat() };
        let with_address = || self.with_address.iter().any(|file| file == path);
        path == MANIFEST
            || with_address()
            || is_there(path)
            || is_there(&page)
            || is_there(&[folder, ".html"].concat())
    }
}

/// The first file of the site whose address a pattern fits.
fn hidden<'a, C: ?Sized>(pattern: &str, pages: &'a [SiteFile<C>], base: &str) -> Option<&'a str> {
    let pattern = unescaped(pattern);
    let certain = pattern.find(['*', ':']).map_or(pattern.as_str(), |end| &pattern[..end]);
    // Paths are sorted, and a site has many.
    let certain = match certain.strip_prefix(base) {
        Some(path) => path.trim_end_matches('/'),
        None if base.starts_with(certain.trim_end_matches('/')) => "",
        None => return None,
    };
    let from = pages.partition_point(|page| page.path.as_str() < certain);
    let paths =
        pages[from..].iter().map(|page| page.path.as_str()).take_while(|path| path.starts_with(certain));
    let pattern: Vec<&str> = steps(&pattern).collect();
    let fits = |path: &&str| {
        let folder = path.strip_suffix(PAGE).unwrap_or(path);
        let short = path.strip_suffix(".html").unwrap_or(path);
        [*path, folder, short].iter().any(|path| fits(&pattern, steps(base).chain(steps(path))))
    };
    paths.into_iter().find(fits)
}

fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|step| !step.is_empty())
}

/// Whether a pattern stands for a path: `*` for the rest, `:name` for one step.
fn fits<'a>(pattern: &[&str], mut path: impl Iterator<Item = &'a str>) -> bool {
    for part in pattern {
        if *part == "*" {
            return true;
        }
        let Some(step) = path.next() else { return false };
        if !part.starts_with(':') && *part != step {
            return false;
        }
    }
    path.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::hidden;
    use crate::site::{Body, SiteFile};

    #[test]
    fn a_pattern_fits_the_addresses_that_hosts_fit_it_to() {
        let paths = [
            "404.html",
            "CNAME",
            "index.html",
            "items/1.1/index.html",
            "items/index.html",
            "plan/index.html",
        ];
        let pages: Vec<SiteFile<()>> = paths
            .iter()
            .map(|path| SiteFile {
                path: (*path).to_owned(),
                body: Body::Bytes(Vec::new()),
                template: None,
                owner: None,
            })
            .collect();
        for (pattern, base, found) in [
            ("/*", "/", Some("404.html")),
            ("/", "/", Some("index.html")),
            ("/index.html", "/", Some("index.html")),
            ("/items", "/", Some("items/index.html")),
            ("/items/", "/", Some("items/index.html")),
            ("/items/:id", "/", Some("items/1.1/index.html")),
            ("/items/:id/x", "/", None),
            ("/old/*", "/", None),
            ("/item", "/", None),
            ("/:page", "/", Some("404.html")),
            ("/site/plan/*", "/site/", Some("plan/index.html")),
            ("/*", "/site/", Some("404.html")),
            ("/sit/*", "/site/", None),
            ("/plan/*", "/site/", None),
            ("/site", "/site/", Some("index.html")),
            ("/:a/plan", "/site/", Some("plan/index.html")),
            ("/%69tems/1%2E1/", "/", Some("items/1.1/index.html")),
            ("/%69tems/*", "/", Some("items/1.1/index.html")),
            ("/404", "/", Some("404.html")),
        ] {
            assert_eq!(hidden(pattern, &pages, base), found, "{pattern} at {base}");
        }
    }
}
