//! `planbook status`

mod count;
mod indicators;
mod lines;
mod round;
mod summary;
mod table;

use std::process::ExitCode;

use anyhow::Context as _;

use super::edition::WhichPlan;
use super::period::{parse_period, period_in};
use super::say;
use super::site::{Made, Which};
use crate::language_marks;
use crate::page::Context;
use crate::stages::{self, Stage};

/// Summarise the status of the plan.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook status\n  planbook status --as-of 2012-12-31      the status as of that date\n  planbook status --edition 2019           another edition of the plan\n  planbook status --round 2026-H1          who was asked, who has answered\n  planbook status --json | jq .overdue    for other programs; docs/reporting.md lists the keys\n\nCounts the same items as the site. Leaves out internal content unless you write `--audience internal`. Writes nothing to the disk."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    plan: WhichPlan,
    /// Show one round of reporting instead: who was asked, who has answered, what is missing. A period, such as 2026-H1
    #[arg(long, value_name = "PERIOD", value_parser = parse_period)]
    round: Option<String>,
    /// Print JSON instead of tables
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let made = arguments.which.make("the status of the plan cannot be shown before you fix them")?;
    let Some(Made { context, .. }) = made else { return Ok(ExitCode::from(1)) };
    let context = arguments.plan.context(&context)?;
    if let Some(period) = &arguments.round {
        let period = period_in(context, period)?;
        let round = stages::run(Stage::Count, || round::of(context, &period));
        say(&match arguments.json {
            true => serde_json::to_string_pretty(&round).context("cannot write JSON")? + "\n",
            false => language_marks::unmarked(&round::draw(&round, &context.theme.messages)),
        });
        return Ok(ExitCode::SUCCESS);
    }
    let counted = stages::run(Stage::Count, || match arguments.json {
        true => json(context),
        false => Ok(language_marks::unmarked(&table::draw(&count::of(context), &context.theme.messages))),
    })?;
    say(&counted);
    Ok(ExitCode::SUCCESS)
}

/// What `planbook status --json` prints: where the plan stands, for other programs.
///
/// # Errors
/// Never in practice: everything in it can be written as JSON.
pub fn json(context: &Context) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(&count::of(context)).context("cannot write JSON")? + "\n")
}
