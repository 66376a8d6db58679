//! A text that was written as Markdown by this program, as data. What the data have no place for becomes plain words.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Inline, TextDocument};
use crate::date::Day;

/// The text of some Markdown: its first heading is the title.
pub fn from_markdown(markdown: &str, language: &str, day: Day) -> TextDocument {
    let mut reader = Reader::default();
    Parser::new_ext(markdown, Options::empty()).for_each(|event| reader.event(event));
    TextDocument { title: reader.title, language: language.to_owned(), day, blocks: reader.blocks }
}

#[derive(Default)]
struct Reader {
    title: String,
    blocks: Vec<Block>,
    line: Vec<Inline>,
    /// The lists that are open: whether each has numbers, and its lines.
    lists: Vec<(bool, Vec<Vec<Inline>>)>,
    link: Option<String>,
    strong: bool,
    quoted: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some(dest_url.into_string()),
            Event::End(TagEnd::Link) => self.link = None,
            Event::Start(Tag::Strong) => self.strong = true,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::Start(Tag::BlockQuote(_)) => self.quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => self.quoted = false,
            Event::Start(Tag::List(first)) => self.lists.push((first.is_some(), Vec::new())),
            Event::End(TagEnd::List(_)) => self.end_of_list(),
            Event::End(TagEnd::Item) => {
                let line = std::mem::take(&mut self.line);
                if let Some((_, lines)) = self.lists.last_mut() {
                    lines.push(line);
                }
            }
            Event::End(TagEnd::Heading(level)) => self.end_of_heading(level),
            Event::End(TagEnd::Paragraph) if self.lists.is_empty() => {
                let line = std::mem::take(&mut self.line);
                self.blocks.push(if self.quoted { Block::Quote(line) } else { Block::Paragraph(line) });
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let inline = match &self.link {
            Some(address) => Inline::to(words, Some(address.clone())),
            None if self.strong => Inline::Strong(words.to_owned()),
            None => Inline::text(words),
        };
        match (self.line.last_mut(), inline) {
            // Escaped letters come as texts of their own.
            (Some(Inline::Text(before)), Inline::Text(more)) => before.push_str(&more),
            (Some(Inline::Strong(before)), Inline::Strong(more)) => before.push_str(&more),
            (Some(Inline::Link(before, to)), Inline::Link(more, address)) if *to == address => {
                before.push_str(&more)
            }
            (_, inline) => self.line.push(inline),
        }
    }

    fn end_of_list(&mut self) {
        let Some((numbered, lines)) = self.lists.pop() else { return };
        self.blocks.push(if numbered { Block::Numbers(lines) } else { Block::Bullets(lines) });
    }

    fn end_of_heading(&mut self, level: HeadingLevel) {
        let line = std::mem::take(&mut self.line);
        if level == HeadingLevel::H1 && self.title.is_empty() {
            let words = line.into_iter().map(|inline| match inline {
                Inline::Text(words) | Inline::Strong(words) | Inline::Link(words, _) => words,
            });
            self.title = words.collect();
            return;
        }
        let level = u8::try_from(level as usize).unwrap_or(2).saturating_sub(1).clamp(1, 3);
        self.blocks.push(Block::Heading(level, line));
    }
}
