//! Web pages as lines of a text: headings with `#`, lists with their numbers, tables with `|`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::document::Document;
use super::left_out::{BLOCKS, LeftOut};
use super::raised::raised;

/// A page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) lang: Option<String>,
    /// What a person should look at.
    pub(super) remarks: Vec<String>,
}

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
    caption: String,
    in_caption: bool,
    in_foot: bool,
    foot: Vec<String>,
    /// The words for the pictures of the cell, and those that the table has beside others.
    pictures: Vec<String>,
    unread_pictures: Vec<String>,
}

#[derive(Default)]
struct State {
    document: Document,
    failure: Option<String>,
    /// The text of the paragraph, with its heading or number before it.
    text: String,
    before: String,
    lists: Vec<List>,
    /// The raised words that are being read, and the note of the page that they lead to.
    raised: Option<(String, Option<String>)>,
    /// The marks of notes by the ids of their elements, and the mark of the one that is being read.
    notes: BTreeMap<String, String>,
    note: Option<String>,
    tables: Vec<Table>,
    left_out: LeftOut,
    /// The words for pictures that are not read.
    pictures: Vec<String>,
    /// The rows at the foot of tables.
    feet: Vec<String>,
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
        if self.left_out.is_open() && self.left_out.tag(name, opens) {
            return;
        }
        let value = |key: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == key)
                .map(|attribute| attribute.value.to_string())
        };
        if let Some(why) = LeftOut::why(name, value).filter(|_| opens && !tag.self_closing) {
            self.left_out.begin(name, why);
            return;
        }
        let count = |key: &str| {
            value(key).and_then(|count| count.trim().parse().ok()).unwrap_or(1_usize).clamp(1, MOST_COLUMNS)
        };
        if let Some(mark) = value("id").filter(|_| opens).and_then(|id| self.notes.get(&id).cloned()) {
            self.lower();
            self.flush();
            self.note = Some(mark);
        }
        match (name, opens) {
            ("sup", true) => {
                self.lower();
                self.raised = Some((String::new(), None));
            }
            ("sup", false) => self.lower(),
            ("a", true) => {
                let target = value("href").and_then(|href| href.strip_prefix('#').map(str::to_owned));
                if let (Some((_, note)), Some(target)) = (self.raised.as_mut(), target) {
                    *note = Some(target);
                }
            }
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
            ("caption", opens) => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_caption = opens;
                }
            }
            ("tfoot" | "tbody" | "thead", _) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.in_foot = name == "tfoot" && opens;
                }
            }
            ("img", true) => self.picture(value("alt").unwrap_or_default()),
            (block, _) if BLOCKS.contains(&block) => self.flush(),
            _ => {}
        }
    }

    /// A picture is read for its words where it is all that a cell of a table has, such as a sign for a status.
    fn picture(&mut self, words: String) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.tables.last_mut() {
            _ if words.is_empty() => {}
            Some(table) if table.cell.is_some() => table.pictures.push(words),
            _ => self.pictures.push(words),
        }
    }

    /// Ends raised words: the mark of a note, or signs that stay raised.
    fn lower(&mut self) {
        let Some((words, note)) = self.raised.take() else { return };
        let name = words.trim().trim_matches(['[', ']', '(', ')']).to_owned();
        let is_mark = (1..=3).contains(&name.len()) && name.chars().all(|sign| sign.is_ascii_alphanumeric());
        if let Some(target) = note.filter(|_| is_mark) {
            self.notes.entry(target).or_insert_with(|| name.clone());
            self.say(&format!("[^{name}]"));
            return;
        }
        let said = match self.tables.last() {
            Some(table) => table.cell.as_deref().unwrap_or(""),
            None => self.text.as_str(),
        };
        let shown = raised(&words, said.chars().next_back());
        self.say(&shown);
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
        self.lower();
        match (name, opens) {
            ("table", true) => {
                self.flush();
                self.tables.push(Table::default());
            }
            ("table", false) => {
                let Some(mut table) = self.tables.pop() else { return };
                table.end_row();
                self.pictures.append(&mut table.unread_pictures);
                self.feet.append(&mut table.foot);
                let caption = table.caption.split_whitespace().collect::<Vec<_>>().join(" ");
                match self.tables.last_mut().and_then(|outer| outer.cell.as_mut()) {
                    Some(cell) => {
                        let rows = table.rows.iter().map(|row| row.join(" "));
                        let said = [caption].into_iter().chain(rows).filter(|said| !said.is_empty());
                        cell.push_str(&said.collect::<Vec<_>>().join("\n"));
                    }
                    None => {
                        let above = self.document.paragraph(&caption);
                        self.note(above);
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
            () if self.left_out.is_open() => self.left_out.say(text),
            () if self.in_title => self.title.push_str(text),
            () if let Some((words, _)) = &mut self.raised => words.push_str(text),
            () => match self.tables.last_mut() {
                Some(table) => match &mut table.cell {
                    Some(cell) => cell.push_str(text),
                    None if table.in_caption => table.caption.push_str(text),
                    None => {}
                },
                None => self.text.push_str(text),
            },
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        self.lower();
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
        let line = match self.note.take() {
            Some(mark) => note_line(&mark, &words),
            None => format!("{}{words}", self.before),
        };
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
        let mut remarks = self.left_out.remarks();
        if let Some(first) = self.pictures.first() {
            remarks.push(format!(
                "the words for pictures (`alt`) are not read; the page has {}, and the first are `{first}`",
                self.pictures.len()
            ));
        }
        if let Some(first) = self.feet.first() {
            let first: String = first.replace('\n', " ").chars().take(60).collect();
            remarks.push(format!(
                "the rows at the foot of tables (`tfoot`) are no items; the page has {}, and the first is `{first}`",
                self.feet.len()
            ));
        }
        Ok(Page { text, title, lang, remarks })
    }
}

/// The line of a note, without the mark that stands before its words and the arrow that leads back.
fn note_line(mark: &str, words: &str) -> String {
    let bare = words.trim_end_matches(['↩', '↑', '^', '\u{fe0e}', '\u{fe0f}', ' ']);
    let inner = bare.trim_start_matches(['[', '(', '^']);
    let rest = inner.strip_prefix(mark).map(|rest| rest.trim_start_matches([']', ')', '.', ':']));
    let said = rest.filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(bare);
    format!("[^{mark}]: {}", said.trim())
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
        let pictures = std::mem::take(&mut self.pictures);
        let text = if lines.is_empty() {
            pictures.join("\n")
        } else {
            self.unread_pictures.extend(pictures);
            lines.join("\n")
        };
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
        if row.iter().all(String::is_empty) {
            return;
        }
        if self.in_foot {
            let said: Vec<String> = row.into_iter().filter(|cell| !cell.is_empty()).collect();
            self.foot.push(said.join(" | "));
        } else {
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
    fn what_a_page_does_not_show_or_has_struck_out_is_left_out_and_reported() {
        for (html, text, remarks) in [
            ("<p>One</p><p hidden>Two</p><p>Three</p>", "One\n\nThree\n\n", 1),
            ("<p hidden>Two<p>Three", "Three\n\n", 1),
            ("<div style='Display : None'><p>Two<div>in</div></p></div><p>Three", "Three\n\n", 1),
            ("<ul><li hidden>Two<ul><li>in</li></ul><li>Three</ul><p>End", "- Three\n\nEnd\n\n", 1),
            ("<ul><li hidden>Two</ul><p>End", "End\n\n", 1),
            (
                "<p>Repair <del>some</del><ins>all</ins> mains<input hidden><br hidden>",
                "Repair all mains\n\n",
                1,
            ),
            ("<ul><li><s>Two</s></li><li>Three</li></ul>", "- Three\n\n", 1),
            ("<p><span style=\"visibility:hidden\">Two</span><del>Four</del>Three", "Three\n\n", 2),
            (
                "<table><tr><th>A<th hidden>B<th>C<tr><td>1<td hidden>2<td>3<tr hidden><td>4</table>",
                "| A | C |\n|---|---|\n| 1 | 3 |\n\n",
                1,
            ),
            ("<body style='display:none'><p>One", "One\n\n", 0),
            ("<div hidden></div><p>One", "One\n\n", 0),
        ] {
            let page = read(html).unwrap();
            assert_eq!(page.text, text, "{html}");
            assert_eq!(page.remarks.len(), remarks, "{html}: {:?}", page.remarks);
        }
    }

    #[test]
    fn captions_are_paragraphs_and_the_words_of_pictures_stand_where_nothing_else_does() {
        let page = read(
            "<img src=a alt='The harbour'><table><caption>Goal 1: <b>Water</b></caption><tr><th>Action<th>Status<tr><td>Dig<td><img alt='On track'><tr><td>Fill <img alt='icon'><td></table>",
        )
        .unwrap();
        assert_eq!(
            page.text,
            "Goal 1: Water\n\n| Action | Status |\n|---|---|\n| Dig | On track |\n| Fill |  |\n\n"
        );
        assert_eq!(page.remarks.len(), 1);
        assert!(page.remarks[0].contains("the page has 2") && page.remarks[0].contains("`The harbour`"));
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
