//! What an id, a key or a word is.

use std::ops::Range;

use super::book::Checked;
use super::cursor::Role;
use super::located::{Keyed, Located, locate};
use super::records::{self, Found, plan_for, plan_of};
use crate::facts::Facts;
use crate::text_document::escape;

/// What stands at a place, and what it is, in Markdown.
pub(super) fn hover(checked: &Checked, path: &str, text: &str, at: usize) -> Option<(Range<usize>, String)> {
    match locate(path, text, at, &checked.book.config)? {
        Located::Link { name, .. } => {
            let plan = plan_of(checked.book.plan(), path);
            let found = (plan, records::find(plan, text.get(name.clone())?.trim())?);
            Some((name, described(checked, found)))
        }
        Located::Keyed(keyed) => {
            let range = keyed.cursor.word.clone();
            let word = text.get(range.clone())?.trim();
            let said = of_value(checked, path, &keyed, word).or_else(|| of_key(&keyed, word))?;
            Some((range, said))
        }
    }
}

fn described(checked: &Checked, found: Found<'_>) -> String {
    records::described(found, &Facts::on(found.0, checked.today))
}

fn of_value(checked: &Checked, path: &str, keyed: &Keyed, word: &str) -> Option<String> {
    let held = keyed.held.as_ref()?;
    let plan = plan_of(checked.book.plan(), path);
    if let Some(target) = held.target() {
        let plan = plan_for(checked.book.plan(), path, target);
        let found = records::find_target(plan, target, word, keyed.sibling("edition"))?;
        return Some(described(checked, found));
    }
    if held.is_tag() {
        let tag = plan.tags.iter().flat_map(|group| &group.tags).find(|tag| tag.name == word)?;
        return Some(format!("**{}**\n\nitems {}", escape(&tag.title), tag.items.len()));
    }
    let (word, meaning) =
        held.words().into_iter().find(|(known, meaning)| known == word && !meaning.is_empty())?;
    Some(format!("**{}**\n\n{meaning}", escape(&word)))
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
