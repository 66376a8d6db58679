//! The options for the list of old problems, and what is said of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::diag::Diagnostic;
use crate::edit::{self, FileEdit};
use crate::report::{Baseline, BaselineComparison, summary};
use crate::source::{self, Tree};

/// Where the list is written when nobody says where.
const FILE: &str = "check-baseline.json";
/// How many entries that no longer occur are named.
const NAMED: usize = 10;

#[derive(Debug, clap::Args)]
pub(super) struct Known {
    /// Hide the problems that this file lists [default: `baseline` below `[check]` in book.toml]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the current problems to that file [default: check-baseline.json in the book's folder]
    #[arg(long)]
    write_baseline: bool,
    /// Show all problems, also those that are known
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    no_baseline: bool,
}

impl Known {
    /// The file, if there is to be one. A path in book.toml begins at the book's folder.
    pub(super) fn file(&self, root: &Path, of_book: Option<&str>) -> Option<PathBuf> {
        if self.no_baseline {
            return None;
        }
        let default = self.write_baseline.then_some(FILE);
        let beside = |name: &str| if root == Path::new(".") { PathBuf::from(name) } else { root.join(name) };
        self.baseline.clone().or_else(|| of_book.or(default).map(beside))
    }

    pub(super) fn is_to_be_written(&self) -> bool {
        self.write_baseline
    }
}

pub(super) fn read(file: &Path) -> anyhow::Result<Baseline> {
    let Some(text) = source::read_sidecar(file)? else {
        bail!(
            "{} does not exist\n  help: `planbook check --write-baseline` writes a list of the current problems",
            file.display()
        );
    };
    match Baseline::read(&text) {
        Ok(baseline) => Ok(baseline),
        Err(why) => bail!(
            "{} is not a list of known problems: {why}\n  help: write it again with `planbook check --write-baseline`",
            file.display()
        ),
    }
}

/// Writes the list, and says what is in it. Another file in its place is left alone.
pub(super) fn write(file: &Path, problems: &[Diagnostic], tree: &Tree) -> anyhow::Result<String> {
    let old = source::read_sidecar(file)?;
    if let Some(Err(why)) = old.as_deref().map(Baseline::read) {
        bail!(
            "{} is not a list of known problems, so planbook did not change it: {why}\n  help: choose another file with --baseline, or remove that file yourself",
            file.display()
        );
    }
    let baseline = Baseline::of(problems, tree);
    let new = baseline.text().into_bytes();
    edit::write(&[FileEdit { path: file.to_owned(), old: old.map(String::into_bytes), new }])?;
    Ok(format!(
        "wrote {0} with {1}: checks with `--baseline {0}` do not show them again, nor does any check when `[check] baseline` in book.toml names the file\n",
        file.display(),
        summary(problems)
    ))
}

/// What to add to the line that counts.
pub(super) fn old(compared: &BaselineComparison, file: &Path) -> String {
    if compared.old.is_empty() {
        return String::new();
    }
    let still =
        if Diagnostic::any_error(&compared.old) { "; errors among them still stop a build" } else { "" };
    format!("\n  not shown, because {} lists them: {}{still}", file.display(), summary(&compared.old))
}

/// What the list has and the book has no longer, so that the list becomes shorter.
pub(super) fn gone(compared: &BaselineComparison, file: &Path) -> String {
    let mut text = String::new();
    let total: usize = compared.gone.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return text;
    }
    let (noun, verb) = if total == 1 { ("problem", "occurs") } else { ("problems", "occur") };
    let _ = writeln!(text, "{total} {noun} in {} no longer {verb}:", file.display());
    for ((code, path, message), _) in compared.gone.iter().take(NAMED) {
        let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
        let _ = writeln!(text, "  {place}{message} [{code}]");
    }
    if compared.gone.len() > NAMED {
        let _ = writeln!(text, "  and {} more", compared.gone.len() - NAMED);
    }
    text + "  help: `planbook check --write-baseline` writes the list again; run it when no other problem is left\n\n"
}
