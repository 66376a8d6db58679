//! What is in a plan beside its items is neither lost nor made an item: tables in a text, notes, raised words, sums, comments.

use planbook::import::{Decisions, Disposition, Import, SourceFormat, files, obey, open, outline, read};

use super::formats::archive;
use super::{accounted, book, doubts, import, titles};

const TABLE: &str = "| No. | Action | Lead | Deadline | Status | Cost centre | Budget | Contact |\n|---|---|---|---|---|---|---|---|\n| 1.1 | Protect the springs | Water Office | soon | In progress | K7 | EUR 40000 | a@b.example |\n| 1.2 | Repair the mains | Works | 2028 | Done | K9 | EUR 9 | see page 3 |\n";

/// What the book of an import says, and what is to be looked at.
fn all(found: &Import) -> (String, String) {
    accounted(found);
    let decisions = Decisions::default();
    assert_eq!(book(found, &decisions).build().places(), Vec::<String>::new());
    let all = files(found, &decisions).into_iter().map(|(path, text)| format!("{path}\n{text}\n")).collect();
    (all, found.remarks.join("\n"))
}

fn text(text: &str) -> Import {
    read(text, SourceFormat::Text, &Decisions::default()).unwrap()
}

fn bytes(bytes: &[u8]) -> Import {
    let decisions = Decisions::default();
    let source = open(bytes, false, &decisions).unwrap();
    source.read(&source.decisions(decisions)).unwrap()
}

#[test]
fn a_table_in_a_text_declares_and_reports_what_the_same_table_as_csv_does() {
    let csv = TABLE.lines().filter(|line| !line.contains("---"));
    let csv: String = csv.map(|line| line.trim_matches(['|', ' ']).replace(" | ", ";") + "\n").collect();
    let (table, _) = import(&csv, SourceFormat::Table, &Decisions::default());
    let found = text(&format!("# Plan\n\n## 1. Water\n\n{TABLE}"));
    let (all, remarks) = all(&found);
    assert_eq!(found.fields, table.fields);
    assert!(found.fields.iter().any(|field| field.key == "x-cost-centre" && field.label == "Cost centre"));
    for item in [1, 2] {
        assert_eq!(found.records[item].keys, table.records[item].keys);
    }
    assert!(all.contains("[fields.x-due]") && all.contains("[fields.x-status]"), "{all}");
    for (line, said) in [
        (7, "`soon` is not an unambiguous date"),
        (8, "`see page 3` is not an address"),
        (7, "the status has no date"),
    ] {
        assert!(remarks.contains(&format!("line {line}: {said}")), "{said}: {remarks}");
    }
    for said in table.remarks.iter().filter_map(|remark| remark.split_once(": ").map(|(_, said)| said)) {
        assert!(remarks.contains(said), "{said}: {remarks}");
    }
    let said = "in the tables of the text, column `Cost centre` has no key";
    assert!(found.decided.iter().any(|decided| decided.starts_with(said)), "{:?}", found.decided);
    // The same columns in a second table are said once; the numbers of both are those of the text.
    let twice =
        text(&format!("# Plan\n\n## 1. Water\n\n{TABLE}\n## 2. Roads\n\n{}", TABLE.replace("| 1.", "| 2.")));
    let count = twice.decided.iter().filter(|decided| decided.starts_with(said)).count();
    assert_eq!((count, twice.fields.len()), (1, table.fields.len()));
}

#[test]
fn columns_of_a_table_in_a_text_are_named_by_flags_or_the_flag_is_refused() {
    let plan = "# Plan\n\n## 1. Water\n\n| Field work | Desk |\n|---|---|\n| Fence the springs | Water Office |\n\n## 2. Roads\n\n1. Mend the bridge.\n";
    let with = |columns: &[(&str, &str)]| {
        let columns = columns.iter().map(|(key, name)| ((*key).to_owned(), (*name).to_owned())).collect();
        read(plan, SourceFormat::Text, &Decisions { columns, ..Decisions::default() })
    };
    let found = with(&[("text", "field  work"), ("lead", "Desk")]).unwrap();
    assert_eq!(found.records[1].text.as_deref(), Some("Fence the springs"));
    assert_eq!(found.records[1].lead, ["Water Office"]);
    assert!(
        with(&[("text", "Work")])
            .unwrap_err()
            .contains("the column `Work` does not exist; the columns are `Field work`")
    );
    assert!(with(&[("stars", "Desk")]).unwrap_err().contains("a column cannot have the key `stars`"));
    let columns = vec![("text".to_owned(), "Work".to_owned())];
    let none = read("1. Dig.\n", SourceFormat::Text, &Decisions { columns, ..Decisions::default() });
    assert!(none.unwrap_err().starts_with("--column is for tables, and this text has none"));
}

