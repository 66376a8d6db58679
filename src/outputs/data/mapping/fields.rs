//! The keys of records that begin with `x-`, as data.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::mapper::Mapper;
use crate::config::FieldDefinition;
use crate::fields::{Value, ValueKind};
use crate::outputs::data::types::{FieldData, FieldValueData, Word};
use crate::page::lists;
use crate::parse::{DeclaredValue, FieldValue, Record};
use crate::route::Route;
use crate::vocabulary::Audience;

impl Mapper<'_> {
    /// The fields that the plan declares.
    pub(super) fn declared_fields(self) -> Vec<FieldData> {
        let context = self.context;
        let has_page = |at| lists::has_field(&context.published.plan, &context.config, at);
        let field = |(at, field): (usize, &FieldDefinition)| FieldData {
            key: field.key.clone(),
            label: field.label.clone(),
            on: field.on.iter().copied().map(Word).collect(),
            of_type: Word(field.of_type),
            values: field.values.clone(),
            url: has_page(at).then(|| self.address(&Route::within(Route::FIELDS, field.name()))),
        };
        context.config.fields.iter().enumerate().map(field).collect()
    }

    /// The values that a record has of them, in their order.
    pub(super) fn field_values(self, record: &Record) -> Vec<FieldValueData> {
        let values = record.own.iter().flat_map(|own| &own.declared);
        values.filter_map(|value| self.field_value(value)).collect()
    }

    fn field_value(self, value: &DeclaredValue) -> Option<FieldValueData> {
        let field = self.context.config.fields.get(value.field)?;
        let (text, currency, date) = match &value.value {
            FieldValue::Text(text) | FieldValue::Choice(text) | FieldValue::Url(text) => {
                (text.clone(), None, None)
            }
            FieldValue::Number(number) => (number.text.clone(), None, None),
            FieldValue::Amount(amount) => (amount.number.text.clone(), Some(amount.currency.clone()), None),
            FieldValue::Date(date) => (date.text.clone(), None, Some(date.into())),
            FieldValue::Boolean(truth) => (truth.to_string(), None, None),
        };
        Some(FieldValueData {
            key: field.key.clone(),
            of_type: Word(field.of_type),
            value: text,
            currency,
            date,
            internal: value.audience == Audience::Internal,
        })
    }
}

/// What a record has under keys that are not declared, as it was written.
pub(super) fn extra(record: &Record) -> BTreeMap<String, Json> {
    let extra = record.own.iter().flat_map(|own| &own.extra);
    extra.map(|(key, value)| (key.clone(), json(value))).collect()
}

/// Texts stay texts: `3.10` is no number.
fn json(value: &Value) -> Json {
    match &value.kind {
        ValueKind::Null | ValueKind::Refused => Json::Null,
        ValueKind::Scalar(text) => Json::String(text.clone()),
        ValueKind::List(values) => Json::Array(values.iter().map(json).collect()),
        ValueKind::Map(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}
