//! What somebody meant who wrote a value as people write it, and not as planbook reads it: dates, intervals, words of a
//! list, keys, quotation marks. Each answer says what to write, and whether nothing else can be meant.

mod cadences;
mod characters;
mod date_forms;
mod dates;
mod fiscal;
mod keys;
mod lists;
mod meaning;
mod months;
mod nothing;
mod remarks;
mod spaces;
mod spelling;
mod statuses;
mod syntax;
mod toml_syntax;
mod unclosed;
mod words;

pub use cadences::cadence;
pub use characters::plain;
pub use dates::date;
pub(super) use keys::{elsewhere, meant_by};
pub(super) use lists::{is_list_of_ids, is_of_one_word, several, several_lines};
pub use meaning::Meant;
pub use months::{month, month_in_full};
pub use nothing::{NoReport, announces, is_done_word, is_no_sentence, no_report};
pub(super) use remarks::lost_in_remark;
pub(super) use spaces::{bullets, indented, odd_space};
pub use statuses::{MeantStatus, ends_item, may_not_have_begun, status};
pub(super) use syntax::explain;
pub use syntax::is_key;
pub(super) use toml_syntax::explain_toml;
pub(super) use unclosed::{Unclosed, closed, unclosed};
pub(super) use words::{choice, number, truth};
