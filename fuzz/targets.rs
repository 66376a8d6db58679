//! What the fuzzers call. Each function reads content that nobody has to trust and asserts what holds whatever is in it:
//! not only that nothing panics, but that a place lies in its file, that a page holds no script, that the public sees
//! nothing internal, and that a small text makes no huge page.
//!
//! The fuzzers in `fuzz_targets/` and the test in `tests/suite/fuzz_smoke.rs` both use this file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use planbook::build;
use planbook::characters::is_control;
use planbook::config;
use planbook::date::{Cadence, Date, Day, Precision};
use planbook::diag::{self, Diagnostic, FileId, Severity, Span};
use planbook::fields::{self, Value, ValueKind};
use planbook::import::{self, Decisions, ObeyError, SourceFormat};
use planbook::limits::Limits;
use planbook::links;
use planbook::markdown::{self, Fragment, Link, PictureFile, Resolver, TextPlace};
use planbook::outline::{Numbering, OutlineId};
use planbook::parse;
use planbook::po::{self, PoFile};
use planbook::publish::Options;
use planbook::report::{self, Style};
use planbook::source::{Content, Tree};
use planbook::translating;
use planbook::vocabulary::Audience;

/// A target.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its folders in `seeds/` and `regressions/`.
pub const ALL: &[(&str, Target)] = &[
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("dates", dates),
    ("references", references),
    ("attachment", attachment),
    ("settings", settings),
    ("book", book),
    ("import_text", import_text),
    ("outline_file", outline_file),
    ("import_docx", import_docx),
    ("import_xlsx", import_xlsx),
    ("import_ods", import_ods),
    ("import_html", import_html),
    ("import_table", import_table),
    ("import_file", import_file),
    ("po", po),
    ("translation", translation),
];

/// A PO file: what was read, written and read again is the same, and each mistake lies in the file.
pub fn po(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (file, problems) = po::read(text, FileId(0));
    for problem in &problems {
        assert!(problem.span.is_some_and(|span| text.get(span.range()).is_some()), "{problem:?}");
    }
    let (again, problems) = po::read(&po::write(&file, "planbook"), FileId(0));
    assert!(problems.is_empty(), "{problems:?}");
    let said = |file: &PoFile| {
        let entry = |entry: &po::PoEntry| {
            (entry.context.clone(), entry.original.clone(), entry.translation.clone(), entry.fuzzy)
        };
        file.entries.iter().map(entry).collect::<Vec<_>>()
    };
    assert_eq!(said(&again), said(&file));
}

/// A translation and a PO file for it, between bytes 0x1E: the book can be checked whatever is in the first, and what is brought
/// in from the second can be brought in again without any change.
pub fn translation(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (words, file) = text.split_once(char::from(BETWEEN)).unwrap_or((text, ""));
    let original = "---\ntitle: Hold talks\nkind: recurring\nsummary: Every year.\ntags: [north]\n---\n\nText.\n\n:::internal\nHidden.\n:::\n";
    let tree = |words: &str| {
        Tree::new([
            ("book.toml".to_owned(), b"[book]\ntitle = \"H\"\nlanguages = [\"en\", \"ar\"]\n".to_vec()),
            ("content/plan.md".to_owned(), b"---\ntitle: H\nparties: [A]\nadopted: 2020\n---\n".to_vec()),
            ("content/areas/01-t/area.md".to_owned(), b"---\nnumber: 1\ntitle: T\n---\n".to_vec()),
            ("content/areas/01-t/1.1-t.md".to_owned(), original.as_bytes().to_vec()),
            ("content/areas/01-t/1.1-t.ar.md".to_owned(), words.as_bytes().to_vec()),
        ])
    };
    let (before, found) = tree(words);
    let book = build::read(&before, found, Day::constant(2024, 6, 30));
    for problem in &book.diagnostics {
        assert_sentence(&problem.message);
    }
    let (config, _) = config::read(&before);
    let (po, _) = po::read(file, FileId(0));
    let records = translating::records(&before, &config, "ar");
    for brought in translating::bring_in(&records, &po, "ar").files {
        let (after, _) = tree(&brought.new);
        // Front matter that cannot be read is written as far as it can be, each time.
        if brought.path.ends_with("1.1-t.ar.md") && !Diagnostic::any_error(&book.diagnostics) {
            let records = translating::records(&after, &config, "ar");
            let again = translating::bring_in(&records, &po, "ar").files;
            assert!(
                again.iter().all(|file| file.path != brought.path),
                "{} and again {again:?}",
                brought.new
            );
        }
    }
}