#[test]
fn a_table_without_a_column_of_items_is_text_of_the_record_above() {
    for (head, rows) in [
        ("Year | Rainfall", ["2022 | 900 mm", "2023 | 8*50* mm"]),
        ("Jahr | Niederschlag", ["2022 | 900 mm", "2023 | 8*50* mm"]),
        ("Abbreviation | Meaning", ["EWA | Eastern Water Agency", "GIS | 8*50* mm"]),
    ] {
        let plan = format!(
            "# Plan\n\n## 1. Water\n\n1.1 Protect the springs.\n\n1.2 Repair the mains.\n\n| {head} |\n|---|---|\n| {} |\n| {} |\n\nA last paragraph of it.\n\n## 2. Roads\n\n2.1 Mend the bridge.\n",
            rows[0], rows[1]
        );
        let found = text(&plan);
        assert_eq!(
            titles(&found),
            ["1 Water", "1.1 Protect the springs", "1.2 Repair the mains", "2 Roads", "2.1 Mend the bridge"]
        );
        let (all, remarks) = all(&found);
        let second = rows[1].replace('*', "\\*");
        assert!(
            all.contains(&format!(
                "| {head} |\n| --- | --- |\n| {} |\n| {second} |\n\nA last paragraph",
                rows[0]
            )),
            "{all}"
        );
        assert!(
            remarks.contains("line 9: no column of this table has a name that planbook knows"),
            "{remarks}"
        );
        // A person can say that the rows are items all the same.
        let rows = outline(&plan, &Decisions::default()).unwrap();
        let marked =
            |row: &str| match row.strip_prefix('+').map(str::trim).and_then(|row| row.strip_prefix("11  ")) {
                Some(words) => format!("P 1.2.1 11 {words}\n"),
                None => format!("{row}\n"),
            };
        let rows: String = rows.lines().map(marked).collect();
        let again = obey(&plan, &rows, &Decisions::default()).unwrap();
        assert!(again.records.iter().any(|record| record.id == "1.2.1"), "{rows}");
    }
    // Before the first record it belongs to the introduction.
    let found = text(
        "# Plan\n\n| Term | Meaning |\n|---|---|\n| EWA | Agency |\n\n## 1. Water\n\n1.1 Dig.\n\n## 2. Roads\n\n2.1 Fill.\n",
    );
    assert_eq!(titles(&found), ["1 Water", "1.1 Dig", "2 Roads", "2.1 Fill"]);
    assert_eq!(found.preamble, ["| Term | Meaning |\n|---|---|\n| EWA | Agency |"]);
}

#[test]
fn raised_words_never_become_a_part_of_the_number_before_them() {
    let html = "<!DOCTYPE html><h1>Plan</h1><h2>Water</h2><ul><li>Halve leaks by 2030<sup>1</sup>.</li><li>Save 10<sup>6</sup> m<sup>3</sup> of CO<sub>2</sub>.</li><li>Dig<sup>a</sup> the 2<sup>nd</sup> well</ul><h2>Roads</h2><table><tr><th>No<th>Action<tr><td>2.1<td>Mend by 2031<sup>2</sup></table>";
    let found = bytes(html.as_bytes());
    let said: Vec<&str> = found.records.iter().filter_map(|record| record.text.as_deref()).collect();
    assert_eq!(said, ["Halve leaks by 2030¹.", "Save 10⁶ m³ of CO2.", "Dig^a the 2nd well", "Mend by 2031²"]);
    all(&found);
    let found = text("## Water\n\n1. Save 10<sup>6</sup> m³.\n\n## Roads\n\n1. Mend.\n");
    assert_eq!(found.records[1].text.as_deref(), Some("Save 10⁶ m³."));
}

