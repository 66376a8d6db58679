//! What a workbook says about itself, in cells that are not shown: with that it is recognised when it comes back, also as another
//! kind of file, with other columns, sorted, or without some of its rows.

use crate::update_file::Field;

/// What the first hidden cell of a sheet begins with.
const MARK: &str = "planbook-reply-1";
/// What stands between what it says: no sign that separates the cells of a text.
const BETWEEN: &str = " ";

/// Which table a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// A row for each item.
    Items,
    /// A row for each indicator.
    Indicators,
}

/// What was sent to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The table of the sheet.
    pub table: Table,
    /// The id of the agency.
    pub agency: String,
    /// The period, as it was written.
    pub period: String,
    /// The day that the workbook shows the plan of.
    pub as_of: String,
    /// The date of answers that name none.
    pub date: String,
    /// The word of the audience whose plan it shows.
    pub audience: String,
    /// The edition, where it is not about the plan at the root of the book.
    pub edition: Option<String>,
}

impl Sent {
    /// As the text of the cell.
    pub fn written(&self) -> String {
        let table = match self.table {
            Table::Items => "items",
            Table::Indicators => "indicators",
        };
        let mut parts = vec![
            MARK.to_owned(),
            format!("table={table}"),
            format!("agency={}", self.agency),
            format!("period={}", self.period),
            format!("as-of={}", self.as_of),
            format!("date={}", self.date),
            format!("audience={}", self.audience),
        ];
        parts.extend(self.edition.iter().map(|edition| format!("edition={edition}")));
        parts.join(BETWEEN)
    }

    /// Reads the text of the cell; `None` when it is another one.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        if parts.next() != Some(MARK) {
            return None;
        }
        let said: Vec<(&str, &str)> = parts.filter_map(|part| part.split_once('=')).collect();
        let of =
            |name: &str| said.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let table = match of("table")?.as_str() {
            "items" => Table::Items,
            "indicators" => Table::Indicators,
            _ => return None,
        };
        Some(Self {
            table,
            agency: of("agency")?,
            period: of("period")?,
            as_of: of("as-of")?,
            date: of("date")?,
            audience: of("audience")?,
            edition: of("edition"),
        })
    }
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The id of the item, which is not shown. Above it stands what was sent to whom.
    Item,
    /// The word of the status as it was sent, which is not shown.
    Sent,
    /// The due date as it was sent, which is not shown.
    SentDue,
    /// The id of the indicator, which is not shown.
    Indicator,
    /// Its newest value as it was sent, which is not shown.
    SentValue,
    /// The number or code of the item.
    Number,
    /// What it is called.
    Title,
    /// The status in words.
    Status,
    /// When it was reported.
    StatusDate,
    /// When it is due.
    Due,
    /// Why the agency is asked.
    Why,
    /// What the indicator measures.
    Measure,
    /// Its newest value, with the period.
    LastValue,
    /// A part of the answer.
    Answer(Field),
}

impl Column {
    /// The columns of the items.
    pub const ITEMS: [Self; 21] = [
        Self::Item,
        Self::Sent,
        Self::SentDue,
        Self::Number,
        Self::Title,
        Self::Status,
        Self::StatusDate,
        Self::Due,
        Self::Why,
        Self::Answer(Field::Nothing),
        Self::Answer(Field::Date),
        Self::Answer(Field::Status),
        Self::Answer(Field::Outlook),
        Self::Answer(Field::Happened),
        Self::Answer(Field::EvidenceTitle),
        Self::Answer(Field::EvidenceUrl),
        Self::Answer(Field::Challenges),
        Self::Answer(Field::NextSteps),
        Self::Answer(Field::Meeting),
        Self::Answer(Field::NewDue),
        Self::Answer(Field::Reason),
    ];

    /// The columns of the indicators.
    pub const INDICATORS: [Self; 9] = [
        Self::Item,
        Self::Indicator,
        Self::SentValue,
        Self::Number,
        Self::Title,
        Self::Measure,
        Self::LastValue,
        Self::Answer(Field::Period(0)),
        Self::Answer(Field::Value(0)),
    ];

    /// The columns of a table.
    pub fn of(table: Table) -> &'static [Self] {
        match table {
            Table::Items => &Self::ITEMS,
            Table::Indicators => &Self::INDICATORS,
        }
    }

    /// Its word, in the hidden row and in the keys of messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Sent => "sent",
            Self::SentDue => "sent-due",
            Self::Indicator => "indicator",
            Self::SentValue => "sent-value",
            Self::Number => "number",
            Self::Title => "title",
            Self::Status => "known-status",
            Self::StatusDate => "known-date",
            Self::Due => "due",
            Self::Why => "why",
            Self::Measure => "measure",
            Self::LastValue => "last-value",
            Self::Answer(field) => field.word(),
        }
    }

    /// The key of its heading.
    pub fn heading(self) -> String {
        format!("reply-column-{}", self.word())
    }

    /// Whether it is for programs only.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Item | Self::Sent | Self::SentDue | Self::Indicator | Self::SentValue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let sent = Sent {
            table: Table::Items,
            agency: "jp-isa".to_owned(),
            period: "2026-01/2026-03".to_owned(),
            as_of: "2026-11-25".to_owned(),
            date: "2026-03-31".to_owned(),
            audience: "public".to_owned(),
            edition: Some("2015".to_owned()),
        };
        assert_eq!(Sent::read(&format!(" {}\n", sent.written())), Some(sent.clone()));
        let without = Sent { edition: None, table: Table::Indicators, ..sent };
        assert_eq!(Sent::read(&without.written()), Some(without));
        for other in
            ["", "item", "planbook-reply-1", "planbook-reply-2 table=items", "planbook-reply-1 table=x"]
        {
            assert_eq!(Sent::read(other), None, "{other}");
        }
    }
}
