//! Groups of tags, as the plan declares them.

use super::record::is_id;
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, Keys, Value, ValueKind};
use crate::sdg;
use crate::vocabulary::BuiltinTags;

/// A group of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagGroup {
    /// Its key: `place` of `place/north`.
    pub key: Spanned<String>,
    /// What it is called.
    pub title: String,
    /// Its tags, in the order in which they are shown.
    pub values: Vec<TagValue>,
}

/// A tag of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagValue {
    /// Its key: `north` of `place/north`.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Where it is declared: where its group is, if that is built in.
    pub span: Span,
}

/// Reads `tags`. `language` is that of the names of built-in tags.
pub(super) fn read(fields: &mut Fields<'_>, language: &str) -> Vec<TagGroup> {
    let mut groups: Vec<TagGroup> = Vec::new();
    for (key, span, value) in fields.entries("tags") {
        if refused(fields, &key, span) {
            continue;
        }
        let mut entry = fields.nested(format!("the group of tags `{key}`"), value, span);
        let (has_values, has_builtin) = (entry.has("values"), entry.has("builtin"));
        let title = entry.required_text("title", "Where");
        let builtin = entry.choice::<BuiltinTags>("builtin").map(|builtin| builtin.value);
        let either = "write either `values: {north: North shore, south: South shore}` or `builtin: sdg`";
        let problem = |message| Diagnostic::new(code::MISSING_KEY, span, message).help(either);
        match (has_values, has_builtin) {
            (true, true) => {
                let message = format!("the group of tags `{key}` has both `values` and `builtin`");
                entry.report(problem(message));
            }
            (false, false) => {
                let message = format!("the group of tags `{key}` has no `values`");
                entry.report_missing(Keys::OneOf(&["values", "builtin"]), problem(message));
            }
            _ => {}
        }
        let own = values(&mut entry);
        entry.finish();
        let values = match builtin {
            Some(BuiltinTags::Sdg) => goals(language, span),
            None => own,
        };
        groups.extend(title.map(|title| TagGroup {
            key: Spanned::new(key, span),
            title: title.value,
            values,
        }));
    }
    groups
}

/// The 17 goals, each with its number.
fn goals(language: &str, span: Span) -> Vec<TagValue> {
    let goal =
        |(number, name)| TagValue { key: format!("{number}"), title: format!("{number} {name}"), span };
    sdg::goals(language).map(goal).collect()
}

fn values(entry: &mut Fields<'_>) -> Vec<TagValue> {
    let mut values: Vec<TagValue> = Vec::new();
    for (key, span, value) in entry.entries("values") {
        if refused(entry, &key, span) {
            continue;
        }
        match value {
            Value { kind: ValueKind::Scalar(title), .. } if !title.trim().is_empty() => {
                values.push(TagValue { key, title, span });
            }
            Value { span, .. } => {
                let message = format!("the tag `{key}` has no name");
                entry.report(
                    Diagnostic::new(code::WRONG_TYPE, span, message)
                        .help(format!("write its name as one text: `{key}: North shore`")),
                );
            }
        }
    }
    values
}

/// Reports a key that cannot be a part of an address.
fn refused(fields: &mut Fields<'_>, key: &str, span: Span) -> bool {
    let refused = !is_id(key);
    if refused {
        let message = format!("`{key}` cannot be the key of a tag");
        fields.report(
            Diagnostic::new(code::BAD_ID, span, message)
                .help("it is a part of an address: lower case letters a to z, digits and `-`"),
        );
    }
    refused
}
