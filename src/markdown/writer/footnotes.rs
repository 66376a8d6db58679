//! Footnotes, at the end of the text, each with a way back.

use std::collections::BTreeMap;
use std::ops::Range;

use super::state::{Output, Writer};
use crate::diag::code;
use crate::markdown::fragment::Placeholder;

impl Writer<'_> {
    fn footnote_number(&mut self, name: &str) -> usize {
        let next = self.footnote_numbers.len() + 1;
        *self.footnote_numbers.entry(name.to_owned()).or_insert(next)
    }

    fn push_note_id(&mut self, number: usize, call: usize) {
        self.output().placeholder(Placeholder::IdPrefix);
        match call {
            1 => self.push(&format!("note_{number}-in-text\"")),
            _ => self.push(&format!("note_{number}-in-text-{call}\"")),
        }
    }

    /// A second note of one name would be lost.
    pub(super) fn look_at_note(&mut self, name: &str, range: &Range<usize>) {
        self.note_places.push((name.to_owned(), range.start));
        if self.footnotes.iter().any(|(known, _)| known == name) {
            let end = range.start + self.text.get(range.clone()).unwrap_or("").trim_end().len();
            self.report(
                code::LOST_TEXT,
                range.start..end,
                format!("another note of this text is named `{name}`, so this one is on no page"),
                "give each note a name of its own",
            );
        }
    }

    /// Notes that no text refers to are printed, and nobody knows what they are about.
    fn look_for_unused_notes(&mut self) {
        for (name, start) in std::mem::take(&mut self.note_places) {
            if !self.footnote_numbers.contains_key(&name) {
                let length = format!("[^{name}]:").len();
                self.report(
                    code::LITERAL_MARKUP,
                    start..start + length,
                    format!("no text refers to the note `{name}`"),
                    &format!("write `[^{name}]` where the note belongs, or remove it"),
                );
            }
        }
    }

    pub(super) fn footnote_reference(&mut self, name: &str) {
        let number = self.footnote_number(name);
        let call = self.note_calls.entry(number).or_default();
        *call += 1;
        let call = *call;
        self.push("<sup>");
        // A link within a link cannot be: there the number only says which note it is.
        let in_link = self.is_in_link();
        if in_link {
            self.push("<span");
        } else {
            self.push("<a href=\"#");
            self.output().placeholder(Placeholder::IdPrefix);
            self.push(&format!("note_{number}\""));
        }
        self.push(" id=\"");
        self.push_note_id(number, call);
        self.push(&format!(
            " class=\"footnote-reference\">[{number}]</{}></sup>",
            if in_link { "span" } else { "a" }
        ));
    }

    /// All footnotes, in the order of their first reference, each with a way back to each reference; those that nothing refers to come last.
    pub(super) fn write_footnotes(&mut self) {
        self.look_for_unused_notes();
        let cited = self.footnote_numbers.len();
        let mut notes: BTreeMap<usize, Output> = BTreeMap::new();
        for (name, note) in std::mem::take(&mut self.footnotes) {
            let number = self.footnote_number(&name);
            notes.entry(number).or_insert(note);
        }
        if notes.is_empty() {
            return;
        }
        self.push("<ol class=\"footnotes\">\n");
        for (number, note) in notes {
            self.push("<li id=\"");
            self.output().placeholder(Placeholder::IdPrefix);
            self.push(&format!("note_{number}\">"));
            self.output().append(note);
            let calls = if number <= cited { self.note_calls.get(&number).copied().unwrap_or(0) } else { 0 };
            for call in 1..=calls {
                self.push("<a href=\"#");
                self.push_note_id(number, call);
                let which = if call == 1 { String::new() } else { format!(".{call}") };
                self.push(&format!(" class=\"footnote-return\">↩ {number}{which}</a>"));
                if call < calls {
                    self.push(" ");
                }
            }
            self.push("</li>\n");
        }
        self.push("</ol>\n");
    }
}
