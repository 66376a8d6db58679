//! Files of office programs and web pages: known by their content, read as people see them, and never trusted.
//!
//! The files below `office/` are written by other programs: `office/make.py`.

use std::io::Write as _;
use std::path::Path;

use planbook::import::{Decisions, Import, files, open};

use super::{accounted, book, titles};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/import/office").join(name)).unwrap()
}

fn read(bytes: &[u8], decisions: &Decisions) -> Import {
    let source = open(bytes, false, decisions).unwrap();
    let decisions = source.decisions(decisions.clone());
    let found = source.read(&decisions).unwrap();
    accounted(&found);
    let errors: Vec<String> = book(&found, &decisions)
        .build()
        .diagnostics
        .iter()
        .filter(|problem| problem.severity == planbook::diag::Severity::Error)
        .map(|problem| problem.message.clone())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    found
}

fn refused(bytes: &[u8]) -> String {
    open(bytes, false, &Decisions::default()).map(|_| ()).unwrap_err()
}

/// An archive with these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_of_excel_is_read_as_it_is_shown() {
    for (name, epoch) in [("plan.xlsx", "1900"), ("plan-1904.xlsx", "1904")] {
        let found = read(&bytes(name), &Decisions::default());
        assert_eq!(found.title, "Harbour Plan 2026", "{epoch}");
        let expected = [
            "1 Water",
            "1.1 Protect the springs",
            "1.2 Repair the mains",
            "2 Roads",
            "2.1 Mend the bridge",
            "2.10 Paint the rails",
        ];
        assert_eq!(titles(&found), expected, "{epoch}");
        assert_eq!(found.records[1].keys["due"], ["2026-06-30"], "{epoch}");
        assert_eq!(found.records[1].keys["x-done"], ["25%"], "{epoch}");
        let update = &found.records[1].updates[0];
        // The format shows no day, so the date has none.
        assert_eq!(update.date, "2025-03", "{epoch}");
        let remarks = found.remarks.join("\n");
        for said in [
            "Plan!H6: the cell has the error #N/A",
            "Plan!F6: `soon` is not an unambiguous date",
            "Plan!E8: the cell has a formula without a value",
            "Plan!A7: the row is not shown",
        ] {
            assert!(remarks.contains(said), "{said}: {remarks}");
        }
        assert!(
            found.decided[0].contains("the sheet is `Plan`, of `Read me`, `Old` (hidden), `Plan`"),
            "{:?}",
            found.decided
        );
    }
}

#[test]
fn another_sheet_is_asked_for() {
    let hidden = Decisions { sheet: Some("Old".to_owned()), ..Decisions::default() };
    assert_eq!(titles(&read(&bytes("plan.xlsx"), &hidden)), ["1 Area 1", "1.1 Nothing"]);
    let none = Decisions { sheet: Some("New".to_owned()), ..Decisions::default() };
    let problem = open(&bytes("plan.xlsx"), false, &none).map(|_| ()).unwrap_err();
    assert_eq!(problem, "the sheet `New` does not exist; the sheets are `Read me`, `Old` (hidden), `Plan`");
}

#[test]
fn a_sheet_of_open_document_is_read_as_it_is_shown() {
    let found = read(&bytes("plan.ods"), &Decisions::default());
    assert_eq!(titles(&found), ["1 Water", "1.1 Protect the springs", "1.10 Repair the mains"]);
    assert_eq!(found.records[1].keys["due"], ["2026-06-30"]);
    assert_eq!(found.records[1].keys["x-share"], ["25%"]);
    assert_eq!(found.records[2].keys["due"], ["2027-01-01"]);
    assert!(
        found.decided[0].contains("the sheet is `Plan`, of `Old` (hidden), `Plan`"),
        "{:?}",
        found.decided
    );
}

fn text(bytes: &[u8]) -> String {
    open(bytes, false, &Decisions::default()).unwrap().text().unwrap().to_owned()
}

#[test]
fn numbers_of_lists_are_those_that_word_shows() {
    let lines: Vec<String> = text(&bytes("lists.docx"))
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.trim().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "Harbour Plan 2026",
            "The mayors and the port agreed on this plan in May.",
            "1. Water",
            "1.1 Protect the springs",
            "(a) Fence them",
            "(b) Test the water",
            "1.2 Repair the mains",
            "2. Roads",
            "2.1 Mend the bridge",
            "5. Money",
            "5.1 Raise the fees",
        ]
    );
    let found = read(&bytes("lists.docx"), &Decisions::default());
    assert_eq!(
        titles(&found),
        [
            "1 Water",
            "1.1 Protect the springs",
            "1.1.a Fence them",
            "1.1.b Test the water",
            "1.2 Repair the mains",
            "2 Roads",
            "2.1 Mend the bridge",
            "5 Money",
            "5.1 Raise the fees",
        ]
    );
}

#[test]
fn headings_tables_and_changes_of_word_are_lines() {
    let read = text(&bytes("headings.docx"));
    assert_eq!(
        read,
        "Harbour Plan 2026\n\n# Water\n\nThe springs are old.\n\n| No | Action | Lead | Due |\n|---|---|---|---|\n\
         | 1.1 | Protect the springs | Water Office<br>Health Office | 2026-06-30 |\n\
         | 1.2 | Repair \\| replace the mains | Water Office<br>Health Office | 2027 |\n\n\
         # Roads\n\n**Bridges**\n\n- Mend the bridge.\n\nPaint the new rails.\n\n"
    );
}