/// A word that stands in internal places only.
const SECRET: &str = "Qzsecretzq";
/// A block that the public must not see.
const BLOCK: &str = "\n\n:::internal\nQzsecretzq\n:::\n";
/// Between two files of a book: the separator of records.
const BETWEEN: u8 = 0x1e;

/// The text of a plan: each line has one place, the rows of the outline file are as many as the lines that say something, and
/// that file, unchanged, gives the same records.
pub fn import_text(data: &[u8]) {
    let Ok(text) = import::decode(data) else { return };
    let decisions = Decisions::default();
    let Ok(found) = import::read(&text, SourceFormat::Text, &decisions) else { return };
    let coverage = &found.coverage;
    assert_eq!(coverage.lines.len(), coverage.dispositions.len());
    let outline = import::outline(&text, &decisions).expect("a text with records has an outline");
    let rows = outline.lines().filter(|row| !row.starts_with('#')).count();
    assert_eq!(rows, coverage.lines.iter().filter(|line| !line.is_blank()).count());
    let again = import::obey(&text, &outline, &decisions).expect("planbook obeys what it wrote");
    assert_eq!(again.records, found.records);
    let ids: BTreeSet<&str> = found.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids.len(), found.records.len(), "two records have one id");
}

/// A Word document: its parts, each with its name in the first line, between bytes 0x1E.
pub fn import_docx(data: &[u8]) {
    imported(&archive(&[], data), false);
}

/// A workbook of Excel, as parts.
pub fn import_xlsx(data: &[u8]) {
    imported(&archive(&[], data), false);
}

/// An OpenDocument sheet, as parts; that which says what it is stands before them.
pub fn import_ods(data: &[u8]) {
    let kind = ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]);
    imported(&archive(&[kind], data), false);
}

/// A web page.
pub fn import_html(data: &[u8]) {
    imported(&[b"<!DOCTYPE html>", data].concat(), false);
}

/// A table in a text.
pub fn import_table(data: &[u8]) {
    imported(data, true);
}

/// A file of any kind, as its bytes are.
pub fn import_file(data: &[u8]) {
    imported(data, false);
}

/// Opens a source and reads it: either a sentence says why not, or every line has one place, each id is there once, and the files of
/// the book and the report can be made.
fn imported(bytes: &[u8], is_table: bool) {
    let decisions = Decisions::default();
    let source = match import::open(bytes, is_table, &decisions) {
        Ok(source) => source,
        Err(problem) => return assert_sentence(&problem),
    };
    let decisions = source.decisions(decisions);
    let found = match source.read(&decisions) {
        Ok(found) => found,
        Err(problem) => return assert_sentence(&problem),
    };
    assert_eq!(found.coverage.lines.len(), found.coverage.dispositions.len());
    let ids: BTreeSet<&str> = found.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids.len(), found.records.len(), "two records have one id");
    assert!(ids.iter().all(|id| OutlineId::parse(id).is_some()), "{ids:?}");
    let files = import::files(&found, &decisions);
    let paths: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), files.len(), "two files have one path");
    assert!(paths.iter().all(|path| path.split('/').all(|step| !step.is_empty() && step != "..")));
    assert!(!import::report(&found, true).is_empty());
}

fn assert_sentence(problem: &str) {
    assert!(problem.trim().len() > 10, "{problem:?}");
}

