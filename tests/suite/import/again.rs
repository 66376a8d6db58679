//! A table that comes again: its mapping file, and what it adds to the book that was made from it.

use std::collections::BTreeMap;
use std::path::Path;

use super::command::run;

const TABLE: &str = "No,Area,Action,Lead,Due,Status,As of,Comments,Indicator,Value\n\
1.1,Water,Protect the springs,Water Office,2026-06-30,In progress,2025-03-01,Fence is half built,Springs kept,4 (2024)\n\
1.2,Water,Repair the mains,Works Office,2027-01-31,Not started,2025-03-01,No money yet,,\n\
2.1,Roads,Mend the bridge,Works Office,2026-12-31,Completed,2025-03-01,,,\n";

fn folder(table: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tracker.csv"), table).unwrap();
    folder
}

fn good(said: &str) -> &str {
    assert!(said.starts_with("exit code: 0"), "{said}");
    said
}

/// All files of the book.
fn files(book: &Path) -> BTreeMap<String, String> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, root, found),
                false => {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, std::fs::read_to_string(&path).unwrap());
                }
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(book, book, &mut found);
    found
}

/// Imports `TABLE`, then another table into the same book: what is said, and the files that were added.
fn again(second: &str, more: &[&str]) -> (tempfile::TempDir, String, BTreeMap<String, String>) {
    let folder = folder(TABLE);
    good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
    let book = folder.path().join("book");
    let before = files(&book);
    std::fs::write(folder.path().join("tracker.csv"), second).unwrap();
    let mut arguments = vec!["import", "tracker.csv", "--into", "book", "--update"];
    arguments.extend(more);
    let shown = run(folder.path(), &[&arguments[..], &["--dry-run"]].concat());
    good(&shown);
    assert_eq!(files(&book), before, "a dry run wrote: {shown}");
    let said = run(folder.path(), &arguments);
    good(&said);
    let mut after = files(&book);
    for (path, text) in &before {
        assert_eq!(after.remove(path).as_ref(), Some(text), "{path} was changed: {said}");
    }
    for path in after.keys() {
        assert!(shown.contains(path), "{path} is not in the dry run: {shown}");
    }
    good(&run(folder.path(), &["check", "--root", "book"]));
    let twice = run(folder.path(), &arguments);
    assert!(good(&twice).contains("nothing was written: the table has nothing new"), "{twice}");
    (folder, said, after)
}

#[test]
fn the_same_table_changes_nothing() {
    let (_folder, said, added) = again(TABLE, &[]);
    assert!(added.is_empty(), "{added:?}");
    assert!(
        said.contains("0 new, 0 with a new report, 0 different, 3 unchanged, 0 not in the table"),
        "{said}"
    );
    let (_folder, said, added) = again(TABLE, &["--status-date", "2025-09-30"]);
    assert!(added.is_empty() && said.contains("3 unchanged"), "{added:?} {said}");
}

#[test]
fn new_rows_become_items_wherever_they_stand() {
    let second = TABLE.replace(
        "1.1,Water",
        "1.3,Water,Count the wells,Health Office,,,,,,\n3.1,Schools,Open a school,Works Office,2027,,,,,\n1.1,Water",
    );
    let (_folder, said, added) = again(&second, &[]);
    assert!(said.contains("3 new, 0 with a new report, 0 different, 3 unchanged"), "{said}");
    let paths: Vec<&str> = added.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "content/agencies/health-office.md",
            "content/areas/01-water/1.3-count-the-wells.md",
            "content/areas/03-schools/3.1-open-a-school.md",
            "content/areas/03-schools/area.md",
        ]
    );
    assert!(
        added["content/areas/03-schools/3.1-open-a-school.md"].contains("lead: ['works-office']\n"),
        "{added:?}"
    );
}

