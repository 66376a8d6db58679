//! Ids from numbers: `(a)` below `(2)` below `3.` is `3.2.a`.

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::{Restart, Roman};
use super::marker::Marker;
use super::node::{joined, prefix};
use super::style::NumberStyle;
use super::verdict::{Doubt, Weight};

/// The ids that are taken, and how new ones are made.
#[derive(Debug)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// Ids that the source has.
    reserved: BTreeSet<String>,
    /// Below which number none is free, for each record.
    newest: BTreeMap<String, u32>,
    /// How many marks were tried for each id that came again: none of those is free.
    marks: BTreeMap<String, u32>,
    restart: Restart,
    roman: Roman,
    /// The styles whose Roman numbers go so far that they would not sort.
    beyond_eight: BTreeSet<NumberStyle>,
    pub(super) doubts: Vec<Doubt>,
}

/// `ix` sorts before `v`.
const LAST_SORTED_ROMAN: u32 = 8;

impl Ids {
    pub(super) fn new<'m>(restart: Restart, roman: Roman, markers: impl Iterator<Item = &'m Marker>) -> Self {
        let far = |marker: &Marker| {
            is_roman(&marker.style) && marker.last().is_some_and(|last| last.value > LAST_SORTED_ROMAN)
        };
        let beyond_eight = markers.filter(|marker| far(marker)).map(|marker| marker.style.clone()).collect();
        Self {
            taken: BTreeSet::new(),
            reserved: BTreeSet::new(),
            newest: BTreeMap::new(),
            marks: BTreeMap::new(),
            restart,
            roman,
            beyond_eight,
            doubts: Vec::new(),
        }
    }

    /// The id of the record that begins on a line, below `parent`; an area has none.
    pub(super) fn of(&mut self, marker: &Marker, parent: Option<&str>, line: usize) -> String {
        self.of_family(marker, parent, line, &[])
    }

    /// The same, where the records beside it have these numbers: one that planbook gives is none of them.
    pub(super) fn of_family(
        &mut self,
        marker: &Marker,
        parent: Option<&str>,
        line: usize,
        family: &[String],
    ) -> String {
        let step = self.step(marker, parent).unwrap_or_else(|| self.next(parent, family));
        let id = self.free(below(parent, &step), parent, marker, line);
        self.taken.insert(id.clone());
        id
    }

    /// The next id that is free below a record.
    pub(super) fn made(&mut self, parent: Option<&str>, family: &[String]) -> String {
        let id = below(parent, &self.next(parent, family));
        self.taken.insert(id.clone());
        id
    }

    /// Keeps an id for the record that has it in the source: no number that planbook makes is it.
    pub(super) fn reserve(&mut self, id: String) {
        self.reserved.insert(id);
    }

    /// Takes an id as it is, if it is free.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// The last step of the id, if the marker has a number.
    fn step(&self, marker: &Marker, parent: Option<&str>) -> Option<String> {
        let last = marker.last()?;
        let roman_as_number = match self.roman {
            Roman::Numbers => true,
            Roman::Keep => false,
            Roman::Auto => parent.is_none() || self.beyond_eight.contains(&marker.style),
        };
        if is_roman(&marker.style) && roman_as_number {
            return Some(last.value.to_string());
        }
        if marker.steps.len() < 2 {
            return Some(last.text.clone());
        }
        let before = prefix(marker);
        let code = before.replace('.', "");
        // `C01.1.2.1` below `c1.c112`, which says `C01.1.2` already.
        let ends = |parent: &str| parent.rsplit('.').next() == Some(code.as_str());
        let same = |parent: &str| parent == before || parent.replace('.', "") == code || ends(parent);
        match marker.style {
            // `HW-03` below area 1 is `1.hw3`: without its letters it would be another number.
            NumberStyle::Code(_) | NumberStyle::CodeAfter(_) if !parent.is_some_and(same) => {
                Some(joined(marker, marker.steps.len()).replace('.', ""))
            }
            _ => Some(last.text.clone()),
        }
    }

    /// The next number that is free below a record.
    fn next(&mut self, parent: Option<&str>, family: &[String]) -> String {
        let newest = self.newest.entry(parent.unwrap_or("").to_owned()).or_insert(1);
        let mut number = *newest;
        let in_text = |number: u32| family.contains(&number.to_string());
        let is_gone = |id: String| self.taken.contains(&id) || self.reserved.contains(&id);
        while is_gone(below(parent, &number.to_string())) || in_text(number) {
            number += 1;
        }
        *newest = number;
        number.to_string()
    }

    /// The id, or one like it when it is taken.
    fn free(&mut self, id: String, parent: Option<&str>, marker: &Marker, line: usize) -> String {
        if !self.taken.contains(&id) {
            return id;
        }
        let elsewhere = marker.steps.len() > 1 && parent.is_some_and(|parent| parent != prefix(marker));
        let other = match self.restart {
            // The last step of a number from elsewhere is no number of this list: `1.2.1` among items of area 1.
            _ if elsewhere => below(parent, &self.next(parent, &[])),
            Restart::Continue => below(parent, &self.next(parent, &[])),
            Restart::Keep => self.marked(&id),
        };
        let written = if marker.written.is_empty() { "this line" } else { &marker.written };
        let said = format!("{id} already exists, so {written} becomes {other} (--restart keep|continue)");
        self.doubts.push(Doubt { weight: Weight::Doubtful, line: Some(line), said });
        other
    }

    /// `3.1b`; a letter takes a number instead: `3.a2`.
    fn marked(&mut self, id: &str) -> String {
        let after_number = id.ends_with(|sign: char| sign.is_ascii_digit());
        let tried = self.marks.entry(id.to_owned()).or_default();
        loop {
            let other = format!("{id}{}", mark(*tried, after_number));
            *tried += 1;
            if !self.taken.contains(&other) {
                return other;
            }
        }
    }
}

