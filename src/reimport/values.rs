//! Values of front matter, compared by what they say and not by how they are written.

use crate::diag::FileId;
use crate::fields::{MapEntry, Value, ValueKind, parse_yaml};
use crate::limits::Limits;
use crate::parse;

/// The front matter of a file, and its text below. Places are bytes from the start of the file.
pub(super) fn of_file(text: &str) -> (Vec<MapEntry>, String) {
    let Some([yaml, body]) = parse::parts(text) else { return (Vec::new(), String::new()) };
    let (value, _) = parse_yaml(&text[yaml.clone()], FileId(0), yaml.start, Limits::DEFAULT.yaml_nesting);
    let entries = if let ValueKind::Map(entries) = value.kind { entries } else { Vec::new() };
    (entries, text[body].trim().to_owned())
}

/// The value of a key.
pub(super) fn value<'e>(entries: &'e [MapEntry], key: &str) -> Option<&'e Value> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// The value of a key that is one text.
pub(super) fn text<'e>(entries: &'e [MapEntry], key: &str) -> Option<&'e str> {
    match &value(entries, key)?.kind {
        ValueKind::Scalar(text) => Some(text),
        _ => None,
    }
}

/// The entries of a mapping.
pub(super) fn entries(value: &Value) -> &[MapEntry] {
    if let ValueKind::Map(entries) = &value.kind { entries } else { &[] }
}

/// The values of a list; one value alone is a list of it.
pub(super) fn list(value: &Value) -> &[Value] {
    if let ValueKind::List(values) = &value.kind { values } else { std::slice::from_ref(value) }
}

/// One space for each white space.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a book says all that a table says. It may say more.
pub(super) fn covers(book: &Value, table: &Value) -> bool {
    match (&book.kind, &table.kind) {
        (ValueKind::Scalar(book), ValueKind::Scalar(table)) => plain(book) == plain(table),
        (ValueKind::Map(book), ValueKind::Map(table)) => {
            table.iter().all(|entry| value(book, &entry.key).is_some_and(|there| covers(there, &entry.value)))
        }
        (_, ValueKind::List(table)) => {
            table.iter().all(|one| list(book).iter().any(|there| covers(there, one)))
        }
        (ValueKind::List(book), _) => book.iter().any(|there| covers(there, table)),
        (_, ValueKind::Null | ValueKind::Refused) => true,
        _ => false,
    }
}

/// A value as it is shown in a sentence.
pub(super) fn shown(value: &Value) -> String {
    const LONGEST: usize = 70;
    let whole = written(value);
    let start: String = whole.chars().take(LONGEST).collect();
    if start.len() < whole.len() { format!("{start}…") } else { whole }
}

fn written(value: &Value) -> String {
    match &value.kind {
        ValueKind::Null | ValueKind::Refused => String::new(),
        ValueKind::Scalar(text) => plain(text),
        ValueKind::List(values) => values.iter().map(written).collect::<Vec<_>>().join("; "),
        ValueKind::Map(entries) => {
            let one = |entry: &MapEntry| format!("{}: {}", entry.key, written(&entry.value));
            format!("{{{}}}", entries.iter().map(one).collect::<Vec<_>>().join(", "))
        }
    }
}
