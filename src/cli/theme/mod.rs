//! `planbook theme`

mod check;
mod new;

use std::process::ExitCode;

/// Begin a theme, or prove one.
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Examples:\n  planbook theme new harbour     write themes/harbour/ to begin with\n  planbook theme check           prove the theme that book.toml names"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write the files of a new theme
    New(new::Arguments),
    /// Render everything with a theme, prove the pages and measure the colours
    Check(check::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        Command::New(arguments) => new::run(arguments),
        Command::Check(arguments) => check::run(arguments),
    }
}
