//! Numbers of new items and areas.

use super::meaning::One;
use super::reader::Reader;
use crate::fields::meant::plain;
use crate::outline::OutlineId;

impl Reader<'_> {
    /// The number of a new item. `1.4a` can be one; where 1.4 is there and no other number is written so, it is its part a.
    pub fn item_number(&self, text: &str) -> One {
        let number = OutlineId::from_shown(&plain(text).0).filter(|number| number.depth() >= 2);
        let Some(number) = number.filter(|number| number.as_str() != text) else { return One::Right };
        let items = || self.plan.items.iter().map(|item| &item.document.id);
        let is_whole = |id: &OutlineId| OutlineId::from_shown(id.as_str()).as_ref() == Some(id);
        let is_part =
            || number.parent().is_some_and(|parent| items().any(|id| *id == parent)) && items().all(is_whole);
        match OutlineId::parse(text).is_none() || is_part() {
            true => One::Taken(number.as_str().to_owned()),
            false => One::Right,
        }
    }
}

/// The number of a new area: `Area 3` and `03` are 3.
pub(super) fn area_number(text: &str) -> One {
    if OutlineId::parse(text).is_some() {
        return One::Right;
    }
    let (bare, _) = plain(text);
    let number = OutlineId::from_shown(&bare).or_else(|| OutlineId::from_shown(bare.trim_start_matches('0')));
    match number {
        Some(number) => One::Taken(number.as_str().to_owned()),
        None => One::Right,
    }
}
