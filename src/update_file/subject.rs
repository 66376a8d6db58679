//! What an answer is about, and the file that comes of it.

use super::said::Said;
use super::words::Wording;
use crate::date::Day;
use crate::plan::{Item, Ix, Plan};

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
    /// The first day that was asked about; none where nobody asked about a period. No due date is put back to before it.
    pub since: Option<Day>,
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
    /// Whether it says that there is nothing to report.
    pub is_nothing: bool,
    /// What it says, to compare it with others.
    pub said: Said,
}
