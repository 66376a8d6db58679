//! A page of Markdown, while it is written: headings, facts, lists and links. Words of records are shown letter by letter; only a
//! text that its author wrote as Markdown stays that.

use crate::language_marks::unmarked;
use crate::page::views::{AgencyView, EvidenceView, LinkView};
use crate::render::Messages;
use crate::text_document::escape;

/// What there is to say of a record in a few lines, as Markdown. Its only links lead to other sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InShort {
    /// What it is called.
    pub title: String,
    /// Its summary and its facts.
    pub facts: String,
}

/// A page.
pub(super) struct Text<'a> {
    title: String,
    text: String,
    words: &'a Messages,
}

impl<'a> Text<'a> {
    /// A page with its title.
    pub(super) fn new(title: &str, words: &'a Messages) -> Self {
        Self { title: plain(title), text: String::new(), words }
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

    /// More entries of the list at the end.
    pub(super) fn more_facts(&mut self, lines: impl IntoIterator<Item = String>) {
        let is_list = self.text.trim_end().rsplit('\n').next().is_some_and(|line| line.starts_with("- "));
        if !is_list {
            return self.list(lines);
        }
        lines.into_iter().for_each(|line| self.text.extend(["- ", &line, "\n"]));
    }

    /// The same below a heading.
    pub(super) fn section(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.heading(2, heading);
            self.list(lines);
        }
    }

    /// "Status: Completed", of a label and Markdown.
    pub(super) fn fact(&self, label: &str, value: &str) -> String {
        self.words.labelled(&plain(label), value)
    }

    /// The same, where there is a value.
    pub(super) fn fact_of(&self, label: &str, value: Option<&str>) -> Option<String> {
        value.filter(|value| !value.is_empty()).map(|value| self.fact(label, &plain(value)))
    }

    /// The same without links to pages of the site, which lead nowhere outside of it: their words stay.
    pub(super) fn in_short(self) -> InShort {
        InShort { title: self.title, facts: without_pages(self.text.trim()) }
    }

    /// The page.
    pub(super) fn finish(self) -> Vec<u8> {
        format!("# {}\n{}", self.title, self.text).into_bytes()
    }
}

/// Words as Markdown that shows them. That they are in another language only a page can show.
pub(super) fn plain(words: &str) -> String {
    escape(&unmarked(words))
}

/// A link with these words.
pub(super) fn link(words: &str, address: &str) -> String {
    let is_simple = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    match address.chars().all(is_simple) {
        true => format!("[{}]({address})", plain(words)),
        false => {
            let address = address.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
            format!("[{}](<{}>)", plain(words), address.replace(['\n', '\r'], ""))
        }
    }
}

/// A text of ours with only the links to other sites.
fn without_pages(text: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, words, address, after)) = next_link(rest) {
        kept.push_str(before);
        match is_whole(address) {
            true => kept.push_str(&rest[before.len()..rest.len() - after.len()]),
            false => kept.push_str(words),
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn is_whole(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

/// The first link of a text as [`link`] writes it: what stands before it, its words, its address, and what follows. A bracket
/// of somebody's words has a sign before it.
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let open = unescaped(text, "[")?;
    let words = open + 1..open + 1 + unescaped(&text[open + 1..], "](")?;
    let rest = &text[words.end + 2..];
    let (address, after) = match rest.strip_prefix('<') {
        Some(rest) => rest.split_once(">)")?,
        None => rest.split_once(')')?,
    };
    Some((&text[..open], &text[words], address, after))
}

/// Where a sign stands first that shows itself as a sign.
fn unescaped(text: &str, sign: &str) -> Option<usize> {
    let is_escaped = |at: usize| text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    text.match_indices(sign).map(|(at, _)| at).find(|at| !is_escaped(*at))
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

/// Documents as links, with what is known of each.
pub(super) fn evidence(list: &[EvidenceView], words: &Messages) -> String {
    let one = |evidence: &EvidenceView| {
        let date = evidence.date.as_ref().map(|date| plain(&date.text));
        let archived = evidence.archived.as_ref().map(|copy| link(words.get("archived"), copy));
        let internal = evidence.internal.then(|| plain(words.get("internal-mark")));
        let more: Vec<String> = [date, archived, internal].into_iter().flatten().collect();
        let own = link(&evidence.title, &evidence.url);
        if more.is_empty() { own } else { words.noted(&own, &words.list(&more)) }
    };
    words.clauses(&list.iter().map(one).collect::<Vec<_>>())
}

/// Agencies in a role as links.
pub(super) fn agencies(list: &[AgencyView], words: &Messages) -> String {
    let one = |agency: &AgencyView| {
        let own = link(&agency.name, &twin_href(&agency.href));
        let now = agency.now.as_ref().map(|now| words.with("now-called", &[("name", &now.text)]));
        let mark = |is_so: bool, key| is_so.then(|| words.get(key));
        let said = [
            now.as_deref(),
            agency.role.as_deref(),
            agency.person.as_deref(),
            mark(agency.later, "named-later"),
            agency.since.as_deref(),
        ];
        let source = agency.source.as_ref().map(to_record);
        let marks = [mark(agency.inferred, "inferred"), mark(agency.internal, "internal-mark")];
        let more: Vec<String> = said
            .into_iter()
            .flatten()
            .map(plain)
            .chain(source)
            .chain(marks.into_iter().flatten().map(plain))
            .collect();
        if more.is_empty() { own } else { words.noted(&own, &words.list(&more)) }
    };
    words.list(&list.iter().map(one).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{link, plain, twin_href, without_pages};

    #[test]
    fn outside_of_the_site_only_links_to_other_sites_stay() {
        let words = r"A [b](c) \ d] (<e>)";
        for address in ["../3.2/index.md", "index.md", "../../files/map (1).pdf"] {
            let text = format!("- {} · {}, {}", plain(words), link(words, address), link("計画", address));
            assert_eq!(without_pages(&text), format!("- {0} · {0}, 計画", plain(words)));
        }
        let site =
            format!("{} ({})", link(words, "https://a.example/x_(y)"), link("a", "mailto:a@b.example"));
        assert_eq!(without_pages(&site), site);
        for broken in ["[", "[a](", "[a](b", "](", r"\[a](b)"] {
            assert_eq!(without_pages(broken), broken);
        }
    }

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
