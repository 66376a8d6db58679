//! Names of files and keys from words.

use crate::slug::slug;

/// Longer ones are cut at a word: the number of a record stands before them.
const LONGEST: usize = 40;

/// `Security and defence cooperation` as `security-and-defence-cooperation`; empty where no letter is Latin.
pub(super) fn name_of(text: &str) -> String {
    slug(text, LONGEST)
}
