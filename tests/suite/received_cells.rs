//! `planbook receive`: a cell is read in one way, or it is a question with its name; and each row and each file that came back is
//! read, or reported.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use planbook::import::{SheetCells, sheet_cells};

use crate::receive::{Filled, Round};

const MARK: &str = "planbook-reply-1 table=indicators agency=ar-coast period=2025 as-of=2026-11-24 date=2025-12-31 audience=public";

/// The line on a cell in what the program says.
fn line<'t>(said: &'t str, place: &str) -> Option<&'t str> {
    said.lines().find(|line| line.trim_start().starts_with(&format!("{place}: ")))
}

/// An OpenDocument spreadsheet of one sheet.
fn ods(styles: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:style=\"s\" xmlns:number=\"n\" xmlns:table=\"t\" xmlns:text=\"x\"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"Reply\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
    {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn only(bytes: &[u8]) -> SheetCells {
    sheet_cells(bytes).unwrap().into_iter().next().unwrap()
}

#[test]
fn words_around_a_date_are_a_question() {
    let round = Round::new();
    let held = |date| [("happened", "We met."), ("date", date)];
    for date in [
        "before May 2026",
        "planned for May 2026",
        "May 2026?",
        "Not held on 5 May 2026",
        "12 May 2026 or 13 May 2026",
        "until 5 May 2026",
        "Monday, 5 May 2026",
    ] {
        round.csv("reply.csv", &[("4.1", "-", &held(date))]);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let line = line(&said, "E3");
        assert!(code == 1 && line.is_some_and(|line| line.contains("not a date")), "{date}\n{said}");
    }
    for (date, written) in [
        ("from 1 May to 3 May 2026", "date: 2026-05-01/2026-05-03"),
        ("Tuesday, 5 May 2026", "date: 2026-05-05"),
        ("end of May 2026", "date: 2026-05"),
        ("May 2026", "date: 2026-05"),
    ] {
        round.csv("reply.csv", &[("4.1", "-", &held(date))]);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 0 && said.contains(&format!("{written}\n")), "{date}\n{said}");
    }
    for due in [
        "after June 2030",
        "not before June 2030",
        "was June 2030",
        "no date, was June 2030",
        "June 2030, to be confirmed",
        "two years after June 2030",
        "2030+",
        "3 months from 1 June 2030",
    ] {
        round.csv("reply.csv", &[("4.1", "-", &[("happened", "x"), ("new-due", due), ("reason", "x")])]);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let line = line(&said, "N3");
        assert!(code == 1 && line.is_some_and(|line| line.contains("not a date")), "{due}\n{said}");
    }
    for due in ["by June 2030", "no later than June 2030", "by the end of June 2030"] {
        round.csv("reply.csv", &[("4.1", "-", &[("happened", "x"), ("new-due", due), ("reason", "x")])]);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 0 && said.contains("new-due: 2030-06\n"), "{due}\n{said}");
    }
}

#[test]
fn a_value_is_the_number_that_was_meant_or_a_question() {
    let round = Round::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything"));
    let receive = |value: &str| {
        let text =
            format!("{MARK};indicator;title;period;value\nitem;indicator\n1.3;dark;;2025;\"{value}\"\n");
        std::fs::write(round.path("reply.csv"), text).unwrap();
        round.run(&["receive", "reply.csv", "--dry-run"])
    };
    for (value, read) in [
        ("1.234,5", "1234.5"),
        ("12.345,60", "12345.60"),
        ("1.234.567", "1234567"),
        ("12\u{202f}500,5", "12500.5"),
        ("1'234.5", "1234.5"),
        ("12,34,567", "1234567"),
        ("12 nights", "12"),
        ("6,5", "6.5"),
    ] {
        let (code, said) = receive(value);
        assert!(code == 0 && said.contains(&format!("value: '{read}'\n")), "{value}\n{said}");
    }
    for value in [
        "1.5,5",
        "1,234",
        "1.234",
        "12 15",
        "12?",
        "12+",
        "12‰",
        "12 €",
        "12*",
        "12 -",
        "12/",
        "~12",
        "12 nights?",
    ] {
        let (code, said) = receive(value);
        let line = line(&said, "E3");
        assert!(code == 1 && line.is_some_and(|line| line.contains("not a number")), "{value}\n{said}");
    }
    let (code, said) = receive("33.3333333333333");
    let line = line(&said, "E3");
    assert!(code == 1 && line.is_some_and(|line| line.contains("6 after it")), "{said}");
}

