//! The paragraphs and tables of a document.

use std::collections::BTreeMap;

use super::super::office::{Event, Events, attribute};
use super::super::raised::raised;
use super::lines::Document;
use super::lists::Lists;
use super::styles::{Role, Styles};

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    outline: Option<usize>,
    /// Whether each text in it is bold.
    bold: bool,
    has_text: bool,
}

/// A table that is being read.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    /// How many columns the cell has.
    span: usize,
    /// Whether the cell is part of the one above.
    goes_on: bool,
}

/// What was taken out, how something looked before, and the second form of a drawing.
const LEFT_OUT: &[&str] = &["del", "moveFrom", "Fallback", "rPrChange", "pPrChange"];
/// The most columns of a table.
const MOST_COLUMNS: usize = 200;
/// The longest line in bold letters that may be a heading.
const LONGEST_HEADING: usize = 200;

/// The body of a document, as far as it was read.
pub(super) struct Body {
    styles: Styles,
    lists: Lists,
    document: Document,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Within what is not shown: what was taken out, and the second form of a drawing.
    skipped: usize,
    run_is_bold: bool,
    /// Whether the words of the run are hidden, or struck out.
    run_is_left_out: Option<LeftOut>,
    inside_run_properties: bool,
    inside_text: bool,
    contents: usize,
    /// The number and the words of each note, and the numbers that marks in the text gave them, by part and id.
    notes: Vec<(usize, String)>,
    numbers: BTreeMap<(String, String), usize>,
    run_is_raised: bool,
    /// How many signs of a font of symbols have no letter here.
    symbols: usize,
    tracked: usize,
    /// The words that are not read.
    left_out: Vec<(LeftOut, String)>,
}

/// Why words of a run are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LeftOut {
    Hidden,
    Struck,
}

impl Body {
    pub(super) fn new(styles: Styles, lists: Lists) -> Self {
        Self {
            styles,
            lists,
            document: Document::default(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            skipped: 0,
            run_is_bold: false,
            run_is_left_out: None,
            inside_run_properties: false,
            inside_text: false,
            contents: 0,
            notes: Vec::new(),
            numbers: BTreeMap::new(),
            run_is_raised: false,
            symbols: 0,
            tracked: 0,
            left_out: Vec::new(),
        }
    }

    pub(super) fn read(&mut self, text: &str) -> Result<(), String> {
        for event in Events::of(text) {
            match event? {
                Event::Open(name, attributes) => self.open(&name, &attributes),
                Event::Text(more) => self.text(&more),
                Event::Close(name) => self.close(&name)?,
            }
        }
        Ok(())
    }

    /// Footnotes stand at the end of the text.
    pub(super) fn read_notes(&mut self, text: &str) -> Result<(), String> {
        let (mut note, mut inside, mut real) = (String::new(), false, false);
        let mut id = String::new();
        for event in Events::of(text) {
            match event? {
                Event::Open(name, attributes) => match name.as_str() {
                    "footnote" | "endnote" => {
                        // The lines above the notes are notes of their own kinds.
                        real = attribute(&attributes, "type").is_none();
                        attribute(&attributes, "id").unwrap_or("").clone_into(&mut id);
                        note.clear();
                    }
                    "t" => inside = true,
                    "tab" | "br" => note.push(' '),
                    _ => {}
                },
                Event::Text(more) if inside => note.push_str(&more),
                Event::Text(_) => {}
                Event::Close(name) => match name.as_str() {
                    "t" => inside = false,
                    "p" => note.push(' '),
                    "footnote" | "endnote" if real && !note.trim().is_empty() => {
                        let number = self.note_number(&name, &id);
                        self.notes.push((number, note.split_whitespace().collect::<Vec<_>>().join(" ")));
                    }
                    _ => {}
                },
            }
        }
        Ok(())
    }

    /// The number of a note: notes are counted in the order of their marks.
    fn note_number(&mut self, part: &str, id: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry((part.to_owned(), id.to_owned())).or_insert(next)
    }

    /// A mark stands where the note is called.
    fn note_mark(&mut self, part: &str, attributes: &[(String, String)]) {
        if self.run_is_left_out.is_some() {
            return;
        }
        let number = self.note_number(part, attribute(attributes, "id").unwrap_or(""));
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(&format!("[^{number}]"));
        }
    }

