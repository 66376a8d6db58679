//! Excel files.

use super::super::office::{Event, Events, Package, attribute};
use super::currency;
use super::grid::{Book, Sheet, place};
use super::number_format::Format;

const WORKBOOK: &str = "xl/workbook.xml";

/// What all sheets of a file share.
#[derive(Default)]
struct Shared {
    texts: Vec<SharedText>,
    styles: Vec<Style>,
    from_1904: bool,
}

/// A text that cells refer to, and whether some of its words are struck out.
#[derive(Default)]
struct SharedText {
    text: String,
    is_struck: bool,
}

/// How a cell looks: how it shows numbers, and whether its words are struck out.
#[derive(Clone)]
struct Style {
    format: Format,
    currency: Option<String>,
    is_struck: bool,
}

pub(super) fn read(package: &mut Package<'_>) -> Result<Book, String> {
    let workbook = package.required(WORKBOOK)?;
    let relations = package.relations(WORKBOOK)?;
    let mut shared = Shared { texts: texts(package)?, styles: styles(package)?, from_1904: false };
    let mut book = Book::default();
    let mut parts = Vec::new();
    for event in Events::of(&workbook) {
        let Event::Open(name, attributes) = event? else { continue };
        let value = |key| attribute(&attributes, key);
        match name.as_str() {
            "workbookPr" => shared.from_1904 = matches!(value("date1904"), Some("1" | "true")),
            "sheet" => {
                let hidden = value("state").is_some_and(|state| state != "visible");
                let part = relations.iter().find(|(id, _)| Some(id.as_str()) == value("id"));
                // A chart is a sheet without cells.
                if let Some((_, part)) = part.filter(|(_, part)| part.contains("worksheets/")) {
                    book.sheets.push(Sheet {
                        name: value("name").unwrap_or("").to_owned(),
                        hidden,
                        ..Sheet::default()
                    });
                    parts.push(part.clone());
                }
            }
            _ => {}
        }
    }
    for (sheet, part) in book.sheets.iter_mut().zip(parts) {
        let text = package.required(&part)?;
        cells(&text, &shared, sheet)?;
    }
    Ok(book)
}

