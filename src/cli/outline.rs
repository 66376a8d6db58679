//! The outline file of `planbook import`: written, renewed, obeyed and shown.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail};

use super::terminal::{counted, say_drawn_out};
use crate::edit::{self, FileEdit};
use crate::import::{self, Decisions, Import, ObeyError, Source};
use crate::{report, write};

/// What becomes of a text and its outline file.
pub(super) enum Outcome {
    /// The outline file was written or renewed: this is to be said, and the command ends.
    Written(String),
    /// The text was read.
    Read(Box<Import>),
}

/// What was asked for.
pub(super) struct Asked<'a> {
    /// The source.
    pub(super) file: &'a Path,
    /// The outline file.
    pub(super) outline: Option<&'a Path>,
    /// Whether the outline file is to be renewed for a newer text.
    pub(super) renew: bool,
    /// Whether nothing is to be written.
    pub(super) dry_run: bool,
}

/// Reads a source; a text with an outline file that exists as that says, else the outline file is written.
pub(super) fn read(asked: &Asked<'_>, source: &Source, decisions: &Decisions) -> anyhow::Result<Outcome> {
    let file = asked.file.display();
    let refused = |problem: String| anyhow!("{file} cannot be imported: {problem}");
    let detected = || source.read(decisions).map(|found| Outcome::Read(Box::new(found))).map_err(refused);
    let Some(path) = asked.outline else { return detected() };
    let Some(text) = source.text() else {
        bail!(
            "{file} is a table: each row is a record, so there is no outline to correct\n  help: write what each column is to a file with --map FILE, correct it there, and run the same command again; change a number, an area or words in the cells of the table"
        )
    };
    if !write::is_there(path) {
        if asked.dry_run {
            return detected();
        }
        let written = import::outline(text, decisions).map_err(refused)?;
        write::new_file(path, &written)?;
        return Ok(Outcome::Written(said_written(path, &written)));
    }
    let old = existing(path)?;
    let wrong = |error: ObeyError| match error {
        ObeyError::Text(problem) => refused(problem),
        ObeyError::Outline(problems) => anyhow!(listed(path, &problems)),
    };
    if !asked.renew {
        let found = import::obey(text, &old, decisions).map_err(wrong)?;
        return Ok(Outcome::Read(Box::new(source.complete(found))));
    }
    let (new, added, gone) = import::renew(text, &old, decisions).map_err(wrong)?;
    if !asked.dry_run {
        let change = FileEdit { path: path.to_owned(), old: Some(old.into_bytes()), new: new.into_bytes() };
        edit::write(&[change])?;
    }
    let (rows, lines) = (counted(added, "new row"), counted(gone, "row"));
    let shown = path.display();
    Ok(Outcome::Written(format!(
        "{} {shown}: {rows} marked `?`, {lines} without a line in the text removed, all other letters and numbers kept\n  next: replace each `?`, then run the same command without --update-outline\n",
        if asked.dry_run { "would update" } else { "updated" },
    )))
}

/// The outline that a text has, or that its outline file gives it, in colours.
pub(super) fn show(text: &str, outline: Option<&Path>, decisions: &Decisions) -> anyhow::Result<()> {
    let there = outline.filter(|path| write::is_there(path));
    let shown = match there {
        Some(path) => import::renew(text, &existing(path)?, decisions).map(|(rows, ..)| rows).ok(),
        None => import::outline(text, decisions).ok(),
    };
    for line in shown.unwrap_or_default().lines() {
        say_drawn_out(&coloured(&report::printable(line)));
    }
    Ok(())
}

fn coloured(line: &str) -> String {
    let colour = match line.split(' ').next().unwrap_or("") {
        "A" => "\u{1b}[1;36m",
        "I" => "\u{1b}[32m",
        "?" => "\u{1b}[1;31m",
        "X" | "#" => "\u{1b}[2m",
        parts if parts.starts_with('P') => "\u{1b}[33m",
        _ => "",
    };
    let end = if colour.is_empty() { "" } else { "\u{1b}[0m" };
    format!("{colour}{line}{end}\n")
}

fn said_written(path: &Path, written: &str) -> String {
    let rows = written.lines().filter(|line| !line.starts_with('#'));
    let count = |letter: &str| rows.clone().filter(|row| row.split(' ').next() == Some(letter)).count();
    let path = path.display();
    format!(
        "wrote {path}: {}, {}, {}, {} not understood\n  next: correct its letters and numbers in an editor, then run the same command with --into DIR to write the book\n",
        counted(rows.clone().count(), "row"),
        counted(count("A"), "area"),
        counted(count("I"), "item"),
        count("?"),
    )
}

/// All mistakes, each with its place.
fn listed(path: &Path, problems: &[import::OutlineProblem]) -> String {
    let shown: Vec<String> = problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
    format!(
        "{} has {}, so nothing was written\n{}",
        path.display(),
        counted(problems.len(), "mistake"),
        shown.join("\n")
    )
}

#[expect(clippy::disallowed_methods, reason = "an outline file is no file of a book")]
fn existing(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    import::decode(&bytes).map_err(|problem| anyhow!("{} cannot be read: {problem}", path.display()))
}
