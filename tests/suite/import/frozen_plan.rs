//! The text of the 2009 plan, imported, gives the areas, items and parts of the book that people made of it.

use std::collections::BTreeMap;

use planbook::import::{Boilerplate, Decisions, Disposition, SourceFormat};

use super::{book, doubts, import};
use crate::book::frozen;

/// The plan's text, as the source record holds it, with the line of the web page below it.
fn text() -> String {
    let record = include_str!("../../fixtures/security-plan/content/sources/action-plan-2009.md");
    let text = record.split_once("```plan-text\n").unwrap().1.split_once("\n```").unwrap().0;
    format!("{text}\n\nBack to Index")
}

#[test]
fn every_id_and_every_word_is_that_of_the_book_made_by_hand() {
    let (found, outcome) = import(&text(), SourceFormat::Text, &Decisions::default());
    assert_eq!(outcome.places(), Vec::<String>::new());
    let (plan, _) = frozen().plans();
    let areas = plan
        .areas
        .iter()
        .map(|area| (area.document.number.value.as_str().to_owned(), area.document.title.value.clone()));
    let items = plan.items.iter().map(|item| {
        (item.document.id.as_str().to_owned(), item.document.text.as_ref().unwrap().value.clone())
    });
    let expected: BTreeMap<String, String> = areas.chain(items).collect();
    let records = found.records.iter();
    let actual: BTreeMap<String, String> = records
        .map(|record| (record.id.clone(), record.text.clone().unwrap_or_else(|| record.title.clone())))
        .collect();
    assert_eq!(actual.len(), found.records.len());
    assert_eq!(actual, expected);
    assert_eq!(actual.len(), 75);
    let depths = |depth| found.records.iter().filter(|record| record.depth == depth).count();
    assert_eq!([depths(0), depths(1), depths(2)], [12, 53, 10]);
}

#[test]
fn the_new_book_says_what_the_text_says() {
    let decisions = Decisions::default();
    let (found, _) = import(&text(), SourceFormat::Text, &decisions);
    let (plan, _) = book(&found, &decisions).plans();
    assert!(found.title.starts_with("Major elements of the Action Plan to implement the Japan-Australia"));
    let about = plan.about.as_ref().unwrap();
    assert_eq!(about.document.adopted.value.text, "2009-12");
    // The check compares each record with the text from now on.
    assert!(about.source.is_some());
    let kind = |id: &str| {
        plan.items.iter().find(|item| item.document.id.as_str() == id).unwrap().document.kind.word()
    };
    assert_eq!([kind("3.1"), kind("3.2"), kind("3.2.j")], ["continuing", "container", "catch-all"]);
}

#[test]
fn every_line_is_accounted_for() {
    let (found, _) = import(&text(), SourceFormat::Text, &Decisions::default());
    assert_eq!(found.coverage.not_understood(), 0);
    assert_eq!(doubts(&found), [""; 0]);
    assert_eq!(found.coverage.dispositions.last(), Some(&Disposition::Boilerplate(Boilerplate::Navigation)));
    let records = found
        .coverage
        .dispositions
        .iter()
        .filter(|disposition| matches!(disposition, Disposition::Record(..)))
        .count();
    assert_eq!(records, 75);
}
