//! Rows of an older plan: what a table adds goes to the newest plan of a book.

use std::collections::BTreeMap;

use super::known::Known;
use super::matching::{Match, place, words};
use super::values::{self, plain};
use crate::import::Import;
use crate::plan::Plan;
use crate::source::Tree;

/// Why a table is refused: rows have the words of items of an edition, and of no item of the newest plan.
pub(super) fn refused(
    found: &Import,
    matches: &[Match],
    known: &Known<'_>,
    tree: &Tree,
    plan: &Plan,
) -> Option<String> {
    let items = items(tree, plan);
    let rows = found.records.iter().zip(matches).filter(|(record, one)| {
        let own = match one {
            Match::Item(item) => known.items[*item].says(words(record)),
            Match::New => record.depth == 0,
            Match::Area(_) | Match::Unclear => true,
        };
        !own && known.with_words(words(record)).is_none()
    });
    let mut rows = rows.filter_map(|(record, _)| Some((record, items.get(&plain(words(record)))?)));
    let (record, (edition, id)) = rows.next()?;
    let more = match rows.count() {
        0 => String::new(),
        1 => ", and 1 more row is one of an older plan".to_owned(),
        more => format!(", and {more} more rows are those of older plans"),
    };
    Some(format!(
        "{}: this row is item {id} of the edition `{edition}`{more}; --update writes to the newest plan only, so nothing was written\n  help: delete the rows of older plans from the table, and write what they report to content/editions/{edition}/updates/",
        place(record)
    ))
}

/// The words of the items of all editions, each with its edition and its id.
fn items(tree: &Tree, plan: &Plan) -> BTreeMap<String, (String, String)> {
    let mut items = BTreeMap::new();
    for edition in &plan.editions {
        for item in &edition.plan.items {
            let document = &item.document;
            let (entries, _) = values::of_file(tree.text(document.record.file).unwrap_or(""));
            let text = values::text(&entries, "text").map(plain);
            let named = (edition.name.clone(), document.id.as_str().to_owned());
            for words in text.into_iter().chain([plain(&document.title.value)]) {
                items.entry(words).or_insert_with(|| named.clone());
            }
        }
    }
    items
}
