//! What a site was made from, so that a build with nothing new knows it without making a page.
//!
//! The digest covers everything that a page can depend on: the files of the book, the day, the options and the program. It
//! stands in no file, because the public site must be the same whatever internal content there is. It stands in two times:
//! that of the manifest and that of the folder, as `stamp` writes them. Where one of them is lost, all pages are made.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::{hash, stamp};
use crate::date::Day;
use crate::publish::Options;
use crate::site::MANIFEST;
use crate::source::{File, Tree};

/// A digest of what a site is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin of a site of this book with these options, made by this program today.
    pub fn of(tree: &Tree, options: &Options, today: Day) -> Self {
        let files: Vec<&File> = tree.files().map(|(_, file)| file).collect();
        let line = |file: &&File| format!("{} {}\n", hash::of(file.content.bytes()), file.path);
        let mut all: Vec<String> = files.par_iter().map(line).collect();
        all.push(format!("{options:?} {today} {}", program()));
        Self(hash::of(all.concat().as_bytes()))
    }

    /// Whether the site in this folder was made from the same, and left so.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    pub(super) fn is_of(&self, out: &Path) -> bool {
        let has_time = |path: &Path, word: &str| {
            fs::metadata(path).is_ok_and(|found| stamp::is_time_of(&found, &self.named(word)))
        };
        has_time(&out.join(MANIFEST), "manifest") && has_time(out, "folder")
    }

    /// Notes it on the site in this folder. Where that cannot be, the next build makes all pages.
    pub(super) fn note(&self, out: &Path) {
        let manifest = fs::OpenOptions::new().write(true).open(out.join(MANIFEST));
        for (file, word) in [(manifest, "manifest"), (fs::File::open(out), "folder")] {
            if let Ok(file) = file {
                stamp::set_time_of(&file, &self.named(word));
            }
        }
    }

    fn named(&self, word: &str) -> String {
        format!("{} {word}", self.0)
    }
}

/// The program: one of the same version may have been compiled from other sources.
fn program() -> String {
    let file = std::env::current_exe().and_then(|path| path.metadata());
    let made = file.as_ref().ok().map(|found| (found.len(), found.modified().ok()));
    format!("{} {made:?}", env!("CARGO_PKG_VERSION"))
}
