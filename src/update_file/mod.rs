//! One answer to a reporting request as an update file, whichever way it came: a row of a spreadsheet, a form of a code host.
//!
//! 1. `answer` is what somebody wrote, cell by cell, and `seen` what others see of that; `subject` is what it is about, and the file
//!    that comes of it.
//! 2. `words` reads the words of the lists, in each language of the site and as `check` understands them.
//! 3. `statement` checks it all; what cannot be read is a `problem`, and what it says can be compared as `said`.
//! 4. `text` says what the file has, with the `language` of words that are not in that of the book, and `yaml` how it is written.
//!    `unedited` asks whether a file is still as it was written.

mod answer;
mod evidence;
mod language;
mod one_word;
mod problem;
mod said;
mod seen;
mod statement;
mod subject;
mod text;
mod unedited;
mod values;
mod words;
mod yaml;

pub use answer::{Answer, Field, WrittenValue};
pub use problem::{Piece, Problem};
pub use said::{Said, SaidValue};
pub use subject::{Subject, UpdateFile};
pub use unedited::{is_unedited, plain_text};
pub use words::{Wording, closed_lists};

/// The file for an answer; `None` when nothing was answered.
///
/// # Errors
/// All that cannot be read or is missing.
pub fn update_file(answer: &Answer, subject: &Subject<'_>) -> Result<Option<UpdateFile>, Vec<Problem>> {
    if answer.is_blank() {
        return Ok(None);
    }
    let statement = statement::read(answer, subject)?;
    // Somebody wrote "no" below "nothing to report", and nothing else.
    Ok(statement.map(|statement| text::file(&statement, subject)))
}