#[test]
fn what_a_row_newly_reports_becomes_an_update_of_its_day() {
    let second = TABLE
        .replace(
            "In progress,2025-03-01,Fence is half built,Springs kept,4 (2024)",
            "On hold,2025-09-01,No wood,Springs kept,6 (2025)",
        )
        .replace("2027-01-31", "2027-12-31")
        .replace("Not started,2025-03-01,No money yet", "In progress,2025-09-02,Begun");
    let (_folder, said, added) = again(&second, &[]);
    assert!(said.contains("0 new, 2 with a new report, 0 different, 1 unchanged"), "{said}");
    let springs = &added["content/updates/2025/2025-09-01-1-1.md"];
    for line in ["items: ['1.1']\n", "status: on-hold\n", "value: 6}]\n", "\n---\n\nNo wood\n"] {
        assert!(springs.contains(line), "{line}: {springs}");
    }
    let due = &added["content/updates/2025/2025-09-02-1-2-due.md"];
    assert!(due.contains("kind: date-change\nnew-due: '2027-12-31'\nreason: 'FILL IN"), "{due}");
    assert!(added["content/updates/2025/2025-09-02-1-2.md"].contains("status: in-progress\n"));
    assert_eq!(added.len(), 3, "{added:?}");
}

#[test]
fn a_status_without_a_date_of_its_own_is_of_the_day_that_is_given() {
    let second = TABLE.replace("Not started,2025-03-01,No money yet", "In progress,,Begun");
    let (_folder, said, added) = again(&second, &["--status-date", "2025-10-01"]);
    assert!(said.contains("1 with a new report, 0 different, 2 unchanged"), "{said}");
    assert_eq!(added.keys().collect::<Vec<_>>(), ["content/updates/2025/2025-10-01-1-2.md"]);
}

#[test]
fn completed_without_evidence_waits_in_a_comment() {
    let second = TABLE.replace("Not started,2025-03-01,No money yet", "Done,2025-09-02,Finished");
    let (_folder, _, added) = again(&second, &[]);
    let update = &added["content/updates/2025/2025-09-02-1-2.md"];
    assert!(update.contains("# FILL IN: `evidence:") && !update.contains("\nstatus:"), "{update}");
}

#[test]
fn other_differences_are_said_with_their_place_and_not_written() {
    let second = TABLE
        .replace("Protect the springs,Water Office", "Protect all springs,Works Office")
        .replace("4 (2024)", "5 (2024)")
        .replace("Not started,2025-03-01,No money yet", "On hold,2025-03-01,No money yet")
        .replace("2.1,Roads,Mend the bridge,Works Office,2026-12-31,Completed,2025-03-01,,,\n", "");
    let (_folder, said, added) = again(&second, &[]);
    assert!(added.is_empty(), "{added:?}");
    for part in [
        "1.1-protect-the-springs.md:4:1: `text` is \"Protect the springs\", and in the table (line 2) \"Protect all springs\"",
        "`lead` is \"water-office\", and in the table (line 2) \"Works Office\"",
        "the indicator `springs-kept` has 4 for 2024, and in the table (line 2) 5",
        "the report of 2025-03-01 in the book has status: not-started",
        "2.1-mend-the-bridge.md:1:1: item 2.1 is not in the table",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        said.contains("0 new, 0 with a new report, 2 different, 0 unchanged, 1 not in the table"),
        "{said}"
    );
}

#[test]
fn an_older_report_of_the_table_does_not_come_before_a_newer_one_of_the_book() {
    let folder = folder(TABLE);
    good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
    let path = folder.path().join("book/content/updates/2025");
    std::fs::create_dir_all(&path).unwrap();
    let mine =
        "---\ntitle: Mains repaired\ndate: 2025-12-01\nitems: ['1.2']\nstatus: in-progress\n---\n\nMine.\n";
    std::fs::write(path.join("2025-12-01-mains.md"), mine).unwrap();
    let arguments = ["import", "tracker.csv", "--into", "book", "--update"];
    let said = run(folder.path(), &arguments);
    assert!(good(&said).contains("3 unchanged"), "{said}");
    std::fs::write(
        folder.path().join("tracker.csv"),
        TABLE.replace("Not started,2025-03-01", "On hold,2025-06-01"),
    )
    .unwrap();
    let said = run(folder.path(), &arguments);
    assert!(
        good(&said).contains("the report of 2025-12-01 in the book has") && said.contains("1 different"),
        "{said}"
    );
    assert_eq!(std::fs::read_to_string(path.join("2025-12-01-mains.md")).unwrap(), mine);
}

