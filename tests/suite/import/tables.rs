//! Tables: a row is an item, and nothing of it is lost.

use planbook::import::{Decisions, Import, ImportedRecord, SourceFormat, read, report};

use super::{doubts, import, titles};

fn file<'a>(files: &'a [(String, String)], path: &str) -> &'a str {
    let found = files.iter().find(|(known, _)| known == path);
    &found
        .unwrap_or_else(|| {
            panic!("no {path} among {:?}", files.iter().map(|(path, _)| path).collect::<Vec<_>>())
        })
        .1
}

#[test]
fn columns_are_known_by_their_names() {
    let text = "\u{feff}No;Area;Action;Responsible;Deadline;Budget\r\n1.1;1. Trade;\"Hold \"\"talks\"\"; twice\";Ministry of Trade, Industry; 31.12.2025;10\r\n1.2;1. Trade;Sign;Ministry of Trade, Industry;2026-Q3;\r\n2.1;2. Safety;Drill;Coast Guard;soon;5\r\n";
    let decisions = Decisions::default();
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    assert_eq!(outcome.places(), Vec::<String>::new());
    assert_eq!(titles(&found), ["1 Trade", "1.1 Hold \"talks\"; twice", "1.2 Sign", "2 Safety", "2.1 Drill"]);
    let files = planbook::import::files(&found, &decisions);
    insta::assert_snapshot!("table-item", file(&files, "content/areas/01-trade/1.1-hold-talks-twice.md"));
    assert!(file(&files, "content/areas/02-safety/2.1-drill.md").contains("x-due: 'soon'\n"));
    assert!(
        file(&files, "content/agencies/ministry-of-trade-industry.md")
            .contains("'Ministry of Trade, Industry'")
    );
    // The column of the budget names no currency.
    assert_eq!(doubts(&found).len(), 3, "{:?}", found.remarks);
    assert!(
        doubts(&found)[0].starts_with("line 4: `soon` is not an unambiguous date"),
        "{:?}",
        found.remarks
    );
    insta::assert_snapshot!("table-report", report(&found, true));
}

#[test]
fn every_separator_is_found() {
    for sign in [",", ";", "\t", "|"] {
        let text =
            ["id", "title", "text"].join(sign) + "\n" + &["1", "Talks", "Hold talks"].join(sign) + "\n";
        let (found, outcome) = import(&text, SourceFormat::Table, &Decisions::default());
        assert_eq!(outcome.places(), Vec::<String>::new(), "{sign}");
        assert_eq!(titles(&found), ["1 Area 1", "1.1 Talks"], "{sign}");
    }
}

#[test]
fn a_column_is_named_by_a_flag() {
    let text = "What,Who\nHold talks,Trade\n";
    let problem = read(text, SourceFormat::Table, &Decisions::default()).unwrap_err();
    assert!(
        problem.contains("the columns are `What`, `Who`") && problem.contains("--column text=\"What\""),
        "{problem}"
    );
    let columns = vec![("title".to_owned(), "what".to_owned()), ("lead".to_owned(), "Who".to_owned())];
    let (found, outcome) = import(text, SourceFormat::Table, &Decisions { columns, ..Decisions::default() });
    assert_eq!(outcome.places(), Vec::<String>::new());
    assert_eq!(found.records[1].lead, ["Trade"]);
    let wrong = |key: &str, name: &str| {
        let columns = vec![(key.to_owned(), name.to_owned())];
        read(text, SourceFormat::Table, &Decisions { columns, ..Decisions::default() }).unwrap_err()
    };
    assert!(wrong("title", "Nothing").contains("the column `Nothing` does not exist"));
    assert!(wrong("stars", "What").contains("a column cannot have the key `stars`"));
}

#[test]
fn rows_of_several_lines_and_of_other_lengths_are_whole() {
    let text = "no,title,note\n\n1,\"Hold\ntalks\",a,b,c\n,,\n2,Sign\n";
    let decisions = Decisions::default();
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    assert_eq!(outcome.places(), Vec::<String>::new());
    assert_eq!(titles(&found), ["1 Area 1", "1.1 Hold talks", "1.2 Sign"]);
    assert_eq!(found.records[1].keys["x-note"], ["a"]);
    assert_eq!(found.records[1].keys["x-beyond-the-columns"], ["b", "c"]);
    assert!(found.remarks[0].starts_with("line 3: the row has 5 values"), "{:?}", found.remarks);
    assert_eq!(found.records[1].line, Some(3));
    assert_eq!(found.records[2].line, Some(6));
}

