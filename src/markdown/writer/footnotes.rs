//! Footnotes, at the end of the text, each with a way back.

use super::super::Hole;
use super::Writer;

impl Writer<'_> {
    pub(super) fn footnote_number(&mut self, name: &str) -> (usize, bool) {
        match self.footnote_numbers.iter().position(|seen| seen == name) {
            Some(index) => (index + 1, false),
            None => {
                self.footnote_numbers.push(name.to_owned());
                (self.footnote_numbers.len(), true)
            }
        }
    }

    pub(super) fn footnote_reference(&mut self, name: &str) {
        let (number, first) = self.footnote_number(name);
        self.push("<sup>");
        self.push("<a href=\"#");
        self.output().hole(Hole::IdPrefix);
        self.push(&format!("note_{number}\""));
        if first {
            self.push(" id=\"");
            self.output().hole(Hole::IdPrefix);
            self.push(&format!("note_{number}-in-text\""));
        }
        self.push(&format!(" class=\"footnote-reference\">[{number}]</a></sup>"));
    }

    /// The footnotes that are referred to, in the order of their first reference, each with a way back.
    pub(super) fn write_footnotes(&mut self) {
        let numbers = std::mem::take(&mut self.footnote_numbers);
        let mut notes = std::mem::take(&mut self.footnotes);
        if numbers.is_empty() {
            return;
        }
        self.push("<ol class=\"footnotes\">\n");
        for (index, name) in numbers.iter().enumerate() {
            let number = index + 1;
            let note = notes.iter().position(|(defined, _)| defined == name).map(|at| notes.remove(at).1);
            self.push("<li id=\"");
            self.output().hole(Hole::IdPrefix);
            self.push(&format!("note_{number}\">"));
            self.output().append(note.unwrap_or_default());
            self.push("<a href=\"#");
            self.output().hole(Hole::IdPrefix);
            self.push(&format!("note_{number}-in-text\" class=\"footnote-return\">↩ {number}</a></li>\n"));
        }
        self.push("</ol>\n");
    }
}