/// An archive of parts that are not compressed, so that a change of the data is a change of a part.
fn archive(first: &[(&str, &[u8])], data: &[u8]) -> Vec<u8> {
    let named = data.split(|byte| *byte == BETWEEN).filter_map(|part| {
        let end = part.iter().position(|byte| *byte == b'\n')?;
        Some((std::str::from_utf8(&part[..end]).ok()?, &part[end + 1..]))
    });
    let (mut bytes, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for (name, content) in first.iter().copied().chain(named).take(100) {
        let offset = u32::try_from(bytes.len()).unwrap_or_default();
        let size = u32::try_from(content.len()).unwrap_or_default().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap_or_default().to_le_bytes();
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0];
        about.extend(crc(content).to_le_bytes());
        about.extend([size, size].concat());
        about.extend(length);
        about.extend([0, 0]);
        bytes.extend([&b"PK\x03\x04"[..], &about, name.as_bytes(), content].concat());
        directory.extend(
            [&b"PK\x01\x02\x14\x00"[..], &about, &[0; 10], &offset.to_le_bytes(), name.as_bytes()].concat(),
        );
        count += 1;
    }
    let start = u32::try_from(bytes.len()).unwrap_or_default().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap_or_default().to_le_bytes();
    let count = count.to_le_bytes();
    bytes.extend([&directory[..], b"PK\x05\x06\0\0\0\0", &count, &count, &size, &start, &[0, 0]].concat());
    bytes
}

/// The checksum of archives.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1)))
    };
    !bytes.iter().fold(!0_u32, step)
}

/// A text and an outline file for it: what is obeyed has each id once, and a mistake is in a line of the file.
pub fn outline_file(data: &[u8]) {
    let mut halves = data.splitn(2, |byte| *byte == BETWEEN);
    let (Some(text), Some(outline)) = (halves.next(), halves.next()) else { return };
    let (text, outline) = (String::from_utf8_lossy(text), String::from_utf8_lossy(outline));
    let decisions = Decisions::default();
    match import::obey(&text, &outline, &decisions) {
        Ok(found) => {
            let ids: BTreeSet<&str> = found.records.iter().map(|record| record.id.as_str()).collect();
            assert_eq!(ids.len(), found.records.len(), "two records have one id");
            assert!(ids.iter().all(|id| OutlineId::parse(id).is_some()), "{ids:?}");
        }
        Err(ObeyError::Outline(problems)) => {
            let lines = outline.lines().count().max(1);
            for problem in problems {
                assert!((1..=lines).contains(&problem.line) && problem.column >= 1, "{problem:?}");
                assert!(!problem.message.is_empty() && !problem.help.is_empty(), "{problem:?}");
            }
        }
        Err(ObeyError::Text(_)) => {}
    }
    let _ = import::renew(&text, &outline, &decisions);
}

/// A record of each kind whose front matter is the data: the YAML itself, and what each kind of record makes of it.
pub fn front_matter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (value, problems) = fields::parse_yaml(&text, FileId(0), 0, Limits::DEFAULT.yaml_nesting);
    for problem in &problems {
        assert_within(problem.span, &text);
    }
    let ValueKind::Map(_) = &value.kind else { panic!("front matter is a mapping, whatever was written") };
    assert_value(&value, &text, Limits::DEFAULT.yaml_nesting + 1);
    let record = [b"---\n", data, b"\n---\n[[1.1]]\n"].concat();
    let kinds = [
        "content/plan.md",
        "content/areas/01-trade/area.md",
        "content/areas/01-trade/1.2-x.md",
        "content/updates/2021-x.md",
        "content/agencies/x.md",
        "content/forums/x.md",
        "content/sources/x.md",
        "content/pages/x.md",
        "content/editions/2016/areas/01-x/1.1-x.md",
    ];
    read_all(kinds.iter().map(|path| ((*path).to_owned(), record.clone())).collect());
}

