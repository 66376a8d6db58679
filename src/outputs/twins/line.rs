//! What stands within a line of a page, as Markdown.

use super::addresses::Addresses;
use super::shown::{children, has_class, is_inline, is_text};
use super::text::address;
use crate::render::Messages;
use crate::text_document::escape;
use crate::web_page::{Document, NodeId};

/// What the twin of a page is made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) document: &'a Document,
    pub(super) addresses: &'a Addresses<'a>,
    pub(super) words: &'a Messages,
}

/// A line break in a text. Where a text must be one line, it is a space.
const BREAK: &str = "\\\n";
/// What a page shows in brackets, or in a line of its own below what it is about: the style sheet does that.
const NOTES: &[&str] = &["inf", "internal-mark", "sub", "flag", "meta", "ms-state"];

/// What parts what was written from what comes next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    /// Two facts side by side.
    Dot,
    /// Two paragraphs, or entries of a list.
    Clause,
}

/// A line while it is written.
struct Line {
    text: String,
    /// What stands before its first word.
    before: Gap,
    gap: Gap,
}

impl<'a> Source<'a> {
    /// The nodes as a line.
    pub(super) fn line(self, nodes: impl Iterator<Item = NodeId>) -> String {
        self.written(nodes).text
    }

    /// What a node has, as a line without breaks: in headings and cells of tables.
    pub(super) fn one_line(self, node: NodeId) -> String {
        self.line(children(self.document, node)).replace(BREAK, " ")
    }

    fn written(self, nodes: impl Iterator<Item = NodeId>) -> Line {
        let mut line = Line { text: String::new(), before: Gap::Nothing, gap: Gap::Nothing };
        self.add_all(&mut line, nodes);
        line
    }

    fn add_all(self, line: &mut Line, nodes: impl Iterator<Item = NodeId>) {
        let mut last = None;
        for node in nodes {
            if last.is_some_and(|last| self.is_fact(last) && self.is_fact(node)) {
                line.part(Gap::Dot);
            }
            self.add(line, node);
            last = Some(node);
        }
    }

    /// Whether it is one of several facts that stand side by side with nothing between them: the style sheet parts them.
    fn is_fact(self, node: NodeId) -> bool {
        self.document.nodes[node].name == "span" && self.document.attribute(node, "lang").is_none()
    }

    fn add(self, line: &mut Line, node: NodeId) {
        if is_text(self.document, node) {
            return line.words(&self.document.nodes[node].text, self.words);
        }
        let inner = || children(self.document, node);
        if !is_inline(self.document, node) {
            line.part(Gap::Clause);
            self.add_all(line, inner());
            return line.part(Gap::Clause);
        }
        let is_note = NOTES.iter().any(|class| has_class(self.document, node, class));
        match self.document.nodes[node].name.as_str() {
            "a" if is_note => line.note(&self.link(node), self.words),
            "a" => line.say(self.link(node), self.words),
            "span" if is_note => line.note(&self.written(inner()), self.words),
            "em" | "i" => line.say(self.written(inner()).within("*", "*"), self.words),
            "strong" | "b" => line.say(self.written(inner()).within("**", "**"), self.words),
            "del" | "s" => line.say(self.written(inner()).within("~~", "~~"), self.words),
            "q" => line.say(self.written(inner()).within("\"", "\""), self.words),
            "code" | "kbd" | "samp" => line.say(Line::of(code(&self.text(node))), self.words),
            "img" => line.say(self.picture(node), self.words),
            "input" => line.say(self.box_of(node), self.words),
            "br" => line.end(),
            _ => self.add_all(line, inner()),
        }
    }

    fn link(self, node: NodeId) -> Line {
        let words = self.written(children(self.document, node));
        let href = self.document.attribute(node, "href").and_then(|href| self.addresses.of(href));
        match href {
            Some(href) => {
                let words = Line { text: words.text.replace(BREAK, " "), ..words };
                words.within("[", &format!("]({})", address(&href)))
            }
            None => words,
        }
    }

