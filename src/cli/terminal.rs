//! What is printed.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::OnceLock;

use super::watch::Watch;
use crate::diag::Diagnostic;
use crate::report::{self, Detail, Style};
use crate::source::Tree;

/// How much is printed, in every command.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct HowMuch {
    /// Show warnings with their lines and how to fix them, not in a line each
    #[arg(long, short, global = true, conflicts_with = "quiet", display_order = 900)]
    verbose: bool,
    /// Print errors only
    #[arg(long, short, global = true, display_order = 901)]
    quiet: bool,
    /// Print how long each stage took, to standard error
    #[arg(long, global = true, display_order = 902)]
    timings: bool,
}

/// What was asked for. It is the same for all that the process prints.
static DETAIL: OnceLock<Detail> = OnceLock::new();
static WATCH: OnceLock<Watch> = OnceLock::new();

impl HowMuch {
    /// Lets it hold for all that is printed from now on.
    pub(super) fn hold(self) {
        let detail = match (self.verbose, self.quiet) {
            (true, _) => Detail::Verbose,
            (_, true) => Detail::Quiet,
            _ => Detail::Usual,
        };
        let _ = DETAIL.set(detail);
        let _ = WATCH.set(Watch::begin(self.timings, !self.quiet));
    }
}

/// Prints the table of `--timings`, if it is wanted.
pub(super) fn say_timings() {
    if let Some(table) = WATCH.get().and_then(Watch::table) {
        say_error(&table);
    }
}

fn detail() -> Detail {
    DETAIL.get().copied().unwrap_or_default()
}

/// Whether more is wanted than the usual.
pub(super) fn is_verbose() -> bool {
    matches!(detail(), Detail::Verbose)
}

/// Prints all problems, errors first.
pub(super) fn say_problems(diagnostics: &[Diagnostic], tree: &Tree) {
    say_drawn(&report::for_terminal(diagnostics, tree, Style::Coloured, detail()));
}

/// Writes to standard output what nobody needs who wants errors only.
pub(super) fn say_result(text: &str) {
    if detail() != Detail::Quiet {
        say(text);
    }
}

/// Prints problems that are drawn already, with their colours where the terminal shows them.
fn say_drawn(drawn: &str) {
    note(written(anstream::stderr(), drawn));
}

/// The same on standard output, for what is drawn already.
pub(super) fn say_drawn_out(drawn: &str) {
    note(written(anstream::stdout(), drawn));
}

/// A number of things, as a report counts them: `1 text`, `2 texts`.
pub(super) fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// Writes to standard output. A reader that went away, such as `head`, is no failure.
pub(super) fn say(text: &str) {
    note(written(anstream::stdout(), &report::printable(text)));
}

pub(super) fn say_error(text: &str) {
    note(written(anstream::stderr(), &report::printable(text)));
}

/// At once, because what waits in a buffer is lost without a word when the process ends.
fn written(mut to: impl std::io::Write, text: &str) -> std::io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

/// The first thing that could not be written. All that prints goes through this file, and none of it can do anything about
/// it: the process ends with another code, so that nobody takes half of an output for all of it.
static REFUSED: OnceLock<std::io::Error> = OnceLock::new();

/// Remembers what could not be written.
pub(super) fn note(result: std::io::Result<()>) {
    if let Err(error) = result
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        let _ = REFUSED.set(error);
    }
}

/// The exit code, when all is said.
pub(super) fn finished(code: ExitCode) -> ExitCode {
    // What others wrote, such as the help, may still wait.
    note(std::io::stdout().flush());
    let Some(error) = REFUSED.get() else { return code };
    say_error(&format!("error: cannot write the output: {error}\n"));
    ExitCode::from(2)
}