/// A text, whole and as the public sees it.
pub fn markdown(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    fragment(&text, TextPlace::Body(FileId(0), 0), &text);
    fragment(&text, TextPlace::Value(Span::new(FileId(0), 0..text.len())), &text);
    let middle = text.floor_char_boundary(text.len() / 2);
    let whole = format!("{}{BLOCK}{}", &text[..middle], &text[middle..]);
    let Some(public) = markdown::without_internal(&whole) else { panic!("a block was not found") };
    assert!(
        public.text.len() < whole.len()
            && public.removed.windows(2).all(|ranges| ranges[0].whole.end <= ranges[1].whole.start)
    );
    assert!(text.contains(SECRET) || !public.text.contains(SECRET), "the public sees what is internal");
    let html = fragment(&public.text, TextPlace::Public(FileId(0), 0, &public.removed), &whole);
    assert!(text.contains(SECRET) || !html.contains(SECRET));
    // The lines around a block are as if nobody had written it, so there is nothing left to cut.
    assert_eq!(
        markdown::without_internal(&public.text),
        None,
        "a second cut finds a block in {:?}",
        public.text
    );
}

/// Dates and intervals.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (month, text) = match text.chars().next() {
        Some(first @ 'a'..='l') => (first as i8 - b'a' as i8 + 1, &text[1..]),
        _ => (4, &text[..]),
    };
    if let Ok(date) = Date::parse(text, month) {
        assert!(date.earliest <= date.latest, "{date:?}");
        assert!(date.text.bytes().all(|byte| byte.is_ascii_graphic()), "{date:?} cannot be in an address");
        assert_eq!(Date::parse(&date.text, month).as_ref(), Ok(&date), "what was written is a date again");
        if date.precision == Precision::Day {
            assert_eq!(date.earliest, date.latest);
        }
    }
    if let Ok(cadence) = Cadence::parse(text) {
        assert!((1..=1200).contains(&cadence.months));
        for day in [Day::MIN, Day::constant(2024, 2, 29), Day::MAX] {
            assert!(cadence.after(day) >= day);
        }
    }
}

/// Ids, addresses and all that leads to a record: each line of the data, in all the ways to refer to one.
pub fn references(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut body = String::new();
    let mut keys = String::new();
    for line in text.lines().take(200) {
        if let Some(id) = OutlineId::parse(line) {
            assert_eq!(id.as_str(), line);
            assert!(id.depth() == line.split('.').count() && line.starts_with(id.area()));
            assert!(id.number(Numbering::Parentheses).len() <= 4 * line.len());
            assert!(id.parent().is_none_or(|parent| parent < id && parent.depth() + 1 == id.depth()));
        }
        for base in ["/", "/plan/"] {
            if let Some((target, _)) = links::within_site("items/3.1/index.html", line, base) {
                // What leads out of the site says so at its beginning, where no file is.
                assert!(target.split('/').skip(1).all(|step| step != ".."), "{line:?} leads to {target}");
            }
        }
        let quoted = line.replace(['\\', '\'', '\r'], "");
        body.push_str(&format!(
            "[[{line}]] [[{line}|w]] [w](<{line}>) [w]({line}) ![w]({line}) <{line}> [w][{line}]\n\n[{line}]: {line}\n\n"
        ));
        keys.push_str(&format!(", '{quoted}'"));
    }
    fragment(&body, TextPlace::Body(FileId(0), 0), &body);
    let keys = keys.trim_start_matches(',');
    read_all(vec![
        (
            "content/areas/01-trade/1.2-x.md".to_owned(),
            format!("---\ntitle: X\nkind: deliverable\nrelated: [{keys}]\nlead: [{keys}]\naliases: [{keys}]\n---\n{body}")
                .into_bytes(),
        ),
        (
            "content/updates/2021-x.md".to_owned(),
            format!("---\ntitle: X\ndate: 2021\nitems: [{keys}]\nareas: [{keys}]\nby: [{keys}]\n---\n").into_bytes(),
        ),
    ]);
}

