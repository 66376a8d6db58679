//! Values of front matter that are others, and of which no other kind of change tells.

use super::wording;
use crate::diff::changes::{Changes, Fact, Kind};
use crate::diff::comparison::Comparison;
use crate::diff::written::{AUDIENCE, Key};

/// What other kinds of change tell: of any record, and of records of one kind.
const TOLD: &[&str] = &[AUDIENCE];
const TOLD_OF: &[(Kind, &[&str])] =
    &[(Kind::Item, &["lead", "supporting", "due"]), (Kind::Area, &["lead"]), (Kind::Update, &["assessment"])];

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let Some((old, new)) = &pair.written else { continue };
        let told_of = TOLD_OF.iter().filter(|(kind, _)| *kind == pair.new.kind).flat_map(|(_, keys)| *keys);
        let told: Vec<&&str> = TOLD.iter().chain(&wording::KEYS).chain(told_of).collect();
        let facts = old.differs(new).into_iter().filter(|it| !told.contains(&&it.name)).map(|it| Fact {
            record: pair.new.named(),
            key: it.name.to_owned(),
            before: it.before.map(value),
            after: it.after.map(value),
        });
        changes.facts.extend(facts);
    }
}

fn value(key: &Key) -> String {
    key.text.clone()
}
