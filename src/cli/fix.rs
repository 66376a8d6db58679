//! `planbook fix`

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use anyhow::bail;
use similar::{ChangeTag, TextDiff};

use super::terminal::counted;
use super::{Root, load, say, today};
use crate::diag::Diagnostic;
use crate::edit::{self, FileEdit};
use crate::fix::{self, FixedFile, Fixes};
use crate::report::{printable, summary};

// What terminals understand; `anstream` takes it out where there is none.
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";
/// Lines that stand around a change.
const AROUND: usize = 2;

/// Fix what has only one possible correction.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook fix                            show the changes, and ask\n  planbook fix --dry-run                  show the changes, and write nothing\n  planbook fix --yes                      show the changes, and write them without asking\n\nApplies the suggestions of `planbook check` that are certain: only one correction is possible, it solves the problem and it causes no other. Never changes a number, a word that is no typing error, or the plan's own words; a date only gets another form."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Show the changes, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the changes without asking
    #[arg(long, short, conflicts_with = "dry_run")]
    yes: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let fixes = fix::find(&tree, &found, today(&tree));
    if fixes.files.is_empty() {
        say(&format!("no problem has a certain fix: {}\n", left(&fixes.before)));
        return Ok(end(&fixes.before));
    }
    let drawn: String = fixes.files.iter().map(difference).collect();
    // The texts were made printable before they were coloured.
    super::terminal::say_drawn_out(&drawn);
    say(&format!("{} in {}\n", counted(fixes.words, "word"), counted(fixes.files.len(), "file")));
    if arguments.dry_run {
        say("nothing was written: --dry-run only shows\n");
        return Ok(end(&fixes.before));
    }
    if !arguments.yes && !agreed()? {
        say("nothing was written\n");
        return Ok(end(&fixes.before));
    }
    edit::write(&changes(arguments, &fixes))?;
    say(&format!("fixed: {}\n", left(&fixes.after)));
    Ok(end(&fixes.after))
}

/// Asks whoever sits at the terminal.
fn agreed() -> anyhow::Result<bool> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        bail!(
            "nothing was written, because planbook cannot ask without a terminal\n  help: --yes writes the changes, --dry-run only shows them"
        );
    }
    say("Write this? [y/N] ");
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn changes(arguments: &Arguments, fixes: &Fixes) -> Vec<FileEdit> {
    let change = |file: &FixedFile| FileEdit {
        path: arguments.root.root.join(&file.path),
        old: Some(file.old.as_bytes().to_vec()),
        new: file.new.clone().into_bytes(),
    };
    fixes.files.iter().map(change).collect()
}

fn end(problems: &[Diagnostic]) -> ExitCode {
    if Diagnostic::any_error(problems) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// What remains for people.
fn left(problems: &[Diagnostic]) -> String {
    match summary(problems) {
        none if none == "no problems" => none,
        some => format!("{some} left, which `planbook check` shows"),
    }
}

/// The change of a file as patches show it. What stands in the file is made printable, and only then coloured.
fn difference(file: &FixedFile) -> String {
    let mut text = String::new();
    let path = printable(&file.path);
    let _ = writeln!(text, "{BOLD}--- {path}\n+++ {path}{PLAIN}");
    let compared = TextDiff::from_lines(&*file.old, &file.new);
    for hunk in compared.unified_diff().context_radius(AROUND).iter_hunks() {
        let _ = writeln!(text, "{CYAN}{}{PLAIN}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, colour) = match change.tag() {
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
                ChangeTag::Equal => (' ', ""),
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            let end = if colour.is_empty() { "" } else { PLAIN };
            let _ = writeln!(text, "{colour}{sign}{}{end}", printable(line));
        }
    }
    text
}
