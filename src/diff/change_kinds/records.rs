//! Records that came, went, or have another id.

use crate::diff::changes::{Changes, Kind, Renumbered};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::matching::short_form_of;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    changes.added = comparison.added.iter().map(|entry| entry.named()).collect();
    changes.removed = comparison.removed.iter().map(|entry| entry.named()).collect();
    // A short update is called after its item and a number, so its name says nothing of its own.
    let short = |pair: &&Pair<'_>| short_form_of(comparison.after, &pair.new).is_none();
    let renumbered = comparison.pairs.iter().filter(short).filter_map(|pair| {
        Some(Renumbered {
            record: pair.new.named(),
            from: pair.old.id.to_owned(),
            known_by: pair.known_by?,
            moved: pair.new.kind == Kind::Item && above(pair.old.id) != above(pair.new.id),
        })
    });
    changes.renumbered = renumbered.collect();
}

/// What an item stands below: `3.2` for `3.2.a`.
fn above(id: &str) -> &str {
    id.rsplit_once('.').map_or("", |(above, _)| above)
}
