//! Rows of a table that are no items: sums, the names of the columns again, and notes below the table.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::columns::Columns;
use super::row::Row;
use super::rows::number_of;

/// Words of a row of sums.
const SUMS: &[&str] = &[
    "total",
    "totals",
    "sum",
    "sub-total",
    "subtotal",
    "sub total",
    "grand total",
    "overall total",
    "total general",
    "total général",
    "totaux",
    "sous-total",
    "somme",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "zwischensumme",
    "suma",
    "subtotales",
    "合計",
    "小計",
    "総計",
    "総額",
    "計",
];
/// What a note below a table begins with, before a colon.
const NOTES: &[&str] = &[
    "source",
    "sources",
    "note",
    "notes",
    "remark",
    "remarks",
    "legend",
    "key",
    "quelle",
    "quellen",
    "anmerkung",
    "anmerkungen",
    "hinweis",
    "hinweise",
    "legende",
    "légende",
    "remarque",
    "remarques",
    "fuente",
    "fuentes",
    "nota",
    "notas",
    "leyenda",
    "出典",
    "出所",
    "資料",
    "注",
    "備考",
    "注記",
];
/// Signs of a note.
const SIGNS: &[&str] = &["* ", "** ", "† ", "‡ ", "※", "(*)", "¹ "];

/// Why each such row is no item, by its line.
pub(super) fn of(columns: &Columns, head: &Row, rows: &[Row]) -> BTreeMap<usize, String> {
    let numbered = rows.iter().filter(|row| has_number(columns, row)).count();
    // Where most rows have a number, one without is no item if it looks like something else.
    let have_numbers = numbered * 2 > rows.len();
    let found = rows.iter().filter_map(|row| Some((row.line, why(columns, head, row, have_numbers)?)));
    found.collect()
}

fn has_number(columns: &Columns, row: &Row) -> bool {
    let cell = columns.value(&row.values, "id");
    number_of(cell).is_some() || cell.chars().any(|sign| sign.is_ascii_digit())
}

fn why(columns: &Columns, head: &Row, row: &Row, have_numbers: bool) -> Option<String> {
    let mut said = row.values.iter().filter(|cell| !cell.is_empty());
    let Some(first) = said.next() else {
        return Some("no cell of this row has a value, so it is no item".to_owned());
    };
    let is_alone = said.next().is_none();
    if is_head(head, row) {
        return Some("this row has the names of the columns again, so it is no item".to_owned());
    }
    if has_number(columns, row) {
        return None;
    }
    let shown: String = first.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
    if is_sum(first, columns, row, have_numbers) {
        return Some(format!("`{shown}` is a row of sums, so it is no item"));
    }
    let apart = have_numbers || (columns.at("id").is_none() && is_alone && columns.count() > 2);
    (apart && is_note(first)).then(|| format!("`{shown}` is a note on the table, so it is no item"))
}

/// Whether each cell of a row is the name of its column.
fn is_head(head: &Row, row: &Row) -> bool {
    let pairs = || row.values.iter().zip(&head.values).filter(|(cell, _)| !cell.is_empty());
    let alike = |(cell, name): (&String, &String)| fold(cell) == fold(name);
    pairs().count() > 1 && row.values.len() <= head.values.len() && pairs().all(alike)
}

/// `Total`, `合計：`, and `Total (EUR)` beside nothing but numbers.
fn is_sum(first: &str, columns: &Columns, row: &Row, have_numbers: bool) -> bool {
    let words = fold(first);
    if SUMS.contains(&words.as_str()) {
        return true;
    }
    let begins = SUMS.iter().any(|sum| {
        words.strip_prefix(sum).is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphabetic()))
    });
    let is_number = |cell: &str| {
        let letters = cell.chars().filter(|sign| sign.is_alphabetic()).count();
        cell.chars().any(|sign| sign.is_numeric()) && letters <= 4
    };
    let mut others = row.values.iter().filter(|cell| !cell.is_empty() && cell.as_str() != first).peekable();
    let has_numbers = others.peek().is_some() && others.all(|cell| is_number(cell));
    begins && has_numbers && (have_numbers || columns.at("id").is_none())
}

/// `Source: …`, `* …`
fn is_note(words: &str) -> bool {
    let named = words.split_once([':', '：']).is_some_and(|(name, _)| NOTES.contains(&fold(name).as_str()));
    named || SIGNS.iter().any(|sign| words.starts_with(sign))
}

fn fold(words: &str) -> String {
    let plain: String = words.nfkc().collect::<String>().to_lowercase();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.trim_matches([':', '.', ' ', '*', '=']).to_owned()
}
