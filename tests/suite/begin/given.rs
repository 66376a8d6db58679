//! What people type in the flags of `new`, as they type it elsewhere.

use super::dialogue::book;
use super::{call, listing, well, words};

#[test]
fn values_in_other_forms_are_taken_and_said() {
    let folder = book();
    for (line, notes, lines) in [
        (
            "update --date \"3 March 2025\" --items \"1(1)a、Item 1.2 and 2.2\" --title A --status \"In Progress\" --by \"MOW; Ports Authority\"",
            &[
                "--date \"3 March 2025\" was taken as 2025-03-03",
                "--items \"1(1)a\" was taken as 1.1.a",
                "--items \"Item 1.2\" was taken as 1.2",
                "--status \"In Progress\" was taken as in-progress",
                "--by \"MOW\" was taken as ar-water",
                "--by \"Ports Authority\" was taken as bo-ports",
            ][..],
            "date: 2025-03-03\ntitle: A\nitems: [\"1.1.a\", \"1.2\", \"2.2\"]\nstatus: in-progress\nby: [ar-water, bo-ports]\n",
        ),
        (
            "update --date ２０２５−０３−０３ --items 1.1a --items 1.1.a --title A --evidence-title E --evidence-url https://a.example/ --evidence-date 2025/3/3",
            &[
                "was taken as 2025-03-03",
                "--items \"1.1a\" was taken as 1.1.a",
                "--evidence-date \"2025/3/3\" was taken as 2025-03-03",
            ],
            "date: 2025-03-03\ntitle: A\nitems: [\"1.1.a\"]\nevidence:\n  - title: E\n    url: https://a.example/\n    date: 2025-03-03\n",
        ),
        (
            "item --id 1.2a --title A --kind Recurring --cadence quarterly --lead \"Ministry of Water\" --due \"Q4 2027\"",
            &[
                "--id \"1.2a\" was taken as 1.2.a",
                "--kind \"Recurring\" was taken as recurring",
                "--cadence \"quarterly\" was taken as every 3 months",
                "--lead \"Ministry of Water\" was taken as ar-water",
                "--due \"Q4 2027\" was taken as 2027-Q4",
            ],
            "title: A\nkind: recurring\nlead: [ar-water]\ndue: 2027-Q4\ncadence: every 3 months\n",
        ),
        (
            "area --number \"Area 3\" --title A",
            &["--number \"Area 3\" was taken as 3"],
            "number: \"3\"\ntitle: A\n",
        ),
    ] {
        let said = well(folder.path(), &words(&format!("new {line} --bare --print")));
        assert_eq!(said.out, format!("---\n{lines}---\n"), "{line}");
        for note in notes {
            assert!(said.err.contains(note), "{line} does not say “{note}”: {}", said.err);
        }
        assert_eq!(said.err.matches("was taken as").count(), notes.len(), "{line}: {}", said.err);
    }
}

#[test]
fn what_has_several_meanings_is_an_error_in_the_words_of_the_check() {
    let folder = book();
    let before = listing(folder.path());
    for (line, code, hint) in [
        (
            "update --date 03/04/2025 --items 1.2 --title A",
            2,
            "which number is the day? Write 2025-04-03 if it is the first one, 2025-03-04 if it is the second",
        ),
        (
            "update --date 2025 --items 1.2 --title A --status done",
            1,
            "error[unknown-value]: `done` is not a value of `status`",
        ),
        ("update --date 2025 --items 1.2 --title A --status delayed", 1, "a delay is no status"),
        ("item --id 1.3 --title A --kind event --cadence biannually", 1, "the word is used for both"),
        ("item --id 1.3 --title A --kind event --due TBD", 1, "leave the key out when the date is not known"),
        ("item --id 1.3 --title A --kind event --lead Nobody", 1, "the agency `Nobody` does not exist"),
        (
            "update --date 2025 --items 1.2 --title A --status completed",
            2,
            "`status: completed` needs evidence",
        ),
    ] {
        let said = call(folder.path(), &words(&format!("new {line}")));
        assert_eq!(said.code, code, "{line}\n{}", said.err);
        assert!(said.err.contains(hint), "{line} does not say “{hint}”: {}", said.err);
    }
    let long = "x".repeat(1_001);
    let said = call(folder.path(), &["new", "page", "--title", &long]);
    assert!(said.code == 1 && said.err.contains("at most 1000"), "{}", said.err);
    assert_eq!(listing(folder.path()), before);
}

#[test]
fn a_title_without_plain_letters_names_the_flag_in_the_first_error() {
    let folder = book();
    for (line, needs, words_of) in [
        ("update --title 港の点検 --items 1.2", "an update needs --date and --id", "this title has none"),
        ("page --title 港", "a page needs --id", "this title has none"),
        ("source --title 港", "a source needs --date and --id", "this title has none"),
        ("agency --name 港湾局", "an agency needs --id", "this name has none"),
    ] {
        let said = call(folder.path(), &words(&format!("new {line}")));
        assert_eq!(said.code, 2, "{line}");
        for hint in [needs, words_of, "with --id"] {
            assert!(said.err.contains(hint), "{line} does not say “{hint}”: {}", said.err);
        }
    }
    well(folder.path(), &["new", "agency", "--name", "港湾局", "--abbreviation", "PB"]);
}

#[test]
fn the_last_hint_names_the_file_and_is_true() {
    let folder = book();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    let said = well(folder.path(), &words("new update --date 2025-03 --items 1.2 --title A --kind progress"));
    let path = "content/updates/2025/2025-03-a.md";
    let expected = format!(
        "wrote {path}\n\nNext:\n  1. Write what happened at the end of {path}, below the last line `---`: only what a source shows.\n  2. Run `planbook check`: it reports what is wrong or missing.\n  3. Run `planbook serve` and look at the page in a browser.\n  4. Commit {path}.\n"
    );
    assert_eq!(said.out, expected);
    assert!(std::fs::read_to_string(folder.path().join(path)).unwrap().ends_with("\n---\n"));
    // What the site does not show yet has no page to look at.
    let said = well(
        folder.path(),
        &words(
            "new update --date 2999 --items 1.2 --title B --status completed --evidence-title E --evidence-url https://a.example/ --body Done.",
        ),
    );
    assert!(said.err.contains("future-update") && !said.out.contains("serve"), "{}{}", said.err, said.out);
    assert!(said.out.contains("  1. Run `planbook check`"), "{}", said.out);
}
