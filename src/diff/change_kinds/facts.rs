//! Values of front matter that are others, and that no other kind of change reports.

use super::wording;
use crate::diff::changes::{Changes, Fact, IndicatorChange, Kind};
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
            before: it.before.and_then(|key| value(key, &changes.indicators)),
            after: it.after.and_then(|key| value(key, &changes.indicators)),
        });
        let facts: Vec<Fact> = facts.collect();
        changes.facts.extend(facts.into_iter().filter(|fact| fact.before != fact.after));
    }
}

/// The keys of an update that hold numbers of indicators.
const NUMBERS: [&str; 2] = ["values", "new-targets"];

/// The value of a key, without what other kinds of change report of it.
fn value(key: &RawField, numbers: &[IndicatorChange]) -> Option<String> {
    match &key.value.kind {
        ValueKind::List(entries) if NUMBERS.contains(&key.name.as_str()) => {
            let rest = entries.iter().filter_map(|entry| without_number(entry, numbers)).collect();
            let rest = Value { kind: ValueKind::List(rest), span: key.value.span };
            Some(canonical(&rest, false)).filter(|rest| !rest.is_empty())
        }
        ValueKind::Map(_) if NUMBERS.contains(&key.name.as_str()) => {
            without_number(&key.value, numbers).map(|rest| canonical(&rest, false))
        }
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

/// An entry of `values` or `new-targets` without its number, where that is reported as a change of the indicator; `None` when
/// nothing is left that could be another.
fn without_number(entry: &Value, numbers: &[IndicatorChange]) -> Option<Value> {
    let ValueKind::Map(keys) = &entry.kind else { return Some(entry.clone()) };
    let text = |name: &str| match &keys.iter().find(|key| key.key == name)?.value.kind {
        ValueKind::Scalar(text) => Some(text.as_str()),
        _ => None,
    };
    let (indicator, period) = (text("indicator"), text("period"));
    let is_reported = numbers.iter().any(|it| {
        ["target", "value"].contains(&it.what)
            && Some(it.indicator.as_str()) == indicator
            && it.period.as_deref() == period
    });
    if !is_reported {
        return Some(entry.clone());
    }
    let left: Vec<_> = keys.iter().filter(|key| key.key != "value").cloned().collect();
    let says_more = left.iter().any(|key| !["indicator", "period"].contains(&key.key.as_str()));
    says_more.then_some(Value { kind: ValueKind::Map(left), span: entry.span })
}
