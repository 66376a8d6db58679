//! Where a book is in a repository.

/// A folder of a repository: empty, or with a `/` at its end.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookPlace(Vec<u8>);

impl BookPlace {
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The folder, as one says it.
    pub fn shown(&self) -> String {
        match self.0.is_empty() {
            true => "the top of the repository".to_owned(),
            false => String::from_utf8_lossy(&self.0).into_owned(),
        }
    }
}
