//! What the public may see of a value: the audience filter within a record.

use super::{MapEntry, Value, ValueKind};
use crate::vocabulary::{Audience, FENCE};

/// The key that says who may see the mapping that it stands in.
pub(super) const AUDIENCE: &str = "audience";

/// Whether anything below the outermost mapping may be hidden from the public: a mapping that is not for it, or a text
/// with what could bound a block. Looks at values, not at what was written: YAML has several ways to write a word.
pub fn may_hold_internal(root: &Value) -> bool {
    let ValueKind::Map(entries) = &root.kind else { return false };
    entries.iter().any(|entry| holds(&entry.value))
}

fn holds(value: &Value) -> bool {
    match &value.kind {
        ValueKind::Scalar(text) => text.contains(FENCE),
        ValueKind::List(values) => values.iter().any(holds),
        ValueKind::Map(entries) => is_closed(entries) || entries.iter().any(|entry| holds(&entry.value)),
        ValueKind::Null | ValueKind::Refused => false,
    }
}

/// Whether a value is a mapping that says that it is not for the public.
pub fn is_internal(value: &Value) -> bool {
    matches!(&value.kind, ValueKind::Map(entries) if is_closed(entries))
}

/// A misspelt word is reported elsewhere; until it is fixed it counts as internal.
fn is_closed(entries: &[MapEntry]) -> bool {
    let public =
        |value: &Value| matches!(&value.kind, ValueKind::Scalar(word) if word == Audience::Public.word());
    entries.iter().any(|entry| entry.key == AUDIENCE && !public(&entry.value))
}

/// Takes out every mapping below the outermost one that is not for the public: of a list its entry, of a key the whole
/// key, as somebody would who deletes them by hand. Returns how many there were. Entries of the list `records` stay,
/// without what is internal in them: they are records, and who reads them decides.
pub fn take_out_internal(root: &mut Value, records: &str) -> usize {
    let ValueKind::Map(entries) = &mut root.kind else { return 0 };
    let mut gone = 0;
    entries.retain_mut(|entry| match &mut entry.value.kind {
        ValueKind::List(values) if entry.key == records => {
            values.iter_mut().for_each(|value| gone += take_out_internal(value, ""));
            true
        }
        _ => keep(&mut entry.value, &mut gone),
    });
    gone
}

/// Whether a value stays, without what is internal in it.
fn keep(value: &mut Value, gone: &mut usize) -> bool {
    match &mut value.kind {
        ValueKind::List(values) => {
            values.retain_mut(|value| keep(value, gone));
            true
        }
        ValueKind::Map(entries) => {
            if is_closed(entries) {
                *gone += 1;
                return false;
            }
            entries.retain_mut(|entry| keep(&mut entry.value, gone));
            true
        }
        ValueKind::Null | ValueKind::Refused | ValueKind::Scalar(_) => true,
    }
}
