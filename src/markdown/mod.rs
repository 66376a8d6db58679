//! Markdown to safe HTML, once per text.
//!
//! 1. [`to_fragment`] turns a text into HTML and leaves *placeholders* where only the finished plan knows what to write: the
//!    address and name of a reference, the expansion of an abbreviation, the prefix of ids.
//! 2. [`Fragment::write`] fills the placeholders for one page. It costs little more than a copy.
//!
//! HTML in Markdown is refused, addresses are checked against a list, and every text is escaped, so a fragment is safe
//! whoever wrote it.

mod abbreviation;
mod acronyms;
mod address;
mod escape;
mod excerpt;
mod fragment;
mod heading_id;
mod internal;
mod place;
mod plain;
mod script;
mod writer;

pub use acronyms::acronyms;
pub use address::join as path_from;
pub use escape::escape;
pub use excerpt::Excerpt;
pub use fragment::{
    Converted, Fragment, Heading, Link, PictureFile, Reference, Resolver, SiteFileLink, Target,
};
pub use internal::{PublicText, RemovedRange, without_internal};
pub use place::TextPlace;
pub use script::in_other_script;
pub use writer::{options, to_fragment, to_fragment_like};
