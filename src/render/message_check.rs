//! What is wrong with the messages of a book's own theme: a key that nothing uses, a name in braces that is none or is missing,
//! a message without words, and how many of a language are not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, FileId, Span, closest, code};
use crate::fields::{MapEntry, ValueKind, parse_toml};

/// The plural categories of CLDR, which follow a key.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The messages that a theme can have: those of the built-in one in English, and others that its own templates use.
pub(super) struct KnownMessages<'a> {
    /// The words of each.
    english: BTreeMap<String, String>,
    /// The templates of the book's own theme.
    templates: Vec<&'a str>,
}

impl<'a> KnownMessages<'a> {
    pub(super) fn new(english: &str, own_templates: Vec<&'a str>) -> Self {
        let (value, _) = parse_toml(english, FileId(u32::MAX));
        let mut known = BTreeMap::new();
        if let ValueKind::Map(entries) = value.kind {
            for entry in entries {
                if let ValueKind::Scalar(words) = entry.value.kind {
                    known.insert(entry.key, words);
                }
            }
        }
        Self { english: known, templates: own_templates }
    }

    /// What is wrong with a file of messages. `is_built_in` says that the built-in theme has messages in its language, so that
    /// the file need not have all of them.
    pub(super) fn problems(&self, text: &str, file: FileId, is_built_in: bool) -> Vec<Diagnostic> {
        let (value, _) = parse_toml(text, file);
        let ValueKind::Map(entries) = &value.kind else { return Vec::new() };
        let mut problems: Vec<Diagnostic> =
            entries.iter().flat_map(|entry| self.problems_of(entry)).collect();
        if !is_built_in {
            problems.extend(self.missing(entries, file));
        }
        problems
    }

    fn problems_of(&self, entry: &MapEntry) -> Vec<Diagnostic> {
        let key = entry.key.as_str();
        let report = |span: Span, message: String| Diagnostic::new(code::THEME_MESSAGE, span, message);
        let ValueKind::Scalar(words) = &entry.value.kind else {
            let problem = report(entry.value.span, format!("the message `{key}` is no text"));
            return vec![problem.help("write it as `key = \"text\"`")];
        };
        let Some(english) = self.english_of(key) else {
            if self.is_used(key) {
                return Vec::new();
            }
            let problem = report(entry.key_span, format!("the theme has no message `{key}`"));
            return vec![match closest(key, self.english.keys().map(String::as_str)) {
                Some(meant) => problem.suggest(meant),
                None => problem.help("remove the line, or use the message in a template of the theme"),
            }];
        };
        if words.trim().is_empty() && !english.trim().is_empty() && !key.starts_with(SIGN) {
            let problem = report(entry.value.span, format!("the message `{key}` has no words"));
            return vec![problem.help("write them, or remove the line, and the message stays in English")];
        }
        self.names(entry, words, english)
    }

    /// Names in braces that nothing fills, and those that the English message has and this one does not.
    fn names(&self, entry: &MapEntry, words: &str, english: &str) -> Vec<Diagnostic> {
        let key = entry.key.as_str();
        let (own, wanted) = (names(words), names(english));
        let listed = || wanted.iter().map(|name| format!("`{{{name}}}`")).collect::<Vec<_>>().join(", ");
        let unknown = own.difference(&wanted).map(|name| {
            let message = format!("nothing fills in `{{{name}}}` in the message `{key}`");
            let problem = Diagnostic::new(code::THEME_MESSAGE, entry.value.span, message);
            match wanted.is_empty() {
                true => problem.help("the message has no names in braces: write words instead"),
                false => problem.help(format!("its names in braces are {}", listed())),
            }
        });
        // `one thing` needs no number.
        let is_lost = |name: &&&str| !(**name == "n" && plural_of(key).is_some());
        let lost = wanted.difference(&own).filter(is_lost).map(|name| {
            let message = format!("the message `{key}` has lost `{{{name}}}`, so the page does not show it");
            Diagnostic::new(code::THEME_MESSAGE, entry.value.span, message)
                .help(format!("the English message is “{english}”"))
        });
        // A misspelt name is one mistake, not two.
        let unknown: Vec<Diagnostic> = unknown.collect();
        if unknown.is_empty() { lost.collect() } else { unknown }
    }

