//! The words of a record: its number as it is written, its title and its text.

use super::decisions::Wrap;
use super::marker;
use super::node::join;
use super::record::ImportedRecord;
use super::titles;

/// Gives a record the words of its lines.
pub(super) fn give(record: &mut ImportedRecord, said: &[String], wrap: Wrap) {
    let Some((first, rest)) = said.split_first() else { return };
    let (written, mut text) = marker::read(first)
        .map_or_else(|| (String::new(), first.clone()), |marker| (marker.written, marker.words));
    for line in rest {
        join(&mut text, line, wrap == Wrap::Keep);
    }
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
