//! What a record says in the words of its file: key by key, and its text.
//!
//! What is compared so is compared whole: a key that nobody thought of here is compared too.

use std::collections::BTreeMap;

use super::blocks;
use super::revision::{BookRevision, RevisionRecord};
use super::words::on_one_line;
use crate::diag::{FileId, Span};
use crate::fields::{Value, ValueKind, parse_yaml, take_out_internal};
use crate::markdown::without_internal;
use crate::parse;
use crate::vocabulary::Audience;

/// The list of an item that holds records of their own.
const UPDATES: &str = "updates";
/// The one key whose value is a text with blocks.
pub(super) const NOTE: &str = "note";
/// The key that says who may see what it stands in.
pub(super) const AUDIENCE: &str = "audience";

/// A record as it was written.
#[derive(Debug, Clone)]
pub(super) struct RawFields {
    pub(super) keys: Vec<RawField>,
    /// The text below the front matter.
    pub(super) body: String,
    /// Where the text begins.
    pub(super) body_span: Span,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(super) struct RawField {
    pub(super) name: String,
    /// The value in one line, the same for all ways to write it.
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) value: Value,
}

impl RawField {
    /// The value as it was written, where that is one text.
    pub(super) fn written(&self) -> &str {
        match &self.value.kind {
            ValueKind::Scalar(text) => text,
            _ => &self.text,
        }
    }

    /// Whether two values of one key are shown as one.
    fn same_value(&self, after: &Self) -> bool {
        match self.name.as_str() {
            NOTE => blocks::are_same(self.written(), after.written()),
            _ => self.text == after.text,
        }
    }
}

/// A front matter, and where the text below it stands.
struct FileParts {
    value: Value,
    body: std::ops::Range<usize>,
}

/// The front matters of a state that were read already.
pub(super) struct RawFiles<'a> {
    revision: &'a BookRevision<'a>,
    read: BTreeMap<FileId, Option<FileParts>>,
}

impl<'a> RawFiles<'a> {
    pub(super) fn new(revision: &'a BookRevision<'a>) -> Self {
        Self { revision, read: BTreeMap::new() }
    }

    /// What a record says.
    pub(super) fn raw_fields(&mut self, entry: &RevisionRecord<'_>) -> Option<RawFields> {
        let revision = self.revision;
        let file = entry.record.file;
        let text = revision.tree.text(file)?;
        let FileParts { value, body } =
            self.read.entry(file).or_insert_with(|| front_matter(revision, file, text)).as_ref()?;
        let ValueKind::Map(entries) = &value.kind else { return None };
        let within = entries.iter().find(|entry| entry.key == UPDATES).and_then(|updates| {
            let ValueKind::List(updates) = &updates.value.kind else { return None };
            updates.iter().find(|update| begins_at(update, entry.record.span))
        });
        // A short update begins in the middle of the front matter of its item.
        let (keys, shown_body) = match within {
            Some(update) => (keys(update, revision.audience), String::new()),
            None => (keys(value, revision.audience), shown(&text[body.clone()], revision.audience)),
        };
        let body_span = Span::new(file, first_line(text, body.clone()));
        Some(RawFields { keys, body: shown_body, body_span })
    }
}

