//! The stages in their order: from a tree of files to a site, and to its problems.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check;
use crate::config::{self, Config};
use crate::date::Day;
use crate::diag::{Diagnostic, Severity, code};
use crate::facts::Facts;
use crate::failure::Failure;
use crate::links::{self, PageLinks};
use crate::loads::{self, Blocked, BlockedLoads};
use crate::outputs::{self, OutputPage};
use crate::page::Context;
use crate::parse;
use crate::plan;
use crate::publish::{self, AudienceViews, Options};
use crate::render;
use crate::route::base_path;
use crate::site::Site;
use crate::source::{SETTINGS, Tree};
use crate::stages::{self, Stage};
use crate::translation::translation_file;
use crate::vocabulary::Audience;
use crate::write::{Origin, Staging, Written};

/// A book that was read, and its problems.
pub struct Book {
    /// The settings.
    pub config: Config,
    /// What it says to each audience.
    pub views: AudienceViews,
    /// The same in the languages that it is translated into, in the order of the settings.
    pub translations: Vec<AudienceViews>,
    /// What is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether some lints were not asked, because a file could not be read: they may find more when it can.
    pub held_back: bool,
}

/// What is kept of a book that is read again and again.
#[derive(Default)]
pub struct Cache {
    original: LanguageCache,
    /// The same in the languages that the book is translated into.
    translations: BTreeMap<String, LanguageCache>,
}

/// What is kept of a book in one language.
#[derive(Default)]
struct LanguageCache {
    parsed: parse::Cache,
    plan: plan::PlanCache,
}

/// Reads and checks a book. `found` is what was wrong with the files themselves; `today` is for what is still to come.
pub fn read(tree: &Tree, found: Vec<Diagnostic>, today: Day) -> Book {
    read_with(tree, found, today, &mut Cache::default())
}

/// The same, for a book that is read again and again: what did not change is not made again.
pub fn read_with(tree: &Tree, found: Vec<Diagnostic>, today: Day, cache: &mut Cache) -> Book {
    let mut diagnostics = found;
    let (config, problems) = config::read(tree);
    diagnostics.extend(problems);
    if diagnostics.iter().any(|problem| problem.code == code::TOO_MANY_FILES) {
        // None was read, so there is nothing to be said of them.
        let (views, translations) = (AudienceViews::default(), Vec::new());
        return Book { config, views, translations, diagnostics, held_back: true };
    }
    let (parsed, problems) =
        stages::run(Stage::Parse, || parse::documents_with(tree, &config, &mut cache.original.parsed));
    diagnostics.extend(problems);
    let (views, problems) =
        stages::run(Stage::Assemble, || publish::audience_views_with(parsed, &mut cache.original.plan));
    diagnostics.extend(problems);
    let mut translations = Vec::with_capacity(config.translations().len());
    cache.translations.retain(|language, _| config.translations().contains(language));
    for language in config.translations() {
        let own = cache.translations.entry(language.clone()).or_default();
        let (views, problems) = in_language(tree, &config, language, (&cache.original.parsed, own));
        translations.push(views);
        diagnostics.extend(problems);
    }
    let (plan, public) = (&views.internal.plan, &views.public.plan);
    let facts = stages::run(Stage::Facts, || Facts::on(plan, today));
    let context = check::LintContext { plan, public, facts: &facts, tree, today, config: &config };
    let damaged = check::Damaged::by(&diagnostics, tree);
    diagnostics.extend(stages::run(Stage::Check, || check::all(&context, &damaged)));
    check::say_once(&context, &mut diagnostics);
    for edition in &plan.editions {
        let plan = &edition.plan;
        let in_public = public.editions.iter().find(|other| other.name == edition.name);
        let public = in_public.map_or_else(Arc::default, |edition| Arc::clone(&edition.plan));
        let facts = stages::run(Stage::Facts, || Facts::on(plan, today));
        let context =
            check::LintContext { plan, public: &public, facts: &facts, tree, today, config: &config };
        let found = stages::run(Stage::Check, || check::of_edition(&context, &damaged, &diagnostics));
        diagnostics.extend(found);
    }
    if damaged.settings() {
        diagnostics.retain(|problem| does_not_follow_from_settings(problem, tree));
    }
    let mut book = Book { config, views, translations, diagnostics, held_back: damaged.is_any() };
    book.finalize();
    book
}

