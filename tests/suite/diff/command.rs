//! `planbook diff` and `planbook check --since` with real repositories.

use std::path::Path;
use std::process::{Command, Output};

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";

/// A repository in a folder that is gone afterwards.
struct Repository(tempfile::TempDir);

impl Repository {
    /// With a book in `folder`, committed and tagged `one`.
    fn new(folder: &str) -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "-q", "-b", "main"]);
        for (path, text) in [
            ("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n"),
            ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\n---\n"),
            ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
            (ITEM, "---\ntitle: Hold talks\nkind: deliverable\ndue: 2021-12-31\nlead: [ar-trade]\n---\n"),
            ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\n---\n"),
            // What a book passes over, and a file that is no text.
            ("content/.hidden.md", "no record"),
            ("content/pages/notes.md~", "no record"),
        ] {
            repository.write(&format!("{folder}{path}"), text);
        }
        repository.commit("one");
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
        let output = git.args(arguments).current_dir(self.path()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, tag: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", tag]);
        self.git(&["tag", tag]);
    }

    fn planbook(&self, folder: &str, arguments: &[&str]) -> (i32, String) {
        planbook(&self.path().join(folder), arguments)
    }
}

fn planbook(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let program = env!("CARGO_BIN_EXE_planbook");
    // What a hook of another repository would have set.
    let mut command = Command::new(program);
    let command = command.args(arguments).current_dir(folder).env("GIT_DIR", "/nowhere").env("CLICOLOR", "0");
    said(&command.output().unwrap())
}

fn said(output: &Output) -> (i32, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code().unwrap(), String::from_utf8(text).unwrap())
}

fn moved(repository: &Repository, folder: &str) {
    let item = "---\ntitle: Hold talks\nkind: deliverable\ndue: 2029-12-31\nlead: [ar-trade]\n---\n";
    repository.write(&format!("{folder}{ITEM}"), item);
}

#[test]
fn a_book_in_a_folder_of_a_repository_is_compared_with_a_revision() {
    let repository = Repository::new("plans/harbour/");
    let (code, text) = repository.planbook("plans/harbour", &["diff", "one"]);
    assert!(code == 0 && text.contains("no changes"), "{text}");
    moved(&repository, "plans/harbour/");
    let (code, text) = repository.planbook("plans/harbour", &["diff", "one"]);
    assert!(code == 0 && text.contains("2021-12-31 (which has passed) → 2029-12-31"), "{text}");
    let (code, text) = repository.planbook("", &["check", "--root", "plans/harbour", "--since", "one"]);
    assert!(code == 1 && text.contains("error[due-changed-without-date-change]"), "{text}");
    let allow = ["check", "--since", "one", "--allow", "due-changed-without-date-change"];
    let (code, text) = repository.planbook("plans/harbour", &allow);
    assert!(code == 0 && text.contains("warning[due-changed-without-date-change]"), "{text}");
}

#[test]
fn a_change_is_compared_with_where_it_left_its_base() {
    let repository = Repository::new("");
    repository.git(&["checkout", "-q", "-b", "change"]);
    repository.write("content/agencies/ar-water.md", "---\nname: Water Board\n---\n");
    repository.commit("two");
    repository.git(&["checkout", "-q", "main"]);
    repository.write("content/agencies/ar-mines.md", "---\nname: Ministry of Mines\n---\n");
    repository.commit("three");
    let (_, text) = repository.planbook("", &["diff", "main..change"]);
    assert!(text.contains("ar-water") && !text.contains("ar-mines"), "{text}");
    let (_, text) = repository.planbook("", &["diff", "main..change", "--exact"]);
    assert!(text.contains("ar-water") && text.contains("agency ar-mines was removed"), "{text}");
    // Against the files as they are, also when nothing is committed.
    let (_, text) = repository.planbook("", &["diff", "two..one"]);
    assert!(text.contains("no changes"), "{text}");
}

const OLD_ITEM: &str = "content/editions/2016/areas/1/1.1-lamps.md";

/// With an edition, committed and tagged `two`.
fn with_an_edition() -> Repository {
    let repository = Repository::new("");
    let plan = "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n";
    repository.write("content/editions/2016/plan.md", plan);
    repository.write("content/editions/2016/areas/1/area.md", "---\nnumber: 1\ntitle: Old trade\n---\n");
    repository.write(OLD_ITEM, "---\ntitle: Lamps\nkind: deliverable\ndue: 2018-12-31\n---\n");
    repository.commit("two");
    repository
}

#[test]
fn an_edition_is_compared_with_the_plan_and_by_itself() {
    let repository = with_an_edition();
    moved(&repository, "");
    repository.write(OLD_ITEM, "---\ntitle: Lamps\nkind: deliverable\ndue: 2019-12-31\n---\n");
    let (code, text) = repository.planbook("", &["diff", "two"]);
    assert!(code == 0 && text.contains("1 due date; in edition 2016: 1 due date"), "{text}");
    assert_eq!(text.matches("error[due-changed-without-date-change]").count(), 2, "{text}");
    let (code, text) = repository.planbook("", &["diff", "two", "--edition", "2016"]);
    assert!(code == 0 && text.contains("edition 2016: 1 due date\n"), "{text}");
    assert!(text.contains("2018-12-31 (which has passed) → 2019-12-31"), "{text}");
    assert!(!text.contains("2021-12-31") && !text.contains("new: "), "{text}");
    assert_eq!(text.matches("error[due-changed-without-date-change]").count(), 1, "{text}");
    let (_, json) = repository.planbook("", &["diff", "two", "--edition", "2016", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["edition"], &json["changes"]["addresses"]["new"]),
        (&"2016".into(), &serde_json::json!([]))
    );
    let (code, text) = repository.planbook("", &["diff", "two", "--edition", "2015"]);
    assert!(code != 0 && text.contains("the editions are: 2016"), "{text}");
}

