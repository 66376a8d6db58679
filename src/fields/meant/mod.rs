//! What somebody meant who wrote a value as people write it, and not as planbook reads it: dates, intervals, words of a
//! list, keys, quotation marks. Each answer says what to write, and whether nothing else can be meant.

mod cadences;
mod characters;
mod dates;
mod keys;
mod meaning;
mod months;
mod syntax;
mod words;

pub use cadences::cadence;
pub use characters::plain;
pub use dates::date;
pub(super) use keys::elsewhere;
pub use meaning::Meant;
pub(super) use syntax::explain;
pub(super) use words::{choice, number, truth};