    fn picture(self, node: NodeId) -> Line {
        let of = |name| self.document.attribute(node, name).unwrap_or_default();
        match self.addresses.of(of("src")).filter(|_| !of("alt").is_empty()) {
            Some(src) => Line::of(format!("![{}]({})", escape(of("alt")), address(&src))),
            None => Line::of(String::new()),
        }
    }

    /// A box of a list of tasks.
    fn box_of(self, node: NodeId) -> Line {
        let is_box = self.document.attribute(node, "type") == Some("checkbox");
        let is_checked = self.document.attribute(node, "checked").is_some();
        Line::of(
            if !is_box {
                ""
            } else if is_checked {
                "[x]"
            } else {
                "[ ]"
            }
            .to_owned(),
        )
    }

    /// The letters of a node, as they stand there.
    pub(super) fn text(self, node: NodeId) -> String {
        let nodes = self.document.within(node).into_iter();
        nodes.map(|node| self.document.nodes[node].text.as_str()).collect()
    }
}

impl Line {
    fn of(text: String) -> Self {
        Self { text, before: Gap::Nothing, gap: Gap::Nothing }
    }

    /// Letters, of which none is markup.
    fn words(&mut self, text: &str, words: &Messages) {
        let is_space = |c: char| c.is_ascii_whitespace();
        let inner = text.trim_matches(is_space);
        if text.starts_with(is_space) {
            self.part(Gap::Space);
        }
        self.put(&escape_inner(inner), words);
        if !inner.is_empty() && text.ends_with(is_space) {
            self.part(Gap::Space);
        }
    }

    /// Markdown.
    fn say(&mut self, other: Self, words: &Messages) {
        self.part(other.before);
        self.put(&other.text, words);
        self.part(other.gap);
    }

    /// Markdown that says something of what stands before it.
    fn note(&mut self, other: &Self, words: &Messages) {
        if self.text.is_empty() || self.gap > Gap::Space {
            return self.put(&other.text, words);
        }
        if !other.text.is_empty() {
            (self.text, self.gap) = (words.noted(&self.text, &other.text), Gap::Space);
        }
    }

    fn put(&mut self, markdown: &str, words: &Messages) {
        if markdown.is_empty() {
            return;
        }
        if self.text.is_empty() || self.text.ends_with(BREAK) {
            self.before = if self.text.is_empty() { self.gap } else { self.before };
        } else {
            match self.gap {
                // An exclamation mark before a link would make a picture of it.
                Gap::Nothing if self.text.ends_with('!') && markdown.starts_with('[') => {
                    self.text.insert(self.text.len() - 1, '\\');
                }
                Gap::Nothing => {}
                Gap::Space => self.text.push(' '),
                Gap::Dot => self.text.push_str(" · "),
                Gap::Clause => self.text.push_str(words.get("sign-semicolon")),
            }
        }
        self.gap = Gap::Nothing;
        self.text.push_str(markdown);
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// The end of a line of verse, or of an address.
    fn end(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(BREAK) {
            self.text.push_str(BREAK);
        }
        self.gap = Gap::Nothing;
    }

    /// The line between two signs, where it has something.
    fn within(self, open: &str, close: &str) -> Self {
        if self.text.is_empty() { self } else { Self { text: [open, &self.text, close].concat(), ..self } }
    }
}

/// Letters within a line: spaces that HTML shows as one are one.
fn escape_inner(text: &str) -> String {
    // A space that does not break is a letter.
    let kept: Vec<String> = text
        .split('\u{a0}')
        .map(|part| {
            let (start, end) = (part.starts_with(' '), part.len() > 1 && part.ends_with(' '));
            [if start { " " } else { "" }, &escape(part), if end { " " } else { "" }].concat()
        })
        .collect();
    kept.join("\u{a0}")
}

/// Code within a line, between more strokes than it has itself.
fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let room = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    if text.is_empty() { text } else { [&fence, room, &text, room, &fence].concat() }
}

/// How many of a letter stand side by side at most.
pub(super) fn longest_run(text: &str, letter: char) -> usize {
    text.split(|c| c != letter).map(|run| run.chars().count()).max().unwrap_or(0)
}
