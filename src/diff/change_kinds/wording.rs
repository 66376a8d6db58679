//! Texts that read differently.

use crate::diff::blocks;
use crate::diff::changes::{Changes, OnlyChange, Reworded};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::look_alike;
use crate::diff::raw_fields::{NOTE, RawFields};
use crate::diff::words;

/// The keys that hold words for readers, the plan's own first.
pub(super) const KEYS: [&str; 5] = ["text", "title", "name", "summary", NOTE];
/// The text below the keys.
const BODY: &str = "body";

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let Some((old, new)) = &pair.raw_fields else { continue };
        for key in KEYS {
            let text = |written: &RawFields| {
                written.key(key).map(|key| key.written().to_owned()).unwrap_or_default()
            };
            changes.reworded.extend(reworded(pair, key, &text(old), &text(new)));
        }
        changes.reworded.extend(reworded(pair, BODY, &old.body, &new.body));
    }
}

fn reworded(pair: &Pair<'_>, part: &'static str, before: &str, after: &str) -> Option<Reworded> {
    let has_blocks = matches!(part, NOTE | BODY);
    if has_blocks && blocks::are_same(before, after) {
        return None;
    }
    let line = (words::on_one_line(before), words::on_one_line(after));
    let (only, (before, after)) = match line {
        (before, after) if before != after => (look_alike::only(&before, &after), (before, after)),
        // The same words, but not the same text: what it is made of is shown too.
        _ if has_blocks => (Some(OnlyChange::Blocks), (blocks::shown(before), blocks::shown(after))),
        _ => return None,
    };
    let words = words::compare(&before, &after);
    Some(Reworded { record: pair.new.named(), part, only, before, after, words })
}