/// What a book says in another language, and what is wrong with its translations.
fn in_language(
    tree: &Tree,
    config: &Config,
    language: &str,
    (original, cache): (&parse::Cache, &mut LanguageCache),
) -> (AudienceViews, Vec<Diagnostic>) {
    let (parsed, mut problems) = stages::run(Stage::Parse, || {
        parse::translated_documents_with(tree, config, language, original, &mut cache.parsed)
    });
    let (views, found) =
        stages::run(Stage::Assemble, || publish::audience_views_with(parsed, &mut cache.plan));
    // All that is no matter of a translation was reported for the original.
    problems.extend(found.into_iter().filter(|problem| {
        let path = problem.span.map(|span| tree.path(span.file));
        path.is_some_and(|path| translation_file(path, config.translations()).is_some())
    }));
    (views, problems)
}

/// Whether a problem is one by any settings. Warnings may be switched off, and limits raised, by what could not be read.
fn does_not_follow_from_settings(problem: &Diagnostic, tree: &Tree) -> bool {
    let own = problem.span.is_some_and(|span| tree.path(span.file) == SETTINGS);
    let limit = [code::TOO_LARGE, code::TOO_DEEP].contains(&problem.code);
    own || (problem.severity == Severity::Error && !limit)
}

/// What a build came to.
pub struct Built {
    /// The book, with all that is wrong.
    pub book: Book,
    /// The site and what of it was written, unless the book has errors.
    pub site: Option<(Context, Site<Context>, Written)>,
}

/// Files of a site that were not written.
pub struct Gathered {
    /// What the site shows.
    pub context: Context,
    /// The files by path.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Book {
    /// Everything, put together.
    pub fn plan(&self) -> &plan::Plan {
        &self.views.internal.plan
    }

    /// Adds problems that were found later.
    pub fn report(&mut self, problems: Vec<Diagnostic>) {
        self.diagnostics.extend(problems);
        self.finalize();
    }

    fn finalize(&mut self) {
        // Both versions at once make no sense, and nothing that is said of them helps.
        let conflicting = |problem: &Diagnostic| problem.code == code::CONFLICT_MARKER;
        let conflicting: Vec<_> = self
            .diagnostics
            .iter()
            .filter(|p| conflicting(p))
            .filter_map(|p| p.span)
            .map(|span| span.file)
            .collect();
        self.diagnostics.retain(|p| {
            p.code == code::CONFLICT_MARKER || p.span.is_none_or(|span| !conflicting.contains(&span.file))
        });
        self.config.set_severities(&mut self.diagnostics);
        Diagnostic::sort(&mut self.diagnostics);
    }

    /// Whether a site made from it would be wrong.
    pub fn has_errors(&self) -> bool {
        Diagnostic::any_error(&self.diagnostics)
    }
}

/// The site of a book, with its pages still to be rendered. `None` when the theme cannot be used.
pub fn site(book: &mut Book, tree: &Arc<Tree>, options: &Options) -> Option<(Context, Site<Context>)> {
    site_with(book, tree, options, &mut render::Cache::default())
}

/// The same, for a site that is made again and again: a theme that did not change is not loaded again.
pub fn site_with(
    book: &mut Book,
    tree: &Arc<Tree>,
    options: &Options,
    cache: &mut render::Cache,
) -> Option<(Context, Site<Context>)> {
    let (theme, problems) = stages::run(Stage::Theme, || render::load_with(tree, &book.config, cache));
    book.report(problems);
    // What is not right yet may be why the plan is taken for internal.
    if let (Audience::Public, Some(span), false) =
        (options.audience, book.views.internal_plan, book.has_errors())
    {
        let message = "the plan is internal, so there is no public site of it";
        let problem = Diagnostic::new(code::NOTHING_TO_PUBLISH, span, message)
            .help("build with `--audience internal`, or write `audience: public` into content/plan.md");
        book.report(vec![problem]);
    }
    let (published, translations) = stages::run(Stage::Assemble, || {
        let publish = |views| publish::publish(views, options);
        (publish(&book.views), book.translations.iter().map(publish).collect())
    });
    let mut config = book.config.clone();
    config.base_url = options.base_url.clone().or(config.base_url);
    if let Some(place) = &options.repository {
        config.repository = Some(place.of(config.repository));
    }
    let context = Context::new(published, translations, theme?, config, Arc::clone(tree));
    let (site, problems) = stages::run(Stage::Pages, || outputs::site(&context));
    book.report(problems);
    Some((context, site))
}

