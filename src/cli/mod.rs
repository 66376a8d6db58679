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
mod root;
mod schema;
mod serve;
mod site;
mod status;
mod terminal;
mod theme;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use root::{Root, load, today};
use terminal::{say, say_drawn, say_error, say_problems};

/// planbook, the book of a plan: a static reference site for an action plan, from Markdown files.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    arg_required_else_help = true,
    after_help = "Examples:\n  planbook check                 say what is wrong with the book in this folder\n  planbook build                 write the site to public/\n  planbook serve                 show the site in a browser while you write\n  planbook pdf                   print the whole plan to plan.pdf\n  planbook status                say where the plan stands\n  planbook explain unknown-key   say what a check means\n  planbook init harbour          make a small example plan to begin with\n  planbook new update            write down what happened, with questions\n\nExit codes: 0 all is well, 1 the book has errors, 2 anything else."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the site
    Build(build::Arguments),
    /// Show the site in a browser while it is written
    Serve(serve::Arguments),
    /// Print the whole plan to a PDF
    Pdf(pdf::Arguments),
    /// Say what is wrong with the book, all of it at once
    Check(check::Arguments),
    /// Mend what is certain, after showing it
    Fix(fix::Arguments),
    /// Say what a change does to the plan: what moved, what slipped, what was reworded
    Diff(diff::Arguments),
    /// List the addresses that a build would publish
    Published(published::Arguments),
    /// Say where the plan stands: statuses, dates, what is late and what went quiet
    Status(status::Arguments),
    /// Write what each agency is asked to report in a period
    Requests(requests::Arguments),
    /// Say what a check means and how to mend what it finds
    Explain(explain::Arguments),
    /// Make a small, complete example plan to begin with
    Init(init::Arguments),
    /// Begin a record: an area, item, update, agency, forum, source or page
    New(new::Arguments),
    /// Make the files of a book from the text of a plan, or from a table
    Import(import::Arguments),
    /// Begin a theme, or prove one
    Theme(theme::Arguments),
    /// Print the JSON Schema of a front matter or of book.toml
    Schema(schema::Arguments),
    /// Print the completion of commands and options for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
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
        Command::Completions(arguments) => completions::run(&arguments, Cli::command()),
        Command::Man(arguments) => man::run(&arguments, Cli::command()),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            say_error(&format!("error: {error:#}\n"));
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
