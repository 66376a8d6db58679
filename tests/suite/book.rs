//! Whole books in memory: `Book::new().file(path, text).check()`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use planbook::build;
use planbook::date::{Date, Day, FiscalYear};
use planbook::diag::{self, Diagnostic, Severity};
use planbook::publish::Options;
use planbook::report::{self, Style};
use planbook::source::Tree;
use planbook::theme_check;
use planbook::vocabulary::Audience;

/// The folder of a plan of a real size: a copy of the content of one day. The real book's own content changes every week, so
/// no test but `real_book` reads it.
pub const FROZEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/security-plan");

/// That plan, on the day of the copy.
pub fn frozen() -> Book {
    Book::load(Path::new(FROZEN)).today("2026-11-24")
}

/// A small book that is right, to which a test adds files.
#[derive(Clone)]
pub struct Book {
    files: BTreeMap<String, Vec<u8>>,
    as_of: Day,
    today: Day,
    audience: Audience,
    strict: bool,
}

/// Warnings that say that a book is unfinished or out of date. Those of the tests are, so only a test that is about them is
/// told.
const UNFINISHED: [diag::Code; 7] = [
    diag::code::FILL_IN,
    diag::code::ORPHAN_PAGE,
    diag::code::UPDATE_SAYS_NOTHING,
    diag::code::STALE,
    diag::code::OVERDUE,
    diag::code::UNMARKED_LANGUAGE,
    diag::code::UNTRANSLATED_INTERFACE,
];

/// What came of it.
pub struct Outcome {
    pub tree: Arc<Tree>,
    pub diagnostics: Vec<Diagnostic>,
    pub files: BTreeMap<String, Vec<u8>>,
}

pub fn day(text: &str) -> Day {
    Date::parse(text, 1).expect(text).earliest
}

impl Book {
    /// A plan with one area, one item and one agency. Today is 30 June 2024.
    pub fn new() -> Self {
        Self::empty()
            .file("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n")
            .file(
                "content/plan.md",
                "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n",
            )
            .file("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n")
            .file(
                "content/areas/01-trade/1.1-talks.md",
                "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n",
            )
            .file("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n")
    }

    pub fn empty() -> Self {
        let today = day("2024-06-30");
        Self { files: BTreeMap::new(), as_of: today, today, audience: Audience::Public, strict: false }
    }

