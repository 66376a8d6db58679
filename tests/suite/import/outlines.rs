//! Outlines of many styles, each read as a person reads it.

use std::path::Path;

use planbook::import::{Decisions, Level, Restart, SourceFormat, Wrap, read, report, tree};

use super::{book, import, titles};

fn outline(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/import/outlines");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// The outline, what was decided and noticed, and the place of every line; the book that comes of it has no errors.
fn shown(name: &str) -> String {
    let (found, outcome) = import(&outline(name), SourceFormat::Text, &Decisions::default());
    assert_eq!(outcome.places(), Vec::<String>::new(), "{name}");
    format!("{}\n{}", tree(&found), report(&found, true))
}

macro_rules! read_as {
    ($($test:ident, $name:literal;)+) => {
        $(#[test]
        fn $test() {
            insta::assert_snapshot!(concat!("outline-", $name), shown($name));
        })+
    };
}

read_as! {
    roman_numbers_capitals_and_small_roman, "roman-letters.txt";
    dotted_numbers_and_what_only_looks_like_them, "dotted.txt";
    headings_of_markdown, "markdown.md";
    lines_in_bold, "bold.txt";
    pillars_goals_and_actions, "pillars.txt";
    codes_before_the_title, "codes-before.txt";
    codes_after_the_title, "codes-after.txt";
    bullets_without_numbers, "bullets.txt";
    numbers_that_begin_again_skip_and_run_on, "restarts.txt";
    japanese_numbers, "cjk.txt";
    headers_footers_footnotes_and_contents, "pages.txt";
    contents_without_page_numbers_and_letters_up_to_j, "contents-plain.txt";
    a_list_without_areas, "flat.txt";
    introductions_notes_and_a_table, "intros.txt";
    chapters_with_titles_on_the_next_line_and_an_annex, "chapters.txt";
    commitments_with_milestones_in_bullets, "commitments.md";
    numbers_without_a_sign, "bare.txt";
}

/// The ids that a text has with some decisions.
fn ids(name: &str, decisions: &Decisions) -> Vec<String> {
    let (found, _) = import(&outline(name), SourceFormat::Text, decisions);
    found.records.into_iter().map(|record| record.id).collect()
}

#[test]
fn a_flag_says_which_style_is_an_item() {
    let style = |text: &str| Level::parse(text).unwrap();
    let decisions = Decisions { areas: style("Pillar"), items: style("action"), ..Decisions::default() };
    assert_eq!(ids("pillars.txt", &decisions), ["1", "1.1", "1.2", "2", "2.1", "2.2"]);
    let decisions =
        Decisions { areas: style("##"), items: style("###"), parts: style("1."), ..Decisions::default() };
    assert_eq!(ids("markdown.md", &decisions)[..4], ["1", "1.1", "1.1.1", "1.1.2"]);
    let decisions = Decisions { areas: Level::None, ..Decisions::default() };
    assert_eq!(ids("bold.txt", &decisions)[..4], ["1", "1.1", "1.1.1", "1.1.2"]);
}

#[test]
fn a_style_that_the_text_does_not_have_is_refused_with_those_that_it_has() {
    let decisions = Decisions { areas: Level::parse("Pillar").unwrap(), ..Decisions::default() };
    let problem = read(&outline("dotted.txt"), SourceFormat::Text, &decisions).unwrap_err();
    assert!(
        problem.contains("`pillar`") && problem.contains("`1.`") && problem.contains("`1.1`"),
        "{problem}"
    );
}

#[test]
fn a_number_that_is_there_already_can_take_the_next_one() {
    let decisions = Decisions { restart: Restart::Continue, ..Decisions::default() };
    assert_eq!(ids("restarts.txt", &decisions)[..5], ["1", "1.1", "1.2", "1.3", "1.4"]);
    assert_eq!(ids("restarts.txt", &Decisions::default())[..5], ["1", "1.1", "1.2", "1.1b", "1.2b"]);
}

#[test]
fn wrapped_lines_are_joined_or_kept() {
    let text = "1. Trade\n  (1) Hold talks\n      with Boria\n";
    let words = |wrap| {
        let (found, outcome) = import(text, SourceFormat::Text, &Decisions { wrap, ..Decisions::default() });
        assert_eq!(outcome.places(), Vec::<String>::new());
        found.records[1].text.clone().unwrap()
    };
    assert_eq!(words(Wrap::Join), "Hold talks with Boria");
    assert_eq!(words(Wrap::Keep), "Hold talks\nwith Boria");
}

#[test]
fn the_plan_s_date_is_taken_from_the_text_or_marked() {
    let plan = |text: &str| {
        let decisions = Decisions::default();
        let found = read(text, SourceFormat::Text, &decisions).unwrap();
        let files = planbook::import::files(&found, &decisions);
        files.into_iter().find(|(path, _)| path == "content/plan.md").unwrap().1
    };
    assert!(plan("The plan\n\nMay 2021\n\n1. A\n(1) B\n").contains("\nadopted: 2021-05\n"));
    let unknown = plan("The plan\n\n1. A\n(1) B\n");
    assert!(
        unknown.contains("# FILL IN: the date on which the plan was adopted")
            && unknown.contains("FILL IN: the parties of the plan")
    );
}

#[test]
fn a_text_without_an_outline_is_refused() {
    let problem = |text: &str| read(text, SourceFormat::Text, &Decisions::default()).unwrap_err();
    assert_eq!(problem("\n \n"), "the text is empty");
    assert!(problem("Once upon a time.\nThe end.").starts_with("no line starts with a number"));
}

#[test]
fn a_record_s_words_are_words_whatever_they_look_like() {
    let text = "1. 'Trade' & \"tolls\": a #1 [[x]] <b>\n  (1) :::internal\n  (2) {{ x }} `y` --- # z\n\n  Text ```\n";
    let decisions = Decisions::default();
    let found = read(text, SourceFormat::Text, &decisions).unwrap();
    let area = "content/areas/01-trade-tolls-a-1-x-b/area.md";
    assert_eq!(book(&found, &decisions).build().places(), [format!("literal-markup {area}:3")]);
    assert_eq!(titles(&found)[2], "1.2 {{ x }} `y` --- # z");
}
