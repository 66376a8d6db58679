//! The PDF of the whole plan: how a browser is asked for it, and what a real one makes of it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The small book of the tests with one more line in its settings, and a place for what comes of it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let files = [
            (
                "book.toml",
                "[book]\ntitle = \"Harbour site\"\n[site]\nbase-url = \"https://plan.example/h/\"\n",
            ),
            (
                "content/plan.md",
                "---\ntitle: Plan & harbour\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n",
            ),
            ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: 港湾の安全\n---\n"),
            (
                "content/areas/01-trade/1.1-talks.md",
                "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n",
            ),
            ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n"),
        ];
        for (path, text) in files {
            desk.write(path, text);
        }
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        String::from_utf8_lossy(&std::fs::read(self.path(path)).unwrap()).into_owned()
    }

    /// A browser that behaves as its name says.
    #[cfg(unix)]
    fn browser(&self, name: &str) -> PathBuf {
        let link = self.path("bin").join(name);
        std::fs::create_dir_all(link.parent().unwrap()).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/fake-browser.sh");
        std::os::unix::fs::symlink(script, &link).unwrap();
        link
    }

    /// `planbook pdf` in the book, with nothing but `bin` on the search path.
    fn pdf(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["pdf", "--as-of", "2024-06-30"])
            .args(arguments)
            .env("PATH", self.path("bin"))
            .env("CLICOLOR", "0")
            .current_dir(self.0.path())
            .output()
            .unwrap()
    }
}

