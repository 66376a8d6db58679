//! A repository with a book, which knows nothing of the settings of this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const ITEM: &str = "content/areas/01-trade/1.1-talks.md";

/// A repository in a folder that is gone afterwards.
pub struct Repository(tempfile::TempDir);

impl Repository {
    pub fn empty() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    /// With a book in `folder`, committed and tagged `one`.
    pub fn new(folder: &str) -> Self {
        let repository = Self::empty();
        repository.book(folder, "2021-12-31");
        repository.commit("one");
        repository
    }

    pub fn book(&self, folder: &str, due: &str) {
        for (path, text) in [
            ("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n"),
            ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\n---\n"),
            ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
            ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\n---\n"),
        ] {
            self.write(&format!("{folder}{path}"), text);
        }
        self.due(folder, due);
    }

    pub fn due(&self, folder: &str, due: &str) {
        let item = format!("---\ntitle: Hold talks\nkind: deliverable\ndue: {due}\nlead: [ar-trade]\n---\n");
        self.write(&format!("{folder}{ITEM}"), &item);
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn git(&self, arguments: &[&str]) {
        git_in(self.path(), arguments);
    }

    pub fn commit(&self, tag: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", tag]);
        self.git(&["tag", tag]);
    }

    /// What `check --since` comes to: its code, and all that it says.
    pub fn since(&self, folder: &str, base: &str) -> (i32, String) {
        planbook(&self.path().join(folder), &["check", "--since", base])
    }
}

/// No settings of the machine or of whoever runs the tests.
pub fn alone(command: &mut Command) -> &mut Command {
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1")
}

pub fn git_in(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
    git.args(["-c", "protocol.file.allow=always", "-c", "advice.detachedHead=false"]);
    let output = alone(&mut git).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

pub fn planbook(folder: &Path, arguments: &[&str]) -> (i32, String) {
    planbook_with(folder, arguments, &[])
}

pub fn planbook_with(folder: &Path, arguments: &[&str], env: &[(&str, &str)]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
    alone(&mut command).args(arguments).current_dir(folder).env("CLICOLOR", "0");
    said(&command.envs(env.iter().copied()).output().unwrap())
}

pub fn said(output: &Output) -> (i32, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code().unwrap(), String::from_utf8_lossy(&text).into_owned())
}

/// A folder name as it may be on a system that takes any bytes.
pub fn join(path: &Path, name: &std::ffi::OsStr) -> PathBuf {
    path.join(name)
}
