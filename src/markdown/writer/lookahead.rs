//! What comes after a line break, over markup between.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Events, some of which were looked at before their turn.
pub(super) struct Lookahead<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> {
    events: I,
    seen: VecDeque<(Event<'a>, Range<usize>)>,
}

/// How many events are looked at: markup of a few levels.
const MOST: usize = 32;

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Lookahead<'a, I> {
    pub(super) fn new(events: I) -> Self {
        Self { events, seen: VecDeque::new() }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.seen.pop_front().or_else(|| self.events.next())
    }

    /// The first character that is shown next. Emphasis, links and marks of notes are no characters.
    pub(super) fn next_character(&mut self) -> Option<char> {
        for index in 0..MOST {
            if index == self.seen.len() {
                let event = self.events.next()?;
                self.seen.push_back(event);
            }
            match &self.seen.get(index)?.0 {
                Event::Text(text) | Event::Code(text) => return text.chars().next(),
                Event::Start(
                    Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Superscript
                    | Tag::Subscript
                    | Tag::Link { .. },
                )
                | Event::End(
                    TagEnd::Emphasis
                    | TagEnd::Strong
                    | TagEnd::Strikethrough
                    | TagEnd::Superscript
                    | TagEnd::Subscript
                    | TagEnd::Link,
                )
                | Event::FootnoteReference(_) => {}
                _ => return None,
            }
        }
        None
    }
}