/// `b` to `z` and then `z2`, `z3` behind a number; `2`, `3` behind a letter.
fn mark(at: u32, after_number: bool) -> String {
    let letter = u8::try_from(at).ok().and_then(|at| b'b'.checked_add(at)).filter(u8::is_ascii_lowercase);
    match (after_number, letter) {
        (true, Some(letter)) => char::from(letter).to_string(),
        (true, None) => format!("z{}", at - 23),
        (false, _) => (at + 2).to_string(),
    }
}

fn below(parent: Option<&str>, step: &str) -> String {
    parent.map_or_else(|| step.to_owned(), |parent| format!("{parent}.{step}"))
}

/// Whether a number is Roman. That of `Chapter IV` is read as 4 from the first.
fn is_roman(style: &NumberStyle) -> bool {
    matches!(style, NumberStyle::Roman(..))
}

#[cfg(test)]
mod tests {
    use super::{Ids, mark};
    use crate::import::decisions::{Restart, Roman};
    use crate::import::marker;

    #[test]
    fn marks_follow_each_other() {
        let marks = |after_number| [0, 1, 24, 25, 26].map(|at| mark(at, after_number));
        assert_eq!(marks(true), ["b", "c", "z", "z2", "z3"]);
        assert_eq!(marks(false), ["2", "3", "26", "27", "28"]);
    }

    #[test]
    fn a_number_that_comes_again_many_times_gets_an_id_each_time() {
        let mut ids = Ids::new(Restart::Keep, Roman::Auto, std::iter::empty());
        let one = marker::read("1. X").unwrap();
        let made: Vec<String> = (0..20_000).map(|line| ids.of(&one, None, line)).collect();
        assert_eq!(made[..3], ["1", "1b", "1c"]);
        assert_eq!(made.iter().collect::<std::collections::BTreeSet<_>>().len(), made.len());
    }
}
