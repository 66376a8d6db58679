//! A list of twins in Markdown, while it is written: headings, entries and links. Words of records are shown letter by letter.

use crate::language_marks::unmarked;
use crate::page::views::LinkView;
use crate::text_document::escape;

/// A page.
pub(super) struct Text {
    text: String,
}

impl Text {
    /// A page with its title.
    pub(super) fn new(title: &str) -> Self {
        Self { text: format!("# {}\n", plain(title)) }
    }

    /// A paragraph of these words.
    pub(super) fn paragraph(&mut self, words: &str) {
        self.block(&plain(words));
    }

    /// A paragraph, a list or more, as Markdown.
    pub(super) fn block(&mut self, markdown: &str) {
        let markdown = markdown.trim_matches('\n').trim_end();
        if !markdown.is_empty() {
            self.text.extend(["\n", markdown, "\n"]);
        }
    }

    /// Words that somebody else wrote, as a quotation.
    pub(super) fn quote(&mut self, words: &str) {
        let lines: Vec<String> =
            words.lines().map(|line| format!("> {}", plain(line)).trim_end().to_owned()).collect();
        self.block(&lines.join("\n"));
    }

    /// A heading; 2 is below the title.
    pub(super) fn heading(&mut self, level: usize, words: &str) {
        self.block(&[&"#".repeat(level), " ", &plain(words)].concat());
    }

    /// A list of lines of Markdown; nothing where there are none.
    pub(super) fn list(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().map(|line| format!("- {line}")).collect();
        self.block(&lines.join("\n"));
    }

    /// The same below a heading.
    pub(super) fn section(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.heading(2, heading);
            self.list(lines);
        }
    }

    /// The page.
    pub(super) fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// Words as Markdown that shows them. That they are in another language only a page can show.
pub(super) fn plain(words: &str) -> String {
    escape(&unmarked(words))
}

/// A link with these words.
pub(super) fn link(words: &str, to: &str) -> String {
    format!("[{}]({})", plain(words), address(to))
}

/// An address as it stands in a link.
pub(super) fn address(to: &str) -> String {
    let is_simple = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    if !to.is_empty() && to.chars().all(is_simple) {
        return to.to_owned();
    }
    let to = to.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
    format!("<{}>", to.replace(['\n', '\r'], ""))
}

/// A link to another record, or its name.
pub(super) fn to_record(view: &LinkView) -> String {
    if view.href.is_empty() { plain(&view.text) } else { link(&view.text, &twin_href(&view.href)) }
}

/// The twin of a page, from a link to it. What stands at a place of the page stands in the twin somewhere.
pub(super) fn twin_href(href: &str) -> String {
    let (page, _) = href.split_once('#').unwrap_or((href, ""));
    page.strip_suffix("index.html").map_or_else(|| href.to_owned(), |folder| [folder, TWIN].concat())
}

/// What the twin of a page is called beside it.
pub(super) const TWIN: &str = "index.md";

#[cfg(test)]
mod tests {
    use super::{link, twin_href};

    #[test]
    fn links_are_links_whatever_they_lead_to() {
        assert_eq!(link("A [b]", "https://a.example/x?y=1"), r"[A \[b\]](https://a.example/x?y=1)");
        assert_eq!(link("A", "https://a.example/x_(y)"), "[A](<https://a.example/x_(y)>)");
        assert_eq!(link("A", "https://a.example/<\\>"), "[A](<https://a.example/%3C%5C%3E>)");
        for (page, twin) in [
            ("../3.2/index.html", "../3.2/index.md"),
            ("index.html#update_1", "index.md"),
            ("../../files/map.pdf", "../../files/map.pdf"),
        ] {
            assert_eq!(twin_href(page), twin);
        }
    }
}
