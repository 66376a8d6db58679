//! The lists of a translation, and what says nothing in it.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Span, code};
use crate::fields::{Value, ValueKind};

/// A list as a translation has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenList {
    /// How many entries it has.
    pub(super) entries: usize,
    /// The last of them that says something, counted from 1.
    pub(super) last: usize,
    /// Where it stands.
    pub(super) span: Span,
}

/// Notes the lists of a value, and reports keys and texts that say nothing.
pub(super) fn look_through(
    value: &Value,
    path: &str,
    lists: &mut BTreeMap<String, WrittenList>,
    problems: &mut Vec<Diagnostic>,
) {
    match &value.kind {
        ValueKind::List(values) => {
            let last = values.iter().rposition(|value| !is_empty(value)).map_or(0, |at| at + 1);
            lists.insert(path.to_owned(), WrittenList { entries: values.len(), last, span: value.span });
            for (at, value) in values.iter().enumerate().filter(|(_, value)| !is_empty(value)) {
                look_through(value, &format!("{path}.{}", at + 1), lists, problems);
            }
        }
        ValueKind::Map(entries) => {
            for entry in entries {
                look_through(&entry.value, &[path, ".", &entry.key].concat(), lists, problems);
            }
        }
        _ if is_empty(value) => {
            let message = format!("`{path}` has no text in this translation");
            let problem = Diagnostic::new(code::TRANSLATION_UNCLEAR, value.span, message);
            problems
                .push(problem.help(
                    "write the translation, or remove the key: what has none is shown in the original",
                ));
        }
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match &value.kind {
        ValueKind::Null => true,
        ValueKind::Scalar(text) => text.trim().is_empty(),
        _ => false,
    }
}
