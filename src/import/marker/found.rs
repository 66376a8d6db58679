//! A number at the beginning of a line, and the marker it makes.

use crate::import::numeral::Numeral;
use crate::import::style::NumberStyle;

/// A line that begins, or for some codes ends, as a record does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Marker {
    /// How it is marked.
    pub style: NumberStyle,
    /// The steps of its number; none where the style has no numbers.
    pub steps: Vec<Numeral>,
    /// The number as it is written.
    pub written: String,
    /// The words, letter for letter.
    pub words: String,
    /// Whether a bullet stands before the number.
    pub bulleted: bool,
    /// Whether the words are in bold: numbers in another dress are another list.
    pub dressed: bool,
    /// Where a letter can be a Roman number too: that reading.
    pub roman: Option<Numeral>,
}

impl Marker {
    /// The last step, if there is a number.
    pub(in crate::import) fn last(&self) -> Option<&Numeral> {
        self.steps.last()
    }

    /// Reads a letter as the Roman number that it can be.
    pub(in crate::import) fn take_roman(&mut self) {
        if let (NumberStyle::Letter(capital, mark), Some(roman)) = (&self.style, self.roman.take()) {
            self.style = NumberStyle::Roman(*capital, *mark);
            self.steps = vec![roman];
        }
    }

    /// What it is when it is the first of its level: `i` is Roman then.
    pub(in crate::import) fn first_reading(mut self) -> NumberStyle {
        if self.roman.as_ref().is_some_and(|roman| roman.value == 1) {
            self.take_roman();
        }
        self.style
    }
}

/// A number that was found, and how many characters it takes.
pub(super) struct Found {
    pub(super) style: NumberStyle,
    pub(super) steps: Vec<Numeral>,
    pub(super) roman: Option<Numeral>,
    pub(super) length: usize,
}
