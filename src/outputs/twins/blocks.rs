//! The blocks of a page, as Markdown: headings, paragraphs, lists, facts, tables.

use super::line::{Source, longest_run};
use super::lists::{Block, Kind, entry, joined, quoted};
use super::shown::{children, has_class, is_inline};
use super::tables::table;
use crate::web_page::NodeId;

/// The blocks of a page, or of a part of it.
struct Blocks<'a> {
    source: Source<'a>,
    done: Vec<Block>,
    /// The last heading, after which a table need not say what it is.
    heading: String,
    /// Whether these are of an entry in a list, where a heading would be one of the page.
    in_list: bool,
}

/// What sets a remark off from the text around it.
const REMARKS: &[&str] = &["note", "tip", "important", "warning", "caution"];

/// The blocks of these nodes.
pub(super) fn blocks(source: Source<'_>, nodes: impl Iterator<Item = NodeId>) -> Vec<Block> {
    of(source, nodes, false)
}

fn of(source: Source<'_>, nodes: impl Iterator<Item = NodeId>, in_list: bool) -> Vec<Block> {
    let mut blocks = Blocks { source, done: Vec::new(), heading: String::new(), in_list };
    blocks.add_all(nodes);
    blocks.done
}

impl Blocks<'_> {
    /// What stands within a line is a paragraph up to the next block.
    fn add_all(&mut self, nodes: impl Iterator<Item = NodeId>) {
        let mut line = Vec::new();
        for node in nodes {
            if is_inline(self.source.document, node) {
                line.push(node);
            } else {
                self.paragraph(std::mem::take(&mut line));
                self.add(node);
            }
        }
        self.paragraph(line);
    }

    fn paragraph(&mut self, line: Vec<NodeId>) {
        let text = self.source.line(line.into_iter());
        let text = text.trim_end_matches("\\\n");
        if !text.is_empty() {
            self.done.push(Block::new(Kind::Paragraph, not_a_list(text)));
        }
    }

    fn inner(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<'_> {
        children(self.source.document, node)
    }

    fn add(&mut self, node: NodeId) {
        let (source, name) = (self.source, self.source.document.nodes[node].name.as_str());
        let inner = || children(source.document, node);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, name),
            "ul" | "ol" => self.list(node, name == "ol"),
            "dl" => self.facts(node),
            "table" => {
                let text = table(source, node, &self.heading);
                self.done.extend(text.into_iter().map(|text| Block::new(Kind::Other, text)));
            }
            "blockquote" => self.quotation(node),
            "pre" => self.other(fenced(&source.text(node))),
            "hr" => self.other("---".to_owned()),
            _ => self.add_all(inner()),
        }
    }

    /// A quotation, or a remark that its author set off as one.
    fn quotation(&mut self, node: NodeId) {
        let document = self.source.document;
        let mut quoted_blocks = of(self.source, self.inner(node), self.in_list);
        let remark = REMARKS.iter().find(|name| has_class(document, node, name));
        if let (Some(name), Some(first)) = (remark, quoted_blocks.first_mut()) {
            first.text.insert_str(0, &format!("[!{}]\n", name.to_uppercase()));
        }
        self.other(quoted(&quoted_blocks));
    }

    fn other(&mut self, text: String) {
        if !text.is_empty() {
            self.done.push(Block::new(Kind::Other, text));
        }
    }

    fn heading(&mut self, node: NodeId, name: &str) {
        let text = self.source.one_line(node);
        if text.is_empty() {
            return;
        }
        self.heading.clone_from(&text);
        let level: usize = name[1..].parse().unwrap_or(1);
        let block = match (level, self.in_list) {
            (_, true) => Block::new(Kind::Paragraph, not_a_list(&text)),
            (1, _) => Block::new(Kind::Title, ["# ", &text].concat()),
            _ => Block::new(Kind::Heading, ["#".repeat(level).as_str(), " ", &text].concat()),
        };
        self.done.push(block);
    }

    /// A list of a template has numbers only where the style sheet leaves them; it does at notes.
    fn list(&mut self, node: NodeId, ordered: bool) {
        let document = self.source.document;
        let is_plain = document.attribute(node, "class").is_none();
        let numbered = ordered && (is_plain || has_class(document, node, "footnotes"));
        let mut number: u64 =
            document.attribute(node, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let (bullet, stop, mut entries) = (self.bullet(), self.stop(), Vec::new());
        for child in self.inner(node) {
            let blocks = of(self.source, std::iter::once(child).flat_map(|child| self.inner(child)), true);
            if document.nodes[child].name != "li" || blocks.is_empty() {
                continue;
            }
            let marker = if numbered { format!("{number}{stop} ") } else { bullet.to_owned() };
            entries.push(entry(&marker, &blocks));
            number = number.saturating_add(1);
        }
        self.listed(&entries);
    }

    /// What begins an entry. Two lists with one sign would be one list.
    fn bullet(&self) -> &'static str {
        let after = self.done.last().filter(|block| block.kind == Kind::List);
        if after.is_some_and(|list| list.text.starts_with("- ")) { "* " } else { "- " }
    }

    /// What stands after the number of an entry, for the same reason.
    fn stop(&self) -> &'static str {
        let after = self.done.last().filter(|block| block.kind == Kind::List);
        let digits = |list: &str| list.bytes().take_while(u8::is_ascii_digit).count();
        if after.is_some_and(|list| list.text[digits(&list.text)..].starts_with(". ")) { ")" } else { "." }
    }

    fn listed(&mut self, entries: &[String]) {
        if !entries.is_empty() {
            self.done.push(Block::new(Kind::List, entries.join("\n")));
        }
    }

    /// Names with what is said of each.
    fn facts(&mut self, node: NodeId) {
        let mut groups: Vec<(String, Vec<Vec<Block>>)> = Vec::new();
        self.find_facts(node, &mut groups);
        let bullet = self.bullet();
        let said = groups.iter().filter(|(_, all)| !all.is_empty());
        let entries: Vec<String> = said.map(|(name, all)| self.fact(bullet, name, all)).collect();
        self.listed(&entries);
    }

    fn find_facts(&self, node: NodeId, groups: &mut Vec<(String, Vec<Vec<Block>>)>) {
        for child in self.inner(node) {
            match self.source.document.nodes[child].name.as_str() {
                "dt" => groups.push((self.source.one_line(child), Vec::new())),
                "dd" => {
                    let said = of(self.source, self.inner(child), true);
                    if groups.is_empty() {
                        groups.push((String::new(), Vec::new()));
                    }
                    if let Some((_, all)) = groups.last_mut().filter(|_| !said.is_empty()) {
                        all.push(said);
                    }
                }
                "div" => self.find_facts(child, groups),
                _ => {}
            }
        }
    }

    /// "Status: Completed", or the name with all that is said of it below.
    fn fact(&self, bullet: &str, name: &str, all: &[Vec<Block>]) -> String {
        let is_line = |said: &[Block]| said.first().is_some_and(|block| block.kind == Kind::Paragraph);
        let labelled = |value: &str| self.source.words.labelled(name, value);
        match all {
            [said] if is_line(said) => {
                let first = Block::new(Kind::Paragraph, labelled(&said[0].text));
                let rest = said[1..].iter().map(|block| Block::new(block.kind, block.text.as_str()));
                entry(bullet, &std::iter::once(first).chain(rest).collect::<Vec<_>>())
            }
            _ => {
                let below = match all {
                    [said] => joined(said),
                    _ => all.iter().map(|said| entry("- ", said)).collect::<Vec<_>>().join("\n"),
                };
                let name = Block::new(Kind::Paragraph, labelled("").trim_end());
                entry(bullet, &[name, Block::new(Kind::List, below)])
            }
        }
    }
}

/// A text as it stands.
fn fenced(text: &str) -> String {
    let fence = "`".repeat((longest_run(text, '`') + 1).max(3));
    format!("{fence}\n{}\n{fence}", text.trim_end_matches('\n'))
}

/// A paragraph that begins with a number and a full stop, and is no list. Its letters are escaped one text at a time.
fn not_a_list(text: &str) -> String {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_list = rest.len() < text.len()
        && rest.starts_with(['.', ')'])
        && rest[1..].chars().next().is_none_or(char::is_whitespace);
    let (number, rest) = text.split_at(text.len() - rest.len());
    if is_list { [number, "\\", rest].concat() } else { text.to_owned() }
}
