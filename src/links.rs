//! Checks that no link of the finished site is broken: each leads to a file, and to an id in it. It reads the pages as
//! they are, so it covers the templates of a book's own theme too.
//!
//! [`scan`] reads one page, on any thread, and keeps little: whether a file exists is settled at once, and only links to
//! ids of other pages wait for [`check`], when all pages are known.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use crate::diag::{Diagnostic, Span, code};

/// The paths of a site's files. Only looked up in, never walked through.
#[expect(
    clippy::disallowed_types,
    reason = "a page has a hundred links; the order of this set is never seen"
)]
pub type Files<'a> = std::collections::HashSet<&'a str>;

/// Where texts of records ask for an id of another page, by the path of that page and the id; or for a file of the site, with no
/// id.
pub type Asked = BTreeMap<(String, String), Vec<Span>>;

/// What one page leaves to be checked.
#[derive(Debug, Default)]
pub struct PageLinks {
    /// Links to ids of other pages: path and id.
    wanted: Vec<(String, String)>,
    /// Links to files that the site does not have: path, and id if there is one.
    missing: Vec<(String, Option<String>)>,
    /// Its own ids, sorted.
    ids: Vec<Box<str>>,
    /// What is wrong already.
    problems: Vec<Diagnostic>,
}

/// Reads the links and ids of an HTML page at `path`. `base` is the path at which the site stands, such as `/plan/`. Of the
/// page, only they are looked at as text.
pub fn scan(path: &str, html: &[u8], base: &str, files: &Files<'_>) -> PageLinks {
    let mut links =
        PageLinks { ids: attributes(html, b" id=\"").map(Box::from).collect(), ..PageLinks::default() };
    links.ids.sort_unstable();
    for pair in links.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
        links.problems.push(
            Diagnostic::placeless(
                code::BROKEN_LINK,
                format!("the page {path} has the id `{}` twice", pair[0]),
            )
            .help("links to this id go to the first element only: give one of the two another id"),
        );
    }
    let mut file = String::new();
    for address in attributes(html, b" href=\"").chain(attributes(html, b" src=\"")) {
        if leads_directly(path, address, files, &mut file) {
            continue;
        }
        let Some((target, fragment)) = within_site(path, address, base) else { continue };
        if !files.contains(target.as_str()) {
            links.missing.push((target, fragment));
        } else if let Some(fragment) = fragment {
            if target == path {
                if links.ids.binary_search_by(|id| (**id).cmp(fragment.as_str())).is_err() {
                    links.problems.push(broken(path, &target, Some(&fragment), true));
                }
            } else {
                links.wanted.push((target, fragment));
            }
        }
    }
    links
}

/// Whether an address leads up by folders, then down to a file, as most do: these need no taking apart. Pages in another
/// language do not lead up to the root of the site. `file` is for the path, of whichever use it was before.
fn leads_directly(path: &str, address: &str, files: &Files<'_>, file: &mut String) -> bool {
    let above = |folder: &str| folder.rfind('/').unwrap_or(0);
    let mut folder = &path[..above(path)];
    let mut rest = address;
    while let Some(further) = rest.strip_prefix("../") {
        if folder.is_empty() {
            return false;
        }
        (folder, rest) = (&folder[..above(folder)], further);
    }
    if folder.is_empty() {
        return files.contains(rest);
    }
    file.clear();
    file.extend([folder, "/", rest]);
    files.contains(file.as_str())
}

fn broken(path: &str, target: &str, fragment: Option<&str>, exists: bool) -> Diagnostic {
    let shown = fragment.map_or_else(|| target.to_owned(), |fragment| format!("{target}#{fragment}"));
    Diagnostic::placeless(
        code::BROKEN_LINK,
        format!("the page {path} links to {shown}, which does not exist"),
    )
    .help(if exists {
        "no element of that page has this id; correct the link or the id"
    } else {
        "look at the template of the page, or at the link in the record's text"
    })
}

/// The values of an attribute that is written with double quotes, as all of ours are.
fn attributes<'a>(html: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = &'a str> {
    memmem::find_iter(html, name).filter_map(move |at| {
        let rest = html.get(at + name.len()..)?;
        let end = memchr::memchr(b'"', rest)?;
        std::str::from_utf8(&rest[..end]).ok()
    })
}

/// The file that an address on the page at `path` leads to, and the id in it; `None` for other sites.
pub fn within_site(path: &str, address: &str, base: &str) -> Option<(String, Option<String>)> {
    let address = address.replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
    let (target, fragment) = match address.split_once('#') {
        Some((target, fragment)) => {
            (target, Some(fragment.to_owned()).filter(|fragment| !fragment.is_empty()))
        }
        None => (address.as_str(), None),
    };
    // What stands behind a question mark is for the script of the page.
    let target = target.split_once('?').map_or(target, |(target, _)| target);
    if target.is_empty() {
        return fragment.map(|fragment| (path.to_owned(), Some(fragment)));
    }
    let scheme = target.split(['/', '?']).next().is_some_and(|start| start.contains(':'));
    if scheme || target.starts_with("//") {
        return None;
    }
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => path.rsplit_once('/').map_or_else(Vec::new, |(folder, _)| folder.split('/').collect()),
    };
    let relative = target.strip_prefix(base).unwrap_or(target);
    let mut outside = false;
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => outside |= parts.pop().is_none(),
            name => parts.push(name),
        }
    }
    let mut file = parts.join("/");
    if outside {
        file = format!("../{file}");
    } else if target.ends_with('/') {
        file = if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
    }
    Some((file, fragment))
}

