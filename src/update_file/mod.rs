//! One answer to a reporting request as an update file, whichever way it came: a row of a spreadsheet, a form of a code host.
//!
//! 1. `answer` is what somebody wrote, cell by cell.
//! 2. `words` reads the words of the lists, in each language of the site and as `check` understands them.
//! 3. `statement` checks it all; what cannot be read is a `problem`.
//! 4. `text` writes the file.

mod answer;
mod evidence;
mod problem;
mod statement;
mod text;
mod values;
mod words;

use crate::date::Day;
use crate::plan::{Item, Ix, Plan};
pub use answer::{Answer, Field, WrittenValue};
pub use problem::Problem;
pub use words::{Wording, closed_lists};

/// What an answer is about, and for whom it speaks.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The plan, with everything internal.
    pub plan: &'a Plan,
    /// The item.
    pub item: Ix<Item>,
    /// The id of the agency that answers.
    pub agency: &'a str,
    /// The date of an answer that names none.
    pub date: &'a str,
    /// Nothing that is reported happened later.
    pub today: Day,
    /// The words of the lists, and those that the file needs.
    pub wording: &'a Wording,
}

/// A file for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateFile {
    /// The name of the file without its ending: the id of the update.
    pub id: String,
    /// The path in the book.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// The date of the report.
    pub date: String,
    /// The word of the status that it reports.
    pub status: Option<&'static str>,
    /// Whether it says that there is nothing to report.
    pub is_nothing: bool,
}

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
