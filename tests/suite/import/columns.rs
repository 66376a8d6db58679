//! Columns of tables: their names in several languages, and the keys, fields and updates that their cells become.

use planbook::diag::Severity;
use planbook::import::{Decisions, Import, SourceFormat, files};

use super::{doubts, import, titles};
use crate::book::Outcome;

fn read(text: &str) -> (Import, Vec<(String, String)>) {
    let decisions = Decisions { status_date: Some("2025-03-31".to_owned()), ..Decisions::default() };
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    assert_eq!(errors(&outcome), Vec::<String>::new(), "{text}");
    let files = files(&found, &decisions);
    (found, files)
}

/// The errors that a check of the new book finds; what nobody reported yet are warnings.
fn errors(outcome: &Outcome) -> Vec<String> {
    let errors = outcome.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| format!("{}: {}", problem.code.name, problem.message)).collect()
}

fn one<'a>(files: &'a [(String, String)], end: &str) -> &'a str {
    let found = files.iter().find(|(path, _)| path.ends_with(end));
    &found
        .unwrap_or_else(|| {
            panic!("no {end} among {:?}", files.iter().map(|(path, _)| path).collect::<Vec<_>>())
        })
        .1
}

/// One table in five languages.
const LANGUAGES: &[&str] = &[
    "No;Objective;Commitments;Responsible agencies;Deadlines;Status;Last updated;Milestones;Indicators;Budget (EUR)\n1.1;Water;Protect the springs;Water Office;2026-06-30;In progress;2025-03-01;Fence (May 2025);Springs kept;5000\n",
    "N°;Axe;Mesures;Responsables;Échéance;État d’avancement;Mise à jour;Jalons;Indicateurs;Coût (€)\n1.1;Water;Protect the springs;Water Office;30.06.2026;En cours;2025-03-01;Fence (mai 2025);Springs kept;5000\n",
    "Nr.;Handlungsfeld;Maßnahmen;Zuständigkeit;Frist;Umsetzungsstand;Stand vom;Meilensteine;Indikatoren;Kosten [EUR]\n1.1;Water;Protect the springs;Water Office;30.06.2026;In Bearbeitung;01.03.2025;Fence (Mai 2025);Springs kept;5000\n",
    "Número;Eje;Acciones;Entidades responsables;Plazo;Estado;Última actualización;Hitos;Indicadores;Presupuesto (EUR)\n1.1;Water;Protect the springs;Water Office;30.06.2026;En curso;2025-03-01;Fence (mayo 2025);Springs kept;5000\n",
    "番号;分野;取組内容;担当省庁;期限;進捗状況;更新日;マイルストーン;指標;予算（EUR）\n1.1;Water;Protect the springs;Water Office;2026年6月30日;実施中;2025年3月1日;Fence (2025年5月);Springs kept;5000\n",
];

#[test]
fn a_table_is_the_same_in_five_languages() {
    for text in LANGUAGES {
        let (found, files) = read(text);
        assert_eq!(titles(&found), ["1 Water", "1.1 Protect the springs"], "{text}");
        assert_eq!(doubts(&found), [""; 0], "{text}");
        let item = one(&files, "1.1-protect-the-springs.md");
        for line in [
            "lead: ['water-office']\n",
            "due: '2026-06-30'\n",
            "x-budget: 'EUR 5000'\n",
            "milestones: [{id: 'fence', title: 'Fence', due: '2025-05'}]\n",
            "indicators: 'Springs kept'\n",
            "  - date: '2025-03-01'\n",
            "    status: in-progress\n",
        ] {
            assert!(item.contains(line), "{line} is not in {item}");
        }
        assert!(one(&files, "book.toml").contains("[fields.x-budget]\n"), "{text}");
        assert!(one(&files, "book.toml").contains("type = \"amount\"\nsum = true\n"), "{text}");
    }
}

