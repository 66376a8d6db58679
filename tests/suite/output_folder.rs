//! The output is replaced whole or not at all, and nothing is deleted that planbook did not write.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub struct Disk(tempfile::TempDir);

impl Disk {
    pub fn new() -> Self {
        let disk = Self(tempfile::tempdir().unwrap());
        disk.write("book/book.toml", "[book]\ntitle = \"Harbour plan\"\n");
        disk.write(
            "book/content/plan.md",
            "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\n---\n",
        );
        disk.write("book/content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n");
        disk.write("book/content/areas/01-trade/1.1-talks.md", "---\ntitle: Talks\nkind: event\n---\n");
        disk
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn build(&self, out: &str) -> Output {
        self.build_with(out, &["--as-of", "2024-06-30"])
    }

    pub fn build_with(&self, out: &str, options: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_planbook"))
            .arg("build")
            .args(options)
            .arg("--root")
            .arg(self.path("book"))
            .arg("--out")
            .arg(self.path(out))
            .output()
            .unwrap()
    }

    pub fn entries(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_internal_site_never_takes_the_place_of_the_public_one() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    let internal = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(["build", "--audience", "internal", "--as-of", "2024-06-30", "--root"])
        .arg(disk.path("book"))
        .arg("--out")
        .arg(disk.path("site"))
        .output()
        .unwrap();
    assert_eq!(internal.status.code(), Some(2));
    assert!(stderr(&internal).contains("contains a site that is not internal"), "{}", stderr(&internal));
    let page = fs::read_to_string(disk.path("site/index.html")).unwrap();
    assert!(!page.contains("Internal: not for publication"), "{page}");
}

#[test]
fn a_build_writes_and_replaces_its_own_site() {
    let disk = Disk::new();
    let first = disk.build("site");
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    assert!(disk.path("site/items/1.1/index.html").is_file());
    fs::rename(
        disk.path("book/content/areas/01-trade/1.1-talks.md"),
        disk.path("book/content/areas/01-trade/1.2-talks.md"),
    )
    .unwrap();
    assert_eq!(disk.build("site").status.code(), Some(0));
    assert!(!disk.path("site/items/1.1").exists());
    assert!(disk.path("site/items/1.2/index.html").is_file());
    assert_eq!(disk.entries(""), ["book", "site"]);
}

#[test]
fn a_failed_build_leaves_the_old_site() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    let before = fs::read(disk.path("site/manifest.json")).unwrap();
    disk.write(
        "book/content/areas/01-trade/1.1-talks.md",
        "---\ntitle: Talks\nkind: event\n---\nSee [[9.9]].\n",
    );
    let failed = disk.build("site");
    assert_eq!(failed.status.code(), Some(1));
    assert!(stderr(&failed).contains("1.1-talks.md:5:5"), "{}", stderr(&failed));
    assert_eq!(fs::read(disk.path("site/manifest.json")).unwrap(), before);
    assert_eq!(disk.entries(""), ["book", "site"]);
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let disk = Disk::new();
    disk.write(".planbook-site.abc123/.planbook-staging", "");
    disk.write(".planbook-site.abc123/index.html", "half");
    // Of another output, not marked, and of a build that still runs.
    disk.write(".planbook-site.b.abc123/.planbook-staging", "");
    disk.write(".planbook-site.mine00/letter.txt", "mine");
    disk.write(".planbook-site.runs00/.planbook-staging", "");
    let running = fs::File::open(disk.path(".planbook-site.runs00/.planbook-staging")).unwrap();
    running.lock().unwrap();
    assert_eq!(disk.build("site").status.code(), Some(0));
    assert_eq!(
        disk.entries(""),
        [".planbook-site.b.abc123", ".planbook-site.mine00", ".planbook-site.runs00", "book", "site"]
    );
}

#[test]
fn builds_at_the_same_time_do_not_disturb_each_other() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    let whole = fs::read(disk.path("site/manifest.json")).unwrap();
    for _ in 0..5 {
        std::thread::scope(|scope| {
            for out in ["site", "site", "site-ja", "site.ja"] {
                scope.spawn(|| assert_eq!(disk.build(out).status.code(), Some(0)));
            }
        });
        for out in ["site", "site-ja", "site.ja"] {
            assert_eq!(fs::read(disk.path(&format!("{out}/manifest.json"))).unwrap(), whole);
            // A build that finds every file as it was written says so by replacing it.
            assert_eq!(disk.build(out).status.code(), Some(0), "{out}");
        }
    }
    assert_eq!(disk.entries(""), ["book", "site", "site-ja", "site.ja"]);
}

