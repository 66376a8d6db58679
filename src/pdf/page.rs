//! The browser's copy of the page. It differs from the one of the site in what only a PDF needs: the plan's title as the
//! document's, a size of paper, numbers of pages, and links that lead on from wherever the file is read.

use std::collections::BTreeMap;

use memchr::memmem;

use super::names::{PAGE, PAPER};
use crate::links;
use crate::markdown::escape;
use crate::route::base_path;

/// What begins the address of a link.
const HREF: &str = " href=\"";

/// The page as it stands in the site.
pub(super) struct PrintedPage<'a> {
    pub(super) html: &'a str,
    pub(super) title: &'a str,
    pub(super) base_url: Option<&'a str>,
}

impl PrintedPage<'_> {
    /// The page as it is printed. `numbers` are the pages of the ids that a table of contents may name.
    pub(super) fn prepare(&self, numbers: &BTreeMap<String, usize>) -> String {
        let html = self.with_title();
        let paper = format!("<link rel=\"stylesheet\" href=\"{PAPER}\">\n</head>");
        let html = html.replacen("</head>", &paper, 1);
        self.with_links(&html, numbers)
    }

    fn with_title(&self) -> String {
        let end = self.html.find("</title>");
        let start = self.html.find("<title>").map(|at| at + "<title>".len());
        match start.zip(end).and_then(|(start, end)| Some((self.html.get(..start)?, self.html.get(end..)?))) {
            Some((before, after)) => [before, &escaped(self.title), after].concat(),
            None => self.html.to_owned(),
        }
    }

    fn with_links(&self, html: &str, numbers: &BTreeMap<String, usize>) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = memmem::find(rest.as_bytes(), HREF.as_bytes()) {
            let start = at + HREF.len();
            let Some(length) = memchr::memchr(b'"', &rest.as_bytes()[start..]) else { break };
            let (address, after) = (&rest[start..start + length], start + length + 1);
            if in_link(&rest[..at]) {
                out.push_str(&rest[..at]);
                out.push_str(&self.link(address, numbers).unwrap_or_else(|| rest[at..after].to_owned()));
            } else {
                out.push_str(&rest[..after]);
            }
            rest = &rest[after..];
        }
        out + rest
    }

    /// What stands in the place of ` href="…"`; nothing else for a link to another site.
    fn link(&self, address: &str, numbers: &BTreeMap<String, usize>) -> Option<String> {
        let (file, id) = links::within_site(PAGE, address, &base_path(self.base_url))?;
        if let (true, Some(id)) = (file == PAGE, &id) {
            let number = numbers.get(id).map(|number| format!(" data-page=\"{number}\"")).unwrap_or_default();
            return Some(format!("{number}{HREF}#{}\"", escaped(id)));
        }
        // Marked, because a reader on paper needs no note of an address that stands for the site itself.
        let Some(base_url) = self.base_url else { return Some(" data-in-site".to_owned()) };
        let id = id.map(|id| format!("#{id}")).unwrap_or_default();
        let whole = format!("{base_url}{}{id}", file.strip_suffix("index.html").unwrap_or(&file));
        Some(format!(" data-in-site{HREF}{}\"", escaped(&whole)))
    }
}

/// Whether the text ends within the tag of a link.
fn in_link(text: &str) -> bool {
    let tag = text.rfind('<').map_or("", |at| &text[at + 1..]);
    let name = tag.split_ascii_whitespace().next().unwrap_or("");
    name.eq_ignore_ascii_case("a") && !tag.contains('>')
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(text, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = concat!(
        "<head><title>Page – Site</title><link href=\"../assets/style.css\"></head>",
        "<a class=\"n\" href=\"../items/1.1/index.html#x\">1 (1)</a><a href=\"#area-1\">1</a>",
        "<a href=\"index.html#area-1\">1</a><a href=\"../index.html\">Home</a><a href=\"https://a.example/?a&amp;b\">",
        "<p>an href=\"../x\"</p>",
    );

    fn prepared(base_url: Option<&str>) -> String {
        let page = PrintedPage { html: HTML, title: "Ports & harbours", base_url };
        page.prepare(&BTreeMap::from([("area-1".to_owned(), 3)]))
    }

    #[test]
    fn links_lead_on_from_anywhere() {
        assert_eq!(
            prepared(Some("https://plan.example/p/")),
            concat!(
                "<head><title>Ports &amp; harbours</title><link href=\"../assets/style.css\">",
                "<link rel=\"stylesheet\" href=\"paper.css\">\n</head>",
                "<a class=\"n\" data-in-site href=\"https://plan.example/p/items/1.1/#x\">1 (1)</a>",
                "<a data-page=\"3\" href=\"#area-1\">1</a><a data-page=\"3\" href=\"#area-1\">1</a>",
                "<a data-in-site href=\"https://plan.example/p/\">Home</a>",
                "<a href=\"https://a.example/?a&amp;b\"><p>an href=\"../x\"</p>",
            )
        );
    }

    #[test]
    fn without_an_address_of_the_site_its_other_pages_are_no_links() {
        let html = prepared(None);
        assert!(html.contains("<a class=\"n\" data-in-site>1 (1)</a>"), "{html}");
        assert!(html.contains("<a data-in-site>Home</a>") && html.contains("href=\"#area-1\""), "{html}");
    }
}