#[test]
fn the_merge_checks_of_one_edition_include_what_was_removed_from_it() {
    let repository = with_an_edition();
    moved(&repository, "");
    std::fs::remove_file(repository.path().join(OLD_ITEM)).unwrap();
    let (code, text) = repository.planbook("", &["check", "--since", "two", "--edition", "2016"]);
    assert!(code == 1 && text.contains("item 1.1 was removed"), "{text}");
    assert!(!text.contains("due-changed"), "{text}");
}

#[test]
fn two_folders_are_compared_without_git() {
    let (one, two) = (Repository::new(""), Repository::new(""));
    moved(&two, "");
    let (code, text) = one.planbook("", &["diff", ".", two.path().to_str().unwrap(), "--format", "json"]);
    let report: serde_json::Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!((code, &report["changes"]["due_dates"][0]["to"]), (0, &"2029-12-31".into()));
    assert_eq!(report["stopped"][0]["code"], "due-changed-without-date-change");
    assert_eq!((&report["stopped"][0]["line"], &report["stopped"][0]["column"]), (&4.into(), &6.into()));
}

#[test]
fn a_revision_reads_as_its_checkout_does() {
    let repository = Repository::new("");
    repository.write("content/agencies/wrong.md", "no front matter");
    repository.write("content/agencies/latin.md", "");
    std::fs::write(repository.path().join("content/agencies/latin.md"), b"---\nname: Minist\xe8re\n---\n")
        .unwrap();
    #[cfg(unix)]
    for (target, link) in [
        ("ar-trade.md", "same.md"),
        ("/etc/passwd", "out.md"),
        ("nowhere.md", "gone.md"),
        ("same.md", "again.md"),
    ] {
        std::os::unix::fs::symlink(target, repository.path().join("content/agencies").join(link)).unwrap();
    }
    repository.write("content/folder.md/x.md", "");
    repository.commit("two");
    let (on_disk, found) = planbook::source::load(repository.path(), planbook::config::limits).unwrap();
    let git = planbook::source::git::GitRepository::around(repository.path()).unwrap();
    let commit = git.commit("two").unwrap();
    let (tree, told) = git.load(&commit, planbook::config::limits).unwrap().unwrap();
    assert_eq!(tree, on_disk);
    let codes = |problems: &[planbook::diag::Diagnostic]| {
        let mut codes: Vec<&str> = problems.iter().map(|problem| problem.code.name).collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    assert_eq!(codes(&told), codes(&found));
    assert!(!told.is_empty());
}

#[test]
fn before_there_was_a_book_there_was_nothing() {
    let repository = Repository(tempfile::tempdir().unwrap());
    repository.git(&["init", "-q", "-b", "main"]);
    repository.write("README", "");
    repository.commit("zero");
    let book = Repository::new("");
    let copied = Command::new("cp")
        .arg("-r")
        .arg(book.path().join("content"))
        .arg(book.path().join("book.toml"))
        .arg(repository.path())
        .status();
    assert!(copied.unwrap().success());
    let (code, text) = repository.planbook("", &["diff", "zero"]);
    assert!(
        code == 0
            && text.contains("item 1.1".trim_start_matches("item "))
            && !text.contains("older state has"),
        "{text}"
    );
    let (code, text) = repository.planbook("", &["check", "--since", "zero"]);
    assert!(code == 2 && text.contains("--allow new-book"), "{text}");
    let (code, text) = repository.planbook("", &["check", "--since", "zero", "--allow", "new-book"]);
    assert!(code == 0, "{text}");
}

#[test]
fn what_git_cannot_do_is_told_with_what_to_do_about_it() {
    let repository = Repository::new("");
    repository.write("content/agencies/ar-water.md", "---\nname: Water Board\n---\n");
    repository.commit("two");
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("book.toml"), "[book]\ntitle = \"X\"\n").unwrap();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.path().display());
    let cloned = Command::new("git")
        .args(["clone", "-q", "--depth", "1", &from])
        .arg(clone.path().join("book"))
        .status();
    assert!(cloned.unwrap().success());
    let says = |folder: &Path, base: &str, words: &str| {
        let (code, text) = planbook(folder, &["diff", base]);
        assert!(code == 2 && text.contains(words) && text.contains("help: "), "{text}");
    };
    says(repository.path(), "nowhere", "the revision `nowhere` does not exist");
    let git = planbook::source::git::GitRepository::around(repository.path()).unwrap();
    for option in ["-x", "--output=x", "--all"] {
        assert!(git.commit(option).unwrap_err().to_string().contains("the revision"), "{option}");
    }
    says(outside.path(), "main", "this folder is not in a Git repository");
    // A path is never taken for a revision.
    std::fs::create_dir(outside.path().join("empty")).unwrap();
    says(outside.path(), "./empty", " does not contain a book.toml");
    says(&clone.path().join("book"), "one", "this clone contains only the newest commits");
    let (code, text) = {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
        said(&command.args(["diff", "one"]).current_dir(repository.path()).env("PATH", "").output().unwrap())
    };
    assert!(code == 2 && text.contains("planbook needs the program `git`"), "{text}");
}
