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
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
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
fn sheets_that_libre_office_hides_are_left_out_and_named() {
    let found = read(&bytes("libreoffice.xlsx"), &Decisions::default());
    assert_eq!(titles(&found), ["1 Water", "1.1 Protect the springs", "2 Roads", "2.1 Mend the bridge"]);
    let said = "the sheet is `Plan`, of `Old` (hidden), `Lists` (hidden), `Plan` (--sheet)";
    assert_eq!(found.decided[0], said);
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

/// A file that is read, or refused with a sentence; in any case it ends.
fn read_or_refused(bytes: &[u8], is_table: bool) -> Result<Import, String> {
    let decisions = Decisions::default();
    let read = open(bytes, is_table, &decisions).and_then(|source| source.read(&source.decisions(decisions)));
    if let Err(problem) = &read {
        assert!(problem.len() > 15 && !problem.contains("panicked"), "{problem:?}");
    }
    read
}

/// Cut anywhere, an office file is a damaged one.
#[test]
fn an_archive_that_is_cut_short_is_refused() {
    for name in ["headings.docx", "plan.xlsx", "plan.ods"] {
        let whole = bytes(name);
        for part in 1..20 {
            let problem = read_or_refused(&whole[..whole.len() * part / 20], false).unwrap_err();
            assert!(problem.contains("damaged") || problem.contains("no text"), "{name}: {problem}");
        }
    }
}

/// Names of parts that lead out of the archive are names like others: nothing is written, and nothing is read from the disk.
#[test]
fn names_of_parts_lead_nowhere() {
    let document = b"<w:document><w:body><w:p><w:r><w:t>1. Water</w:t></w:r></w:p></w:body></w:document>";
    let passwd: &[u8] = b"root";
    let source = archive(&[("../../etc/passwd", passwd), ("/abs", passwd), ("word/document.xml", document)]);
    let found = read_or_refused(&source, false).unwrap();
    assert!(found.records.iter().any(|record| record.title == "Water"), "{:?}", found.records);
    let rels = b"<r><Relationship Id='r1' Target='/../../etc/passwd'/><Relationship Id='r2' Target='file:///etc/passwd'/></r>";
    let workbook =
        b"<workbook><sheets><sheet name='A' id='r1'/><sheet name='B' id='r2'/></sheets></workbook>";
    let source = archive(&[("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", rels)]);
    assert!(!read_or_refused(&source, false).unwrap_err().contains("root"));
}

/// A text that a cell names by its number, and that is not there, is no text; styles that are based on each other come to an end.
#[test]
fn numbers_and_styles_that_lead_nowhere_or_in_a_circle_end() {
    let rels = b"<r><Relationship Id='r1' Target='worksheets/x.xml'/></r>";
    let workbook = b"<workbook><sheets><sheet name='A' id='r1'/></sheets></workbook>";
    let sheet = b"<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>No</t></is></c><c r='B1' t='inlineStr'><is><t>Action</t></is></c></row><row r='2'><c r='A2'><v>1.1</v></c><c r='B2' t='s'><v>4294967296</v></c></row><row r='3'><c r='A3'><v>1.2</v></c><c r='B3' t='s'><v>-1</v></c></row></sheetData></worksheet>";
    let strings = b"<sst><si><t>Mend</t></si></sst>";
    let parts: &[(&str, &[u8])] = &[
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", rels),
        ("xl/worksheets/x.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    if let Ok(found) = read_or_refused(&archive(parts), false) {
        assert!(found.records.iter().all(|record| !record.title.contains("Mend")), "{:?}", found.records);
    }
    let styles = b"<w:styles><w:style w:styleId='A' w:type='paragraph'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B' w:type='paragraph'><w:basedOn w:val='A'/></w:style></w:styles>";
    let numbering = b"<w:numbering><w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='N'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let document = b"<w:document><w:body><w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:ilvl w:val='99999999999'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>1. Water</w:t></w:r></w:p></w:body></w:document>";
    let parts: &[(&str, &[u8])] =
        &[("word/document.xml", document), ("word/styles.xml", styles), ("word/numbering.xml", numbering)];
    assert!(read_or_refused(&archive(parts), false).is_ok_and(|found| !found.records.is_empty()));
}

/// Text of another encoding is refused with its line, or read where it says what it is; what is huge or deep ends.
#[test]
fn hostile_texts_tables_and_pages_end() {
    let utf16 =
        [b"\xff\xfe".to_vec(), "1. Water\n".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    let latin = b"No,Action\n1.1,Br\xfccke richten\n".to_vec();
    let huge = format!("No,Action\n1.1,{}\n", "x".repeat(3_000_000)).into_bytes();
    let open_quote = format!("No,Action\n1.1,\"{}\n", "y,\n".repeat(50_000)).into_bytes();
    let wide = format!("Action{}\nx\n", ",a".repeat(50_000)).into_bytes();
    let deep = format!("<!DOCTYPE html><body>{}1. Water", "<div><ul><li>\n".repeat(20_000)).into_bytes();
    let cells =
        format!("<!DOCTYPE html><table><tr>{}</table>", "<td colspan=1000 rowspan=65534>x\n".repeat(3_000))
            .into_bytes();
    let bars = format!("1. Water\n\n|{}\n|{}\n", "a|".repeat(100_000), "-|".repeat(100_000)).into_bytes();
    let spaces = format!("1. Water\n(1) a{}b\n", " ".repeat(2_000_000)).into_bytes();
    let pages = format!("1. Water\n{}", "x\n\u{c}".repeat(50_000)).into_bytes();
    for (bytes, is_table) in [
        (utf16, false),
        (latin, true),
        (huge, true),
        (open_quote, true),
        (wide, true),
        (deep, false),
        (cells, false),
        (bars, false),
        (spaces, false),
        (pages, false),
    ] {
        if let Ok(found) = read_or_refused(&bytes, is_table) {
            assert_eq!(found.coverage.lines.len(), found.coverage.dispositions.len());
        }
    }
}

/// A workbook of one sheet.
fn workbook(columns: &str, rows: &[&[&str]]) -> Vec<u8> {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(at).unwrap());
        format!("<c r='{column}ROW' t='inlineStr'><is><t>{text}</t></is></c>")
    };
    let rows: String = (1..)
        .zip(rows)
        .map(|(number, row)| {
            let cells: String = row.iter().enumerate().map(cell).collect();
            format!("<row r='{number}'>{}</row>", cells.replace("ROW", &number.to_string()))
        })
        .collect();
    let sheet = format!("<worksheet><cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>");
    let rels = b"<r><Relationship Id='r1' Target='worksheets/x.xml'/></r>";
    let book = b"<workbook><sheets><sheet name='Plan' id='r1'/></sheets></workbook>";
    archive(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", rels),
        ("xl/worksheets/x.xml", sheet.as_bytes()),
    ])
}

