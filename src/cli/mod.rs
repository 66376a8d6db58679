//! The command line: arguments to options, results to the terminal and an exit code.
//!
//! Exit codes: 0 all is well, 1 the book has errors, 2 the machine refused or the command was wrong.

mod baseline;
mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod fix;
mod import;
mod init;
mod man;
mod new;
mod pdf;
mod published;
mod requests;
mod schema;
mod serve;
mod site;
mod status;
mod theme;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use crate::date::Day;
use crate::diag::{self, Diagnostic, Style};
use crate::failure::Failure;
use crate::source::Tree;
use crate::{config, source};

/// planbook, a static site generator for action plans: builds a reference site from Markdown files.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    arg_required_else_help = true,
    after_help = "Examples:\n  planbook check                 report all problems of the book in this folder\n  planbook build                 build the site in public/\n  planbook serve                 preview the site in a browser while you write\n  planbook pdf                   print the whole plan to plan.pdf\n  planbook status                summarise the status of the plan\n  planbook explain unknown-key   explain a check\n  planbook init harbour          create a small example plan\n  planbook new update            create an update; asks for the values\n\nExit codes: 0 success, 1 the book has errors, 2 any other failure."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site
    Build(build::Arguments),
    /// Preview the site in a browser while you write
    Serve(serve::Arguments),
    /// Print the whole plan to a PDF
    Pdf(pdf::Arguments),
    /// Report all problems of the book at once
    Check(check::Arguments),
    /// Fix what has only one possible correction, and show it first
    Fix(fix::Arguments),
    /// Show what a change does to the plan: dates, statuses, texts, what becomes public
    Diff(diff::Arguments),
    /// List the URLs that a build would publish
    Published(published::Arguments),
    /// Summarise the plan: statuses, what is overdue, what has no recent report
    Status(status::Arguments),
    /// Write a reporting request for each agency
    Requests(requests::Arguments),
    /// Explain a check and how to fix what it finds
    Explain(explain::Arguments),
    /// Create a small, complete example plan
    Init(init::Arguments),
    /// Create a record: an area, item, update, agency, forum, source or page
    New(new::Arguments),
    /// Create a book from the text of a plan, or from a table
    Import(import::Arguments),
    /// Create a theme, or check one
    Theme(theme::Arguments),
    /// Print the JSON Schema of a kind of record or of book.toml
    Schema(schema::Arguments),
    /// Print completions of commands and options for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
}

/// Where the book is.
#[derive(Debug, Args)]
struct Root {
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

impl Root {
    /// As it would be written behind a command, with the space: empty for this folder.
    fn as_flag(&self) -> String {
        if self.root.as_os_str() == "." { String::new() } else { format!(" --root {}", self.root.display()) }
    }
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Pdf(arguments) => pdf::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Published(arguments) => published::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Requests(arguments) => requests::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            say_error(&format!("error: {error:#}\n"));
            ExitCode::from(2)
        }
    }
}

/// The clock, read in this one place; all else takes the day as an argument.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks for the time")]
fn today() -> Day {
    // Without a time zone database the date is that of UTC: the same on every machine.
    jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date()
}

/// Reads a book within its own limits, with what is wrong with its files.
fn load(root: &Root) -> Result<(Arc<Tree>, Vec<Diagnostic>), Failure> {
    let (tree, found) = source::load(&root.root, config::limits)?;
    Ok((Arc::new(tree), found))
}

/// Prints all problems and the line that counts them.
fn say_problems(diagnostics: &[Diagnostic], tree: &Tree) {
    say_drawn(&diag::render(diagnostics, tree, Style::Coloured));
}

/// Prints problems that are drawn already, with their colours where the terminal shows them.
fn say_drawn(drawn: &str) {
    let _ = anstream::stderr().write_all(drawn.as_bytes());
}

/// Writes to standard output. A reader that went away, such as `head`, is no failure.
fn say(text: &str) {
    let _ = anstream::stdout().write_all(diag::printable(text).as_bytes());
}

fn say_error(text: &str) {
    let _ = anstream::stderr().write_all(diag::printable(text).as_bytes());
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
