//! A mapping file: read, written, and held against a table.

use std::fmt::Write as _;

use super::names::{KEYS, SEVERAL};
use crate::date::{Date, Precision};
use crate::diag::{Diagnostic, FileId, Span};
use crate::fields::{Value, ValueKind, double_quoted, meant, parse_toml};
use crate::import::table_map::{
    self, ColumnUse, MapProblem, MappedColumn, TableFacts, TableMap, WordMeaning,
};
use crate::vocabulary::{Choice as _, Status};

/// Reads a mapping file.
///
/// # Errors
/// Its mistakes, in their order.
pub(in super::super) fn read(text: &str) -> Result<TableMap, Vec<MapProblem>> {
    let (value, wrong) = parse_toml(text, FileId(0));
    let mut reader = Reader { text, map: TableMap::default(), problems: Vec::new() };
    wrong.iter().for_each(|problem| reader.syntax(problem));
    if let ValueKind::Map(entries) = &value.kind {
        for entry in entries {
            reader.section(&entry.key, entry.key_span, &entry.value);
        }
        if reader.problems.is_empty() && !entries.iter().any(|entry| entry.key == "columns") {
            reader.report(0, "the mapping names no columns".to_owned(), NO_COLUMNS);
        }
    }
    reader.map.columns.sort_by_key(|column| (column.line, column.column));
    reader.twice();
    reader.problems.sort();
    if reader.problems.is_empty() { Ok(reader.map) } else { Err(reader.problems) }
}

const CLOSED: &str = "closed";

const NO_COLUMNS: &str =
    "write a line for each column below `[columns]`, or delete the file, and planbook writes it again";

struct Reader<'t> {
    text: &'t str,
    map: TableMap,
    problems: Vec<MapProblem>,
}

impl Reader<'_> {
    fn place(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
    }

    fn report(&mut self, at: usize, message: String, help: &str) {
        let (line, column) = self.place(at);
        self.problems.push(MapProblem { line, column, message, help: help.to_owned() });
    }

    fn syntax(&mut self, problem: &Diagnostic) {
        let at = problem.span.map_or(0, |span| span.start as usize);
        let help =
            problem.help.clone().unwrap_or_else(|| "write `\"Name of the column\" = \"key\"`".to_owned());
        self.report(at, problem.message.clone(), &help);
    }

    fn section(&mut self, key: &str, span: Span, value: &Value) {
        let at = span.start as usize;
        match (key, &value.kind) {
            ("columns", ValueKind::Map(entries)) => {
                self.map.columns_line = self.place(at).0;
                for entry in entries {
                    let place = entry.key_span.start as usize;
                    if let Some(written) = self.text_of(&entry.key, &entry.value)
                        && let Some(is) = self.column_use(&written, entry.value.span)
                    {
                        let (line, column) = self.place(place);
                        let name = entry.key.clone();
                        self.map.columns.push(MappedColumn { name, is, line, column });
                    }
                }
            }
            ("status", ValueKind::Map(entries)) => {
                for entry in entries {
                    if let Some(written) = self.text_of(&entry.key, &entry.value) {
                        self.status(&entry.key, &written, entry.value.span);
                    }
                }
            }
            ("language", _) => self.language(value),
            ("status-date", _) => self.status_date(value),
            ("columns" | "status", _) => {
                let message = format!("`{key}` is not a section");
                self.report(
                    at,
                    message,
                    &format!("write `[{key}]` on a line of its own, and its lines below it"),
                );
            }
            _ => {
                let message = format!("`{key}` is not a key of a mapping");
                let help = "the keys are `language` and `status-date`, the sections `[columns]` and `[status]`; put the name of a column below `[columns]`";
                self.report(at, message, help);
            }
        }
    }

    fn text_of(&mut self, key: &str, value: &Value) -> Option<String> {
        if let ValueKind::Scalar(text) = &value.kind {
            return Some(text.trim().to_owned());
        }
        let message = format!("the value of `{key}` is not a text");
        self.report(value.span.start as usize, message, "write one text between quotation marks");
        None
    }

    fn language(&mut self, value: &Value) {
        let Some(code) = self.text_of("language", value) else { return };
        if (2..=3).contains(&code.len()) && code.chars().all(|sign| sign.is_ascii_lowercase()) {
            self.map.language = Some(code);
        } else {
            let message = format!("`{code}` is not a language code");
            self.report(
                value.span.start as usize,
                message,
                "write a code of small letters, such as en or ja",
            );
        }
    }

    fn status_date(&mut self, value: &Value) {
        let Some(written) = self.text_of("status-date", value) else { return };
        match Date::parse(&written, 1) {
            Ok(date) if date.precision != Precision::Ongoing => self.map.status_date = Some(date.text),
            _ => {
                let message = format!("`{written}` is not a date");
                self.report(value.span.start as usize, message, "write a date, such as 2025-12-31");
            }
        }
    }

    fn status(&mut self, word: &str, written: &str, span: Span) {
        // A line without a status is one that a person has not filled in yet.
        if written.is_empty() {
            return;
        }
        let known = Status::CHOICES.iter().map(|(word, _)| *word);
        let mut known = known.filter(|word| !Status::NOT_WRITTEN.contains(word) && *word != CLOSED);
        // A word such as "cancelled" says itself how the item was closed.
        if written == CLOSED && meant::status(word).is_some_and(|found| found.status == CLOSED) {
            self.map.statuses.push((word.to_owned(), CLOSED));
            return;
        }
        if let Some(status) = known.clone().find(|status| *status == written) {
            self.map.statuses.push((word.to_owned(), status));
            return;
        }
        let list = known.by_ref().collect::<Vec<_>>().join(", ");
        let message = format!("`{written}` is not a status that a table can give");
        let help = format!(
            "the statuses are {list}; for an item that was closed, leave it empty and write the update by hand, with its outcome and its reason"
        );
        self.report(span.start as usize, message, &help);
    }

    fn column_use(&mut self, written: &str, span: Span) -> Option<ColumnUse> {
        let found = column_use(written);
        if found.is_none() {
            let message = format!("`{written}` is not what a column can be");
            let help = format!("write one of {}", choices());
            self.report(span.start as usize, message, &help);
        }
        found
    }

    /// A key that can have one column only.
    fn twice(&mut self) {
        let mut seen: Vec<(&ColumnUse, &str)> = Vec::new();
        let mut found = Vec::new();
        for column in &self.map.columns {
            let several = match &column.is {
                ColumnUse::Key(key) => SEVERAL.contains(key),
                ColumnUse::Ignored | ColumnUse::Indicator(_) | ColumnUse::Tags(_) => true,
                ColumnUse::Field(_) | ColumnUse::Milestone(_) => false,
            };
            match seen.iter().find(|(is, _)| **is == column.is && !several) {
                Some((_, first)) => found.push(MapProblem {
                    line: column.line,
                    column: column.column,
                    message: format!(
                        "two columns are `{}`: `{first}` and `{}`",
                        column.is.written(),
                        column.name
                    ),
                    help: "write another key for one of them, or `ignore`".to_owned(),
                }),
                None => seen.push((&column.is, &column.name)),
            }
        }
        self.problems.extend(found);
    }
}

