//! What is printed.

use std::io::Write as _;
use std::sync::OnceLock;

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
}

/// What was asked for. It is the same for all that the process prints.
static DETAIL: OnceLock<Detail> = OnceLock::new();

impl HowMuch {
    /// Lets it hold for all that is printed from now on.
    pub(super) fn hold(self) {
        let detail = match (self.verbose, self.quiet) {
            (true, _) => Detail::Verbose,
            (_, true) => Detail::Quiet,
            _ => Detail::Usual,
        };
        let _ = DETAIL.set(detail);
    }
}

fn detail() -> Detail {
    DETAIL.get().copied().unwrap_or_default()
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
    let _ = anstream::stderr().write_all(drawn.as_bytes());
}

/// Writes to standard output. A reader that went away, such as `head`, is no failure.
pub(super) fn say(text: &str) {
    let _ = anstream::stdout().write_all(report::printable(text).as_bytes());
}

pub(super) fn say_error(text: &str) {
    let _ = anstream::stderr().write_all(report::printable(text).as_bytes());
}
