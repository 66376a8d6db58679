//! Cells of tables that can be read wrongly: nothing of them becomes a value that the table does not say.

use planbook::diag::Severity;
use planbook::import::{Decisions, Import, SourceFormat, files, map};

use super::{doubts, import, titles};

fn read(text: &str) -> (Import, String) {
    let decisions = Decisions { status_date: Some("2025-03-31".to_owned()), ..Decisions::default() };
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    let errors = outcome.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(
        errors.map(|problem| problem.message.clone()).collect::<Vec<_>>(),
        Vec::<String>::new(),
        "{text}"
    );
    let all = files(&found, &decisions).into_iter().map(|(path, text)| format!("{path}\n{text}")).collect();
    (found, all)
}

fn remarks(found: &Import) -> String {
    doubts(found).join("\n")
}

#[test]
fn a_percent_sign_is_a_unit_and_never_lost() {
    let head = "No,Action,Indicator,Unit,Value 2023,Value 2024\n";
    for (row, written, left) in [
        ("1.1,Dig,Wells,%,10,12%", "unit: '%'", None),
        ("1.1,Dig,Wells,percent,10%,12 %", "unit: 'percent'", None),
        ("1.1,Dig,Wells,,10%,12％", "unit: '%'", None),
        ("1.1,Dig,Wells,t CO2e,10,12%", "value: 10}]", Some("x-value: '12%'")),
        ("1.1,Dig,Wells,,10,12%", "value: 12}]", Some("x-value: '10'")),
    ] {
        let (found, all) = read(&format!("{head}{row}\n"));
        assert!(all.contains(written), "{row}: {all}");
        match left {
            Some(left) => {
                assert!(
                    all.contains(left) && remarks(&found).contains("so it becomes `x-value`"),
                    "{row}: {all}"
                )
            }
            None => assert!(!all.contains("x-value") && all.contains("value: 12}"), "{row}: {all}"),
        }
    }
    let (found, all) = read("No,Action,Indicator,Unit,Value 2024\n1.1,Dig,Wells,t CO2e,12%\n");
    assert!(!all.contains("value: 12}") && all.contains("x-value: '12%'"), "{all}");
    assert!(
        remarks(&found).contains("line 2: `12%` is a percentage, and the unit of the indicator is `t CO2e`")
    );
}

#[test]
fn numbers_of_a_row_with_two_indicators_are_kept_with_the_reason() {
    let (found, all) = read("No,Action,Indicator,Value 2024\n1.1,Dig,Wells; Tests,5\n1.2,Fill,,7\n");
    assert!(all.contains("x-value: '5'") && all.contains("x-value: '7'"), "{all}");
    let said = remarks(&found);
    assert!(
        said.contains("line 2: the row names 2 indicators")
            && said.contains("line 3: the row names no indicator")
    );
}

#[test]
fn words_of_an_outlook_make_no_status() {
    for (word, outlook) in [
        ("On track", "on-track"),
        ("Off track", "off-track"),
        ("At risk", "at-risk"),
        ("Delayed", "off-track"),
        ("Im Plan", "on-track"),
        ("en retard", "off-track"),
        ("順調", "on-track"),
    ] {
        let (_, all) = read(&format!("No,Action,Status\n1.1,Dig,{word}\n"));
        assert!(all.contains(&format!("outlook: {outlook}\n")) && !all.contains("status:"), "{word}: {all}");
        let (_, all) = read(&format!("No,Action,Outlook\n1.1,Dig,{word}\n"));
        assert!(all.contains(&format!("outlook: {outlook}\n")) && !all.contains("status:"), "{word}: {all}");
    }
}

#[test]
fn an_outlook_or_a_value_without_a_day_is_kept_as_it_is() {
    let read = |text: &str| {
        let decisions = Decisions::default();
        let (found, outcome) = import(text, SourceFormat::Table, &decisions);
        assert_eq!(outcome.places(), Vec::<String>::new(), "{text}");
        let all: String = files(&found, &decisions).into_iter().map(|(_, text)| text).collect();
        (remarks(&found), all)
    };
    let (said, all) = read("No,Action,RAG\n1.1,Dig,Green\n");
    assert!(said.contains("line 2: the outlook has no date") && !said.contains("status has"), "{said}");
    assert!(all.contains("x-outlook: 'Green'\n") && !all.contains("x-status"), "{all}");
    let rows: String = (1..=60).map(|row| format!("1.{row},Dig {row},In progress\n")).collect();
    let (said, all) = read(&format!("No,Action,Status\n{rows}"));
    assert_eq!(said.matches("has no date").count(), 1, "{said}");
    assert!(said.contains("line 2 and 59 more rows: the status has no date"), "{said}");
    assert_eq!(all.matches("x-status: 'In progress'").count(), 60);
}