#[test]
fn rows_without_numbers_are_known_by_their_titles_and_never_by_their_places() {
    let first = "Action,Status,As of\nProtect the springs,In progress,2025-03-01\nRepair the mains,On hold,2025-03-01\n";
    let folder = folder(first);
    good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
    let second = "Action,Status,As of\nCount the wells,,\nRepair the mains,On hold,2025-03-01\nProtect the springs,In progress,2025-03-01\n";
    std::fs::write(folder.path().join("tracker.csv"), second).unwrap();
    let arguments = ["import", "tracker.csv", "--into", "book", "--update"];
    let said = run(folder.path(), &arguments);
    assert!(good(&said).contains("1 new, 0 with a new report, 0 different, 2 unchanged"), "{said}");
    assert!(said.contains("3 rows have no number and no code, so planbook compared titles"), "{said}");
    assert!(said.contains("1.3-count-the-wells.md"), "{said}");
}

#[test]
fn rows_with_one_number_or_with_another_one_are_not_guessed() {
    let second = TABLE.replace("1.2,Water", "1.7,Water").replace("2.1,Roads", "1.1,Roads");
    let (_folder, said, added) = again(&second, &[]);
    assert!(added.is_empty(), "{added:?}");
    assert!(said.contains("line 3: item 1.2 of the book has the words of this row"), "{said}");
}

#[test]
fn rows_of_an_edition_are_refused_with_what_to_do() {
    let folder = folder(TABLE);
    good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
    let edition = folder.path().join("book/content/editions/2019");
    std::fs::create_dir_all(edition.join("areas/01-wells")).unwrap();
    let plan = std::fs::read_to_string(folder.path().join("book/content/plan.md")).unwrap();
    std::fs::write(edition.join("plan.md"), plan).unwrap();
    std::fs::write(edition.join("areas/01-wells/area.md"), "---\ntitle: Wells\nnumber: 1\n---\n").unwrap();
    let item = "---\ntitle: Dig a well\nkind: continuing\nlead: [water-office]\n---\n";
    std::fs::write(edition.join("areas/01-wells/1.1-dig-a-well.md"), item).unwrap();
    good(&run(folder.path(), &["check", "--root", "book"]));
    let before = files(&folder.path().join("book"));
    for (rows, more) in [
        ("1.4,Wells,Dig a well,Water Office,,Completed,2025-05-01,,,\n", ""),
        ("1.1,Wells,Dig a well,Water Office,,Completed,2025-05-01,,,\n", ""),
        (
            "1.4,Wells,Dig a well,Water Office,,,,,,\n1.5,Wells,Dig a well,Water Office,,,,,,\n",
            ", and 1 more row is one of an older plan",
        ),
    ] {
        let head = TABLE.lines().next().unwrap();
        std::fs::write(folder.path().join("tracker.csv"), format!("{head}\n{rows}")).unwrap();
        let said = run(folder.path(), &["import", "tracker.csv", "--into", "book", "--update"]);
        let expected = format!("line 2: this row is item 1.1 of the edition `2019`{more}; --update writes");
        assert!(!said.starts_with("exit code: 0") && said.contains(&expected), "{said}");
        assert!(said.contains("content/editions/2019/updates/"), "{said}");
        assert_eq!(files(&folder.path().join("book")), before);
    }
}

#[test]
fn a_book_with_errors_and_a_text_are_refused() {
    let folder = folder(TABLE);
    good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
    let plan = folder.path().join("book/content/plan.md");
    std::fs::write(&plan, std::fs::read_to_string(&plan).unwrap().replace("title:", "titel:")).unwrap();
    let said = run(folder.path(), &["import", "tracker.csv", "--into", "book", "--update"]);
    assert!(
        said.starts_with("exit code: 2") && said.contains("the book has errors, so nothing was written"),
        "{said}"
    );
    std::fs::write(folder.path().join("plan.txt"), "1. Trade\n  (1) Hold talks\n").unwrap();
    let said = run(folder.path(), &["import", "plan.txt", "--into", "book", "--update"]);
    assert!(said.contains("--update is for tables"), "{said}");
}

