//! Where the levels of a reading could be others: each level is held against what its records have in common.

use std::collections::BTreeMap;

use super::shape::{Placed, Shape};
use crate::import::node::prefix;
use crate::import::style::NumberStyle;
use crate::import::verdict::{Doubt, Weight};

/// No kind of doubt has more lines than these in one reading: more would hide the others.
const MOST: usize = 2;

/// What looks no more like a heading than this is probably a sentence.
const NOTE: usize = 4;

/// Looks at the levels of a reading.
pub(super) fn of(shape: &Shape) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for found in [
        made_areas(shape),
        records_with_text_only(shape),
        numbers_begin_below_text(shape),
        odd_text(shape),
        one_style_at_two_levels(shape),
        two_styles_in_one_list(shape),
        much_longer(shape),
        uneven(shape),
    ] {
        doubts.extend(found.into_iter().take(MOST));
    }
    doubts
}

fn doubt(weight: Weight, line: usize, said: impl Into<String>) -> Doubt {
    Doubt { weight, line: Some(line), said: said.into() }
}

/// Areas that no line of the text names: the line above their first item may be their heading.
fn made_areas(shape: &Shape) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut open: Option<&str> = None;
    let mut above: &[usize] = &shape.introduction;
    for record in &shape.records {
        let area = record.id.split('.').next().unwrap_or(record.id);
        if record.depth > 0 && open != Some(area) {
            let said = format!(
                "no line of the text is the heading of area {area}, so planbook creates it; if this line is its heading, write A before it"
            );
            doubts.push(doubt(Weight::Doubtful, shape.most_like_heading(above).unwrap_or(record.at), said));
        }
        open = Some(area);
        above = &record.texts;
    }
    doubts
}

/// A text with one level only, whose records have text below them: they may be areas, and the text their items.
fn records_with_text_only(shape: &Shape) -> Vec<Doubt> {
    let [first, rest @ ..] = shape.records.as_slice() else { return Vec::new() };
    let flat = rest.iter().all(|record| record.depth == first.depth);
    let with = shape.records.iter().filter(|record| !record.texts.is_empty()).count();
    if !flat || first.depth == 0 || with * 2 < shape.records.len() {
        return Vec::new();
    }
    let said = "the text has one level only, with text below its records; if this line is a heading, write A before it, and I before the lines below";
    vec![doubt(Weight::Wrong, first.at, said)]
}

/// Lines of text below which the numbers start again or skip some: a heading between two lists, or a record without its number.
fn numbers_begin_below_text(shape: &Shape) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for pair in shape.records.windows(2) {
        let [before, record] = pair else { continue };
        let Some(line) = shape.most_like_heading(&before.texts).filter(|_| record.depth > 0) else {
            continue;
        };
        let earlier = || shape.records.iter().take_while(|other| other.at < record.at);
        // The newest record of the same level or a higher one, and the newest that is marked alike.
        let same = earlier().filter(|other| other.depth <= record.depth).last();
        let beside = same.is_some_and(|same| same.depth == record.depth && starts_again(same, record));
        let alike = earlier().filter(|other| is_alike(other, record)).last();
        let said = match alike {
            _ if beside => {
                "the numbers of the records start again below this line; if it is a heading, write A or I before it"
            }
            Some(alike) if skips(alike, record) => {
                "the numbers of the records skip below this line; if it is a record of its own, write I or P before it"
            }
            _ => continue,
        };
        doubts.push(doubt(Weight::Wrong, line, said));
    }
    doubts
}

fn is_alike(one: &Placed, other: &Placed) -> bool {
    one.marker.map(|marker| &marker.style) == other.marker.map(|marker| &marker.style)
}

/// Whether the number of a record does not come after that of the record before it in the same list.
fn starts_again(before: &Placed, record: &Placed) -> bool {
    let (Some(old), Some(new)) = (before.marker, record.marker) else { return false };
    let (Some(last), Some(number)) = (old.last(), new.last()) else { return false };
    old.style == new.style && (number.value <= last.value || prefix(old) != prefix(new))
}

/// Whether a number is between that of a record and the newest one that is marked alike.
fn skips(before: &Placed, record: &Placed) -> bool {
    let last = |placed: &Placed| placed.marker.and_then(|marker| marker.last()).map(|number| number.value);
    match (last(before), last(record)) {
        (Some(old), Some(new)) => new > 1 && new != old + 1,
        _ => false,
    }
}

