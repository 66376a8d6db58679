//! What a line is that belongs to the paper and not to the plan.

/// What a line that is in no record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boilerplate {
    /// The title of the plan.
    Title,
    /// What stands before the first record.
    Preamble,
    /// A heading above the areas, or between the levels that were chosen.
    Heading,
    /// A table of contents.
    Contents,
    /// The number of a page.
    PageNumber,
    /// A line that is repeated on each page.
    PageHeader,
    /// A footnote.
    Footnote,
    /// A link of the web page that the text is from.
    Navigation,
    /// A line that is drawn.
    Rule,
    /// The names of the columns of a table.
    Columns,
    /// A row of a table that is no item, such as a sum.
    NoItem,
    /// It is struck out.
    Struck,
    /// A person marked it so in an outline file.
    Outline,
}

impl Boilerplate {
    /// What to call it in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title of the plan",
            Self::Preamble => "before the first record",
            Self::Heading => "heading above a level",
            Self::Contents => "table of contents",
            Self::PageNumber => "page number",
            Self::PageHeader => "page header or footer",
            Self::Footnote => "footnote",
            Self::Navigation => "link of a web page",
            Self::Rule => "drawn line",
            Self::Columns => "names of the columns",
            Self::NoItem => "row that is no item",
            Self::Struck => "struck out",
            Self::Outline => "not part of the plan, as the outline file says",
        }
    }

    /// Whether a text may go on behind it: it stands where one page ends and the next begins.
    pub(in crate::import) fn is_of_page(self) -> bool {
        matches!(self, Self::PageNumber | Self::PageHeader | Self::Footnote)
    }
}
