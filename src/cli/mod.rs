//! The command line: arguments to options, results to the terminal and an exit code.
//!
//! Exit codes: 0 all is well, 1 the book has errors, 2 the machine refused or the command was wrong.

mod baseline;
mod build;
mod check;
mod cms;
mod completions;
mod counted;
mod diff;
mod earlier;
mod edition;
mod explain;
mod fix;
mod headers;
mod import;
mod init;
mod lsp;
mod mail;
mod man;
mod new;
mod outline;
mod pdf;
mod period;
mod po_problems;
mod progress;
mod published;
mod receive;
mod reimport;
mod report;
mod requests;
mod root;
mod schema;
mod search;
mod search_paths;
mod serve;
mod site;
mod status;
mod table_map;
mod terminal;
mod theme;
mod timings;
mod translations;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use root::{Root, load, today};
pub use status::json as status_json;
use terminal::{HowMuch, finished, note, say, say_error, say_problems, say_result, say_timings};

/// planbook, a static site generator for action plans: builds a reference site from Markdown files.
#[derive(Debug, Parser)]
#[command(
    version = concat!(env!("CARGO_PKG_VERSION"), env!("PLANBOOK_SOURCES")),
    about,
    arg_required_else_help = true,
    after_help = "Examples:\n  planbook check                 report all problems of the book in this folder\n  planbook build                 build the site in public/\n  planbook serve                 preview the site in a browser while you write\n  planbook pdf                   print the whole plan to plan.pdf\n  planbook status                summarise the status of the plan\n  planbook explain unknown-key   explain a check\n  planbook init harbour          create a small example plan\n  planbook new update            create an update; asks for the values\n\nExit codes: 0 success, 1 the book has errors, 2 any other failure."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    how_much: HowMuch,
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
    /// Find records by their words, numbers and names, and the files to edit
    Search(search::Arguments),
    /// Write a reporting request for each agency
    Requests(requests::Arguments),
    /// Write a report on what changed in a period
    Report(report::Arguments),
    /// Turn workbooks that agencies filled in into updates
    Receive(receive::Arguments),
    /// Write a page with forms, to edit the book in a browser
    Cms(cms::Arguments),
    /// Print the headers of the site for the settings of a web server
    Headers(headers::Arguments),
    /// Explain a check and how to fix what it finds
    Explain(explain::Arguments),
    /// Create a small, complete example plan
    Init(init::Arguments),
    /// Create a record: an area, item, update, agency, forum, source or page
    New(new::Arguments),
    /// Create a book from the text of a plan, or from a table
    Import(Box<import::Arguments>),
    /// Show how much is translated, and exchange texts with translators
    Translations(translations::Arguments),
    /// Create a theme, or check one
    Theme(theme::Arguments),
    /// Print the JSON Schema of a kind of record or of book.toml
    Schema(schema::Arguments),
    /// Answer an editor: problems while you type, completion, explanations, corrections
    Lsp(lsp::Arguments),
    /// Print completions of commands and options for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(said) => {
            // The help is said this way too, and is no error.
            note(said.print());
            return finished(if said.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS });
        }
    };
    cli.how_much.hold();
    let result = match cli.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Pdf(arguments) => pdf::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Published(arguments) => published::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Requests(arguments) => requests::run(&arguments),
        Command::Receive(arguments) => receive::run(&arguments),
        Command::Cms(arguments) => cms::run(&arguments),
        Command::Headers(arguments) => headers::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Translations(arguments) => translations::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Lsp(arguments) => lsp::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, Cli::command()),
        Command::Man(arguments) => man::run(&arguments, Cli::command()),
    };
    let code = result.unwrap_or_else(|error| {
        say_error(&format!("error: {error:#}\n"));
        ExitCode::from(2)
    });
    say_timings();
    finished(code)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
