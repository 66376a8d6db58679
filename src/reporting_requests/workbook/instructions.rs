//! The sheet that says how the workbook is filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

use super::super::job::Job;
use super::super::layout::{Column, Table};
use super::plain;
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
    let mut row = 0;
    for messages in all {
        sheet.write_string_with_format(row, 0, messages.get("request-how"), &heading)?;
        row += 1;
        for (number, key) in (1..).zip(STEPS) {
            sheet.write_string_with_format(row, 0, format!("{number}."), &bold)?;
            sheet.write_string_with_format(row, 1, messages.get(key), &text)?;
            row += 1;
        }
        if let Some(contact) = job.builder.texts().contact() {
            sheet.write_string_with_format(row, 0, messages.get("contact"), &bold)?;
            sheet.write_string_with_format(row, 1, plain(job, contact), &text)?;
            row += 1;
        }
        row += 1;
        let tables = [Table::Items, Table::Indicators].into_iter().take(if has_indicators { 2 } else { 1 });
        for column in tables.flat_map(Column::of).filter(|column| matches!(column, Column::Answer(_))) {
            let hint = messages.get(&format!("reply-hint-{}", column.word())).to_owned();
            sheet.write_string_with_format(row, 0, messages.get(&column.heading()), &bold)?;
            sheet.write_string_with_format(row, 1, hint, &text)?;
            row += 1;
        }
        row += 2;
    }
    let name = all.first().map_or("reply-sheet-instructions", |messages| messages.get("reply-sheet-instructions"));
    sheet.set_name(name)?;
    sheet.set_column_width(0, 26.0)?.set_column_width(1, 100.0)?;
    sheet.set_screen_gridlines(false).set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.protect();
    Ok(())
}
