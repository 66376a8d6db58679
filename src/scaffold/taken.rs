//! Numbers that are taken, and the next one that is free.

use crate::outline::{Count, OutlineId};
use crate::plan::Plan;

/// Says which file has the number of an item already.
pub(super) fn item(id: &OutlineId, plan: &Plan) -> Result<(), String> {
    let Some(there) = plan.items.iter().find(|item| item.document.id == *id) else { return Ok(()) };
    let beside =
        plan.items.iter().map(|item| &item.document.id).filter(|other| other.parent() == id.parent());
    Err(message("item", id, &there.document.record.path, beside))
}

/// The same for the number of an area.
pub(super) fn area(number: &str, plan: &Plan) -> Result<(), String> {
    let numbers = plan.areas.iter().map(|area| &area.document.number.value);
    let there = plan.areas.iter().find(|area| area.document.number.value.as_str() == number);
    let Some(there) = there else { return Ok(()) };
    Err(message("area", &there.document.number.value, &there.document.record.path, numbers))
}

fn message<'a>(
    kind: &str,
    id: &OutlineId,
    path: &str,
    beside: impl Iterator<Item = &'a OutlineId>,
) -> String {
    let text = format!("{kind} {} already exists: {path}", id.as_str());
    match next(id, beside) {
        Some(free) => format!("{text}\n  help: the next free number is {free}"),
        None => text,
    }
}

/// The number after the last one of those that count in the same way.
fn next<'a>(id: &OutlineId, beside: impl Iterator<Item = &'a OutlineId>) -> Option<String> {
    let count = id.count()?;
    let same = |other: Count| match (count, other) {
        (Count::Number(_), Count::Number(number)) => Some(number),
        (Count::Letter(_), Count::Letter(letter)) => Some(letter),
        _ => None,
    };
    let last = beside.filter_map(|other| same(other.count()?)).max()?;
    let last = last.checked_add(1)?;
    let step = match count {
        Count::Number(_) => last.to_string(),
        Count::Letter(_) => {
            let letter = u8::try_from(last).ok().map(char::from);
            letter.filter(char::is_ascii_lowercase)?.to_string()
        }
    };
    Some(id.parent().map_or_else(|| step.clone(), |parent| format!("{}.{step}", parent.as_str())))
}