#[test]
fn statuses_become_updates_of_their_day_or_of_the_table() {
    let text = "No,Action,Status,Status date,Comments,Challenges,RAG\n1,Fence,On track,2025-02-01,Fence is half built.,,\n2,Test,Delayed,,,No money,\n3,Map,On hold,,,,Amber\n4,Sign,Abgesagt?,,,,\n5,Meet,,,,,\n6,Count,Completed,soon,,,Purple\n";
    let (found, files) = read(text);
    let item = |end: &str| one(&files, end);
    let fence = item("fence.md");
    assert!(
        fence.contains("- date: '2025-02-01'\n    note: 'Fence is half built.'\n    outlook: on-track\n"),
        "{fence}"
    );
    let test = item("test.md");
    assert!(
        test.contains(
            "- date: '2025-03-31'\n    note: 'Delayed'\n    outlook: off-track\n    challenges: 'No money'\n"
        ),
        "{test}"
    );
    assert!(
        item("map.md")
            .contains("status: on-hold\n    outlook: at-risk\n    challenges: 'FILL IN: the reason'\n"),
        "{}",
        item("map.md")
    );
    assert!(item("sign.md").contains("x-status: 'Abgesagt?'\n") && !item("sign.md").contains("updates"));
    assert!(!item("meet.md").contains("updates"), "{}", item("meet.md"));
    assert!(
        item("count.md").contains("- date: '2025-03-31'\n")
            && item("count.md").contains("x-status-date: 'soon'\n")
    );
    let remarks = found.remarks.join("\n");
    for said in [
        "line 5: `Abgesagt?` is not a status",
        "line 7: `soon` is not an unambiguous date",
        "line 7: `Purple` is not an outlook",
    ] {
        assert!(remarks.contains(said), "{said}: {remarks}");
    }
}

#[test]
fn a_status_without_a_day_is_kept_and_reported() {
    let text = "No,Action,Status\n1,Fence,Done\n";
    let decisions = Decisions::default();
    let (found, outcome) = import(text, SourceFormat::Table, &decisions);
    assert_eq!(errors(&outcome), Vec::<String>::new());
    assert_eq!(found.records[1].updates, []);
    assert_eq!(found.records[1].keys["x-status"], ["Done"]);
    assert!(doubts(&found)[0].contains("--status-date"), "{:?}", found.remarks);
}

#[test]
fn indicators_have_their_numbers_with_periods() {
    let text = "No;Action;Indicator;Unit;Baseline (2022);Target 2025;Target 2030;Value\n1;Dig;Wells in use;wells;3;10;20;6.5 (2024)\n2;Count;Tests a year;tests;few;5;;\n3;Look;Two; ;;;;\n";
    let (found, files) = read(text);
    let dig = one(&files, "dig.md");
    assert!(dig.contains("indicators: [{id: 'wells-in-use', title: 'Wells in use', unit: 'wells', baseline: {period: '2022', value: 3}, targets: [{period: '2025', value: 10}, {period: '2030', value: 20}]}]\n"), "{dig}");
    assert!(dig.contains("    values: [{indicator: 'wells-in-use', period: '2024', value: 6.5}]\n"), "{dig}");
    let count = one(&files, "count.md");
    assert!(
        count.contains("x-baseline: 'few'\n") && count.contains("targets: [{period: '2025', value: 5}]"),
        "{count}"
    );
    assert!(
        found.remarks.iter().any(|remark| remark.starts_with("line 3: `few` is not a number with a period")),
        "{:?}",
        found.remarks
    );
}

