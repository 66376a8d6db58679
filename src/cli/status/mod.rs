//! `planbook status`

mod count;
mod summary;
mod table;

use std::process::ExitCode;

use anyhow::Context as _;

use super::say;
use super::site::{Made, Which};

/// Summarise the status of the plan.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook status\n  planbook status --as-of 2012-12-31      the status as of that date\n  planbook status --json | jq .overdue    for other programs; docs/reporting.md lists the keys\n\nCounts the same items as the site. Leaves out internal content unless you write `--audience internal`. Writes nothing to the disk."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// Print JSON instead of tables
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let made = arguments.which.make("the status of the plan cannot be shown before you fix them")?;
    let Some(Made { context, .. }) = made else { return Ok(ExitCode::from(1)) };
    let summary = count::of(&context);
    if arguments.json {
        say(&(serde_json::to_string_pretty(&summary).context("cannot write JSON")? + "\n"));
    } else {
        say(&table::draw(&summary, &context.theme.messages));
    }
    Ok(ExitCode::SUCCESS)
}
