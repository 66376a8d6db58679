//! The work of a translator on any book: a file beside each record, with what a test says of each text.

use std::collections::BTreeMap;

use planbook::source::Tree;
use planbook::translating::{self, TranslatedField};
use planbook::translation::{BODY, digest, file_of};
use serde_json::{Map, Value};

/// What becomes of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    Missing,
    Same,
    Words(String),
    /// Words that say of no original that they were made from it.
    Untracked(String),
    /// Words that were made from another original.
    Outdated(String),
    /// Words that were published by somebody.
    Official(String),
}

/// The files of a book with its translations into Japanese; `work` is asked about each text of the record at a path.
pub fn translated(
    files: &BTreeMap<String, Vec<u8>>,
    mut work: impl FnMut(&str, &TranslatedField) -> Work,
) -> BTreeMap<String, Vec<u8>> {
    let tree = Tree::new(files.clone()).0;
    let (config, _) = planbook::config::read(&tree);
    let mut all = files.clone();
    for record in translating::records(&tree, &config, "ja") {
        let mut file = Translation::default();
        for field in &record.fields {
            file.add(field, work(&record.source.path, field));
        }
        if let Some(text) = file.text() {
            all.insert(file_of(&record.source.path, "ja").unwrap(), text.into_bytes());
        }
    }
    all
}

#[derive(Default)]
struct Translation {
    keys: Map<String, Value>,
    made_from: Map<String, Value>,
    same: Vec<Value>,
    official: Map<String, Value>,
    body: String,
}

impl Translation {
    fn add(&mut self, field: &TranslatedField, work: Work) {
        let path = field.path.as_str();
        let mut note = |of: &str| _ = self.made_from.insert(path.to_owned(), digest(of).into());
        let words = match work {
            Work::Missing => return,
            Work::Same => return self.same.push(path.into()),
            Work::Untracked(words) => words,
            Work::Words(words) => {
                note(&field.text);
                words
            }
            Work::Outdated(words) => {
                note("what stood there before");
                words
            }
            Work::Official(words) => {
                note(&field.text);
                self.official.insert(path.to_owned(), "https://official.example/ja".into());
                words
            }
        };
        if path == BODY {
            self.body = words;
            return;
        }
        let steps: Vec<&str> = field.path.steps().collect();
        let (last, above) = steps.split_last().unwrap();
        let mut keys = &mut self.keys;
        for step in above {
            let below = keys.entry((*step).to_owned()).or_insert_with(|| Map::new().into());
            keys = below.as_object_mut().unwrap();
        }
        keys.insert((*last).to_owned(), words.into());
    }

    /// The text of the file, with its front matter in braces; `None` when there is nothing to say.
    fn text(mut self) -> Option<String> {
        for (key, value) in [("made-from", self.made_from), ("official", self.official)] {
            if !value.is_empty() {
                self.keys.insert(key.to_owned(), value.into());
            }
        }
        if !self.same.is_empty() {
            self.keys.insert("same".to_owned(), self.same.into());
        }
        let nothing = self.keys.is_empty() && self.body.is_empty();
        (!nothing).then(|| format!("---\n{}\n---\n{}", Value::Object(self.keys), self.body))
    }
}
