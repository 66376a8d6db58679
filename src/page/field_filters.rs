//! Declared fields that tables of items can be filtered by: those with a list whose values are few.

use super::context::Context;
use super::views::{FieldFilter, TagChoice};
use crate::config::FieldDefinition;
use crate::facts::field_value;
use crate::parse::{FieldValue, Record};
use crate::plan::{Index as _, Item, Ix};
use crate::vocabulary::{FieldHolder, FieldType};

/// The fields that some items have, each with the values that they have of it.
pub(crate) fn filters_of(context: &Context, items: &[Ix<Item>]) -> Vec<FieldFilter> {
    let plan = &context.published.plan;
    let filter = |(at, field): (usize, &FieldDefinition)| {
        let has = |choice: &TagChoice| {
            let key = |ix: &Ix<Item>| value_key(&plan.items.at(*ix).document.record, at, field);
            items.iter().any(|ix| key(ix).is_some_and(|key| key == choice.key))
        };
        let choices: Vec<TagChoice> = choices(context, field).filter(has).collect();
        (!choices.is_empty()).then(|| FieldFilter { label: field.label.clone(), choices })
    };
    filters(context).filter_map(filter).collect()
}

/// What a row of an item says of its values, for the script: `phase=1`.
pub(super) fn values_of(context: &Context, record: &Record) -> Vec<String> {
    filters(context).filter_map(|(at, field)| value_key(record, at, field)).collect()
}

fn filters(context: &Context) -> impl Iterator<Item = (usize, &FieldDefinition)> {
    let fields = context.config.fields.iter().enumerate();
    fields.filter(|(_, field)| field.list && field.is_on(FieldHolder::Item) && has_few_values(field))
}

fn has_few_values(field: &FieldDefinition) -> bool {
    matches!(field.of_type, FieldType::Choice | FieldType::Boolean)
}

/// All values that a field can have, in the order of its page.
fn choices<'c>(context: &'c Context, field: &'c FieldDefinition) -> impl Iterator<Item = TagChoice> + 'c {
    let (values, truths): (&[String], &[bool]) = match field.of_type {
        FieldType::Boolean => (&[], &[true, false]),
        _ => (&field.values, &[]),
    };
    let truth = |truth: &bool| {
        let text = context.theme.messages.get(if *truth { "yes" } else { "no" });
        TagChoice { key: key(field, usize::from(*truth)), text: text.to_owned() }
    };
    let choice = |(at, text): (usize, &String)| TagChoice { key: key(field, at), text: text.clone() };
    values.iter().enumerate().map(choice).chain(truths.iter().map(truth))
}

fn value_key(record: &Record, at: usize, field: &FieldDefinition) -> Option<String> {
    let place = match field_value(record, at)? {
        FieldValue::Boolean(truth) => usize::from(*truth),
        FieldValue::Choice(value) => field.values.iter().position(|own| own == value)?,
        _ => return None,
    };
    Some(key(field, place))
}

/// Values can have any letters, so that a number stands for each.
fn key(field: &FieldDefinition, place: usize) -> String {
    format!("{}={place}", field.name())
}
