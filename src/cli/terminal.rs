//! What is printed.

use std::io::Write as _;

use crate::diag::Diagnostic;
use crate::report::{self, Style};
use crate::source::Tree;

/// Prints all problems and the line that counts them.
pub(super) fn say_problems(diagnostics: &[Diagnostic], tree: &Tree) {
    say_drawn(&report::render(diagnostics, tree, Style::Coloured));
}

/// Prints problems that are drawn already, with their colours where the terminal shows them.
pub(super) fn say_drawn(drawn: &str) {
    let _ = anstream::stderr().write_all(drawn.as_bytes());
}

/// Writes to standard output. A reader that went away, such as `head`, is no failure.
pub(super) fn say(text: &str) {
    let _ = anstream::stdout().write_all(report::printable(text).as_bytes());
}

pub(super) fn say_error(text: &str) {
    let _ = anstream::stderr().write_all(report::printable(text).as_bytes());
}
