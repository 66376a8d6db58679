//! What a mapping file says of a table: which column is what, and what the words of its statuses mean.

/// What a column of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnUse {
    /// The value of a key.
    Key(&'static str),
    /// The value of a field that begins with `x-`.
    Field(String),
    /// The measured values of an indicator, by its id.
    Indicator(String),
    /// The date of a milestone, by its id.
    Milestone(String),
    /// Tags of a group, by its key.
    Tags(String),
    /// Nothing.
    Ignored,
}

impl ColumnUse {
    /// As a mapping file writes it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Key(key) => (*key).to_owned(),
            Self::Field(key) => key.clone(),
            Self::Indicator(id) => format!("indicators/{id}"),
            Self::Milestone(id) => format!("milestones/{id}"),
            Self::Tags(group) => format!("tags/{group}"),
            Self::Ignored => "ignore".to_owned(),
        }
    }
}

/// A column as a mapping file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its name.
    pub name: String,
    /// What it is.
    pub is: ColumnUse,
    /// The line of the mapping file, from 1.
    pub line: usize,
    /// The column there, from 1.
    pub column: usize,
}

/// What a mapping file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableMap {
    /// What the file is called in messages.
    pub file: String,
    /// The columns of the table.
    pub columns: Vec<MappedColumn>,
    /// The words of the column of statuses, and the statuses that they mean.
    pub statuses: Vec<(String, &'static str)>,
    /// The language of the table.
    pub language: Option<String>,
    /// The day of statuses that have none of their own.
    pub status_date: Option<String>,
    /// The line where the columns begin; where a missing one is to be added.
    pub columns_line: usize,
}

/// A mistake in a mapping file, with its place and how it can be corrected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MapProblem {
    /// The line of the mapping file, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// A sentence that stands alone.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl std::fmt::Display for MapProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}: {}\n  help: {}", self.line, self.column, self.message, self.help)
    }
}

/// What a word of the column of statuses means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordMeaning {
    /// This status.
    Status(&'static str),
    /// How the work is going, and no status.
    Outlook(&'static str),
    /// Nothing that is known.
    Unknown,
}

/// What is found in a table, for its mapping file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableFacts {
    /// The name of each column, and what it is.
    pub columns: Vec<(String, ColumnUse)>,
    /// The words of the statuses, and what each means.
    pub words: Vec<(String, WordMeaning)>,
    /// The language that the names of the columns are in, if they show it.
    pub language: Option<&'static str>,
}

/// Names are compared without regard to spaces and capital letters.
pub(super) fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What a mapping file calls each column: its name, with its place where that names no single column.
pub(super) fn labels(names: &[String]) -> Vec<String> {
    let mut taken = std::collections::BTreeSet::new();
    let label = |(at, name): (usize, &String)| {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = match words.is_empty() {
            true => format!("column {}", at + 1),
            false if taken.contains(&plain(&words)) => format!("{words} (column {})", at + 1),
            false => words,
        };
        taken.insert(plain(&label));
        label
    };
    names.iter().enumerate().map(label).collect()
}