#[test]
fn the_currency_of_a_format_is_part_of_a_sum() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='#,##0.00\\ [$€-407]'/><numFmt numFmtId='171' formatCode='[$¥-411]#,##0'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs></styleSheet>";
    let text = |place: &str, text: &str| format!("<c r='{place}' t='inlineStr'><is><t>{text}</t></is></c>");
    let sum =
        |place: &str, number: &str, style: u32| format!("<c r='{place}' s='{style}'><v>{number}</v></c>");
    let sheet = [
        "<worksheet><sheetData><row r='1'>".to_owned(),
        text("A1", "No") + &text("B1", "Action") + &text("C1", "Budget"),
        "</row><row r='2'>".to_owned(),
        text("A2", "1.1") + &text("B2", "Dig") + &sum("C2", "1234.567", 1),
        "</row><row r='3'>".to_owned(),
        text("A3", "1.2") + &text("B3", "Fill") + &sum("C3", "5000", 2),
        "</row></sheetData></worksheet>".to_owned(),
    ]
    .concat();
    let found = read(
        &archive(&[
            ("xl/workbook.xml", b"<workbook><sheets><sheet name='Plan' id='r1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", b"<r><Relationship Id='r1' Target='worksheets/x.xml'/></r>"),
            ("xl/styles.xml", styles.as_bytes()),
            ("xl/worksheets/x.xml", sheet.as_bytes()),
        ]),
        &Decisions::default(),
    );
    assert_eq!(found.records[1].keys["x-budget"], ["EUR 1234.5670"], "{:?}", found.remarks);
    assert_eq!(found.records[2].keys["x-budget"], ["JPY 5000"], "{:?}", found.remarks);
}

