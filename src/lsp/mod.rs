//! The language server: an editor shows the problems of a book while somebody types, completes what is written, says what an
//! id is, and corrects what is certain.
//!
//! [`run`] reads messages and writes the answers; a [`Session`] is what happens between: it takes the messages that wait, all
//! of them, and gives the answers. It has one thread and asks no clock, so a conversation is a test. The texts that are open in
//! the editor lie over the files of the book ([`Snapshot::overlaid`](crate::source::Snapshot::overlaid)), and then the book is
//! checked as `planbook check` does it.

mod actions;
mod answers;
mod book;
mod client;
mod completion;
mod cursor;
mod definition;
mod described;
mod documents;
mod hover;
mod located;
mod names;
mod position;
mod problems;
mod publish;
mod records;
mod run;
mod session;
mod shapes;
mod uri;
mod wire;
mod workspace;

pub use book::Settings;
pub use position::{Encoding, Lines};
pub use run::run;
pub use session::{Reaction, Session};
pub use wire::Incoming;
