//! What white space makes of a text in Markdown: its paragraphs, lists, code and line breaks. Two texts with the same words can
//! be read differently: one paragraph or two, a sentence or code.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::line_breaks::between;
use crate::markdown::options;

/// A line with more signs of lists and quotations at its beginning is no text that anybody reads.
const MOST_LEVELS: usize = 200;

/// Whether two texts are shown as one: moving a line break within a paragraph is no change.
pub(super) fn are_same(before: &str, after: &str) -> bool {
    before == after || (letters(before).eq(letters(after)) && shown(before) == shown(after))
}

/// All that is not white space, without the sign that each line of a quotation has.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && *c != '>')
}

/// A text in one line, with a sign where a block begins: `¶` for a paragraph, words in brackets for others.
pub(super) fn shown(text: &str) -> String {
    if text.lines().any(|line| levels(line) > MOST_LEVELS) {
        return text.to_owned();
    }
    let mut line = Line::default();
    Parser::new_ext(text, options()).for_each(|event| line.event(event));
    line.out.trim().to_owned()
}

fn levels(line: &str) -> usize {
    line.chars()
        .take_while(|c| c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+'))
        .filter(|c| !c.is_whitespace())
        .count()
}

/// The text as far as it was read.
#[derive(Default)]
struct Line {
    out: String,
    /// The last character that a reader sees, within a paragraph.
    last: Option<char>,
    /// The signs of inline marks after a line break whose other side is not yet known.
    open_break: Option<String>,
    in_code: bool,
}

impl Line {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => self.marked("`", &text, "`"),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.marked("$", &text, "$"),
            Event::FootnoteReference(name) => self.marked("[^", &name, "]"),
            Event::SoftBreak => self.open_break = Some(String::new()),
            Event::HardBreak => self.block("[new line]"),
            Event::Rule => self.block("[line across]"),
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            // The first block of a text, or of another block, needs no sign.
            Tag::Paragraph if self.out.is_empty() || self.out.ends_with("] ") => self.block(""),
            Tag::Paragraph => self.block("¶"),
            Tag::Heading { level, .. } => self.block(&format!("[heading {}]", *level as u8)),
            Tag::BlockQuote(_) => self.block("[quotation]"),
            Tag::CodeBlock(kind) => {
                self.block(match kind {
                    CodeBlockKind::Indented => "[code by four spaces]",
                    CodeBlockKind::Fenced(_) => "[code]",
                });
                self.in_code = true;
            }
            Tag::List(Some(first)) => self.block(&format!("[list from {first}]")),
            Tag::List(None) => self.block("[list]"),
            Tag::Item => self.block("[entry]"),
            Tag::Table(_) => self.block("[table]"),
            Tag::TableHead | Tag::TableRow => self.block("[row]"),
            Tag::TableCell => self.block("[cell]"),
            Tag::FootnoteDefinition(name) => self.block(&format!("[footnote {name}]")),
            Tag::DefinitionListTitle => self.block("[term]"),
            Tag::DefinitionListDefinition => self.block("[meaning]"),
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Strikethrough => self.mark("~~"),
            Tag::Link { .. } | Tag::Image { .. } => self.mark("["),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.block("[end of quotation]"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.block("[end of code]");
            }
            TagEnd::List(_) => self.block("[end of list]"),
            TagEnd::Table => self.block("[end of table]"),
            TagEnd::FootnoteDefinition => self.block("[end of footnote]"),
            TagEnd::Heading(_) => self.block("[end of heading]"),
            TagEnd::DefinitionList => self.block("[end of terms]"),
            TagEnd::Emphasis => self.mark("*"),
            TagEnd::Strong => self.mark("**"),
            TagEnd::Strikethrough => self.mark("~~"),
            TagEnd::Link | TagEnd::Image => self.mark("]"),
            _ => {}
        }
    }

    /// The sign of a block, between spaces.
    fn block(&mut self, sign: &str) {
        if let Some(marks) = self.open_break.take() {
            self.out.push_str(&marks);
        }
        self.out.truncate(self.out.trim_end_matches(' ').len());
        for part in [sign, ""] {
            if !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            self.out.push_str(part);
        }
        self.last = None;
    }

    /// A sign within a line. It is no reader's letter.
    fn mark(&mut self, sign: &str) {
        self.open_break.as_mut().unwrap_or(&mut self.out).push_str(sign);
    }

    fn marked(&mut self, before: &str, text: &str, after: &str) {
        self.mark(before);
        self.text(text);
        self.mark(after);
    }

    fn text(&mut self, text: &str) {
        if let Some(marks) = self.open_break.take() {
            self.out.push_str(between(self.last, text.chars().next()));
            self.out.push_str(&marks);
        }
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' if self.last == Some(' ') => {}
                ' ' | '\t' | '\n' | '\r' => self.out.push(' '),
                _ => self.out.push(c),
            }
            self.last = Some(if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
        }
    }

    /// In code every space counts, and every line.
    fn code(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.out.push_str(" ⏎ ");
            }
            let words = line.trim_start_matches([' ', '\t']);
            let indent = &line[..line.len() - words.len()];
            indent.chars().for_each(|c| self.out.push(if c == '\t' { '⇥' } else { '␣' }));
            self.out.push_str(&words.replace("  ", "␣␣").replace('\t', "⇥"));
        }
    }
}
