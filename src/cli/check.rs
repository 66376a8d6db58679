//! `planbook check`

use std::process::ExitCode;
use std::sync::Arc;

use super::{Root, say, say_error, say_problems, today};
use crate::publish::Options;
use crate::vocabulary::Audience;
use crate::{build, diag, source};

/// Say what is wrong with the book.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook check\n  planbook check --root plans/water\n\nLooks at everything a build looks at, down to the links of the finished pages, and writes nothing."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = source::load(&arguments.root.root)?;
    let tree = Arc::new(tree);
    let today = today();
    let mut book = build::read(&tree, found, today);
    let options = Options { as_of: today, audience: Audience::Public, base_url: None };
    build::prove(&mut book, &tree, &options)?;
    say_problems(&book.diagnostics, &tree);
    let summary = diag::summary(&book.diagnostics);
    if book.has_errors() {
        say_error(&format!(
            "{summary}\n  help: `planbook explain CODE` says more about a code in [brackets]\n"
        ));
        return Ok(ExitCode::from(1));
    }
    let plan = &book.plan;
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