/// Reports broken links, and ids that a page has twice. `pages` are all HTML pages by path. A text may stand on several
/// pages, so what `asked` knows a place for is told once, there; it is only called when something is wrong.
pub fn check(pages: &BTreeMap<String, PageLinks>, asked: impl FnOnce() -> Asked) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> =
        pages.values().flat_map(|page| page.problems.iter().cloned()).collect();
    let has_id = |target: &String, id: &str| {
        pages.get(target).is_some_and(|page| page.ids.binary_search_by(|own| (**own).cmp(id)).is_ok())
    };
    let wanted = pages.iter().flat_map(|(path, page)| page.wanted.iter().map(move |wanted| (path, wanted)));
    let broken_ones: Vec<_> = wanted.filter(|(_, (target, id))| !has_id(target, id)).collect();
    if broken_ones.is_empty() && pages.values().all(|page| page.missing.is_empty()) {
        return diagnostics;
    }
    let mut asked = asked();
    diagnostics.extend(missing(pages, &mut asked));
    let mut told = BTreeSet::new();
    for (path, wanted) in broken_ones {
        let (target, id) = wanted;
        match asked.remove(wanted) {
            Some(spans) => {
                told.insert(wanted);
                diagnostics.extend(spans.into_iter().map(|span| at_its_place(span, target, id)));
            }
            None if told.contains(wanted) => {}
            None => diagnostics.push(broken(path, target, Some(id), true)),
        }
    }
    diagnostics
}

/// Reports links to files that the site does not have: those of texts at their place, others with the page.
fn missing(pages: &BTreeMap<String, PageLinks>, asked: &mut Asked) -> Vec<Diagnostic> {
    let (mut found, mut known) = (Vec::new(), BTreeSet::new());
    let links = pages.iter().flat_map(|(path, page)| page.missing.iter().map(move |link| (path, link)));
    for (path, (target, fragment)) in links {
        let at = fragment.is_none().then(|| asked.remove(&(target.clone(), String::new()))).flatten();
        if let Some(spans) = at {
            known.insert(target);
            found.extend(spans.into_iter().map(|span| no_file(span, target)));
        } else if fragment.is_some() || !known.contains(target) {
            found.push(broken(path, target, fragment.as_deref(), false));
        }
    }
    found
}

fn no_file(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(code::BROKEN_LINK, span, format!("this link leads to /{target}, which the site does not have"))
        .help("put the file into content/static/, which stands at the root of the site; to link to a record, write `[[id]]`")
}

fn at_its_place(span: Span, target: &str, id: &str) -> Diagnostic {
    Diagnostic::new(code::BROKEN_LINK, span, format!("this link leads to `#{id}`, which the page {target} does not have"))
        .help("correct what follows `#`, or leave it out; the link beside a heading of the page shows the heading's id")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(pages: &[(&str, &str)], others: &[&str]) -> Vec<String> {
        let files: Files<'_> = pages.iter().map(|(path, _)| *path).chain(others.iter().copied()).collect();
        let scanned = pages
            .iter()
            .map(|(path, html)| ((*path).to_owned(), scan(path, html.as_bytes(), "/plan/", &files)))
            .collect();
        let mut messages: Vec<String> =
            check(&scanned, Asked::new).into_iter().map(|problem| problem.message).collect();
        messages.sort();
        messages
    }

    #[test]
    fn links_of_every_form_are_followed() {
        let page = r##"<a href="../b/index.html#x"></a><a href="#here"></a><p id="here"></p><link href="../../assets/s.css"> <a href="/plan/items/b/?q=x"></a><a href="../b/index.html?q=a/b#x"></a><a href="https://a.example/"></a><a href="mailto:x@a.example"></a>"##;
        assert_eq!(
            problems(
                &[("items/a/index.html", page), ("items/b/index.html", "<i id=\"x\">")],
                &["assets/s.css"]
            ),
            Vec::<String>::new()
        );
        let within = r##"<a href="../b/index.html"></a><a href="../../index.html"></a><a href="../../../index.html"></a><a href="a.html"></a><img src="../../../x/i.png">"##;
        let others = ["ja/b/index.html", "ja/index.html", "index.html", "ja/i/a.html", "x/i.png"];
        let found = problems(&[("ja/i/index.html", within)], &others);
        assert_eq!(
            found,
            [
                "the page ja/i/index.html links to ../index.html, which does not exist",
                "the page ja/i/index.html links to ../x/i.png, which does not exist"
            ]
        );
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        let page = r##"<a href="b.html"></a><a href="#gone"></a><a href="../../../x"></a><p id="a"></p><p id="a"></p><a href="../j/index.html#gone">"##;
        assert_eq!(
            problems(&[("i/index.html", page), ("j/index.html", "")], &[]),
            [
                "the page i/index.html has the id `a` twice",
                "the page i/index.html links to ../x, which does not exist",
                "the page i/index.html links to i/b.html, which does not exist",
                "the page i/index.html links to i/index.html#gone, which does not exist",
                "the page i/index.html links to j/index.html#gone, which does not exist",
            ]
        );
    }
}
