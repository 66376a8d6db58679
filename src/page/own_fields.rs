//! Values of the fields that the plan declares for itself, in words.

use super::builder::ViewBuilder;
use super::views::{FieldSumView, OwnFieldView};
use crate::config::FieldDefinition;
use crate::decimal::Decimal;
use crate::facts::Sums;
use crate::parse::{DeclaredValue, FieldValue, Record};
use crate::render::NumberFormat;
use crate::route::Route;
use crate::vocabulary::Audience;

/// A space at which no line breaks: a currency stays with its number.
const NO_BREAK: &str = "\u{a0}";

impl ViewBuilder<'_> {
    /// The values that a record has of declared fields, in the order in which these are declared.
    pub fn own_fields(&self, record: &Record) -> Vec<OwnFieldView> {
        let values = record.own.iter().flat_map(|own| &own.declared);
        values.filter_map(|value| self.own_field(value)).collect()
    }

    fn own_field(&self, value: &DeclaredValue) -> Option<OwnFieldView> {
        let field = self.context.config.fields.get(value.field)?;
        Some(OwnFieldView {
            key: field.key.clone(),
            label: field.label.clone(),
            href: self.field_href(field),
            text: self.field_text(&value.value),
            url: field_url(&value.value).map(str::to_owned),
            internal: value.audience == Audience::Internal,
        })
    }

    /// The page with all values of a field, where there is one.
    pub fn field_href(&self, field: &FieldDefinition) -> Option<String> {
        field.list.then(|| self.href(&Route::within(Route::FIELDS, field.name())))
    }

    /// A value in words.
    pub fn field_text(&self, value: &FieldValue) -> String {
        match value {
            FieldValue::Text(text) | FieldValue::Choice(text) | FieldValue::Url(text) => text.clone(),
            FieldValue::Number(number) => self.number_format().number(number),
            FieldValue::Amount(amount) => {
                [&amount.currency, NO_BREAK, &self.number_format().number(&amount.number)].concat()
            }
            FieldValue::Date(date) => self.date(date).text,
            FieldValue::Boolean(truth) => self.word(if *truth { "yes" } else { "no" }),
        }
    }

    /// Sums in words, one for each currency.
    pub fn sum_texts(&self, sums: &Sums) -> Vec<String> {
        let text = |(currency, number): (&str, &Decimal)| {
            let number = self.number_format().number(number);
            if currency.is_empty() { number } else { [currency, NO_BREAK, &number].concat() }
        };
        sums.iter().map(text).collect()
    }

    /// What fields add up to, of those that have sums; `of` makes the sums of a field by its place in the list.
    pub fn field_sums(&self, of: impl Fn(usize) -> Sums) -> Vec<FieldSumView> {
        let fields = self.context.config.fields.iter().enumerate().filter(|(_, field)| field.sum);
        let view = |(at, field): (usize, &FieldDefinition)| {
            let sums = of(at);
            (!sums.is_empty()).then(|| FieldSumView {
                label: field.label.clone(),
                href: self.field_href(field),
                sums: self.sum_texts(&sums),
            })
        };
        fields.filter_map(view).collect()
    }

    fn number_format(&self) -> NumberFormat {
        NumberFormat::of(self.context.config.language())
    }
}

/// The address that a value is.
pub(crate) fn field_url(value: &FieldValue) -> Option<&str> {
    match value {
        FieldValue::Url(url) => Some(url),
        _ => None,
    }
}