fn said(output: &Output) -> String {
    format!(
        "{} {}{}",
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[cfg(unix)]
#[test]
fn a_browser_on_the_path_is_asked_with_arguments_only() {
    let desk = Desk::new();
    desk.browser("google-chrome");
    let output = desk.pdf(&[]);
    assert_eq!(said(&output), "0 wrote ./plan.pdf as of 2024-06-30, no problems\n");
    let arguments = desk.read("bin/arguments");
    let last: Vec<&str> = arguments.lines().rev().take(3).collect();
    assert_eq!(last[0], "site/plan/index.html");
    assert!(last[1].starts_with("--print-to-pdf=/") && last[2].starts_with("--user-data-dir=/"), "{last:?}");
    for wanted in ["--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline"] {
        assert!(arguments.lines().any(|argument| argument == wanted), "{arguments}");
    }
    let folder = Path::new(last[1].strip_prefix("--print-to-pdf=").unwrap()).parent().unwrap();
    assert!(!folder.exists(), "{} is left behind", folder.display());
}

#[cfg(unix)]
#[test]
fn the_page_that_is_printed_leads_to_the_site_and_not_to_the_machine() {
    let desk = Desk::new();
    desk.browser("chromium");
    desk.pdf(&[]);
    let page = desk.read("bin/page.html");
    assert!(page.contains("<title>Plan &amp; harbour</title>"), "{page}");
    assert!(page.contains("data-in-site href=\"https://plan.example/h/items/1.1/\""), "{page}");
    assert!(page.contains(" href=\"#area-1\"") && page.contains("href=\"paper.css\""), "{page}");
    assert!(!page.contains("<a href=\"../"), "{page}");
    desk.pdf(&["--base-url", "https://b.example"]);
    assert!(desk.read("bin/page.html").contains("href=\"https://b.example/items/1.1/\""));
}

#[cfg(unix)]
#[test]
fn the_logo_is_printed_and_other_files_for_the_root_are_not() {
    let desk = Desk::new();
    desk.browser("chromium");
    desk.write("content/static/CNAME", "plan.example\n");
    desk.write(
        "content/static/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>",
    );
    let settings =
        desk.read("book.toml").replace("[site]", "[site]\nlogo = {file = \"logo.svg\", alt = \"Harbour\"}");
    desk.write("book.toml", &settings);
    desk.pdf(&[]);
    assert!(desk.read("bin/page.html").contains("<img src=\"../logo.svg\""));
    assert_eq!(desk.read("bin/files"), "assets\nlogo.svg\nplan\n");
}

#[cfg(unix)]
#[test]
fn the_file_has_the_date_of_the_story_and_replaces_only_a_pdf() {
    let desk = Desk::new();
    desk.browser("chromium");
    desk.pdf(&["--out", "out/new/plan.pdf"]);
    assert_eq!(desk.read("out/new/plan.pdf"), "%PDF-1.4\n<</CreationDate (D:20240630000000+00'00')>>\n");
    desk.write("notes.pdf", "%PDF-1.7 of last year");
    desk.pdf(&["--out", "notes.pdf"]);
    assert!(desk.read("notes.pdf").starts_with("%PDF-1.4\n"));
    let refused = said(&desk.pdf(&["--out", "book.toml"]));
    assert!(
        refused.starts_with("2 error: ") && refused.contains("is not a PDF, so planbook did not change it"),
        "{refused}"
    );
    assert!(desk.read("book.toml").starts_with("[book]"));
    let names = std::fs::read_dir(desk.path("out/new")).unwrap().count();
    assert_eq!(names, 1, "something is left beside the file");
}

#[cfg(unix)]
#[test]
fn a_browser_that_fails_changes_nothing_and_is_quoted() {
    let desk = Desk::new();
    desk.write("plan.pdf", "%PDF-old");
    for (name, expected) in [
        ("fails", "failed (exit status: 7)\n  the display is on fire\n  help: "),
        ("writes-nothing", "made no PDF\n  help: "),
        ("writes-html", "made no PDF\n  help: "),
        ("leaks", "a link to a file on this computer"),
        ("missing", "cannot start the browser"),
    ] {
        if name != "missing" {
            desk.browser(name);
        }
        let output = said(&desk.pdf(&["--browser", &format!("bin/{name}")]));
        assert!(output.starts_with("2 error: ") && output.contains(expected), "{name}: {output}");
        assert_eq!(desk.read("plan.pdf"), "%PDF-old", "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_browser_that_hangs_is_stopped() {
    use planbook::pdf::{Browser, PrintJob, make};
    let desk = Desk::new();
    let files = std::collections::BTreeMap::from([("plan/index.html".to_owned(), b"<p>".to_vec())]);
    let as_of = crate::book::day("2024-06-30");
    let job = PrintJob { files: &files, title: "", as_of, base_url: None, paper: "A4" };
    let browser = Browser::at(&desk.browser("sleeps")).limit(std::time::Duration::from_millis(300));
    let message = make(&job, &browser).unwrap_err().to_string();
    assert!(message.contains("sleeps was stopped: it did not finish within 0 seconds"), "{message}");
}

#[test]
fn without_a_browser_the_error_says_what_to_do() {
    let output = said(&Desk::new().pdf(&[]));
    assert!(output.starts_with("2 error: planbook found no browser"), "{output}");
    for word in ["chromium, chromium-browser, google-chrome", "apt install chromium", "--browser", "plan/"] {
        assert!(output.contains(word), "{output}");
    }
}

#[test]
fn a_book_with_errors_is_not_printed() {
    let desk = Desk::new();
    desk.write("content/agencies/bo.md", "---\nname: Ministry\nparti: Boria\n---\n");
    let output = said(&desk.pdf(&[]));
    assert!(output.starts_with("1 ") && output.contains("nothing was written to ./plan.pdf"), "{output}");
    assert!(!desk.path("plan.pdf").exists());
}

/// Where this machine has a browser, it must make the PDF. `tests/run` sees to it that it has one.
#[test]
fn a_real_browser_makes_a_document_with_outline_tags_and_links() {
    let desk = Desk::new();
    let run = |out: &str, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
        command.args(["pdf", "--as-of", "2024-06-30", "--out", out]).args(more).current_dir(desk.0.path());
        if out == "b.pdf" {
            command.env("LC_ALL", "ja_JP.UTF-8").env("TZ", "Asia/Tokyo");
        }
        if let Some(browser) = std::env::var_os("CHROMIUM") {
            command.arg("--browser").arg(browser);
        }
        said(&command.output().unwrap())
    };
    let first = run("a.pdf", &[]);
    if first.contains("no browser was found") && std::env::var_os("PLANBOOK_BROWSER_MUST_BE_THERE").is_none()
    {
        // Not by `println!`, which the test runner keeps to itself when a test passes.
        let _ = writeln!(std::io::stderr(), "SKIPPED: no browser is installed, so no real PDF was made");
        return;
    }
    assert_eq!(first, "0 wrote a.pdf as of 2024-06-30, no problems\n");
    let pdf = desk.read("a.pdf");
    assert!(pdf.starts_with("%PDF-"));
    for part in [
        "/StructTreeRoot",
        "/Outlines",
        "/Lang (en)",
        "/Title (Plan & harbour)",
        "/URI (https://plan.example/h/items/1.1/)",
        "/CreationDate (D:20240630000000+00'00')",
    ] {
        assert!(pdf.contains(part), "no {part}");
    }
    assert!(!pdf.contains("file:///"), "the PDF names a file of this machine");
    run("b.pdf", &[]);
    assert!(desk.read("b.pdf") == pdf, "two runs in other languages and time zones differ");
    run("c.pdf", &["--paper", "letter"]);
    assert!(pdf.contains("/MediaBox [0 0 594.9") && desk.read("c.pdf").contains("/MediaBox [0 0 612 792]"));
}
