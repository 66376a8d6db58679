//! What the system says of the book's files. It is only a hint: what is missed is found by looking at all files.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::pending::Pending;
use crate::source::{SETTINGS, is_passed_over};

/// The folders of a book.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Hears what happens to the files of a book.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    /// One of the folders came or went: it has to be watched again.
    moved: Arc<AtomicBool>,
}

impl Watch {
    /// Begins to listen.
    pub(super) fn begin(root: &Path, pending: &Arc<Pending>) -> notify::Result<Self> {
        let moved = Arc::new(AtomicBool::new(false));
        let hear = listener(root.to_owned(), Arc::clone(pending), Arc::clone(&moved));
        let mut watch = Self { watcher: notify::recommended_watcher(hear)?, root: root.to_owned(), moved };
        watch.watcher.watch(root, RecursiveMode::NonRecursive)?;
        watch.folders()?;
        Ok(watch)
    }

    /// Listens at folders that came since.
    pub(super) fn renew(&mut self) -> notify::Result<()> {
        if !self.moved.swap(false, Ordering::Relaxed) {
            return Ok(());
        }
        for folder in FOLDERS {
            // It may not have been watched.
            let _ = self.watcher.unwatch(&self.root.join(folder));
        }
        self.folders()
    }

    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS {
            match self.watcher.watch(&self.root.join(folder), RecursiveMode::Recursive) {
                Err(error) if !is_missing(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn listener(
    root: PathBuf,
    pending: Arc<Pending>,
    moved: Arc<AtomicBool>,
) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    move |event| {
        let Ok(event) = event else { return pending.hear(Vec::new()) };
        if event.need_rescan() {
            return pending.hear(Vec::new());
        }
        // Reading a file is an event too: to look would cause the next look.
        if !matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)) {
            return;
        }
        let paths: Vec<PathBuf> = event.paths.into_iter().filter(|path| concerns(&root, path)).collect();
        if paths.iter().any(|path| FOLDERS.iter().any(|folder| *path == root.join(folder))) {
            moved.store(true, Ordering::Relaxed);
            return pending.hear(Vec::new());
        }
        if !paths.is_empty() {
            pending.hear(paths);
        }
    }
}

/// Whether a path belongs to the book. What editors write beside a file is passed over, as `source` does.
fn concerns(root: &Path, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else { return false };
    let mut parts = relative.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let Some(first) = parts.next() else { return false };
    let is_of_book = first == SETTINGS || FOLDERS.contains(&&*first);
    is_of_book && !is_passed_over(&parts.fold(first.into_owned(), |path, name| [&path, "/", &name].concat()))
}