#[test]
fn web_pages_are_read_by_their_headings() {
    let page = "<!-- saved -->\n<!DOCTYPE html>\n<html lang=fr><body><h1>Harbour plan</h1>\n<h2>Water</h2>\n<p>The two sides will:</p>\n<ul><li>protect the springs;</li></ul>\n<h2>Roads</h2><ol><li>Mend the bridge</ol>\n<p>\n- agreed in May\n</p></body></html>";
    let found = read(page.as_bytes(), &Decisions::default());
    assert_eq!(found.title, "Harbour plan");
    assert!(titles(&found).iter().any(|title| title.contains("protect the springs")), "{:?}", titles(&found));
    let source = open(page.as_bytes(), false, &Decisions::default()).unwrap();
    assert_eq!(source.decisions(Decisions::default()).lang.as_deref(), Some("fr"));
}

#[test]
fn front_matter_gives_the_facts_of_the_plan() {
    let text =
        "---\ntitle: Harbour plan\ndate: 2026-05-03\nlang: ja\n---\n\n1. Water\n(1) Protect the springs.\n";
    let decisions =
        open(text.as_bytes(), false, &Decisions::default()).unwrap().decisions(Decisions::default());
    let found = read(text.as_bytes(), &Decisions::default());
    let plan = files(&found, &decisions).into_iter().find(|(path, _)| path == "content/plan.md").unwrap().1;
    assert!(
        plan.contains("title: 'Harbour plan'\n") && plan.contains("adopted: 2026-05-03\nlanguages: [ja]\n"),
        "{plan}"
    );
    assert_eq!(found.records[0].line, Some(7));
}

#[test]
fn other_kinds_of_files_are_refused_by_their_names() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let old = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), wide(name)].concat();
    let odt = b"application/vnd.oasis.opendocument.text";
    for (bytes, said) in [
        (b"%PDF-1.7".to_vec(), "pdftotext -layout plan.pdf plan.txt"),
        (b"{\\rtf1".to_vec(), "an RTF document"),
        (b"\x89PNG\r\n".to_vec(), "a picture"),
        (b"\x1f\x8b\x08".to_vec(), "gzip"),
        (old("WordDocument"), "an old Word document (.doc): save it as .docx"),
        (old("Workbook"), "an old Excel file (.xls): save it as .xlsx"),
        (old("EncryptedPackage"), "a password"),
        (b"PK\x03\x04...".to_vec(), "a damaged archive"),
        (archive(&[("xl/workbook.xml", b"<a/>"), ("xl/vbaProject.bin", b"x")]), "macros (.xlsm)"),
        (archive(&[("xl/workbook.bin", b"x")]), ".xlsb"),
        (archive(&[("word/document.xml", b"<a/>"), ("word/vbaProject.bin", b"x")]), "macros (.docm)"),
        (archive(&[("ppt/presentation.xml", b"<a/>")]), "a presentation"),
        (archive(&[("mimetype", odt)]), "an OpenDocument text (.odt)"),
        (archive(&[("photo.jpg", b"x")]), "an archive (.zip)"),
        (b"<?xml version=\"1.0\"?><plan/>".to_vec(), "an XML file"),
        (b"{\"items\": []}".to_vec(), "a JSON file"),
        (b"1. A\0\n".to_vec(), "no text"),
        (b"1. A\n\xff".to_vec(), "line 2 is not UTF-8"),
    ] {
        let problem = refused(&bytes);
        assert!(problem.contains(said), "{said}: {problem}");
    }
}

#[test]
fn hostile_office_files_end_in_an_error() {
    let huge = vec![b' '; 65 * 1024 * 1024];
    let deep = "<a>".repeat(5_000);
    let entity = "<!DOCTYPE a [<!ENTITY x \"yyyyyyyy\">]><a>&x;</a>";
    let long = format!(
        "<w:document><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>",
        "x".repeat(30_000)
    );
    for (content, said) in [
        (&huge[..], "unpacks to more than"),
        (deep.as_bytes(), "deep"),
        (entity.as_bytes(), "document type"),
        (b"<a><b></a>", "damaged"),
        (b"\xff\xfe", "not UTF-8"),
        (long.as_bytes(), "break it into several"),
    ] {
        let problem = refused(&archive(&[("word/document.xml", content)]));
        assert!(problem.contains(said), "{said}: {problem}");
    }
    let ods: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let repeated = "<t:table t:name='A'><t:table-row t:number-rows-repeated='99999999999'><t:table-cell t:number-columns-repeated='99999999999'><p>No</p></t:table-cell></t:table-row></t:table>";
    let outcome = open(
        &archive(&[("mimetype", ods), ("content.xml", repeated.as_bytes())]),
        false,
        &Decisions::default(),
    );
    assert!(outcome.is_ok_and(|source| source.read(&Decisions::default()).is_err()));
    let rels = b"<r><Relationship Id='r1' Target='../../../../worksheets/x.xml'/><Relationship Id='' Target=''/></r>";
    let workbook = b"<workbook><sheets><sheet name='A' id='r1'/><sheet/></sheets></workbook>";
    let sheet = b"<sheetData><row r='x'><c r='ZZZZ9'><v>1</v></c><c t='s'><v>9</v></c><c r='XFD1048576' t='str'><v>z</v></c></row><mergeCell ref='B9:A1'/></sheetData>";
    let parts: &[(&str, &[u8])] =
        &[("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", rels), ("worksheets/x.xml", sheet)];
    let source = open(&archive(parts), false, &Decisions::default()).unwrap();
    assert!(source.read(&Decisions::default()).is_err());
}