#[test]
fn addresses_old_ids_and_money_go_to_their_keys() {
    let text = "No;Action;Contact;Link;Old number;Budget\n1;Fence;wells@example.org;Report: https://a.example/x?y=1;7.2;EUR 1,200,000\n2;Test;Ms Sato;none;Old One;about 5\n";
    let (found, files) = read(text);
    let fence = one(&files, "fence.md");
    for line in [
        "contact: 'mailto:wells@example.org'\n",
        "see: [{title: 'Report', url: 'https://a.example/x?y=1'}]\n",
        "aliases: '7.2'\n",
    ] {
        assert!(fence.contains(line), "{line}: {fence}");
    }
    let test = one(&files, "test.md");
    for line in
        ["x-contact: 'Ms Sato'\n", "x-see: 'none'\n", "x-aliases: 'Old One'\n", "x-budget: 'about 5'\n"]
    {
        assert!(test.contains(line), "{line}: {test}");
    }
    assert_eq!(doubts(&found).len(), 4, "{:?}", found.remarks);
    // One value that is no sum makes the field a text.
    assert!(
        one(&files, "book.toml")
            .contains("[fields.x-budget]\nlabel = \"Budget\"\non = [\"item\"]\ntype = \"text\"\n")
    );
}

#[test]
fn other_columns_are_declared_by_what_all_their_values_are() {
    let text = "No;Action;Rank;Decided;Map;Tier;Remarks of the mayor\n1;A;1;2024-05-01;https://a.example;High;x\n2;B;2;2024-06;https://b.example;Low;y\n3;C;10;1 May 2024;https://c.example;High;z\n4;D;;;;Low;\n";
    let (_, files) = read(text);
    let book = one(&files, "book.toml");
    for (key, of_type) in
        [("rank", "number"), ("decided", "date"), ("map", "url"), ("remarks-of-the-mayor", "text")]
    {
        let section =
            book.split(&format!("[fields.x-{key}]")).nth(1).unwrap_or_else(|| panic!("{key}: {book}"));
        assert!(
            section.split("[fields").next().unwrap().contains(&format!("type = \"{of_type}\"")),
            "{key}: {book}"
        );
    }
    assert!(book.contains("type = \"choice\"\nvalues = [\"High\", \"Low\"]\n"), "{book}");
    assert!(one(&files, "-c.md").contains("x-decided: '2024-05-01'\n"), "{}", one(&files, "-c.md"));
}

#[test]
fn merged_cells_rows_of_areas_and_ranks_keep_the_numbers_of_the_plan() {
    for (text, expected) in [
        (
            "Goal,No,Action\nWater,1.1,Protect the springs\n,1.2,Repair the mains\nRoads,2.1,Mend the bridge\n,3.1,Paint\n",
            vec![
                "1 Water",
                "1.1 Protect the springs",
                "1.2 Repair the mains",
                "2 Roads",
                "2.1 Mend the bridge",
                "3 Area 3",
                "3.1 Paint",
            ],
        ),
        (
            "No,Action,Lead\n1,Water,\n1.1,Protect the springs,Water Office\n2,Roads,\n2.1,Mend the bridge,Works Office\n2.1.1,Buy planks,Works Office\n",
            vec!["1 Water", "1.1 Protect the springs", "2 Roads", "2.1 Mend the bridge", "2.1.1 Buy planks"],
        ),
        (
            "No,Action,Priority\n1,Protect the springs,High\n2,Repair the mains,Low\n",
            vec!["1 Area 1", "1.1 Protect the springs", "1.2 Repair the mains"],
        ),
        (
            "No,Action,Priority\n1,Protect,Clean water for all\n2,Repair,Safe roads and bridges\n",
            vec!["1 Clean water for all", "1.1 Protect", "2 Safe roads and bridges", "2.2 Repair"],
        ),
    ] {
        let (found, _) = read(text);
        assert_eq!(titles(&found), expected, "{text}");
    }
}

