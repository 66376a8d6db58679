//! A record that was found, before it is a file.

use std::collections::BTreeMap;

/// An area, item or part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedRecord {
    /// `3`, `3.2`, `3.2.a`.
    pub id: String,
    /// 0 for an area, 1 for an item, more for a part.
    pub depth: usize,
    /// The index of the record that it is below.
    pub parent: Option<usize>,
    /// The number as the source writes it.
    pub written: String,
    /// Whether its number is the source's, and not one that planbook gave.
    pub numbered: bool,
    /// The day that its row has for what it reports.
    pub day: Option<String>,
    /// A title: of an area its words, of an item their beginning, unless the source has one of its own.
    pub title: String,
    /// Whether the title was cut from the text, so that somebody should write one.
    pub title_is_cut: bool,
    /// The words, letter for letter.
    pub text: Option<String>,
    /// What stands below it, as paragraphs.
    pub body: Vec<String>,
    /// Whether something is below it.
    pub has_parts: bool,
    /// The line where it begins; none for an area that the source only implies.
    pub line: Option<usize>,
    /// More keys, as a table has them: value or list, ready to be written.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Keys whose value is more than a text or a list of texts, as YAML.
    pub structured: BTreeMap<String, String>,
    /// What was reported of it.
    pub updates: Vec<ImportedUpdate>,
    /// The names of the agencies that lead it.
    pub lead: Vec<String>,
    /// The names of the agencies that support it.
    pub supporting: Vec<String>,
    /// The words of its tags.
    pub tags: Vec<String>,
}

impl ImportedRecord {
    /// Whether the number that the source writes is a whole one, such as `3.2`, and not only its last step.
    pub fn is_whole_number(&self) -> bool {
        self.numbered && self.written.trim_matches(|sign: char| ".()".contains(sign)).contains('.')
    }

    /// `area 3`, `item 3.2`, `part 3.2.a`.
    pub fn name(&self) -> String {
        let kind = match self.depth {
            0 => "area",
            1 => "item",
            _ => "part",
        };
        format!("{kind} {}", self.id)
    }
}

/// An update, ready to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedUpdate {
    /// When it was.
    pub date: String,
    /// Whether its row has that day itself.
    pub own_date: bool,
    /// What it says, as Markdown.
    pub note: String,
    /// Whether the row has those words; otherwise they are those of its status.
    pub says_note: bool,
    /// Its other keys in order, as YAML.
    pub keys: Vec<(String, String)>,
    /// What a person must add before the rest can be said, as a comment.
    pub remark: Option<String>,
}

impl ImportedUpdate {
    /// Whether it says something of a status.
    pub(super) fn has_status(&self) -> bool {
        self.keys.iter().any(|(key, _)| key == "status")
    }
}

/// A field that the new book declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredField {
    /// Its key: `x-budget`.
    pub key: String,
    /// The name of its column.
    pub label: String,
    /// Its type, as `book.toml` names it.
    pub of_type: &'static str,
    /// The values of a choice.
    pub values: Vec<String>,
    /// Whether areas have it too.
    pub on_areas: bool,
}

/// An area that the source does not name.
pub(super) fn implied(id: &str) -> ImportedRecord {
    ImportedRecord {
        id: id.to_owned(),
        title: format!("Area {}", id.to_uppercase()),
        title_is_cut: true,
        ..ImportedRecord::default()
    }
}