#[test]
fn a_mapping_file_is_written_and_then_obeyed() {
    let folder = folder(
        "Ref,What we promise,Commitments,Stage,Wells,Tender,Region,Secret\n1.1,Long words,Dig,Bubbling,7,2026-05-01,North,x\n",
    );
    let arguments = ["import", "tracker.csv", "--map", "map.toml", "--status-date", "2025-03-31"];
    good(&run(folder.path(), &arguments));
    let path = folder.path().join("map.toml");
    let written = std::fs::read_to_string(&path).unwrap();
    for line in [
        "\"Ref\" = \"id\"\n",
        "\"Commitments\" = \"text\"\n",
        "\"Wells\" = \"x-wells\"\n",
        "language = \"en\"\n",
        "status-date = \"2025-03-31\"\n",
    ] {
        assert!(written.contains(line), "{line}: {written}");
    }
    // What was written says what would be found without it.
    let same = run(folder.path(), &arguments);
    assert!(good(&same).contains("column `Commitments` is `text` (--map)"), "{same}");
    let changed = written
        .replace("\"Commitments\" = \"text\"", "\"Commitments\" = \"title\"")
        .replace("\"x-what-we-promise\"", "\"text\"")
        .replace("\"x-stage\"", "\"status\"")
        .replace("\"x-wells\"", "\"indicators/wells\"")
        .replace("\"x-tender\"", "\"milestones/tender\"")
        .replace("\"x-region\"", "\"tags/where\"")
        .replace("\"x-secret\"", "\"ignore\"")
        .replace("[status]\n", "[status]\n\"bubbling\" = \"in-progress\"\n");
    std::fs::write(&path, &changed).unwrap();
    good(&run(folder.path(), &["import", "tracker.csv", "--map", "map.toml", "--into", "book"]));
    good(&run(folder.path(), &["check", "--root", "book"]));
    let files = files(&folder.path().join("book"));
    let item = &files["content/areas/area-1/1.1-dig.md".replace("area-1", "01-area-1").as_str()];
    for line in [
        "title: 'Dig'\n",
        "text: 'Long words'\n",
        "status: in-progress\n",
        "values: [{indicator: 'wells', period: '2025-03-31', value: 7}]\n",
        "milestones: [{id: 'tender', title: 'Tender', due: '2026-05-01'}]\n",
        "tags: ['where/north']\n",
    ] {
        assert!(item.contains(line), "{line}: {item}");
    }
    assert!(!item.contains("x-"), "{item}");
}

