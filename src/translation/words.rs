//! What a translation says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::digest::fits;
use super::text_fields::{BODY, Role, each_text};
use super::written_list::{WrittenList, look_through};
use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::fields::{Value, ValueKind};
use crate::language_marks::{ORIGINAL, OUTDATED, TRANSLATED, marked};
use crate::schema::Mapping;
use crate::vocabulary::Audience;
use crate::web_address::whole_address;

/// The key with a digest of each text that the translation was made from.
pub const MADE_FROM: &str = "made-from";
/// The key with the texts that are the same in both languages.
pub const SAME: &str = "same";
/// The key with the texts whose wording is official, and where that was published.
pub const OFFICIAL: &str = "official";

/// The words of a translation, by path.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Each text.
    pub texts: BTreeMap<String, Spanned<String>>,
    /// Its lists, whose entries are called by their places.
    pub(super) lists: BTreeMap<String, WrittenList>,
    /// The digest of what it was made from.
    pub made_from: BTreeMap<String, Spanned<String>>,
    /// Texts that are the same in both languages, and where the translation says so.
    pub same: BTreeMap<String, Span>,
    /// Where a wording was published.
    pub official: BTreeMap<String, Spanned<String>>,
    /// The file.
    pub file: FileId,
    /// Its path.
    pub path: String,
    /// Where its text below the front matter stands.
    pub body: Range<usize>,
    /// Whether it has one.
    pub has_body: bool,
}

impl Words {
    /// Reads a translation: its front matter, and its text below that.
    pub fn new(
        front_matter: Value,
        (file, path): (FileId, &str),
        text: &str,
        body: Range<usize>,
    ) -> (Self, Vec<Diagnostic>) {
        let has_body = !text[body.clone()].trim().is_empty();
        let mut words = Self { file, path: path.to_owned(), body: body.clone(), has_body, ..Self::default() };
        let mut problems = Vec::new();
        if let ValueKind::Map(entries) = front_matter.kind {
            for entry in entries {
                match entry.key.as_str() {
                    MADE_FROM | OFFICIAL => {
                        let known =
                            if entry.key == MADE_FROM { &mut words.made_from } else { &mut words.official };
                        match &entry.value.kind {
                            ValueKind::Map(_) => leaves(&entry.value, String::new(), known),
                            _ => problems.extend(no_mapping(&entry.key, &entry.value)),
                        }
                    }
                    SAME => match paths(&entry.value) {
                        Ok(paths) => words.same.extend(paths),
                        Err(span) => problems.push(no_list(span)),
                    },
                    _ => {
                        look_through(&entry.value, &entry.key, &mut words.lists, &mut problems);
                        leaves(&entry.value, entry.key, &mut words.texts);
                    }
                }
            }
            words.texts.retain(|_, words| !words.value.trim().is_empty());
        } else {
            let message = "the front matter of a translation must be a mapping";
            problems.push(
                Diagnostic::new(code::WRONG_TYPE, front_matter.span, message)
                    .help("write each text under its key, such as `title: …`"),
            );
        }
        problems.extend(words.take_unsafe());
        if has_body {
            words.texts.insert(BODY.to_owned(), Spanned::new(String::new(), Span::new(file, body)));
        }
        (words, problems)
    }

    /// Takes out addresses of official wordings that readers could not follow, and reports them.
    fn take_unsafe(&mut self) -> Vec<Diagnostic> {
        let (good, bad): (BTreeMap<_, _>, BTreeMap<_, _>) = std::mem::take(&mut self.official)
            .into_iter()
            .partition(|(_, address)| whole_address(&address.value));
        self.official = good;
        let problem = |address: Spanned<String>| {
            Diagnostic::new(code::UNSAFE_LINK, address.span, format!("`{}` is not a full URL", address.value))
                .help("copy it from the browser's address bar, with https://")
        };
        bad.into_values().map(problem).collect()
    }

    /// The text at a path. A list of one may have been written as a single value.
    pub fn text(&self, path: &str) -> Option<&Spanned<String>> {
        let single = || self.texts.get(path.strip_suffix(".1")?);
        self.texts.get(path).or_else(single)
    }

    /// Whether the text at a path is said to be the same in both languages.
    pub fn is_same(&self, path: &str) -> bool {
        self.same_at(path).is_some()
    }

    /// Where that is said.
    pub fn same_at(&self, path: &str) -> Option<Span> {
        let single = || self.same.get(path.strip_suffix(".1")?);
        self.same.get(path).or_else(single).copied()
    }

    /// The digest of what a text was made from.
    pub fn made_from(&self, path: &str) -> Option<&str> {
        let single = || self.made_from.get(path.strip_suffix(".1")?);
        self.made_from.get(path).or_else(single).map(|made_from| made_from.value.as_str())
    }

