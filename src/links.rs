//! Checks that no link of the finished site is broken: each leads to a file, and to an id in it. It reads the pages as
//! they are, so it covers the templates of a book's own theme too.
//!
//! [`scan`] reads one page, on any thread, and keeps little: whether a file exists is settled at once, and only links to
//! ids of other pages wait for [`check`], when all pages are known.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use crate::diag::{Diagnostic, Span, and_others, code};
use crate::route::from_any_page;
use crate::source::Tree;

/// The paths of a site's files. Only looked up in, never walked through.
#[expect(
    clippy::disallowed_types,
    reason = "a page has a hundred links; the order of this set is never seen"
)]
pub type Files<'a> = std::collections::HashSet<&'a str>;

/// Where texts of records ask for an id of another page, by the path of that page and the id; or for a file of the site, with an
/// empty id.
pub type Asked = BTreeMap<(String, String), Vec<Span>>;

/// What one page leaves to be checked.
#[derive(Debug, Default)]
pub struct PageLinks {
    /// Links to ids of pages.
    wanted: Vec<PageLink>,
    /// Links to files that the site does not have.
    missing: Vec<PageLink>,
    /// Its own ids, sorted.
    ids: Vec<Box<str>>,
    /// What is wrong already.
    problems: Vec<Diagnostic>,
}

/// A link of a page.
#[derive(Debug)]
struct PageLink {
    /// The path of the file, and the id in it; an empty one where it names none.
    to: (String, String),
    /// The address as a template has it.
    address: String,
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
        let is_there = files.contains(target.as_str());
        let fragment = fragment.unwrap_or_default();
        if is_there && (fragment.is_empty() || !names_element(&target, &fragment)) {
            continue;
        }
        let is_own = target == path && links.ids.binary_search_by(|id| (**id).cmp(&fragment)).is_ok();
        if !is_there || !is_own {
            let address = from_any_page(address, base).to_owned();
            let kind = if is_there { &mut links.wanted } else { &mut links.missing };
            kind.push(PageLink { to: (target, fragment), address });
        }
    }
    links
}

/// Whether what follows the `#` is the id of an element: in what is no page, it is a page number, a line or a part of a drawing;
/// in any page, `top` is its beginning, and `:~:` is before words that are looked for.
fn names_element(target: &str, fragment: &str) -> bool {
    target.ends_with(".html") && !fragment.eq_ignore_ascii_case("top") && !fragment.contains(":~:")
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

/// Links that no text asks for, by the address that a template has and whether there is the file: where it leads from the first
/// page, and all pages with it.
type OfTemplates<'a> = BTreeMap<(&'a str, bool), (&'a (String, String), BTreeSet<&'a str>)>;

/// Reports broken links, and ids that a page has twice. `pages` are all HTML pages by path. A text may stand on several
/// pages, so what `asked` knows a place for is told once, there; it is only called when something is wrong. What a template has
/// stands on many pages, and is told once for all.
pub fn check(
    pages: &BTreeMap<String, PageLinks>,
    tree: &Tree,
    asked: impl FnOnce() -> Asked,
) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> =
        pages.values().flat_map(|page| page.problems.iter().cloned()).collect();
    let has_id = |(target, id): &(String, String)| {
        pages.get(target).is_some_and(|page| page.ids.binary_search_by(|own| (**own).cmp(id)).is_ok())
    };
    let mut broken: Vec<(&str, &PageLink, bool)> = Vec::new();
    for (path, page) in pages {
        broken.extend(page.missing.iter().map(|link| (path.as_str(), link, false)));
        let wanted = page.wanted.iter().filter(|link| !has_id(&link.to));
        broken.extend(wanted.map(|link| (path.as_str(), link, true)));
    }
    if broken.is_empty() {
        return diagnostics;
    }
    let mut asked = asked();
    let mut told = BTreeSet::new();
    let mut of_templates = OfTemplates::new();
    for (path, link, is_there) in broken {
        let (target, id) = &link.to;
        if let Some(spans) = asked.remove(&link.to) {
            told.insert(&link.to);
            let one = |span| if is_there { at_its_place(span, target, id) } else { no_file(span, target) };
            diagnostics.extend(spans.into_iter().map(one));
        } else if !told.contains(&link.to) {
            let link = (of_templates.entry((link.address.as_str(), is_there)))
                .or_insert_with(|| (&link.to, BTreeSet::new()));
            link.1.insert(path);
        }
    }
    let of_templates = of_templates.into_iter();
    diagnostics.extend(of_templates.map(|((address, is_there), (to, pages))| {
        let span = in_template(tree, address);
        of_template(to, is_there, &pages, span)
    }));
    diagnostics
}

