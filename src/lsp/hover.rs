//! What somebody points at: an id, a key or a word.

use std::ops::Range;

use super::book::Checked;
use super::cursor::Role;
use super::located::{Keyed, Located, locate};
use super::records::{self, Found, plan_for, plan_of};
use crate::markdown::path_from;
use crate::text_document::escape;

/// What somebody points at.
pub(super) enum Pointed<'p> {
    Record(Found<'p>),
    Tag(String),
    /// What a key or a word means, in Markdown.
    Meaning(String),
}

/// What stands at a place.
pub(super) fn pointed<'p>(
    checked: &'p Checked,
    path: &str,
    text: &str,
    at: usize,
) -> Option<(Range<usize>, Pointed<'p>)> {
    match locate(path, text, at, &checked.book.config)? {
        Located::Link { name, .. } => {
            let plan = plan_of(checked.book.plan(), path);
            let found = (plan, records::find(plan, text.get(name.clone())?.trim(), |_| true)?);
            Some((name, Pointed::Record(found)))
        }
        Located::File { path: address, .. } => {
            let file = path_from(path, text.get(address.clone())?)?;
            Some((address, Pointed::Record(records::at_path(checked.book.plan(), &file)?)))
        }
        Located::Keyed(keyed) => {
            let range = keyed.cursor.word.clone();
            let word = text.get(range.clone())?.trim();
            let found = of_value(checked, path, &keyed, word);
            Some((range, found.or_else(|| of_key(&keyed, word).map(Pointed::Meaning))?))
        }
    }
}

fn of_value<'p>(checked: &'p Checked, path: &str, keyed: &Keyed, word: &str) -> Option<Pointed<'p>> {
    let held = keyed.held.as_ref()?;
    if let Some(target) = held.target() {
        let plan = plan_for(checked.book.plan(), path, target);
        let found = records::find_target(plan, target, word, keyed.sibling("edition"))?;
        return Some(Pointed::Record(found));
    }
    if held.is_tag() {
        return Some(Pointed::Tag(word.to_owned()));
    }
    let (word, meaning) =
        held.words().into_iter().find(|(known, meaning)| known == word && !meaning.is_empty())?;
    Some(Pointed::Meaning(format!("**{}**\n\n{meaning}", escape(&word))))
}

fn of_key(keyed: &Keyed, word: &str) -> Option<String> {
    if keyed.cursor.role == Role::Value {
        return None;
    }
    let key = keyed.choices().into_iter().find(|key| key.name == word)?;
    let sign = if keyed.is_settings { " =" } else { ":" };
    let example = match key.example {
        "" => String::new(),
        example => format!("\n\n`{}{sign} {example}`", key.name),
    };
    Some(format!("**{}**\n\n{}{example}", escape(&key.name), key.meaning))
}