    /// That messages are missing, at the beginning of the file.
    fn missing(&self, entries: &[MapEntry], file: FileId) -> Option<Diagnostic> {
        let has = |key: &str| {
            let is_form = |entry: &MapEntry| entry.key == key || plural_of(&entry.key) == Some(key);
            entries.iter().any(is_form)
        };
        let needed = self.english.keys().filter(|key| self.plural(key).is_none());
        let (all, missing): (Vec<&String>, Vec<&String>) = {
            let all: Vec<&String> = needed.collect();
            let missing = all.iter().copied().filter(|key| !has(key)).collect();
            (all, missing)
        };
        let first: Vec<String> = missing.iter().take(3).map(|key| format!("`{key}`")).collect();
        let more = if missing.len() > first.len() { " and others" } else { "" };
        let message =
            format!("{} of {} messages are missing here, and stay in English", missing.len(), all.len());
        let problem = Diagnostic::new(code::UNTRANSLATED_INTERFACE, Span::new(file, 0..0), message);
        (!missing.is_empty()).then(|| {
            problem.help(format!(
                "translate {}{more}: themes/default/messages/en.toml of planbook has all of them",
                first.join(", ")
            ))
        })
    }

    /// The English words of a key, or of that which it is a plural form of.
    fn english_of(&self, key: &str) -> Option<&str> {
        let found = self.english.get(key).or_else(|| self.english.get(plural_of(key)?));
        found.map(String::as_str)
    }

    /// What a key of the built-in theme is a plural form of.
    fn plural<'k>(&self, key: &'k str) -> Option<&'k str> {
        plural_of(key).filter(|key| self.english.contains_key(*key))
    }

    /// Whether a template of the book's own theme uses a message.
    fn is_used(&self, key: &str) -> bool {
        let key = plural_of(key).unwrap_or(key).replace('-', "_");
        self.templates.iter().any(|template| template.contains(&key))
    }
}

/// What stands between words: a language may need none.
const SIGN: &str = "sign-";

/// What a key would be a plural form of.
fn plural_of(key: &str) -> Option<&str> {
    let (of, category) = key.rsplit_once('-')?;
    CATEGORIES.contains(&category).then_some(of)
}

/// The names in braces of a message.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::KnownMessages;
    use crate::diag::FileId;

    const ENGLISH: &str = "items = \"Items\"\nitems-n = \"{n} items\"\nitems-n-one = \"one item\"\nrange = \"{from} to {to}\"\nsign-space = \" \"\n";

    fn problems(text: &str, is_built_in: bool) -> Vec<(usize, String)> {
        let known = KnownMessages::new(ENGLISH, vec!["{{ site.words.own_word }}"]);
        let found = known.problems(text, FileId(0), is_built_in);
        let place = |at: usize| text[..at].matches('\n').count() + 1;
        found
            .into_iter()
            .map(|it| (it.span.map_or(0, |span| place(span.range().start)), it.message))
            .collect()
    }

    #[test]
    fn every_mistake_is_reported_once_at_its_line() {
        let all = "items = \"Mesures\"\nrange = \"de {from} à {to}\"\nitems-n-one = \"une\"\nitems-n-many = \"{n}\"\nitems-n = \"{n}\"\nsign-space = \"\"\nown-word = \"mot\"\n";
        assert_eq!(problems(all, false), []);
        for (line, wrong, message) in [
            ("items = \"Mesures\"", "itmes = \"Mesures\"", "the theme has no message `itmes`"),
            ("items = \"Mesures\"", "items = \" \"", "the message `items` has no words"),
            ("items = \"Mesures\"", "items = [1]", "the message `items` is no text"),
            ("items = \"Mesures\"", "items = \"{x}\"", "nothing fills in `{x}` in the message `items`"),
            (
                "range = \"de {from} à {to}\"",
                "range = \"de {from}\"",
                "the message `range` has lost `{to}`, so the page does not show it",
            ),
            (
                "range = \"de {from} à {to}\"",
                "range = \"de {from} à {too}\"",
                "nothing fills in `{too}` in the message `range`",
            ),
            (
                "items-n = \"{n}\"",
                "items-n = \"des\"",
                "the message `items-n` has lost `{n}`, so the page does not show it",
            ),
            ("own-word = \"mot\"", "other-word = \"mot\"", "the theme has no message `other-word`"),
        ] {
            let text = all.replace(line, wrong);
            let at = text.lines().position(|line| line == wrong).unwrap_or(0) + 1;
            let found: Vec<_> = problems(&text, true);
            assert!(
                matches!(&found[..], [(place, said)] if *place == at && said.starts_with(message)),
                "{wrong}: {found:?}"
            );
        }
    }

    #[test]
    fn what_is_missing_is_counted_only_where_the_built_in_theme_has_none() {
        let missing = "3 of 4 messages are missing here, and stay in English".to_owned();
        assert_eq!(problems("items = \"Mesures\"\n", false), [(1, missing)]);
        assert_eq!(problems("items = \"Mesures\"\n", true), []);
    }
}
