//! `planbook requests --format xlsx` and `planbook receive`: what an agency answers ends in updates, or with a cell that is named.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use planbook::receive::{Reply, read};

use crate::book::FROZEN;
use crate::outside_tools::{beside, packages};

const DAY: &str = "2026-11-24";
const MARK: &str = "planbook-reply-1 table=items agency=jp-npa period=2026-H1 as-of=2026-11-24 date=2026-06-30 audience=public";

/// A row: the item, the status that was sent, and what stands in columns.
pub type Filled<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A copy of the plan of a real size, on a disk.
pub struct Round {
    folder: tempfile::TempDir,
}

impl Round {
    pub fn new() -> Self {
        Self::of(Path::new(FROZEN))
    }

    pub fn of(book: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(book, &folder.path().join("book"));
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The exit code, and what the program says.
    pub fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(arguments)
            .args(["--root", "book", "--as-of", DAY])
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    pub fn workbooks(&self, out: &str) {
        let (code, said) = self.run(&["requests", "--period", "2026-H1", "--format", "xlsx", "--out", out]);
        assert_eq!(code, 0, "{said}");
    }

    /// Fills in the workbook of an agency with openpyxl.
    pub fn fill(&self, from: &str, to: &str, answers: &str) {
        let output = Command::new("python3")
            .args([beside("fill_workbook.py").as_str(), from, to, answers])
            .env("PYTHONPATH", packages())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{complaint}\n(to install the tools: tests/validators/prepare)");
    }

    /// Writes a reply as CSV.
    pub fn csv(&self, name: &str, rows: &[Filled<'_>]) {
        std::fs::write(self.path(name), csv(MARK, rows)).unwrap();
    }

    pub fn update(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.path(&format!("book/content/updates/2026/{name}.md"))).ok()
    }

    /// All files of the book with what is in them.
    fn book(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.path("book")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => found.push((path.clone(), std::fs::read(path).unwrap())),
                }
            }
        }
        found.sort();
        found
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(std::fs::copy(&path, target).unwrap()),
        }
    }
}

const COLUMNS: [&str; 15] = [
    "sent",
    "title",
    "nothing",
    "date",
    "status",
    "outlook",
    "happened",
    "evidence-title",
    "evidence-url",
    "challenges",
    "next-steps",
    "meeting",
    "new-due",
    "reason",
    "sent-due",
];

