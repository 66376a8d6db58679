//! Only what changed is written, and what somebody changed by hand is found all the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::{Duration, SystemTime};

use crate::output_folder::{Disk, stderr};

/// The files below a folder, each with what is looked at of it.
fn each<T>(disk: &Disk, folder: &str, look: impl Fn(&walkdir::DirEntry) -> T) -> BTreeMap<String, T> {
    let root = disk.path(folder);
    let entries = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), look(&entry)))
        .collect()
}

/// The files of a site, each with what says whether it is the same file: its number and its time.
#[cfg(unix)]
fn files(disk: &Disk, folder: &str) -> BTreeMap<String, (u64, SystemTime)> {
    use std::os::unix::fs::MetadataExt as _;
    each(disk, folder, |entry| {
        let found = entry.metadata().unwrap();
        (found.ino(), found.modified().unwrap())
    })
}

fn contents(disk: &Disk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    each(disk, folder, |entry| fs::read(entry.path()).unwrap())
}

/// Builds and says what was said.
fn built(disk: &Disk) -> String {
    let output = disk.build("site");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(disk: &Disk, file: &str) {
    let output: Output = disk.build("site");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(stderr(&output).contains(file), "{}", stderr(&output));
    assert_eq!(disk.entries(""), ["book", "site"]);
}

fn set_time(path: &Path, time: SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

fn time_of(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

const ITEM: &str = "book/content/areas/01-trade/1.1-talks.md";

#[cfg(unix)]
#[test]
fn a_second_build_writes_nothing() {
    let disk = Disk::new();
    let first = built(&disk);
    let before = files(&disk, "site");
    let count = before.len() - 1;
    assert!(first.starts_with(&format!("wrote {count} files to ")), "{first}");
    assert!(!first.contains("unchanged"), "{first}");
    for _ in 0..2 {
        let said = built(&disk);
        assert!(said.starts_with("wrote 0 files to "), "{said}");
        assert!(said.contains(&format!("({count} unchanged)")), "{said}");
        assert_eq!(files(&disk, "site"), before);
        assert_eq!(disk.entries(""), ["book", "site"]);
    }
}

#[cfg(unix)]
#[test]
fn one_changed_item_writes_only_what_differs() {
    let disk = Disk::new();
    built(&disk);
    let (old, old_bytes) = (files(&disk, "site"), contents(&disk, "site"));
    disk.write(ITEM, "---\ntitle: Talks\nkind: event\n---\nA new sentence.\n");
    let said = built(&disk);
    let (new, new_bytes) = (files(&disk, "site"), contents(&disk, "site"));
    let mut unchanged = 0;
    for (path, file) in &new {
        let is_same = old_bytes.get(path) == new_bytes.get(path);
        assert_eq!(old.get(path) == Some(file), is_same, "{path}");
        unchanged += usize::from(is_same);
    }
    assert!(unchanged > 5 && unchanged + 2 < new.len(), "{unchanged} of {}", new.len());
    assert!(said.contains(&format!("({unchanged} unchanged)")), "{said}");
    // And the site is what a first build makes.
    assert_eq!(disk.build("fresh").status.code(), Some(0));
    assert!(new_bytes == contents(&disk, "fresh"));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_missing_comes_back_alone() {
    let disk = Disk::new();
    built(&disk);
    let before = files(&disk, "site");
    fs::remove_file(disk.path("site/items/1.1/index.html")).unwrap();
    assert!(built(&disk).starts_with("wrote 1 file to "));
    let mut after = files(&disk, "site");
    assert!(after.remove("items/1.1/index.html").is_some());
    after.retain(|path, file| before.get(path) != Some(file));
    assert_eq!(after.keys().collect::<Vec<_>>(), ["manifest.json"]);
}

#[test]
fn an_edit_by_hand_is_found_by_its_time_whatever_its_size() {
    let disk = Disk::new();
    built(&disk);
    let page = disk.path("site/index.html");
    let (written, time) = (fs::read_to_string(&page).unwrap(), time_of(&page));
    let same_size = written.replacen("Harbour", "HARBOUR", 1);
    assert_eq!(same_size.len(), written.len());
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(946_684_800);
    let second = time.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let whole_second = SystemTime::UNIX_EPOCH + Duration::from_secs(second);
    for edit_time in [None, Some(long_ago), Some(whole_second)] {
        fs::write(&page, &same_size).unwrap();
        if let Some(edit_time) = edit_time {
            set_time(&page, edit_time);
        }
        refused(&disk, "index.html");
        assert_eq!(fs::read_to_string(&page).unwrap(), same_size);
    }
    // Another size with the time that planbook gave.
    fs::write(&page, "mine").unwrap();
    set_time(&page, time);
    refused(&disk, "index.html");
    // What it was may have any time: then it is read.
    fs::write(&page, &written).unwrap();
    set_time(&page, long_ago);
    assert!(built(&disk).starts_with("wrote 1 file to "));
}

/// Whether a build made the pages, by the stages that it names.
fn made_pages(disk: &Disk, options: &[&str]) -> bool {
    let output = disk.build_with("site", &[&["--timings"], options].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stderr(&output).contains("make the pages")
}

const DAY: &[&str] = &["--as-of", "2024-06-30"];

#[cfg(unix)]
#[test]
fn no_page_is_made_when_nothing_is_new() {
    let disk = Disk::new();
    assert!(made_pages(&disk, DAY));
    let before = files(&disk, "site");
    assert!(!made_pages(&disk, DAY));
    assert!(!made_pages(&disk, DAY));
    assert_eq!(files(&disk, "site"), before);
    // Whatever a page can depend on: the day, the address, a file of the book, even one that changes no page.
    for options in
        [&["--as-of", "2024-07-01"][..], &["--as-of", "2024-06-30", "--base-url", "https://x.example/"]]
    {
        assert!(made_pages(&disk, options), "{options:?}");
        assert!(!made_pages(&disk, options), "{options:?}");
    }
    assert!(made_pages(&disk, DAY));
    let item = fs::read_to_string(disk.path(ITEM)).unwrap();
    for text in [item.replacen("Talks", "More talks", 1), item.replacen("---\n", "---\n# A remark\n", 1)] {
        fs::write(disk.path(ITEM), text).unwrap();
        assert!(made_pages(&disk, DAY));
        assert!(!made_pages(&disk, DAY));
    }
    // Whatever happens to the site.
    for change in [
        (|disk: &Disk| fs::remove_file(disk.path("site/items/1.1/index.html")).unwrap()) as fn(&Disk),
        |disk| set_time(&disk.path("site/index.html"), SystemTime::UNIX_EPOCH),
        |disk| set_time(&disk.path("site/manifest.json"), SystemTime::UNIX_EPOCH),
    ] {
        change(&disk);
        assert!(made_pages(&disk, DAY));
        assert!(!made_pages(&disk, DAY));
    }
    fs::write(disk.path("site/mine.html"), "mine").unwrap();
    refused(&disk, "mine.html");
}

/// Copies without times are read, and known again after that.
#[test]
fn a_copy_of_a_site_is_as_good_as_the_site() {
    let disk = Disk::new();
    built(&disk);
    for (path, bytes) in contents(&disk, "site") {
        let page = disk.path("site").join(&path);
        fs::remove_file(&page).unwrap();
        fs::write(&page, bytes).unwrap();
    }
    assert!(!built(&disk).contains("unchanged"));
    assert!(built(&disk).starts_with("wrote 0 files to "));
}

/// A build that is killed before the folders change places leaves second names of the old site's files.
#[test]
fn an_edit_through_a_second_name_of_a_file_is_found() {
    let disk = Disk::new();
    built(&disk);
    disk.write(".planbook-site.abc123/.planbook-staging", "");
    let leftover = disk.path(".planbook-site.abc123/index.html");
    fs::hard_link(disk.path("site/index.html"), &leftover).unwrap();
    let before = fs::read(disk.path("site/index.html")).unwrap();
    // The leftover goes, the file stays.
    assert!(built(&disk).starts_with("wrote 0 files to "));
    assert_eq!(fs::read(disk.path("site/index.html")).unwrap(), before);
    assert_eq!(disk.entries(""), ["book", "site"]);
    // An editor that writes in place changes both names.
    fs::hard_link(disk.path("site/index.html"), disk.path("second.html")).unwrap();
    fs::write(disk.path("second.html"), "my own home page").unwrap();
    fs::remove_file(disk.path("second.html")).unwrap();
    refused(&disk, "index.html");
    assert_eq!(fs::read_to_string(disk.path("site/index.html")).unwrap(), "my own home page");
}

/// However far a build came, the folder is the old site or the new one, whole.
#[test]
fn a_build_that_is_killed_leaves_a_whole_site() {
    let disk = Disk::new();
    for number in 2..40 {
        disk.write(
            &format!("book/content/areas/01-trade/1.{number}-talks.md"),
            &format!("---\ntitle: Talks {number}\nkind: event\n---\n"),
        );
    }
    built(&disk);
    let mut before = contents(&disk, "site");
    for turn in 0..8_u64 {
        disk.write(ITEM, &format!("---\ntitle: Talks\nkind: event\n---\nSentence {turn}.\n"));
        let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["build", "--as-of", "2024-06-30", "--root"])
            .arg(disk.path("book"))
            .arg("--out")
            .arg(disk.path("site"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(60 * turn));
        let _ = build.kill();
        build.wait().unwrap();
        let left = contents(&disk, "site");
        assert_eq!(disk.build("fresh").status.code(), Some(0));
        let fresh = contents(&disk, "fresh");
        assert!(left == before || left == fresh, "turn {turn}");
        built(&disk);
        before = contents(&disk, "site");
        assert!(before == fresh, "turn {turn}");
        assert_eq!(disk.entries(""), ["book", "fresh", "site"]);
    }
}
