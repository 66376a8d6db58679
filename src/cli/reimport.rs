//! `planbook import --update`

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;

use super::{Root, load, say, say_problems, today};
use crate::build;
use crate::config;
use crate::diag::Diagnostic;
use crate::import::{Decisions, Import};
use crate::reimport::{self, Changes};
use crate::report::printable;
use crate::source::Tree;
use crate::write;

/// The files of a book, as they are now.
pub(super) struct Opened {
    root: Root,
    tree: Arc<Tree>,
    problems: Vec<Diagnostic>,
}

impl Opened {
    /// Reads the files of the book in a folder.
    pub(super) fn of(into: &Path) -> anyhow::Result<Self> {
        let root = Root { root: into.to_owned() };
        let (tree, problems) = load(&root)?;
        Ok(Self { root, tree, problems })
    }

    /// The language that its content is in.
    pub(super) fn language(&self) -> String {
        config::read(&self.tree).0.language().to_owned()
    }
}

/// What was asked for.
pub(super) struct Asked<'a> {
    /// The table.
    pub(super) file: &'a Path,
    /// The book.
    pub(super) into: &'a Path,
    /// Whether nothing is to be written.
    pub(super) dry_run: bool,
}

/// Adds to a book what is new in a table. `map` is a mapping file that is to be written too.
pub(super) fn run(
    asked: &Asked<'_>,
    found: &Import,
    decisions: &Decisions,
    map: Option<(&Path, &str)>,
    Opened { root, tree, problems }: Opened,
) -> anyhow::Result<ExitCode> {
    if !found.is_table {
        bail!(
            "--update is for tables, and {} is a text\n  help: for a newer text, update its outline: --outline FILE --update-outline",
            asked.file.display()
        );
    }
    let day = today(&tree);
    let book = build::read(&tree, problems, day);
    if book.has_errors() {
        say_problems(&book.diagnostics, &tree);
        bail!(
            "the book has errors, so nothing was written\n  help: correct them first: planbook check{}",
            root.as_flag()
        );
    }
    let changes = reimport::compare(found, decisions, &tree, book.plan());
    if let Some(why) = changes.refused {
        bail!("{} cannot be imported: {why}", asked.file.display());
    }
    let after = with_files(&tree, &changes);
    let checked = build::read(&after, Vec::new(), day);
    if checked.has_errors() {
        say_problems(&checked.diagnostics, &after);
        bail!(
            "with what the table adds, the book would have these errors, so nothing was written\n  help: correct the cells of the table, or what its columns are (--map FILE)"
        );
    }
    if !asked.dry_run {
        write::new_files(asked.into, &changes.files)?;
        if let Some((path, text)) = map {
            write::new_file(path, text)?;
        }
    }
    say(&said(&changes, found, asked));
    Ok(ExitCode::SUCCESS)
}

fn with_files(tree: &Tree, changes: &Changes) -> Arc<Tree> {
    let old = tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec()));
    let new = changes.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    Arc::new(Tree::within(old.chain(new), tree.limits().clone()).0)
}

fn said(changes: &Changes, found: &Import, asked: &Asked<'_>) -> String {
    let mut text = format!(
        "Compared the table with {}: {} new, {} with a new report, {} different, {} unchanged, {} not in the table\n",
        asked.into.display(),
        changes.new,
        changes.reported,
        changes.different,
        changes.same,
        changes.missing
    );
    let remarks: Vec<&String> = found.remarks.iter().chain(&changes.remarks).collect();
    if !remarks.is_empty() {
        text.push_str("\nTo be looked at:\n");
        for remark in &remarks {
            let _ = writeln!(text, "  - {}", printable(remark));
        }
    }
    if changes.files.is_empty() {
        return text + "\nnothing was written: the table has nothing new\n";
    }
    text.push_str(if asked.dry_run { "\nWould write:\n" } else { "\nWrote:\n" });
    for (path, content) in &changes.files {
        let _ = writeln!(text, "  {path}");
        for line in content.lines().filter(|_| asked.dry_run) {
            let _ = writeln!(text, "    + {}", printable(line));
        }
    }
    let next = match asked.dry_run {
        true => "\nnothing was written\n  next: run the same command without --dry-run\n".to_owned(),
        false => format!(
            "\nno file that existed was changed\n  next: replace each FILL IN in the new files, then run: planbook check --root {}\n",
            asked.into.display()
        ),
    };
    text + &next
}
