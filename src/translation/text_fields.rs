//! The words of a record: which values of its front matter are words, and what each is called.

use std::collections::BTreeSet;

use super::names::{NAMING_KEYS, entry_names};
use crate::fields::{Value, ValueKind, is_internal};
use crate::markdown::without_internal;
use crate::schema::{Mapping, Shape};
use crate::vocabulary::FENCE;
use crate::web_address::whole_address;

/// What the text below the front matter is called.
pub const BODY: &str = "body";

/// What a text is for those who translate it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Words to be translated.
    Words,
    /// The title of a document elsewhere: it may be translated, and stays as its authors wrote it else.
    Title,
    /// The same, and its language is known.
    KnownTitle,
    /// An abbreviation: it may be translated, and stays as it is else.
    Abbreviation,
    /// A unit: the same.
    Unit,
    /// A text that is the same in every language, unless a translation says something else: a number, an address.
    Neutral,
}

/// A text of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextField {
    /// What it is called.
    pub path: TextPath,
    /// The text.
    pub text: String,
    /// What it is for translators.
    pub role: Role,
    /// Whether it, or a part of it, is not for the public, as far as the file of its record says.
    pub internal: bool,
    /// Whether only a part of it is not: a block.
    pub has_blocks: bool,
}

/// What a text is called: its keys and the names of entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextPath {
    steps: Vec<String>,
    joined: String,
}

impl TextPath {
    /// The steps, joined by full stops.
    pub fn as_str(&self) -> &str {
        &self.joined
    }

    /// The keys and names, from the outermost.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(String::as_str)
    }

    /// The key of the front matter that the text stands under.
    pub fn key(&self) -> &str {
        self.steps.first().map_or("", String::as_str)
    }

    fn push(&mut self, step: &str) {
        if !self.joined.is_empty() {
            self.joined.push('.');
        }
        self.joined.push_str(step);
        self.steps.push(step.to_owned());
    }

    fn pop(&mut self) {
        let last = self.steps.pop().map_or(0, |step| step.len());
        let length = self.joined.len() - last;
        self.joined.truncate(length.saturating_sub(usize::from(!self.steps.is_empty())));
    }
}

/// The texts of a record, in the order of its file, the body last. Whether they are internal is not asked.
pub fn text_fields(front_matter: &Value, mapping: &Mapping, body: &str) -> Vec<TextField> {
    let mut found = Vec::new();
    each_text(&mut front_matter.clone(), mapping, &mut |path, value, role| {
        if let ValueKind::Scalar(text) = &value.kind {
            found.push(TextField {
                path: path.clone(),
                text: text.clone(),
                role,
                internal: false,
                has_blocks: false,
            });
        }
    });
    let body = body_text(body);
    if !body.is_empty() {
        let mut path = TextPath::default();
        path.push(BODY);
        found.push(TextField {
            path,
            text: body.to_owned(),
            role: Role::Words,
            internal: false,
            has_blocks: false,
        });
    }
    found
}

/// The text below front matter, without the blank lines around it. What its first line begins with stays: blanks there make it
/// code.
pub fn body_text(text: &str) -> &str {
    let text = text.trim_end();
    let first = text.len() - text.trim_start().len();
    let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
    &text[line..]
}

/// The keys by which an entry says what it is about.
const ABOUT: [&str; 6] = ["agency", "source", "indicator", "item", "edition", "forum"];

/// Says of the texts of a record which are not for the public: what stands in an internal mapping, or in one about something
/// whose name is among the `hidden` ones.
pub fn mark_internal(
    fields: &mut [TextField],
    front_matter: &Value,
    mapping: &Mapping,
    hidden: &BTreeSet<String>,
) {
    let internal = internal_texts(front_matter, mapping, hidden);
    let all = is_internal(front_matter);
    for field in fields {
        let whole = all || internal.contains(field.path.as_str());
        field.has_blocks = !whole && field.text.contains(FENCE);
        field.internal = whole || field.has_blocks;
    }
}

/// The texts of a record that are in a mapping which is not for the public.
fn internal_texts(front_matter: &Value, mapping: &Mapping, hidden: &BTreeSet<String>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    each_text(&mut front_matter.clone(), mapping, &mut |path, _, _| _ = all.insert(path.as_str().to_owned()));
    if is_internal(front_matter) {
        return all;
    }
    // Entries keep their names, whatever is taken out of them.
    let mut public = front_matter.clone();
    empty_internal(&mut public, hidden);
    each_text(&mut public, mapping, &mut |path, _, _| _ = all.remove(path.as_str()));
    all
}

/// Takes the texts out of mappings that are not for the public, and leaves what names them.
fn empty_internal(value: &mut Value, hidden: &BTreeSet<String>) {
    let is_closed = |value: &Value| is_internal(value) || is_about(value, hidden);
    match &mut value.kind {
        ValueKind::List(values) => values.iter_mut().for_each(|value| match is_closed(value) {
            true => value.kind = named_only(value),
            false => empty_internal(value, hidden),
        }),
        ValueKind::Map(entries) => entries.iter_mut().for_each(|entry| match is_closed(&entry.value) {
            true => entry.value.kind = ValueKind::Null,
            false => empty_internal(&mut entry.value, hidden),
        }),
        _ => {}
    }
}

