//! What can be written where somebody types.

use std::ops::Range;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation, TextEdit,
};

use super::book::Checked;
use super::cursor::Role;
use super::located::{Keyed, Located, locate};
use super::names;
use super::position::Lines;
use super::records::{self, Entry, plan_for, plan_of};
use super::shapes::KeyChoice;
use crate::schema::{Naming, Need};
use crate::translation::{MADE_FROM, OFFICIAL, SAME, translation_file};

/// How many choices are offered at most. With more typed, others come.
const MOST: usize = 200;

/// Where something is to be completed.
pub(super) struct Completing<'a> {
    pub(super) checked: &'a Checked,
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) at: usize,
}

/// What is offered, before the editor's own order.
struct Offer {
    label: String,
    /// What is written.
    text: String,
    detail: String,
    documentation: String,
    kind: CompletionItemKind,
    /// What is compared with what was typed, besides the label: the title of a record.
    words: String,
    rank: usize,
}

/// What can be written at a place.
pub(super) fn complete(of: &Completing<'_>) -> CompletionList {
    let located = locate(of.path, of.text, of.at, &of.checked.book.config);
    let (range, offers) = match located {
        Some(Located::Link { name, is_closed }) => {
            let entries = records::all(plan_of(of.checked.book.plan(), of.path));
            let end = if is_closed { "" } else { "]]" };
            (name, entries.into_iter().map(|entry| record(entry, |id| format!("{id}{end}"))).collect())
        }
        Some(Located::File { path, is_picture: true }) => {
            let entries = names::all(of.checked, of.path, Naming::Picture);
            let is_marked = of.text[..path.start].ends_with('<');
            let offers = entries.into_iter().map(|entry| record(entry, |name| address(name, is_marked)));
            (path, offers.collect())
        }
        Some(Located::File { .. }) => (of.at..of.at, Vec::new()),
        Some(Located::Keyed(keyed)) => (keyed.cursor.word.clone(), of.keyed(&keyed)),
        None => (of.at..of.at, Vec::new()),
    };
    of.list(&range, offers)
}

impl Completing<'_> {
    fn keyed(&self, keyed: &Keyed) -> Vec<Offer> {
        let mut offers = Vec::new();
        if keyed.cursor.role != Role::Value {
            offers.extend(self.keys(keyed));
        }
        let Some(held) = &keyed.held else { return offers };
        let plain = held.is_boolean();
        let word = |(word, meaning): (String, String)| Offer {
            text: self.value(keyed, &word, plain),
            label: word,
            detail: String::new(),
            documentation: meaning,
            kind: CompletionItemKind::ENUM_MEMBER,
            words: String::new(),
            rank: 0,
        };
        offers.extend(held.words().into_iter().map(word));
        let plan = plan_of(self.checked.book.plan(), self.path);
        if let Some(naming) = held.naming() {
            let entries = names::all(self.checked, self.path, naming);
            offers.extend(entries.into_iter().map(|entry| record(entry, |id| self.value(keyed, id, false))));
        }
        if let Some(target) = held.target() {
            let plan = plan_for(self.checked.book.plan(), self.path, target);
            let entries = records::of_target(plan, target, keyed.sibling("edition"));
            offers.extend(entries.into_iter().map(|entry| record(entry, |id| self.value(keyed, id, false))));
        }
        if held.is_tag() {
            let tags = plan.tags.iter().flat_map(|group| group.tags.iter());
            let entry = |tag: &crate::plan::Tag| Entry::of(&tag.name, &tag.title, "tag");
            offers.extend(tags.map(|tag| record(entry(tag), |id| self.value(keyed, id, false))));
        }
        offers
    }

    fn keys(&self, keyed: &Keyed) -> Vec<Offer> {
        let current = &self.text[keyed.cursor.word.clone()];
        let is_there = |choice: &KeyChoice| {
            choice.name != current && keyed.cursor.siblings.iter().any(|(key, _)| *key == choice.name)
        };
        let mut choices = keyed.choices();
        choices.retain(|choice| !is_there(choice));
        // A translation of what the original does not have would be a problem.
        if let Some(original) = self.original() {
            let has = |key: &str| [MADE_FROM, OFFICIAL, SAME].contains(&key) || has_key(original, key);
            choices.retain(|choice| has(&choice.name));
        }
        choices.into_iter().map(|choice| self.key(keyed, choice)).collect()
    }

    /// The file of which this one is a translation.
    fn original(&self) -> Option<&str> {
        let translation = translation_file(self.path, self.checked.book.config.translations())?;
        self.checked.tree.text(self.checked.tree.find(&translation.original)?)
    }

    fn key(&self, keyed: &Keyed, choice: KeyChoice) -> Offer {
        let rest = &self.text[keyed.cursor.word.end..];
        let sign = if keyed.is_settings { '=' } else { ':' };
        let follows = |c: char| rest.trim_start_matches(['"', '\'', ' ']).starts_with(c);
        let text = match keyed.cursor.role {
            Role::Table if follows(']') => choice.name.clone(),
            Role::Table => {
                let line = self.text[..keyed.cursor.word.start].rsplit('\n').next().unwrap_or_default();
                format!("{}{}", choice.name, if line.trim_start().starts_with("[[") { "]]" } else { "]" })
            }
            _ if keyed.cursor.quote.is_some() || follows(sign) => choice.name.clone(),
            _ if keyed.is_settings => format!("{} = ", choice.name),
            _ => format!("{}: ", choice.name),
        };
        let rank = match choice.need {
            Need::Required => 0,
            Need::Usual => 1,
            Need::Optional => 2,
        };
        Offer {
            label: choice.name,
            text,
            detail: if choice.need == Need::Required { "required".to_owned() } else { String::new() },
            documentation: choice.meaning,
            kind: CompletionItemKind::PROPERTY,
            words: String::new(),
            rank,
        }
    }

    /// A value as it is written there: in quotation marks where they are needed and do not stand yet.
    fn value(&self, keyed: &Keyed, value: &str, is_plain: bool) -> String {
        let before = self.text[..keyed.cursor.word.start].chars().next_back();
        let space = if before == Some(':') { " " } else { "" };
        let bare = match keyed.is_settings {
            true => is_plain,
            false => is_plain || is_bare(value),
        };
        match keyed.cursor.quote {
            Some(_) => value.to_owned(),
            None if bare => format!("{space}{value}"),
            None => format!("{space}\"{value}\""),
        }
    }

    /// The list that an editor shows: what fits to what was typed, as far as there is room.
    fn list(&self, range: &Range<usize>, offers: Vec<Offer>) -> CompletionList {
        let typed = self.text.get(range.start..self.at).unwrap_or_default().to_lowercase();
        let fits = |offer: &Offer| {
            let (label, words) = (offer.label.to_lowercase(), offer.words.to_lowercase());
            let begins = |word: &str| {
                words.match_indices(word).any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric))
            };
            // The words of some languages stand without spaces between them.
            typed
                .split_whitespace()
                .all(|word| label.contains(word) || begins(word) || !word.is_ascii() && words.contains(word))
        };
        let mut fitting: Vec<(usize, Offer)> =
            offers.into_iter().enumerate().filter(|(_, it)| fits(it)).collect();
        fitting.sort_by_key(|(at, offer)| (!offer.label.to_lowercase().starts_with(&typed), offer.rank, *at));
        let is_incomplete = fitting.len() > MOST;
        fitting.truncate(MOST);
        let range = self.lines.range(range);
        let item = |(at, (_, offer)): (usize, (usize, Offer))| CompletionItem {
            filter_text: Some(format!("{} {}", offer.label, offer.words).trim_end().to_owned()),
            sort_text: Some(format!("{at:04}")),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: offer.text })),
            label: offer.label,
            kind: Some(offer.kind),
            detail: Some(offer.detail).filter(|text| !text.is_empty()),
            documentation: Some(offer.documentation)
                .filter(|text| !text.is_empty())
                .map(Documentation::String),
            ..CompletionItem::default()
        };
        CompletionList { is_incomplete, items: fitting.into_iter().enumerate().map(item).collect() }
    }
}

