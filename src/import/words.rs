//! The words of a record: its number as it is written, its title and its text.

use std::collections::BTreeSet;

use super::decisions::Wrap;
use super::marker;
use super::node::join;
use super::record::ImportedRecord;
use super::titles;

/// Gives a record the words of its lines. `levels` are the words that the text has before numbers.
pub(super) fn give(record: &mut ImportedRecord, said: &[String], levels: &BTreeSet<String>, wrap: Wrap) {
    let mut lines = said.iter();
    let mut first = lines.next().cloned().unwrap_or_default();
    // Bold words may end on a line below.
    while first.matches("**").count() % 2 == 1
        && let Some(next) = lines.next()
    {
        join(&mut first, next, false);
    }
    let marker = marker::read_with(&first, levels);
    let (written, mut text) =
        marker.map_or_else(|| (String::new(), first), |marker| (marker.written, marker.words));
    for line in lines {
        join(&mut text, line, wrap == Wrap::Keep);
    }
    let text = without_marks(&text);
    record.written = written;
    if text.is_empty() {
        let number = format!("Number {}", record.id);
        record.title = if record.written.is_empty() { number } else { record.written.clone() };
        record.title_is_cut = true;
        return;
    }
    // An area has its title word for word.
    if record.depth == 0 {
        record.title = text;
        return;
    }
    (record.title, record.title_is_cut) = titles::of(&text);
    record.text = Some(text);
}

/// Words without the marks that a converted paper has around them: `### `, `**`, `[Title](x)`, `*Springs:*`.
fn without_marks(text: &str) -> String {
    let bare = text.trim_start_matches('#');
    let text = if bare.starts_with(' ') { bare.trim_start() } else { text };
    let stars = text.replace("***", "").replace("**", "");
    let single = stars.matches('*').count();
    let emphasis = single > 0 && single.is_multiple_of(2) && !stars.contains(" * ");
    let plain = if emphasis { stars.replace('*', "") } else { stars };
    without_link(&plain)
}

/// `[Title](address)`, when nothing else is there.
fn without_link(text: &str) -> String {
    let inner =
        text.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once("]("));
    match inner {
        Some((title, address)) if !address.contains(['(', ' ']) && !title.contains(['[', ']']) => {
            title.to_owned()
        }
        _ => text.to_owned(),
    }
}