#[test]
fn the_old_site_comes_back_when_a_build_was_killed_between_two_steps() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    fs::rename(disk.path("site"), disk.path(".planbook-site.old")).unwrap();
    disk.write("book/content/areas/01-trade/1.1-talks.md", "---\ntitle: Talks\nkind: event\n---\n");
    assert_eq!(disk.build("site").status.code(), Some(0));
    assert!(disk.path("site/items/1.1/index.html").is_file());
    assert_eq!(disk.entries(""), ["book", "site"]);
}

#[test]
fn a_page_that_was_edited_by_hand_is_not_lost() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    disk.write("site/index.html", "my own home page");
    assert_eq!(disk.build("site").status.code(), Some(2));
    disk.write("mine/a.txt", "mine");
    disk.write("mine/manifest.json", "{\"files\": {\"a.txt\": \"x\"}}");
    assert_eq!(disk.build("mine").status.code(), Some(2));
    assert!(disk.path("mine/a.txt").is_file());
}

#[test]
fn a_folder_that_is_not_planbooks_is_refused() {
    let disk = Disk::new();
    disk.write("site/letter.txt", "mine");
    let refused = disk.build("site");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("was not written by planbook"), "{}", stderr(&refused));
    assert_eq!(disk.entries("site"), ["letter.txt"]);
}

#[test]
fn a_file_put_into_the_site_by_hand_is_not_lost() {
    let disk = Disk::new();
    assert_eq!(disk.build("site").status.code(), Some(0));
    disk.write("site/items/notes.txt", "mine");
    let refused = disk.build("site");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("notes.txt"), "{}", stderr(&refused));
    assert!(disk.path("site/items/notes.txt").is_file());
}

#[test]
fn the_book_itself_is_never_replaced() {
    let disk = Disk::new();
    for out in ["book", "book/content", "", "book/content/site"] {
        let refused = disk.build(out);
        assert_eq!(refused.status.code(), Some(2), "{out}: {}", stderr(&refused));
    }
    assert!(disk.path("book/content/plan.md").is_file());
}

#[test]
fn an_empty_folder_may_become_the_site() {
    let disk = Disk::new();
    fs::create_dir(disk.path("site")).unwrap();
    assert_eq!(disk.build("site").status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_book_are_not_followed() {
    let disk = Disk::new();
    disk.write("secret.md", "---\nname: Secret\n---\n");
    fs::create_dir_all(disk.path("book/content/agencies")).unwrap();
    let link = |from: &str, to: &Path| std::os::unix::fs::symlink(to, disk.path(from)).unwrap();
    link("book/content/agencies/out.md", &disk.path("secret.md"));
    link("book/content/agencies/gone.md", &disk.path("nothing.md"));
    link("book/content/agencies/folder", disk.0.path());
    fs::create_dir(disk.path("book/content/agencies/x.md")).unwrap();
    let failed = disk.build("site");
    assert_eq!(failed.status.code(), Some(1));
    let text = stderr(&failed);
    for part in [
        "out.md is a symbolic link to a place outside",
        "gone.md is a symbolic link to a file that does not",
        "folder is a symbolic link",
        "x.md is a folder",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Secret"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_inside_the_book_is_as_good_as_the_file() {
    let disk = Disk::new();
    disk.write("book/content/agencies/a.md", "---\nname: A\n---\n");
    std::os::unix::fs::symlink(
        disk.path("book/content/agencies/a.md"),
        disk.path("book/content/agencies/b.md"),
    )
    .unwrap();
    assert_eq!(disk.build("site").status.code(), Some(0));
    assert!(disk.path("site/agencies/b/index.html").is_file());
}
