//! Records in the folder of another kind: what a file is by its keys, and where it belongs.

use super::front_matter;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::fields::{Value, ValueKind, parse_yaml};
use crate::slug::slug;

/// How deep front matter is looked at.
const NESTING: usize = 16;
/// The longest name that is offered, in letters.
const LONGEST: usize = 100;
/// What an item is called in messages.
pub(super) const AN_ITEM: &str = "an item";
/// What an update is called in messages.
pub(super) const AN_UPDATE: &str = "an update";
/// What the messages call a source.
pub(super) const A_SOURCE: &str = "a source";

/// A kind of record that a file is by its keys.
struct Kind {
    what: &'static str,
    /// What says so.
    by: &'static str,
    /// Where such a file belongs.
    place: String,
}

/// Says where a file belongs that has no place where it stands: by its keys, or by a name that begins with a date.
pub(super) fn without_place(file: FileId, path: &str, text: &str) -> Option<Diagnostic> {
    let parts = front_matter::split(text).ok();
    let value = parts.map(|parts| parse_yaml(&text[parts.yaml], file, 0, NESTING).0);
    let kind = value.and_then(|value| kind_of(&value, path)).or_else(|| by_name(path))?;
    // An item in the folder of an area is where it belongs, and lacks its number.
    if kind.what == AN_ITEM && path.starts_with("content/areas/") {
        return None;
    }
    Some(report(path, &kind, Span::new(file, 0..0)))
}

/// Says the same of a file that was read as `what`, and has none of the keys that such a record needs.
pub(super) fn instead_of(what: &str, value: &Value, path: &str, span: Span) -> Option<Diagnostic> {
    let kind =
        kind_of(value, path).filter(|kind| kind.what != what && matches!(what, AN_ITEM | AN_UPDATE))?;
    Some(report(path, &kind, span))
}

fn report(path: &str, kind: &Kind, span: Span) -> Diagnostic {
    let message =
        format!("{path} is {} by its {}, but does not stand where such records stand", kind.what, kind.by);
    Diagnostic::new(code::MISPLACED_FILE, span, message).help(format!("move the file to {}", kind.place))
}

/// The kind that has these keys; nothing when keys of two kinds are there.
fn kind_of(value: &Value, path: &str) -> Option<Kind> {
    let ValueKind::Map(entries) = &value.kind else { return None };
    let get = |key: &str| entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value.kind);
    let has = |key: &str| get(key).is_some();
    let (of_update, of_item, of_agency) = (
        has("date") && (has("items") || has("areas")),
        has("lead") && has("kind"),
        has("name") && has("party"),
    );
    match (of_update, of_item, of_agency) {
        (true, false, false) if !has("lead") => {
            let date = match get("date") {
                Some(ValueKind::Scalar(date)) => Some(date.as_str()),
                _ => None,
            };
            Some(update(path, date))
        }
        (false, true, false) if !has("date") && !has("items") => {
            let place =
                "the folder of its area: content/areas/NAME/, with a name such as 3.1-joint-exercises.md"
                    .to_owned();
            Some(Kind { what: AN_ITEM, by: "keys", place })
        }
        (false, false, true) if !has("title") => {
            let place = format!("content/agencies/{}.md", slug(stem(path), LONGEST));
            Some(Kind { what: "an agency", by: "keys", place })
        }
        _ => None,
    }
}

/// The name of an update begins with its date.
fn by_name(path: &str) -> Option<Kind> {
    let date = date_of(stem(path))?;
    Some(Kind { by: "name", ..update(path, Some(date)) })
}

/// The year, month or day at the start of a name.
fn date_of(name: &str) -> Option<&str> {
    let digits = |part: &str, count: usize| part.len() == count && part.chars().all(|c| c.is_ascii_digit());
    let mut parts = name.splitn(4, '-');
    digits(parts.next()?, 4).then_some(())?;
    let rest = parts.take(2).take_while(|part| digits(part, 2)).count();
    name.get(..(4 + 3 * rest)).filter(|date| date.len() < name.len())
}

fn update(path: &str, date: Option<&str>) -> Kind {
    let stem = stem(path);
    let named = date.filter(|date| date.chars().all(|c| c.is_ascii_digit() || c == '-'));
    let name = match named {
        Some(date) if !stem.starts_with(date) => {
            // The number of an item, or a part of the date.
            let words = match stem.split_once('-') {
                Some((number, words)) if number.contains('.') => words.to_owned(),
                _ => stem.strip_prefix(date_of(stem).unwrap_or_default()).unwrap_or(stem).replace(date, ""),
            };
            format!("{date}-{}", slug(words.trim_matches('-'), LONGEST))
        }
        _ => slug(stem, LONGEST),
    };
    Kind { what: AN_UPDATE, by: "keys", place: format!("content/updates/{name}.md") }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}
