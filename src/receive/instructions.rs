//! What somebody wrote into the sheet of instructions, where nobody looks for answers.

use std::collections::BTreeSet;

use super::ground::Ground;
use super::names::folded;
use super::place::Place;
use super::shown::OtherSheet;
use crate::render::Messages;
use crate::reporting_requests::{INSTRUCTIONS, instruction_words};

/// The sheet of instructions: what it is called, and what it says, in each language.
pub(super) struct Instructions {
    names: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Instructions {
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let contexts = || std::iter::once(ground.context).chain(ground.languages.iter().copied());
        let all = || contexts().map(|context| -> &Messages { &context.theme.messages });
        Self {
            names: all().map(|messages| folded(messages.get(INSTRUCTIONS))).collect(),
            words: all().flat_map(instruction_words).map(|words| folded(&words)).collect(),
        }
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        self.names.contains(&folded(name))
    }

    /// The texts that nobody sent. What stands beside a word of the instructions belongs to it: who can be asked, and sentences of
    /// another version of this program.
    pub(super) fn added<'s>(&self, sheet: &'s OtherSheet) -> Vec<(Place, &'s str)> {
        let is_known = |text: &str| text.trim().is_empty() || self.words.contains(&folded(text));
        let is_explained = |row: usize, column: usize| {
            column == 1 && sheet.cells.get(&(row, 0)).is_some_and(|name| self.words.contains(&folded(name)))
        };
        let cells = sheet
            .cells
            .iter()
            .filter(|((row, column), text)| !is_known(text) && !is_explained(*row, *column));
        let place = |row: usize, column: usize| Place { sheet: sheet.name.clone(), row, column };
        cells.map(|((row, column), text)| (place(*row, *column), text.as_str())).collect()
    }
}