fn record(entry: Entry, text: impl Fn(&str) -> String) -> Offer {
    Offer {
        text: text(&entry.name),
        detail: entry.title.clone(),
        documentation: String::new(),
        kind: if entry.kind == "tag" {
            CompletionItemKind::ENUM_MEMBER
        } else {
            CompletionItemKind::REFERENCE
        },
        words: if entry.id == entry.name { entry.title } else { format!("{} {}", entry.id, entry.title) },
        label: entry.name,
        rank: 0,
    }
}

/// Whether a file has a key at the beginning of a line.
fn has_key(text: &str, key: &str) -> bool {
    let is_key = |line: &str| {
        let rest = line.trim_start_matches(['"', '\'']).strip_prefix(key);
        rest.is_some_and(|rest| rest.starts_with([':', '"', '\'', ' ']))
    };
    text.lines().any(is_key)
}

/// A path as it is written in a link: one with spaces or brackets stands between signs.
fn address(path: &str, is_marked: bool) -> String {
    match !is_marked && path.contains([' ', '(', ')']) {
        true => format!("<{path}>"),
        false => path.to_owned(),
    }
}

/// Whether YAML needs no quotation marks around a value so that every program reads it as a text.
fn is_bare(value: &str) -> bool {
    let first = value.chars().next().is_some_and(char::is_alphanumeric);
    let plain = |c: char| c.is_alphanumeric() || "-_./ ()".contains(c);
    let number = value.starts_with(|c: char| c.is_ascii_digit())
        && value.chars().all(|c| "0123456789._eE".contains(c));
    first && value.chars().all(plain) && !number && !matches!(value, "true" | "false" | "null" | "yes" | "no")
}

#[cfg(test)]
mod tests {
    use super::is_bare;

    #[test]
    fn numbers_and_signs_are_put_in_quotation_marks() {
        for bare in ["jp-mofa", "3.2.a", "sdg/6", "2024-05-01-signed", "not secured"] {
            assert!(is_bare(bare), "{bare}");
        }
        for quoted in ["3.1", "1", "1e5", "true", "", "- a", "a: b", "#a", "é: "] {
            assert!(!is_bare(quoted), "{quoted}");
        }
    }
}
