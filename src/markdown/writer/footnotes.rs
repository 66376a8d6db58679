//! Footnotes, at the end of the text, each with a way back.

use std::collections::BTreeMap;

use super::state::{Output, Writer};
use crate::markdown::fragment::Placeholder;

impl Writer<'_> {
    /// The number of a note, and whether this is the first call for it.
    fn footnote_number(&mut self, name: &str) -> (usize, bool) {
        let next = self.footnote_numbers.len() + 1;
        let number = *self.footnote_numbers.entry(name.to_owned()).or_insert(next);
        (number, number == next)
    }

    pub(super) fn footnote_reference(&mut self, name: &str) {
        let (number, first) = self.footnote_number(name);
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
        if first {
            self.push(" id=\"");
            self.output().placeholder(Placeholder::IdPrefix);
            self.push(&format!("note_{number}-in-text\""));
        }
        self.push(&format!(
            " class=\"footnote-reference\">[{number}]</{}></sup>",
            if in_link { "span" } else { "a" }
        ));
    }

    /// All footnotes, in the order of their first reference, each with a way back; those that nothing refers to come last.
    pub(super) fn write_footnotes(&mut self) {
        let cited = self.footnote_numbers.len();
        let mut notes: BTreeMap<usize, Output> = BTreeMap::new();
        for (name, note) in std::mem::take(&mut self.footnotes) {
            let (number, _) = self.footnote_number(&name);
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
            if number <= cited {
                self.push("<a href=\"#");
                self.output().placeholder(Placeholder::IdPrefix);
                self.push(&format!("note_{number}-in-text\" class=\"footnote-return\">↩ {number}</a>"));
            }
            self.push("</li>\n");
        }
        self.push("</ol>\n");
    }
}