/// The bytes of a file under each ending of a name that a site publishes, and under some that it does not.
pub fn attachment(data: &[u8]) {
    const ENDINGS: [&str; 11] =
        ["png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "svg", "html", "PNG", "png.html"];
    let files: Vec<(String, Vec<u8>)> =
        ENDINGS.iter().map(|ending| (format!("content/files/x.{ending}"), data.to_vec())).collect();
    let (tree, found) = Tree::new(base(files));
    let (config, _) = config::read(&tree);
    let (parsed, problems) = parse::documents(&tree, &config);
    assert_diagnostics(&[found, problems].concat(), &tree);
    for attachment in &parsed.whole.attachments {
        let ending = attachment.path.rsplit('.').next().unwrap_or("");
        let starts: &[&[u8]] = match ending {
            "png" => &[b"\x89PNG\r\n\x1a\n"],
            "jpg" | "jpeg" => &[b"\xff\xd8\xff"],
            "gif" => &[b"GIF8"],
            "webp" => &[b"RIFF"],
            "avif" => &[b""],
            "pdf" => &[b"%PDF-"],
            other => panic!("a file of type {other} would be published"),
        };
        assert!(starts.iter().any(|start| data.starts_with(start)), "{} is none", attachment.path);
        assert!(ending != "avif" || data.get(4..8) == Some(b"ftyp"), "an AVIF begins with its type");
        assert_eq!(attachment.size.is_some(), ending != "pdf");
        assert!(attachment.size.is_none_or(|(width, height)| width > 0 && height > 0));
        assert!(attachment.address.starts_with("files/"));
    }
}

/// `book.toml`.
pub fn settings(data: &[u8]) {
    let (tree, mut found) = Tree::new([("book.toml".to_owned(), data.to_vec())]);
    let (config, problems) = config::read(&tree);
    found.extend(problems);
    assert_diagnostics(&found, &tree);
    assert_eq!(config::read(&tree).0, config);
    assert!(config.base_url.as_ref().is_none_or(|url| url.starts_with("http") && url.ends_with('/')));
    assert!(!config.languages.is_empty());
    for language in &config.languages {
        assert!(language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{language}");
    }
    for (name, severity) in &config.severities {
        let code = diag::code::find(name);
        assert!(code.is_some_and(|code| code.severity != Severity::Error || *severity == Severity::Error));
    }
    if let Some(repository) = &config.repository {
        assert!(repository.url.starts_with("http"));
    }
    let Limits { file_size, files, yaml_nesting, markdown_nesting, table_columns, .. } = config.limits;
    assert!(
        file_size > 0 && files > 0 && yaml_nesting <= 64 && markdown_nesting <= 100 && table_columns <= 1_000
    );
}

/// A whole book: files with a path in their first line, between bytes 0x1E. What a book cannot be without is added.
/// It is built twice for each audience.
pub fn book(data: &[u8]) {
    let hostile = String::from_utf8_lossy(data).contains(SECRET);
    let mut files: Vec<(String, Vec<u8>)> = data.split(|byte| *byte == BETWEEN).filter_map(file).collect();
    // A third of the books have something internal in each text.
    if data.len().is_multiple_of(3) {
        for (path, bytes) in &mut files {
            if path.ends_with(".md") {
                bytes.extend_from_slice(BLOCK.as_bytes());
            }
        }
        let page =
            format!("---\ntitle: {SECRET}\naudience: internal\naliases: [qz-old]\n---\n{SECRET} [[1.1]]\n");
        files.push(("content/pages/qz-internal.md".to_owned(), page.into_bytes()));
    }
    let size: usize = files.iter().map(|(path, bytes)| path.len() + bytes.len()).sum();
    let files = base(files);
    for audience in [Audience::Public, Audience::Internal] {
        let site = build_book(files.clone(), audience);
        let again = build_book(files.clone(), audience);
        assert!(site == again, "two builds of a book differ");
        let total: usize = site.values().map(Vec::len).sum();
        assert!(total <= 4_000 * size + 4_000_000, "{size} bytes became a site of {total}");
        for (path, bytes) in &site {
            if let (true, Ok(html)) = (path.ends_with(".html"), std::str::from_utf8(bytes)) {
                assert_safe(html, false);
            }
            let holds = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|word| word == SECRET.as_bytes());
            assert!(
                hostile || audience == Audience::Internal || !holds(bytes),
                "{path} holds what is internal"
            );
            assert!(
                path.split('/').all(|step| !matches!(step, "" | "." | "..")),
                "{path} is no path of a site"
            );
        }
    }
}

/// One file of a book. Themes are trusted, so they are none of it.
fn file(section: &[u8]) -> Option<(String, Vec<u8>)> {
    let end = section.iter().position(|byte| *byte == b'\n')?;
    let path = std::str::from_utf8(&section[..end]).ok()?;
    let of_a_disk = path.split('/').all(|step| !matches!(step, "" | "." | ".."));
    let wanted = path == "book.toml" || path.starts_with("content/");
    (of_a_disk && wanted && !path.contains('\0')).then(|| (path.to_owned(), section[end + 1..].to_vec()))
}

/// The files of a small book that is right, and others over them.
fn base(files: Vec<(String, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
    let right: [(&str, &str); 5] = [
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n"),
        ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
        (
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n",
        ),
        ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n"),
    ];
    let mut all: BTreeMap<String, Vec<u8>> =
        right.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    all.extend(files);
    all
}

/// Reads and checks a book of these files, without its pages.
fn read_all(files: Vec<(String, Vec<u8>)>) {
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let (tree, found) = Tree::new(base(files));
    let book = build::read(&tree, found, Day::constant(2024, 6, 30));
    assert!(
        book.diagnostics.len() <= 4 * size + 100,
        "{size} bytes have {} problems",
        book.diagnostics.len()
    );
    assert_diagnostics(&book.diagnostics, &tree);
}

/// The files of the site, none if the book has errors.
fn build_book(files: BTreeMap<String, Vec<u8>>, audience: Audience) -> BTreeMap<String, Vec<u8>> {
    let settings = files.get("book.toml").map(|text| ("book.toml".to_owned(), text.clone()));
    let mut limits = config::limits(&Tree::new(settings).0);
    // A book may allow itself more than is good for a test.
    limits.file_size = limits.file_size.min(Limits::DEFAULT.file_size);
    let (tree, found) = Tree::within(files, limits);
    let tree = Arc::new(tree);
    let today = Day::constant(2024, 6, 30);
    let options = Options { as_of: today, audience, base_url: None, repository: None };
    let mut book = build::read(&tree, found, today);
    let made: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::default();
    if let Some((context, site)) = build::site(&mut book, &tree, &options)
        && !book.has_errors()
    {
        let take = |path: &str, bytes: &[u8]| {
            if let Ok(mut made) = made.lock() {
                assert!(made.insert(path.to_owned(), bytes.to_vec()).is_none(), "two pages at {path}");
            }
            Ok(())
        };
        match build::render(&context, &site, take) {
            Ok(problems) => book.report(problems),
            Err(failure) => panic!("nothing is written, so nothing can fail: {failure}"),
        }
    }
    assert_diagnostics(&book.diagnostics, &tree);
    if book.has_errors() {
        return BTreeMap::new();
    }
    made.into_inner().unwrap_or_default()
}

/// Converts a text that stands at a place of `file`, and returns its HTML.
fn fragment(text: &str, place: TextPlace<'_>, file: &str) -> String {
    let limits = Limits::DEFAULT;
    let (fragment, problems) = markdown::to_fragment(text, "content/pages/a.md", place, &limits);
    for problem in &problems {
        assert_within(problem.span, file);
    }
    for span in fragment
        .references()
        .iter()
        .map(|reference| reference.span)
        .chain(fragment.plan_text().iter().copied())
    {
        assert_within(Some(span), file);
    }
    assert!(fragment.references().len() <= limits.links + 1);
    let (again, problems_again) = markdown::to_fragment(text, "content/pages/a.md", place, &limits);
    assert!(fragment == again && problems == problems_again);
    let html = write(&fragment, &mut Page { shows: true });
    let hidden = write(&fragment, &mut Page { shows: false });
    // A cell of a table is the most that one byte can become: an empty one in each of 64 columns.
    assert!(html.len() <= 800 * text.len() + 300_000, "{} bytes became {}", text.len(), html.len());
    let whole = problems.iter().all(|problem| problem.code != diag::code::TOO_DEEP);
    assert_safe(&html, whole);
    assert_safe(&hidden, whole);
    html + &hidden
}

fn write(fragment: &Fragment, page: &mut Page) -> String {
    let mut html = String::new();
    fragment.write(&mut html, page);
    html
}

/// A page whose names are hostile too.
struct Page {
    shows: bool,
}

const HOSTILE: &str = "\"'><script>x</script>&";

impl Resolver for Page {
    fn link(&mut self, _: usize) -> Option<Link> {
        self.shows.then(|| Link { href: HOSTILE.to_owned(), name: HOSTILE.to_owned() })
    }
    fn picture(&mut self, _: usize) -> Option<PictureFile> {
        self.shows.then(|| PictureFile { href: HOSTILE.to_owned(), size: (1, 1) })
    }
    fn unnamed(&self, _: usize) -> String {
        HOSTILE.to_owned()
    }
    fn way_to_root(&self) -> &str {
        "../"
    }
    fn internal_mark(&self) -> &str {
        HOSTILE
    }
    fn expansion(&mut self, _: &str) -> Option<String> {
        self.shows.then(|| HOSTILE.to_owned())
    }
    fn id_prefix(&self) -> &str {
        "x-"
    }
    fn lower_headings(&self) -> usize {
        usize::from(self.shows)
    }
}

/// Elements that a text can become.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements that no page has.
const REFUSED: &[&str] =
    &["applet", "base", "embed", "frame", "frameset", "iframe", "math", "object", "style", "template"];
/// Elements without an end.
const VOID: &[&str] = &["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Reads HTML more strictly than a browser does, so that what passes means the same to every browser: each `<` begins a
/// tag, each value is quoted. With `whole` the text is a fragment whose elements are all closed, in order.
fn assert_safe(html: &str, whole: bool) {
    let fragment = !html.trim_start().to_ascii_lowercase().starts_with("<!doctype");
    let mut open: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !fragment && let Some(after) = rest.strip_prefix('!') {
            rest = after;
            continue;
        }
        let (closes, inner) = rest.strip_prefix('/').map_or((false, rest), |inner| (true, inner));
        let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let name = &inner[..length];
        assert!(!name.is_empty(), "a `<` that begins no tag: {}", start(rest));
        if fragment {
            assert!(ELEMENTS.contains(&name), "an element `{name}` in {}", start(rest));
        }
        assert!(!REFUSED.contains(&name), "an element `{name}` in {}", start(rest));
        rest = attributes(name, &inner[length..], &mut ids);
        if name == "script" && !closes {
            // Those of the theme are files, or data that no browser runs.
            let end = rest.find("</script>").unwrap_or(rest.len());
            rest = &rest[end..];
        }
        if VOID.contains(&name) || !fragment {
            continue;
        }
        if closes {
            let last = open.pop();
            assert!(!whole || last == Some(name), "`</{name}>` closes {last:?} in {html}");
        } else {
            assert!(!whole || name != "a" || !open.contains(&"a"), "a link in a link in {html}");
            open.push(name);
        }
    }
    assert!(!fragment || !whole || open.is_empty(), "{open:?} is not closed in {html}");
    if fragment {
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id twice in {html}");
    }
}

/// Reads the attributes of a tag, and returns what comes after it.
fn attributes<'a>(element: &str, mut rest: &'a str, ids: &mut Vec<&'a str>) -> &'a str {
    loop {
        let inner = rest.trim_start();
        if let Some(after) = inner.strip_prefix("/>").or_else(|| inner.strip_prefix('>')) {
            return after;
        }
        assert!(inner.len() < rest.len(), "an attribute follows something without a space: {}", start(rest));
        let length =
            inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':')).unwrap_or(inner.len());
        let name = &inner[..length];
        assert!(!name.is_empty(), "no attribute: {}", start(inner));
        assert!(!name.starts_with("on") && name != "style" && name != "srcdoc", "an attribute `{name}`");
        rest = &inner[length..];
        let Some(value) = rest.strip_prefix("=\"") else {
            assert!(!rest.starts_with('='), "a value without quotes: {}", start(rest));
            continue;
        };
        let end = value.find('"').unwrap_or(value.len());
        if matches!(name, "href" | "src" | "action" | "formaction") {
            assert_address(element, &value[..end]);
        }
        if name == "id" {
            ids.push(&value[..end]);
        }
        rest = value.get(end + 1..).unwrap_or("");
    }
}