#[test]
fn the_note_of_a_mark_stands_in_the_record_that_has_the_mark() {
    let html = "<!DOCTYPE html><h1>Plan</h1><h2>Water</h2><ul><li>Cut leaks by 2030<sup><a href=\"#fn1\">1</a></sup>.</li><li>Dig</li></ul><h2>Roads</h2><ul><li>Mend.</li></ul><p id=\"fn1\">1 Or 2031. <a href=\"#r\">↩</a></p>";
    let markdown = "# Plan\n\n## Water[^w]\n\n1. Cut leaks by 2030[^1].\n2. Dig.\n\n   For all of it.[^1]\n\n## Roads\n\n1. Mend.\n\n[^1]: Or 2031.\n[^w]: All of the valley,\nand the port.\n[^9]: Nobody marks this.\n";
    let found = bytes(html.as_bytes());
    assert_eq!(found.records[1].text.as_deref(), Some("Cut leaks by 2030[1]."));
    assert_eq!(
        (found.records[1].title.as_str(), found.records[1].body.as_slice()),
        ("Cut leaks by 2030", &["[1] Or 2031.".to_owned()][..])
    );
    all(&found);
    let found = text(markdown);
    let (all, remarks) = all(&found);
    assert_eq!(titles(&found), ["1 Water", "1.1 Cut leaks by 2030", "1.2 Dig", "2 Roads", "2.1 Mend"]);
    assert_eq!(found.records[0].body, ["[w] All of the valley, and the port."]);
    assert_eq!(found.records[1].body, ["[1] Or 2031."]);
    assert_eq!(found.records[2].body, ["For all of it.[1]", "[1] Or 2031."]);
    assert!(all.contains("\\[1\\] Or 2031."), "{all}");
    assert!(remarks.contains("line 17: no line has the mark of this note"), "{remarks}");
}

#[test]
fn rows_that_are_no_items_are_left_out_and_named() {
    let head = "No,Action,Lead,Status,Due\n1.1,Dig,Works,Planned,2027\n1.2,Fill,Works,Planned,2028\n";
    for row in [
        ",Total,,2,",
        "Total,,,2,",
        ",合計,,2,",
        ",Summe:,,2,",
        ",Total (2 items),,2,",
        "No,Action,Lead,Status,Due",
        ",Source: Works Office,,,",
        "Note: as of May,,,,",
        "* without the port,,,,",
        "出典：水道課,,,,",
    ] {
        let (found, outcome) = import(
            &format!("{head}{row}\n1.3,Mend,Works,Planned,2029\n"),
            SourceFormat::Table,
            &Decisions::default(),
        );
        assert_eq!(outcome.places(), Vec::<String>::new(), "{row}");
        assert_eq!(titles(&found), ["1 Area 1", "1.1 Dig", "1.2 Fill", "1.3 Mend"], "{row}");
        let remarks = found.remarks.join("\n");
        assert!(remarks.contains("line 4: ") && remarks.contains("so it is no item"), "{row}: {remarks}");
        assert!(matches!(found.coverage.dispositions[3], Disposition::Boilerplate(_)), "{row}");
    }
    for row in [
        ",Total quality training,Works,Planned,2027",
        "1.4,Total,Works,Planned,2027",
        ",Note to the Council,Works,,",
    ] {
        let (found, _) = import(&format!("{head}{row}\n"), SourceFormat::Table, &Decisions::default());
        assert_eq!(found.records.len(), 4, "{row}: {:?}", found.remarks);
    }
    let html = "<!DOCTYPE html><h2>Water</h2><table><tr><th>No<th>Action<tr><td>1.1<td>Dig<tr><td>1.2<td>Fill<tfoot><tr><td>Sum<td>2</tfoot></table>";
    let found = bytes(html.as_bytes());
    assert_eq!(found.records.len(), 3, "{:?}", titles(&found));
    assert!(
        found.remarks.iter().any(|remark| remark.contains("(`tfoot`)") && remark.contains("`Sum | 2`")),
        "{:?}",
        found.remarks
    );
    let found = text(
        "## 1. Water\n\n| No. | Action |\n|---|---|\n| 1.1 | Dig |\n| | Total |\n\n## 2. Roads\n\n2.1 Mend.\n",
    );
    assert_eq!(titles(&found), ["1 Water", "1.1 Dig", "2 Roads", "2.1 Mend"]);
    assert!(
        found.remarks.iter().any(|remark| remark.starts_with("line 6: `Total` is a row of sums")),
        "{:?}",
        found.remarks
    );
}

