//! Lists of a translation whose entries have no name but their place. With another number of entries than the original has, no
//! text of them could be put in its place: one party would get the name of another.

use std::collections::BTreeSet;

use super::text_fields::{TextField, TextPath};
use super::words::Words;
use crate::diag::{Diagnostic, Span, code};

/// The highest number that is taken for a place in a list. What is greater is a name, such as a year.
const MOST_PLACES: usize = 999;

/// How the entries of a list of the original are called.
struct Entries {
    /// How many have no name but their place.
    places: usize,
    /// Whether some have another name.
    named: bool,
}

impl Words {
    /// Takes out the texts of lists that cannot be put in the place of those of the original, and reports them; `original` is
    /// the path of that.
    pub fn take_lists_in_doubt(&mut self, originals: &[TextField], original: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (path, list) in &self.lists {
            let Some(entries) = entries_of(originals, path).filter(|entries| entries.places > 0) else {
                continue;
            };
            if entries.named || !(list.last..=list.entries).contains(&entries.places) {
                problems.push((path.clone(), in_doubt(path, list.span, list.entries, &entries, original)));
            }
        }
        // A single value is a list of one.
        for (path, words) in &self.texts {
            if let Some(entries) = entries_of(originals, path).filter(|entries| entries.places > 1) {
                problems.push((path.clone(), in_doubt(path, words.span, 1, &entries, original)));
            }
        }
        for (path, _) in &problems {
            let below = [path, "."].concat();
            self.texts.retain(|known, _| known != path && !known.starts_with(&below));
        }
        problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

fn in_doubt(path: &str, span: Span, count: usize, entries: &Entries, original: &str) -> Diagnostic {
    let help = match entries.named {
        true => {
            "write a mapping from the name of each entry to its texts; the name is the value of its `id`, `url` or another key that docs/translate.md lists"
        }
        false => "write a text for each entry of the original, in the same order",
    };
    let message = match entries.named {
        true => format!(
            "`{path}` is a list, and entries of it have names in {original}, so its texts have no clear place"
        ),
        false => {
            let counted = if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
            format!(
                "`{path}` has {counted} here and {} in {original}, so its texts have no clear place",
                entries.places
            )
        }
    };
    Diagnostic::new(code::TRANSLATION_UNCLEAR, span, message).help(help)
}

/// The entries of the original at a path; `None` where it has none.
fn entries_of(originals: &[TextField], path: &str) -> Option<Entries> {
    let names: BTreeSet<&str> = originals.iter().filter_map(|field| step_below(&field.path, path)).collect();
    let places: Vec<usize> = names.iter().filter_map(|name| place(name)).collect();
    let named = places.len() < names.len();
    (!names.is_empty()).then(|| Entries { places: places.into_iter().max().unwrap_or(0), named })
}

/// The place that a name is, if it is one.
fn place(name: &str) -> Option<usize> {
    name.parse().ok().filter(|place| (1..=MOST_PLACES).contains(place))
}

/// The step of a path that follows another path.
fn step_below<'p>(path: &'p TextPath, above: &str) -> Option<&'p str> {
    let mut joined = String::new();
    for step in path.steps() {
        if joined == above {
            return Some(step);
        }
        if !joined.is_empty() {
            joined.push('.');
        }
        joined.push_str(step);
    }
    None
}
