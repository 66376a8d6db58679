//! LibreOffice, the program that many officers have: it keeps what a workbook needs to be received, and opens letters and reports.

use std::path::Path;
use std::process::Command;

use crate::receive::Round;

/// Converts a file as the program of that name does it without a window, and gives back what it says.
fn convert(round: &Round, from: &str, to: &str, out: &str) -> String {
    // A profile of its own, so that one that runs at the same time, or the settings of a person, change nothing.
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--headless", "--norestore", "--convert-to", to, "--outdir", out, from])
        .current_dir(round.path(""))
        .output()
        .expect("LibreOffice is installed: run tests/validators/prepare");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success() && said.contains("using filter"), "{from} to {to}: {said}");
    said
}

/// The pages of a PDF, each as its text.
fn pages(path: &Path) -> Vec<String> {
    let output = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output();
    let output = output.expect("poppler-utils are installed: run tests/validators/prepare");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

#[test]
fn a_workbook_that_libreoffice_saved_is_received_in_each_of_its_formats() {
    let round = Round::new();
    round.workbooks("out");
    let answers = r#"{"rows": [
        ["4.1", {"date": "2026-05-31", "happened": "We \"held\" talks: two rounds.\nMore follow, と思う。", "next-steps": "Go on",
            "evidence-title": "Minutes\nReport", "evidence-url": "https://example.org/a\nhttps://example.org/b"}],
        ["4.2", {"nothing": "Yes"}], ["8.1", {"status": "perhaps"}]]}"#;
    round.fill("out/jp-npa/jp-npa-2026-H1.xlsx", "reply.xlsx", answers);
    let (code, said) = round.run(&["receive", "reply.xlsx"]);
    assert!(code == 1 && said.contains("1 with a report, 1 with nothing to report"), "{said}");
    let wrong = said.lines().find(|line| line.contains("“perhaps”")).unwrap().trim().to_owned();
    // Comma, quotation mark, UTF-8, from the first line on; cells as they are shown.
    for (to, name) in [
        ("xlsx", "saved/reply.xlsx"),
        ("ods", "saved/reply.ods"),
        ("csv:Text - txt - csv (StarCalc):44,34,76,1", "saved/reply.csv"),
    ] {
        convert(&round, "reply.xlsx", to, "saved");
        let (code, said) = round.run(&["receive", name]);
        // The same answers: their files are there already, as they would be written.
        assert!(
            code == 1
                && said.contains(
                    "0 with a report, 0 with nothing to report, 2 received before, 1 with a problem"
                ),
            "{name}: {said}"
        );
        assert!(!said.contains("was changed since"), "{name}: {said}");
        // A CSV file has no sheets.
        let place = if name.ends_with(".csv") { wrong.replace("Reply!", "") } else { wrong.clone() };
        assert!(said.contains(&place), "{name}: {place}\n{said}");
    }
}

#[test]
fn letters_and_reports_open_without_a_warning_and_print() {
    let round = Round::new();
    let (code, said) =
        round.run(&["requests", "--period", "2026-H1", "--format", "docx", "--out", "letters"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = round.run(&["report", "--period", "2025", "--out", "report.docx"]);
    assert_eq!(code, 0, "{said}");
    for (file, first, pages_of) in
        [("letters/jp-npa/jp-npa-2026-H1.docx", "Request for 2026-H1", 2..=3), ("report.docx", "2025", 7..=9)]
    {
        let said = convert(&round, file, "pdf", "pdf");
        // That a machine has no Java says nothing about the file.
        let said: Vec<&str> =
            said.lines().filter(|line| !line.contains("javaldx") && !line.trim().is_empty()).collect();
        assert_eq!(said.len(), 1, "more than what was converted: {said:?}");
        let name = Path::new(file).with_extension("pdf");
        let pages = pages(&round.path("pdf").join(name.file_name().unwrap()));
        assert!(pages_of.contains(&pages.len()), "{file} has {} pages", pages.len());
        assert!(pages[0].contains(first), "{}", pages[0]);
        assert!(pages.iter().all(|page| !page.trim().is_empty()), "{file} has an empty page");
    }
}

/// A page of the documentation as plain HTML, of the elements that it has.
fn as_html(text: &str) -> String {
    use pulldown_cmark::{Event, Tag, TagEnd};
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut html = String::new();
    let mut in_picture = false;
    for event in pulldown_cmark::Parser::new(text) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                in_picture = true;
                html.push_str(&format!("<img src=\"{}\" alt=\"", escaped(&dest_url)));
            }
            Event::End(TagEnd::Image) => {
                in_picture = false;
                html.push_str("\">");
            }
            Event::Text(text) => html.push_str(&escaped(&text)),
            Event::Code(text) => html.push_str(&format!("<code>{}</code>", escaped(&text))),
            Event::SoftBreak | Event::HardBreak => html.push(' '),
            Event::Start(tag) if !in_picture => html.push_str(&format!("<{}>", element(&tag.to_end()))),
            Event::End(tag) if !in_picture => html.push_str(&format!("</{}>", element(&tag))),
            _ => {}
        }
    }
    html
}

fn element(tag: &pulldown_cmark::TagEnd) -> &'static str {
    use pulldown_cmark::TagEnd;
    match tag {
        TagEnd::Heading(_) => "h1",
        TagEnd::Paragraph => "p",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::Strong => "strong",
        TagEnd::Emphasis => "em",
        other => panic!("the page has an element that this test does not write: {other:?}"),
    }
}

/// Officers print the page that explains the form and put it beside their keyboard.
#[test]
fn the_page_for_officers_prints_on_one_page() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let text = std::fs::read_to_string(docs.join("fill-in-the-form.md")).unwrap();
    let mut page = String::from("<!doctype html><meta charset=\"utf-8\">");
    page.push_str(&format!("<base href=\"file://{}/\">", docs.display()));
    // The sizes of mdBook, which makes the site of the documentation, on the paper of most of the world.
    page.push_str("<style>@page{size:A4;margin:1cm}body{margin:0;font:16px/1.45 'DejaVu Sans Condensed',sans-serif}img{max-width:100%}p,ul,ol{margin:.6em 0}</style>");
    page.push_str(&as_html(&text));
    let folder = tempfile::tempdir().unwrap();
    let (html, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    std::fs::write(&html, page).unwrap();
    let browser = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", html.display()))
        .output()
        .expect("Chromium is installed: run tests/browser/prepare");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = pages(&pdf);
    assert_eq!(pages.len(), 1, "{pages:?}");
    // The pictures are there, too.
    assert!(std::fs::metadata(&pdf).unwrap().len() > 60_000);
}
