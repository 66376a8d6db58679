//! The text of printed papers, as `pdftotext -layout` writes it: heads and feet of pages, footnotes, two columns, tables, broken
//! words. Each file of `printed/` is such an output, `>>>>>`, and a line for each record: its id and its words; `= ` is the title,
//! `! ` a piece of what is to be looked at.

use std::path::Path;

use planbook::import::{Decisions, open, outline};

use super::{accounted, book};

/// What is wrong with a file, if anything is.
fn wrong(text: &str, expected: &str) -> Option<String> {
    let decisions = Decisions::default();
    let source = open(text.as_bytes(), false, &decisions).unwrap();
    let decisions = source.decisions(decisions);
    let found = source.read(&decisions).unwrap();
    accounted(&found);
    assert_eq!(book(&found, &decisions).build().places(), Vec::<String>::new());
    assert!(outline(source.text().unwrap(), &decisions).is_ok());
    let words = |record: &planbook::import::ImportedRecord| {
        let words = record.text.clone().unwrap_or_else(|| record.title.clone());
        let more: String = ["due", "lead"]
            .iter()
            .filter_map(|key| Some(format!(" [{key} {}]", record.keys.get(*key)?.join(", "))))
            .collect();
        let lead = record.lead.join(", ");
        let lead = if lead.is_empty() { lead } else { format!(" [lead {lead}]") };
        format!("{} {}{more}{lead}", record.id, words.trim_end_matches(['.', ';', '。']))
    };
    let mut got = vec![format!("= {}", found.title)];
    got.extend(found.records.iter().map(words));
    let (remarks, want): (Vec<&str>, Vec<&str>) = expected.lines().partition(|line| line.starts_with("! "));
    let missing: Vec<_> = remarks
        .iter()
        .filter(|remark| !found.remarks.iter().any(|said| said.contains(remark.trim_start_matches("! "))))
        .collect();
    let right = got == want && missing.is_empty();
    (!right).then(|| format!("{}\nnot to be looked at: {missing:?} of {:#?}", got.join("\n"), found.remarks))
}

#[test]
fn the_output_of_pdftotext_is_read_as_a_person_reads_the_paper() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/import/printed");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut wrongs = String::new();
    for file in &files {
        let all = std::fs::read_to_string(file).unwrap();
        let (text, expected) = all.split_once(">>>>>\n").unwrap();
        if let Some(wrong) = wrong(text, expected) {
            wrongs += &format!("##### {}\n{wrong}\n", file.display());
        }
    }
    assert!(files.len() >= 10 && wrongs.is_empty(), "{wrongs}");
}

/// A line at the foot of every page is one of the paper; a sentence that happens to end two pages is none.
#[test]
fn what_ends_two_pages_by_chance_is_no_foot() {
    let text = "Plan\n\n1. Water\n(1) Protect.\nLead: Works Office\n\u{c}(2) Repair.\nLead: Works Office\n\u{c}2. Roads\n(1) Mend.\n";
    let found =
        open(text.as_bytes(), false, &Decisions::default()).unwrap().read(&Decisions::default()).unwrap();
    let said = |record: &planbook::import::ImportedRecord| {
        format!("{} {}", record.text.clone().unwrap_or_default(), record.body.join(" "))
    };
    assert!(said(&found.records[1]).contains("Works Office"), "{:?}", found.records);
    assert!(said(&found.records[2]).contains("Works Office"), "{:?}", found.records);
}

/// Numbered lines at the end of a page are records unless the page calls them.
#[test]
fn a_list_at_the_end_of_a_page_is_no_footnote() {
    let text = "Plan\n\n1. Water\n\n1.1 Protect the springs.\n\u{c}2. Roads\n\n2.1 Mend the bridge.\n\n3. Rail\n\u{c}3.1 Lay.\n";
    let found =
        open(text.as_bytes(), false, &Decisions::default()).unwrap().read(&Decisions::default()).unwrap();
    let ids: Vec<&str> = found.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["1", "1.1", "2", "2.1", "3", "3.1"]);
}

/// Without the names of columns, or with one row, nothing shows that wide spaces are columns.
#[test]
fn wide_spaces_are_columns_only_where_names_stand_above() {
    for text in [
        "Plan\n\n1. Water\n\n1.1   Protect the springs    Works Office    2026\n1.2   Repair the mains       Works Office    2027\n",
        "Plan\n\n1. Water\n\nNo.   Action                 Lead            By\n1.1   Protect the springs    Works Office    2026\n",
    ] {
        let found =
            open(text.as_bytes(), false, &Decisions::default()).unwrap().read(&Decisions::default()).unwrap();
        assert!(
            found
                .remarks
                .iter()
                .any(|remark| remark.contains("columns between wide spaces, and they became one text"))
        );
    }
}