fn column_use(written: &str) -> Option<ColumnUse> {
    let is_id = |id: &str| {
        let good = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        !id.is_empty() && id.chars().all(good) && !id.starts_with('-') && !id.ends_with('-')
    };
    if written == "ignore" {
        return Some(ColumnUse::Ignored);
    }
    if let Some((key, _)) = KEYS.iter().find(|(key, _)| *key == written) {
        return Some(ColumnUse::Key(key));
    }
    if let Some(name) = written.strip_prefix("x-") {
        return is_id(name).then(|| ColumnUse::Field(written.to_owned()));
    }
    let (kind, id) = written.split_once('/')?;
    match kind {
        _ if !is_id(id) => None,
        "indicators" => Some(ColumnUse::Indicator(id.to_owned())),
        "milestones" => Some(ColumnUse::Milestone(id.to_owned())),
        "tags" => Some(ColumnUse::Tags(id.to_owned())),
        _ => None,
    }
}

/// What a column can be, in words.
fn choices() -> String {
    let keys = KEYS.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(", ");
    format!("{keys}, x-NAME, indicators/ID, milestones/ID, tags/GROUP or ignore")
}

/// What each column of a table is.
///
/// # Errors
/// The columns that only one of the two has.
pub(super) fn fit(map: &TableMap, names: &[String]) -> Result<Vec<ColumnUse>, String> {
    let labels = table_map::labels(names);
    let find = |label: &str| {
        map.columns.iter().position(|column| table_map::plain(&column.name) == table_map::plain(label))
    };
    let found: Vec<Option<usize>> = labels.iter().map(|label| find(label)).collect();
    let mut problems: Vec<MapProblem> = Vec::new();
    let gone = map.columns.iter().enumerate().filter(|(at, _)| !found.contains(&Some(*at)));
    for (_, column) in gone {
        let new = labels.iter().zip(&found).filter(|(_, found)| found.is_none());
        let new = new.map(|(label, _)| format!("`{label}`")).collect::<Vec<_>>().join(", ");
        let renamed =
            if new.is_empty() { String::new() } else { format!(", or write its new name, if it is {new}") };
        problems.push(MapProblem {
            line: column.line,
            column: column.column,
            message: format!("the table no longer has the column `{}`", column.name),
            help: format!("delete the line{renamed}"),
        });
    }
    for label in labels.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(label, _)| label) {
        problems.push(MapProblem {
            line: map.columns_line.max(1),
            column: 1,
            message: format!("the table has the column `{label}`, which the mapping does not have"),
            help: format!(
                "add the line `{} = \"ignore\"` below `[columns]`, or with what it is instead of `ignore`",
                double_quoted(label)
            ),
        });
    }
    problems.sort();
    if !problems.is_empty() {
        return Err(listed(map, &problems));
    }
    Ok(found.into_iter().flatten().map(|at| map.columns[at].is.clone()).collect())
}