#[test]
fn cells_that_stand_for_nothing_are_empty_and_said_once() {
    for nothing in ["-", "—", "–", "n/a", "N/A", "TBD", "tbc", "k. A.", "－", "なし"] {
        let csv = format!(
            "No;Area;Action;Lead;Partners;Due;Status;Indicator;Tags;Contact\n1.1;Water;Dig{}\n",
            format!(";{nothing}").repeat(7)
        );
        let (found, outcome) = import(&csv, SourceFormat::Table, &Decisions::default());
        assert_eq!(outcome.places(), Vec::<String>::new(), "{nothing}");
        let item = &found.records[1];
        assert!(item.lead.is_empty() && item.supporting.is_empty() && item.tags.is_empty(), "{nothing}");
        assert!(item.keys.is_empty() && item.structured.is_empty(), "{nothing}: {item:?}");
        assert_eq!(doubts(&found).len(), 1, "{:?}", found.remarks);
        assert!(
            doubts(&found)[0].starts_with("line 2: 7 cells of the table say that there is no value"),
            "{:?}",
            found.remarks
        );
    }
    let (found, _) =
        import("No,Action,Lead\n1.1,Dig,TBD Office\n", SourceFormat::Table, &Decisions::default());
    assert_eq!(found.records[1].lead, ["TBD Office"]);
}

#[test]
fn comments_are_in_no_title_and_no_text() {
    let found = text(
        "## Water <!-- draft -->\n\n- Test <!-- secret --> it.\n- Dig.\n<!-- not\nfor readers -->\n\n## Roads\n\n- Mend.\n",
    );
    let (all, remarks) = all(&found);
    assert_eq!(titles(&found), ["1 Water", "1.1 Test it", "1.2 Dig", "2 Roads", "2.1 Mend"]);
    assert!(!all.contains("secret") && !all.contains("draft") && !all.contains("readers"), "{all}");
    assert!(
        remarks.contains(
            "line 1: the comment `draft` is not part of the plan, so it is left out; so are 2 more"
        ),
        "{remarks}"
    );
}

#[test]
fn names_of_letters_and_digits_are_words_and_codes_that_rise_are_codes() {
    for name in ["CO2", "PM10", "A4", "COVID-19", "EU-27", "U5", "G20"] {
        let found = text(&format!(
            "## Water\n\n- Fence the springs.\n- {name} is looked at.\n\n## Roads\n\n- Mend.\n"
        ));
        assert_eq!(found.records[2].text.as_deref(), Some(format!("{name} is looked at.").as_str()));
        let (found, _) = import(
            &format!("Action,Lead\nDig,Works\n{name} is looked at,Works\n"),
            SourceFormat::Table,
            &Decisions::default(),
        );
        assert_eq!(found.records[2].title, format!("{name} is looked at"));
    }
    let found =
        text("## Water\n\n- EC-01 Fence the springs.\n- EC-02 CO2 falls.\n\n## Roads\n\n- EC-03 Mend.\n");
    let codes: Vec<&str> =
        found.records.iter().filter_map(|record| Some(record.keys.get("code")?[0].as_str())).collect();
    assert_eq!(codes, ["EC-01", "EC-02", "EC-03"]);
    assert_eq!(found.records[2].text.as_deref(), Some("CO2 falls."));
}

#[test]
fn an_item_that_starts_after_it_is_due_builds_and_is_named() {
    for (start, due) in [("2026-05-01", "2025-12-31"), ("2027", "2026-Q4"), ("31.12.2026", "1.1.2026")] {
        let (found, outcome) = import(
            &format!("No,Action,Start,Due\n1.1,Dig,{start},{due}\n"),
            SourceFormat::Table,
            &Decisions::default(),
        );
        assert_eq!(outcome.places(), Vec::<String>::new(), "{start}");
        assert_eq!(found.records[1].keys["x-start"].len(), 1);
        assert!(found.remarks[0].contains("after it is due on"), "{:?}", found.remarks);
    }
    let (found, _) =
        import("No,Action,Start,Due\n1.1,Dig,2026-05,2026\n", SourceFormat::Table, &Decisions::default());
    assert!(found.records[1].keys.contains_key("start"));
}

#[test]
fn a_row_of_text_can_belong_to_a_record_farther_above() {
    let plan = "## 1. Water\n\n1.1 Dig.\n\n1.2 Fill.\n\nWords of the first.\n\nMore of them.\n\n## 2. Roads\n\n2.1 Mend.\n";
    let rows = outline(plan, &Decisions::default()).unwrap();
    let first = rows.lines().find(|row| row.ends_with("Words of the first.")).unwrap();
    let changed = rows.replace(first, "T 1.1 7 Words of the first.");
    let found = obey(plan, &changed, &Decisions::default()).unwrap();
    assert_eq!(found.records[1].body, ["Words of the first."]);
    assert_eq!(found.records[2].body, ["More of them."]);
    all(&found);
    let wrong = rows.replace(first, "T 2.1 7 Words of the first.");
    let problem = format!("{:?}", obey(plan, &wrong, &Decisions::default()).unwrap_err());
    assert!(problem.contains("`T 2.1` is text of 2.1, but no row above has that number"), "{problem}");
}