    /// Whether the original changed since a text of it was translated.
    pub fn is_outdated(&self, path: &str, original: &str) -> bool {
        self.is_outdated_for(Audience::Internal, path, original)
    }

    /// Whether what an audience reads of the original changed since.
    pub fn is_outdated_for(&self, audience: Audience, path: &str, original: &str) -> bool {
        self.made_from(path).is_some_and(|made_from| !fits(made_from, original, audience))
    }

    /// Which sign a page has around the translation of a text for an audience: that its original changed, or that its wording
    /// is not official.
    pub fn sign(&self, audience: Audience, path: &str, original: &str) -> Option<char> {
        if self.is_outdated_for(audience, path, original) {
            return Some(OUTDATED);
        }
        let single = || self.official.get(path.strip_suffix(".1")?);
        let is_official = self.official.get(path).or_else(single).is_some();
        (!is_official).then_some(TRANSLATED)
    }

    /// Puts the words into the front matter of the original, and marks what has none.
    pub fn put_into(
        &self,
        front_matter: &mut Value,
        mapping: &Mapping,
        parties: &BTreeMap<String, String>,
        audience: Audience,
    ) {
        each_text(front_matter, mapping, &mut |path, value, role| {
            let ValueKind::Scalar(text) = &mut value.kind else { return };
            let path = path.as_str();
            match self.text(path) {
                Some(words) => {
                    let sign =
                        self.sign(audience, path, text).filter(|sign| *sign == OUTDATED || is_shown(role));
                    *text = sign.map_or_else(|| words.value.clone(), |sign| marked(sign, &words.value));
                    value.span = words.span;
                }
                None if self.is_same(path) => {}
                None => untranslated(path, text, role, parties),
            }
        });
    }
}

/// Whether a text is only shown. Abbreviations are also looked for in texts, and units and numbers are no translations.
fn is_shown(role: Role) -> bool {
    matches!(role, Role::Words | Role::Title | Role::KnownTitle)
}

/// A text without a translation, as a page in another language has it.
fn untranslated(path: &str, text: &mut String, role: Role, parties: &BTreeMap<String, String>) {
    let key = path.split('.').next().unwrap_or(path);
    if let Some(party) = parties.get(text.as_str()).filter(|_| names_party(key)) {
        party.clone_into(text);
    } else if matches!(role, Role::Words | Role::Title) {
        *text = marked(ORIGINAL, text);
    }
}

/// Whether the values of a key name parties of the plan, which its translation translates once.
pub fn names_party(key: &str) -> bool {
    ["party", "parties", "adopted-by"].contains(&key)
}

/// Every scalar of a value, by its path.
fn leaves(value: &Value, path: String, found: &mut BTreeMap<String, Spanned<String>>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { [&path, ".", name].concat() };
    match &value.kind {
        ValueKind::Scalar(text) => _ = found.insert(path, Spanned::new(text.clone(), value.span)),
        ValueKind::List(values) => {
            for (at, value) in values.iter().enumerate() {
                leaves(value, below(&(at + 1).to_string()), found);
            }
        }
        ValueKind::Map(entries) => {
            for entry in entries {
                leaves(&entry.value, below(&entry.key), found);
            }
        }
        ValueKind::Null | ValueKind::Refused => {}
    }
}

/// The paths of a list, or one, with their places; else the place of what is none.
fn paths(value: &Value) -> Result<Vec<(String, Span)>, Span> {
    match &value.kind {
        ValueKind::Scalar(path) => Ok(vec![(path.clone(), value.span)]),
        ValueKind::List(values) => {
            let paths: Result<Vec<_>, Span> = values.iter().map(paths).collect();
            Ok(paths?.into_iter().flatten().collect())
        }
        ValueKind::Map(_) => Err(value.span),
        ValueKind::Null | ValueKind::Refused => Ok(Vec::new()),
    }
}

fn no_list(span: Span) -> Diagnostic {
    let message = format!("`{SAME}` must be a list of the texts that are the same in both languages");
    Diagnostic::new(code::WRONG_TYPE, span, message)
        .help(format!("write their keys, such as `{SAME}: [licence]`"))
}

/// What is wrong with a key that must be a mapping from texts, and has another value.
fn no_mapping(key: &str, value: &Value) -> Option<Diagnostic> {
    if matches!(value.kind, ValueKind::Null | ValueKind::Refused) {
        return None;
    }
    let help = match key {
        MADE_FROM => {
            "remove it, and run `planbook translations --accept` when the translation fits the original"
        }
        _ => "name the text and where its wording was published, such as `official: {title: https://…}`",
    };
    let message = format!("`{key}` must be a mapping, with a value for each text");
    Some(Diagnostic::new(code::WRONG_TYPE, value.span, message).help(help))
}