#[test]
fn hidden_columns_of_sheets_are_left_out_and_reported() {
    let rows: &[&[&str]] = &[
        &["No", "Secret", "Action", "Due"],
        &["1.1", "Ms Sato", "Dig", "soon"],
        &["1.2", "", "Fill", "2027"],
    ];
    let found = read(&workbook("<col min='2' max='2' hidden='1'/>", rows), &Decisions::default());
    let all: String = files(&found, &Decisions::default()).into_iter().map(|(_, text)| text).collect();
    assert_eq!(titles(&found), ["1 Area 1", "1.1 Dig", "1.2 Fill"]);
    assert!(!all.contains("Sato") && !all.contains("x-secret"), "{all}");
    assert!(
        found.remarks[0].starts_with("Plan!B: the column `Secret` is not shown in the file"),
        "{:?}",
        found.remarks
    );
    // The places of other cells are those of the file.
    assert!(found.remarks[1].starts_with("Plan!D2: `soon`"), "{:?}", found.remarks);
    let found = read(&workbook("<col min='2' max='2' hidden='0'/>", rows), &Decisions::default());
    assert!(found.records[1].keys.contains_key("x-secret"), "{:?}", found.records[1].keys);

    let content = "<office:document-content><table:table table:name='Plan'><table:table-column/><table:table-column table:visibility='collapse'/><table:table-column table:number-columns-repeated='2'/>";
    let cell = |text: &&str| {
        format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |row: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
    };
    let content = format!(
        "{content}{}</table:table></office:document-content>",
        rows.iter().map(row).collect::<String>()
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let found =
        read(&archive(&[("mimetype", mimetype), ("content.xml", content.as_bytes())]), &Decisions::default());
    assert_eq!(titles(&found), ["1 Area 1", "1.1 Dig", "1.2 Fill"]);
    assert!(found.records.iter().all(|record| !record.keys.contains_key("x-secret")), "{:?}", found.records);
    assert!(found.remarks[0].starts_with("Plan!B: the column `Secret`"), "{:?}", found.remarks);
}

#[test]
fn hidden_and_struck_words_of_a_document_are_left_out_and_reported() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    let paragraph = |runs: &[String]| format!("<w:p>{}</w:p>", runs.concat());
    let document = [
        paragraph(&[run("", "1. Water")]),
        paragraph(&[run("", "1.1 Protect "), run("<w:vanish/>", "secretly "), run("", "the springs.")]),
        paragraph(&[
            run("", "1.2 Repair "),
            run("<w:strike/>", "some "),
            run("<w:strike w:val='0'/>", "all mains."),
        ]),
        paragraph(&[run("<w:strike/>", "1.3 Buy a dredger.")]),
        paragraph(&[run("<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "1.4 Plant trees.")]),
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", document.concat());
    let found = read(&archive(&[("word/document.xml", document.as_bytes())]), &Decisions::default());
    assert_eq!(
        titles(&found),
        ["1 Water", "1.1 Protect the springs", "1.2 Repair all mains", "1.4 Plant trees"]
    );
    let said = found.remarks.join("\n");
    assert!(
        said.contains("is hidden (1 pieces), so it is not read; the first piece is `secretly`"),
        "{said}"
    );
    assert!(
        said.contains("is struck out (2 pieces), so it is not read; the first piece is `some`"),
        "{said}"
    );
}

#[test]
fn hidden_parts_of_a_page_are_left_out_and_lines_are_explained() {
    let html = b"<!DOCTYPE html><h1>Plan</h1><h2>1. Water</h2><ol><li>Protect<li hidden>Secret<li><del>Old</del></ol><h2>2. Roads</h2><ol><li>Mend</ol>";
    let found = read(html, &Decisions::default());
    assert_eq!(titles(&found), ["1 Water", "1.1 Protect", "2 Roads", "2.1 Mend"]);
    let said = found.remarks.join("\n");
    assert!(said.contains("is not shown on it (1 pieces)") && said.contains("`Secret`"), "{said}");
    assert!(said.contains("is struck out (1 pieces)") && said.contains("`Old`"), "{said}");
    assert!(
        found.decided.iter().any(|said| said.contains("and not a line of the file")),
        "{:?}",
        found.decided
    );
}

#[test]
fn texts_for_programs_are_refused_by_their_names() {
    for (text, name) in [
        ("From: a@b.example\nSubject: plan\nMIME-Version: 1.0\n\n1. Water\n", "a mail (.eml)"),
        ("title: x\nitems:\n  - a\n", "a YAML file"),
        (
            "\\documentclass{article}\n\\begin{document}\n\\section{Water}\n\\end{document}\n",
            "a LaTeX document",
        ),
        ("= Plan\n\n== Water\n\n. Protect\n", "an AsciiDoc document"),
        ("\u{7f}ELF\u{2}\u{1}\0\0", "no text"),
    ] {
        assert!(refused(text.as_bytes()).contains(name), "{text}: {}", refused(text.as_bytes()));
    }
    assert!(refused(b"\x7fELF\x02\x01\0\0\xd0\xff").contains("no text"));
}