fn listed(map: &TableMap, problems: &[MapProblem]) -> String {
    let file = if map.file.is_empty() { "mapping" } else { &map.file };
    let shown: Vec<String> = problems.iter().map(|problem| format!("{file}:{problem}")).collect();
    format!("its columns are not those of the mapping (--map)\n{}", shown.join("\n"))
}

/// Where the names of the columns are: the first row that has most of those of the mapping.
pub(super) fn header<'r>(map: &TableMap, rows: impl Iterator<Item = &'r [String]>) -> Option<usize> {
    let known: Vec<String> = map.columns.iter().map(|column| table_map::plain(&column.name)).collect();
    let has = |row: &[String]| row.iter().filter(|value| known.contains(&table_map::plain(value))).count();
    let counts: Vec<usize> = rows.take(30).map(has).collect();
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    counts.iter().position(|count| *count == most)
}

/// The mapping file of a table, for people to change.
pub(in super::super) fn written(facts: &TableFacts, language: &str, status_date: Option<&str>) -> String {
    let mut text = format!(
        "# Which column of the table is what. planbook wrote this file with what it found, and obeys it from now on: change it in\n# any editor. A column can be:\n{}#   x-NAME         a field of your own, which book.toml can declare\n#   indicators/ID  measured values of the indicator with that id; the period stands in the name of the column or in the cell\n#   milestones/ID  the date of a milestone\n#   tags/GROUP     tags of a group\n#   ignore         nothing\n\n# The language of the table.\nlanguage = {}\n",
        wrapped(KEYS.iter().map(|(key, _)| *key)),
        double_quoted(language)
    );
    text.push_str("# The day of statuses that have no date of their own. --status-date is used before it.\n");
    match status_date {
        Some(date) => {
            let _ = writeln!(text, "status-date = {}", double_quoted(date));
        }
        None => text.push_str("# status-date = \"2025-12-31\"\n"),
    }
    text.push_str("\n[columns]\n");
    for (name, is) in &facts.columns {
        let _ = writeln!(text, "{} = {}", double_quoted(name), double_quoted(&is.written()));
    }
    text.push_str("\n# What the words of the column `status` mean: not-started, in-progress, continuing, completed or on-hold, and closed for a\n# word that says itself how, such as \"cancelled\".\n[status]\n");
    for (word, meaning) in &facts.words {
        let (status, remark) = match meaning {
            WordMeaning::Status(status) => (*status, String::new()),
            WordMeaning::Outlook(outlook) => ("", format!(" # the outlook {outlook}, and no status")),
            WordMeaning::Unknown => ("", " # planbook does not know this word".to_owned()),
        };
        let _ = writeln!(text, "{} = {}{remark}", double_quoted(word), double_quoted(status));
    }
    text
}

/// Words in lines of a comment.
fn wrapped<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let (mut text, mut line) = (String::new(), "#  ".to_owned());
    for word in words {
        if line.len() + word.len() > 100 {
            text += &line;
            text.push('\n');
            "#  ".clone_into(&mut line);
        }
        line += &format!(" {word}");
    }
    text + &line + "\n"
}

/// The status that a word of the table means: as the mapping says, otherwise as planbook understands it.
pub(super) fn status_of(word: &str, map: Option<&TableMap>) -> Option<meant::MeantStatus> {
    let said = map.and_then(|map| {
        let found = map.statuses.iter().find(|(known, _)| table_map::plain(known) == table_map::plain(word));
        found.map(|(_, status)| *status)
    });
    let understood = meant::status(word);
    match said {
        // What else the word says stays true.
        Some(status) => Some(
            understood
                .filter(|found| found.status == status)
                .unwrap_or(meant::MeantStatus { status, beside: &[] }),
        ),
        None => understood,
    }
}

/// The outlook that a word of the column of statuses is, unless the mapping says that it is a status.
pub(super) fn outlook_of(word: &str, map: Option<&TableMap>) -> Option<&'static str> {
    let is_status = |map: &TableMap| {
        map.statuses.iter().any(|(known, _)| table_map::plain(known) == table_map::plain(word))
    };
    let found = meant::status(word).filter(|_| !map.is_some_and(is_status))?;
    found.beside.iter().find(|(key, _)| *key == "outlook").map(|(_, outlook)| *outlook)
}

/// What a word of the column of statuses means.
pub(super) fn meaning_of(word: &str, map: Option<&TableMap>) -> WordMeaning {
    match (outlook_of(word, map), status_of(word, map)) {
        (Some(outlook), _) => WordMeaning::Outlook(outlook),
        (None, Some(found)) => WordMeaning::Status(found.status),
        (None, None) => WordMeaning::Unknown,
    }
}
