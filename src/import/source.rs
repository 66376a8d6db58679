//! What a source is, by its content, and what is in it.

use super::decisions::Decisions;
use super::document;
use super::html;
use super::kinds::{self, Kind};
use super::office::Package;
use super::outcome::Import;
use super::sheets::{self, Book, Sheet};
use super::{front_matter, printed_columns, table, text};

/// What is read: a text with an outline, a text with columns, or a sheet.
#[derive(Debug)]
enum Content {
    Text(String),
    Table(String),
    Sheet(Box<Sheet>),
}

/// A source that was opened.
#[derive(Debug)]
pub struct Source {
    content: Content,
    /// What was decided while it was opened.
    decided: Vec<String>,
    /// What a person should look at.
    remarks: Vec<String>,
    /// What the file says of itself.
    facts: front_matter::Facts,
}

/// Opens a file by what is in it. A text is a table if its first line has the names of columns, or if its name says so.
///
/// # Errors
/// When it is of a kind that planbook does not import, or damaged: a sentence that says what to do.
pub fn open(bytes: &[u8], is_table: bool, decisions: &Decisions) -> Result<Source, String> {
    let plain = |content, decided, remarks| Source {
        content,
        decided,
        remarks,
        facts: front_matter::Facts::default(),
    };
    match kinds::of(bytes)? {
        Kind::Text(text) if is_table || table::is_in(&text) => {
            Ok(plain(Content::Table(text), Vec::new(), Vec::new()))
        }
        Kind::Text(text) => {
            let (facts, text) = front_matter::read(&text);
            let mut decided = facts.decided();
            let text = match printed_columns::unfold(&text) {
                Some((text, pages)) => {
                    decided.push(format!(
                        "{pages} {} two columns, so the left one is read first, and lines are counted in the order of reading",
                        if pages == 1 { "page has" } else { "pages have" }
                    ));
                    text
                }
                None => text,
            };
            let remarks = facts.problem.iter().cloned().collect();
            Ok(Source { content: Content::Text(text), decided, remarks, facts })
        }
        Kind::Html(text) => {
            let page = html::read(&text)?;
            let facts =
                front_matter::Facts { title: page.title, lang: page.lang, ..front_matter::Facts::default() };
            let mut decided = facts.decided();
            decided.push("a line is a paragraph of the page, an entry of a list or a row of a table, and not a line of the file".to_owned());
            Ok(Source { content: Content::Text(page.text), decided, remarks: page.remarks, facts })
        }
        Kind::Word => {
            let mut package = Package::open(bytes)?;
            let read = document::read(&mut package)?;
            let facts = front_matter::Facts { title: read.title, ..front_matter::Facts::default() };
            let mut decided = facts.decided();
            decided.push("a line is a paragraph of the document, or a row of a table".to_owned());
            Ok(Source { content: Content::Text(read.text), decided, remarks: read.remarks, facts })
        }
        Kind::Excel => sheet(sheets::xlsx(&mut Package::open(bytes)?)?, decisions),
        Kind::OpenDocumentSheet => sheet(sheets::ods(&mut Package::open(bytes)?)?, decisions),
    }
}

/// The sheet that was asked for, or the first one that has a table.
fn sheet(book: Book, decisions: &Decisions) -> Result<Source, String> {
    let names: Vec<String> = book
        .sheets
        .iter()
        .map(|sheet| format!("`{}`{}", sheet.name, if sheet.hidden { " (hidden)" } else { "" }))
        .collect();
    let shown = |sheet: &&Sheet| !sheet.hidden && !sheet.cells.is_empty();
    let at = match &decisions.sheet {
        Some(name) => {
            let at = book.sheets.iter().position(|sheet| sheet.name.trim() == name.trim());
            at.ok_or_else(|| {
                format!("the sheet `{name}` does not exist; the sheets are {}", names.join(", "))
            })?
        }
        None => {
            let first =
                |is: &dyn Fn(&Sheet) -> bool| book.sheets.iter().position(|sheet| shown(&sheet) && is(sheet));
            first(&table::has_header)
                .or_else(|| first(&|_| true))
                .ok_or_else(|| "it has no sheet with a cell that is shown".to_owned())?
        }
    };
    let Some(mut sheet) = book.sheets.into_iter().nth(at) else { return Err("it has no sheet".to_owned()) };
    let decided = vec![format!("the sheet is `{}`, of {} (--sheet)", sheet.name, names.join(", "))];
    sheet.write_currencies();
    let facts = front_matter::Facts::default();
    Ok(Source { content: Content::Sheet(Box::new(sheet)), decided, remarks: Vec::new(), facts })
}

impl Source {
    /// Reads what was opened.
    ///
    /// # Errors
    /// When nothing in it can be a record, or a decision does not fit it.
    pub fn read(&self, decisions: &Decisions) -> Result<Import, String> {
        let found = match &self.content {
            Content::Text(text) => text::read(text, decisions),
            Content::Table(text) => table::read(text, decisions),
            Content::Sheet(sheet) => table::read_sheet(sheet, Vec::new(), decisions),
        }?;
        Ok(self.complete(found))
    }

    /// What was found in the content, with what the file says of itself.
    pub fn complete(&self, mut found: Import) -> Import {
        found.decided.splice(0..0, self.decided.iter().cloned());
        found.remarks.splice(0..0, self.remarks.iter().cloned());
        if let Some(title) = &self.facts.title {
            found.title.clone_from(title);
        }
        found
    }

    /// The decisions, with what the file says of itself where nobody decided otherwise.
    pub fn decisions(&self, mut decisions: Decisions) -> Decisions {
        decisions.title = decisions.title.or_else(|| self.facts.title.clone());
        decisions.adopted = decisions.adopted.or_else(|| self.facts.date.clone());
        decisions.lang = decisions.lang.or_else(|| self.facts.lang.clone());
        decisions
    }

    /// The text with an outline, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Table(_) | Content::Sheet(_) => None,
        }
    }
}
