//! What may be read wrongly is said, with the row of the outline file that corrects it.

use planbook::import::{Decisions, SourceFormat, obey, outline, read};

use super::doubts;

fn remarks(text: &str) -> Vec<String> {
    let found = read(text, SourceFormat::Text, &Decisions::default()).unwrap();
    doubts(&found).into_iter().map(str::to_owned).collect()
}

#[test]
fn each_doubt_names_its_line_and_shows_its_row() {
    for (text, line, said, row) in [
        (
            "1. Water\n(1) Protect the springs.\n\n**Roads**\n\nThe bridge is old.\n\n(2) Mend the bridge.\n",
            4,
            "looks like a heading",
            "T      4  **Roads**",
        ),
        (
            "1. Water\n(1) Protect.\n2. Reform\nContinue the talks.\n3. Roads\n(1) Mend.\n",
            4,
            "area 2 has text and no item",
            "T      4  Continue the talks.",
        ),
        ("1. Water\n2. Roads\n(1) Mend.\n", 1, "area 1 has no item", "A 1    1  1. Water"),
        (
            "1. Water\n(1) Protect the   springs   of   all.\n",
            2,
            "columns between wide spaces",
            "I 1.1  2  (1) Protect",
        ),
        (
            "1. Water\n(1) Pay for the protec-\n    tion of springs.\n",
            3,
            "`protec-` and `tion` are joined",
            "+      3  tion of springs.",
        ),
    ] {
        let remarks = remarks(text);
        let place = format!("line {line}: ");
        let found = remarks
            .iter()
            .any(|remark| remark.starts_with(&place) && remark.contains(said) && remark.contains(row));
        assert!(found, "{text}: {remarks:?}");
    }
}

#[test]
fn a_single_line_between_records_is_in_none_of_them() {
    let text = "1. Water\n(1) Protect the springs.\n\nRoads and bridges\n\n(2) Mend the bridge.\n";
    let found = read(text, SourceFormat::Text, &Decisions::default()).unwrap();
    assert_eq!(found.coverage.not_understood(), 1);
    assert!(
        outline(text, &Decisions::default())
            .unwrap()
            .contains("?      4  Roads and bridges  → it is a single line")
    );
}

#[test]
fn the_most_doubtful_comes_first() {
    let remarks = remarks(
        "1. Water\n(1) Protect.\n(3) Paint.\n\n**Roads**\n\nThe bridge is old.\n\n(4) Mend the bridge.\n4. Rail\n(1) Lay.\n",
    );
    assert!(remarks[0].contains("looks like a heading") && remarks[1].contains("skip"), "{remarks:?}");
}

#[test]
fn names_with_a_number_are_no_doubt() {
    assert_eq!(
        remarks("1. Health\n(1) Vaccinate everyone.\nCOVID-19 is one reason.\n"),
        Vec::<String>::new()
    );
}

#[test]
fn a_code_is_kept_letter_for_letter_and_stays_unique() {
    let text = "1. Water\nW-01 Protect the springs\nW-02 Repair the mains\n2. Roads\nW-01 Mend the bridge\nW-03 Paint it\n";
    let found = read(text, SourceFormat::Text, &Decisions::default()).unwrap();
    let codes: Vec<Option<&String>> = found
        .records
        .iter()
        .filter(|record| record.depth > 0)
        .map(|record| record.keys.get("code")?.first())
        .collect();
    assert!(codes.contains(&Some(&"W-02".to_owned())), "{codes:?}");
    let mut said: Vec<_> = codes.iter().flatten().collect();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), codes.iter().flatten().count());
}

#[test]
fn the_title_of_an_area_that_is_a_paragraph_is_cut_and_its_words_are_kept() {
    let long = "The parties will protect all springs of the valley. ".repeat(25);
    let text = format!("1. {long}\n2. {long}\n(a) Mend the bridge.\n(b) Paint it.\n");
    let decisions = Decisions::default();
    let found = obey(&text, &outline(&text, &decisions).unwrap(), &decisions).unwrap();
    assert!(found.records[0].title_is_cut && found.records[0].title.chars().count() < 80);
    assert!(found.records[0].body[0].starts_with(long.trim()));
    assert_eq!(super::book(&found, &decisions).build().places(), Vec::<String>::new());
}
