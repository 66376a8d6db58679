//! A form for an answer on a code host, and its answers: an issue becomes an update, or a comment that says what to correct.
//!
//! 1. `question` is what the form asks, in which order; `fields` says it in the words of each language of the site, and `names` how
//!    items and agencies are called there.
//! 2. `github` and `gitlab` write the form as each host reads it.
//! 3. `body` takes the text of an issue apart; `read` makes an answer of it, and of that the file of an update.
//! 4. `comment` says what became of it.
//!
//! Whoever may open an issue writes its text, so nothing in it is taken for markup or for a command.

mod body;
mod comment;
mod fields;
mod github;
mod gitlab;
mod mark;
mod names;
mod outcome;
mod question;
mod read;

pub use comment::{comment, sentence};
pub use github::{FORM as GITHUB_FORM, form as github};
pub use gitlab::{TEMPLATE as GITLAB_TEMPLATE, template as gitlab};
pub use mark::is_ours;
pub use outcome::{Complaint, Outcome};
pub use read::{refused, update};