/// A reply as CSV: rows with the item, the status that was sent, and what stands in columns.
pub fn csv(mark: &str, rows: &[Filled<'_>]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut text = format!("{mark},{}\nitem,sent\n", COLUMNS.join(","));
    for (item, sent, said) in rows {
        let cell = |column: &&str| match *column {
            "sent" => quoted(sent),
            column => {
                said.iter().find(|(of, _)| *of == column).map_or_else(String::new, |(_, text)| quoted(text))
            }
        };
        let cells: Vec<String> = COLUMNS.iter().map(cell).collect();
        text.push_str(&format!("{},{}\n", quoted(item), cells.join(",")));
    }
    text
}

/// What stands in a column of a workbook's first answers: the status that was sent for an item.
fn sent(round: &Round, item: &str) -> String {
    let bytes = std::fs::read(round.path("out/jp-npa/jp-npa-2026-H1.xlsx")).unwrap();
    let sheets = planbook::import::sheet_cells(&bytes).unwrap();
    let cells = &sheets[0].cells;
    let (row, _) = cells.iter().find(|((_, column), text)| *column == 0 && *text == item).unwrap().0;
    cells[&(*row, 1)].clone()
}

#[test]
fn workbooks_are_the_same_bytes_and_say_what_is_known() {
    let round = Round::new();
    round.workbooks("out");
    round.workbooks("again");
    let name = "jp-npa/jp-npa-2026-H1.xlsx";
    let bytes = std::fs::read(round.path("out").join(name)).unwrap();
    assert_eq!(bytes, std::fs::read(round.path("again").join(name)).unwrap());
    let sheets = planbook::import::sheet_cells(&bytes).unwrap();
    assert_eq!(sheets[0].name.as_deref(), Some("Reply"));
    assert_eq!(sheets[0].cells[&(0, 0)], MARK);
    let shown: Vec<&String> = sheets[0].cells.values().collect();
    assert!(shown.iter().any(|text| text.contains("Police cooperation")), "{shown:?}");
    let index = std::fs::read_to_string(round.path("out/README.md")).unwrap();
    assert!(index.contains("(jp-npa/jp-npa-2026-H1.xlsx)"), "{index}");
    let (code, said) = round.run(&["receive", &format!("out/{name}")]);
    assert_eq!((code, said.contains("nothing was written")), (0, true), "{said}");
}

#[test]
fn a_workbook_that_was_filled_in_becomes_updates_once() {
    let round = Round::new();
    round.workbooks("out");
    let answers = r#"{"rows": [
        ["4.1", {"date": "2026-05-31", "status": "実施中", "happened": "We \"held\" talks: two rounds. More follow.", "next-steps": "Go on"}],
        ["4.2", {"nothing": "Yes"}], ["8.1", {"status": "perhaps"}]]}"#;
    round.fill("out/jp-npa/jp-npa-2026-H1.xlsx", "reply.xlsx", answers);
    let before = round.book();
    let (code, said) = round.run(&["receive", "reply.xlsx", "--dry-run", "--reply-to", "answer.txt"]);
    assert_eq!((code, round.book() == before), (1, true), "{said}");
    assert!(!round.path("answer.txt").exists());

    let (code, said) = round.run(&["receive", "reply.xlsx", "--reply-to", "answer.txt"]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("1 with a report, 1 with nothing to report, 0 received before, 1 with a problem"),
        "{said}"
    );
    let report = round.update("2026-05-31-4.1-jp-npa").unwrap();
    for line in [
        "title: 'We \"held\" talks: two rounds'",
        "status: in-progress",
        "next-steps: Go on",
        "by:\n  - jp-npa",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
    assert!(round.update("2026-06-30-4.2-jp-npa").unwrap().contains("kind: no-change"));
    assert_eq!(round.update("2026-06-30-8.1-jp-npa"), None);
    let letter = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    assert!(letter.contains("Reply!L") && letter.contains("“perhaps” is not in the list"), "{letter}");

    // What was there stays as it was, and a second time there is nothing to do.
    let after = round.book();
    assert!(before.iter().all(|file| after.contains(file)));
    let (code, said) = round.run(&["receive", "reply.xlsx"]);
    assert_eq!((code, round.book() == after), (1, true), "{said}");
    assert!(
        said.contains("2 received before") && said.contains("no answer that was not received before"),
        "{said}"
    );

    // Rows that were turned around, with a column between others, say the same.
    round.fill("reply.xlsx", "sorted.xlsx", "{\"rows\": [], \"sort\": true}");
    let (_, said) = round.run(&["receive", "sorted.xlsx"]);
    assert!(said.contains("2 received before") && round.book() == after, "{said}");
}

#[test]
fn a_row_says_the_same_in_each_kind_of_file() {
    let round = Round::new();
    round.workbooks("out");
    round.fill(
        "out/jp-npa/jp-npa-2026-H1.xlsx",
        "reply.xlsx",
        r#"{"rows": [["4.1", {"happened": "We met."}]]}"#,
    );
    let (code, said) = round.run(&["receive", "reply.xlsx"]);
    assert_eq!(code, 0, "{said}");
    let status = sent(&round, "4.1");
    round.csv("reply.csv", &[("4.1", &status, &[("happened", "We met.")])]);
    let (code, said) = round.run(&["receive", "reply.csv"]);
    assert!(code == 0 && said.contains("1 received before"), "{said}");
    // Another text for the same day is never written over the first.
    round.csv("other.csv", &[("4.1", &status, &[("happened", "We met twice.")])]);
    let (code, said) = round.run(&["receive", "other.csv"]);
    assert!(
        code == 1 && said.contains("H3: The plan has something else for 2026-06-30: “We met.” there"),
        "{said}"
    );
    assert!(round.update("2026-06-30-4.1-jp-npa").unwrap().contains("We met."));
}