/// The first line of a text that says something.
fn first_line(text: &str, body: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mut at = body.start;
    for line in text[body.clone()].split_inclusive('\n') {
        if !line.trim().is_empty() {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    body.start..body.start
}

fn front_matter(revision: &BookRevision<'_>, file: FileId, text: &str) -> Option<FileParts> {
    let [yaml, body] = parse::parts(text)?;
    let nesting = revision.tree.limits().yaml_nesting;
    let (mut value, _) = parse_yaml(&text[yaml.clone()], file, yaml.start, nesting);
    if revision.audience == Audience::Public {
        take_out_internal(&mut value, UPDATES);
    }
    Some(FileParts { value, body })
}

fn begins_at(value: &Value, span: Span) -> bool {
    match &value.kind {
        ValueKind::Map(entries) => entries.first().is_some_and(|entry| entry.key_span == span),
        _ => false,
    }
}

fn keys(value: &Value, audience: Audience) -> Vec<RawField> {
    let ValueKind::Map(entries) = &value.kind else { return Vec::new() };
    let entries = entries.iter().filter(|entry| entry.key != UPDATES);
    entries
        .map(|entry| {
            let mut value = entry.value.clone();
            if let (NOTE, ValueKind::Scalar(note)) = (entry.key.as_str(), &mut value.kind) {
                *note = shown(note, audience);
            }
            RawField { name: entry.key.clone(), text: canonical(&value, false), span: value.span, value }
        })
        .collect()
}

/// What a reader of that audience sees of a text.
pub(super) fn shown(text: &str, audience: Audience) -> String {
    match audience {
        Audience::Public => without_internal(text).map_or_else(|| text.to_owned(), |public| public.text),
        Audience::Internal => text.to_owned(),
    }
}

/// A value in one line. How it is broken into lines, quoted and ordered says nothing. `bare` leaves out who may see it.
pub(super) fn canonical(value: &Value, bare: bool) -> String {
    match &value.kind {
        ValueKind::Null | ValueKind::Refused => String::new(),
        ValueKind::Scalar(text) => on_one_line(text),
        ValueKind::List(values) => {
            let mut texts: Vec<String> = values.iter().map(|value| canonical(value, bare)).collect();
            texts.sort();
            texts.join(", ")
        }
        ValueKind::Map(entries) => {
            let kept = entries.iter().filter(|entry| !(bare && entry.key == AUDIENCE));
            let mut texts: Vec<String> =
                kept.map(|entry| format!("{}: {}", entry.key, canonical(&entry.value, bare))).collect();
            texts.sort();
            texts.join("; ")
        }
    }
}

/// A key that one of two records has, or both with another value.
pub(super) struct Differs<'a> {
    pub(super) name: &'a str,
    pub(super) before: Option<&'a RawField>,
    pub(super) after: Option<&'a RawField>,
}

impl RawFields {
    /// What a short update of an item says, in the words of a file of its own: its note is the text below the keys.
    pub(super) fn in_a_file(mut self, item: &str) -> Self {
        let note = self.keys.iter().position(|key| key.name == NOTE).map(|at| self.keys.remove(at));
        let at = note.as_ref().map_or(self.body_span, |note| note.span);
        if let Some(RawField { value: Value { kind: ValueKind::Scalar(text), .. }, .. }) = note {
            (self.body, self.body_span) = (text, at);
        }
        let value = Value { kind: ValueKind::Scalar(item.to_owned()), span: at };
        self.keys.push(RawField { name: "items".to_owned(), text: item.to_owned(), span: at, value });
        self
    }

    pub(super) fn key(&self, name: &str) -> Option<&RawField> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The keys in which two differ: in the order of the newer one, then those that were removed.
    pub(super) fn differs<'a>(&'a self, after: &'a Self) -> Vec<Differs<'a>> {
        let changed = after.keys.iter().filter_map(|key| {
            let before = self.key(&key.name);
            let same = before.is_some_and(|before| before.same_value(key));
            (!same).then_some(Differs { name: &key.name, before, after: Some(key) })
        });
        let gone = self.keys.iter().filter(|key| after.key(&key.name).is_none());
        let gone = gone.map(|key| Differs { name: &key.name, before: Some(key), after: None });
        // `key:` without a value is as good as no key.
        changed
            .chain(gone)
            .filter(|it| {
                let text = |key: Option<&RawField>| key.map_or("", |key| &key.text).to_owned();
                text(it.before) != text(it.after) || (it.before.is_some() && it.after.is_some())
            })
            .collect()
    }

    /// Whether two say the same in all.
    pub(super) fn says_the_same(&self, after: &Self) -> bool {
        self.same_body(after) && self.differs(after).is_empty()
    }

    /// Whether the texts are shown as one.
    pub(super) fn same_body(&self, after: &Self) -> bool {
        blocks::are_same(&self.body, &after.body)
    }
}