#[test]
fn sums_that_are_none_are_reported_with_the_reason() {
    for (cells, line, why) in [
        (["\"$1,000,000\"", "$500"], 2, "the dollar of several countries"),
        (["\"EUR 1,000\"", "EUR 20"], 2, "can be read in two ways"),
        (["EUR 1000", "open"], 3, "it has no number"),
        (["EUR 1000", "500"], 3, "it names no currency"),
    ] {
        let (found, _) = read(&format!("No,Action,Budget\n1.1,Dig,{}\n1.2,Fill,{}\n", cells[0], cells[1]));
        let said = remarks(&found);
        assert!(said.contains(&format!("line {line}: `")) && said.contains(why), "{cells:?}: {said}");
        assert!(found.fields.iter().all(|field| field.of_type != "amount"), "{cells:?}");
    }
    let (found, all) = read("No,Action,Budget (USD)\n1.1,Dig,\"$1,000,000\"\n1.2,Fill,$500\n");
    assert!(all.contains("USD 1000000") && remarks(&found).is_empty(), "{all}");
    let (found, _) = read("No,Action,Cost\n1.1,Dig,High\n1.2,Fill,Low\n");
    assert_eq!(remarks(&found), "");
}

#[test]
fn milestones_whose_date_is_not_understood_are_reported() {
    let (found, _) =
        read("No,Action,Milestones\n1.1,Dig,Tender (soon); Works (2026-13); Open (2027-01); Meet\n");
    let said = remarks(&found);
    assert!(said.contains("line 2: planbook finds no date in the milestone `Tender (soon)`"), "{said}");
    assert!(said.contains("`Works (2026-13)`") && !said.contains("Open") && !said.contains("Meet"), "{said}");
}

#[test]
fn the_language_is_that_of_the_columns_where_the_cells_do_not_show_it_and_is_reported() {
    for (text, language) in [
        ("Nr.,Maßnahme,Zuständig,Frist\n1.1,Brunnen,Bauamt,2027\n", "languages = [\"de\"]"),
        ("N°,Mesure,Échéance\n1.1,Puits,2027\n", "languages = [\"fr\"]"),
        ("N.º,Acción,Plazo\n1.1,Pozos,2027\n", "languages = [\"es\"]"),
        ("番号,取組,期限\n1.1,Wells,2027\n", "languages = [\"ja\"]"),
        ("No,Action\n1.1,Wells\n", "languages = [\"en\"]"),
    ] {
        let (found, all) = read(text);
        assert!(all.contains(language), "{text}: {all}");
        assert!(found.remarks.iter().any(|said| said.starts_with("the language is ")), "{text}");
    }
}

#[test]
fn names_of_columns_in_two_rows_are_read_as_one() {
    for head in [
        "No,Action,Indicator,Target,,Actual\n,,,2024,2025,2024\n",
        "No,Action,Indicator,Target,Target,Actual\n,,,2024,2025,2024\n",
        ",,,2024,2025,2024\nNo,Action,Indicator,Target,Target,Actual\n",
        ",,,Target,,Actual\nNo,Action,Indicator,2024,2025,2024\n",
    ] {
        let (found, all) = read(&format!("{head}1.1,Dig,Wells,5,6,4\n2.1,Fill,Holes,7,8,9\n"));
        assert_eq!(titles(&found), ["1 Area 1", "1.1 Dig", "2 Area 2", "2.1 Fill"], "{head}");
        assert!(
            all.contains("targets: [{period: '2024', value: 5}, {period: '2025', value: 6}]"),
            "{head}: {all}"
        );
        assert!(all.contains("indicator: 'wells', period: '2024', value: 4}"), "{head}: {all}");
        assert!(found.decided.iter().any(|said| said.contains("stand in two rows")), "{head}");
    }
}

#[test]
fn a_made_number_is_none_that_another_row_has() {
    let (found, _) = read("No,Action\n,Dig\n1.1,Fill\n2.1,Plant\n");
    let ids: Vec<&str> = found.records.iter().map(|record| record.id.as_str()).collect();
    assert!(ids.contains(&"1.1") && ids.contains(&"2.1"), "{:?}", titles(&found));
    let fill = found.records.iter().find(|record| record.title == "Fill").unwrap();
    assert_eq!(fill.id, "1.1", "{:?}", titles(&found));
    let (found, _) = read("No,Area,Action\n,Water,Dig\n1.1,Water,Fill\n1.2,Water,Plant\n,Water,Rest\n");
    let all = titles(&found);
    assert!(all.contains(&"1.1 Fill".to_owned()) && all.contains(&"1.2 Plant".to_owned()), "{all:?}");
}

