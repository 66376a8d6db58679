//! A book written down in two ways: with everything and the marks, or as if somebody had deleted by hand what is
//! internal.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Entry, Key, Kind, Model, Piece, Pointer, Record, Value};
use super::{texts, translations};
use crate::book::Book;

/// Writes a book down.
pub struct Writer<'m> {
    pub model: &'m Model,
    /// Whether what is internal is left out, instead of marked.
    pub deleted: bool,
    pub hidden: Vec<bool>,
    /// The id under which each record is known in this book.
    ids: Vec<String>,
    /// Whether all texts are those of a translator.
    pub translated: bool,
}

/// The book with everything, and with the marks.
pub fn marked(model: &Model) -> BTreeMap<String, Vec<u8>> {
    Writer::new(model, false).all_files()
}

/// The book in which what is internal was never written.
pub fn deleted(model: &Model) -> BTreeMap<String, Vec<u8>> {
    Writer::new(model, true).all_files()
}

pub fn book(model: &Model, files: &BTreeMap<String, Vec<u8>>) -> Book {
    files.iter().fold(Book::empty(), |book, (path, bytes)| book.file(path, bytes)).as_of(&model.as_of)
}

impl<'m> Writer<'m> {
    fn new(model: &'m Model, deleted: bool) -> Self {
        let hidden = model.hidden();
        let mut writer = Self { model, deleted, hidden, ids: Vec::new(), translated: false };
        let mut ids: Vec<String> = model.records.iter().map(|record| record.id.clone()).collect();
        let mut days: BTreeMap<(Key, &str), usize> = BTreeMap::new();
        // A short update has no id of its own: it is the first, second … of its day in its item.
        for key in writer.written(&[Kind::Short, Kind::EditionShort]) {
            let (item, day) = (model.records[key].within[0], model.records[key].id.as_str());
            let count = days.entry((item, day)).or_default();
            *count += 1;
            let suffix = if *count == 1 { String::new() } else { format!("-{count}") };
            ids[key] = format!("{}/{day}{suffix}", model.records[item].id);
        }
        writer.ids = ids;
        writer
    }

    /// The records of these kinds that are in this book.
    fn written(&self, kinds: &[Kind]) -> Vec<Key> {
        let all = self.model.of_kind(kinds).into_iter();
        all.filter(|key| !(self.deleted && self.hidden[*key])).collect()
    }

    pub fn id(&self, key: Key) -> &str {
        &self.ids[key]
    }

    /// The files with their translations.
    fn all_files(mut self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files();
        let Some(seed) = self.model.translated else { return files };
        self.translated = true;
        translations::add(&files, &self.files(), seed)
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let default = match self.model.default_internal && !self.deleted {
            true => "[audience]\ndefault = \"internal\"\n",
            false => "",
        };
        let settings = format!("[book]\ntitle = \"Harbour plan\"\n{}{default}", self.model.settings);
        files.insert("book.toml".to_owned(), settings.into_bytes());
        for key in 0..self.model.records.len() {
            let record = &self.model.records[key];
            if !(record.kind.is_short() || (self.deleted && self.hidden[key])) {
                let mut text = self.record(key);
                if record.open_end {
                    text.truncate(text.trim_end().len());
                }
                if record.windows {
                    text = text.replace('\n', "\r\n");
                }
                files.insert(record.path.clone(), text.into_bytes());
            }
        }
        let wanted = self.wanted_files();
        for (index, file) in self.model.files.iter().enumerate() {
            if !self.deleted || wanted.contains(&index) {
                files.insert(file.path.clone(), file.bytes.clone());
            }
        }
        files
    }

    /// The files that a text which is not deleted shows or leads to.
    fn wanted_files(&self) -> BTreeSet<usize> {
        let texts = self.model.records.iter().zip(&self.hidden).filter(|(_, hidden)| !**hidden);
        let blocks = texts.flat_map(|(record, _)| &record.body.blocks).filter(|block| !block.internal);
        blocks
            .flat_map(|block| block.lines.iter().flatten())
            .filter_map(|piece| match piece {
                Piece::File { file, .. } if !self.is_closed(*file) => Some(*file),
                _ => None,
            })
            .chain(self.pictures())
            .collect()
    }

