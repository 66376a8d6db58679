//! Numbers of lists: Markdown counts from the first one, whatever the others are.

use std::ops::Range;

use super::state::{OpenList, Writer};
use crate::diag::code;

impl Writer<'_> {
    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.lists.push(OpenList { first, entries: 0 });
    }

    pub(super) fn end_list(&mut self) {
        self.lists.pop();
    }

    /// The number of an entry that is not shown as it is written: a year at the start of a line begins a list, and the next
    /// entry has the number behind it. The same number for all entries is a way to let them be counted.
    pub(super) fn look_at_number(&mut self, range: &Range<usize>) {
        let Some(list) = self.lists.last_mut() else { return };
        let (first, entry) = (list.first, list.entries);
        list.entries += 1;
        let Some(first) = first else { return };
        let written = self.text.get(range.clone()).unwrap_or("");
        let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(number) = written[..digits].parse::<u64>() else { return };
        let shown = first + entry;
        if number != shown && number != first {
            self.report(
                code::LOST_TEXT,
                range.start..range.start + digits,
                format!("the number {number} is shown as {shown}: Markdown counts the entries of a list"),
                &format!("write `{number}\\.` for a number that is part of a text, or begin a list of its own with other words between"),
            );
        }
    }

    /// `5*3*2` is emphasis, and the signs are gone.
    pub(super) fn look_at_factors(&mut self, range: &Range<usize>) {
        let inner = self.text.get(range.start + 1..range.end.saturating_sub(1)).unwrap_or("");
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = self.text.get(..range.start).and_then(|text| text.chars().next_back());
        let after = self.text.get(range.end..).and_then(|text| text.chars().next());
        let is_number =
            !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        if is_number && is_digit(before) && is_digit(after) {
            self.report(
                code::LOST_TEXT,
                range.clone(),
                "these asterisks mark emphasis and are on no page",
                "write `×` between numbers, or `\\*` for an asterisk",
            );
        }
    }
}
