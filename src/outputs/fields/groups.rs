//! The records that have a field, in groups by their values.

use std::collections::BTreeMap;

use crate::config::FieldDefinition;
use crate::page::Context;
use crate::parse::{DeclaredValue, FieldValue, Record};
use crate::plan::{Index as _, Plan, RecordIx};
use crate::vocabulary::{FieldHolder, FieldType};

/// Records with one value, or with values of one year or currency.
pub(super) struct Group {
    /// What they have in common.
    pub(super) title: Title,
    /// The records.
    pub(super) records: Vec<RecordIx>,
}

/// What the records of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Title {
    /// A choice, by its place in the list.
    Choice(usize),
    /// Yes, which comes before no.
    Yes,
    /// No.
    No,
    /// A currency, a year or a text.
    Text(String),
    /// Having a value.
    Any,
    /// Having no value.
    None,
}

impl Title {
    /// Whether the values of such a group differ.
    pub(super) fn shows_values(&self, of_type: FieldType) -> bool {
        match self {
            Self::Any => true,
            Self::Text(_) => matches!(of_type, FieldType::Amount | FieldType::Date),
            _ => false,
        }
    }
}

/// The value that a record has of a field.
pub(super) fn value_of(record: &Record, field: usize) -> Option<&DeclaredValue> {
    record.own.as_ref()?.declared.iter().find(|value| value.field == field)
}

/// The records that can have a field: items first, in the order of the plan.
fn holders(plan: &Plan, field: &FieldDefinition) -> Vec<RecordIx> {
    let mut records: Vec<RecordIx> = Vec::new();
    if field.is_on(FieldHolder::Item) {
        records.extend(plan.items.indices().map(RecordIx::Item));
    }
    if field.is_on(FieldHolder::Area) {
        records.extend(plan.areas.indices().map(RecordIx::Area));
    }
    if field.is_on(FieldHolder::Agency) {
        // An edition has those of which it says something.
        records.extend(plan.agencies.indices().map(RecordIx::Agency).filter(|ix| !plan.is_elsewhere(*ix)));
    }
    if field.is_on(FieldHolder::Update) {
        records.extend(plan.updates.indices().map(RecordIx::Update));
    }
    records
}

/// The groups of a field that have records: those without a value come last.
pub(super) fn grouped(context: &Context, at: usize, field: &FieldDefinition) -> Vec<Group> {
    let plan = &context.published.plan;
    let mut groups: BTreeMap<Title, Vec<RecordIx>> = BTreeMap::new();
    for ix in holders(plan, field) {
        let value = plan.record(ix).and_then(|(record, _)| value_of(record, at));
        // Most updates have nothing to say of a field.
        if value.is_none() && matches!(ix, RecordIx::Update(_)) {
            continue;
        }
        groups.entry(title(field, value.map(|value| &value.value))).or_default().push(ix);
    }
    let group = |(title, records): (Title, Vec<RecordIx>)| {
        let mut group = Group { title, records };
        if group.title != Title::None {
            sort(plan, at, &mut group.records);
        }
        group
    };
    groups.into_iter().map(group).collect()
}

fn title(field: &FieldDefinition, value: Option<&FieldValue>) -> Title {
    match value {
        None => Title::None,
        Some(FieldValue::Choice(value)) => {
            Title::Choice(field.values.iter().position(|own| own == value).unwrap_or(usize::MAX))
        }
        Some(FieldValue::Boolean(true)) => Title::Yes,
        Some(FieldValue::Boolean(false)) => Title::No,
        Some(FieldValue::Text(text)) => Title::Text(text.clone()),
        Some(FieldValue::Amount(amount)) => Title::Text(amount.currency.clone()),
        Some(FieldValue::Date(date)) => Title::Text(format!("{:04}", date.earliest.year())),
        Some(FieldValue::Number(_) | FieldValue::Url(_)) => Title::Any,
    }
}

/// Numbers from the largest, dates from the earliest; all others stay in the order of the plan.
fn sort(plan: &Plan, at: usize, records: &mut [RecordIx]) {
    let value = |ix: &RecordIx| {
        let (record, _) = plan.record(*ix)?;
        value_of(record, at).map(|value| &value.value)
    };
    records.sort_by(|a, b| match (value(a), value(b)) {
        (Some(FieldValue::Number(a)), Some(FieldValue::Number(b))) => b.compare(a),
        (Some(FieldValue::Amount(a)), Some(FieldValue::Amount(b))) => b.number.compare(&a.number),
        (Some(FieldValue::Date(a)), Some(FieldValue::Date(b))) => {
            (a.earliest, a.latest).cmp(&(b.earliest, b.latest))
        }
        _ => std::cmp::Ordering::Equal,
    });
}
