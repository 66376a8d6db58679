//! Agencies and forums in groups, as one run of rows that is shown in pages.

use std::ops::Range;

use crate::page::views::BodyGroup;

/// Keeps the rows that a page shows, and the groups that have any of them.
pub(super) fn cut(groups: &mut Vec<BodyGroup>, range: Range<usize>) {
    let mut place = 0;
    for group in groups.iter_mut() {
        group.rows.retain(|_| {
            place += 1;
            range.contains(&(place - 1))
        });
    }
    groups.retain(|group| !group.rows.is_empty());
}
