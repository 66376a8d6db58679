//! A text of the settings: one for all languages, or one for each.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Spanned, code};
use crate::fields::{Fields, ValueKind};
use crate::language_marks::{ORIGINAL, marked};

/// A text, in the languages that it was written in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized {
    /// In the language of the content.
    pub own: String,
    /// In others, by their codes.
    others: BTreeMap<String, String>,
}

impl Localized {
    /// The same text for pages in another language: it becomes `own`, marked where it is not translated.
    pub(super) fn set_language(&mut self, language: &str) {
        self.own = self.within(language).map_or_else(|| marked(ORIGINAL, &self.own), str::to_owned);
    }

    /// What two texts have in common in one of these languages, as readers see it: the text in the language of the content stands
    /// where there is no other.
    pub(super) fn shared_with(&self, other: &Self, languages: &[String]) -> Option<&str> {
        languages.iter().find_map(|language| {
            let shown = self.shown_in(language);
            (shown == other.shown_in(language)).then_some(shown)
        })
    }

    fn shown_in(&self, language: &str) -> &str {
        self.within(language).unwrap_or(&self.own).trim()
    }

    /// The text in a language; `None` where it has none in that.
    pub(super) fn within(&self, language: &str) -> Option<&str> {
        self.others.get(language).map(String::as_str)
    }
}

/// Reads a text that may be a mapping from languages to texts; the first of `languages` is that of the content. A mistake in it
/// has the code `problem`.
pub(super) fn localized(
    fields: &mut Fields<'_>,
    key: &'static str,
    languages: &[String],
    example: &str,
    problem: Code,
) -> Option<Localized> {
    if !fields.is_mapping(key) {
        let own = fields.required_text(key, &format!("\"{example}\""))?.value;
        return Some(Localized { own, others: BTreeMap::new() });
    }
    let language = languages.first().map_or("en", String::as_str);
    // Once it was taken, nobody knows where it stood.
    let place = fields.key_span(key).unwrap_or_else(|| fields.span());
    let (mut texts, mut unknown, mut is_there) = (BTreeMap::new(), Vec::new(), false);
    for (code, span, value) in fields.entries(key) {
        // A code that the book does not have is reported below, with those that it has.
        let has_form = code.len() > 1 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !has_form && !fields.check_language(&Spanned::new(code.clone(), span)) {
            continue;
        }
        if !languages.contains(&code) {
            unknown.push(Spanned::new(code, span));
            continue;
        }
        is_there |= code == language;
        match value.kind {
            ValueKind::Scalar(text) if !text.trim().is_empty() => {
                if fields.is_text(key, &Spanned::new(text.clone(), value.span)) {
                    texts.insert(code, text);
                }
            }
            _ => fields.report(
                Diagnostic::new(code::WRONG_TYPE, span, format!("the {key} in `{code}` is not a text"))
                    .help(format!("write it in quotes: `{key} = {{{code} = \"{example}\"}}`")),
            ),
        }
    }
    let without: Vec<&str> =
        languages.iter().map(String::as_str).filter(|known| !texts.contains_key(*known)).collect();
    unknown.iter().for_each(|code| fields.report(no_language(key, code, (languages, &without), language)));
    let Some(own) = texts.remove(language) else {
        // One that is wrong was reported, and it may be the one whose language is misspelt.
        if !is_there && unknown.is_empty() {
            let message = format!("the {key} has no text in `{language}`, the language of the content");
            let help = format!("add it: `{key} = {{{language} = \"…\"}}`");
            fields.report(Diagnostic::new(problem, place, message).help(help));
        }
        return None;
    };
    Some(Localized { own, others: texts })
}

/// That a text is in a language that the site does not have, so that no page would show it. `without` are the languages of the
/// site that it has no text in; `own` is that of the content, of which nobody writes a translation.
fn no_language(
    key: &str,
    code: &Spanned<String>,
    (languages, without): (&[String], &[&str]),
    own: &str,
) -> Diagnostic {
    let message = format!("the {key} has a text in `{}`, which is not a language of the site", code.value);
    let problem = Diagnostic::new(code::UNKNOWN_VALUE, code.span, message)
        .help("write one of the `languages` below `[book]`, or add the language there");
    // `en-GB` is English, and no other language of the site was meant.
    let main = |code: &str| code.split('-').next().unwrap_or_default().to_lowercase();
    if languages.iter().any(|known| main(known) == main(&code.value)) {
        let same = without.iter().find(|known| main(known) == main(&code.value));
        return same.map_or(problem.clone(), |known| problem.suggest(*known));
    }
    match without {
        [only] if *only != own => problem.suggest(*only),
        others => problem.suggest_from(&code.value, others.iter().copied()),
    }
}
