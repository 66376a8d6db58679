//! `planbook theme`

mod check;
mod list;
mod new;

use std::process::ExitCode;

/// Create a theme, check one, or list all.
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Examples:\n  planbook theme new harbour     create the theme themes/harbour/\n  planbook theme check           check the theme that book.toml names\n  planbook theme list            list the themes that a book can choose"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Create a theme
    New(new::Arguments),
    /// Render every kind of page with a theme, check the pages and measure the contrast
    Check(check::Arguments),
    /// List the themes that a book can choose
    List(list::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        Command::New(arguments) => new::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::List(arguments) => list::run(arguments),
    }
}
