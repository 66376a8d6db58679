//! What is printed.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::OnceLock;

use crate::diag::Diagnostic;
use crate::report::{self, Style};
use crate::source::Tree;

/// Prints all problems and the line that counts them.
pub(super) fn say_problems(diagnostics: &[Diagnostic], tree: &Tree) {
    say_drawn(&report::render(diagnostics, tree, Style::Coloured));
}

/// Prints problems that are drawn already, with their colours where the terminal shows them.
pub(super) fn say_drawn(drawn: &str) {
    note(written(anstream::stderr(), drawn));
}

/// The same on standard output.
pub(super) fn say_drawn_out(drawn: &str) {
    note(written(anstream::stdout(), drawn));
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
