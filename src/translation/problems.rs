//! What is wrong with the words of a translation.

use super::text_fields::{BODY, TextField};
use super::words::{MADE_FROM, SAME, Words};
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
        for (path, words) in &self.texts {
            match find(originals, path) {
                None => problems.push(self.unknown(path, words.span, originals, schema, original)),
                Some(field) if self.is_outdated(field.path.as_str(), &field.text) => {
                    let message = format!("`{path}` was translated from words that {original} no longer has");
                    let help = outdated_help(None, &shortened(&field.text), &self.correction());
                    problems
                        .push(Diagnostic::new(code::TRANSLATION_OUTDATED, words.span, message).help(help));
                }
                Some(_) => {}
            }
            let written = if path == BODY { own_body } else { words.value.as_str() };
            let original = find(originals, path).map_or(0, |field| internal_blocks(&field.text));
            if internal_blocks(written) < original {
                problems.push(fewer_blocks(path, words.span));
            }
        }
        problems.extend(self.problems_of_same(originals, original));
        problems.extend(self.untracked(originals));
        let official = self.official.iter().map(|(path, official)| (path, official.span));
        let same = self.same.iter().map(|(path, span)| (path, *span));
        for (path, span) in official.chain(same).filter(|(path, _)| find(originals, path).is_none()) {
            problems.push(self.unknown(path, span, originals, schema, original));
        }
        problems.extend(self.made_from_nothing(originals, original));
        problems
    }

    /// What is wrong with the texts that are said to be the same.
    fn problems_of_same(&self, originals: &[TextField], original: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (path, span) in &self.same {
            let Some(found) = find(originals, path) else { continue };
            let field = found.path.as_str();
            if self.text(field).is_some() {
                let message = format!(
                    "`{path}` is translated here, and `{SAME}` says that it is the same in both languages"
                );
                let help = format!("remove the translation, or remove `{path}` from `{SAME}`");
                problems.push(Diagnostic::new(code::TRANSLATION_UNCLEAR, *span, message).help(help));
            } else if self.is_outdated(field, &found.text) {
                let message = format!(
                    "`{path}` is said to be the same in both languages, and {original} has another text now"
                );
                let help = outdated_help(None, &shortened(&found.text), NOT_THE_SAME);
                problems.push(Diagnostic::new(code::TRANSLATION_OUTDATED, *span, message).help(help));
            }
        }
        problems
    }

    /// That nothing says what the first of the texts was made from of which that is so.
    fn untracked(&self, originals: &[TextField]) -> Option<Diagnostic> {
        let is_untracked = |(path, _): &(&String, &Spanned<String>)| {
            find(originals, path).is_some_and(|field| self.made_from(field.path.as_str()).is_none())
        };
        let untracked = self.texts.iter().filter(is_untracked);
        let (path, words) = untracked.min_by_key(|(_, words)| words.span.range().start)?;
        let message = format!(
            "`{MADE_FROM}` does not say which words `{path}` was made from, so nobody will see when they change"
        );
        let help = "run `planbook translations --accept` when the translation fits the original";
        Some(Diagnostic::new(code::TRANSLATION_UNTRACKED, words.span, message).help(help))
    }

    /// What `made-from` says of texts that the original does not have. Where the translation has such a text or says that it is
    /// the same, that was reported.
    fn made_from_nothing(&self, originals: &[TextField], original: &str) -> Vec<Diagnostic> {
        let is_unknown = |path: &str| {
            find(originals, path).is_none() && !self.texts.contains_key(path) && !self.same.contains_key(path)
        };
        let problem = |(path, digest): (&String, &Spanned<String>)| {
            let message = format!("`{MADE_FROM}` names `{path}`, and {original} has no such text");
            let diagnostic = Diagnostic::new(code::TRANSLATION_OF_NOTHING, digest.span, message);
            let open = originals.iter().map(|field| field.path.as_str());
            let open = open.filter(|path| self.made_from(path).is_none());
            diagnostic.help(match closest(path, open) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!(
                    "remove `{path}` from `{MADE_FROM}`: its original may have been removed or renamed"
                ),
            })
        };
        self.made_from.iter().filter(|(path, _)| is_unknown(path)).map(problem).collect()
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

/// The original at a path. A list of one may have been written as a single value.
fn find<'f>(originals: &'f [TextField], path: &str) -> Option<&'f TextField> {
    let listed = [path, ".1"].concat();
    originals.iter().find(|field| [path, &listed].contains(&field.path.as_str()))
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
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}
