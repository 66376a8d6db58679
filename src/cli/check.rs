//! `planbook check`

use std::borrow::Cow;
use std::process::ExitCode;
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::diff::{self, Consent};
use super::edition::WhichPlan;
use super::site::{Reader, parse_day};
use super::{Root, baseline, earlier, load, say, say_error, say_result, today};
use crate::build::{self, Book};
use crate::date::Day;
use crate::diag::{Diagnostic, Severity, Span, code};
use crate::diff::BookRevision;
use crate::publish::Options;
use crate::report::{self, FORMATS, ProblemReport, ReportFormat};
use crate::source::Tree;
use crate::vocabulary::Audience;

/// Report all problems of the book.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook check\n  planbook check --root plans/water\n  planbook check --audience internal      check the pages of the internal site instead of the public one\n  planbook check --deny-warnings          exit with 1 also when there are only warnings\n  planbook check --format github          annotations on the lines of a pull request\n  planbook check --format sarif > planbook.sarif\n  planbook check --since origin/main      also report changes that need an explanation: docs/review.md\n  planbook check --edition 2019            only the problems of another edition\n  planbook check --as-of 2012-12-31         what was out of date or overdue on that date\n  planbook check --write-baseline         record the current problems as known\n\nChecks everything that a build checks, including the links of the finished pages, and writes no site. See docs/checking.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    reader: Reader,
    #[command(flatten)]
    plan: WhichPlan,
    /// Check the book as of this date [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// The format of the report; all formats except `human` go to standard output
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = formats())]
    format: &'static ReportFormat,
    /// The path of the book in the report, seen from the top of the repository [default: --root]
    #[arg(long, value_name = "DIR")]
    path_prefix: Option<String>,
    /// Exit with code 1 also when there are only warnings
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    baseline: baseline::Known,
    /// Also run the merge checks on the changes since this branch, tag, commit or folder
    #[arg(long, value_name = "BASE")]
    since: Option<String>,
    #[command(flatten)]
    consent: Consent,
}

/// The names of the formats, with what each is for.
fn formats() -> impl TypedValueParser<Value = &'static ReportFormat> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).try_map(|name| report::format(&name).ok_or("this format does not exist"))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let today = arguments.as_of.unwrap_or_else(|| today(&tree));
    let mut book = build::read(&tree, found, today);
    let options =
        Options { as_of: today, audience: arguments.reader.audience, base_url: None, repository: None };
    build::check_pages(&mut book, &tree, &options)?;
    let (tree, compared) = match &arguments.since {
        Some(base) => since(&mut book, tree, base, arguments, today)?,
        None => (tree, String::new()),
    };
    let mut problems = std::mem::take(&mut book.diagnostics);
    let plan = match arguments.plan.plan(book.plan()) {
        Ok(plan) => plan,
        // What is wrong may be why it is not there.
        Err(_) if Diagnostic::any_error(&problems) => book.plan(),
        Err(unknown) => return Err(unknown),
    };
    if let Some(name) = arguments.plan.name() {
        let folder = format!("content/editions/{name}/");
        let path = |span: Span| tree.path(span.file);
        // Or where it was before the change.
        let is_own = |path: &str| path.strip_prefix(report::WAS).unwrap_or(path).starts_with(&folder);
        problems.retain(|it| it.span.is_some_and(|span| is_own(path(span))));
    }
    earlier::add_to(&mut problems, &tree, &book.config, &arguments.root.root);
    let plan_counts = counts(plan);
    let baseline = &arguments.baseline;
    let Some(file) = baseline.file(&arguments.root.root, book.config.baseline.as_deref()) else {
        return Ok(arguments.print(&problems, &tree, &plan_counts, "", &compared));
    };
    if baseline.is_to_be_written() {
        say(&baseline::write(&file, &problems, &tree)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut known = baseline::read(&file)?.compare(problems, &tree);
    // What could not be looked at is not gone.
    if book.held_back {
        known.gone.retain(|((code, ..), _)| !code::find(code).is_some_and(code::is_lint));
    }
    say_error(&baseline::gone(&known, &file));
    let old = baseline::old(&known, &file);
    Ok(arguments.print(&known.new, &tree, &plan_counts, &old, &compared))
}

impl Arguments {
    /// Writes the report and the line that counts. `old` is what is to be said of problems that are not shown, `compared` of
    /// the older state.
    fn print(
        &self,
        problems: &[Diagnostic],
        tree: &Tree,
        counts: &str,
        old: &str,
        compared: &str,
    ) -> ExitCode {
        let prefix = self.prefix();
        let summary = report::summary(problems);
        let warnings = problems.iter().any(|problem| problem.severity == Severity::Warning);
        let errors = Diagnostic::any_error(problems);
        let failed = errors || (warnings && self.deny_warnings);
        if self.format.for_people {
            super::say_problems(problems, tree);
        } else {
            say(&(self.format.write)(&ProblemReport { problems, tree, prefix: &prefix }));
        }
        if failed {
            let denied = if errors { "" } else { ", and --deny-warnings allows none" };
            say_error(&format!(
                "{summary}{denied}{old}{compared}\n  help: `planbook explain CODE` explains a code in [brackets]\n"
            ));
            return ExitCode::from(1);
        }
        let nothing = if !old.is_empty() && summary == "no problems" { "no new problems" } else { &summary };
        let line = format!("{counts}: {nothing}{old}{compared}\n");
        if self.format.for_people {
            say_result(&line)
        } else {
            say_error(&line)
        }
        ExitCode::SUCCESS
    }

    /// What stands before the paths of a report for programs, which mostly begin at the top of a repository: there a run
    /// begins, too, so that a relative `--root` leads from there to the book.
    fn prefix(&self) -> String {
        let root = &self.root.root;
        let prefix = match &self.path_prefix {
            Some(prefix) => prefix.clone(),
            None if root.is_relative() => root.to_string_lossy().into_owned(),
            None => String::new(),
        };
        let prefix = prefix.replace('\\', "/");
        let parts: Vec<&str> = prefix.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        // What lies above where one begins has no path from there.
        if parts.is_empty() || parts.contains(&"..") { String::new() } else { parts.join("/") + "/" }
    }
}

fn counts(plan: &crate::plan::Plan) -> String {
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    [
        count(plan.areas.len(), "area", "areas"),
        count(plan.items.len(), "item or part", "items and parts"),
        count(plan.updates.len(), "update", "updates"),
        count(plan.agencies.len(), "agency", "agencies"),
        count(plan.forums.len(), "forum", "forums"),
    ]
    .join(", ")
}

/// Adds what the book may not change like this, with the tree that its places are in, and what it was compared with.
fn since(
    book: &mut Book,
    tree: Arc<Tree>,
    base: &str,
    arguments: &Arguments,
    today: Day,
) -> anyhow::Result<(Arc<Tree>, String)> {
    let (review, said) = {
        let (config, views) = (Cow::Borrowed(&book.config), Cow::Borrowed(&book.views));
        let after = BookRevision { tree: &tree, config, views, audience: Audience::Internal, edition: None };
        diff::merge_checks(&after, &arguments.root.root, base, &arguments.consent, today)?
    };
    book.diagnostics.extend(review.stopped);
    Diagnostic::sort(&mut book.diagnostics);
    Ok((Arc::new(review.tree), format!("\n  {said}")))
}
