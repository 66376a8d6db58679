//! `planbook diff`

mod moved;
mod states;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::edition::{WhichPlan, unknown};
use super::site::{parse_audience, parse_day};
use super::{Root, say, say_error, say_problems, today};
use crate::date::Day;
use crate::diag::{Code, Diagnostic, Severity};
use crate::diff::{self, BookRevision, Compared, ComparisonReport, Review};
use crate::parse;
use crate::report;
use crate::stages::{self, Stage};
use crate::vocabulary::Audience;

use states::BookState;

/// Show what a change does to the plan.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook diff main                       changes of this branch and of the files here since it left main\n  planbook diff v1.0..main                 between two revisions, without a checkout\n  planbook diff ../old ../new              between two folders\n  planbook diff origin/main --format markdown > comment.md\n\nShows what changed in the plan: due dates, statuses, texts, agencies, evidence, what becomes public. Also reports what the merge checks would stop, but always exits with 0: to stop a change, run `planbook check --since BASE`. See docs/review.md."
)]
pub(super) struct Arguments {
    /// A branch, tag or commit; two of them with `..` between; or the folder of a book
    #[arg(value_name = "BASE[..HEAD]")]
    base: String,
    /// The folder of another book, when BASE is a folder
    #[arg(value_name = "DIR")]
    other: Option<PathBuf>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    plan: WhichPlan,
    /// The format: for the terminal, for a comment on a pull request, or for other programs
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Compare what this audience sees: internal sees everything
    #[arg(long, value_name = "public|internal", default_value = "internal", value_parser = parse_audience)]
    audience: Audience,
    /// The as-of date for statuses and overdue dates [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    #[command(flatten)]
    consent: Consent,
}

/// What somebody said yes to.
#[derive(Debug, clap::Args)]
pub(super) struct Consent {
    /// Compare with BASE as it is now, not with the commit where the branch left it
    #[arg(long)]
    pub(super) exact: bool,
    /// Allow what this merge check would stop, such as made-public; it is still reported. new-book allows a book that BASE
    /// does not have
    #[arg(long, value_name = "CODE", value_parser = parse_consent)]
    allow: Vec<Allowed>,
}

/// One thing that somebody said yes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Allowed {
    /// What a merge check stops.
    Check(Code),
    /// A book that has no older state.
    NewBook,
}

/// The word for a book that has no older state.
const NEW_BOOK: &str = "new-book";

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Human,
    Markdown,
    Json,
}

impl Consent {
    /// Makes warnings of what somebody said yes to.
    fn apply(&self, stopped: &mut [Diagnostic]) {
        let allowed = stopped.iter_mut().filter(|problem| self.allow.contains(&Allowed::Check(problem.code)));
        for problem in allowed.filter(|problem| problem.severity == Severity::Error) {
            problem.severity = Severity::Warning;
        }
    }
}

fn parse_consent(text: &str) -> Result<Allowed, String> {
    if text == NEW_BOOK {
        return Ok(Allowed::NewBook);
    }
    let names = diff::merge_check_codes().map(|code| code.name).chain([NEW_BOOK]);
    let code = diff::merge_check_codes().find(|code| code.name == text).map(Allowed::Check);
    code.ok_or_else(|| format!("write one of {}", names.collect::<Vec<_>>().join(", ")))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root: &Path = &arguments.root.root;
    let other = arguments.other.as_deref();
    let (before, after) =
        stages::run(Stage::Read, || states::both(root, &arguments.base, other, arguments.consent.exact))?;
    let as_of = arguments.as_of.unwrap_or_else(|| today(&after.tree));
    let mut parsed = parse::Cache::default();
    let (old, old_problems) = BookRevision::read_with(&before.tree, arguments.audience, &mut parsed);
    let (new, new_problems) = BookRevision::read_with(&after.tree, arguments.audience, &mut parsed);
    let errors = |problems: Vec<Diagnostic>, state: &BookState| {
        // Before there was a book, there was nothing, and that is no error.
        let all = problems.iter().chain(&state.found).filter(|_| state.tree.files().next().is_some());
        all.filter(|problem| problem.severity == Severity::Error).count()
    };
    let (errors_before, errors_after) = (errors(old_problems, &before), errors(new_problems, &after));
    let (old, new) = match arguments.plan.name() {
        None => (old, new),
        Some(name) => {
            let mut names: Vec<&str> = old.editions().chain(new.editions()).collect();
            names.sort_unstable();
            names.dedup();
            if !names.contains(&name) {
                bail!(unknown(name, names));
            }
            (old.of_edition(name), new.of_edition(name))
        }
    };
    let mut review = stages::run(Stage::Compare, || diff::review(&old, &new, as_of));
    arguments.consent.apply(&mut review.stopped);
    let drawn =
        matches!(arguments.format, Format::Human).then(|| (review.stopped.clone(), review.tree.clone()));
    let base_url = new.config.base_url.clone();
    let report = ComparisonReport::new(
        review,
        Compared { before: before.name, after: after.name, errors_before, errors_after },
        as_of,
    );
    match arguments.format {
        Format::Human => say(&diff::human(&report)),
        Format::Markdown => say(&diff::markdown(&report, base_url.as_deref())),
        Format::Json => say(&(serde_json::to_string_pretty(&report).context("cannot write JSON")? + "\n")),
    }
    if let Some((stopped, tree)) = drawn.filter(|(stopped, _)| !stopped.is_empty()) {
        say("\n");
        say_problems(&stopped, &tree);
        say_error(&format!(
            "checks of the change: {}\n  help: `planbook explain CODE` explains a code in [brackets]\n",
            report::summary(&stopped)
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What a change may not do, for `check --since`, with what to say of the older state.
pub(super) fn merge_checks(
    after: &BookRevision<'_>,
    root: &Path,
    base: &str,
    consent: &Consent,
    as_of: Day,
) -> anyhow::Result<(Review, String)> {
    let before = stages::run(Stage::Read, || states::older(root, base, consent.exact, after.tree))?;
    let mut said = format!("compared with {}", before.name);
    if let Some(missing) = before.missing {
        // Nothing would be guarded, and nobody would know.
        if !consent.allow.contains(&Allowed::NewBook) {
            return Err(missing.into());
        }
        said = format!("not compared: {} has no book, which was allowed", base);
    }
    let (old, problems) = BookRevision::read(&before.tree, Audience::Internal);
    let all = problems.iter().chain(&before.found).filter(|_| before.tree.files().next().is_some());
    let errors = all.filter(|problem| problem.severity == Severity::Error).count();
    if errors > 0 {
        let noun = if errors == 1 { "error" } else { "errors" };
        said.push_str(&format!(", which has {errors} {noun}: what cannot be read there was not compared"));
    }
    let mut review = stages::run(Stage::Compare, || diff::review(&old, after, as_of));
    consent.apply(&mut review.stopped);
    Ok((review, said))
}