/// The texts that cells refer to by their numbers. How Japanese names are pronounced is not part of them.
fn texts(package: &mut Package<'_>) -> Result<Vec<SharedText>, String> {
    let Some(text) = package.text("xl/sharedStrings.xml")? else { return Ok(Vec::new()) };
    let mut texts: Vec<SharedText> = Vec::new();
    let (mut inside, mut spoken, mut struck) = (false, false, false);
    for event in Events::of(&text) {
        match event? {
            Event::Open(name, attributes) => match name.as_str() {
                "si" => {
                    texts.push(SharedText::default());
                    struck = false;
                }
                "r" => struck = false,
                "strike" => struck = is_on(&attributes),
                "t" => inside = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Event::Close(name) => match name.as_str() {
                "t" => inside = false,
                "rPh" => spoken = false,
                _ => {}
            },
            Event::Text(more) if inside && !spoken => {
                if let Some(last) = texts.last_mut() {
                    last.text.push_str(&more);
                    last.is_struck |= struck && !more.trim().is_empty();
                }
            }
            Event::Text(_) => {}
        }
    }
    Ok(texts)
}

/// Whether a property of a font is on: it is where nothing says otherwise.
fn is_on(attributes: &[(String, String)]) -> bool {
    !matches!(attribute(attributes, "val"), Some("0" | "false"))
}

/// Each style of cells.
fn styles(package: &mut Package<'_>) -> Result<Vec<Style>, String> {
    let Some(text) = package.text("xl/styles.xml")? else { return Ok(Vec::new()) };
    let mut own: Vec<(u32, Format, Option<String>)> = Vec::new();
    // Whether each font strikes words out.
    let mut fonts: Vec<bool> = Vec::new();
    let mut styles = Vec::new();
    let (mut inside, mut of_fonts) = (false, false);
    for event in Events::of(&text) {
        match event? {
            Event::Open(name, attributes) => {
                let id = attribute(&attributes, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                match name.as_str() {
                    "numFmt" => {
                        let code = attribute(&attributes, "formatCode").unwrap_or("");
                        own.push((id, Format::of(code), currency::of_format(code)));
                    }
                    "fonts" => of_fonts = true,
                    "font" if of_fonts => fonts.push(false),
                    "strike" if of_fonts => {
                        fonts.last_mut().into_iter().for_each(|font| *font = is_on(&attributes));
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside => {
                        let known = own.iter().find(|(known, ..)| *known == id);
                        let built_in = || (Format::built_in(id), None);
                        let (format, currency) =
                            known.map_or_else(built_in, |(_, format, currency)| (*format, currency.clone()));
                        let font: Option<usize> =
                            attribute(&attributes, "fontId").and_then(|id| id.parse().ok());
                        let is_struck = font.and_then(|font| fonts.get(font)).copied().unwrap_or(false);
                        styles.push(Style { format, currency, is_struck });
                    }
                    _ => {}
                }
            }
            Event::Close(name) => match name.as_str() {
                "fonts" => of_fonts = false,
                "cellXfs" => inside = false,
                _ => {}
            },
            Event::Text(_) => {}
        }
    }
    Ok(styles)
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    place: (usize, usize),
    kind: String,
    style: usize,
    value: String,
    has_formula: bool,
    /// Whether some of its own words are struck out.
    is_struck: bool,
}

fn cells(text: &str, shared: &Shared, sheet: &mut Sheet) -> Result<(), String> {
    let mut cell = Cell::default();
    let (mut row, mut column) = (0_usize, 0_usize);
    let (mut inside, mut spoken, mut struck) = (false, false, false);
    for event in Events::of(text) {
        match event? {
            Event::Open(name, attributes) => {
                let value = |key| attribute(&attributes, key);
                match name.as_str() {
                    "col" if matches!(value("hidden"), Some("1" | "true")) => {
                        let at = |key| value(key).and_then(|at| at.parse::<usize>().ok()?.checked_sub(1));
                        sheet.hidden_columns.extend(at("min").zip(at("max")));
                    }
                    "row" => {
                        // A row without a number follows the one before.
                        row = value("r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                        column = 0;
                        if matches!(value("hidden"), Some("1" | "true")) {
                            sheet.hidden_rows.insert(row.saturating_sub(1));
                        }
                    }
                    "c" => {
                        let place = value("r").and_then(place).unwrap_or((row.saturating_sub(1), column));
                        column = place.1 + 1;
                        let style = value("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                        struck = false;
                        cell = Cell {
                            place,
                            kind: value("t").unwrap_or("n").to_owned(),
                            style,
                            ..Cell::default()
                        };
                    }
                    "v" | "t" => inside = true,
                    "r" => struck = false,
                    "strike" => struck = is_on(&attributes),
                    "rPh" => spoken = true,
                    "f" => cell.has_formula = true,
                    "mergeCell" => sheet.merged.extend(value("ref").and_then(range)),
                    _ => {}
                }
            }
            Event::Text(more) if inside && !spoken => {
                cell.value.push_str(&more);
                cell.is_struck |= struck && !more.trim().is_empty();
            }
            Event::Text(_) => {}
            Event::Close(name) => match name.as_str() {
                "v" | "t" => inside = false,
                "rPh" => spoken = false,
                "c" => end(&cell, shared, sheet)?,
                _ => {}
            },
        }
    }
    Ok(())
}

/// Puts a cell into its sheet.
fn end(cell: &Cell, shared: &Shared, sheet: &mut Sheet) -> Result<(), String> {
    let (row, column) = cell.place;
    let plain = Style { format: Format::Plain, currency: None, is_struck: false };
    let style = shared.styles.get(cell.style).unwrap_or(&plain);
    let mut is_struck = cell.is_struck || style.is_struck;
    let mut problem = |why: String| sheet.problems.push((cell.place, why));
    let value = cell.value.trim();
    let shown = match cell.kind.as_str() {
        "s" => {
            let known = value.parse::<usize>().ok().and_then(|at| shared.texts.get(at));
            is_struck |= known.is_some_and(|known| known.is_struck);
            known.map(|known| known.text.clone())
        }
        "b" => Some(if value == "1" { "true" } else { "false" }.to_owned()),
        "e" => {
            problem(format!("the cell has the error {value}, so it is read as empty"));
            return Ok(());
        }
        "n" if value.is_empty() => {
            if cell.has_formula {
                problem("the cell has a formula without a value: open the file in a spreadsheet program and save it".to_owned());
            }
            return Ok(());
        }
        "n" => {
            let format = style.format;
            if !format.is_date() {
                sheet.numbers.insert(cell.place);
                sheet.currencies.extend(style.currency.clone().map(|currency| (cell.place, currency)));
            }
            let number = value.parse::<f64>().ok();
            number.and_then(|number| format.shown(number, shared.from_1904, cell.has_formula))
        }
        "d" => Some(value.split('T').next().unwrap_or(value).to_owned()),
        _ => Some(cell.value.clone()),
    };
    match shown {
        Some(text) => {
            if is_struck && !text.trim().is_empty() {
                sheet.struck.insert(cell.place);
            }
            sheet.put(row, column, &unescaped(&text))
        }
        None => {
            problem(format!("`{value}` is no value of its type, so the cell is read as empty"));
            Ok(())
        }
    }
}

/// A text without the escapes with which Excel writes characters that XML cannot have: `_x000D_`. Of those, the ones that break a
/// line do so, and all others that nobody sees are spaces. `_x005F_` is the `_` of a text that only looks like an escape.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let digits = rest.get(2..6).filter(|_| rest.get(6..7) == Some("_"));
        let code = digits.and_then(|digits| {
            let is_code = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            u32::from_str_radix(digits, 16).ok().filter(|_| is_code)
        });
        let Some(code) = code else {
            plain.push_str("_x");
            rest = &rest[2..];
            continue;
        };
        rest = &rest[7..];
        match char::from_u32(code) {
            // Excel ends a line with a line feed, before which this one says nothing.
            Some('\r')
                if rest.starts_with('\n') || rest.starts_with("_x000A_") || rest.starts_with("_x000a_") => {}
            Some('\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') => plain.push('\n'),
            Some(sign) if !sign.is_control() => plain.push(sign),
            // A half of a character, or one that nobody sees.
            Some(_) => plain.push(' '),
            None => plain.push('\u{fffd}'),
        }
    }
    plain + rest
}

/// `A1:B3`.
fn range(text: &str) -> Option<[usize; 4]> {
    let (from, to) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (top <= bottom && left <= right).then_some([top, left, bottom, right])
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_of_excel_are_what_they_stand_for() {
        for (text, plain) in [
            ("one_x000D_\ntwo", "one\ntwo"),
            ("one_x000d_\ntwo", "one\ntwo"),
            ("one_x000D_two", "one\ntwo"),
            ("one_x000D__x000A_two", "one\ntwo"),
            ("one_x000B_two", "one\ntwo"),
            ("one_x0009_two_x0007_", "one two "),
            ("_x005F_x000D_", "_x000D_"),
            ("_x0041_B", "AB"),
            ("_xD83D_", "\u{fffd}"),
            ("file_xyz_x12_ _x00_x000D", "file_xyz_x12_ _x00_x000D"),
            ("_x+00D_ _x", "_x+00D_ _x"),
            ("_x000é_ x_x", "_x000é_ x_x"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }
}