#[test]
fn codes_are_kept_letter_for_letter_and_parents_follow_from_them() {
    let text = "Code,Pillar,Action\nC01.1.1,Water,Protect the springs\nC02.1.1,Roads,Mend the bridge\nLK0113,Roads,Paint\nLK0113.1,Roads,Buy paint\nC01.1.1,Water,Again\n";
    let (found, files) = read(text);
    assert!(one(&files, "protect-the-springs.md").contains("code: 'C01.1.1'\n"));
    assert!(one(&files, "mend-the-bridge.md").contains("code: 'C02.1.1'\n"));
    let paint = found.records.iter().position(|record| record.title == "Paint").unwrap();
    let buy = found.records.iter().find(|record| record.title == "Buy paint").unwrap();
    assert_eq!((buy.parent, buy.depth), (Some(paint), 2));
    assert!(one(&files, "again.md").contains("x-code: 'C01.1.1'\n"), "{}", one(&files, "again.md"));
}

#[test]
fn a_commitment_with_rows_of_milestones_is_an_item_with_parts() {
    let text = "Commitments,Milestones,Lead department,Deadline\nC1: Water,C1.1: Protect the springs,Water Office,Fall 2027\n,C1.2: Test the water,Health Office,2027-06\nC2: Roads,C2.1: Mend the bridge,Works Office,2028\n";
    let (found, files) = read(text);
    let shown: Vec<(usize, &str)> =
        found.records.iter().map(|record| (record.depth, record.title.as_str())).collect();
    let expected = [
        (1, "Water"),
        (2, "Protect the springs"),
        (2, "Test the water"),
        (1, "Roads"),
        (2, "Mend the bridge"),
    ];
    assert_eq!(shown.iter().filter(|(depth, _)| *depth > 0).copied().collect::<Vec<_>>(), expected);
    assert!(
        one(&files, "test-the-water.md").contains("due: '2027-06'\n")
            && one(&files, "test-the-water.md").contains("health-office")
    );
    assert!(one(&files, "protect-the-springs.md").contains("x-due: 'Fall 2027'\n"));
}

#[test]
fn hostile_cells_make_a_book_that_builds() {
    let long = "very long ".repeat(500);
    let text = format!(
        "No,Title,Text,Note of {long},Status,=1+1\n1,\"=HYPERLINK(\"\"http://x\"\")\",\"<script>alert(1)</script>\",x,\"=cmd|' /C calc'!A0\",{long}\n2,{long},:::internal,\"a\nb\",Done,2\n3,,,,,\n"
    );
    let (found, _) = read(&text);
    assert!(found.records.iter().all(|record| record.title.chars().count() <= 300));
}

#[test]
fn a_line_above_the_names_of_the_columns_is_the_title() {
    let text = "Harbour Plan 2026,,\nNo,Action,Lead\n1,Fence,Water\n";
    let (found, files) = read(text);
    assert_eq!(titles(&found), ["1 Area 1", "1.1 Fence"]);
    assert!(
        found.decided.iter().any(|said| said.starts_with("the names of the columns are in line 2")),
        "{:?}",
        found.decided
    );
    assert!(one(&files, "book.toml").contains("title = \"Harbour Plan 2026\"\n"));
}

#[test]
fn fiscal_years_keep_their_name_and_the_plan_says_when_they_begin() {
    let head = "番号,分野,取組,期限\n";
    for (cell, due) in [
        ("2029年度", "due: 'FY2029'\n"),
        ("令和11年度", "due: 'FY2029'\n"),
        ("２０２９年度", "due: 'FY2029'\n"),
        ("令和11年度末", "due: '2030-03'\n"),
    ] {
        let (found, files) = read(&format!("{head}1.1,水,井戸を掘る,{cell}\n"));
        assert_eq!(doubts(&found), [""; 0], "{cell}");
        let item = files.iter().find(|(_, text)| text.contains("井戸")).unwrap();
        assert!(item.1.contains(due), "{cell}: {}", item.1);
        let starts = one(&files, "content/plan.md").contains("\nfiscal-year-starts: 4\n");
        assert_eq!(starts, due.contains("FY"), "{cell}");
    }
    let (_, files) = read("No,Action,Due\n1.1,Dig,FY2029\n");
    assert!(one(&files, "content/plan.md").contains("\nfiscal-year-starts: 1\n"));
}
