//! The sheet that says how the workbook is filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, RowNum, Worksheet, XlsxError};

use super::super::job::Job;
use super::super::layout::{Column, Table};
use super::super::wording::word;
use super::height;
use super::plain::{plain, put, sheet_name};
use crate::render::Messages;

/// The steps, as keys of sentences.
pub(in super::super) const STEPS: [&str; 6] = [
    "reply-step-row",
    "reply-step-nothing",
    "reply-step-report",
    "reply-step-date",
    "reply-step-rows",
    "reply-step-send",
];

/// The key of the name of the sheet.
pub const SHEET: &str = "reply-sheet-instructions";

/// Everything that may stand in the sheet in a language, but for who can be asked.
pub fn words(messages: &Messages) -> Vec<String> {
    let columns = [Table::Items, Table::Indicators].into_iter().flat_map(Column::of);
    let answers = columns.filter(|column| matches!(column, Column::Answer(_)));
    let of_columns = answers.flat_map(|column| [column.heading(), format!("reply-hint-{}", column.word())]);
    let keys = STEPS.map(str::to_owned).into_iter().chain(["request-how".to_owned(), "contact".to_owned()]);
    let numbers = (1..=STEPS.len()).map(|number| format!("{number}."));
    keys.chain(of_columns).map(|key| messages.get(&key).to_owned()).chain(numbers).collect()
}

/// The widths of the two columns.
const NAMES: f64 = 30.0;
const WORDS: f64 = 100.0;

/// Writes the sheet: the steps, then each column with what belongs there, in one language after the other.
pub(super) fn write(
    sheet: &mut Worksheet,
    job: &Job<'_>,
    all: &[&Messages],
    has_indicators: bool,
) -> Result<(), XlsxError> {
    let base = Format::new().set_font_name("Calibri").set_font_size(11.0);
    let text = base.clone().set_text_wrap().set_align(FormatAlign::Top);
    let bold = text.clone().set_bold();
    let heading = base.set_bold().set_font_size(14.0).set_font_color(Color::RGB(0x001F_3864));
    let line = |sheet: &mut Worksheet, row: &mut RowNum, (name, words): (&str, &str)| {
        put(sheet, (*row, 0), name, &bold)?;
        put(sheet, (*row, 1), words, &text)?;
        // The letters are larger than in the tables.
        let height = height::of([(name, NAMES * 0.9), (words, WORDS * 0.9)].into_iter()) * 1.15;
        *row += 1;
        sheet.set_row_height(*row - 1, height).map(|_| ())
    };
    let mut row = 0;
    for messages in all {
        put(sheet, (row, 0), messages.get("request-how"), &heading)?;
        row += 1;
        for (number, key) in (1..).zip(STEPS) {
            line(sheet, &mut row, (&format!("{number}."), messages.get(key)))?;
        }
        if let Some(contact) = job.builder.texts().contact() {
            line(sheet, &mut row, (messages.get("contact"), &plain(contact)))?;
        }
        row += 1;
        let tables = [Table::Items, Table::Indicators].into_iter().take(if has_indicators { 2 } else { 1 });
        for column in tables.flat_map(Column::of).filter(|column| matches!(column, Column::Answer(_))) {
            let hint = format!("reply-hint-{}", column.word());
            line(sheet, &mut row, (messages.get(&column.heading()), messages.get(&hint)))?;
        }
        row += 2;
    }
    let name = all.first().map_or_else(String::new, |messages| word(messages, SHEET));
    sheet.set_name(sheet_name(&name))?;
    sheet.set_column_width(0, NAMES)?.set_column_width(1, WORDS)?;
    sheet.set_screen_gridlines(false).set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.protect();
    Ok(())
}