/// An address leads to a file of the site or has one of the schemes that are allowed, as browsers see it.
fn assert_address(element: &str, value: &str) {
    let seen = value.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"");
    let seen: String = seen.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_matches(|c: char| c <= ' ').to_ascii_lowercase();
    assert!(!seen.starts_with("//") && !seen.starts_with('\\'), "an address of another site: {value}");
    let first = seen.split(['/', '?', '#']).next().unwrap_or("");
    if let Some((scheme, _)) = first.split_once(':') {
        let allowed = matches!(scheme, "http" | "https" | "mailto" | "tel");
        assert!(allowed, "`{element}` leads to {value}");
    }
}

/// The beginning of a text, for messages.
fn start(text: &str) -> &str {
    &text[..text.floor_char_boundary(80)]
}

fn assert_value(value: &Value, text: &str, depth: usize) {
    assert!(depth > 0, "values nest too deeply");
    assert_within(Some(value.span), text);
    match &value.kind {
        ValueKind::List(values) => values.iter().for_each(|value| assert_value(value, text, depth - 1)),
        ValueKind::Map(entries) => {
            for entry in entries {
                assert_within(Some(entry.key_span), text);
                assert_value(&entry.value, text, depth - 1);
            }
            let mut keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            keys.sort_unstable();
            assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "a key is there twice");
        }
        ValueKind::Null | ValueKind::Refused | ValueKind::Scalar(_) => {}
    }
}