#[test]
fn an_answer_to_what_is_not_so_any_more_is_for_a_person() {
    let round = Round::new();
    // What says no status contradicts none, and dashes are no answer.
    round.csv("reply.csv", &[("4.1", "completed", &[("happened", "We met.")])]);
    let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(code == 0 && said.contains("1 with a report"), "{said}");
    round.csv("reply.csv", &[("4.1", "completed", &[("next-steps", "-"), ("challenges", "－")])]);
    let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(code == 0 && said.contains("0 with a report"), "{said}");
    round.csv("reply.csv", &[("4.1", "completed", &[("status", "In progress"), ("happened", "We met.")])]);
    let (code, said) = round.run(&["receive", "reply.csv"]);
    assert!(code == 1 && said.contains("F3: The plan changed after this workbook was sent"), "{said}");
    assert_eq!(round.update("2026-06-30-4.1-jp-npa"), None);
    let (code, said) = round.run(&["receive", "reply.csv", "--accept-changed"]);
    assert!(code == 0 && round.update("2026-06-30-4.1-jp-npa").is_some(), "{said}");
}

#[test]
fn each_wrong_cell_is_named_with_what_to_do() {
    let round = Round::new();
    round.workbooks("out");
    let status = sent(&round, "4.1");
    for (said, place, words) in [
        (&[("status", "soon")][..], "F3", "not in the list"),
        (&[("happened", "x"), ("date", "05/06/2026")], "E3", "not a date that can be read in one way"),
        (&[("happened", "x"), ("date", "2027-01-01")], "E3", "still to come"),
        (&[("happened", "x"), ("date", "1905-07-18")], "E3", "before the plan was adopted"),
        (&[("nothing", "Yes"), ("happened", "x")], "D3", "Keep one of the two"),
        (&[("nothing", "perhaps")], "D3", "not in the list"),
        (&[("status", "Completed"), ("happened", "x")], "J3", "needs a public document"),
        (&[("happened", "x"), ("evidence-title", "A")], "J3", "no address"),
        (&[("happened", "x"), ("evidence-url", "https://example.org/")], "I3", "no title"),
        (&[("evidence-title", "A"), ("evidence-url", "javascript:alert(1)")], "J3", "not a full address"),
        (
            &[("evidence-title", "A\nB\nC"), ("evidence-url", "https://a.example/\nhttps://b.example/")],
            "I3",
            "The number of titles (3) is not that of the addresses (2)",
        ),
        (&[("outlook", "At risk"), ("happened", "x")], "K3", "needs an explanation"),
        (&[("new-due", "2030")], "O3", "without a reason"),
        (&[("new-due", "when it suits"), ("reason", "x")], "N3", "Write it as 2027-06-30."),
        (
            &[("status", "Not done"), ("happened", "x")],
            "F3",
            "If nothing was done yet, choose a status from the list.",
        ),
        (&[("status", "Failed"), ("happened", "x")], "F3", "ends the item"),
        (&[("reason", "x")], "N3", "no new due date"),
    ] {
        round.csv("reply.csv", &[("4.1", &status, said)]);
        let (code, text) = round.run(&["receive", "reply.csv"]);
        let line = text.lines().find(|line| line.trim_start().starts_with(&format!("{place}: ")));
        assert!(code == 1 && line.is_some_and(|line| line.contains(words)), "{said:?}\n{text}");
    }
    for (rows, words) in [
        (&[("", "-", &[("happened", "x")][..])][..], "C3: This row was added"),
        (&[("99.9", "-", &[("happened", "x")][..])], "C3: The item “99.9” is not in the plan"),
        (
            &[("4.1", &status, &[("happened", "x")][..]), ("4.1", &status, &[("happened", "y")][..])],
            "C4: There is another row with an answer for this item: reply.csv H3",
        ),
    ] {
        round.csv("reply.csv", rows);
        let (code, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 1 && text.contains(words), "{text}");
    }
}

