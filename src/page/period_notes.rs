//! That a plan does not hold on a day, in words.

use super::views::DateView;
use crate::date::{Date, Day};
use crate::facts::{ended, not_adopted};
use crate::plan::Plan;
use crate::render::Messages;

/// That the plan was not adopted yet on a day.
pub(super) fn not_adopted_note(plan: &Plan, day: Day, words: &Messages) -> Option<String> {
    let adopted = DateView::new(not_adopted(plan, day)?, words);
    let date = DateView::new(&Date::day(day), words);
    Some(words.with("plan-not-adopted", &[("date", &date.text), ("adopted", &adopted.text)]))
}

/// That the plan had ended by a day.
pub(super) fn ended_note(plan: &Plan, day: Day, words: &Messages) -> Option<String> {
    let date = DateView::new(&Date::day(ended(plan, day)?), words);
    Some(words.with("plan-ended", &[("date", &date.text)]))
}
