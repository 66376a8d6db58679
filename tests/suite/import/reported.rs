//! Where a level is read wrongly, the outline file has a note on one of the lines that are wrong. The texts are those of `cases/`, and
//! each of them with marks of its levels taken away: a person still reads the same levels.

use planbook::import::{Decisions, outline};

use super::cases::{Case, cases};
use super::corrected::{Row, right, rows};

/// Of ten wrong readings as many are reported.
const REPORTED: usize = 9;

/// What is seen of a reading: whether it is wrong, whether a wrong line has a note, and how many notes there are.
struct Seen {
    is_wrong: bool,
    is_reported: bool,
    notes: usize,
}

fn seen(case: &Case) -> Option<Seen> {
    let file = outline(&case.text, &Decisions::default()).ok()?;
    let rows = rows(&file);
    let right = right(case, &rows);
    let is_record = |letter: &str| letter.starts_with(['A', 'I', 'P']);
    let wrong: Vec<&Row> = rows
        .iter()
        .enumerate()
        .filter(|(at, row)| {
            let expected = right.get(at).and_then(|right| right.split(' ').next()).unwrap_or("");
            (is_record(&row.letter) || is_record(expected)) && row.letter != expected
        })
        .map(|(_, row)| row)
        .collect();
    let is_noted = |row: &Row| row.letter == "?" || row.note.contains("look: ");
    Some(Seen {
        is_wrong: !wrong.is_empty(),
        is_reported: wrong.iter().any(|row| is_noted(row)),
        notes: rows.iter().filter(|row| is_noted(row)).count(),
    })
}

/// A case without the marks of its lines of one letter: of the first, of the last, or of all.
fn spoiled(case: &Case, letter: &str) -> Vec<Case> {
    let Ok(file) = outline(&case.text, &Decisions::default()) else { return Vec::new() };
    let rows = rows(&file);
    let right = right(case, &rows);
    let places: Vec<(usize, &str)> = right
        .iter()
        .filter_map(|(at, said)| said.strip_prefix(letter)?.strip_prefix(' ').map(|id| (*at, id)))
        .collect();
    let words = |id: &str| {
        case.records.iter().find_map(|record| record.strip_prefix(id)?.strip_prefix(' ')).unwrap_or("")
    };
    let without = |places: &[(usize, &str)]| {
        let mut lines: Vec<String> = case.text.lines().map(str::to_owned).collect();
        for (at, id) in places {
            let line = &mut lines[rows[*at].line - 1];
            let start: String = words(id).chars().take(3).collect();
            if let Some(found) = line.find(&start) {
                *line = line[found..].to_owned();
            }
        }
        Case { text: lines.join("\n") + "\n", ..case.clone() }
    };
    let several = places.len() > 1;
    [&places[..1.min(places.len())], &places[places.len().saturating_sub(1)..], &places[..]]
        .into_iter()
        .take(if several { 3 } else { places.len() })
        .map(without)
        .filter(|spoiled| spoiled.text != case.text)
        .collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what is looked for")]
fn nine_of_ten_wrong_levels_are_reported() {
    let cases = cases();
    let plain: Vec<Seen> = cases.iter().filter_map(seen).collect();
    let noisy = plain.iter().filter(|seen| !seen.is_wrong && seen.notes > 2).count();
    let right = plain.iter().filter(|seen| !seen.is_wrong).count();
    let (mut wrong, mut reported) = (0, 0);
    for case in &cases {
        let spoiled = spoiled(case, "A").into_iter().chain(spoiled(case, "I"));
        let all = spoiled.filter_map(|case| seen(&case)).chain(seen(case));
        for seen in all.filter(|seen| seen.is_wrong) {
            wrong += 1;
            reported += usize::from(seen.is_reported);
        }
    }
    println!(
        "of {wrong} wrong readings {reported} are reported; of {right} right ones {noisy} have more than 2 notes"
    );
    assert!(
        wrong > 300 && reported * 10 >= wrong * REPORTED,
        "of {wrong} wrong readings {reported} are reported"
    );
    assert!(noisy * 10 <= right, "of {right} right readings {noisy} have more than 2 notes");
}
