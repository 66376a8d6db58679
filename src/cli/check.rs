//! `planbook check`

use std::borrow::Cow;
use std::process::ExitCode;
use std::sync::Arc;

use super::diff::{self, Consent};
use super::site::Reader;
use super::{Root, load, say, say_error, say_problems, today};
use crate::build::Book;
use crate::date::Day;
use crate::diff::Side;
use crate::publish::Options;
use crate::source::Tree;
use crate::vocabulary::Audience;
use crate::{build, diag};

/// Say what is wrong with the book.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook check\n  planbook check --root plans/water\n  planbook check --audience internal      prove the pages of the internal site instead of the public one\n  planbook check --since origin/main      also stop what a change may not do unsaid: docs/review.md\n\nLooks at everything a build looks at, down to the links of the finished pages, and writes nothing."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    reader: Reader,
    /// Check also what the book changes since this branch, tag, commit or folder
    #[arg(long, value_name = "BASE")]
    since: Option<String>,
    #[command(flatten)]
    consent: Consent,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let today = today();
    let mut book = build::read(&tree, found, today);
    let options = Options { as_of: today, audience: arguments.reader.audience, base_url: None };
    build::prove(&mut book, &tree, &options)?;
    let tree = match &arguments.since {
        Some(base) => since(&mut book, tree, base, arguments, today)?,
        None => tree,
    };
    say_problems(&book.diagnostics, &tree);
    let summary = diag::summary(&book.diagnostics);
    if book.has_errors() {
        say_error(&format!(
            "{summary}\n  help: `planbook explain CODE` says more about a code in [brackets]\n"
        ));
        return Ok(ExitCode::from(1));
    }
    let plan = book.plan();
    say(&format!(
        "{} areas, {} items and parts, {} updates, {} agencies, {} forums: {summary}\n",
        plan.areas.len(),
        plan.items.len(),
        plan.updates.len(),
        plan.agencies.len(),
        plan.forums.len()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Adds what the book may not change like this, with the tree that its places are in.
fn since(
    book: &mut Book,
    tree: Arc<Tree>,
    base: &str,
    arguments: &Arguments,
    today: Day,
) -> anyhow::Result<Arc<Tree>> {
    let review = {
        let (config, versions) = (Cow::Borrowed(&book.config), Cow::Borrowed(&book.versions));
        let after = Side { tree: &tree, config, versions, audience: Audience::Internal };
        diff::gates(&after, &arguments.root.root, base, &arguments.consent, today)?
    };
    book.diagnostics.extend(review.stopped);
    diag::Diagnostic::sort(&mut book.diagnostics);
    Ok(Arc::new(review.tree))
}