#[test]
fn an_open_document_shows_what_excel_shows() {
    let styles = "<number:date-style style:name=\"N1\"><number:month number:textual=\"true\"/><number:text> </number:text><number:year number:style=\"long\"/></number:date-style>\
        <number:date-style style:name=\"N2\"><number:year/><number:text>-</number:text><number:month/><number:text>-</number:text><number:day/></number:date-style>\
        <number:number-style style:name=\"N3\"><number:number number:decimal-places=\"1\" number:min-integer-digits=\"1\"/></number:number-style>\
        <number:percentage-style style:name=\"N4\"><number:number number:decimal-places=\"0\"/><number:text>%</number:text></number:percentage-style>\
        <style:style style:name=\"month\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
        <style:style style:name=\"child\" style:family=\"table-cell\" style:parent-style-name=\"month\"/>\
        <style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
        <style:style style:name=\"one\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>\
        <style:style style:name=\"share\" style:family=\"table-cell\" style:data-style-name=\"N4\"/>";
    let date = |style: &str, shown: &str| {
        format!(
            "<table:table-cell {style} office:value-type=\"date\" office:date-value=\"2026-05-01\"><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let number = |kind: &str, style: &str, value: &str, formula: &str, shown: &str| {
        format!(
            "<table:table-cell table:style-name=\"{style}\" office:value-type=\"{kind}\" office:value=\"{value}\" {formula}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let calculated = "table:formula=\"of:=[.A1]\"";
    let rows = [
        "<table:table-column/><table:table-column table:number-columns-repeated=\"9\" table:default-cell-style-name=\"month\"/>",
        "<table:table-row>",
        &date("table:style-name=\"day\"", "2026-05-01"),
        &date("", "May 2026"),
        &date("table:style-name=\"child\"", "May 2026"),
        &number("float", "one", "33.3333333333333", calculated, "33,3"),
        &number("float", "one", "12.345", "", "12,3"),
        &number("percentage", "share", "0.333333333333333", calculated, "33 %"),
        "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/>",
        "</table:table-row>",
    ];
    let sheet = only(&ods(styles, &rows.concat()));
    let shown: Vec<&str> = sheet.cells.values().map(String::as_str).collect();
    assert_eq!(shown, ["2026-05-01", "2026-05", "2026-05", "33.3", "12.345", "33%", "wide"]);
    assert_eq!(sheet.merged, [[0, 6, 0, 7]]);
    assert_eq!(sheet.numbers.into_iter().collect::<Vec<_>>(), [(0, 3), (0, 4), (0, 5)]);
}

#[test]
fn dates_in_a_workbook_are_texts() {
    let round = Round::new();
    round.workbooks("out");
    let bytes = std::fs::read(round.path("out/jp-npa/jp-npa-2026-H1.xlsx")).unwrap();
    let sheet = only(&bytes);
    let words: Vec<(usize, &str)> =
        sheet.cells.range((0, 0)..(1, 0)).map(|((_, column), text)| (*column, text.as_str())).collect();
    let column = |word: &str| words.iter().find(|(_, known)| *known == word).unwrap().0;
    assert_eq!(sheet.cells[&(5, column("date"))], "2026-06-30");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (styles, cells) = (part("xl/styles.xml"), part("xl/worksheets/sheet1.xml"));
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    // 49 is the format of texts in every workbook. An item without a due date has no place for a new one.
    for (word, is_text) in [("date", true), ("happened", false)] {
        let letter = char::from(b'A' + u8::try_from(column(word)).unwrap());
        let cell = cells.split(&format!("<c r=\"{letter}6\"")).nth(1).unwrap();
        let style: usize = cell.split("s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        assert_eq!(formats[style].starts_with("numFmtId=\"49\""), is_text, "{word}: {}", formats[style]);
    }
}

#[test]
fn a_cell_of_a_text_is_named_by_the_row_that_is_seen() {
    let round = Round::new();
    round.csv(
        "reply.csv",
        &[("4.1", "-", &[("happened", "a\n\nb"), ("status", "soon")]), ("4.2", "-", &[("status", "soon")])],
    );
    let text = std::fs::read_to_string(round.path("reply.csv")).unwrap();
    for (text, places) in [
        (text.clone(), ["F3", "F4"]),
        (format!("\n\n{text}"), ["F5", "F6"]),
        (text.replace("item,sent\n", "item,sent\r\n\r\n"), ["F4", "F5"]),
    ] {
        std::fs::write(round.path("reply.csv"), &text).unwrap();
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 1 && places.iter().all(|place| line(&said, place).is_some()), "{text}\n{said}");
    }
}

#[test]
fn a_letter_that_was_lost_is_a_question() {
    let round = Round::new();
    for (field, place) in [("happened", "H3"), ("challenges", "K3"), ("status", "F3")] {
        round.csv("reply.csv", &[("4.1", "-", &[(field, "The caf\u{fffd} opened.")])]);
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let line = line(&said, place).unwrap_or_else(|| panic!("{field}\n{said}"));
        assert!(code == 1 && line.contains("“caf\u{fffd}”"), "{said}");
        assert!(said.contains("1 with a problem") && !said.contains("not in the list"), "{said}");
    }
}

#[test]
fn a_file_that_is_no_reply_stops_no_other() {
    let round = Round::new();
    round.csv("a.csv", &[("4.1", "-", &[("happened", "We met.")])]);
    round.csv("b.csv", &[("4.2", "-", &[("happened", "We met.")])]);
    let nobody =
        std::fs::read_to_string(round.path("a.csv")).unwrap().replace("agency=jp-npa", "agency=nobody");
    std::fs::write(round.path("nobody.csv"), nobody).unwrap();
    std::fs::write(round.path("bad.pdf"), b"%PDF-1.7").unwrap();
    std::fs::write(round.path("reply.eml"), "From: a@b.example\nSubject: Reply\n\nSee attached.\n").unwrap();
    std::fs::write(round.path("letter.docx"), b"{\\rtf1 x}").unwrap();
    let bad = ["bad.pdf", "reply.eml", "letter.docx", "nobody.csv", "lost.xlsx"];
    let (code, said) = round.run(&[&["receive", "a.csv"], &bad[..], &["b.csv"]].concat());
    assert_eq!(code, 1, "{said}");
    for (name, words) in [
        ("bad.pdf", "it is a PDF: send the workbook itself, as Excel (.xlsx)"),
        ("reply.eml", "it is a mail: save the workbook that is attached to it"),
        ("letter.docx", "it is an RTF document: send the workbook itself"),
        ("nobody.csv", "the agency `nobody` is not in the book"),
        ("lost.xlsx", "it cannot be read"),
    ] {
        assert!(said.contains(&format!("error: {name} cannot be received: {words}")), "{name}\n{said}");
    }
    assert!(!said.contains("import plan.txt"), "{said}");
    assert!(
        round.update("2026-06-30-4.1-jp-npa").is_some() && round.update("2026-06-30-4.2-jp-npa").is_some()
    );
    let (code, said) = round.run(&[&["receive"], &bad[..]].concat());
    assert!(code == 1 && bad.iter().all(|name| said.contains(&format!("error: {name} cannot"))), "{said}");
}

#[test]
fn each_of_many_rows_on_one_item_gets_one_sentence() {
    let round = Round::new();
    let texts: Vec<[(&str, String); 1]> =
        (0..3_000).map(|n| [("happened", format!("We met {n} times."))]).collect();
    let texts: Vec<[(&str, &str); 1]> = texts.iter().map(|[(of, text)]| [(*of, text.as_str())]).collect();
    let rows: Vec<Filled<'_>> = texts.iter().map(|text| ("4.1", "-", &text[..])).collect();
    round.csv("reply.csv", &rows);
    let (code, said) = round.run(&["receive", "reply.csv", "--reply-to", "answer.txt"]);
    assert!(code == 1 && said.contains("3000 with a problem"), "{}", &said[..500]);
    assert_eq!(said.matches("There is another row with an answer for this item").count(), 3_000);
    assert!(
        line(&said, "C3").unwrap().contains("reply.csv H4")
            && line(&said, "C3002").unwrap().contains("reply.csv H3")
    );
    let letter = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    assert!(
        letter.lines().filter(|line| line.starts_with("- C3: ") || line.starts_with("- C3 ")).count() <= 2,
        "{letter}"
    );
}

#[test]
fn rows_that_were_sorted_above_the_headings_are_read() {
    let round = Round::new();
    round.csv(
        "reply.csv",
        &[("4.1", "-", &[("happened", "We met.")]), ("4.2", "-", &[("happened", "We wrote.")])],
    );
    let text = std::fs::read_to_string(round.path("reply.csv")).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    let [words, heading, one, other] = rows[..] else { panic!("{text}") };
    for order in [
        [words, heading, one, other],
        [words, one, other, heading],
        [words, other, heading, one],
        [one, other, words, heading],
        [one, heading, words, other],
        [heading, one, other, words],
    ] {
        std::fs::write(round.path("reply.csv"), order.join("\n")).unwrap();
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 0 && said.contains("2 with a report"), "{order:?}\n{said}");
    }
    // An answer without an item is a question wherever it stands, but for what stands above a table as it was sent.
    let stray = one.replacen("\"4.1\"", "", 1);
    let title = ",,What is known,,,,Your answer";
    for (order, place) in [
        (vec![stray.as_str(), words, heading, one], Some("C1")),
        (vec![words, heading, one, &stray], Some("C4")),
        (vec![words, title, title, title, heading, one], None),
        (vec![words, title, title, title, one, &stray, heading], Some("C6")),
    ] {
        std::fs::write(round.path("reply.csv"), order.join("\n")).unwrap();
        let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let found =
            place.is_none_or(|place| line(&said, place).is_some_and(|line| line.contains("was added")));
        assert!(code == i32::from(place.is_some()) && found, "{order:?}\n{said}");
    }
}