#[test]
fn what_the_text_calls_an_action_is_its_code() {
    let found = text(
        "## 1. Water\n\n### Action n° 1 – Dig\n\n### Action n° 2 – Fill\n\n## 2. Roads\n\n### Action n° 3 – Mend\n",
    );
    let codes: Vec<&str> =
        found.records.iter().filter_map(|record| Some(record.keys.get("code")?[0].as_str())).collect();
    assert_eq!(codes, ["Action n° 1", "Action n° 2", "Action n° 3"]);
    all(&found);
    // Below each area anew, it names none of them.
    let found =
        text("## 1. Water\n\n### Action 1: Dig\n\n### Action 2: Fill\n\n## 2. Roads\n\n### Action 1: Mend\n");
    let codes: Vec<&str> =
        found.records.iter().filter_map(|record| Some(record.keys.get("code")?[0].as_str())).collect();
    assert_eq!(codes, ["Action 2"]);
}

#[test]
fn a_word_document_keeps_its_title_its_notes_and_what_is_raised_and_counts_what_is_not_read() {
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>")
    };
    let call = |what: &str, id: u8| {
        format!(
            "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:{what}Reference w:id='{id}'/></w:r>"
        )
    };
    let paragraph = |style: &str, runs: &[String]| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{}</w:p>", runs.concat())
    };
    let raised = "<w:vertAlign w:val='superscript'/>";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", &[run("", words)]));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let body = [
        paragraph("T", &[run("<w:b/>", "Harbour")]),
        paragraph("T", &[run("<w:b/>", "Plan 2030")]),
        paragraph("H1", &[run("", "Water")]),
        paragraph("H2", &[run("", "Halve leaks by 2030"), call("endnote", 2), run("", ", save 10"), run(raised, "6"), run("", " m"), run(raised, "3")]),
        paragraph("H2", &[run("", "Test the springs"), call("footnote", 3), "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Wingdings' w:char='F04A'/></w:r>".to_owned()]),
        paragraph("H1", &[run("", "Roads")]),
        paragraph("H2", &[run("", "Mend the bridge")]),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Year", "Cars"]), row(&["2022", "900"])),
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
    let style = |id: &str, name: &str| {
        format!("<w:style w:styleId='{id}' w:type='paragraph'><w:name w:val='{name}'/></w:style>")
    };
    let styles = format!(
        "<w:styles>{}{}{}</w:styles>",
        style("T", "Title"),
        style("H1", "heading 1"),
        style("H2", "heading 2")
    );
    let note = |part: &str, id: u8, words: &str| {
        format!(
            "<w:{part}s><w:{part} w:id='0' w:type='separator'><w:p/></w:{part}><w:{part} w:id='{id}'><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{part}></w:{part}s>"
        )
    };
    let (foot, end) = (note("footnote", 3, "Except one."), note("endnote", 2, "Or 2031."));
    let comments = "<w:comments><w:comment w:id='0'><w:p><w:r><w:t>Ask the Mayor</w:t></w:r></w:p></w:comment></w:comments>";
    let head =
        "<w:hdr><w:p><w:r><w:t>Draft of May</w:t></w:r></w:p><w:p><w:r><w:t>7</w:t></w:r></w:p></w:hdr>";
    let file = archive(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/footnotes.xml", foot.as_bytes()),
        ("word/endnotes.xml", end.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("word/header1.xml", head.as_bytes()),
    ]);
    let decisions = Decisions::default();
    let source = open(&file, false, &decisions).unwrap();
    let found = source.read(&source.decisions(decisions)).unwrap();
    let (all, remarks) = all(&found);
    assert_eq!(found.title, "Harbour Plan 2030");
    assert_eq!(found.records[1].text.as_deref(), Some("Halve leaks by 2030[1], save 10⁶ m³"));
    assert_eq!(found.records[1].body, ["[1] Or 2031."]);
    assert_eq!(found.records[2].text.as_deref(), Some("Test the springs[2]✓"));
    assert_eq!(found.records[2].body, ["[2] Except one."]);
    assert_eq!(titles(&found).len(), 5, "{:?}", titles(&found));
    assert!(all.contains("| Year | Cars |\n| --- | --- |\n| 2022 | 900 |"), "{all}");
    for said in [
        "comments of the document are not read; it has 1, and the first is `Ask the Mayor`",
        "the heads and feet of the pages are not read; they have 1 lines, and one is `Draft of May`",
        "1 signs of a font of symbols",
    ] {
        assert!(remarks.contains(said), "{said}: {remarks}");
    }
}
