//! What the readings of a record in all languages have in common: it is read in the language of its words, and taken from
//! there by the others.

use std::cell::OnceCell;

use crate::fields::Value;
use crate::markdown::Fragment;

/// A record as it was written, before the words of a translation stand in it.
pub(super) struct Written {
    /// Its front matter, with all that the public must not see.
    pub(super) front_matter: Value,
    /// The same of its text.
    pub(super) body: Fragment,
}

/// What a reading of a record does with what all of them have in common.
#[derive(Clone, Copy)]
pub(super) enum Shared<'a> {
    /// Nothing: no other reading needs it.
    Nothing,
    /// It reads it, and keeps it for the others.
    Keep(&'a OnceCell<Written>),
    /// It was read, and what is wrong with it was reported.
    Take(&'a Written),
}

impl<'a> Shared<'a> {
    /// What was read before.
    pub(super) fn taken(self) -> Option<&'a Written> {
        match self {
            Self::Take(written) => Some(written),
            Self::Nothing | Self::Keep(_) => None,
        }
    }

    /// Keeps what was read, if another reading needs it.
    pub(super) fn keep(self, written: impl FnOnce() -> Written) {
        if let Self::Keep(cell) = self {
            cell.get_or_init(written);
        }
    }
}