#[test]
fn words_that_are_struck_out_are_a_question() {
    let round = Round::new();
    round.workbooks("out");
    for (edits, is_struck) in [
        (r#"["strike", "Reply", "N6"]"#, true),
        (r#"["strike", "Reply", "N6", "We met", true]"#, true),
        (r#"["strike", "Reply", "N6", "We met", false]"#, false),
        // Nothing is struck out in a cell that is empty, and what is known is no answer.
        (r#"["strike", "Reply", "O6"], ["strike", "Reply", "E6"]"#, false),
    ] {
        let item = "\u{0}";
        let sheets =
            sheet_cells(&std::fs::read(round.path("out/jp-npa/jp-npa-2026-H1.xlsx")).unwrap()).unwrap();
        let item = sheets[0].cells.get(&(5, 0)).map_or(item, String::as_str);
        let answers =
            format!(r#"{{"rows": [["{item}", {{"happened": "We met in May."}}]], "edits": [{edits}]}}"#);
        round.fill("out/jp-npa/jp-npa-2026-H1.xlsx", "reply.xlsx", &answers);
        let (code, said) = round.run(&["receive", "reply.xlsx", "--dry-run"]);
        let struck = line(&said, "Reply!N6").is_some_and(|line| line.contains("struck out"));
        assert_eq!((code == 1, struck), (is_struck, is_struck), "{edits}\n{said}");
    }
    let styles = "<style:style style:name=\"ce1\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"ce2\" style:parent-style-name=\"ce1\"/><style:style style:name=\"T1\"><style:text-properties style:text-line-through-style=\"none\"/></style:style>";
    let cell = |style: &str, text: &str| {
        format!(
            "<table:table-row><table:table-cell{style}><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let of = |style: &str, text: &str| only(&ods(styles, &cell(style, text))).struck.len();
    for (style, text, struck) in [
        ("", "a", 0),
        (" table:style-name=\"ce2\"", "a", 1),
        (" table:style-name=\"ce2\"", "", 0),
        ("", "a <text:span text:style-name=\"ce1\">b</text:span>", 1),
        ("", "a <text:span text:style-name=\"T1\">b</text:span> c", 0),
    ] {
        assert_eq!(of(style, text), struck, "{style} {text}");
    }
}
