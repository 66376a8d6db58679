//! Checks a theme before a reader meets it: every template is rendered with every kind of record, every page is held
//! against the rules of HTML and accessibility, and the colours that meet are measured.
//!
//! It is a function of the files of a book, as a build is. The book's records have no part in it: a theme must do for
//! any plan, so it is checked with a plan that has everything, and with one that has nothing.

pub mod contrast;
mod css_code;
mod gather;
mod html;
mod locate;
mod rendered_page;
mod specimen;
mod style;
mod templates;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::build::{self, Book};
use crate::config::{self, Config};
use crate::diag::{Diagnostic, code};
use crate::failure::Failure;
use crate::loads::{self, Blocked, BlockedLoads};
use crate::outputs;
use crate::publish::Options;
use crate::render::{self, Sources};
use crate::source::Tree;
use contrast::Measured;
use rendered_page::RenderedPage;
use specimen::Specimen;
use templates::Templates;

/// What came of a check.
pub struct ThemeReport {
    /// The files that the diagnostics point into.
    pub tree: Arc<Tree>,
    /// The theme that was checked.
    pub theme: String,
    /// What is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// How many templates made a page or a picture.
    pub templates: usize,
    /// How many pages were looked at.
    pub pages: usize,
    /// How many of them have no problem.
    pub valid: usize,
    /// The contrast of each pair of colours.
    pub measured: Vec<Measured>,
}

/// Checks a theme of a book: the one of that name, or the one that `book.toml` names. `found` is what was wrong with the
/// files themselves.
///
/// # Errors
/// Never in practice: nothing is written.
pub fn check(tree: &Tree, found: &[Diagnostic], name: Option<&str>) -> Result<ThemeReport, Failure> {
    let theme = name.map_or_else(|| config::read(tree).0.theme, str::to_owned);
    let specimen = Specimen::new(tree, found, &theme);
    let mut pages = Vec::new();
    let mut whole: Option<Book> = None;
    for (mut book, options) in specimen.books(name.is_some()) {
        let more = render_pages(&mut book, &specimen.tree, &options)?;
        pages.extend(more);
        match &mut whole {
            Some(whole) => whole.report(book.diagnostics),
            None => whole = Some(book),
        }
    }
    let mut report = ThemeReport {
        tree: specimen.tree,
        theme,
        diagnostics: Vec::new(),
        templates: 0,
        pages: 0,
        valid: 0,
        measured: Vec::new(),
    };
    if let Some(mut book) = whole {
        // Of a theme that cannot be used there is nothing to see.
        if !pages.is_empty() {
            look(&mut report, &mut book, &pages);
        }
        report.diagnostics = book.diagnostics;
    }
    Ok(report)
}

/// Renders the pages of a book, and reports templates that cannot be rendered.
fn render_pages(book: &mut Book, tree: &Arc<Tree>, options: &Options) -> Result<Vec<RenderedPage>, Failure> {
    let Some((context, site)) = build::site(book, tree, options) else { return Ok(Vec::new()) };
    // The test plan has letters that a book need not have.
    book.diagnostics.retain(|problem| problem.code != code::CARD_WITHOUT_FONT);
    // That their templates work was found out already.
    let pictures = site.pages().iter().filter(|page| page.is_picture());
    let pictures = pictures.filter_map(|page| Some((page.path.clone(), page.template?)));
    let pictures = pictures.map(|(path, template)| RenderedPage { path, template, text: String::new() });
    let pages: Mutex<Vec<RenderedPage>> = Mutex::new(pictures.collect());
    let mut problems = build::render_texts(&context, &site, |path, bytes| {
        if let Some(template) = site.page(path).and_then(|page| page.template) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let page = RenderedPage { path: path.to_owned(), template, text };
            pages.lock().unwrap_or_else(PoisonError::into_inner).push(page);
        }
        Ok(())
    })?;
    // A theme may link to pages that only its own book has; `planbook check` checks the links with that book.
    // Scripts in pages are found by a rule, which knows their lines. What the policy forbids is looked for in all pages at once,
    // so that each is one problem.
    let is_elsewhere = |code| matches!(code, code::BROKEN_LINK | code::INLINE_CODE | code::BLOCKED_BY_POLICY);
    problems.retain(|problem| !is_elsewhere(problem.code));
    book.report(problems);
    let mut pages = pages.into_inner().unwrap_or_else(PoisonError::into_inner);
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

/// What the pages and the style sheets ask for and do not get.
fn blocked(
    report: &ThemeReport,
    config: &Config,
    pages: &[(&RenderedPage, Vec<html::Finding>)],
) -> Vec<Diagnostic> {
    let mut blocked = BlockedLoads::default();
    let rules = loads::Rules::of(config);
    for (page, _) in pages {
        let loads = loads::scan(page.text.as_bytes(), &rules);
        let is_inline = |load: &Blocked| matches!(load, Blocked::Inline(_));
        blocked.add(&page.path, loads.into_iter().filter(|load| !is_inline(load)).collect());
    }
    let folder = format!("themes/{}/", report.theme);
    let mut problems = blocked.problems(&report.tree);
    problems.extend(loads::blocked_in_sheets(&report.tree, &folder, &config.security));
    problems
}

/// Looks at the finished pages and at the style sheets.
fn look(report: &mut ThemeReport, book: &mut Book, pages: &[RenderedPage]) {
    let sources: Sources = render::sources(&report.tree, &report.theme);
    let templates = Templates::new(&sources.templates, &sources.prefixes);
    let found: Vec<(&RenderedPage, Vec<html::Finding>)> = pages
        .par_iter()
        .filter(|page| page.template.ends_with(".html"))
        .map(|page| (page, html::check(&page.text)))
        .collect();
    book.report(blocked(report, &book.config, &found));
    book.report(gather::gather(&found, &sources.templates, &templates));
    let rendered: BTreeSet<&str> = pages.iter().map(|page| page.template).collect();
    // A template with a mistake in it made no page either.
    if !book.diagnostics.iter().any(|problem| problem.code == code::TEMPLATE_ERROR) {
        book.report(templates.unused(rendered.iter().copied().chain(outputs::parts())));
    }
    book.report(style::check(&sources));
    let (measured, problems) = contrast::measure(&sources);
    book.report(problems);
    (report.templates, report.pages) = (rendered.len(), found.len());
    report.valid = found.iter().filter(|(_, findings)| findings.is_empty()).count();
    report.measured = measured;
}
