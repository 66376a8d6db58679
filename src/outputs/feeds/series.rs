//! Which file of a feed has which updates: the newest are in the feed, all others in archives of a year (RFC 5005).

use std::ops::Range;

use crate::date::Day;

/// How many updates a feed has at most.
const NEWEST: usize = 50;
/// How many updates an archive has at most.
const ARCHIVE: usize = 200;

/// A feed with its archives.
pub(super) struct Series<T> {
    /// What became known last is first.
    updates: Vec<T>,
    /// The files, in the same order: the feed, then its archives.
    parts: Vec<Part>,
}

/// A file of the series.
struct Part {
    /// Which updates it has.
    range: Range<usize>,
    /// What its name has more than that of the feed: `-2012`, `-2012-2`.
    suffix: String,
}

impl<T: Copy + Ord> Series<T> {
    /// Updates with the days on which they became known, in any order.
    pub(super) fn new(mut updates: Vec<(Day, T)>) -> Self {
        updates.sort_unstable_by(|a, b| b.cmp(a));
        let newest = updates.len().min(NEWEST);
        let mut parts = vec![Part { range: 0..newest, suffix: String::new() }];
        let mut start = newest;
        for year in updates[newest..].chunk_by(|(a, _), (b, _)| a.year() == b.year()) {
            let Some((day, _)) = year.first() else { continue };
            parts.extend(of_year(day.year(), start, year.len()));
            start += year.len();
        }
        Self { updates: updates.into_iter().map(|(_, ix)| ix).collect(), parts }
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The updates of a file, newest first.
    pub(super) fn updates(&self, part: usize) -> &[T] {
        self.parts.get(part).and_then(|part| self.updates.get(part.range.clone())).unwrap_or_default()
    }

    /// The name of a file, from that of the feed: `atom-2012.xml`.
    pub(super) fn name(&self, part: usize, file: &str) -> Option<String> {
        let suffix = &self.parts.get(part)?.suffix;
        let (stem, ending) = file.rsplit_once('.')?;
        Some(format!("{stem}{suffix}.{ending}"))
    }
}

/// The archives of a year, newest first. They are filled from the oldest on, so that one that is full stays as it is when
/// newer updates come, and the first keeps its name.
fn of_year(year: i16, start: usize, count: usize) -> impl Iterator<Item = Part> {
    (1..=count.div_ceil(ARCHIVE)).rev().map(move |number| {
        let end = start + count - (number - 1) * ARCHIVE;
        let range = end.saturating_sub(ARCHIVE).max(start)..end;
        let suffix = if number == 1 { format!("-{year}") } else { format!("-{year}-{number}") };
        Part { range, suffix }
    })
}

#[cfg(test)]
mod tests {
    use super::{ARCHIVE, NEWEST, Series};
    use crate::date::Day;

    fn series(years: &[(i16, usize)]) -> Series<usize> {
        let day = |year: i16| format!("{year}-06-01").parse::<Day>().unwrap();
        let days = years.iter().flat_map(|(year, count)| std::iter::repeat_n(day(*year), *count));
        Series::new(days.enumerate().map(|(at, day)| (day, at)).collect())
    }

    fn names(series: &Series<usize>) -> Vec<(String, usize)> {
        let parts = 0..series.len();
        parts.map(|part| (series.name(part, "atom.xml").unwrap(), series.updates(part).len())).collect()
    }

    #[test]
    fn a_small_feed_has_no_archive() {
        assert_eq!(names(&series(&[])), [("atom.xml".to_owned(), 0)]);
        assert_eq!(names(&series(&[(2012, NEWEST)])), [("atom.xml".to_owned(), NEWEST)]);
    }

    #[test]
    fn what_is_older_is_in_archives_of_its_year() {
        let found = names(&series(&[(2010, 1), (2012, 3), (2013, NEWEST + 1)]));
        let expected =
            [("atom.xml", NEWEST), ("atom-2013.xml", 1), ("atom-2012.xml", 3), ("atom-2010.xml", 1)];
        assert_eq!(found, expected.map(|(name, count)| (name.to_owned(), count)));
    }

    #[test]
    fn an_archive_that_is_full_stays_as_it_is() {
        let before = series(&[(2012, 2 * ARCHIVE + NEWEST)]);
        let after = series(&[(2012, 2 * ARCHIVE + NEWEST + 7)]);
        let expected = [("atom.xml", NEWEST), ("atom-2012-2.xml", ARCHIVE), ("atom-2012.xml", ARCHIVE)];
        assert_eq!(names(&before), expected.map(|(name, count)| (name.to_owned(), count)));
        assert_eq!(names(&after)[1], ("atom-2012-3.xml".to_owned(), 7));
        assert_eq!(before.updates(1), after.updates(2));
        assert_eq!(before.updates(2), after.updates(3));
    }
}
