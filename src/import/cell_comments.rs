//! Comments of cells: people answer in them, too. They are no part of what a cell shows.

use super::kinds::{self, Kind};
use super::office::{Event, Events, Package, attribute};
use super::sheets;

/// A comment of a cell. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellComment {
    /// The name of the sheet.
    pub sheet: String,
    /// The row and the column.
    pub place: (usize, usize),
    /// What it says.
    pub text: String,
}

/// The comments of a spreadsheet; a text has none, and a file that cannot be read has none either: who reads its cells says so.
pub fn cell_comments(bytes: &[u8]) -> Vec<CellComment> {
    let found = match kinds::of(bytes) {
        Ok(Kind::Excel) => Package::open(bytes).and_then(|mut package| excel(&mut package)),
        Ok(Kind::OpenDocumentSheet) => {
            Package::open(bytes).and_then(|mut package| open_document(&mut package))
        }
        _ => Ok(Vec::new()),
    };
    found.unwrap_or_default()
}

fn excel(package: &mut Package<'_>) -> Result<Vec<CellComment>, String> {
    const WORKBOOK: &str = "xl/workbook.xml";
    let (workbook, relations) = (package.required(WORKBOOK)?, package.relations(WORKBOOK)?);
    let mut sheets = Vec::new();
    for event in Events::of(&workbook) {
        let Event::Open(name, attributes) = event? else { continue };
        let part = relations.iter().find(|(id, _)| Some(id.as_str()) == attribute(&attributes, "id"));
        if let Some((_, part)) = part.filter(|_| name == "sheet") {
            sheets.push((attribute(&attributes, "name").unwrap_or("").to_owned(), part.clone()));
        }
    }
    let mut found = Vec::new();
    for (sheet, part) in sheets {
        // A thread of comments also stands among those for older programs.
        let is_part = |(_, name): &(String, String)| {
            name.rsplit('/').next().is_some_and(|file| file.starts_with("comment") && file.ends_with(".xml"))
        };
        for (_, name) in package.relations(&part)?.into_iter().filter(is_part) {
            let text = package.text(&name)?.unwrap_or_default();
            of_part(&text, &sheet, &mut found)?;
        }
    }
    Ok(found)
}

fn of_part(text: &str, sheet: &str, found: &mut Vec<CellComment>) -> Result<(), String> {
    let (mut inside, mut of) = (false, None);
    for event in Events::of(text) {
        match event? {
            Event::Open(name, attributes) if name == "comment" => {
                of = attribute(&attributes, "ref").and_then(sheets::place);
                found.extend(of.map(|place| CellComment {
                    sheet: sheet.to_owned(),
                    place,
                    text: String::new(),
                }));
            }
            Event::Open(name, _) => inside |= name == "t",
            Event::Close(name) => inside &= name != "t",
            Event::Text(more) if inside && of.is_some() => {
                if let Some(last) = found.last_mut() {
                    last.text.push_str(&more);
                }
            }
            Event::Text(_) => {}
        }
    }
    Ok(())
}

/// Where a reader of an OpenDocument file is.
#[derive(Default)]
struct At {
    sheet: String,
    row: usize,
    column: usize,
    /// How often the row, or the cell, stands.
    times: [usize; 2],
    remark: usize,
    paragraph: usize,
}

fn open_document(package: &mut Package<'_>) -> Result<Vec<CellComment>, String> {
    let text = package.required("content.xml")?;
    let (mut at, mut found) = (At::default(), Vec::new());
    for event in Events::of(&text) {
        match event? {
            Event::Open(name, attributes) => at.open(&name, &attributes, &mut found),
            Event::Close(name) => at.close(&name),
            Event::Text(more) if at.remark > 0 && at.paragraph > 0 => {
                if let Some(last) = found.last_mut() {
                    last.text.push_str(&more);
                }
            }
            Event::Text(_) => {}
        }
    }
    Ok(found)
}

impl At {
    fn open(&mut self, name: &str, attributes: &[(String, String)], found: &mut Vec<CellComment>) {
        let count = |key| attribute(attributes, key).and_then(|count| count.parse().ok()).unwrap_or(1);
        match name {
            "table" => {
                *self =
                    Self { sheet: attribute(attributes, "name").unwrap_or("").to_owned(), ..Self::default() };
            }
            "table-row" => (self.times[0], self.column) = (count("number-rows-repeated"), 0),
            "table-cell" | "covered-table-cell" => self.times[1] = count("number-columns-repeated"),
            "annotation" => {
                self.remark += 1;
                let (sheet, place) = (self.sheet.clone(), (self.row, self.column));
                found.push(CellComment { sheet, place, text: String::new() });
            }
            "p" if self.remark > 0 => {
                self.paragraph += 1;
                if let Some(last) = found.last_mut().filter(|last| !last.text.is_empty()) {
                    last.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "annotation" => self.remark = self.remark.saturating_sub(1),
            "p" => self.paragraph = self.paragraph.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.column = self.column.saturating_add(self.times[1]),
            "table-row" => self.row = self.row.saturating_add(self.times[0]),
            _ => {}
        }
    }
}
