//! The outline file: unchanged it gives what the text gives; changed, it is obeyed; and its mistakes have places.

use std::path::Path;

use planbook::import::{
    Decisions, Disposition, Import, ObeyError, OutlineProblem, SourceFormat, obey, outline, read, renew,
};

use super::{accounted, book, doubts, titles};

fn of(text: &str) -> String {
    outline(text, &Decisions::default()).unwrap()
}

fn obeyed(text: &str, outline: &str) -> Import {
    let decisions = Decisions::default();
    let found = obey(text, outline, &decisions).unwrap();
    accounted(&found);
    assert_eq!(book(&found, &decisions).build().places(), Vec::<String>::new());
    found
}

fn problems(text: &str, outline: &str) -> Vec<OutlineProblem> {
    match obey(text, outline, &Decisions::default()) {
        Err(ObeyError::Outline(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

/// The row of a line of the text.
fn row<'o>(outline: &'o str, words: &str) -> &'o str {
    outline.lines().find(|row| row.contains(words) && !row.starts_with('#')).unwrap()
}

#[test]
fn an_outline_file_that_nobody_changed_gives_the_same_book() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/import/outlines");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let decisions = Decisions::default();
        let (one, two) = (read(&text, SourceFormat::Text, &decisions).unwrap(), obeyed(&text, &of(&text)));
        assert_eq!(one.coverage, two.coverage, "{path:?}");
        let files = |found| planbook::import::files(found, &decisions);
        assert_eq!(files(&one), files(&two), "{path:?}");
        let said = text.lines().filter(|line| !line.trim().is_empty()).count();
        assert_eq!(of(&text).lines().filter(|row| !row.starts_with('#')).count(), said, "{path:?}");
        count += 1;
    }
    assert!(count >= 17);
}

const TEXT: &str = "Harbour plan 2026\n\n1. Clean water for the\nharbour towns\n\n- Protect the springs.\n- Repair the mains.\n\nSafe roads\n\n- Mend the bridge.\n\nPage of the minister\n";

#[test]
fn the_form_is_a_letter_a_number_a_line_and_its_words() {
    let outline = of(TEXT);
    let rows: Vec<&str> = outline.lines().filter(|row| !row.starts_with('#')).collect();
    assert_eq!(rows[0], "T       1  Harbour Plan 2026  → title of the plan".replace("Plan", "plan"));
    assert_eq!(rows[1], "A 1     3  1. Clean water for the");
    assert_eq!(rows[2], "+       4  harbour towns");
    assert_eq!(rows[3], "I 1.1   6  - Protect the springs.");
}

#[test]
fn letters_and_numbers_are_obeyed() {
    let outline = of(TEXT)
        .replace(row(&of(TEXT), "Safe roads"), "a 7 9 Safe roads")
        .replace(row(&of(TEXT), "Mend the bridge"), "I 11 - Mend the bridge.")
        .replace(row(&of(TEXT), "Page of"), "x 13 Page of the minister");
    let found = obeyed(TEXT, &outline);
    assert_eq!(
        titles(&found),
        [
            "1 Clean water for the harbour towns",
            "1.1 Protect the springs",
            "1.2 Repair the mains",
            "7 Safe roads",
            "7.1 Mend the bridge"
        ]
    );
    let last = found.coverage.dispositions.last().unwrap();
    assert!(
        matches!(last, Disposition::Boilerplate(kind) if kind.name().contains("outline file")),
        "{last:?}"
    );
    let again = obeyed(TEXT, &of(TEXT).replace("I 1.1 ", "T     ").replace("A 1 ", "A 9 "));
    assert_eq!(again.records[0].body, ["- Protect the springs."]);
    assert_eq!(again.records[1].id, "9.1", "{:?}", titles(&again));
}

#[test]
fn items_below_a_new_area_take_numbers_of_it_and_the_report_says_so() {
    let outline = of(TEXT).replace(row(&of(TEXT), "Safe roads"), "A 9 Safe roads");
    let found = obeyed(TEXT, &outline);
    assert_eq!(titles(&found)[3..], ["2 Safe roads", "2.1 Mend the bridge"]);
    assert!(
        found.remarks.iter().any(|remark| remark.starts_with("line 11: 1.3 stands below 2")),
        "{:?}",
        found.remarks
    );
}

#[test]
fn a_number_that_a_new_area_changes_is_reported_once() {
    let text = "1. Water\n1.1 Protect the springs.\n\nRoads\n\n1.2 Mend the bridge.\n1.3 Widen the road.\n\n2. Ports\n2.1 Dredge.\n";
    let file = of(text).replace("?       4", "A 3     4");
    let found = obeyed(text, &file);
    assert_eq!(
        titles(&found),
        [
            "1 Water",
            "1.1 Protect the springs",
            "3 Roads",
            "3.2 Mend the bridge",
            "3.3 Widen the road",
            "2 Ports",
            "2.1 Dredge"
        ]
    );
    for line in ["line 6: ", "line 7: "] {
        let said: Vec<&String> = found.remarks.iter().filter(|remark| remark.starts_with(line)).collect();
        assert!(said.len() == 1 && said[0].contains("stands below 3 in the outline file"), "{said:?}");
    }
    assert_eq!(found.records[3].keys["code"], ["1.2"]);
}

#[test]
fn the_introduction_has_no_marks_of_the_text() {
    let text = "# Plan\n\n## Foreword\n\n- **Floods** cost two million.\n\n## 1. Water\n\n- Dig.\n\n## 2. Roads\n\n- Pave.\n";
    let found = obeyed(text, &of(text));
    assert_eq!(found.preamble, ["Foreword", "- Floods cost two million."]);
    let doubt = found.remarks.iter().find(|remark| remark.contains("introduction"));
    assert_eq!(doubt, None, "what a person has seen is not asked again");
    let read = read(text, SourceFormat::Text, &Decisions::default()).unwrap();
    assert!(doubts(&read)[0].starts_with("line 3: the plan begins on line 7"), "{:?}", read.remarks);
}

