//! Texts that read differently.

use crate::diff::changes::{Changes, Reworded};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::raw_fields::RawFields;
use crate::diff::words;

/// The keys that hold words for readers, the plan's own first.
pub(super) const KEYS: [&str; 5] = ["text", "title", "name", "summary", "note"];

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let Some((old, new)) = &pair.raw_fields else { continue };
        for key in KEYS {
            let text = |written: &RawFields| written.key(key).map(|key| key.text.clone()).unwrap_or_default();
            add(changes, pair, key, &text(old), &text(new));
        }
        add(changes, pair, "body", &words::plain(&old.body), &words::plain(&new.body));
    }
}

fn add(changes: &mut Changes, pair: &Pair<'_>, part: &'static str, before: &str, after: &str) {
    if before == after {
        return;
    }
    changes.reworded.push(Reworded {
        record: pair.new.named(),
        part,
        before: before.to_owned(),
        after: after.to_owned(),
        words: words::compare(before, after),
    });
}