#[test]
fn numbers_that_are_missing_twice_or_below_each_other_are_kept_apart() {
    let text = "no,area,title\n3.2,Defence,Exchange\n3.2.a,Defence,Meetings\n3.2.a,Defence,Again\n,Defence,Nameless\n9.9.z,Law,Lost\n";
    let (found, outcome) = import(text, SourceFormat::Table, &Decisions::default());
    assert_eq!(outcome.places(), Vec::<String>::new());
    assert_eq!(
        titles(&found),
        ["3 Defence", "3.2 Exchange", "3.2.a Meetings", "3.2.a2 Again", "3.1 Nameless", "9 Law", "9.z Lost"]
    );
    assert_eq!(doubts(&found).len(), 2, "{:?}", found.remarks);
}

#[test]
fn a_table_without_rows_is_refused() {
    let problem = |text: &str| read(text, SourceFormat::Table, &Decisions::default()).unwrap_err();
    assert_eq!(problem(""), "the table is empty");
    assert_eq!(problem("title,text\n"), "the table has column names but no rows");
}

#[test]
fn codes_tags_partners_and_starts_have_columns() {
    let text = "Ref;Area;Title;Tags;External partners;Start date\nUS0113;Trade;Talks;Where/North shore, sdg/6;Harbour Museum;2024-04\nEC-01 bis;Trade;Sign;youth, 若者;;soon\n";
    let decisions = Decisions::default();
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    assert_eq!(outcome.places(), Vec::<String>::new());
    let files = planbook::import::files(&found, &decisions);
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let item = |title: &str| {
        let path = paths.iter().find(|path| path.ends_with(&format!("{title}.md"))).unwrap();
        file(&files, path)
    };
    for line in [
        "code: 'US0113'\n",
        "tags: ['where/north-shore', 'sdg/6']\n",
        "partners: 'Harbour Museum'\n",
        "start: '2024-04'\n",
    ] {
        assert!(item("talks").contains(line), "{line}: {}", item("talks"));
    }
    for line in ["code: 'EC-01 bis'\n", "tags: ['tag/youth', 'tag/2']\n", "x-start: 'soon'\n"] {
        assert!(item("sign").contains(line), "{line}: {}", item("sign"));
    }
    let plan = file(&files, "content/plan.md");
    assert!(plan.contains("sdg: {title: 'Sustainable Development Goals', builtin: sdg}"), "{plan}");
    assert!(plan.contains("'north-shore': 'North shore'") && plan.contains("'2': '若者'"), "{plan}");
}

#[test]
fn numbers_that_run_through_all_areas_are_codes() {
    for (text, codes) in [
        // The number of an area, which planbook made, is the code of an item all the same.
        ("No,Area,Action\n1,Water,Protect\n2,Roads,Mend\n3,Roads,Build\n", "1.1=1 2.2=2 2.3=3"),
        ("No,Area,Action\n01,Water,Protect\n02,Roads,Mend\n", "1.1=01 2.2=02"),
        ("No,Action\n1,Protect\n2,Mend\n", "1.1=1 1.2=2"),
        ("No,Area,Action\n1,1. Water,Protect\n2,2. Roads,Mend\n", "1.1=1 2.2=2"),
        ("No,Area,Action\nA,Water,Protect\nB,Roads,Mend\n", "1.a=A 2.b=B"),
        // These begin again in each area, or are steps of its number.
        ("No,Area,Action\n1,Water,Protect\n2,Water,Clean\n1,Roads,Mend\n", ""),
        ("No,Area,Action\n1,3. Water,Protect\n2,3. Water,Clean\n", ""),
        ("No,Area,Action\n1.1,Water,Protect\n2.1,Roads,Mend\n", ""),
    ] {
        let (found, outcome) = import(text, SourceFormat::Table, &Decisions::default());
        assert_eq!(outcome.places(), Vec::<String>::new(), "{text}");
        assert_eq!(codes_of(&found), codes, "{text}");
    }
    for (text, codes) in [
        (
            "## Water\n1. Protect the springs.\n2. Clean the wells.\n## Roads\n3. Mend the bridge.\n",
            "1.1=1 1.2=2 2.3=3",
        ),
        (
            "1. Water\n(1) Protect the springs.\n(2) Clean the wells.\n2. Roads\n(3) Mend the bridge.\n",
            "1.1=1 1.2=2 2.3=3",
        ),
        ("1. Water\n(1) Protect the springs.\n(2) Clean the wells.\n2. Roads\n(1) Mend the bridge.\n", ""),
    ] {
        let (found, outcome) = import(text, SourceFormat::Text, &Decisions::default());
        assert_eq!(outcome.places(), Vec::<String>::new(), "{text}");
        assert_eq!(codes_of(&found), codes, "{text}");
    }
}

/// `1.1=EC-01 1.2=EC-02`
fn codes_of(found: &Import) -> String {
    let code = |record: &ImportedRecord| Some(format!("{}={}", record.id, record.keys.get("code")?.concat()));
    found.records.iter().filter_map(code).collect::<Vec<_>>().join(" ")
}