    pub(super) fn finish(mut self) -> Result<Document, String> {
        let mut remarks = Vec::new();
        if self.contents > 0 {
            remarks.push(format!(
                "{} lines of the table of contents that Word makes were left out",
                self.contents
            ));
        }
        if self.tracked > 0 {
            remarks.push(format!(
                "the document has tracked changes: {} insertions are read, what was deleted is not",
                self.tracked
            ));
        }
        for (why, what) in [(LeftOut::Hidden, "is hidden"), (LeftOut::Struck, "is struck out")] {
            let said = || self.left_out.iter().filter(|(other, _)| *other == why).map(|(_, words)| words);
            if let Some(first) = said().next() {
                let first: String = first.chars().take(60).collect();
                remarks.push(format!(
                    "text of the document {what} ({} pieces), so it is not read; the first piece is `{first}`",
                    said().count()
                ));
            }
        }
        if self.symbols > 0 {
            remarks.push(format!(
                "{} signs of a font of symbols, such as Wingdings, have no letter in a text, so they are not read",
                self.symbols
            ));
        }
        self.notes.sort();
        for (number, note) in &self.notes {
            self.document.paragraph(&format!("[^{number}]: {note}"))?;
        }
        self.document.remarks = remarks;
        Ok(self.document)
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        if self.skipped > 0 || LEFT_OUT.contains(&name) {
            self.skipped += 1;
            return;
        }
        let value = attribute(attributes, "val").unwrap_or("");
        let on = || !matches!(value, "0" | "false" | "none" | "off");
        match name {
            "ins" => self.tracked += 1,
            "p" => self.paragraphs.push(Paragraph { bold: true, ..Paragraph::default() }),
            "r" => (self.run_is_bold, self.run_is_left_out, self.run_is_raised) = (false, None, false),
            "vertAlign" if self.inside_run_properties => self.run_is_raised = value == "superscript",
            "footnoteReference" => self.note_mark("footnote", attributes),
            "endnoteReference" => self.note_mark("endnote", attributes),
            "rPr" => self.inside_run_properties = true,
            "b" if self.inside_run_properties => self.run_is_bold = on(),
            "vanish" if self.inside_run_properties && on() => self.run_is_left_out = Some(LeftOut::Hidden),
            "strike" | "dstrike" if self.inside_run_properties && on() => {
                self.run_is_left_out = self.run_is_left_out.or(Some(LeftOut::Struck));
            }
            "t" => self.inside_text = true,
            "tab" if !self.inside_run_properties => self.text_of_run(" "),
            "br" | "cr" => self.text_of_run("\n"),
            "sym" => self.symbol(attribute(attributes, "char").unwrap_or("")),
            "noBreakHyphen" => self.text_of_run("-"),
            "tbl" => self.tables.push(Table::default()),
            "gridSpan" => {
                self.in_table(|table| table.span = value.parse().unwrap_or(1).clamp(1, MOST_COLUMNS))
            }
            "vMerge" => self.in_table(|table| table.goes_on = value != "restart"),
            _ => self.property(name, value),
        }
    }

    /// A sign of a font of symbols, such as Wingdings: a tick or a box is read, another one is counted.
    fn symbol(&mut self, code: &str) {
        let sign = match code.to_ascii_uppercase().as_str() {
            "F0FC" | "00FC" => "✓",
            "F0FB" | "00FB" => "✗",
            "F0FE" | "00FE" | "F052" => "☑",
            "F0FD" | "00FD" => "☒",
            "F0A8" | "00A8" | "F06F" | "F071" | "F0A3" => "☐",
            "F0E0" | "00E0" => "→",
            "F0B7" | "F0A7" => "•",
            _ => {
                self.symbols += 1;
                return;
            }
        };
        self.text_of_run(sign);
    }

