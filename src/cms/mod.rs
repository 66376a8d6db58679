//! Forms over a book, in the browser: the page and the settings of Sveltia CMS, made from the table of keys in
//! [`schema`](crate::schema). What it saves are the files of the book; planbook needs to know nothing of it to read them.

mod backend;
mod book;
mod choices;
mod collections;
mod field;
mod numbers;
mod page;
mod words;
mod written;

pub use backend::Host;
pub use book::{Project, settings};
pub use numbers::{ChangedNumber, changed_numbers};
pub use page::pages;
