//! Values of front matter that are others, and that no other kind of change reports.

use super::wording;
use crate::diff::changes::{Changes, Fact, Kind};
use crate::diff::comparison::Comparison;
use crate::diff::raw_fields::{AUDIENCE, RawField};

/// What other kinds of change report: of any record, and of records of one kind.
const REPORTED: &[&str] = &[AUDIENCE];
const REPORTED_OF: &[(Kind, &[&str])] =
    &[(Kind::Item, &["lead", "supporting", "due"]), (Kind::Area, &["lead"]), (Kind::Update, &["assessment"])];

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let Some((old, new)) = &pair.raw_fields else { continue };
        let reported_for =
            REPORTED_OF.iter().filter(|(kind, _)| *kind == pair.new.kind).flat_map(|(_, keys)| *keys);
        let reported: Vec<&&str> = REPORTED.iter().chain(&wording::KEYS).chain(reported_for).collect();
        let differs = old.differs(new).into_iter().filter(|it| !reported.contains(&&it.name));
        let facts = differs.filter(|it| !comparison.follows_a_new_id(it)).map(|it| Fact {
            record: pair.new.named(),
            key: it.name.to_owned(),
            before: it.before.map(value),
            after: it.after.map(value),
        });
        changes.facts.extend(facts);
    }
}

fn value(key: &RawField) -> String {
    key.text.clone()
}
