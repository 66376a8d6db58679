//! Headings and code blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

use super::state::Writer;
use crate::diag::code;
use crate::markdown::fragment::{Heading, Placeholder};
use crate::markdown::heading_id;

impl Writer<'_> {
    /// Notes the ids that the text gives to its headings, before the first one is made.
    pub(super) fn reserve_own_ids(&mut self, text: &str, options: Options) {
        if !text.contains("{#") {
            return;
        }
        let ids = Parser::new_ext(text, options).filter_map(|event| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => heading_id::own(&id),
            _ => None,
        });
        self.own_ids = ids.collect();
    }

    /// The id that an author wrote. One that a page cannot have, and one that another heading has, are reported.
    pub(super) fn own_id(&mut self, written: &str, range: &Range<usize>) -> Option<String> {
        let end = range.start + self.text.get(range.clone()).unwrap_or("").trim_end().len();
        let place = range.start..end;
        let Some(id) = heading_id::own(written) else {
            let message = format!("`{written}` cannot be the id of a heading");
            self.report(
                code::HEADING_ATTRIBUTE,
                place,
                message,
                "write letters, digits, `-`, `_`, `.` and `:` only",
            );
            return None;
        };
        if !self.heading_ids.insert(id.clone()) {
            let message = format!("another heading of this text has the id `{id}`");
            self.report(code::HEADING_ATTRIBUTE, place, message, "give each heading an id of its own");
            return None;
        }
        Some(id)
    }

    /// Headings of a text stand below the page's own, so they begin at the second level.
    pub(super) fn end_heading(&mut self, level: HeadingLevel) {
        let inner = self.out.pop().unwrap_or_default();
        let Some(heading) = self.heading.take() else { return };
        let level = (level as usize).max(2);
        let given = self.given_ids.next();
        let id = heading
            .id
            .unwrap_or_else(|| self.unique_id(given.unwrap_or_else(|| heading_id::made(&heading.text))));
        self.push_heading_tag("<h", level);
        self.push_id(" id=\"", &id);
        self.push(">");
        // A heading leads to itself, so that its address can be copied; unless it holds links, which cannot be nested.
        let leads_elsewhere = inner.html.contains("<a ");
        let number = self.headings.len();
        if !leads_elsewhere {
            self.output().placeholder(Placeholder::SelfLink(number));
        }
        self.output().append(inner);
        if !leads_elsewhere {
            self.output().placeholder(Placeholder::SelfLinkEnd(number));
        }
        self.push_heading_tag("</h", level);
        self.push(">\n");
        let references = heading.first_reference..self.references.len();
        self.headings.push(Heading { level, id, words: heading.words, references });
    }

    fn push_heading_tag(&mut self, tag: &str, level: usize) {
        self.push(tag);
        self.output().placeholder(Placeholder::Level(level));
    }

    fn push_id(&mut self, before: &str, id: &str) {
        self.push(before);
        self.output().placeholder(Placeholder::IdPrefix);
        self.push_escaped(id);
        self.push("\"");
    }

    pub(super) fn unique_id(&mut self, id: String) -> String {
        let id = if id.is_empty() { "section".to_owned() } else { id };
        // Counting goes on where it stopped, so that a thousand equal headings are no thousand times the work.
        let mut count = self.heading_counts.get(&id).copied().unwrap_or(0);
        let mut unique = if count == 0 { id.clone() } else { format!("{id}-{}", count + 1) };
        while self.own_ids.contains(&unique) || !self.heading_ids.insert(unique.clone()) {
            count += 1;
            unique = format!("{id}-{}", count + 1);
        }
        self.heading_counts.insert(id, count + 1);
        unique
    }

    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.code = true;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or("").to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        if language == "plan-text" {
            self.plan_block = Some(None);
            self.push("<pre class=\"plan-text\" tabindex=\"0\"><code>");
        } else {
            self.push("<pre tabindex=\"0\"><code>");
        }
    }

    pub(super) fn end_code(&mut self) {
        self.code = false;
        if let Some(Some(range)) = self.plan_block.take() {
            self.plan_text.push(self.place.span(range));
        }
        // The last line of a file may lack its end.
        if !self.output().html.ends_with('\n') {
            self.push("\n");
        }
        self.push("</code></pre>\n");
    }
}