#[test]
fn codes_have_no_signs_of_the_cell_behind_them() {
    for cell in ["C1:", "C1.", "C1)", "（C1）", "C1："] {
        let (found, _) = read(&format!("Code,Action\n{cell},Dig\nC2,Fill\n"));
        let code = &found.records.iter().find(|record| record.title == "Dig").unwrap();
        let said = code.keys.get("code").map_or(code.id.as_str(), |code| code[0].as_str());
        assert!(
            !said.contains([':', ')', '）', '：']) && said.to_lowercase().ends_with("c1"),
            "{cell}: {said}"
        );
    }
}

#[test]
fn a_column_of_dates_is_the_day_of_the_status() {
    for name in ["Stand", "Datum", "Date", "Fecha", "更新日", "日付"] {
        let (_, all) =
            read(&format!("No,Action,Status,{name}\n1.1,Dig,In progress,2025-02-01\n1.2,Fill,Done,\n"));
        assert!(all.contains("date: '2025-02-01'"), "{name}: {all}");
    }
    let (_, all) = read("Nr,Maßnahme,Stand\n1.1,Graben,In Bearbeitung\n");
    assert!(all.contains("status: in-progress"), "{all}");
    let (_, all) = read("No,Action,Date\n1.1,Dig,2027-06-01\n");
    assert!(all.contains("x-date: 2027-06-01") || all.contains("x-date: '2027-06-01'"), "{all}");
}

#[test]
fn goals_and_tags_are_one_however_they_are_written() {
    let (_, all) = read("No,Action,Tags,SDG\n1.1,Dig,SDG 6; Water,6; 13\n1.2,Fill,sdg/13; water,SDG 13\n");
    assert!(all.contains("sdg: {title: 'Sustainable Development Goals', builtin: sdg}"), "{all}");
    assert!(all.contains("tags: ['sdg/6', 'tag/water', 'sdg/13']\n"), "{all}");
    assert!(all.contains("tags: ['sdg/13', 'tag/water']\n"), "{all}");
    assert_eq!(all.matches("'water': ").count(), 1, "{all}");
}

#[test]
fn a_mapping_says_what_each_word_of_a_status_became() {
    let text = "No,Action,Status\n1.1,Dig,cancelled\n1.2,Fill,On track\n1.3,Plant,Bubbling\n1.4,Rest,Done\n";
    let decisions = Decisions { status_date: Some("2025-03-31".to_owned()), ..Decisions::default() };
    let (found, _) = import(text, SourceFormat::Table, &decisions);
    let written = map(&found, &decisions).unwrap();
    for line in [
        "\"cancelled\" = \"closed\"\n",
        "\"On track\" = \"\" # the outlook on-track, and no status\n",
        "\"Bubbling\" = \"\" # planbook does not know this word\n",
        "\"Done\" = \"completed\"\n",
        "and closed for a",
    ] {
        assert!(written.contains(line), "{line}: {written}");
    }
    let map = planbook::import::read_map(&written).unwrap();
    let again = Decisions { map: Some(map), ..decisions.clone() };
    let (same, _) = import(text, SourceFormat::Table, &again);
    assert_eq!(same.records, found.records);
    let wrong = written.replace("\"Bubbling\" = \"\"", "\"Bubbling\" = \"closed\"");
    assert_eq!(planbook::import::read_map(&wrong).unwrap_err().len(), 1);
}

#[test]
fn rows_with_one_cell_are_the_headings_of_those_below() {
    let water = ["1 Water", "1.1 Dig", "1.2 Fill", "2 Roads", "2.1 Mend"];
    for text in [
        "No,Action,Lead,Due\nGoal 1: Water,,,\n1.1,Dig,A,2027\n1.2,Fill,B,2027\nGoal 2: Roads,,,\n2.1,Mend,A,2027\n",
        "No,Action,Lead,Due\nWater,,,\n1.1,Dig,A,2027\n1.2,Fill,B,2027\nRoads,,,\n2.1,Mend,A,2027\n",
        "No,Action,Lead,Due\n,Water,,\n1.1,Dig,A,2027\n1.2,Fill,B,2027\n,Roads,,\n2.1,Mend,A,2027\n",
        "Action,Lead,Due\nGoal 1: Water,,\nDig,A,2027\nFill,B,2027\nGoal 2: Roads,,\nMend,A,2027\n",
    ] {
        let (found, _) = read(text);
        assert_eq!(titles(&found), water, "{text}");
    }
    // Rows with one cell that are items.
    for text in [
        "Action,Lead,Due\nDig,,\nFill,B,2027\nMend,A,2027\n",
        "No,Action,Lead,Due\n1.1,Dig,,\n1.2,Fill,B,2027\nUS0113,,,\n",
    ] {
        let (found, _) = read(text);
        assert_eq!(found.records.iter().filter(|record| record.depth > 0).count(), 3, "{:?}", titles(&found));
    }
}
