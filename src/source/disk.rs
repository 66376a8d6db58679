//! Reading a book's folder. Two threads read; the order of what comes out does not depend on them.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{SETTINGS, Tree, size_limit, too_many_files};
use crate::diag::{Diagnostic, code};
use crate::failure::Failure;
use crate::limits::Limits;

/// Reads `book.toml`, `content/` and `themes/` below `root`.
///
/// Hidden files and editors' backups are passed over. Symbolic links are followed only to files inside `root`. The
/// settings are read first: `limits` says how much of the rest may be.
///
/// # Errors
/// When there is no `book.toml`, or something cannot be read.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
pub fn load(root: &Path, limits: impl FnOnce(&Tree) -> Limits) -> Result<(Tree, Vec<Diagnostic>), Failure> {
    let root = std::fs::canonicalize(root).map_err(Failure::io("read", root))?;
    let settings = root.join(SETTINGS);
    if !settings.is_file() {
        return Err(Failure::NotABook(root));
    }
    let bytes = read(&settings, SETTINGS, &Limits::DEFAULT).map_err(Failure::io("read", &settings))?;
    let alone = Tree::new([(SETTINGS.to_owned(), bytes)]).0;
    let limits = limits(&alone);
    let mut found = Found {
        root: root.clone(),
        most: limits.files,
        files: vec![(settings, SETTINGS.to_owned())],
        diagnostics: Vec::new(),
    };
    for folder in ["content", "themes"] {
        let start = root.join(folder);
        if start.is_dir() {
            found.walk(&start)?;
        }
    }
    if found.files.len() > limits.files {
        return Ok((alone, vec![too_many_files(limits.files)]));
    }
    let contents = found
        .files
        .into_par_iter()
        .map(|(file, path)| {
            let bytes = read(&file, &path, &limits).map_err(Failure::io("read", &file))?;
            Ok((path, bytes))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    let (tree, problems) = Tree::within(contents, limits);
    found.diagnostics.extend(problems);
    Ok((tree, found.diagnostics))
}

/// At most one byte more than the limit, so that a huge file is noticed without being read.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
fn read(file: &Path, path: &str, limits: &Limits) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let limit = size_limit(path, limits).0 as u64;
    if std::fs::metadata(file)?.len() <= limit {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::fs::File::open(file)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

struct Found {
    root: PathBuf,
    /// How many files are enough to know that there are too many.
    most: usize,
    files: Vec<(PathBuf, String)>,
    diagnostics: Vec<Diagnostic>,
}

impl Found {
    fn walk(&mut self, start: &Path) -> Result<(), Failure> {
        let entries = WalkDir::new(start).sort_by_file_name().into_iter().filter_entry(|entry| {
            entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy())
        });
        for entry in entries {
            if self.files.len() > self.most {
                return Ok(());
            }
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(start).to_owned();
                Failure::Io { action: "read", path, source: error.into() }
            })?;
            let kind = entry.file_type();
            if kind.is_dir() {
                self.note_folder(entry.path());
            } else if kind.is_file() || (kind.is_symlink() && self.leads_to_file_inside(entry.path())) {
                self.note_file(entry.path());
            }
        }
        Ok(())
    }

    fn relative(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn note_folder(&mut self, path: &Path) {
        if path.extension().is_some_and(|end| end == "md") {
            self.diagnostics.push(folder_like_a_record(&self.relative(path)));
        }
    }

    fn note_file(&mut self, path: &Path) {
        let shown = self.relative(path);
        if path.to_str().is_none() {
            self.diagnostics.push(name_problem(&shown));
            return;
        }
        self.files.push((path.to_owned(), shown));
    }

    /// A link is as good as the file it leads to, as long as that is the book's own.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
    fn leads_to_file_inside(&mut self, link: &Path) -> bool {
        let target = std::fs::canonicalize(link).ok();
        if target.as_deref().is_some_and(|target| target.starts_with(&self.root) && target.is_file()) {
            return true;
        }
        let shown = self.relative(link);
        let message = match target {
            None => format!("{shown} is a symbolic link to a file that does not exist"),
            Some(target) if target.is_dir() => {
                format!("{shown} is a symbolic link to a folder, which planbook does not follow")
            }
            Some(_) => format!("{shown} is a symbolic link that leads out of the book's folder"),
        };
        self.diagnostics.push(link_problem(message));
        false
    }
}

pub(super) fn folder_like_a_record(path: &str) -> Diagnostic {
    Diagnostic::placeless(code::MISPLACED_FILE, format!("{path} is a folder whose name ends in .md"))
        .help("rename the folder; only files end in .md")
}

pub(super) fn name_problem(path: &str) -> Diagnostic {
    Diagnostic::placeless(code::BAD_ID, format!("the name of {path} is not UTF-8 text"))
        .help("rename the file with the letters a to z, digits and `-`")
}

pub(super) fn link_problem(message: String) -> Diagnostic {
    Diagnostic::placeless(code::OUTSIDE_TREE, message).help("put the file itself into the book")
}

/// Hidden files and editors' backups.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}
