//! A sheet with a table: what is known on the left, cells for answers on the right.
//!
//! The first row and the first three columns are for programs, and hidden: each row has the id of its item, and each column its word.
//! So columns can be added, and a program without protection can move whole rows. Sorting is not offered: who sorts a part of the
//! columns gives the answers to other items, and spreadsheet programs sort no protected cells.

use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, Formula, IgnoreError, ProtectionOptions, RowNum,
    Worksheet, XlsxError,
};

use super::super::layout::{Column, Sent, Table};
use super::super::wording::{in_all, word};
use super::height;
use super::lists::Lists;
use super::plain::{put, sheet_name};
use super::rows::{Cell, Row};
use super::style::Style;
use crate::render::Messages;
use crate::update_file::Field;

/// The rows of a sheet: words for programs, title, note, bands, headings, and from there on the table.
const WORDS: RowNum = 0;
const TITLE: RowNum = 1;
const NOTE: RowNum = 2;
const BANDS: RowNum = 3;
const HEADINGS: RowNum = 4;
const FIRST: RowNum = 5;

/// The first column that is shown; and how many stay where they are when somebody scrolls.
const SHOWN: ColNum = 3;
const KEPT: ColNum = 5;

/// A row has room for an answer of some lines.
const LOWEST: f64 = 46.0;

/// Excel shows at most so many characters of a hint.
const LONGEST_HINT: usize = 255;

/// What stands above a table.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) note: String,
    pub(super) is_internal: bool,
}

/// What the sheets of a workbook share.
pub(super) struct Page<'a> {
    pub(super) all: &'a [&'a Messages],
    pub(super) style: &'a Style,
    pub(super) lists: &'a Lists,
    pub(super) head: &'a Head,
}