#[test]
fn values_of_indicators_belong_to_the_answer_of_their_item() {
    let round = Round::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything"));
    let mark = "planbook-reply-1 table=indicators agency=ar-coast period=2025 as-of=2026-11-24 date=2025-12-31 audience=public";
    let write = |name: &str, rows: &str| {
        let text = format!("{mark},indicator,title,period,value\nitem,indicator\n{rows}");
        std::fs::write(round.path(name), text).unwrap();
    };
    for (row, place, words) in [
        ("1.3,dark,,2025,5%", "E3", "is a percentage, but the unit of the indicator is: nights"),
        ("1.3,dark,,2025,four", "E3", "not a number"),
        ("1.3,dark,,,4", "D3", "has no period"),
        ("1.3,dark,,soon,4", "D3", "not a period"),
        ("1.3,bright,,2025,4", "E3", "no indicator"),
        ("1.3,dark,,2025,4\n1.3,dark,,2025,5", "E4", "another value for 2025"),
    ] {
        write("reply.csv", row);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let line = said.lines().find(|line| line.trim_start().starts_with(&format!("{place}: ")));
        assert!(code == 1 && line.is_some_and(|line| line.contains(words)), "{row}\n{said}");
    }
    write("reply.csv", "1.3,dark,,2025,4\n");
    let (code, said) = round.run(&["receive", "reply.csv"]);
    assert_eq!(code, 0, "{said}");
    let file =
        std::fs::read_to_string(round.path("book/content/updates/2025/2025-12-31-1.3-ar-coast.md")).unwrap();
    assert!(file.contains("- indicator: dark\n    period: '2025'\n    value: '4'"), "{file}");
}

#[test]
fn hidden_cells_that_somebody_changed_lead_nowhere() {
    let round = Round::new();
    for (mark, words) in [
        (MARK.replace("jp-npa", "nobody"), "the agency `nobody` is not in the book"),
        (MARK.replace("date=2026-06-30", "date=../../x"), "has no date"),
        (MARK.replace("audience=public", "audience=all"), "has no audience"),
        (MARK.replace("reply-1", "reply-2"), "it is no workbook of"),
        (format!("{MARK} edition=1999"), "the edition `1999` does not exist"),
    ] {
        std::fs::write(round.path("reply.csv"), csv(&mark, &[("4.1", "-", &[("happened", "x")])])).unwrap();
        let before = round.book();
        let (code, said) = round.run(&["receive", "reply.csv"]);
        assert!(code == 1 && said.contains(words) && round.book() == before, "{mark}\n{said}");
    }
}