    /// Every file of a folder on disk.
    pub fn load(root: &Path) -> Self {
        let (tree, problems) =
            planbook::source::load(root, planbook::config::limits).expect("the folder is a book");
        assert_eq!(problems, []);
        let files =
            tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec())).collect();
        Self { files, ..Self::empty() }
    }

    pub fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// An item of area 1 with more lines of front matter.
    pub fn item(self, id: &str, front_matter: &str) -> Self {
        let text = format!("---\ntitle: Item {id}\nkind: deliverable\n{front_matter}---\n");
        self.file(&format!("content/areas/01-trade/{id}-item.md"), text)
    }

    /// An update on items with more lines of front matter.
    pub fn update(self, id: &str, items: &str, front_matter: &str) -> Self {
        let date: String = id
            .split('-')
            .take_while(|part| part.chars().all(|c| c.is_ascii_digit()))
            .collect::<Vec<_>>()
            .join("-");
        let text = format!("---\ntitle: Update {id}\ndate: {date}\nitems: {items}\n{front_matter}---\n");
        self.file(&format!("content/updates/{id}.md"), text)
    }

    pub fn as_of(mut self, day_text: &str) -> Self {
        self.as_of = day(day_text);
        self
    }

    pub fn today(self, day_text: &str) -> Self {
        self.at(day(day_text))
    }

    /// The same for a day that is known.
    pub fn at(mut self, today: Day) -> Self {
        self.today = today;
        self.as_of = today;
        self
    }

    pub fn internal(mut self) -> Self {
        self.audience = Audience::Internal;
        self
    }

    /// Tells also what is only unfinished or out of date.
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// The files, within the limits that the book sets.
    pub fn tree(&self) -> (Arc<Tree>, Vec<Diagnostic>) {
        let settings = self.files.get("book.toml").map(|text| ("book.toml".to_owned(), text.clone()));
        let limits = planbook::config::limits(&Tree::new(settings).0);
        let (tree, found) = Tree::within(self.files.clone(), limits);
        (Arc::new(tree), found)
    }

    /// Checks the book and, when it has no errors, renders its site.
    pub fn build(&self) -> Outcome {
        let (tree, found) = self.tree();
        let mut book = build::read(&tree, found, self.today);
        book.diagnostics.retain(|problem| self.strict || !UNFINISHED.contains(&problem.code));
        let options =
            Options { as_of: self.as_of, audience: self.audience, base_url: None, repository: None };
        let files: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::default();
        if let Some((context, site)) = build::site(&mut book, &tree, &options) {
            book.diagnostics.retain(|problem| self.strict || !UNFINISHED.contains(&problem.code));
            if !book.has_errors() {
                let take = |path: &str, bytes: &[u8]| {
                    files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
                    Ok(())
                };
                let problems = build::render(&context, &site, take).unwrap();
                book.report(problems);
            }
        }
        let files = files.into_inner().unwrap();
        Outcome { tree, diagnostics: book.diagnostics, files }
    }

    /// What `planbook check` finds: it makes pages, and is not told where the site will stand.
    pub fn check(&self) -> Vec<String> {
        let (tree, found) = self.tree();
        let mut book = build::read(&tree, found, self.today);
        book.diagnostics.retain(|problem| self.strict || !UNFINISHED.contains(&problem.code));
        let options =
            Options { as_of: self.as_of, audience: self.audience, base_url: None, repository: None };
        build::check_pages(&mut book, &tree, &options).unwrap();
        book.diagnostics.retain(|problem| self.strict || !UNFINISHED.contains(&problem.code));
        Outcome { tree, diagnostics: book.diagnostics, files: BTreeMap::new() }.places()
    }

    /// What a check finds before any page is made.
    pub fn checked(&self) -> Vec<Diagnostic> {
        let (tree, found) = self.tree();
        build::read(&tree, found, self.today).diagnostics
    }

    /// The requests for a period. The book must have no errors.
    pub fn requests(&self, period: &str) -> planbook::reporting_requests::Pack {
        let (tree, found) = self.tree();
        let mut book = build::read(&tree, found, self.today);
        let options =
            Options { as_of: self.as_of, audience: self.audience, base_url: None, repository: None };
        let (context, _) = build::site(&mut book, &tree, &options).unwrap();
        assert!(!book.has_errors(), "{:?}", book.diagnostics);
        let starts = context
            .published
            .plan
            .about
            .as_ref()
            .map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
        planbook::reporting_requests::pack(&context, &Date::parse(period, starts).expect(period))
    }

    /// What `planbook status --json` says. The book must have no errors.
    pub fn status(&self) -> serde_json::Value {
        let (tree, found) = self.tree();
        let mut book = build::read(&tree, found, self.today);
        let options =
            Options { as_of: self.as_of, audience: self.audience, base_url: None, repository: None };
        let (context, _) = build::site(&mut book, &tree, &options).unwrap();
        serde_json::from_str(&planbook::cli::status_json(&context).unwrap()).unwrap()
    }

    /// What changed since another state of the book, and what of it is stopped.
    pub fn since(&self, before: &Self) -> planbook::diff::Review {
        self.since_for(before, Audience::Internal)
    }

    /// The same for one audience.
    pub fn since_for(&self, before: &Self, audience: Audience) -> planbook::diff::Review {
        let ((before, _), (after, _)) = (before.tree(), self.tree());
        let (old, _) = planbook::diff::BookRevision::read(&before, audience);
        let (new, _) = planbook::diff::BookRevision::read(&after, audience);
        planbook::diff::review(&old, &new, self.as_of)
    }

    /// Its files, as the program reads them.
    pub fn all_files(&self) -> Arc<Tree> {
        self.tree().0
    }

    /// The codes and lines of what is stopped since another state.
    pub fn stopped_since(&self, before: &Self) -> Vec<String> {
        let review = self.since(before);
        let tree = Arc::new(review.tree);
        Outcome { tree, diagnostics: review.stopped, files: BTreeMap::new() }.places()
    }

    /// Takes a file away.
    pub fn without(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "there is no {path}");
        self
    }

    /// The whole plan, and what of it is published.
    pub fn plans(&self) -> (Arc<planbook::plan::Plan>, planbook::publish::PublishedPlan) {
        let (tree, found) = self.tree();
        let book = build::read(&tree, found, self.today);
        let options =
            Options { as_of: self.as_of, audience: self.audience, base_url: None, repository: None };
        let whole = Arc::clone(&book.views.of(self.audience).plan);
        (whole, planbook::publish::publish(&book.views, &options))
    }

    /// Checks the theme that the book names; there are no files.
    pub fn check_theme(&self) -> Outcome {
        let report = self.theme_report(None);
        Outcome { tree: report.tree, diagnostics: report.diagnostics, files: BTreeMap::new() }
    }

    /// What a check of a theme comes to: of the one that the book names, or of another.
    pub fn theme_report(&self, name: Option<&str>) -> theme_check::ThemeReport {
        let (tree, found) = self.tree();
        theme_check::check(&tree, &found, name).unwrap()
    }

    /// A file of the site, which must have no problems.
    pub fn page(&self, path: &str) -> String {
        self.build().page(path)
    }

    /// The codes and lines that a check reports.
    pub fn problems(&self) -> Vec<String> {
        self.build().places()
    }

    /// The whole report, as the terminal shows it.
    pub fn report(&self) -> String {
        let outcome = self.build();
        report::render(&outcome.diagnostics, &outcome.tree, Style::Plain)
    }
}

impl Outcome {
    /// `code path:line` of each problem.
    pub fn places(&self) -> Vec<String> {
        let shown = self.diagnostics.iter().filter(|problem| problem.severity != Severity::Off);
        shown
            .map(|problem| match problem.span {
                None => problem.code.name.to_owned(),
                Some(span) => {
                    let text = self.tree.text(span.file).unwrap_or("");
                    let line = text.get(..span.range().start).unwrap_or("").matches('\n').count() + 1;
                    format!("{} {}:{line}", problem.code.name, self.tree.path(span.file))
                }
            })
            .collect()
    }

    /// A page of the site, which must have no problems.
    pub fn page(&self, path: &str) -> String {
        assert_eq!(self.places(), Vec::<String>::new());
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path} among {:?}", self.files.keys()));
        String::from_utf8(bytes.clone()).unwrap()
    }
}

/// The text of a page without its tags, each run of white space as one space.
pub fn words(html: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' => {
                tag = false;
                text.push(' ');
            }
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
