//! The fields that a plan declares for itself: `[fields.x-NAME]`.

use super::localized::{Localized, localized};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, Value, ValueKind};
use crate::language_marks::{ORIGINAL, marked};
use crate::vocabulary::{Choice as _, FieldHolder, FieldType};

/// What the names of fields of one's own begin with.
pub const OWN: &str = "x-";
/// How long a name may be: it is a part of an address.
const LONGEST: usize = 60;

/// A field that the plan declares for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDefinition {
    /// Its key in front matter: `x-budget`.
    pub key: String,
    /// Where it is declared.
    pub span: Span,
    /// What readers see, in the language of the pages.
    pub label: String,
    /// The same in every language.
    labels: Localized,
    /// The kinds of record that can have it.
    pub on: Vec<FieldHolder>,
    /// What its values are.
    pub of_type: FieldType,
    /// The values of a choice, in the order in which they are shown.
    pub values: Vec<String>,
    /// Whether the site has a page that lists the records by it.
    pub list: bool,
    /// Whether its values are added up.
    pub sum: bool,
}

impl FieldDefinition {
    /// Its name in addresses: `budget`.
    pub fn name(&self) -> &str {
        self.key.strip_prefix(OWN).unwrap_or(&self.key)
    }

    /// The same field on pages in another language.
    pub(super) fn set_language(&mut self, language: &str) {
        if let Some(label) = self.labels.within(language) {
            label.clone_into(&mut self.label);
        } else {
            self.label = marked(ORIGINAL, &self.labels.own);
        }
    }

    /// Whether records of this kind can have it.
    pub fn is_on(&self, holder: FieldHolder) -> bool {
        self.on.contains(&holder)
    }
}