fn assert_within(span: Option<Span>, text: &str) {
    let Some(span) = span else { return };
    let range = span.range();
    assert!(range.start <= range.end && range.end <= text.len(), "{range:?} of {} bytes", text.len());
    let bounds = text.is_char_boundary(range.start) && text.is_char_boundary(range.end);
    assert!(bounds, "{range:?} cuts a character");
}

/// Every place lies in its file, and what the terminal shows holds nothing that it would obey.
fn assert_diagnostics(diagnostics: &[Diagnostic], tree: &Tree) {
    for diagnostic in diagnostics {
        for span in diagnostic.span.into_iter().chain(diagnostic.labels.iter().map(|label| label.span)) {
            let Some(content) = tree.content(span.file) else { panic!("{diagnostic:?} is in no file") };
            match content {
                Content::Text(text) => {
                    let range = span.range();
                    assert!(range.start <= range.end && range.end <= text.len(), "{diagnostic:?}");
                    assert_within(Some(span), text);
                }
                Content::Bytes(_) | Content::Refused => assert!(span.start <= span.end),
            }
        }
        assert!(!diagnostic.message.is_empty());
    }
    let drawn = report::render(diagnostics, tree, Style::Plain);
    let obeyed = drawn.chars().find(|c| is_control(*c) || *c == '\r');
    assert_eq!(obeyed, None, "{drawn:?}");
    let messages: usize = diagnostics.iter().map(|diagnostic| 4 * diagnostic.message.len() + 20_000).sum();
    assert!(drawn.len() <= messages, "{} problems are drawn in {} bytes", diagnostics.len(), drawn.len());
}
