//! One file of a book, and the bytes in it.

use std::sync::Arc;

use crate::diag::FileId;

/// The file with the settings, which is read before all others.
pub const SETTINGS: &str = "book.toml";

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the book's root, with `/` between the parts.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text, which content, templates and `book.toml` must be.
    Text(Arc<str>),
    /// Anything else, such as a theme's images.
    Bytes(Arc<[u8]>),
    /// Nothing: its problems were reported.
    Refused,
}

impl Content {
    /// The bytes, whichever they are.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
            Self::Refused => &[],
        }
    }
}

/// The id of the file at a place of the tree.
pub(super) fn file_id(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}
