//! The redirects of the book's own, `content/static/_redirects`: whether they would hide pages of the site.

use crate::diag::{Diagnostic, code};
use crate::page::Context;
use crate::parse::{OwnRedirect, own_redirects, redirect_lines};
use crate::route::base_path;
use crate::site::{Site, SiteFile};

/// What the name of a folder's page is.
const PAGE: &str = "index.html";

/// Reports the lines that lead away from a page: some hosts follow them although the page is there.
pub(super) fn over_pages(context: &Context, site: &Site<Context>) -> Vec<Diagnostic> {
    let Some((file, text)) = own_redirects(&context.tree) else { return Vec::new() };
    let base = base_path(context.site_url());
    redirect_lines(file, text).filter_map(|line| over_page(&line, site, &base)).collect()
}

fn over_page(line: &OwnRedirect<'_>, site: &Site<Context>, base: &str) -> Option<Diagnostic> {
    let page = hidden(line.from, site.pages(), base)?;
    let address = page.strip_suffix(PAGE).unwrap_or(page);
    let message = format!("the redirect from {} would hide {base}{address}, which the site has", line.from);
    let problem = Diagnostic::new(code::URL_COLLISION, line.span, message);
    Some(problem.help("a redirect is for an address that the site does not have, such as one of an old site"))
}

/// The first file of the site whose address a pattern fits.
fn hidden<'a, C: ?Sized>(pattern: &str, pages: &'a [SiteFile<C>], base: &str) -> Option<&'a str> {
    let certain = pattern.find(['*', ':']).map_or(pattern, |end| &pattern[..end]);
    // Paths are sorted, and a site has many.
    let certain = match certain.strip_prefix(base) {
        Some(path) => path.trim_end_matches('/'),
        None if base.starts_with(certain.trim_end_matches('/')) => "",
        None => return None,
    };
    let from = pages.partition_point(|page| page.path.as_str() < certain);
    let paths =
        pages[from..].iter().map(|page| page.path.as_str()).take_while(|path| path.starts_with(certain));
    let pattern: Vec<&str> = steps(pattern).collect();
    let fits = |path: &&str| {
        let folder = path.strip_suffix(PAGE).unwrap_or(path);
        [*path, folder].iter().any(|path| fits(&pattern, steps(base).chain(steps(path))))
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
        ] {
            assert_eq!(hidden(pattern, &pages, base), found, "{pattern} at {base}");
        }
    }
}