#[test]
fn a_number_that_planbook_gives_is_none_that_the_file_has() {
    let text = "- One.\n- Two.\n- Three.\n";
    let found = obeyed(text, "I 1 - One.\nI 1.1 2 - Two.\nI 3 - Three.\n");
    assert_eq!(titles(&found)[1..], ["1.2 One", "1.1 Two", "1.3 Three"]);
    // The digit after the letter is the line, unless the words of the text begin after the next one.
    let text = "12 months of talks\nTalks\n";
    let found = obeyed(text, "I 1 12 months of talks\nI 1.4 2 Talks\n");
    assert_eq!(found.records[2].id, "1.4");
}

#[test]
fn any_text_can_be_imported_with_an_outline_file() {
    let text = "Notes of a day\nWater\nKeep it clean.\nRoads\nMend them,\nall of them.\n";
    assert!(read(text, SourceFormat::Text, &Decisions::default()).is_err());
    let outline =
        "T 1 Notes of a day\nA 2 Water\nI 3 Keep it clean.\nA 4 Roads\nI 5 Mend them,\n+ 6 all of them.\n";
    assert_eq!(
        titles(&obeyed(text, outline)),
        ["1 Water", "1.1 Keep it clean", "2 Roads", "2.1 Mend them, all of them"]
    );
    assert_eq!(of(text).lines().filter(|row| !row.starts_with('#')).count(), 6);
}

#[test]
fn every_mistake_has_its_place_and_a_correction() {
    let text = "1. Water\n(1) Protect the springs.\n(2) Repair the mains.\n";
    let rows = ["A 1 1 1. Water", "I 1.1 2 (1) Protect the springs.", "I 1.2 3 (2) Repair the mains."];
    let with = |at: usize, row: &str| {
        let mut rows = rows.map(str::to_owned);
        row.clone_into(&mut rows[at]);
        problems(text, &rows.join("\n"))
    };
    for (at, row, column, said) in [
        (1, "Q 1.1 2 (1) Protect the springs.", 1, "`Q` is not a letter"),
        (0, "A 1", 4, "does not have the words"),
        (1, "I one 2 (1) Protect the springs.", 3, "`one` has 1 step, but an item here has 2"),
        (1, "I", 2, "does not say which line"),
        (1, "I 1.B 2 (1) Protect the springs.", 3, "`1.B` is not a number of a record"),
        (1, "I 1.1.1 2 (1) Protect the springs.", 3, "`1.1.1` has 3 steps, but an item here has 2"),
        (2, "I 1.1 3 (2) Repair the mains.", 3, "line 2 of the outline file already uses the number 1.1"),
        (1, "PP 2 (1) Protect the springs.", 1, "nothing that it can be a part of"),
        (0, "+ 1 1. Water", 1, "no line of the plan stands above it"),
        (1, "N 2 (1) Protect the springs.", 1, "a record stands above it"),
        (2, "I 1.2 3 (2) Repair the drains.", 1, "no line of the text reads `(2) Repair the drains.`"),
    ] {
        let found = with(at, row);
        let hit = found.iter().find(|problem| problem.message.contains(said));
        let hit = hit.unwrap_or_else(|| panic!("{row}: {found:?}"));
        assert_eq!((hit.line, hit.column), (at + 1, column), "{row}: {hit:?}");
        assert!(!hit.help.is_empty() && !hit.message.ends_with('.'), "{hit:?}");
    }
    // A correction is no number that another row has, and none that planbook has given.
    let taken = with(2, "I 1.1 3 (2) Repair the mains.");
    assert!(taken.iter().any(|problem| problem.help.contains("such as 1.2,")), "{taken:?}");
    let deep = with(1, "I 1.1.1 2 (1) Protect the springs.");
    assert!(deep.iter().any(|problem| problem.help.contains("such as 1.1,")), "{deep:?}");
    let none = problems(text, "X 1 1. Water\nX 2 (1) Protect the springs.\nX 3 (2) Repair the mains.\n");
    assert!(none[0].message.contains("marks no line as an area"), "{none:?}");
}

#[test]
fn a_newer_text_keeps_what_was_corrected() {
    let corrected = of(TEXT).replace(row(&of(TEXT), "Safe roads"), "A 7 9 Safe roads");
    let newer = format!("Draft of May\n\n{}", TEXT.replace("- Repair the mains.", "- Repair all mains."));
    let problem = problems(&newer, &corrected);
    assert!(problem.len() == 1 && problem[0].message.contains("`- Repair the mains.`"), "{problem:?}");
    let (renewed, new, gone) = renew(&newer, &corrected, &Decisions::default()).unwrap();
    assert_eq!((new, gone), (2, 1));
    assert!(row(&renewed, "Draft of May").starts_with('?') && row(&renewed, "all mains").starts_with('?'));
    assert!(row(&renewed, "Safe roads").starts_with("A 7 "), "{renewed}");
    let found = obeyed(&newer, &renewed);
    // The two new ones, and the last line of the text.
    assert_eq!(found.coverage.not_understood(), 3);
    let known = obeyed(&newer, &renewed.replace(row(&renewed, "all mains"), "I 1.2 9 - Repair all mains."));
    assert_eq!(titles(&known)[2], "1.2 Repair all mains");
    // What has no row yet is in no record, and comes first of what is to be looked at.
    let longer = format!("{TEXT}\n- Paint the bridge.\n");
    let found = obeyed(&longer, &corrected);
    assert!(found.remarks[0].contains("has no row for this line"), "{:?}", found.remarks);
}
