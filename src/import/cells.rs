//! The cells of a spreadsheet, or of a text with separators, for those who look for them by their places.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::{self, Kind};
use super::office::Package;
use super::sheets::{self, Book};
use super::table;

/// What the cells of a sheet show. Rows and columns are counted from 0.
#[derive(Debug, Default)]
pub struct SheetCells {
    /// The name of the sheet; a text has none.
    pub name: Option<String>,
    /// What each cell shows, without those that show nothing.
    pub cells: BTreeMap<(usize, usize), String>,
    /// Cells that a program stored as numbers.
    pub numbers: BTreeSet<(usize, usize)>,
    /// Cells with words that are struck out.
    pub struck: BTreeSet<(usize, usize)>,
    /// Cells that are one: the first row and column, and the last ones.
    pub merged: Vec<[usize; 4]>,
    /// Cells that do not show what they should.
    pub unreadable: Vec<(usize, usize)>,
}

/// The sheets of a file, also those that are not shown, by what is in it.
///
/// # Errors
/// When it is of a kind that planbook does not read, or damaged: a sentence that says what to do.
pub fn sheet_cells(bytes: &[u8]) -> Result<Vec<SheetCells>, String> {
    if let Some(mail) = mail(bytes) {
        return Err(format!("it is {mail}: save the workbook that is attached to it (.xlsx, .ods or .csv)"));
    }
    match kinds::of(bytes).map_err(|why| of_sheets(&why))? {
        Kind::Excel => Ok(all(sheets::xlsx(&mut Package::open(bytes)?)?)),
        Kind::OpenDocumentSheet => Ok(all(sheets::ods(&mut Package::open(bytes)?)?)),
        Kind::Text(text) => Ok(vec![SheetCells { cells: table::by_place(&text)?, ..SheetCells::default() }]),
        Kind::Word | Kind::Html(_) => Err(format!("it is no spreadsheet: {AS_SHEETS}")),
    }
}

/// What those can send who were asked for a spreadsheet.
const AS_SHEETS: &str = "send the workbook itself, as Excel (.xlsx), OpenDocument (.ods) or CSV";

/// Why a file is none with sheets. What to do about it is another thing than with the text of a plan, except where a spreadsheet only
/// has to be saved in another way.
fn of_sheets(why: &str) -> String {
    const ALSO_FOR_SHEETS: [&str; 5] =
        ["(.xlsx)", "unpack it first", "UTF-8", "save it without one", "open it in its program"];
    let (what, advice) = why.split_once(": ").unwrap_or((why, ""));
    let is_for_sheets =
        ALSO_FOR_SHEETS.iter().any(|known| advice.contains(known)) && !advice.contains("(.docx)");
    if is_for_sheets { why.to_owned() } else { format!("{what}: {AS_SHEETS}") }
}

/// What a file is that is a mail, or that a mail program makes of one.
fn mail(bytes: &[u8]) -> Option<&'static str> {
    const LONGEST: usize = 8_000;
    // The names of the parts of such a file are in UTF-16.
    const OUTLOOK: &str = "__substg1.0_";
    let wide: Vec<u8> = OUTLOOK.encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") && bytes.windows(wide.len()).any(|window| window == wide) {
        return Some("a mail of Outlook (.msg)");
    }
    if bytes.starts_with(b"\x78\x9f\x3e\x22") {
        return Some("what Outlook makes of attachments (winmail.dat)");
    }
    let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST)]).to_lowercase();
    let begin = begin.trim_start_matches('\u{feff}');
    let head = begin.split("\n\n").next().unwrap_or("").split("\r\n\r\n").next().unwrap_or("");
    let is_field = |line: &str| {
        line.starts_with([' ', '\t'])
            || line.split_once(':').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            })
    };
    let rest =
        if head.starts_with("from ") { head.split_once('\n').map_or("", |(_, rest)| rest) } else { head };
    let has = |name: &str| rest.lines().any(|line| line.starts_with(name));
    let is_mail = has("from:") && (has("subject:") || has("date:") || has("mime-version:"));
    (is_mail && rest.lines().all(is_field)).then_some("a mail")
}

fn all(book: Book) -> Vec<SheetCells> {
    let sheets = book.sheets.into_iter().map(|sheet| SheetCells {
        name: Some(sheet.name),
        cells: sheet.cells,
        numbers: sheet.numbers,
        struck: sheet.struck,
        merged: sheet.merged,
        unreadable: sheet.problems.into_iter().map(|(place, _)| place).collect(),
    });
    sheets.collect()
}

#[cfg(test)]
mod tests {
    use super::{mail, of_sheets};

    #[test]
    fn a_mail_is_known_by_what_stands_above_its_text() {
        for text in [
            "From: a@b.example\nTo: c@d.example\nSubject: Re: report\n\nSee attached.\n",
            "From a@b.example Mon Jun  1 10:00:00 2026\nReturn-Path: <a@b.example>\nReceived: by x\n\tfor y\nFrom: A\nDate: x\n\nx",
            "Received: from x\r\nMIME-Version: 1.0\r\nFrom: A\r\n\r\nFrom here on, text\r\n",
        ] {
            assert_eq!(mail(text.as_bytes()), Some("a mail"), "{text}");
        }
        assert_eq!(mail(b"\x78\x9f\x3e\x22abc"), Some("what Outlook makes of attachments (winmail.dat)"));
        for text in [
            "",
            "planbook-reply-1 table=items,sent\n",
            "From: here, Subject: there\nno field\n",
            "a: b\nc: d\n",
        ] {
            assert_eq!(mail(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn what_to_do_is_what_can_be_done_with_a_spreadsheet() {
        for (why, advice) in [
            ("it is a PDF: save it as text with `pdftotext`", "it is a PDF: send the workbook itself"),
            (
                "it is an old Word document (.doc): save it as .docx",
                "it is an old Word document (.doc): send the",
            ),
            (
                "it is a binary Excel file (.xlsb): save it as a workbook (.xlsx)",
                "it is a binary Excel file (.xlsb): save it as a workbook (.xlsx)",
            ),
            (
                "it is protected by a password: save it without one",
                "it is protected by a password: save it without one",
            ),
            (
                "line 3 is not UTF-8 text: save the file with the encoding UTF-8",
                "line 3 is not UTF-8 text: save the file",
            ),
        ] {
            assert!(of_sheets(why).starts_with(advice), "{why}: {}", of_sheets(why));
        }
    }
}
