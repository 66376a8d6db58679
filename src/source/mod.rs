//! Where bytes come from: a folder on disk, or strings in a test. Knows files, not what is in them.

mod conflict_markers;
mod content;
mod disk;
mod encoding;
mod file;
pub mod git;
mod overlay;
mod passed_over;
mod place;
mod sidecar;
mod snapshot;
mod tree;
mod walk;

pub use disk::is_same_folder;
pub use file::{Content, File, SETTINGS};
pub use passed_over::is_passed_over;
pub use place::{book_around, is_of_book};
pub use sidecar::{read_beside, read_sidecar};
pub use snapshot::{Found, Look, Snapshot, load};
pub use tree::Tree;