#[test]
fn mistakes_of_a_mapping_and_other_columns_have_their_places() {
    let folder = folder("No,Action,New\n1,Dig,x\n");
    let path = folder.path().join("map.toml");
    let arguments = ["import", "tracker.csv", "--map", "map.toml"];
    let text = "[columns]\n\"No\" = \"id\"\n\"Action\" = \"text\"\n\"Old\" = \"ignore\"\n";
    std::fs::write(&path, text).unwrap();
    let said = run(folder.path(), &arguments);
    assert!(said.starts_with("exit code: 2"), "{said}");
    for part in [
        "map.toml:4:1: the table no longer has the column `Old`",
        "or write its new name, if it is `New`",
        "map.toml:1:1: the table has the column `New`, which the mapping does not have",
        "add the line `\"New\" = \"ignore\"` below `[columns]`",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for (text, part) in [
        ("[columns]\n\"No\" = \"number\"\n", "map.toml:2:8: `number` is not what a column can be"),
        ("[columns]\n\"No\" = \"indicators/A b\"\n", "`indicators/A b` is not what a column can be"),
        (
            "[columns]\n\"No\" = \"text\"\n\"Action\" = \"text\"\n",
            "map.toml:3:1: two columns are `text`: `No` and `Action`",
        ),
        ("[colums]\n\"No\" = \"id\"\n", "map.toml:1:2: `colums` is not a key of a mapping"),
        ("[columns]\nNo = [1]\n", "map.toml:2:6: the value of `No` is not a text"),
        ("language = \"English\"\n", "map.toml:1:12: `English` is not a language code"),
        ("status-date = \"soon\"\n", "map.toml:1:15: `soon` is not a date"),
        ("[status]\n\"Done\" = \"finished\"\n", "map.toml:2:10: `finished` is not a status"),
        ("", "map.toml:1:1: the mapping names no columns"),
        ("[columns]\n\"No\" = id\n", "map.toml:2:"),
    ] {
        std::fs::write(&path, text).unwrap();
        let said = run(folder.path(), &arguments);
        assert!(said.starts_with("exit code: 2") && said.contains(part), "{part}: {said}");
    }
    std::fs::write(folder.path().join("plan.txt"), "1. Trade\n  (1) Hold talks\n").unwrap();
    let said = run(folder.path(), &["import", "plan.txt", "--map", "other.toml"]);
    assert!(said.contains("--map is for tables") && !folder.path().join("other.toml").exists(), "{said}");
}

/// The files of new updates and items that a second table adds, by the item that each is about.
fn about(added: &BTreeMap<String, String>, words: &str) -> Vec<String> {
    added.iter().filter(|(_, text)| text.contains(words)).map(|(path, _)| path.clone()).collect()
}

#[test]
fn a_whole_number_that_the_book_does_not_have_is_never_another_item() {
    let second = TABLE.replace(
        "2.1,Roads,Mend the bridge,Works Office,2026-12-31,Completed,2025-03-01,,,",
        "5.1,Roads,Dredge the canal,Works Office,2028,In progress,2026-09-01,Dredging began,,",
    );
    let (_folder, said, added) = again(&second, &[]);
    assert!(
        said.contains("1 new, 0 with a new report") && said.contains("item 2.1 is not in the table"),
        "{said}"
    );
    let paths = about(&added, "Dredg");
    assert_eq!(paths, ["content/areas/02-roads/2.2-dredge-the-canal.md"], "{added:?}");
    let item = &added[&paths[0]];
    assert!(item.contains("code: '5.1'\n") && item.contains("Dredging began"), "{item}");
    assert!(said.contains("line 4: the number 5.1 becomes 2.2"), "{said}");
}

#[test]
fn rows_with_the_words_of_one_item_and_the_number_of_another_are_not_read() {
    let begun = "In progress,2026-09-01,Dredging began,,";
    // Other numbers for known words.
    let second = TABLE.replace("1.1,Water", "7.1,Water").replace("1.2,Water", "7.2,Water");
    let (_folder, said, added) = again(&second, &[]);
    assert!(added.is_empty(), "{added:?}");
    assert!(
        said.contains(
            "line 2: item 1.1 of the book has the words of this row, and another number than `7.1`"
        ),
        "{said}"
    );
    // A row put in, so that the numbers below it moved.
    let second = TABLE.replace(
        "2.1,Roads,Mend the bridge,Works Office,2026-12-31,Completed,2025-03-01,,,",
        &format!("2.1,Canals,Dredge the canal,Works Office,2028,{begun}\n3.1,Roads,Mend the bridge,Works Office,2026-12-31,{begun}"),
    );
    let (_folder, said, added) = again(&second, &[]);
    assert!(added.is_empty(), "{added:?}");
    assert!(
        said.contains("line 4: this row has the number of item 2.1 of the book, and line 5 has its words"),
        "{said}"
    );
    assert!(said.contains("line 5: item 2.1 of the book has the words of this row"), "{said}");
    // Two numbers that changed places.
    let second = TABLE
        .replace("1.1,Water", "0,Water")
        .replace("1.2,Water", "1.1,Water")
        .replace("0,Water", "1.2,Water");
    let (_folder, said, added) = again(&second, &[]);
    assert!(added.is_empty(), "{added:?}");
    assert!(said.contains("line 2: the number of this row is that of item 1.2 of the book, and its words are those of item 1.1"), "{said}");
}

#[test]
fn rows_are_said_to_be_one_item_only_when_both_name_it() {
    let second = TABLE.replace("2.1,Roads", "9.1,Roads").replace("Mend the bridge", "Paint the bridge")
        + "2.1,Roads,Mend the bridge,Works Office,2026-12-31,Completed,2025-03-01,,,\n";
    let (_folder, said, added) = again(&second, &[]);
    assert!(!said.contains("these rows are all"), "{said}");
    assert_eq!(about(&added, "Paint the bridge").len(), 1, "{added:?}");
}

#[test]
fn a_status_that_waits_in_an_update_is_no_difference_for_ever() {
    let second = TABLE.replace(
        "In progress,2025-03-01,Fence is half built,Springs kept,4 (2024)",
        "Completed,2025-09-01,Fence is built,Springs kept,4 (2024)",
    );
    let (folder, said, added) = again(&second, &[]);
    assert!(said.contains("1 with a new report, 0 different") && !said.contains("x-status"), "{said}");
    assert_eq!(about(&added, "Fence is built").len(), 1, "{added:?}");
    let said = run(folder.path(), &["import", "tracker.csv", "--into", "book", "--update"]);
    assert!(said.contains("0 different, 3 unchanged") && !said.contains("x-status"), "{said}");
}

#[test]
fn names_of_columns_in_two_rows_have_a_mapping_for_the_next_delivery() {
    let table =
        "No,Action,Indicator,Target,,Actual\n,,,2024,2025,2024\n1.1,Dig,Wells,5,6,4\n2.1,Fill,Holes,7,8,9\n";
    let folder = folder(table);
    let arguments =
        ["import", "tracker.csv", "--map", "map.toml", "--into", "book", "--status-date", "2025-01-31"];
    good(&run(folder.path(), &arguments));
    let map = std::fs::read_to_string(folder.path().join("map.toml")).unwrap();
    assert!(map.contains("\"Target 2025\" = \"target\"\n"), "{map}");
    let said = run(folder.path(), &[&arguments[..], &["--update"]].concat());
    assert!(good(&said).contains("0 new, 0 with a new report, 0 different, 2 unchanged"), "{said}");
}

#[test]
fn a_number_that_runs_through_all_areas_finds_its_item_with_and_without_its_code() {
    let table =
        "No,Area,Action,Status\n1,Water,Protect the springs,\n2,Roads,Mend the bridge,\n3,Roads,Pave,\n";
    let second = "No,Area,Action,Status\n1,Water,Protect the springs,in progress\n2,Roads,Mend the old bridge,in progress\n3,Roads,Pave,\n4,Ports,Dredge,\n";
    for with_codes in [true, false] {
        let folder = folder(table);
        good(&run(folder.path(), &["import", "tracker.csv", "--into", "book"]));
        let item = folder.path().join("book/content/areas/02-roads/2.2-mend-the-bridge.md");
        let text = std::fs::read_to_string(&item).unwrap();
        assert!(text.contains("code: '2'\n"), "{text}");
        if !with_codes {
            std::fs::write(&item, text.replace("code: '2'\n", "")).unwrap();
        }
        std::fs::write(folder.path().join("tracker.csv"), second).unwrap();
        let update = ["import", "tracker.csv", "--into", "book", "--update", "--status-date", "2026-01-01"];
        let said = run(folder.path(), &update);
        let counts = "Compared the table with book: 2 new, 2 with a new report,";
        assert!(good(&said).contains(counts), "{with_codes}: {said}");
        assert!(!said.contains("the language is"), "the book says its language: {said}");
        assert!(folder.path().join("book/content/updates/2026/2026-01-01-2-2.md").exists(), "{said}");
        assert!(folder.path().join("book/content/areas/03-ports/3.4-dredge.md").exists(), "{said}");
    }
}
