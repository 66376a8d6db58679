//! Lines of a list in a terminal.

use std::fmt::Write as _;

/// How wide the widest line is.
const WIDTH: usize = 80;
/// How many lines a list has before it says how many more there are.
pub(super) const MOST: usize = 20;

pub(super) fn heading(text: &mut String, title: &str, count: usize) {
    let _ = writeln!(text, "\n{title} ({count})");
}

pub(super) fn wrapped(text: &mut String, line: &str, first: &str, rest: &str) {
    let options = textwrap::Options::new(WIDTH).initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(line, options) {
        let _ = writeln!(text, "{line}");
    }
}

pub(super) fn and_more(text: &mut String, all: usize) {
    if all > MOST {
        let _ = writeln!(text, "  and {} more: `planbook status --json` lists them all", all - MOST);
    }
}
