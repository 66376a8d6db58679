//! The site that is shown: its files are made when somebody looks at them, and kept as long as there is room.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::date::Day;
use crate::diag::Diagnostic;
use crate::outputs::{self, ServedAs};
use crate::page::Context;
use crate::route::base_path;
use crate::site::Site;
use crate::source::Tree;

/// How many bytes of finished files are kept.
const ROOM: usize = 32 << 20;

/// A site without errors.
pub struct Shown {
    context: Context,
    site: Site<Context>,
    /// The path at which it stands, such as `/plan/`.
    pub base: String,
    /// The files from which it was made.
    pub tree: Arc<Tree>,
    /// The day on which it was made.
    pub today: Day,
    finished: Mutex<Finished>,
}

/// A file of the site.
#[derive(Debug, Clone)]
pub struct ServedFile {
    /// Its bytes, as a build would write them.
    pub bytes: Arc<[u8]>,
    /// Their hash.
    pub hash: String,
}

impl ServedFile {
    /// A file of this text.
    pub(super) fn of(text: &str) -> Self {
        Self { hash: hash(text.as_bytes()), bytes: text.as_bytes().into() }
    }
}

#[derive(Default)]
struct Finished {
    files: BTreeMap<String, ServedFile>,
    size: usize,
}

impl Shown {
    pub(super) fn new(context: Context, site: Site<Context>, tree: Arc<Tree>, today: Day) -> Self {
        let base = base_path(context.config.base_url.as_deref());
        Self { context, site, base, tree, today, finished: Mutex::default() }
    }

    /// What a file is to other sites.
    pub fn served_as(&self, path: &str) -> ServedAs {
        ServedAs::of(path, &self.context.config)
    }

    /// The policy that a host would send with it.
    pub fn policy(&self, served: ServedAs) -> String {
        served.policy(&self.context.config.security)
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.site.pages().iter().map(|page| page.path.as_str())
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.site.page(path).is_some()
    }

    /// The file at a path, made now unless it was made before.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn file(&self, path: &str) -> Option<Result<ServedFile, Box<Diagnostic>>> {
        if let Some(file) = self.finished().files.get(path) {
            return Some(Ok(file.clone()));
        }
        let Some(page) = self.site.page(path) else {
            let bytes = outputs::search_part(&self.context, path)?;
            return Some(Ok(ServedFile { hash: hash(bytes), bytes: bytes.into() }));
        };
        let made = page.bytes(&self.context).map(|bytes| {
            let file = ServedFile { hash: hash(&bytes), bytes: bytes.into() };
            self.keep(path, &file);
            file
        });
        Some(made)
    }

    /// When there is no room all is let go: what is looked at now comes back first.
    fn keep(&self, path: &str, file: &ServedFile) {
        let size = file.bytes.len();
        if size > ROOM / 8 {
            return;
        }
        let mut finished = self.finished();
        if finished.size + size > ROOM {
            *finished = Finished::default();
        }
        finished.size += size;
        finished.files.insert(path.to_owned(), file.clone());
    }

    fn finished(&self) -> std::sync::MutexGuard<'_, Finished> {
        self.finished.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hash(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(32);
    for byte in Sha256::digest(bytes).iter().take(16) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