/// Renders every page and hands it to `take`, on all threads; then checks the links.
///
/// # Errors
/// When `take` refuses.
pub fn render(
    context: &Context,
    site: &Site<Context>,
    take: impl Fn(&str, &[u8]) -> Result<(), Failure> + Sync,
) -> Result<Vec<Diagnostic>, Failure> {
    // Before the pages: one of them has what this makes, and no thread may wait for itself.
    let parts = stages::run(Stage::Search, || outputs::search_parts(context));
    let problems = render_those(context, site, |_| true, &[], &take)?;
    parts.par_iter().try_for_each(|(path, bytes)| take(path, bytes))?;
    Ok(problems)
}

/// The same of all pages and of all that a template makes, but for pictures: they take long, and whether their templates work was
/// found out when the files of the site were listed.
///
/// # Errors
/// When `take` refuses.
pub fn render_texts(
    context: &Context,
    site: &Site<Context>,
    take: impl Fn(&str, &[u8]) -> Result<(), Failure> + Sync,
) -> Result<Vec<Diagnostic>, Failure> {
    let has_text = |page: &OutputPage| page.path.ends_with(".html") || page.template.is_some();
    // A build may know the address of the site.
    let with_address = outputs::with_address(context);
    render_those(context, site, |page| has_text(page) && !page.is_picture(), &with_address, take)
}

/// The same, but for pages that are not wanted. They are there for those that link to them, as are other files.
fn render_those(
    context: &Context,
    site: &Site<Context>,
    wanted: impl Fn(&OutputPage) -> bool + Sync,
    others: &[String],
    take: impl Fn(&str, &[u8]) -> Result<(), Failure> + Sync,
) -> Result<Vec<Diagnostic>, Failure> {
    // Lists first: they belong to no record and are the largest pages, so none of them is left for one thread at the end.
    let mut pages: Vec<&OutputPage> = site.pages().iter().collect();
    let stage = stages::begin(Stage::Render);
    stage.parts(pages.iter().filter(|page| wanted(page)).count());
    pages.sort_by_key(|page| page.owner.is_some());
    let paths = pages.iter().map(|page| &page.path).chain(others);
    let files: links::Files<'_> = paths.map(String::as_str).collect();
    let base = base_path(context.config.base_url.as_deref());
    let rules = loads::Rules::of(&context.config);
    let scanned: Mutex<Vec<(String, PageLinks, Vec<Blocked>)>> = Mutex::default();
    let problems: Vec<Diagnostic> = pages
        .par_iter()
        .filter(|page| wanted(page))
        .map(|page| {
            let bytes = match page.bytes(context) {
                Ok(bytes) => bytes,
                Err(problem) => return Ok(Some(*problem)),
            };
            if page.path.ends_with(".html") {
                let links = links::scan(&page.path, &bytes, &base, &files);
                // A page that is a file of the book was looked at when it was read.
                let is_made = page.template.is_some();
                let loads = if is_made { loads::scan(&bytes, &rules) } else { Vec::new() };
                scanned.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((
                    page.path.clone(),
                    links,
                    loads,
                ));
            }
            take(&page.path, &bytes)?;
            stage.part_done();
            Ok(None)
        })
        .collect::<Result<Vec<_>, Failure>>()?
        .into_iter()
        .flatten()
        .collect();
    drop(stage);
    if !problems.is_empty() {
        return Ok(problems);
    }
    let scanned = scanned.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut blocked = BlockedLoads::default();
    let mut links_of_pages = BTreeMap::new();
    for (path, links, loads) in scanned {
        blocked.add(&path, loads);
        links_of_pages.insert(path, links);
    }
    let mut problems = stages::run(Stage::Links, || {
        links::check(&links_of_pages, &context.tree, || context.asked_fragments_of_all())
    });
    problems.extend(blocked.problems(&context.tree));
    let own = context.theme.own_folder();
    problems.extend(loads::blocked_in_sheets(&context.tree, own, &context.config.security));
    Ok(problems)
}

