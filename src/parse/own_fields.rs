//! The keys of a record that begin with `x-`: values of the fields that `book.toml` declares, and all others.

use super::field_value::{FieldValue, NotAValue, example_of_field, typed};
use super::misplaced::{AN_ITEM, AN_UPDATE};
use crate::config::FieldDefinition;
use crate::date::FiscalYear;
use crate::diag::{Diagnostic, Span, Spanned, code, guess};
use crate::fields::{Fields, Value, ValueKind};
use crate::vocabulary::{Audience, FieldHolder};

/// What is called an area in messages.
pub(super) const AN_AREA: &str = "an area";
/// What is called an agency in messages.
pub(super) const AN_AGENCY: &str = "an agency";

/// The keys of a record that begin with `x-`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFields {
    /// The values of declared fields, in the order in which these are declared.
    pub declared: Vec<DeclaredValue>,
    /// What stands under other keys, in the order of the keys.
    pub extra: Vec<(String, Value)>,
}

/// The value of a declared field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredValue {
    /// The place of the field in the list of those that are declared.
    pub field: usize,
    /// The value.
    pub value: FieldValue,
    /// Who may see it.
    pub audience: Audience,
}

/// What the keys are read by.
#[derive(Clone, Copy)]
pub(super) struct FieldRules<'a> {
    /// What is declared.
    pub(super) fields: &'a [FieldDefinition],
    /// The month in which the plan's fiscal year begins.
    pub(super) fiscal_year: FiscalYear,
}

/// Reads the keys of a record, which `what` names: "an item". Nothing is kept of a record that has none.
pub(super) fn read(fields: &mut Fields<'_>, what: &str, rules: FieldRules<'_>) -> Option<Box<OwnFields>> {
    let keys = fields.own();
    if keys.is_empty() {
        return None;
    }
    let mut own = OwnFields::default();
    for (key, span, value) in keys {
        let declared = rules.fields.iter().position(|field| field.key == key);
        let Some((at, field)) = declared.and_then(|at| Some((at, rules.fields.get(at)?))) else {
            fields.report_some(misspelt(&key, span, rules.fields));
            if value.kind != ValueKind::Null {
                own.extra.push((key, value));
            }
            continue;
        };
        if !holder(what).is_some_and(|holder| field.is_on(holder)) {
            fields.report(misplaced(field, what, span));
        } else if let Some(value) = declared_value(fields, field, at, value, rules) {
            own.declared.push(value);
        }
    }
    own.declared.sort_by_key(|value| value.field);
    (!own.declared.is_empty() || !own.extra.is_empty()).then(|| Box::new(own))
}

fn holder(what: &str) -> Option<FieldHolder> {
    match what {
        AN_ITEM => Some(FieldHolder::Item),
        AN_AREA => Some(FieldHolder::Area),
        AN_UPDATE => Some(FieldHolder::Update),
        AN_AGENCY => Some(FieldHolder::Agency),
        _ => None,
    }
}

/// A value, or a mapping with the value and who may see it.
fn declared_value(
    fields: &mut Fields<'_>,
    field: &FieldDefinition,
    at: usize,
    value: Value,
    rules: FieldRules<'_>,
) -> Option<DeclaredValue> {
    let key = &field.key;
    let (text, audience) = match value.kind {
        ValueKind::Scalar(text) => (Spanned::new(text, value.span), Audience::Public),
        ValueKind::Map(_) => {
            let span = value.span;
            let mut entry = fields.nested(format!("the value of `{key}`"), value, span);
            let text = entry.required_text("value", example_of_field(field));
            let audience = entry.audience();
            entry.finish();
            (text?, audience)
        }
        _ => {
            let message = match value.kind {
                ValueKind::Null => format!("`{key}` has no value"),
                _ => format!("`{key}` takes one value, but this is a list"),
            };
            let help =
                format!("write one value, such as `{key}: {}`, or remove the line", example_of_field(field));
            fields.report(Diagnostic::new(code::BAD_FIELD_VALUE, value.span, message).help(help));
            return None;
        }
    };
    match typed(field, &text.value, rules.fiscal_year) {
        Ok(value) => Some(DeclaredValue { field: at, value, audience }),
        Err(why) => {
            fields.report(wrong_value(field, &text, &why));
            None
        }
    }
}

fn wrong_value(field: &FieldDefinition, text: &Spanned<String>, problem: &NotAValue) -> Diagnostic {
    let message = format!("`{}` is not a value of `{}`: {}", text.value, field.key, problem.why);
    let help = match field.values.is_empty() {
        true => format!("write it as in `{}: {}`", field.key, example_of_field(field)),
        false => format!("the values are {}; book.toml declares them", field.values.join(", ")),
    };
    let found = Diagnostic::new(code::BAD_FIELD_VALUE, text.span, message).help(help);
    match &problem.instead {
        Some(instead) if problem.certain => found.fix(instead),
        Some(instead) => found.suggest(instead),
        None => found.suggest_from(&text.value, field.values.iter().map(String::as_str)),
    }
}

fn misplaced(field: &FieldDefinition, what: &str, span: Span) -> Diagnostic {
    let on: Vec<&str> = field.on.iter().map(|holder| holder.word()).collect();
    let message = format!("{what} cannot have the field `{}`", field.key);
    let add = match holder(what) {
        Some(holder) => format!(", or add \"{}\" to `on` in book.toml", holder.word()),
        None => String::new(),
    };
    Diagnostic::new(code::MISPLACED_FIELD, span, message)
        .label(field.span, "declared here")
        .help(format!("it is declared for: {}; move it to such a record{add}", on.join(", ")))
}

/// A key that is nearly that of a declared field.
fn misspelt(key: &str, span: Span, fields: &[FieldDefinition]) -> Option<Diagnostic> {
    let name = key.strip_prefix(crate::config::OWN)?;
    let meant = guess(name, fields.iter().map(FieldDefinition::name))?;
    let field = fields.iter().find(|field| field.name() == meant.word)?;
    let message = format!("book.toml declares no field `{key}`, but one with nearly the same name");
    let problem =
        Diagnostic::new(code::UNDECLARED_FIELD, span, message).label(field.span, "declared here").help(
            "no page shows the value of a field that is not declared; correct the name, or declare the field",
        );
    Some(match meant.certain {
        true => problem.fix(&field.key),
        false => problem.suggest(&field.key),
    })
}
