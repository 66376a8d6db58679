//! What a text does not say by itself. Each decision has a default and a flag, and the report says which was taken.

use super::style::NumberStyle;
use super::table_map::TableMap;
use crate::vocabulary::Kind;

/// How to read a source.
#[derive(Debug, Clone)]
pub struct Decisions {
    /// Which style marks the areas.
    pub areas: Level,
    /// Which style marks the items.
    pub items: Level,
    /// Which style marks the parts.
    pub parts: Level,
    /// What becomes of a number that already exists.
    pub restart: Restart,
    /// Whether a line that is wrapped goes on the line before.
    pub wrap: Wrap,
    /// Whether bullets are records.
    pub bullets: Bullets,
    /// How Roman numbers stand in ids.
    pub roman: Roman,
    /// The kind of an item that does not say it.
    pub kind: Kind,
    /// The agencies that lead an item that names none, by their ids.
    pub lead: Vec<String>,
    /// The plan's name, if it is not the first line.
    pub title: Option<String>,
    /// When the plan was adopted.
    pub adopted: Option<String>,
    /// Who made it.
    pub parties: Vec<String>,
    /// The language of the text.
    pub lang: Option<String>,
    /// Which column of a table is which key: (key, name of the column).
    pub columns: Vec<(String, String)>,
    /// What the mapping file of the table says.
    pub map: Option<TableMap>,
    /// The day of the statuses of a table that names none.
    pub status_date: Option<String>,
    /// The sheet of a spreadsheet that is read.
    pub sheet: Option<String>,
    /// What stands between the columns of a table.
    pub separator: Option<char>,
}

impl Default for Decisions {
    fn default() -> Self {
        Self {
            areas: Level::Detected,
            items: Level::Detected,
            parts: Level::Detected,
            restart: Restart::Keep,
            wrap: Wrap::Join,
            bullets: Bullets::Records,
            roman: Roman::Auto,
            kind: Kind::Continuing,
            lead: Vec::new(),
            title: None,
            adopted: None,
            parties: Vec::new(),
            lang: None,
            columns: Vec::new(),
            map: None,
            status_date: None,
            sheet: None,
            separator: None,
        }
    }
}

/// The style of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// As the text shows it.
    Detected,
    /// There is none.
    None,
    /// This one.
    Is(NumberStyle),
}

impl Level {
    /// Reads `1.`, `Pillar`, `none`.
    ///
    /// # Errors
    /// Which styles there are.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "none" => Ok(Self::None),
            "detected" => Ok(Self::Detected),
            _ => NumberStyle::parse(text).map(Self::Is),
        }
    }
}

/// What becomes of a number that another record has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restart {
    /// It keeps its number, with a letter: `3.1b`.
    Keep,
    /// It takes the next number that is free.
    Continue,
}

/// What becomes of lines that go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// They are joined with a space.
    Join,
    /// They stay lines.
    Keep,
}

/// What bullets without a number are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bullets {
    /// Records, which are numbered in their order.
    Records,
    /// Text of the record above.
    Text,
}

/// How Roman numbers stand in ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roman {
    /// As numbers for areas and where they go beyond viii, because ids sort as letters do; else as they are.
    Auto,
    /// As they are written.
    Keep,
    /// As numbers.
    Numbers,
}
