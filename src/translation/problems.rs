//! What is wrong with the words of a translation.

use super::text_fields::{BODY, TextField};
use super::words::{MADE_FROM, Words};
use crate::diag::{Diagnostic, Span, Spanned, closest, code};
use crate::markdown::without_internal;
use crate::schema::{Key, Schema, Shape};

/// What to do with a text that is no longer the same in both languages.
pub const NOT_THE_SAME: &str = "Translate it, or remove it from `same`";

/// What helps with a translation of words that changed: what the original said, where that is known, what it says now, and what
/// to do.
pub fn outdated_help(earlier: Option<&str>, now: &str, correction: &str) -> String {
    match earlier {
        Some(earlier) => {
            format!("the original said “{earlier}”, and says now: “{now}”. {correction}")
        }
        None => format!("the original says now: “{now}”. {correction}"),
    }
}

impl Words {
    /// What is wrong with the words of a translation of these texts; `text` is that of its file, and `original` the path of
    /// theirs.
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
                    let help = outdated_help(None, &beginning(&field.text), &self.correction());
                    problems
                        .push(Diagnostic::new(code::TRANSLATION_OUTDATED, words.span, message).help(help));
                }
                Some(_) => {}
            }
            let written = if path == BODY { own_body } else { words.value.as_str() };
            let original = find(path).map_or(0, |field| internal_blocks(&field.text));
            if internal_blocks(written) < original {
                problems.push(fewer_blocks(path, words.span));
            }
        }
        for (path, span) in &self.same {
            let found = find(path);
            if let Some(found) = found.filter(|field| self.is_outdated(field.path.as_str(), &field.text)) {
                let message = format!(
                    "`{path}` is said to be the same in both languages, and {original} has another text now"
                );
                problems.push(
                    Diagnostic::new(code::TRANSLATION_OUTDATED, *span, message).help(outdated_help(
                        None,
                        &beginning(&found.text),
                        NOT_THE_SAME,
                    )),
                );
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
        let official = self.official.iter().map(|(path, official)| (path, official.span));
        let same = self.same.iter().map(|(path, span)| (path, *span));
        for (path, span) in official.chain(same).filter(|(path, _)| find(path).is_none()) {
            problems.push(self.unknown(path, span, originals, schema, original));
        }
        problems
    }

    /// How a text is corrected whose original changed.
    pub fn correction(&self) -> String {
        format!("Correct the translation, then run `planbook translations --accept {}`", self.path)
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
        let rest = path.strip_prefix(key).unwrap_or_default().trim_start_matches('.');
        let is_fact = schema.key(key).is_some_and(|key| is_fact(&key.shape, rest));
        if path != BODY && is_fact || key == "audience" || key.starts_with("x-") {
            let message = format!("`{path}` is no text, so a translation cannot have it");
            return Diagnostic::new(code::TRANSLATED_FACT, span, message)
                .help(format!("facts stand in {original} for all languages: remove `{path}` here"));
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

/// Whether what stands under the rest of a path is a fact, and no words: the last key in it that is known says so.
fn is_fact(shape: &Shape, rest: &str) -> bool {
    if !shape.may_have_words() {
        return true;
    }
    if rest.is_empty() || rest.parse::<usize>().is_ok() {
        return match shape {
            Shape::ValueOrMap(single, _) => !single.may_have_words(),
            Shape::List(entry) => is_fact(entry, ""),
            _ => false,
        };
    }
    // The names of entries may have full stops, so what stands before a key is not looked at.
    let below = |key: &'static Key| {
        let steps = [".", rest, "."].concat();
        let (_, after) = steps.split_once(&[".", key.name, "."].concat())?;
        Some(is_fact(&key.shape, after.trim_end_matches('.')))
    };
    shape.mapping().and_then(|mapping| mapping.keys().find_map(below)).unwrap_or(false)
}

/// How many internal blocks a text has.
fn internal_blocks(text: &str) -> usize {
    without_internal(text).map_or(0, |public| public.removed.len())
}

fn fewer_blocks(path: &str, span: Span) -> Diagnostic {
    let message = format!(
        "`{path}` has fewer internal blocks than its original, so what is internal there could be public here"
    );
    Diagnostic::new(code::INTERNAL_BLOCK, span, message)
        .help("put what is internal between `:::internal` and `:::` here too; such a block may be empty")
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
