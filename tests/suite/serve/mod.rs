//! The preview, driven as a browser drives it: a real server, real connections, real files.

mod client;
mod edits;
mod hardening;
mod identity;
mod languages;
mod live;
mod manners;
mod process;
mod recovery;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use planbook::date::Day;
use planbook::serve::{self, Generation, Running, Settings};
use planbook::vocabulary::Audience;

use crate::book::day;
use client::{Answer, Client};

/// The day on which all these servers run.
fn today() -> Day {
    day("2024-06-30")
}

/// A book in a temporary folder, and a server that shows it.
pub struct Preview {
    folder: Option<tempfile::TempDir>,
    root: PathBuf,
    running: Option<Running>,
}

pub fn settings(root: &Path) -> Settings {
    Settings {
        root: root.to_owned(),
        host: "127.0.0.1".to_owned(),
        port: 0,
        any_port: false,
        audience: Audience::Public,
        as_of: None,
        base_url: None,
        repository: None,
        editor: None,
        poll: false,
        today: |_| today(),
        notify: Box::new(|_| {}),
    }
}

pub fn write(root: &Path, path: &str, text: impl AsRef<[u8]>) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

/// The files of a small book that is right.
pub const SMALL: &[(&str, &str)] = &[
    ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
    ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n"),
    ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
    (
        "content/areas/01-trade/1.1-talks.md",
        "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\nEvery year.\n",
    ),
    ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n"),
];

pub fn small_book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    SMALL.iter().for_each(|(path, text)| write(folder.path(), path, text));
    folder
}

impl Preview {
    pub fn new() -> Self {
        Self::of(small_book(), |_| {})
    }

    pub fn of(folder: tempfile::TempDir, set: impl FnOnce(&mut Settings)) -> Self {
        let mut preview = Self::at(folder.path(), set);
        preview.folder = Some(folder);
        preview
    }

    /// A server for a book that stays where it is.
    pub fn at(root: &Path, set: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = settings(root);
        set(&mut settings);
        let running = serve::start(settings).unwrap();
        // What a test changes from here on is a change.
        running.current().unwrap();
        Self { folder: None, root: root.to_owned(), running: Some(running) }
    }

    pub fn running(&self) -> &Running {
        self.running.as_ref().unwrap()
    }

    pub fn current(&self) -> Arc<Generation> {
        self.running().current().unwrap()
    }

    pub fn client(&self) -> Client {
        Client::new(self.running().address())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.client().get(path)
    }

    /// Saves a file in one step, so that a slow machine does not see it half written.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let beside = tempfile::NamedTempFile::new_in(self.root.parent().unwrap()).unwrap();
        std::fs::write(beside.path(), text).unwrap();
        beside.persist(file).unwrap();
    }

    /// Waits for a generation with this property.
    pub fn until(&self, what: &str, there: impl Fn(&Generation) -> bool) -> Arc<Generation> {
        for _ in 0..3_000 {
            let current = self.current();
            if there(&current) {
                return current;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("half a minute has passed, and still not {what}");
    }

    /// Waits until the server has seen the files as they are now.
    pub fn settled(&self) -> Arc<Generation> {
        let (tree, _) = planbook::source::load(&self.root, planbook::config::limits).unwrap();
        self.until("the files as they are", |generation| {
            generation.trouble.is_none() && *generation.tree == tree
        })
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }
}