/// A problem of all pages that have a link of a template.
fn of_template(
    (target, id): &(String, String),
    is_there: bool,
    pages: &BTreeSet<&str>,
    span: Option<Span>,
) -> Diagnostic {
    let first = pages.first().copied().unwrap_or_default();
    let others = and_others(pages.len().saturating_sub(1));
    let verb = if others.is_empty() { "links" } else { "link" };
    let hash = if id.is_empty() { "" } else { "#" };
    let message = format!("the page {first}{others} {verb} to {target}{hash}{id}, which does not exist");
    let problem = Diagnostic { span, ..Diagnostic::placeless(code::BROKEN_LINK, message) };
    problem.help(if is_there {
        "no element of that page has this id; correct the link or the id"
    } else {
        "look at the template of the page, or at the link in the record's text; a file for the root of the site stands in content/static/"
    })
}

/// Where a template of the book links to an address.
fn in_template(tree: &Tree, address: &str) -> Option<Span> {
    let templates = tree.below("themes/").filter(|(_, file)| file.path.ends_with(".html"));
    templates.filter_map(|(id, _)| Some((id, tree.text(id)?))).find_map(|(id, text)| {
        let is_link = |at: &usize| {
            let tag = &text[text[..*at].rfind('<').unwrap_or(0)..*at];
            text[at + address.len()..].starts_with('"') && (tag.contains("href=") || tag.contains("src="))
        };
        let at = text.match_indices(address).map(|(at, _)| at).find(is_link)?;
        Some(Span::new(id, at..at + address.len()))
    })
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
        let mut messages: Vec<String> = check(&scanned, &Tree::default(), Asked::new)
            .into_iter()
            .map(|problem| problem.message)
            .collect();
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

    #[test]
    fn what_follows_the_hash_is_an_id_only_in_a_page() {
        let page = r##"<a href="#top"></a><a href="#TOP"></a><a href="#"></a><img src="../s.svg#a"><a href="../d.pdf#page=2"></a><a href="../s.svg#svgView(viewBox(0,0,1,1))"></a><a href="../i.csv#row=4"></a><a href="../j/index.html#:~:text=plan"></a><a href="../j/index.html#a:~:text=plan"></a>"##;
        let found = problems(&[("i/index.html", page), ("j/index.html", "")], &["s.svg", "d.pdf", "i.csv"]);
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(problems(&[("i/index.html", page)], &["s.svg", "d.pdf"]).len(), 3);
    }

    #[test]
    fn what_many_pages_have_is_told_once() {
        let inner = r##"<link href="../f.ico"><a href="#no"></a><link href="../f.ico">"##;
        let found = problems(
            &[
                ("404.html", r##"<link href="/plan/f.ico"><a href="#no">"##),
                ("a/index.html", inner),
                ("b/index.html", inner),
                ("index.html", r##"<link href="f.ico"><a href="a/index.html#gone"></a>"##),
            ],
            &[],
        );
        assert_eq!(
            found,
            [
                "the page 404.html and 2 others link to 404.html#no, which does not exist",
                "the page 404.html and 3 others link to f.ico, which does not exist",
                "the page index.html links to a/index.html#gone, which does not exist",
            ]
        );
    }
}
