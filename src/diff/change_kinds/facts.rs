//! Values of front matter that are others, and that no other kind of change reports.

use super::wording;
use crate::diff::changes::{Changes, Fact, Kind};
use crate::diff::comparison::Comparison;
use crate::diff::raw_fields::{AUDIENCE, RawField, canonical};
use crate::fields::{Value, ValueKind};

/// What other kinds of change report: of any record, and of records of one kind.
const REPORTED: &[&str] = &[AUDIENCE];
const REPORTED_OF: &[(Kind, &[&str])] = &[
    (Kind::Item, &["lead", "supporting", "due", "milestones"]),
    (Kind::Area, &["lead"]),
    (Kind::Update, &["assessment"]),
];

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let Some((old, new)) = &pair.raw_fields else { continue };
        let reported_for =
            REPORTED_OF.iter().filter(|(kind, _)| *kind == pair.new.kind).flat_map(|(_, keys)| *keys);
        let reported: Vec<&&str> = REPORTED.iter().chain(&wording::KEYS).chain(reported_for).collect();
        let differs = old.differs(new).into_iter().filter(|it| !reported.contains(&&it.name));
        let facts = differs.filter(|it| !comparison.names_the_same(it)).map(|it| Fact {
            record: pair.new.named(),
            key: it.name.to_owned(),
            before: it.before.and_then(value),
            after: it.after.and_then(value),
        });
        changes.facts.extend(facts.filter(|fact| fact.before != fact.after));
    }
}

/// The value of a key, without what other kinds of change report of it.
fn value(key: &RawField) -> Option<String> {
    match &key.value.kind {
        ValueKind::List(entries) if key.name == "indicators" && entries.iter().any(has_id) => {
            let texts = entries.iter().filter(|entry| !has_id(entry));
            let texts = Value { kind: ValueKind::List(texts.cloned().collect()), span: key.value.span };
            Some(canonical(&texts, false)).filter(|texts| !texts.is_empty())
        }
        ValueKind::Map(_) if key.name == "indicators" && has_id(&key.value) => None,
        _ => Some(key.text.clone()),
    }
}

/// Whether an entry of a list is an indicator with numbers, and no text.
fn has_id(entry: &Value) -> bool {
    matches!(&entry.kind, ValueKind::Map(keys) if keys.iter().any(|key| key.key == "id"))
}