/// Reads `[fields]`, in the order in which the fields stand there. The first of `languages` is that of the content.
pub(super) fn read(root: &mut Fields<'_>, languages: &[String]) -> Vec<FieldDefinition> {
    let entries = match root.take("fields") {
        None => return Vec::new(),
        Some((_, Value { kind: ValueKind::Map(entries), .. })) => entries,
        Some((span, _)) => {
            let message = "`fields` is a section for each field";
            root.report(
                Diagnostic::new(code::WRONG_TYPE, span, message)
                    .help("write `[fields.x-budget]` and below it `label`, `on` and `type`"),
            );
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for entry in entries {
        if let Some(problem) = wrong_name(&entry.key, entry.key_span) {
            root.report(problem);
            continue;
        }
        let nested = root.nested(format!("the field `{}`", entry.key), entry.value, entry.key_span);
        found.extend(definition(nested, entry.key, entry.key_span, languages));
    }
    found
}

fn wrong_name(key: &str, span: Span) -> Option<Diagnostic> {
    let name = key.strip_prefix(OWN);
    let good = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !name.ends_with('-')
            && name.len() <= LONGEST
    };
    match name {
        Some(name) if good(name) => None,
        None if good(key) => Some(
            Diagnostic::new(code::BAD_FIELD, span, format!("the name of the field `{key}` does not begin with `x-`"))
                .suggest(format!("{OWN}{key}"))
                .help(format!("write `[fields.x-{key}]`, and `x-{key}: …` in the records: `x-` tells your own keys from those of planbook")),
        ),
        _ => Some(
            Diagnostic::new(code::BAD_FIELD, span, format!("`{key}` cannot be the name of a field")).help(
                "the name is a part of an address: `x-`, then lower case letters a to z, digits and `-`, as in `x-budget`",
            ),
        ),
    }
}

fn definition(
    mut fields: Fields<'_>,
    key: String,
    span: Span,
    languages: &[String],
) -> Option<FieldDefinition> {
    let label = label(&mut fields, languages);
    let on = holders(&mut fields);
    let of_type = match fields.has("type") {
        true => fields.choice::<FieldType>("type"),
        false => {
            fields.missing("type", "\"text\"");
            None
        }
    };
    let values = values(&mut fields, &key, of_type.as_ref(), span);
    let list = fields.truth("list").is_some_and(|list| list.value);
    let sum = sum(&mut fields, &key, of_type.as_ref(), &on);
    fields.finish();
    let (label, of_type, on) = (label?, of_type?.value, on?);
    Some(FieldDefinition {
        key,
        span,
        label: label.own.clone(),
        labels: label,
        on,
        of_type,
        values,
        list,
        sum,
    })
}

/// One text for all languages, or one for each.
fn label(fields: &mut Fields<'_>, languages: &[String]) -> Option<Localized> {
    if !fields.has("label") {
        fields.missing("label", "\"Budget\"");
        return None;
    }
    localized(fields, "label", languages, "Budget", code::BAD_FIELD)
}

fn holders(fields: &mut Fields<'_>) -> Option<Vec<FieldHolder>> {
    let words: Vec<&str> = FieldHolder::CHOICES.iter().map(|(word, _)| *word).collect();
    if !fields.has("on") {
        fields.missing("on", "[\"item\"]");
        return None;
    }
    let span = fields.key_span("on").unwrap_or_else(|| fields.span());
    let written = fields.texts("on");
    if written.is_empty() {
        let message = "`on` names no kind of record";
        let help = format!("write one or more of {}, as in `on = [\"item\"]`", words.join(", "));
        fields.report(Diagnostic::new(code::BAD_FIELD, span, message).help(help));
        return None;
    }
    let mut on: Vec<FieldHolder> = Vec::new();
    for word in &written {
        let holder = fields.choose::<FieldHolder>("on", word)?.value;
        if !on.contains(&holder) {
            on.push(holder);
        }
    }
    Some(on)
}

fn values(
    fields: &mut Fields<'_>,
    key: &str,
    of_type: Option<&Spanned<FieldType>>,
    span: Span,
) -> Vec<String> {
    let place = fields.key_span("values").unwrap_or(span);
    let written = fields.texts("values");
    let is_choice = of_type.is_none_or(|of_type| of_type.value == FieldType::Choice);
    let mut values: Vec<String> = Vec::new();
    for value in written {
        let problem = match () {
            () if value.value.trim().is_empty() => "is empty",
            () if value.value.trim() != value.value => "begins or ends with a space",
            () if values.contains(&value.value) => "is there twice",
            () => {
                values.push(value.value);
                continue;
            }
        };
        let message = format!("a value of the field `{key}` {problem}");
        fields.report(
            Diagnostic::new(code::BAD_FIELD, value.span, message)
                .help("write each value once, as it stands in the records"),
        );
    }
    let problem = |message: String, help: &str| Diagnostic::new(code::BAD_FIELD, place, message).help(help);
    if is_choice && values.is_empty() && of_type.is_some() {
        fields.report(problem(
            format!("the field `{key}` is a choice without values"),
            "write the values that records can have: `values = [\"secured\", \"not secured\"]`",
        ));
    }
    if !is_choice && !values.is_empty() {
        fields.report(problem(
            format!("the field `{key}` has values, and is no choice"),
            "write `type = \"choice\"`, or remove `values`",
        ));
    }
    values
}

fn sum(
    fields: &mut Fields<'_>,
    key: &str,
    of_type: Option<&Spanned<FieldType>>,
    on: &Option<Vec<FieldHolder>>,
) -> bool {
    let Some(sum) = fields.truth("sum").filter(|sum| sum.value) else { return false };
    let can = |of_type: FieldType| matches!(of_type, FieldType::Number | FieldType::Amount);
    let is_number = of_type.is_none_or(|of_type| can(of_type.value));
    let is_on_items = on.as_ref().is_none_or(|on| on.contains(&FieldHolder::Item));
    let (message, help) = match (is_number, is_on_items) {
        (false, _) => (
            format!("the values of the field `{key}` cannot be added up"),
            "remove `sum`, or write `type = \"number\"` or `type = \"amount\"`",
        ),
        (_, false) => (
            format!("the field `{key}` adds up values of items, and is not on items"),
            "remove `sum`, or add \"item\" to `on`",
        ),
        _ => return true,
    };
    fields.report(Diagnostic::new(code::BAD_FIELD, sum.span, message).help(help));
    false
}
