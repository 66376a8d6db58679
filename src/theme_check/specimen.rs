//! The books that a theme is checked with: one that uses every kind of record, and one with nothing in it.
//!
//! The files of the theme and `book.toml` stay the book's own, so that a problem in them is reported where it is.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::build::{self, Book};
use crate::config::{Config, Outputs, Repository, SiteLink};
use crate::date::Day;
use crate::diag::{Diagnostic, FileId, Span};
use crate::parse::{REDIRECTS, static_address};
use crate::publish::{AudienceViews, Options};
use crate::source::{Content, File, Tree};
use crate::vocabulary::Audience;

static PLAN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/everything");
/// The day for which the plan was written.
const DAY: Day = jiff::civil::date(2024, 6, 30);

const SETTINGS: &str = "book.toml";
/// The table of fields in it.
const FIELDS: &str = "fields";

/// The files of a specimen, and the problems of those that are the book's own.
pub(super) struct Specimen {
    /// The records of the test plan, and of the book `book.toml` and the theme.
    pub tree: Arc<Tree>,
    found: Vec<Diagnostic>,
    theme: String,
}

/// So few that the lists of the test plan have several pages.
const FEW_ROWS: usize = 5;

impl Specimen {
    /// Takes what belongs to the theme out of a book. `found` is what was wrong with the book's files.
    pub(super) fn new(book: &Tree, found: &[Diagnostic], theme: &str) -> Self {
        let folder = format!("themes/{theme}/");
        // The logo is among the files for the root of the site.
        // Redirects lead to pages of the book, and past them.
        let is_static = |path: &str| static_address(path).is_some_and(|address| address != REDIRECTS);
        let own = |path: &str| path == SETTINGS || path.starts_with(&folder) || is_static(path);
        let files = book.files().filter(|(_, file)| own(&file.path));
        let files =
            files.map(|(_, file)| if file.path == SETTINGS { with_fields(file) } else { file.clone() });
        let tree = Tree::of(records().into_iter().chain(files));
        let found = found.iter().filter_map(|problem| moved(problem, book, &tree)).collect();
        Self { tree: Arc::new(tree), found, theme: theme.to_owned() }
    }

    /// The books in which the theme is looked at, with what each is built for. Only the first has problems.
    pub(super) fn books(&self, named: bool) -> Vec<(Book, Options)> {
        let mut full = build::read(&self.tree, self.found.clone(), DAY);
        full.diagnostics.retain(|problem| problem.span.is_some_and(|span| self.is_own(span)));
        // The pages to which its settings lead are in the book, which `planbook check` looks at.
        let config = &full.config;
        let links = config.navigation.add.iter().map(|(link, _)| link).chain(&config.look.links);
        let to_pages: Vec<Span> = links.filter_map(SiteLink::page_span).collect();
        full.diagnostics.retain(|problem| !problem.span.is_some_and(|span| to_pages.contains(&span)));
        full.config.theme.clone_from(&self.theme);
        if named {
            full.config.theme_span = None;
        }
        let empty = self.empty(&full.config);
        fill(&mut full.config);
        // There its lists come in pages.
        let internal = Book {
            config: Config {
                page_size: FEW_ROWS,
                languages: vec![full.config.language().to_owned()],
                ..full.config.clone()
            },
            views: full.views.clone(),
            translations: Vec::new(),
            diagnostics: Vec::new(),
            held_back: false,
        };
        let options = |audience| Options { as_of: DAY, audience, base_url: None, repository: None };
        vec![
            (full, options(Audience::Public)),
            (internal, options(Audience::Internal)),
            (empty, options(Audience::Public)),
        ]
    }

    /// A book that has a title and nothing else.
    fn empty(&self, config: &Config) -> Book {
        let config = Config {
            title: config.title.clone(),
            languages: config.languages.first().cloned().into_iter().collect(),
            theme: self.theme.clone(),
            theme_span: config.theme_span,
            severities: config.severities.clone(),
            security: config.security.clone(),
            ..Config::default()
        };
        let (views, translations) = (AudienceViews::default(), Vec::new());
        Book { config, views, translations, diagnostics: Vec::new(), held_back: false }
    }

    fn is_own(&self, span: Span) -> bool {
        !self.tree.path(span.file).starts_with("content/")
    }
}

/// `book.toml` with the fields that the records of the test plan have, where it declares none. They stand at its end, so that
/// all that is in it keeps its place.
fn with_fields(settings: &File) -> File {
    let of_plan = PLAN.get_file(SETTINGS).and_then(include_dir::File::contents_utf8).unwrap_or_default();
    match &settings.content {
        Content::Text(own) if !tables(own).contains_key(FIELDS) => {
            let fields = tables(of_plan)
                .remove(FIELDS)
                .map(|fields| toml::Table::from_iter([(FIELDS.to_owned(), fields)]));
            let text = format!("{own}\n{}", fields.unwrap_or_default());
            File { path: settings.path.clone(), content: Content::Text(text.into()) }
        }
        _ => settings.clone(),
    }
}

/// What a file of settings has; nothing where it cannot be read.
fn tables(text: &str) -> toml::Table {
    text.parse().unwrap_or_default()
}

/// The records of the test plan.
fn records() -> Vec<File> {
    let (mut files, mut open) = (Vec::new(), vec![&PLAN]);
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        files.extend(dir.files().filter_map(|file| {
            let path = file.path().to_str()?.replace('\\', "/");
            let content = match file.contents_utf8() {
                Some(text) => Content::Text(text.into()),
                None => Content::Bytes(file.contents().into()),
            };
            path.starts_with("content/").then_some(File { path, content })
        }));
    }
    files
}

/// Settings that make something appear, where the book has none.
fn fill(config: &mut Config) {
    (config.outputs, config.style_guide) = (Outputs::all(), true);
    let example = || Repository::on_gitlab("https://git.example/harbour");
    config.repository.get_or_insert_with(example);
    config.base_url.get_or_insert_with(|| "https://harbour.example/plan/".to_owned());
    config.description.get_or_insert_with(|| "The commitments of 2020".to_owned());
}

/// A problem of the book's tree at the same place of the specimen's, if the file is there.
fn moved(problem: &Diagnostic, from: &Tree, to: &Tree) -> Option<Diagnostic> {
    let file = |file: FileId| to.find(from.path(file));
    let span = problem.span?;
    Some(Diagnostic {
        span: Some(Span { file: file(span.file)?, ..span }),
        labels: Vec::new(),
        ..problem.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;

    /// If it had mistakes, those of a theme would be reported with them, or not at all.
    #[test]
    fn the_test_plan_has_no_problems() {
        let off = [
            "announced-not-held",
            "link-to-internal",
            "stale",
            "overdue",
            "update-says-nothing",
            "orphan-page",
            "unmarked-language",
        ];
        let off: String = off.iter().map(|code| format!("{code} = \"off\"\n")).collect();
        let settings = format!("[book]\ntitle = \"x\"\n[check]\n{off}");
        let settings = File { path: "book.toml".to_owned(), content: Content::Text(settings.into()) };
        let tree = Tree::of(records().into_iter().chain([settings]));
        let book = build::read(&tree, Vec::new(), DAY);
        let problems: Vec<&Diagnostic> =
            book.diagnostics.iter().filter(|problem| problem.severity != Severity::Off).collect();
        assert!(problems.is_empty(), "{problems:?}");
        assert!(book.plan().items.len() > 20 && !book.plan().editions.is_empty());
    }
}