/// Text below few records of a level whose other records have none: a record or a heading that was not recognised.
fn odd_text(shape: &Shape) -> Vec<Doubt> {
    let mut levels: BTreeMap<usize, Vec<&Placed>> = BTreeMap::new();
    for record in &shape.records {
        levels.entry(record.depth).or_default().push(record);
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for records in levels.values() {
        let odd: Vec<usize> =
            records.iter().filter_map(|record| shape.most_like_heading(&record.texts)).collect();
        if odd.len() * 2 <= records.len() && records.len() > 1 {
            found.extend(odd.iter().map(|at| (shape.heading_like(*at), *at)));
        }
    }
    found.sort_by_key(|(like, at)| (std::cmp::Reverse(*like), *at));
    let said = "most records of this level have no text below them, this one has; if this line is a record of its own, write A, I or P before it";
    // A whole sentence is more likely to be a note.
    let weight = |like: usize| if like > NOTE { Weight::Doubtful } else { Weight::Unusual };
    found.into_iter().map(|(like, at)| doubt(weight(like), at, said)).collect()
}

/// Headings, or words with a number, of one form that are records of two levels.
fn one_style_at_two_levels(shape: &Shape) -> Vec<Doubt> {
    let mut styles: BTreeMap<&NumberStyle, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for record in &shape.records {
        if let Some(marker) = record.marker {
            let depths = styles.entry(&marker.style).or_default();
            depths.entry(record.depth).or_default().push(record.at);
        }
    }
    let is_level = |style: &NumberStyle| style.is_heading() || matches!(style, NumberStyle::Named(_));
    let mut doubts = Vec::new();
    for (style, depths) in styles.iter().filter(|(style, depths)| depths.len() > 1 && is_level(style)) {
        let rarest = depths.values().min_by_key(|places| places.len());
        let said = format!(
            "lines marked like `{style}` are records of two levels; if this one is of the other level, change its letter"
        );
        doubts.extend(rarest.map(|places| doubt(Weight::Doubtful, places[0], said)));
    }
    doubts
}

/// Records beside each other, below the same one, that are marked in two ways.
fn two_styles_in_one_list(shape: &Shape) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut open: Vec<&Placed> = Vec::new();
    for record in &shape.records {
        open.retain(|other| other.depth <= record.depth);
        let before = open.iter().rposition(|other| other.depth == record.depth).map(|at| open.remove(at));
        if let (Some(old), Some(new)) = (before.and_then(|before| before.marker), record.marker)
            && old.style != new.style
            && ![&old.style, &new.style].contains(&&NumberStyle::Row)
            && record.depth > 0
        {
            let said = format!(
                "this record is marked like `{}`, and the one before it in its list like `{}`; if it stands deeper or higher, change its letter",
                new.style, old.style
            );
            doubts.push(doubt(Weight::Doubtful, record.at, said));
        }
        open.push(record);
    }
    doubts
}

/// Records that are many times longer than the others of their level: something in them was not recognised.
fn much_longer(shape: &Shape) -> Vec<Doubt> {
    const TIMES: usize = 5;
    const LONG: usize = 300;
    let mut doubts = Vec::new();
    for depth in 0..=shape.records.iter().map(|record| record.depth).max().unwrap_or(0) {
        let level: Vec<&Placed> = shape.records.iter().filter(|record| record.depth == depth).collect();
        let mut lengths: Vec<usize> = level.iter().map(|record| record.length).collect();
        lengths.sort_unstable();
        let Some(middle) = lengths.get(lengths.len() / 2).filter(|_| lengths.len() > 2) else { continue };
        let long = level.iter().filter(|record| record.length > LONG && record.length > middle * TIMES);
        doubts.extend(long.map(|record| {
            let said = "this record is many times longer than the others of its level; look for a line in it that is a record of its own";
            doubt(Weight::Doubtful, record.at, said)
        }));
    }
    doubts
}

/// Areas that have one item where the others have many, or many times as many.
fn uneven(shape: &Shape) -> Vec<Doubt> {
    const MANY: usize = 4;
    let mut areas: Vec<(usize, usize)> = Vec::new();
    for record in &shape.records {
        match (record.depth, areas.last_mut()) {
            (0, _) => areas.push((record.at, 0)),
            (1, Some((_, items))) => *items += 1,
            _ => {}
        }
    }
    let mut counts: Vec<usize> = areas.iter().map(|(_, items)| *items).collect();
    counts.sort_unstable();
    let Some(middle) = counts.get(counts.len() / 2).copied().filter(|_| counts.len() > 2) else {
        return Vec::new();
    };
    let said = |items: usize| match items {
        1 => "this area has one item, and the others have many; look for items that became text".to_owned(),
        _ => format!(
            "this area has {items} items, many more than the others; look for a heading that became text or an item"
        ),
    };
    let odd = areas.into_iter().filter(|(_, items)| {
        (*items == 1 && middle >= MANY) || (*items >= 2 * MANY && *items > middle * MANY)
    });
    odd.map(|(at, items)| doubt(Weight::Doubtful, at, said(items))).collect()
}
