//! A book as it is at a revision of a Git repository, read without a checkout by the `git` program.
//!
//! What is a file of the book, and how much of it is read, follows the same rules as for a folder on the disk.

mod blobs;
mod bytes;
mod history;
mod listing;
mod place;
mod places;
mod refusals;
mod repository;

pub use blobs::Contents;
pub use place::BookPlace;
pub use repository::{Commit, GitRepository};
