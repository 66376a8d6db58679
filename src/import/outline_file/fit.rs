//! Which line of an outline file is for which line of the text: that with the same words, as near as can be.

use std::collections::{BTreeMap, VecDeque};

use super::entry::Entry;

/// For each line the entry that is for it, and the entries that are for none.
#[derive(Debug, Default)]
pub(in crate::import) struct Fit {
    pub(in crate::import) entries: Vec<Option<usize>>,
    pub(in crate::import) left: Vec<usize>,
}

/// Matches lines, of which those that say nothing are `None`, with entries.
pub(in crate::import) fn fit(lines: &[Option<String>], entries: &[Entry]) -> Fit {
    let said: Vec<(usize, &str)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.as_deref()?))).collect();
    let mut fit = Fit { entries: vec![None; lines.len()], left: Vec::new() };
    let mut used = vec![false; entries.len()];
    let alike = |line: usize, entry: usize| said[line].1 == entries[entry].text;
    let both = said.len().min(entries.len());
    let begin = (0..both).take_while(|at| alike(*at, *at)).count();
    let end =
        (0..both - begin).take_while(|back| alike(said.len() - 1 - back, entries.len() - 1 - back)).count();
    let mut take = |line: usize, entry: usize| {
        fit.entries[said[line].0] = Some(entry);
        used[entry] = true;
    };
    (0..begin).for_each(|at| take(at, at));
    (0..end).for_each(|back| take(said.len() - 1 - back, entries.len() - 1 - back));
    let (lines, entries_left) = (begin..said.len() - end, begin..entries.len() - end);
    let mut places: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for at in entries_left {
        places.entry(entries[at].text.as_str()).or_default().push_back(at);
    }
    for line in lines {
        let Some(there) = places.get_mut(said[line].1) else { continue };
        // Of several with the same words, as `Objectives`, each is for one line, in their order.
        if let Some(entry) = there.pop_front() {
            take(line, entry);
        }
    }
    fit.left = (0..entries.len()).filter(|at| !used[*at]).collect();
    fit
}

#[cfg(test)]
mod tests {
    use super::super::letter::Letter;
    use super::*;

    fn fitted(lines: &[&str], entries: &[&str]) -> (Vec<Option<usize>>, Vec<usize>) {
        let lines: Vec<Option<String>> =
            lines.iter().map(|line| (!line.is_empty()).then(|| (*line).to_owned())).collect();
        let entries: Vec<Entry> = (1..)
            .zip(entries)
            .map(|(place, text)| Entry {
                letter: Letter::Text,
                id: None,
                number: place,
                text: (*text).to_owned(),
                place,
            })
            .collect();
        let fit = fit(&lines, &entries);
        (fit.entries, fit.left)
    }

    #[test]
    fn lines_are_matched_by_what_they_say() {
        assert_eq!(fitted(&["a", "", "b"], &["a", "b"]), (vec![Some(0), None, Some(1)], vec![]));
        // New lines have no entry, and an entry whose line was deleted is left.
        assert_eq!(fitted(&["a", "new", "c"], &["a", "b", "c"]), (vec![Some(0), None, Some(2)], vec![1]));
        // The same words several times, and lines that moved.
        let both = fitted(&["x", "head", "b", "head", "a"], &["head", "a", "head", "b"]);
        assert_eq!(both, (vec![None, Some(0), Some(3), Some(2), Some(1)], vec![]));
        assert_eq!(fitted(&[], &["a"]), (vec![], vec![0]));
        assert_eq!(fitted(&["a"], &[]), (vec![None], vec![]));
    }
}
