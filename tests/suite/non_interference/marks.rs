//! Which things of a book can be internal, and the choice of those that are.

use std::collections::{BTreeMap, BTreeSet};

use super::chance::Chance;
use super::model::{Entry, Kind, Model, Value};

/// The marks of a case: how many there are of each kind, and where they are, by their numbers.
#[derive(Debug, Default)]
pub struct Marks {
    pub kinds: BTreeMap<String, usize>,
    pub places: BTreeMap<usize, String>,
}

/// Marks things at random, except those whose numbers are in `without`.
pub fn mark(model: &mut Model, seed: u64, without: &BTreeSet<usize>) -> Marks {
    let density = Chance::new(!seed).pick(&[4, 10, 20, 35]);
    let mut marks = Marks::default();
    let mut number = 0;
    sites(model, &mut |kind, place, internal| {
        // One area takes a quarter of the book with it.
        let percent = if kind == "area" { density / 2 } else { density };
        *internal = Chance::of(seed, number).percent(percent) && !without.contains(&number);
        if *internal {
            *marks.kinds.entry(kind.to_owned()).or_default() += 1;
            marks.places.insert(number, format!("{kind}: {place}"));
        }
        number += 1;
    });
    marks
}

type Visit<'v> = &'v mut dyn FnMut(&str, &str, &mut bool);

/// Visits everything that can be internal, in the same order each time.
fn sites(model: &mut Model, visit: Visit<'_>) {
    for record in &mut model.records {
        let place = match record.kind {
            kind if kind.is_short() => format!("{} of {}", record.id, record.path),
            _ => record.path.clone(),
        };
        if record.kind != Kind::Plan {
            visit(record.kind.name(), &place, &mut record.internal);
        }
        record.keys.iter_mut().for_each(|(name, value)| value_sites(value, name, &place, visit));
        for (index, block) in record.body.blocks.iter_mut().enumerate().filter(|(_, block)| !block.needed) {
            visit("block", &format!("{} of {place}", index + 1), &mut block.internal);
        }
    }
}

/// What can be internal in a value: it, its entries, and what is in these.
fn value_sites(value: &mut Value, key: &str, place: &str, visit: Visit<'_>) {
    match value {
        Value::One(entry) => entry_site(entry, key, place, visit),
        Value::List(entries) => entries.iter_mut().for_each(|entry| entry_site(entry, key, place, visit)),
        Value::Fields(fields) => {
            fields.iter_mut().for_each(|(name, value)| value_sites(value, name, place, visit));
        }
        Value::Plain(_) | Value::Ref(_) | Value::Indicator(_) => {}
    }
}

fn entry_site(entry: &mut Entry, key: &str, place: &str, visit: Visit<'_>) {
    if !entry.needed {
        let what = match &entry.value {
            Value::Plain(text) => text.clone(),
            _ => "an entry".to_owned(),
        };
        visit(key, &format!("{what} of {place}"), &mut entry.internal);
    }
    value_sites(&mut entry.value, key, place, visit);
}
