//! Drafts of mails to the agencies that are asked for a report: files that any mail program opens. Nothing is sent.
//!
//! 1. `mailbox` is to whom a mail goes, as it may stand in a header.
//! 2. `message` writes a mail with its attachments.
//! 3. `drafts` adds them to the files of the requests.

mod drafts;
mod mailbox;
mod message;

pub use drafts::{Added, Round, add};
pub use mailbox::Mailbox;
