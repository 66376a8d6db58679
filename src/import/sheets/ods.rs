//! OpenDocument spreadsheets.

use std::collections::BTreeSet;

use super::super::office::{Event, Events, Package, attribute};
use super::grid::{Book, MOST_COLUMNS, MOST_ROWS, Sheet};
use super::number_format::Format;
use super::ods_styles::Styles;

/// A row or a cell that stands several times is written once. Empty ones fill a sheet; those with a value are few.
const MOST_REPEATS: usize = 1_000;

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    value_type: String,
    value: String,
    text: String,
    times: usize,
    is_formula: bool,
    /// How its style writes numbers.
    format: Option<Format>,
    /// Whether words of it are struck out.
    is_struck: bool,
    currency: String,
}

/// What a cell shows, in which column, and how often; and whether it is a number.
struct Shown {
    column: usize,
    text: String,
    times: usize,
    is_number: bool,
    is_struck: bool,
    currency: String,
}

#[derive(Default)]
struct Reader {
    book: Book,
    /// Styles of sheets that are not shown.
    hidden: BTreeSet<String>,
    style: String,
    row: usize,
    column: usize,
    styles: Styles,
    /// The styles of cells that name none: for columns, from one to before another, and for the row.
    column_styles: Vec<(usize, usize, String)>,
    row_style: Option<String>,
    /// How many columns were described so far.
    named_columns: usize,
    times: usize,
    cell: Option<Cell>,
    /// The cells of the row.
    cells: Vec<Shown>,
    /// How deep within a remark.
    remark: usize,
    paragraph: bool,
    /// The words around what is read that have a style of their own: whether that strikes them out.
    spans: Vec<bool>,
}

pub(super) fn read(package: &mut Package<'_>) -> Result<Book, String> {
    let text = package.required("content.xml")?;
    let mut reader = Reader { styles: Styles::read(package)?, ..Reader::default() };
    for event in Events::of(&text) {
        match event? {
            Event::Open(name, attributes) => reader.open(&name, &attributes),
            Event::Text(more) => reader.text(&more),
            Event::Close(name) => reader.close(&name)?,
        }
    }
    Ok(reader.book)
}