    /// What the properties of a paragraph say.
    fn property(&mut self, name: &str, value: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => value.clone_into(&mut paragraph.style),
            "numId" => paragraph.list = Some(value.to_owned()),
            "ilvl" => paragraph.level = value.parse().ok(),
            "outlineLvl" => paragraph.outline = value.parse().ok(),
            _ => {}
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn text(&mut self, more: &str) {
        if self.skipped == 0 && self.inside_text {
            self.text_of_run(more);
        }
    }

    fn text_of_run(&mut self, more: &str) {
        let bold = self.run_is_bold;
        if let Some(why) = self.run_is_left_out {
            if !more.trim().is_empty() {
                self.left_out.push((why, more.trim().to_owned()));
            }
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let last = paragraph.text.chars().next_back();
            match self.run_is_raised {
                true => paragraph.text.push_str(&raised(more, last)),
                false => paragraph.text.push_str(more),
            }
            if !more.trim().is_empty() {
                paragraph.has_text = true;
                paragraph.bold &= bold;
            }
        }
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "t" => self.inside_text = false,
            "rPr" => self.inside_run_properties = false,
            "p" => self.end_paragraph()?,
            "tc" => self.in_table(end_cell),
            "tr" => self.in_table(|table| {
                let row = std::mem::take(&mut table.row);
                if row.iter().any(|cell| !cell.trim().is_empty()) {
                    table.rows.push(row);
                }
            }),
            "tbl" => self.end_table()?,
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), String> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let one_space = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = paragraph.text.lines().map(one_space).filter(|line| !line.is_empty());
        // A cell may hold a list of one line each; elsewhere a broken line is one line.
        let between = if self.tables.is_empty() { " " } else { "\n" };
        let words = lines.collect::<Vec<_>>().join(between);
        if words.is_empty() {
            return Ok(());
        }
        let role = match paragraph.outline {
            Some(outline) if outline < 9 => Role::Heading(outline + 1),
            _ => self.styles.role(&paragraph.style),
        };
        if role == Role::Contents {
            self.contents += 1;
            return Ok(());
        }
        let numbered = self.number(&paragraph);
        let number = numbered.as_ref().map_or_else(String::new, |(number, _)| format!("{number} "));
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() {
                table.cell.push('\n');
            }
            table.cell.push_str(&format!("{number}{words}"));
            return Ok(());
        }
        let is_short = words.chars().count() <= LONGEST_HEADING;
        let line = match role {
            // Markdown has six levels.
            Role::Heading(level) => format!("{} {number}{words}", "#".repeat(level.min(6))),
            // The name of the plan, on one line or several.
            Role::Title => {
                let title = self.document.title.get_or_insert_default();
                title.push_str(if title.is_empty() { "" } else { " " });
                title.push_str(&words);
                words
            }
            Role::Text if numbered.is_none() && paragraph.bold && paragraph.has_text && is_short => {
                format!("**{words}**")
            }
            _ => format!("{}{number}{words}", "  ".repeat(numbered.map_or(0, |(_, level)| level))),
        };
        self.document.paragraph(&line)
    }

    /// The number of a paragraph: of its own list, or of that of its style.
    fn number(&mut self, paragraph: &Paragraph) -> Option<(String, usize)> {
        let of_style = self.styles.list(&paragraph.style);
        let list = paragraph.list.clone().or_else(|| of_style.as_ref().map(|(list, _)| list.clone()))?;
        let by_style = self.lists.level_of_style(&list, &paragraph.style);
        let level =
            paragraph.level.or(by_style).or_else(|| of_style.and_then(|(_, level)| level)).unwrap_or(0);
        self.lists.number(&list, level).map(|numbered| (numbered.number, numbered.level))
    }

    fn end_table(&mut self) -> Result<(), String> {
        let Some(table) = self.tables.pop() else { return Ok(()) };
        // A table in a cell is part of what the cell says.
        if let Some(outer) = self.tables.last_mut() {
            let words: Vec<String> = table.rows.iter().map(|row| row.join(" ").trim().to_owned()).collect();
            outer.cell.push_str(&format!("\n{}", words.join("\n")));
            return Ok(());
        }
        self.document.table(&table.rows)
    }
}

fn end_cell(table: &mut Table) {
    let column = table.row.len();
    let mut cell = std::mem::take(&mut table.cell);
    if table.goes_on {
        let above = table.rows.last().and_then(|row| row.get(column));
        cell = above.cloned().unwrap_or(cell);
    }
    table.row.push(cell);
    for _ in 1..table.span {
        if table.row.len() < MOST_COLUMNS {
            table.row.push(String::new());
        }
    }
    table.span = 1;
    table.goes_on = false;
}