    /// The pictures of items that are not deleted.
    fn pictures(&self) -> impl Iterator<Item = usize> + '_ {
        let records = self.model.records.iter().zip(&self.hidden).filter(|(_, hidden)| !**hidden);
        let keys = records.flat_map(|(record, _)| &record.keys).filter(|(name, _)| *name == "image");
        keys.filter_map(|(_, image)| {
            let Value::One(entry) = image else { return None };
            let Value::Fields(keys) = &entry.value else { return None };
            let Some((_, Value::Plain(path))) = keys.first().filter(|_| !entry.internal) else { return None };
            let path = path.trim_start_matches("../");
            self.model.files.iter().position(|file| file.path == format!("content/{path}"))
        })
    }

    /// Whether a file is in the folder of an internal area.
    pub fn is_closed(&self, file: usize) -> bool {
        self.model.files[file].area.is_some_and(|area| self.hidden[area])
    }

    fn record(&self, key: Key) -> String {
        let record = &self.model.records[key];
        let mut yaml = String::new();
        for (name, value) in &record.keys {
            if let Some(value) = self.value(name, value) {
                yaml.push_str(&format!("{name}: {value}\n"));
            }
        }
        yaml.extend(self.audience(record).map(|word| format!("audience: {word}\n")));
        if matches!(record.kind, Kind::Item | Kind::EditionItem) {
            let shorts = self.written(&[Kind::Short, Kind::EditionShort]);
            let own: Vec<String> = shorts
                .into_iter()
                .filter(|short| self.model.records[*short].within[0] == key)
                .map(|short| self.short(short))
                .collect();
            if !own.is_empty() {
                yaml.push_str(&format!("updates:\n{}", own.concat()));
            }
        }
        format!("---\n{yaml}---\n{}", texts::write(self, key))
    }

    /// An entry of `updates` in the front matter of an item.
    fn short(&self, key: Key) -> String {
        let record = &self.model.records[key];
        let mut lines = String::new();
        for (name, value) in &record.keys {
            if let Some(value) = self.value(name, value) {
                lines.push_str(&format!("    {name}: {value}\n"));
            }
        }
        lines.extend(self.audience(record).map(|word| format!("    audience: {word}\n")));
        lines.push_str("    note: |\n");
        for line in texts::write(self, key).lines() {
            let indent = if line.is_empty() { "" } else { "      " };
            lines.push_str(&format!("{indent}{line}\n"));
        }
        lines.replacen("    ", "  - ", 1)
    }

    /// The word that is written for a record, if one is.
    fn audience(&self, record: &Record) -> Option<&'static str> {
        // A short update has the audience of its item, whatever the default is.
        let by_default = self.model.default_internal && !record.kind.is_short();
        match (self.deleted, record.internal) {
            (true, _) => None,
            (false, true) => (!by_default || record.outspoken).then_some("internal"),
            (false, false) => (by_default || record.outspoken).then_some("public"),
        }
    }

    /// A value in YAML; `None` when nothing of it is left.
    fn value(&self, key: &str, value: &Value) -> Option<String> {
        Some(match value {
            Value::Plain(text) => quoted(text),
            Value::Ref(_) if self.deleted && self.model.names_hidden(value, &self.hidden) => return None,
            Value::Ref(pointer) => self.pointer(pointer),
            Value::Indicator(named) => quoted(&named.id),
            Value::Fields(fields) => format!("{{{}}}", self.fields(fields)),
            Value::One(entry) => self.entry(key, entry)?,
            Value::List(entries) => {
                let written: Vec<String> =
                    entries.iter().filter_map(|entry| self.entry(key, entry)).collect();
                match written.as_slice() {
                    [] => return None,
                    all => format!("[{}]", all.join(", ")),
                }
            }
        })
    }

    fn entry(&self, key: &str, entry: &Entry) -> Option<String> {
        if self.deleted {
            let gone = entry.internal || self.model.names_hidden(&entry.value, &self.hidden);
            return if gone { None } else { self.value(key, &entry.value) };
        }
        let value = self.value(key, &entry.value)?;
        Some(match (&entry.value, entry.internal) {
            (_, false) => value,
            (Value::Fields(fields), true) => format!("{{{}, audience: internal}}", self.fields(fields)),
            (_, true) if matches!(key, "lead" | "supporting") => {
                format!("{{agency: {value}, audience: internal}}")
            }
            (_, true) => format!("{{value: {value}, audience: internal}}"),
        })
    }

    fn fields(&self, fields: &[(&'static str, Value)]) -> String {
        let written =
            fields.iter().filter_map(|(name, value)| Some(format!("{name}: {}", self.value(name, value)?)));
        written.collect::<Vec<_>>().join(", ")
    }

    fn pointer(&self, pointer: &Pointer) -> String {
        quoted(pointer.alias.as_deref().unwrap_or(self.id(pointer.to)))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
