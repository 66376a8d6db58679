//! A table: each row is an item. What no column is for is kept under a key that begins with `x-`.

mod columns;
mod rows;
mod values;

use super::Import;
use super::coverage::{Coverage, Fate, Share};
use super::decisions::Decisions;
use super::furniture::Furniture;
use super::lines::{self, Line};
use columns::Columns;
use rows::Rows;

/// A row: its values, and the index of its first line.
struct Row {
    values: Vec<String>,
    line: usize,
}

/// Reads a table.
///
/// # Errors
/// When it has no rows, or no column for the words of an item.
pub(super) fn read(text: &str, decisions: &Decisions) -> Result<Import, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let (lines, _) = lines::split(&text);
    let separator = decisions.separator.unwrap_or_else(|| separator(&text));
    let mut rows = parse(&text, separator, &lines)?;
    if rows.is_empty() {
        return Err("the table is empty".to_owned());
    }
    let head = rows.remove(0);
    let columns = Columns::of(&head.values, &decisions.columns)?;
    let mut found = Rows::new(decisions, &columns);
    let mut fates = vec![Fate::Blank; lines.len()];
    let ends: Vec<usize> = rows.iter().map(|row| row.line).skip(1).chain([lines.len()]).collect();
    let first = rows.first().map_or(lines.len(), |row| row.line);
    set(&mut fates, &lines, head.line..first, |_| Fate::Furniture(Furniture::Columns));
    for (row, end) in rows.iter().zip(ends) {
        let record = found.add(&row.values, lines.get(row.line).map_or(0, |line| line.number));
        set(&mut fates, &lines, row.line..end, |first| match record {
            Some(record) => Fate::Record(record, if first { Share::Begins } else { Share::GoesOn }),
            None => Fate::Blank,
        });
    }
    let mut decided = vec![format!("the separator of the columns is {} (--separator)", named(separator))];
    decided.extend(columns.told());
    let (records, remarks) = found.finish();
    if records.is_empty() {
        return Err("the table has column names but no rows".to_owned());
    }
    Ok(Import {
        title: String::new(),
        preamble: Vec::new(),
        records,
        coverage: Coverage { lines, fates },
        decided,
        remarks,
        dotted: true,
        is_table: true,
    })
}

/// Gives the lines of a row their fate; those that say nothing are blank.
fn set(fates: &mut [Fate], lines: &[Line], range: std::ops::Range<usize>, fate: impl Fn(bool) -> Fate) {
    let begins = range.start;
    for at in range.filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank())) {
        if let Some(place) = fates.get_mut(at) {
            *place = fate(at == begins);
        }
    }
}

/// The sign that the first line has most often, outside of quotes.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut inside = false;
    let mut counts = [(',', 0_usize), (';', 0), ('\t', 0), ('|', 0)];
    for sign in first.chars() {
        inside ^= sign == '"';
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == sign && !inside) {
            *count += 1;
        }
    }
    // Of two that are as frequent the first wins.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(sign, _)| *sign)
}

fn named(separator: char) -> String {
    if separator == '\t' { "a tab".to_owned() } else { format!("`{separator}`") }
}

/// The rows that say something.
fn parse(text: &str, separator: char, lines: &[Line]) -> Result<Vec<Row>, String> {
    let delimiter = u8::try_from(separator).map_err(|_| format!("`{separator}` cannot separate columns"))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("the table cannot be read: {error}"))?;
        let start = record.position().map_or(0, |position| {
            let at = usize::try_from(position.line()).unwrap_or(usize::MAX);
            at.saturating_sub(1)
        });
        // Blank lines before a row count as its own for the reader.
        let start = (start..lines.len()).find(|at| !lines[*at].is_blank()).unwrap_or(start);
        let values: Vec<String> = record.iter().map(clean).collect();
        if values.iter().any(|value| !value.is_empty()) {
            rows.push(Row { values, line: start });
        }
    }
    Ok(rows)
}

fn clean(value: &str) -> String {
    let shown: String =
        value.chars().map(|sign| if sign != '\n' && lines::is_unseen(sign) { ' ' } else { sign }).collect();
    lines::without_fence(&shown).lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::separator;

    #[test]
    fn the_separator_is_the_sign_that_the_names_of_columns_have_between_them() {
        assert_eq!(separator("no,title"), ',');
        assert_eq!(separator("no;\"title, short\";text"), ';');
        assert_eq!(separator("\n\nno\ttitle"), '\t');
        assert_eq!(separator("no|title"), '|');
        assert_eq!(separator("title"), ',');
    }
}
