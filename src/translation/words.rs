//! What a translation says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::digest::digest;
use super::text_fields::{BODY, Role, TextField, each_text};
use crate::diag::{Diagnostic, FileId, Span, Spanned, closest, code};
use crate::fields::{Value, ValueKind};
use crate::language_marks::{ORIGINAL, OUTDATED, marked};
use crate::markdown::without_internal;
use crate::schema::{Mapping, Schema, Shape};
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
    /// The digest of what it was made from.
    pub made_from: BTreeMap<String, Spanned<String>>,
    /// Texts that are the same in both languages, and where that is written.
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
                    MADE_FROM => match &entry.value.kind {
                        ValueKind::Map(_) | ValueKind::Null => {
                            leaves(&entry.value, String::new(), &mut words.made_from);
                        }
                        _ => problems.push(wrong_type(
                            &entry.value,
                            &format!("`{MADE_FROM}` is a mapping from texts to digests of their originals"),
                            "remove it, and run `planbook translations --accept` when the translation fits the original",
                        )),
                    },
                    SAME if matches!(entry.value.kind, ValueKind::Map(_)) => problems.push(wrong_type(
                        &entry.value,
                        &format!("`{SAME}` is a list of texts that are the same in both languages"),
                        "write their keys, such as `same: [licence]`",
                    )),
                    OFFICIAL => problems.extend(words.read_official(&entry.value)),
                    SAME => words.same.extend(paths(&entry.value)),
                    _ => leaves(&entry.value, entry.key, &mut words.texts),
                }
            }
        } else {
            let message = "the front matter of a translation must be a mapping";
            problems.push(
                Diagnostic::new(code::WRONG_TYPE, front_matter.span, message)
                    .help("write each text under its key, such as `title: …`"),
            );
        }
        if has_body {
            words.texts.insert(BODY.to_owned(), Spanned::new(String::new(), Span::new(file, body)));
        }
        (words, problems)
    }

    /// Where official wordings were published: addresses, as readers can follow them.
    fn read_official(&mut self, value: &Value) -> Vec<Diagnostic> {
        if !matches!(value.kind, ValueKind::Map(_)) {
            let message =
                format!("`{OFFICIAL}` is a mapping from texts to the addresses of their publication");
            return vec![
                Diagnostic::new(code::WRONG_TYPE, value.span, message)
                    .help(format!("write it as `{OFFICIAL}: {{title: \"https://ministry.example/plan\"}}`")),
            ];
        }
        let mut found = BTreeMap::new();
        leaves(value, String::new(), &mut found);
        let (good, bad): (BTreeMap<_, _>, BTreeMap<_, _>) =
            found.into_iter().partition(|(_, address)| whole_address(&address.value));
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
        self.same.contains_key(path)
    }

    /// The digest of what a text was made from.
    pub fn made_from(&self, path: &str) -> Option<&str> {
        let single = || self.made_from.get(path.strip_suffix(".1")?);
        self.made_from.get(path).or_else(single).map(|made_from| made_from.value.as_str())
    }

    /// Whether the original changed since a text of it was translated.
    pub fn is_outdated(&self, path: &str, original: &str) -> bool {
        self.made_from(path).is_some_and(|made_from| made_from != digest(original))
    }

    /// Puts the words into the front matter of the original, and marks what has none.
    pub fn put_into(&self, front_matter: &mut Value, mapping: &Mapping, parties: &BTreeMap<String, String>) {
        each_text(front_matter, mapping, &mut |path, value, role| {
            let ValueKind::Scalar(text) = &mut value.kind else { return };
            let path = path.as_str();
            match self.text(path) {
                Some(words) => {
                    let outdated = self.is_outdated(path, text);
                    *text = if outdated { marked(OUTDATED, &words.value) } else { words.value.clone() };
                    value.span = words.span;
                }
                None if self.is_same(path) => {}
                None => untranslated(path, text, role, parties),
            }
        });
    }

    /// What is wrong with the words of a translation of these texts.
    /// `text` is that of its file, and `original` the path of theirs.
    pub fn problems(
        &self,
        text: &str,
        originals: &[TextField],
        schema: &Schema,
        original: &str,
    ) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let own_body = text.get(self.body.clone()).unwrap_or_default();
        let find = |path: &str| {
            let listed = [path, ".1"].concat();
            originals.iter().find(|field| [path, &listed].contains(&field.path.as_str()))
        };
        for (path, words) in &self.texts {
            match find(path) {
                None => problems.push(self.unknown(path, words.span, originals, schema, original)),
                Some(field) if self.is_outdated(field.path.as_str(), &field.text) => {
                    let message = format!("`{path}` was translated from words that {original} no longer has");
                    let help = format!(
                        "the original says now: “{}”. Correct the translation, then run `planbook translations --accept {}`",
                        beginning(&field.text),
                        self.path
                    );
                    problems
                        .push(Diagnostic::new(code::TRANSLATION_OUTDATED, words.span, message).help(help));
                }
                Some(_) => {}
            }
            let written = if path == BODY { own_body } else { words.value.as_str() };
            if let Some(field) = find(path)
                && internal_blocks(written) < internal_blocks(&field.text)
            {
                let message = format!(
                    "`{path}` has fewer internal blocks than its original, so what is internal there could be public here"
                );
                problems.push(
                    Diagnostic::new(code::INTERNAL_BLOCK, words.span, message).help(
                        "put what is internal between `:::internal` and `:::` here too; such a block may be empty",
                    ),
                );
            }
        }
        for (path, span) in &self.same {
            match find(path) {
                None => problems.push(self.unknown(path, *span, originals, schema, original)),
                Some(field) if self.is_outdated(field.path.as_str(), &field.text) => {
                    let message = format!(
                        "`{path}` is said to be the same in both languages, and {original} has another text now"
                    );
                    problems.push(
                        Diagnostic::new(code::TRANSLATION_OUTDATED, *span, message)
                            .help("translate it, or remove it from `same`"),
                    );
                }
                Some(_) => {}
            }
        }
        let is_untracked = |(path, _): &(&String, &Spanned<String>)| {
            find(path).is_some_and(|field| self.made_from(field.path.as_str()).is_none())
        };
        let untracked =
            self.texts.iter().filter(is_untracked).min_by_key(|(_, words)| words.span.range().start);
        if let Some((path, words)) = untracked {
            let message = format!(
                "`{MADE_FROM}` does not say which words `{path}` was made from, so nobody will see when they change"
            );
            problems.push(
                Diagnostic::new(code::TRANSLATION_UNTRACKED, words.span, message)
                    .help("run `planbook translations --accept` when the translation fits the original"),
            );
        }
        for (path, official) in &self.official {
            if find(path).is_none() {
                problems.push(self.unknown(path, official.span, originals, schema, original));
            }
        }
        problems
    }

    fn unknown(
        &self,
        path: &str,
        span: Span,
        originals: &[TextField],
        schema: &Schema,
        original: &str,
    ) -> Diagnostic {
        let key = path.split('.').next().unwrap_or(path);
        let is_words = |key: &str| originals.iter().any(|field| field.path.key() == key);
        if path != BODY && (is_fact(schema, path) || key == "audience" || key.starts_with("x-")) {
            let message = format!("`{key}` is no text, so a translation cannot have it");
            return Diagnostic::new(code::TRANSLATED_FACT, span, message)
                .help(format!("facts stand in {original} for all languages: remove `{key}` here"));
        }
        let message = match path {
            BODY => format!("{original} has no text below its front matter that this could translate"),
            _ => format!("{original} has no text `{path}`"),
        };
        let diagnostic = Diagnostic::new(code::TRANSLATION_OF_NOTHING, span, message);
        let paths = originals.iter().map(|field| field.path.as_str());
        match closest(path, paths) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None if is_words(key) => diagnostic.help(format!(
                "the texts of `{key}` are: {}",
                originals
                    .iter()
                    .filter(|field| field.path.key() == key)
                    .take(12)
                    .map(|field| format!("`{}`", field.path.as_str()))
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            None => diagnostic.help("remove it, or write the text into the original first"),
        }
    }
}

