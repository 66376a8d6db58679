//! A question about a key.

use super::flags;
use crate::scaffold::answer::{Reader, separate};
use crate::scaffold::templates::RecordTemplate;
use crate::schema::Shape;

/// A question.
pub(super) struct Question {
    /// The flag that answers it.
    pub(super) name: String,
    /// The key that is filled.
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) meaning: String,
    pub(super) prompt: String,
}

/// The question about a flag.
pub(super) fn question(kind: &RecordTemplate, name: &str) -> Option<Question> {
    let flag = flags::all(kind).into_iter().find(|flag| flag.name == name);
    let (key, shape, meaning) = match &flag {
        None if name == kind.id.0 => (kind.id.0, Shape::Id, kind.id.1),
        None => return None,
        Some(flag) => (flag.key.name, flag.key.shape, flag.key.meaning),
    };
    let how = match shape.single() {
        Some(Shape::Boolean) => "; yes or no",
        Some(Shape::Enum(_)) if !shape.is_list() => "; a number or word of the list",
        _ if shape.is_list() => ", separate several with commas",
        _ => "",
    };
    let prompt = format!("{name} ({meaning}{how})");
    Some(Question { name: name.to_owned(), key, shape, meaning: meaning.to_owned(), prompt })
}

impl Question {
    /// Whether it asks what the record itself is called.
    pub(super) fn is_name_of(&self, kind: &RecordTemplate) -> bool {
        self.name == kind.id.0 && !flags::all(kind).iter().any(|flag| flag.name == self.name)
    }

    /// The lines of its list, where it has one.
    pub(super) fn words(&self) -> Vec<String> {
        let line =
            |(at, (word, meaning)): (usize, (&str, &str))| format!("  {:>2}  {word:16} {meaning}", at + 1);
        self.list().into_iter().enumerate().map(line).collect()
    }

    fn list(&self) -> Vec<(&'static str, &'static str)> {
        match self.shape.single() {
            Some(Shape::Enum(words)) => words(),
            _ => Vec::new(),
        }
    }

    /// The texts of an answer, one for each value. A number stands for a word of the list.
    pub(super) fn texts(&self, reader: &Reader<'_>, typed: &str) -> Vec<String> {
        // What is pasted may have several lines.
        let typed = match self.shape.single() {
            Some(Shape::Text | Shape::Markdown) => typed.to_owned(),
            _ => typed.replace(['\r', '\n'], if self.shape.is_list() { "," } else { " " }),
        };
        let list = self.list();
        let word = |text: String| {
            let place =
                text.trim_end_matches(['.', ')']).parse::<usize>().ok().and_then(|at| at.checked_sub(1));
            place.and_then(|at| list.get(at)).map_or(text, |(word, _)| (*word).to_owned())
        };
        separate(reader, self.key, &self.shape, &typed).into_iter().map(word).collect()
    }
}
