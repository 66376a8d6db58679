//! Names with the records that they stand for.

#![expect(
    clippy::disallowed_types,
    reason = "names are looked up; where they are listed they are sorted first"
)]

use std::collections::HashMap;

use crate::plan::RecordIx;

/// Names, each with its record. Tens of thousands of them are asked for, and a tree would compare a dozen texts each time:
/// with 10,000 items a plan would take about 30 ms longer, with 1,000 about 2 ms.
pub(super) struct NameMap<'d> {
    records: HashMap<&'d str, RecordIx>,
    has_duplicates: bool,
}

impl<'d> NameMap<'d> {
    /// A map of these; of two with one name, the first is found.
    pub(super) fn new(named: Vec<(&'d str, RecordIx)>) -> Self {
        let count = named.len();
        let mut records = HashMap::with_capacity(count);
        for (name, ix) in named {
            records.entry(name).or_insert(ix);
        }
        let has_duplicates = records.len() < count;
        Self { records, has_duplicates }
    }

    /// What a name stands for.
    pub(super) fn get(&self, name: &str) -> Option<RecordIx> {
        self.records.get(name).copied()
    }

    /// Whether a name was there twice.
    pub(super) fn has_duplicates(&self) -> bool {
        self.has_duplicates
    }

    /// All names with their records, in order of name.
    pub(super) fn sorted(&self) -> Vec<(&'d str, RecordIx)> {
        let mut all: Vec<(&str, RecordIx)> = self.records.iter().map(|(name, ix)| (*name, *ix)).collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::NameMap;
    use crate::plan::{Ix, RecordIx};

    #[test]
    fn the_first_of_two_is_found_and_all_are_listed_in_order() {
        let record = |index| RecordIx::Item(Ix::new(index));
        let map = NameMap::new(vec![("b", record(1)), ("a", record(2)), ("b", record(3))]);
        assert!(map.has_duplicates());
        assert_eq!((map.get("b"), map.get("c")), (Some(record(1)), None));
        assert_eq!(map.sorted(), [("a", record(2)), ("b", record(1))]);
        assert!(!NameMap::new(vec![("a", record(1)), ("b", record(1))]).has_duplicates());
    }
}