/// A text without a translation, as a page in another language has it.
fn untranslated(path: &str, text: &mut String, role: Role, parties: &BTreeMap<String, String>) {
    let key = path.split('.').next().unwrap_or(path);
    if let Some(party) = parties.get(text.as_str()).filter(|_| PARTIES.contains(&key)) {
        party.clone_into(text);
    } else if matches!(role, Role::Words | Role::Title) {
        *text = marked(ORIGINAL, text);
    }
}

/// The keys whose values name parties of the plan, which its translation translates once.
const PARTIES: [&str; 3] = ["party", "parties", "adopted-by"];

/// Whether what stands at a path is a value of the record that is no text: by the last key of the path.
fn is_fact(schema: &Schema, path: &str) -> bool {
    let mut steps = path.split('.');
    let Some(key) = steps.next().and_then(|key| schema.key(key)) else { return false };
    let last = steps.filter(|step| step.parse::<usize>().is_err()).last();
    let shape = match last {
        None => Some(key.shape),
        // Names of entries may be anything, so the key is looked for in all mappings of the value.
        Some(last) => key.shape.mapping().and_then(|mapping| mapping.find(last)),
    };
    shape.is_some_and(|shape| match shape.single() {
        _ if matches!(shape, Shape::Verbatim(_)) => true,
        Some(single) => !matches!(single, Shape::Text | Shape::Name | Shape::Markdown),
        // A mapping is asked for what is in it.
        None => last.is_none() && !shape.may_have_words(),
    })
}

/// How many internal blocks a text has.
fn internal_blocks(text: &str) -> usize {
    without_internal(text).map_or(0, |public| public.removed.len())
}

/// The beginning of a text, for a message.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 160;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

fn wrong_type(value: &Value, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(code::WRONG_TYPE, value.span, message.to_owned()).help(help.to_owned())
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

/// A list of paths, or one, with their places.
fn paths(value: &Value) -> Vec<(String, Span)> {
    match &value.kind {
        ValueKind::Scalar(path) => vec![(path.clone(), value.span)],
        ValueKind::List(values) => values.iter().flat_map(paths).collect(),
        _ => Vec::new(),
    }
}