/// Finds what only rendering shows: template errors, two records on one address, broken links.
///
/// # Errors
/// Never in practice: nothing is written.
pub fn check_pages(book: &mut Book, tree: &Arc<Tree>, options: &Options) -> Result<(), Failure> {
    check_pages_with(book, tree, options, &mut render::Cache::default(), usize::MAX).map(|_| ())
}

/// The same, for a book that is checked again and again: a theme that did not change is not loaded again. Of a site with more
/// than `most` pages, which somebody would have to wait for, only the list is made. Says whether that is so.
///
/// # Errors
/// Never in practice: nothing is written.
pub fn check_pages_with(
    book: &mut Book,
    tree: &Arc<Tree>,
    options: &Options,
    cache: &mut render::Cache,
    most: usize,
) -> Result<bool, Failure> {
    let Some((context, site)) = site_with(book, tree, options, cache) else { return Ok(false) };
    let is_too_large = site.pages().iter().filter(|page| page.template.is_some()).count() > most;
    // The pages of a book with errors may lack what they link to, and each such link was reported at its source.
    if !book.has_errors() && !is_too_large {
        // Files without a template are data and the like: nothing can be wrong with them, and no link stands in them.
        let problems = render_texts(&context, &site, |_, _| Ok(()))?;
        book.report(problems);
    }
    Ok(is_too_large)
}

/// A book whose pages were all made and checked, with those of its files that are wanted. No files when there is an error.
///
/// # Errors
/// Never in practice: nothing is written.
pub fn gather(
    tree: &Arc<Tree>,
    found: Vec<Diagnostic>,
    options: &Options,
    today: Day,
    wanted: impl Fn(&str) -> bool + Sync,
) -> Result<(Book, Option<Gathered>), Failure> {
    let mut book = read(tree, found, today);
    let Some((context, site)) = site(&mut book, tree, options).filter(|_| !book.has_errors()) else {
        return Ok((book, None));
    };
    let files: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::default();
    let problems = render(&context, &site, |path, bytes| {
        if wanted(path) {
            let mut files = files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            files.insert(path.to_owned(), bytes.to_vec());
        }
        Ok(())
    })?;
    book.report(problems);
    let files = files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let gathered = Some(Gathered { context, files }).filter(|_| !book.has_errors());
    Ok((book, gathered))
}

/// Builds a book into `out`. Nothing is written when there is an error: the old site stays.
///
/// # Errors
/// When the disk refuses, or `out` is not planbook's to replace.
pub fn build(
    tree: &Arc<Tree>,
    found: Vec<Diagnostic>,
    options: &Options,
    today: Day,
    root: &Path,
    out: &Path,
) -> Result<Built, Failure> {
    let mut book = read(tree, found, today);
    let Some((context, site)) = site(&mut book, tree, options).filter(|_| !book.has_errors()) else {
        return Ok(Built { book, site: None });
    };
    let staging = stages::run(Stage::OldSite, || Staging::begin(out, root, options.audience))?;
    let origin = stages::run(Stage::OldSite, || Origin::of(tree, options, today));
    if let Some(written) = staging.is_still(&origin) {
        return Ok(Built { book, site: Some((context, site, written)) });
    }
    let problems = render(&context, &site, |path, bytes| staging.write(path, bytes))?;
    // What only the pages show has to be said by each build, so they are made again.
    let origin = Some(&origin).filter(|_| problems.is_empty());
    book.report(problems);
    let written =
        if book.has_errors() { None } else { Some(stages::run(Stage::Replace, || staging.finish(origin))?) };
    Ok(Built { book, site: written.map(|written| (context, site, written)) })
}
