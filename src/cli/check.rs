//! `planbook check`

use std::process::ExitCode;

use super::site::Reader;
use super::{Root, load, say, say_error, say_problems, today};
use crate::publish::Options;
use crate::{build, diag};

/// Say what is wrong with the book.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook check\n  planbook check --root plans/water\n  planbook check --audience internal      prove the pages of the internal site instead of the public one\n\nLooks at everything a build looks at, down to the links of the finished pages, and writes nothing."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    reader: Reader,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let today = today();
    let mut book = build::read(&tree, found, today);
    let options = Options { as_of: today, audience: arguments.reader.audience, base_url: None };
    build::prove(&mut book, &tree, &options)?;
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
