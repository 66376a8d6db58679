//! `planbook lsp`

use std::process::ExitCode;

use super::site::parse_day;
use super::today;
use crate::date::Day;
use crate::lsp::{self, Session, Settings};

/// Answer an editor: problems while you type, completion, explanations, corrections.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook lsp                             an editor starts this; docs/editors.md shows how\n  planbook lsp --as-of 2012-12-31          what was out of date or overdue on that date\n\nA language server: it reads requests from standard input and writes the answers to standard output, as the Language Server Protocol defines it. It finds the book of each file that is open, and writes no files."
)]
pub(super) struct Arguments {
    /// Check the book as of this date [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Use standard input and output; some editors add this, and there is no other way
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let session = Session::new(Settings { today, as_of: arguments.as_of });
    let code = lsp::run(session, std::io::stdin(), std::io::stdout().lock())?;
    Ok(ExitCode::from(code))
}
