//! What is to be written, and what a person is to look at.

/// What a table would change in a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// New files by their paths.
    pub files: Vec<(String, String)>,
    /// What is to be looked at.
    pub remarks: Vec<String>,
    /// Why the table is refused as a whole; nothing is to be written then.
    pub refused: Option<String>,
    /// How many rows became new items.
    pub new: usize,
    /// How many rows have a new update.
    pub reported: usize,
    /// How many rows differ from the book in what is not written.
    pub different: usize,
    /// How many rows say what the book says.
    pub same: usize,
    /// How many items are no longer in the table.
    pub missing: usize,
}

impl Changes {
    /// Adds a file under a name that no other one has.
    pub(super) fn add(&mut self, is_taken: impl Fn(&str) -> bool, stem: &str, text: String) {
        let names =
            std::iter::once(format!("{stem}.md")).chain((2..).map(|count| format!("{stem}-{count}.md")));
        let free = |path: &String| !is_taken(path) && !self.files.iter().any(|(other, _)| other == path);
        if let Some(path) = names.into_iter().find(free) {
            self.files.push((path, text));
        }
    }
}