impl Page<'_> {
    fn words(&self, between: &str, key: &str) -> String {
        in_all(self.all, between, |messages| messages.get(key).to_owned())
    }

    pub(super) fn write(&self, sheet: &mut Worksheet, sent: &Sent, rows: &[Row]) -> Result<(), XlsxError> {
        let columns = Column::of(sent.table);
        let name = match sent.table {
            Table::Items => "reply-sheet-items",
            Table::Indicators => "reply-sheet-indicators",
        };
        // A sheet has one name; the program finds it by its cells.
        let words = self.all.first().map_or_else(String::new, |messages| word(messages, name));
        sheet.set_name(sheet_name(&words))?;
        self.head(sheet, sent, columns)?;
        for (row, cells) in (FIRST..).zip(rows) {
            for (column, (of, cell)) in (0..).zip(columns.iter().zip(cells)) {
                self.cell(sheet, row, column, *of, cell)?;
            }
            let texts = columns.iter().zip(cells).map(|(column, cell)| (cell.text(), width(*column)));
            sheet.set_row_height(row, height::of(texts).max(LOWEST))?;
        }
        let last = FIRST + RowNum::try_from(rows.len()).unwrap_or(1).max(1) - 1;
        self.choices(sheet, columns, last)?;
        Self::set_up(sheet, columns, last)
    }

    fn head(&self, sheet: &mut Worksheet, sent: &Sent, columns: &[Column]) -> Result<(), XlsxError> {
        let style = self.style;
        let mut headings = Vec::new();
        for (at, column) in (0..).zip(columns) {
            let word = if at == 0 { sent.written() } else { column.word().to_owned() };
            put(sheet, (WORDS, at), &word, &style.hidden)?;
            let is_answer = matches!(column, Column::Answer(_));
            let band = if is_answer { &style.band_answer } else { &style.band_known };
            sheet.write_blank(BANDS, at, band)?;
            let head = if is_answer { &style.head_answer } else { &style.head };
            let words = match column.is_hidden() {
                true => column.word().to_owned(),
                false => self.words("\n", &column.heading()),
            };
            put(sheet, (HEADINGS, at), &words, head)?;
            headings.push((words, width(*column)));
        }
        sheet.set_row_height(
            HEADINGS,
            height::of(headings.iter().map(|(words, width)| (words.as_str(), *width))),
        )?;
        sheet.set_row_hidden(WORDS)?;
        put(sheet, (TITLE, SHOWN), &self.head.title, &style.title)?;
        sheet.set_row_height(TITLE, 26.0)?;
        put(sheet, (BANDS, SHOWN), &self.words("  ·  ", "reply-band-known"), &style.band_known)?;
        let first = (0..).zip(columns).find(|(_, column)| matches!(column, Column::Answer(_)));
        if let Some((at, _)) = first {
            put(sheet, (BANDS, at), &self.words("  ·  ", "reply-band-answer"), &style.band_answer)?;
        }
        sheet.set_row_height(BANDS, 20.0)?;
        self.note(sheet)
    }

    /// The note runs over the cells beside it, so each language has a line of it and none is wrapped.
    fn note(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let lines = self.head.note.lines().count().max(1);
        let (text, format) = match self.head.is_internal {
            true => {
                let banner = self.words(" · ", "internal-banner");
                (format!("{banner}\n{}", self.head.note), &self.style.warning)
            }
            false => (self.head.note.clone(), &self.style.note),
        };
        let height = 14.0 * f64::from(u16::try_from(lines + usize::from(self.head.is_internal)).unwrap_or(4));
        sheet.set_row_height(NOTE, height + 6.0)?;
        sheet.merge_range(NOTE, SHOWN, NOTE, SHOWN + 5, &text, format)?;
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        row: RowNum,
        column: ColNum,
        of: Column,
        cell: &Cell,
    ) -> Result<(), XlsxError> {
        let style = self.style;
        let answer = if is_text(of) { &style.answer_text } else { &style.answer };
        match cell {
            Cell::Known(text) => put(sheet, (row, column), text, &style.known)?,
            Cell::Closed => drop(sheet.write_blank(row, column, &style.closed)?),
            Cell::Answer(text) if text.is_empty() => drop(sheet.write_blank(row, column, answer)?),
            Cell::Answer(text) => put(sheet, (row, column), text, answer)?,
        };
        Ok(())
    }

    /// The lists and hints of cells for answers. Other words are refused by nobody here: `receive` reads many of them.
    fn choices(&self, sheet: &mut Worksheet, columns: &[Column], last: RowNum) -> Result<(), XlsxError> {
        for (at, column) in (0..).zip(columns) {
            let Column::Answer(field) = column else { continue };
            let hint: String = self
                .words("\n", &format!("reply-hint-{}", column.word()))
                .chars()
                .take(LONGEST_HINT)
                .collect();
            let choice = match self.lists.range(*field) {
                Some(range) => DataValidation::new().allow_list_formula(Formula::new(range)),
                None => DataValidation::new().allow_any_value(),
            };
            let choice = choice
                .set_error_style(DataValidationErrorStyle::Information)
                .set_error_message(
                    self.words("\n", "reply-choose").chars().take(LONGEST_HINT).collect::<String>(),
                )?
                .set_input_message(hint)?;
            sheet.add_data_validation(FIRST, at, last, at, &choice)?;
            if is_text(*column) {
                // `2026` is a good period, and no mistake that Excel has to mark.
                sheet.ignore_error_range(FIRST, at, last, at, IgnoreError::NumberStoredAsText)?;
            }
        }
        Ok(())
    }

    fn set_up(sheet: &mut Worksheet, columns: &[Column], last: RowNum) -> Result<(), XlsxError> {
        let end = ColNum::try_from(columns.len()).unwrap_or(1) - 1;
        for (at, column) in (0..).zip(columns) {
            sheet.set_column_width(at, width(*column))?;
            if column.is_hidden() {
                sheet.set_column_hidden(at)?;
            }
        }
        sheet.set_freeze_panes(FIRST, KEPT)?;
        sheet.autofilter(HEADINGS, 0, last, end)?;
        sheet.set_selection(FIRST, SHOWN, FIRST, SHOWN)?;
        sheet.set_screen_gridlines(false).set_zoom(100);
        // A3 across, what is known beside the answers of two pages, with the headings on each.
        sheet
            .set_landscape()
            .set_paper_size(8)
            .set_print_fit_to_pages(2, 0)
            .set_repeat_columns(SHOWN, KEPT - 1)?;
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_repeat_rows(BANDS, HEADINGS)?;
        sheet.set_footer("&L&8&A&R&8&P / &N").set_print_area(0, 0, last, end)?;
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            insert_columns: true,
            ..ProtectionOptions::default()
        });
        Ok(())
    }
}

/// Whether what is written in a column stays as it is written. A spreadsheet program makes a day of `May 2026`, and another one of a
/// date than its writer meant who has the program of another country.
fn is_text(column: Column) -> bool {
    matches!(column, Column::Answer(Field::Date | Field::NewDue | Field::Period(_)))
}

fn width(column: Column) -> f64 {
    match column {
        Column::Item | Column::Sent | Column::SentDue | Column::Indicator | Column::SentValue => 12.0,
        Column::Number => 9.0,
        Column::Title => 40.0,
        Column::Measure => 34.0,
        Column::Status | Column::LastValue => 20.0,
        Column::StatusDate => 15.0,
        Column::Due | Column::Why => 21.0,
        Column::Answer(field) => match field {
            Field::Nothing | Field::Date | Field::Meeting | Field::NewDue => 13.0,
            Field::Happened => 44.0,
            Field::EvidenceTitle
            | Field::EvidenceUrl
            | Field::Challenges
            | Field::NextSteps
            | Field::Reason => 28.0,
            Field::Status | Field::Outlook | Field::Period(_) | Field::Value(_) => 16.0,
        },
    }
}