/// Whether a mapping is about something of one of these names.
fn is_about(value: &Value, names: &BTreeSet<String>) -> bool {
    let ValueKind::Map(entries) = &value.kind else { return false };
    entries
        .iter()
        .filter(|entry| ABOUT.contains(&entry.key.as_str()))
        .any(|entry| matches!(&entry.value.kind, ValueKind::Scalar(name) if names.contains(name)))
}

/// The entry of a list with the keys by which it is named.
fn named_only(value: &Value) -> ValueKind {
    let ValueKind::Map(entries) = &value.kind else { return ValueKind::Null };
    ValueKind::Map(
        entries.iter().filter(|entry| NAMING_KEYS.contains(&entry.key.as_str())).cloned().collect(),
    )
}

/// Calls `visit` with each text of a record's front matter, which is a scalar: its path, its value and what it is.
pub fn each_text(
    front_matter: &mut Value,
    mapping: &Mapping,
    visit: &mut impl FnMut(&TextPath, &mut Value, Role),
) {
    let mut walk = Walk { path: TextPath::default(), visit };
    walk.mapping(front_matter, mapping);
}

struct Walk<'v, V> {
    path: TextPath,
    visit: &'v mut V,
}

impl<V: FnMut(&TextPath, &mut Value, Role)> Walk<'_, V> {
    fn mapping(&mut self, value: &mut Value, mapping: &Mapping) {
        let ValueKind::Map(entries) = &mut value.kind else { return };
        let has_language = entries.iter().any(|entry| entry.key == "lang");
        // A milestone may have an address too; its title is the plan's own.
        let has = |name: &str| mapping.keys().any(|key| key.name == name);
        let is_document = has("url") && !has("due");
        for entry in entries {
            let Some(key) = mapping.keys().find(|key| key.name == entry.key) else { continue };
            let role = match key.name {
                "title" if is_document && has_language => Role::KnownTitle,
                "title" if is_document => Role::Title,
                "abbreviation" => Role::Abbreviation,
                "unit" => Role::Unit,
                _ => Role::Words,
            };
            self.within(&entry.key, |walk| walk.value(&mut entry.value, &key.shape, role));
        }
    }

    fn value(&mut self, value: &mut Value, shape: &Shape, role: Role) {
        match shape {
            Shape::Text | Shape::Name | Shape::Markdown => self.text(value, role),
            Shape::List(entry) => self.list(value, |walk, value| walk.value(value, entry, role)),
            Shape::Maps(mapping) | Shape::Records(mapping) => {
                self.list(value, |walk, value| walk.mapping(value, mapping));
            }
            Shape::Map(mapping) => self.mapping(value, mapping),
            Shape::ValueOrMap(single, mapping) => match value.kind {
                ValueKind::Map(_) => self.mapping(value, mapping),
                _ => self.value(value, single, role),
            },
            Shape::Own(shape) => {
                let ValueKind::Map(entries) = &mut value.kind else { return };
                for entry in entries {
                    self.within(&entry.key, |walk| walk.value(&mut entry.value, shape, role));
                }
            }
            _ => {}
        }
    }

    /// A list; a single value is a list of one.
    fn list(&mut self, value: &mut Value, mut each: impl FnMut(&mut Self, &mut Value)) {
        let entries = match &mut value.kind {
            ValueKind::List(entries) => entries.as_mut_slice(),
            _ => std::slice::from_mut(value),
        };
        for (entry, name) in entry_names(entries).into_iter().enumerate() {
            self.within(&name, |walk| each(walk, &mut entries[entry]));
        }
    }

    fn text(&mut self, value: &mut Value, role: Role) {
        // A text of a list may be a mapping, so that it can say who may see it.
        if let ValueKind::Map(entries) = &mut value.kind {
            let value = entries.iter_mut().find(|entry| entry.key == "value").map(|entry| &mut entry.value);
            return value.into_iter().for_each(|value| self.text(value, role));
        }
        let ValueKind::Scalar(text) = &value.kind else { return };
        let role = if is_neutral(self.path.as_str(), text) { Role::Neutral } else { role };
        (self.visit)(&self.path, value, role);
    }

    /// Does something with what stands under a name.
    fn within(&mut self, name: &str, then: impl FnOnce(&mut Self)) {
        self.path.push(name);
        then(self);
        self.path.pop();
    }
}

/// Whether a text has no words: a number, a mailbox, an address; or that nothing was found, which is one of planbook's words.
fn is_neutral(path: &str, text: &str) -> bool {
    let is_mailbox = || text.contains('@') && !text.contains(char::is_whitespace);
    let found_nothing = || text == "nothing" && (path == "found" || path.ends_with(".found"));
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    // What the public reads of a text decides, so that an internal block does not show by what becomes of the rest.
    let public = without_internal(text).map(|public| public.text);
    let open = public.as_deref().filter(|public| !public.trim().is_empty()).unwrap_or(text);
    !has_letters(open) || whole_address(text) || is_mailbox() || found_nothing()
}