fn count(attributes: &[(String, String)], key: &str) -> usize {
    attribute(attributes, key).and_then(|count| count.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

impl Reader {
    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let value = |key| attribute(attributes, key);
        match name {
            "style" => self.style = value("name").unwrap_or("").to_owned(),
            "table-properties" if value("display") == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table" => {
                let hidden = value("style-name").is_some_and(|style| self.hidden.contains(style));
                let name = value("name").unwrap_or("").to_owned();
                self.book.sheets.push(Sheet { name, hidden, ..Sheet::default() });
                (self.row, self.column, self.named_columns) = (0, 0, 0);
                self.column_styles.clear();
            }
            "table-column" => {
                let first = self.named_columns;
                self.named_columns = first.saturating_add(count(attributes, "number-columns-repeated"));
                let style = value("default-cell-style-name").map(str::to_owned);
                self.column_styles.extend(style.map(|style| (first, self.named_columns, style)));
                let is_hidden = value("visibility").is_some_and(|how| how != "visible");
                if let Some(sheet) = self.book.sheets.last_mut().filter(|_| is_hidden) {
                    sheet.hidden_columns.push((first, self.named_columns - 1));
                }
            }
            "table-row" => {
                self.times = count(attributes, "number-rows-repeated");
                self.column = 0;
                self.row_style = value("default-cell-style-name").map(str::to_owned);
                let row = self.row;
                if let Some(sheet) = self
                    .book
                    .sheets
                    .last_mut()
                    .filter(|_| value("visibility").is_some_and(|how| how != "visible"))
                {
                    sheet.hidden_rows.insert(row);
                }
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(self.cell(name, attributes)),
            "annotation" => self.remark += 1,
            "p" => {
                let again = self.paragraph;
                self.paragraph = true;
                if again {
                    self.text("\n");
                }
            }
            "span" => self.spans.push(value("style-name").is_some_and(|style| self.styles.is_struck(style))),
            "s" => self.text(&" ".repeat(count(attributes, "c").min(MOST_REPEATS))),
            "tab" => self.text(" "),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn cell(&mut self, name: &str, attributes: &[(String, String)]) -> Cell {
        let value = |key| attribute(attributes, key).unwrap_or("").to_owned();
        let value_type = value("value-type");
        let written = match value_type.as_str() {
            "date" => value("date-value"),
            "boolean" => value("boolean-value"),
            _ => value("value"),
        };
        let rows = count(attributes, "number-rows-spanned");
        let columns = count(attributes, "number-columns-spanned");
        let (row, column) = (self.row, self.column);
        if (rows > 1 || columns > 1)
            && name == "table-cell"
            && let Some(sheet) = self.book.sheets.last_mut()
        {
            sheet.merged.push([
                row,
                column,
                row.saturating_add(rows - 1).min(MOST_ROWS),
                column.saturating_add(columns - 1),
            ]);
        }
        self.paragraph = false;
        let is_formula = !value("formula").is_empty();
        let of_column = || {
            let its = self.column_styles.iter().find(|(first, end, _)| (*first..*end).contains(&column));
            its.map(|(_, _, style)| style.as_str())
        };
        let style = attribute(attributes, "style-name").or(self.row_style.as_deref()).or_else(of_column);
        let format = style.and_then(|style| self.styles.format(style));
        Cell {
            currency: value("currency"),
            value_type,
            value: written,
            text: String::new(),
            times: count(attributes, "number-columns-repeated"),
            is_formula,
            format,
            is_struck: style.is_some_and(|style| self.styles.is_struck(style)),
        }
    }

    fn text(&mut self, more: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.remark == 0 && self.paragraph) {
            cell.text.push_str(more);
            cell.is_struck |= self.spans.contains(&true) && !more.trim().is_empty();
        }
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        match name {
            "annotation" => self.remark = self.remark.saturating_sub(1),
            "span" => drop(self.spans.pop()),
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    let place = (self.row, self.column);
                    let shown = shown(&cell);
                    if cell.is_formula
                        && (shown.starts_with('#') || shown.starts_with("Err:"))
                        && let Some(sheet) = self.book.sheets.last_mut()
                    {
                        sheet
                            .problems
                            .push((place, format!("the cell has the error {shown}, so it is read as empty")));
                    } else if !shown.trim().is_empty() {
                        let is_number =
                            matches!(cell.value_type.as_str(), "float" | "percentage" | "currency");
                        let (column, times) = (self.column, cell.times);
                        let (is_struck, currency) = (cell.is_struck, cell.currency);
                        self.cells.push(Shown { column, text: shown, times, is_number, is_struck, currency });
                    }
                    self.column = self.column.saturating_add(cell.times);
                }
            }
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), String> {
        let cells = std::mem::take(&mut self.cells);
        let first = self.row;
        self.row = self.row.saturating_add(self.times);
        let Some(sheet) = self.book.sheets.last_mut() else { return Ok(()) };
        let fills = |times: usize| times.min(MOST_REPEATS);
        for row in first..first.saturating_add(fills(self.times)) {
            for shown in &cells {
                for at in shown.column..shown.column.saturating_add(fills(shown.times)).min(MOST_COLUMNS) {
                    sheet.put(row, at, &shown.text)?;
                    if shown.is_number {
                        sheet.numbers.insert((row, at));
                        if shown.currency.len() == 3 {
                            sheet.currencies.insert((row, at), shown.currency.clone());
                        }
                    }
                    if shown.is_struck {
                        sheet.struck.insert((row, at));
                    }
                }
            }
            if cells.is_empty() {
                break;
            }
        }
        Ok(())
    }
}

/// What a cell shows: dates and numbers without the manner of a country.
fn shown(cell: &Cell) -> String {
    let number = || cell.value.parse::<f64>().ok().filter(|number| number.is_finite());
    let in_format = |format: Format, number| {
        format.shown(number, false, cell.is_formula).unwrap_or_else(|| cell.text.clone())
    };
    match cell.value_type.as_str() {
        "date" => {
            let day = cell.value.split('T').next().unwrap_or("");
            // A format without a day shows a month or a year.
            let shown = match cell.format {
                Some(Format::Month) => day.rsplit_once('-').map(|(month, _)| month),
                Some(Format::Year) => day.split_once('-').map(|(year, _)| year),
                None if cell.text.len() == 4 && day.starts_with(cell.text.trim()) => Some(cell.text.as_str()),
                _ => None,
            };
            shown.unwrap_or(day).to_owned()
        }
        "percentage" => {
            let format = cell.format.filter(|format| matches!(format, Format::Percent(_)));
            number().map_or_else(
                || cell.text.clone(),
                |number| in_format(format.unwrap_or(Format::Percent(None)), number),
            )
        }
        // `1.10` is a number of an item, and as a number it is 1.1.
        "float" if cell.text.parse::<f64>().ok() == number() && number().is_some() => cell.text.clone(),
        "float" | "currency" => {
            let format = cell.format.filter(|format| matches!(format, Format::Decimals { .. }));
            number().map_or_else(
                || cell.text.clone(),
                |number| in_format(format.unwrap_or(Format::Plain), number),
            )
        }
        "boolean" => cell.value.clone(),
        _ => cell.text.clone(),
    }
}
