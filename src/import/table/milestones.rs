//! Milestones in the cell of a row: one on each line, with its date at the end.

use super::super::file_names::name_of;
use super::super::when;
use super::super::yaml;
use super::values::names;

/// The value of `milestones`, and the milestones whose date is not understood.
pub(super) fn milestones(cell: &str) -> (String, Vec<String>) {
    let mut ids: Vec<String> = Vec::new();
    let (mut all, mut undated) = (Vec::new(), Vec::new());
    for written in names(cell) {
        let is_bullet = super::super::marker::is_bullet(&written);
        let title = written.trim_start_matches(|sign: char| is_bullet && !sign.is_alphanumeric());
        let (title, due) = with_date(title);
        if due.is_none() && seems_dated(&title) {
            undated.push(title.clone());
        }
        let words = name_of(&title);
        let base = if words.is_empty() { format!("milestone-{}", all.len() + 1) } else { words };
        let id = if ids.contains(&base) { format!("{base}-{}", all.len() + 1) } else { base };
        let due = due.map_or_else(String::new, |due| format!(", due: '{due}'"));
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        all.push(format!("{{id: '{id}', title: {}{due}}}", yaml::quoted(&title)));
        ids.push(id);
    }
    let yaml = if all.is_empty() { String::new() } else { format!("[{}]", all.join(", ")) };
    (yaml, undated)
}

/// `Tender published (June 2026)`, `Tender published: 2026-06`.
fn with_date(written: &str) -> (String, Option<String>) {
    let dated = parted(written).and_then(|(title, date)| {
        let date = when::deadline(date.trim()).filter(|date| date != "ongoing")?;
        Some((title.trim().to_owned(), Some(date))).filter(|(title, _)| !title.is_empty())
    });
    dated.unwrap_or_else(|| (written.to_owned(), None))
}

/// A milestone, and what stands where its date would.
fn parted(written: &str) -> Option<(&str, &str)> {
    let ends = [(')', '('), ('）', '（')];
    let bracket = ends.iter().find_map(|(close, open)| written.strip_suffix(*close)?.rsplit_once(*open));
    bracket.or_else(|| written.rsplit_once([':', '：'])).or_else(|| written.rsplit_once(" – "))
}

/// Whether a milestone without a date looks as if somebody wrote one: brackets at its end, or a year.
fn seems_dated(title: &str) -> bool {
    let year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']);
    let has_year = title.split(|sign: char| !sign.is_ascii_digit()).any(year);
    has_year || title.ends_with([')', '）'])
}

#[cfg(test)]
mod tests {
    use super::milestones;

    #[test]
    fn a_date_that_is_not_understood_is_reported() {
        for (cell, undated) in [
            ("Tender (June 2026); Works: 2027", vec![]),
            ("Tender (soon)", vec!["Tender (soon)"]),
            ("X (2026-13); Y (2026-12)", vec!["X (2026-13)"]),
            ("Open in spring 2027", vec!["Open in spring 2027"]),
            ("Count 300 wells; Meet", vec![]),
            ("入札（未定）", vec!["入札（未定）"]),
        ] {
            assert_eq!(milestones(cell).1, undated, "{cell}");
        }
        assert!(milestones("入札（2026年6月）").0.contains("due: '2026-06'"));
    }
}