/// An Excel file of one sheet, whose XML is given.
fn xlsx(rows: &str, from_1904: bool, more: &[(&str, &[u8])]) -> Vec<u8> {
    let head = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let words: String = COLUMNS.iter().map(|word| text(word)).collect();
    let sheet = format!(
        "<worksheet {head}><sheetData><row r=\"1\">{}{words}</row><row r=\"2\">{}</row>{rows}</worksheet>",
        text(MARK),
        text("item")
    );
    let workbook = format!(
        "<workbook {head}><workbookPr date1904=\"{}\"/><sheets><sheet name=\"Reply\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>",
        u8::from(from_1904)
    );
    let styles = format!(
        "<styleSheet {head}><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;€&quot;#,##0.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    );
    let relations = "<Relationships xmlns=\"x\"><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    for (name, bytes) in parts.iter().chain(more) {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn text(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A row with an item, and then the cells from the column `date` on.
fn row(cells: &str) -> String {
    let blank = "<c/>".repeat(2);
    format!("<row r=\"3\">{}{}{blank}{cells}</row></sheetData>", text("4.1"), text("-"))
}

fn answer(bytes: &[u8]) -> planbook::update_file::Answer {
    let Reply { answers, .. } = read(bytes).unwrap();
    answers.into_iter().next().expect("an answer").answer
}

#[test]
fn numbers_are_what_their_cells_show_and_hidden_sheets_are_read() {
    let happened = ["<c/><c/>", &text("x")].concat();
    for (number, from_1904, date) in [("46173", false, "2026-05-31"), ("44711", true, "2026-05-31")] {
        let cells = row(&format!("<c s=\"1\"><v>{number}</v></c>{happened}"));
        assert_eq!(answer(&xlsx(&cells, from_1904, &[])).date, date);
    }
    for (cell, shown) in [
        ("<c s=\"2\"><v>0.29</v></c>".to_owned(), "29%"),
        ("<c s=\"3\"><v>1234.5</v></c>".to_owned(), "1234.5"),
        ("<c><f>[1]Sheet1!A1</f><v>7</v></c>".to_owned(), "7"),
        ("<c t=\"str\"><f>HYPERLINK(\"x\")</f><v>In progress</v></c>".to_owned(), "In progress"),
        (text("=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0"),
    ] {
        let cells = row(&format!("<c/>{cell}"));
        assert_eq!(answer(&xlsx(&cells, false, &[])).status, shown);
    }
}

#[test]
fn cells_that_show_no_value_and_merged_cells_are_problems() {
    for (cells, end, key) in [
        ("<c/><c><f>A1</f></c>".to_owned(), "", "reply-unreadable"),
        ("<c/><c t=\"e\"><v>#REF!</v></c>".to_owned(), "", "reply-unreadable"),
        (
            ["<c/>", &text("In progress")].concat(),
            "<mergeCells><mergeCell ref=\"F3:F5\"/></mergeCells>",
            "reply-merged",
        ),
    ] {
        let reply = read(&xlsx(&[row(&cells).as_str(), end].concat(), false, &[])).unwrap();
        let (place, found) = &reply.answers[0].damaged[0];
        assert_eq!((place.to_string().as_str(), *found), ("Reply!F3", key));
    }
}

#[test]
fn files_that_nobody_should_open_are_refused_by_name() {
    let one = row("");
    let macros = read(&xlsx(&one, false, &[("xl/vbaProject.bin", b"x")])).unwrap_err();
    assert!(macros.contains(".xlsm"), "{macros}");
    // Programs go by what a file says of itself, and not by its name.
    for kind in ["sheet.macroEnabled", "template.macroEnabled", "addin.macroEnabled"] {
        let types = format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.{kind}.main+xml\"/></Types>"
        );
        let without = read(&xlsx(&one, false, &[("[Content_Types].xml", types.as_bytes())])).unwrap_err();
        assert_eq!(without, macros, "{kind}");
        let plain = types
            .replace("vnd.ms-excel", "vnd.openxmlformats-officedocument.spreadsheetml")
            .replace(".macroEnabled", "");
        assert!(read(&xlsx(&one, false, &[("[Content_Types].xml", plain.as_bytes())])).is_ok());
    }
    let bomb = vec![b' '; 70 * 1024 * 1024];
    let bomb = read(&xlsx(&one, false, &[("xl/sharedStrings.xml", &bomb)])).unwrap_err();
    assert!(bomb.contains("unpacks to more than"), "{bomb}");
    let rows: Vec<Filled<'_>> = vec![("4.1", "-", &[("happened", "x")]); 10_001];
    let many = read(csv(MARK, &rows).as_bytes()).unwrap_err();
    assert!(many.contains("more than 10000 rows"), "{many}");
    // A million rows without an answer are none.
    let blank =
        "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>9</t></is></c></row></sheetData>";
    assert!(read(&xlsx(blank, false, &[])).unwrap().answers.is_empty());
    for bytes in [&b""[..], b"PK\x03\x04 broken", b"%PDF-1.7", b"\xff\xfe", b"a,b\n1,2\n", b"\x00\x01\x02"] {
        assert!(read(bytes).is_err());
    }
}

/// A reply of an agency as CSV.
fn reply_of(round: &Round, name: &str, agency: &str, rows: &[Filled<'_>]) {
    std::fs::write(round.path(name), csv(&MARK.replace("jp-npa", agency), rows)).unwrap();
}

#[test]
fn replies_that_contradict_each_other_are_both_for_a_person_in_any_order() {
    let round = Round::new();
    let says = |text: &'static str, more: &'static [(&'static str, &'static str)]| {
        [&[("happened", text)], more].concat()
    };
    let met = says("We met.", &[]);
    let late = says("We met.", &[("new-due", "2030"), ("reason", "x")]);
    let later = says("We met.", &[("new-due", "2031"), ("reason", "x")]);
    let began = says("We began.", &[("status", "In progress")]);
    let ended = says("It began.", &[("status", "not started"), ("challenges", "x"), ("date", "2026-05-01")]);
    for (one, other, of_one, of_other) in [
        // Of one day from one agency there is one report.
        (
            ("jp-npa", &met),
            ("jp-npa", &says("We met twice.", &[])),
            "E3: There is another report of 2026-06-30 on this item in b.csv E3",
            "E3: There is another report of 2026-06-30 on this item in a.csv E3",
        ),
        // Of one round an item has one status, also on other days, and one new due date.
        (
            ("jp-npa", &began),
            ("jp-mofa", &ended),
            "F3: Here “In progress”, but “Not started” in b.csv F3",
            "F3: Here “Not started”, but “In progress” in a.csv F3",
        ),
        (
            ("jp-npa", &late),
            ("jp-mofa", &later),
            "N3: Here “2030”, but “2031” in b.csv N3",
            "N3: Here “2031”, but “2030” in a.csv N3",
        ),
    ] {
        reply_of(&round, "a.csv", one.0, &[("4.1", "not-reported", one.1)]);
        reply_of(&round, "b.csv", other.0, &[("4.1", "not-reported", other.1)]);
        let before = round.book();
        let (code, said) = round.run(&["receive", "a.csv", "b.csv", "--accept-changed"]);
        assert!(code == 1 && said.contains(of_one) && said.contains(of_other), "{said}");
        assert!(round.book() == before, "{said}");
        let (_, turned) = round.run(&["receive", "b.csv", "a.csv", "--accept-changed"]);
        assert_eq!(turned, said);
    }
    // What belongs together, or is said twice, is taken.
    reply_of(&round, "a.csv", "jp-npa", &[("4.1", "-", &met), ("4.1", "-", &met)]);
    reply_of(&round, "b.csv", "jp-npa", &[("4.1", "-", &met)]);
    reply_of(&round, "c.csv", "jp-mofa", &[("4.1", "-", &began)]);
    let (code, said) = round.run(&["receive", "c.csv", "b.csv", "a.csv", "b.csv", "--accept-changed"]);
    assert!(code == 0 && said.matches("the same answer as a.csv C3").count() == 2, "{said}");
    assert!(
        round.update("2026-06-30-4.1-jp-npa").is_some() && round.update("2026-06-30-4.1-jp-mofa").is_some()
    );
}

#[test]
fn an_answer_whose_file_was_renamed_or_edited_is_known() {
    let round = Round::new();
    let text =
        "The police of both countries met in Tokyo on 5 May and agreed to exchange officers for 3 months.";
    round.csv("reply.csv", &[("4.1", "-", &[("happened", text)])]);
    let (code, said) = round.run(&["receive", "reply.csv"]);
    assert_eq!(code, 0, "{said}");
    let folder = round.path("book/content/updates/2026");
    let written = round.update("2026-06-30-4.1-jp-npa").unwrap();
    let edited =
        written.replace("agreed to exchange officers", "decided to [exchange](https://a.example/1) officers");
    let edited = edited.replace("title: ", "title: Police exchange, ");
    std::fs::write(folder.join("2026-06-30-4.1-jp-npa.md"), &edited).unwrap();
    let again = |name: &str| {
        let before = round.book();
        let (code, said) = round.run(&["receive", "reply.csv"]);
        let words = format!("updates/2026/{name}.md has this answer already, and was changed since");
        assert!(code == 0 && said.contains(&words) && said.contains("1 received before"), "{said}");
        assert!(round.book() == before);
    };
    again("2026-06-30-4.1-jp-npa");
    std::fs::rename(folder.join("2026-06-30-4.1-jp-npa.md"), folder.join("2026-06-30-exchange.md")).unwrap();
    again("2026-06-30-exchange");
    // Another number is another report: of that day there are two, because the first one has another name now.
    round.csv("reply.csv", &[("4.1", "-", &[("happened", &text.replace('3', "30"))])]);
    let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(code == 0 && said.contains("1 with a report"), "{said}");
    // Under the first name, it is for a person.
    std::fs::rename(folder.join("2026-06-30-exchange.md"), folder.join("2026-06-30-4.1-jp-npa.md")).unwrap();
    let (code, said) = round.run(&["receive", "reply.csv"]);
    assert!(
        code == 1
            && said.contains("E3: content/updates/2026/2026-06-30-4.1-jp-npa.md is a report of 2026-06-30"),
        "{said}"
    );
}

#[test]
fn due_dates_and_values_are_compared_with_what_was_sent() {
    let round = Round::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything"));
    let mark = "planbook-reply-1 table=indicators agency=ar-coast period=2025 as-of=2026-11-24 date=2025-12-31 audience=public";
    let reply = |sent: &str, value: &str| {
        let text = format!(
            "{mark},indicator,title,sent-value,period,value\nitem,indicator\n1.3,dark,,{sent},2025,{value}\n"
        );
        std::fs::write(round.path("reply.csv"), text).unwrap();
        round.run(&["receive", "reply.csv", "--dry-run"])
    };
    // What the workbook of the same day has in the hidden cell.
    let (code, said) = round.run(&["requests", "--period", "2025", "--format", "xlsx", "--out", "out"]);
    assert_eq!(code, 0, "{said}");
    let bytes = std::fs::read(round.path("out/ar-coast/ar-coast-2025.xlsx")).unwrap();
    let sheets = planbook::import::sheet_cells(&bytes).unwrap();
    let own = sheets
        .iter()
        .find(|sheet| sheet.cells.get(&(0, 2)).map(String::as_str) == Some("sent-value"))
        .unwrap();
    let (row, _) = *own.cells.iter().find(|((_, column), text)| *column == 1 && *text == "dark").unwrap().0;
    let sent = own.cells[&(row, 2)].clone();
    let (code, said) = reply(&sent, "4");
    assert!(code == 0, "{sent}: {said}");
    let (code, said) = reply("2020: 999", "4");
    let words = format!(
        "F3: The plan changed after this workbook was sent: the latest value was “2020: 999” and is now “{}”",
        sent
    );
    assert!(code == 1 && said.contains(&words), "{said}");
    let (code, said) = reply("", "4");
    assert!(code == 0, "a workbook of before has no such cell: {said}");

    let round = Round::new();
    let postponed = |sent: &'static str| {
        round.csv("reply.csv", &[("4.1", "-", &[("new-due", "2031"), ("reason", "x"), ("sent-due", sent)])]);
        round.run(&["receive", "reply.csv", "--dry-run"])
    };
    let (_, said) = postponed("2019-01-01");
    assert!(
        said.contains(
            "N3: The plan changed after this workbook was sent: the due date was 2019-01-01 and is now"
        ),
        "{said}"
    );
    for sent in ["-", ""] {
        let (_, said) = postponed(sent);
        assert!(!said.contains("The plan changed"), "{said}");
    }
}

#[test]
fn words_that_are_no_report_are_nothing_to_report_or_a_question() {
    let round = Round::new();
    for (said, outcome) in [
        (&[("happened", "Nothing to report.")][..], "1 with nothing to report"),
        (&[("happened", "特になし")], "1 with nothing to report"),
        (
            &[
                ("happened", "nil"),
                ("challenges", "None"),
                ("evidence-title", "N/A"),
                ("evidence-url", "n/a"),
            ],
            "1 with nothing to report",
        ),
        (&[("happened", "none"), ("nothing", "Yes")], "1 with nothing to report"),
        (&[("happened", "N/A")], "H3: “N/A” does not say what happened"),
        (&[("happened", "–")], "H3: “–” does not say what happened"),
        (&[("happened", "none"), ("nothing", "no")], "H3: “none” does not say what happened"),
        (&[("happened", "n.a."), ("next-steps", "We meet in July")], "1 with a report"),
        (
            &[("outlook", "At risk"), ("challenges", "none"), ("happened", "x")],
            "K3: “At risk” needs an explanation",
        ),
    ] {
        round.csv("reply.csv", &[("4.1", "not-reported", said)]);
        let (_, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(text.contains(outcome), "{said:?}\n{text}");
        assert!(!text.to_lowercase().contains("title: n/a") && !text.contains("challenges: "), "{text}");
    }
}

#[test]
fn a_word_alone_is_left_out_where_other_answers_say_the_same_and_else_a_question() {
    let round = Round::new();
    round.workbooks("out");
    let status = sent(&round, "4.1");
    for (said, outcome) in [
        (
            &[
                ("happened", "Completed."),
                ("status", "Completed"),
                ("evidence-title", "A"),
                ("evidence-url", "https://a.example/1"),
            ][..],
            "1 with a report",
        ),
        (&[("happened", "Postponed"), ("new-due", "2031"), ("reason", "x")], "1 with a report"),
        (&[("happened", "Yes"), ("nothing", "Yes")], "1 with nothing to report"),
        (&[("happened", "OK"), ("status", "In progress")], "1 with a report"),
        (&[("happened", "Completed"), ("status", "In progress")], "H3: “Completed” alone does not say"),
        (&[("happened", "Finished"), ("status", "In progress")], "H3: “Finished” alone does not say"),
        (&[("happened", "See attached"), ("status", "In progress")], "H3: “See attached” alone does not say"),
        (&[("happened", "OK")], "H3: “OK” alone does not say"),
        (&[("happened", "Cancelled")], "H3: “Cancelled” ends the item"),
        (&[("happened", "Cancelled"), ("status", "Cancelled")], "F3: “Cancelled” ends the item"),
    ] {
        round.csv("reply.csv", &[("4.1", &status, said)]);
        let (_, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(text.contains(outcome) && text.matches("ends the item").count() <= 1, "{said:?}\n{text}");
    }
}

#[test]
fn a_report_from_before_the_period_says_that_it_is_no_answer_for_it() {
    let round = Round::new();
    round.csv(
        "reply.csv",
        &[
            ("4.1", "-", &[("happened", "We met."), ("date", "2025-12-02")]),
            ("4.2", "-", &[("happened", "x"), ("date", "2026")]),
        ],
    );
    let (code, said) = round.run(&["receive", "reply.csv", "--accept-changed"]);
    assert!(
        code == 0
            && said.matches("(dated 2025-12-02, before the period: no answer for 2026-H1)").count() == 1,
        "{said}"
    );
}

#[test]
fn a_japanese_answer_is_marked_and_the_text_to_mail_back_has_japanese_words() {
    let round = Round::new();
    let settings = round.path("book/book.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]")).unwrap();
    round.csv(
        "reply.csv",
        &[
            (
                "4.1",
                "-",
                &[
                    ("happened", "会合を開いた（ACSA）。次回は7月。\nThe agency (警察庁) agreed."),
                    ("evidence-title", "共同発表"),
                    ("evidence-url", "https://example.org/"),
                ],
            ),
            ("4.2", "-", &[("status", "perhaps")]),
            ("4.3", "completed", &[("status", "実施中")]),
        ],
    );
    let (_, said) = round.run(&["receive", "reply.csv", "--reply-to", "answer.txt"]);
    let update = round.update("2026-06-30-4.1-jp-npa").unwrap_or_else(|| panic!("{said}"));
    assert!(
        update.contains("  - title: 共同発表\n    url: https://example.org/\n    lang: ja\n"),
        "{update}"
    );
    let body = "\n[会合を開いた（ACSA）。次回は7月。](lang:ja)\n\nThe agency ([警察庁](lang:ja)) agreed.\n";
    assert!(update.ends_with(body), "{update}");
    let (_, checked) = round.run(&["check"]);
    assert!(!checked.contains("2026-06-30-4.1-jp-npa"), "{checked}");
    let letter = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    let (english, japanese) = letter.split_once("\n----\n").unwrap();
    assert!(english.contains("Not started, In progress") && !english.contains("実施中"), "{english}");
    assert!(japanese.contains("未着手、実施中") && !japanese.contains("In progress"), "{japanese}");
    assert!(
        english.contains("the status was “Completed”") && japanese.contains("状況は「完了」"),
        "{letter}"
    );
}
