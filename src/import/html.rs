//! Web pages as lines of a text: headings with `#`, lists with their numbers, tables with `|`.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::document::Document;

/// A page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) lang: Option<String>,
}

/// Elements that are no part of the text.
const NO_TEXT: &[&str] =
    &["script", "style", "noscript", "template", "svg", "nav", "select", "iframe", "textarea", "math"];
/// Elements that begin a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "address",
    "dl",
    "dt",
    "dd",
    "form",
    "fieldset",
    "details",
    "summary",
    "hr",
    "body",
    "center",
];
/// Elements that are empty.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track"];
/// The most columns that a cell can have.
const MOST_COLUMNS: usize = 200;

/// Reads a page.
pub(super) fn read(html: &str) -> Result<Page, String> {
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.state.into_inner().finish()
}

#[derive(Default)]
struct Reader {
    state: RefCell<State>,
}

/// A list that is open.
struct List {
    /// `1`, `a`, `A`, `i`, `I`; none for bullets.
    format: Option<String>,
    next: usize,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: Option<String>,
    span: usize,
    /// For each column how many rows a cell still covers, and what it says.
    covered: Vec<(usize, String)>,
    rows_of_cell: usize,
}

#[derive(Default)]
struct State {
    document: Document,
    failure: Option<String>,
    /// The text of the paragraph, with its heading or number before it.
    text: String,
    before: String,
    lists: Vec<List>,
    tables: Vec<Table>,
    /// The element whose content is left out, and how often it is open.
    skipped: Option<(String, usize)>,
    in_title: bool,
    title: String,
    headings: Vec<String>,
    lang: Option<String>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                state.tag(&tag);
                if tag.kind == TagKind::StartTag {
                    return match &*tag.name {
                        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                        "style" | "iframe" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
                        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => TokenSinkResult::Continue,
                    };
                }
            }
            Token::CharacterTokens(text) => state.say(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth = if opens { *depth + 1 } else { *depth - 1 };
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        let value = |key: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == key)
                .map(|attribute| attribute.value.to_string())
        };
        if opens && NO_TEXT.contains(&name) && !tag.self_closing {
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        let count = |key: &str| {
            value(key).and_then(|count| count.trim().parse().ok()).unwrap_or(1_usize).clamp(1, MOST_COLUMNS)
        };
        match (name, opens) {
            ("html", true) => self.lang = value("lang"),
            ("title", opens) => self.in_title = opens,
            ("br", _) => self.say(if self.tables.is_empty() { " " } else { "\n" }),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", opens) => {
                self.flush();
                let level = name[1..].parse().unwrap_or(1);
                self.before = if opens { format!("{} ", "#".repeat(level)) } else { String::new() };
            }
            ("ul" | "ol", true) => {
                self.flush();
                let format = (name == "ol").then(|| value("type").unwrap_or_else(|| "1".to_owned()));
                let next = value("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                self.lists.push(List { format, next });
            }
            ("ul" | "ol", false) => {
                self.flush();
                self.lists.pop();
            }
            ("li", true) => self.item(value("value").and_then(|number| number.trim().parse().ok())),
            ("li", false) => {
                self.flush();
                self.before.clear();
            }
            ("table" | "tr" | "td" | "th", _) => self.table(name, opens, count("colspan"), count("rowspan")),
            (block, _) if BLOCKS.contains(&block) => self.flush(),
            (void, _) if VOID.contains(&void) => {}
            _ => {}
        }
    }

    /// An entry of a list begins.
    fn item(&mut self, number: Option<usize>) {
        self.flush();
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let Some(list) = self.lists.last_mut() else {
            self.before = "- ".to_owned();
            return;
        };
        list.next = number.unwrap_or(list.next);
        let mark = match &list.format {
            None => "-".to_owned(),
            Some(format) => format!("{}.", super::document::list_number(list.next, format)),
        };
        list.next = list.next.saturating_add(1);
        self.before = format!("{indent}{mark} ");
    }

    fn table(&mut self, name: &str, opens: bool, columns: usize, rows: usize) {
        match (name, opens) {
            ("table", true) => {
                self.flush();
                self.tables.push(Table::default());
            }
            ("table", false) => {
                let Some(mut table) = self.tables.pop() else { return };
                table.end_row();
                match self.tables.last_mut().and_then(|outer| outer.cell.as_mut()) {
                    Some(cell) => cell
                        .push_str(&table.rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")),
                    None => {
                        let added = self.document.table(&table.rows);
                        self.note(added);
                    }
                }
            }
            ("tr", _) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            (_, true) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                    table.cell = Some(String::new());
                    (table.span, table.rows_of_cell) = (columns, rows);
                }
            }
            (_, false) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        match () {
            () if self.skipped.is_some() => {}
            () if self.in_title => self.title.push_str(text),
            () => match self.tables.last_mut() {
                Some(table) => {
                    if let Some(cell) = &mut table.cell {
                        cell.push_str(text);
                    }
                }
                None => self.text.push_str(text),
            },
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            if !cell.trim().is_empty() {
                cell.push('\n');
            }
            return;
        }
        let words = std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        if self.before == "# " {
            self.headings.push(words.clone());
        }
        let line = format!("{}{words}", self.before);
        // What follows in the same entry is a paragraph below it.
        self.before.clear();
        let added = self.document.paragraph(&line);
        self.note(added);
    }

    fn note(&mut self, added: Result<(), String>) {
        if let Err(problem) = added {
            self.failure.get_or_insert(problem);
        }
    }

    fn finish(mut self) -> Result<Page, String> {
        self.flush();
        while !self.tables.is_empty() {
            self.table("table", false, 1, 1);
        }
        self.flush();
        if let Some(problem) = self.failure {
            return Err(problem);
        }
        let whole = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut text = self.document.text;
        // The only heading of its level is the title of the page.
        let title = match self.headings.as_slice() {
            [only] => {
                text = text.replacen(&format!("# {only}\n"), &format!("{only}\n"), 1);
                Some(only.clone())
            }
            _ => Some(whole).filter(|title| !title.is_empty()),
        };
        let lang = self.lang.map(|lang| lang.split('-').next().unwrap_or("").to_lowercase());
        let lang = lang.filter(|lang| {
            (2..=3).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        Ok(Page { text, title, lang })
    }
}

impl Table {
    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        self.cover();
        let lines: Vec<String> = cell
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        let text = lines.join("\n");
        for at in 0..self.span {
            let column = self.row.len();
            if column >= MOST_COLUMNS {
                return;
            }
            let said = if at == 0 { text.clone() } else { String::new() };
            if self.rows_of_cell > 1 {
                self.covered.resize(self.covered.len().max(column + 1), (0, String::new()));
                self.covered[column] = (self.rows_of_cell - 1, said.clone());
            }
            self.row.push(said);
        }
    }

    /// Cells of the rows above that reach into this one.
    fn cover(&mut self) {
        while let Some((left, text)) = self.covered.get_mut(self.row.len()).filter(|(left, _)| *left > 0) {
            *left -= 1;
            self.row.push(text.clone());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !self.row.is_empty() {
            self.cover();
        }
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lists_and_tables_are_lines_of_the_text() {
        let html = "<!DOCTYPE html><html lang=\"en-AU\"><head><title>Plan | Site</title><style>p{}</style></head><body><nav>Home</nav>\
            <h1>Harbour plan</h1><h2>Water</h2><p>The two\n sides will:</p><ul><li>protect the springs;<ul><li>all</li></ul></li></ul>\
            <ol start=3 type=a><li>fence<li value=7>test &amp; more</ol><script>var x = '<h2>no</h2>';</script>\
            <table><tr><th>No<th>Action</tr><tr><td rowspan=2>1<td>a|b</tr><tr><td>c<br>d</tr></table>";
        let page = read(html).unwrap();
        assert_eq!(page.title.as_deref(), Some("Harbour plan"));
        assert_eq!(page.lang.as_deref(), Some("en"));
        assert_eq!(
            page.text,
            "Harbour plan\n\n## Water\n\nThe two sides will:\n\n- protect the springs;\n\n  - all\n\nc. fence\n\ng. test & more\n\n\
             | No | Action |\n|---|---|\n| 1 | a\\|b |\n| 1 | c<br>d |\n\n"
        );
    }

    #[test]
    fn broken_pages_are_read() {
        for html in [
            "<html><table><tr><td>",
            "<body></ul></table></td>",
            "<html><script>",
            "<html><li><h1>x",
            "<html><td colspan=99999999999>x",
        ] {
            assert!(read(html).is_ok(), "{html}");
        }
    }
}
