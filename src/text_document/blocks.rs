//! What a text consists of.

use crate::date::Day;
use crate::language_marks;

/// A text with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextDocument {
    /// Its title, which is its first heading.
    pub title: String,
    /// The code of its language.
    pub language: String,
    /// The day that it was made for.
    pub day: Day,
    /// What follows the title.
    pub blocks: Vec<Block>,
}

/// A part that stands in lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the level below the title, 3 the lowest.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A paragraph that quotes.
    Quote(Vec<Inline>),
    /// A list without numbers.
    Bullets(Vec<Vec<Inline>>),
    /// A list with numbers from 1.
    Numbers(Vec<Vec<Inline>>),
    /// A table.
    Table(Table),
}

/// A table: its first column names what its rows are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The headings of its columns.
    pub head: Vec<String>,
    /// Its rows, each as long as the headings.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Whether all columns but the first are numbers.
    pub numeric: bool,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that matter more.
    Strong(String),
    /// Words that lead to an address on the web.
    Link(String, String),
}

impl Inline {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words that lead to an address, where there is one.
    pub fn to(text: impl Into<String>, address: Option<String>) -> Self {
        match address.filter(|address| leads_out(address)) {
            Some(address) => Self::Link(text.into(), address),
            None => Self::Text(text.into()),
        }
    }

    fn words(&mut self) -> &mut String {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Link(text, _) => text,
        }
    }
}

/// Whether a document may lead to an address: to pages and mailboxes, and never to a file or a program.
fn leads_out(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

impl TextDocument {
    /// The same without the marks around words in another language, which only a page can show.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        self.title = language_marks::unmarked(&self.title);
        self.blocks.iter_mut().for_each(|block| block.lines().into_iter().for_each(unmark));
        for block in &mut self.blocks {
            if let Block::Table(table) = block {
                table.caption = language_marks::unmarked(&table.caption);
                table.head.iter_mut().for_each(|text| *text = language_marks::unmarked(text));
            }
        }
        self
    }
}

impl Block {
    fn lines(&mut self) -> Vec<&mut Vec<Inline>> {
        match self {
            Self::Heading(_, line) | Self::Paragraph(line) | Self::Quote(line) => vec![line],
            Self::Bullets(lines) | Self::Numbers(lines) => lines.iter_mut().collect(),
            Self::Table(table) => table.rows.iter_mut().flatten().collect(),
        }
    }
}

fn unmark(line: &mut Vec<Inline>) {
    for inline in line {
        let words = inline.words();
        *words = language_marks::unmarked(words);
    }
}
