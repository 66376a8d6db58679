//! A gate that finds nothing to compare says so, and is not open.

use std::ffi::OsString;
use std::process::Command;

use super::repository::{ITEM, Repository, alone, git_in, join, planbook, planbook_with, said};

const STOPPED: &str = "error[due-changed-without-date-change]";

/// What happened to the folder of the book since `one`, where it is now, and what the gate says of an edited due date.
type Moved = (&'static str, fn(&Repository), &'static str, i32, &'static str);

const MOVED: &[Moved] = &[
    ("30 moved to another name", |it| it.git(&["mv", "plan", "water"]), "water", 1, STOPPED),
    ("30 moved down", |it| it.git(&["mv", "plan", "plans-water"]), "plans-water", 1, STOPPED),
    ("30 moved to the top", |it| it.git(&["mv", "plan/book.toml", "plan/content", "."]), "", 1, STOPPED),
    (
        "30 moved and left a settings file of another program",
        |it| {
            it.git(&["mv", "plan", "water"]);
            it.write("plan/book.toml", "[book]\ntitle = \"A manual\"\n");
        },
        "water",
        // The manual is a book that stands where this one stood, so nobody can know which of them is compared.
        2,
        "has no book in water/, so there is nothing to compare with",
    ),
    (
        "30 copied, and the old one stays",
        |it| {
            let copied = Command::new("cp").args(["-r", "plan", "water"]).current_dir(it.path()).status();
            assert!(copied.unwrap().success());
        },
        "water",
        2,
        "has no book in water/, so there is nothing to compare with",
    ),
];

#[test]
fn a_book_that_was_moved_is_compared_with_where_it_was() {
    for (case, change, folder, code, words) in MOVED {
        let repository = Repository::new("plan/");
        change(&repository);
        let inner = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        repository.due(&inner, "2029-12-31");
        // Committed or not, it is the same change.
        for committed in [false, true] {
            if committed {
                repository.commit("two");
            }
            let (found, text) = repository.since(folder, "one");
            assert!(found == *code && text.contains(words), "{case}: {found} {text}");
            assert!(!text.contains("no problems"), "{case}: {text}");
        }
    }
}

#[test]
fn of_several_books_that_were_moved_each_is_compared_with_its_own() {
    let repository = Repository::empty();
    repository.book("plans/a/", "2021-12-31");
    repository.book("plans/b/", "2022-12-31");
    for folder in ["a", "b"] {
        repository.write(
            &format!("plans/{folder}/content/pages/about.md"),
            &format!("---\ntitle: {folder}\n---\n"),
        );
    }
    repository.commit("one");
    repository.git(&["mv", "plans", "books"]);
    for (folder, due) in [("a", "2021-12-31"), ("b", "2022-12-31")] {
        let (code, text) = repository.since(&format!("books/{folder}"), "one");
        assert!(code == 0 && text.contains(&format!("where the book was in plans/{folder}/")), "{text}");
        repository.due(&format!("books/{folder}/"), "2029-12-31");
        let (code, text) = repository.since(&format!("books/{folder}"), "one");
        assert!(code == 1 && text.contains(&format!("was {due}")), "{text}");
    }
    // Two of which each may be this one.
    let twins = Repository::empty();
    twins.book("plans/a/", "2021-12-31");
    twins.book("plans/b/", "2021-12-31");
    twins.commit("one");
    twins.git(&["mv", "plans", "books"]);
    let (code, text) = twins.since("books/a", "one");
    assert!(code == 2 && text.contains("books are in plans/a/ and in plans/b/"), "{text}");
}

#[test]
fn a_book_that_is_not_in_the_base_is_compared_only_when_that_is_allowed() {
    let repository = Repository::empty();
    repository.write("README", "");
    repository.commit("zero");
    repository.book("plan/", "2021-12-31");
    let (code, text) = repository.since("plan", "zero");
    assert!(code == 2 && text.contains("--allow new-book"), "{text}");
    let allowed = ["check", "--since", "zero", "--allow", "new-book"];
    let (code, text) = planbook(&repository.path().join("plan"), &allowed);
    assert!(code == 0 && text.contains("not compared: zero has no book, which was allowed"), "{text}");
    let (code, text) = planbook(&repository.path().join("plan"), &["diff", "zero"]);
    assert!(code == 0 && text.contains("where there is no book"), "{text}");
    // The permission is for a book that is not there, and for nothing else.
    repository.commit("one");
    repository.due("plan/", "2029-12-31");
    let allowed = ["check", "--since", "one", "--allow", "new-book"];
    let (code, text) = planbook(&repository.path().join("plan"), &allowed);
    assert!(code == 1 && text.contains(STOPPED), "{text}");
}

#[test]
fn a_folder_may_have_any_name() {
    let mut names: Vec<OsString> = [
        ":(top)", ":!plan", "*", "?", "[a]", "-x", "--root", "a b", " a ", "\"a\"", "a'b", "a\\b", "計画",
        "e\u{301}", "a\nb", "~", "$HOME", "HEAD", "a..b", "@{u}", "#1", "plan;x",
    ]
    .map(OsString::from)
    .into();
    #[cfg(unix)]
    names.push(std::os::unix::ffi::OsStringExt::from_vec(b"latin-\xe8".to_vec()));
    for name in names {
        let repository = Repository::new("here/");
        let folder = join(repository.path(), &name);
        std::fs::rename(repository.path().join("here"), &folder).unwrap();
        repository.commit("two");
        let item = folder.join(ITEM);
        let text = std::fs::read_to_string(&item).unwrap();
        let (code, said) = planbook(&folder, &["check", "--since", "two"]);
        assert!(code == 0 && said.contains("compared with two"), "{name:?}: {said}");
        std::fs::write(&item, text.replace("2021-12-31", "2029-12-31")).unwrap();
        let (code, said) = planbook(&folder, &["check", "--since", "two"]);
        assert!(code == 1 && said.contains(STOPPED), "{name:?}: {said}");
        // And from there it is found where it was.
        let (code, said) = planbook(&folder, &["check", "--since", "one"]);
        assert!(code == 1 && said.contains(STOPPED), "{name:?}: {said}");
    }
}

#[test]
fn the_base_is_never_the_book_itself() {
    let repository = Repository::new("plan/");
    repository.git(&["branch", "plan"]);
    repository.due("plan/", "2029-12-31");
    let top = repository.path();
    let within = top.join("plan");
    let cases = [
        (
            top,
            vec!["check", "--root", "plan", "--since", "plan"],
            "the name of a folder with a book, and also of a revision",
        ),
        (top, vec!["check", "--root", "plan", "--since", "./plan"], "is the folder of the book itself"),
        (within.as_path(), vec!["check", "--since", "."], "is the folder of the book itself"),
        (within.as_path(), vec!["check", "--since", ""], "this one is empty"),
        (within.as_path(), vec!["check", "--since", " "], "this one is empty"),
        (
            within.as_path(),
            vec!["check", "--since", "main..HEAD"],
            "the revision `main..HEAD` does not exist",
        ),
    ];
    for (folder, arguments, words) in cases {
        let (code, text) = planbook(folder, &arguments);
        assert!(code == 2 && text.contains(words) && text.contains("help: "), "{arguments:?}: {text}");
    }
    let (code, text) = planbook(top, &["check", "--root", "plan", "--since", "refs/heads/plan"]);
    assert!(code == 1 && text.contains(STOPPED), "{text}");
}

#[test]
fn what_git_has_to_say_is_said_with_its_advice() {
    // 33: each of two branches was merged into the other.
    let repository = Repository::new("");
    repository.git(&["checkout", "-q", "-b", "change"]);
    repository.write("content/agencies/a.md", "---\nname: A\n---\n");
    repository.commit("two");
    repository.git(&["checkout", "-q", "main"]);
    repository.write("content/agencies/b.md", "---\nname: B\n---\n");
    repository.commit("three");
    repository.git(&["merge", "-q", "--no-edit", "two"]);
    repository.git(&["checkout", "-q", "change"]);
    repository.git(&["merge", "-q", "--no-edit", "three"]);
    for arguments in [["check", "--since", "main"], ["diff", "main", "--format=json"]] {
        let (code, text) = planbook(repository.path(), &arguments);
        assert!(
            code == 2 && text.contains("2 newest commits in common") && text.contains("git merge"),
            "{text}"
        );
    }
    let (code, text) = planbook(repository.path(), &["check", "--since", "main", "--exact"]);
    assert!(code == 0, "{text}");
    repository.git(&["merge", "-q", "--no-edit", "main"]);
    let (code, text) = repository.since("", "main");
    assert!(code == 0, "{text}");

    // 34: a repository of another user.
    let other = [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")];
    let (code, text) = planbook_with(repository.path(), &["check", "--since", "main"], &other);
    assert!(code == 2 && text.contains("another user owns it"), "{text}");
    assert!(text.contains("git config --global --add safe.directory"), "{text}");

    // A checkout that leaves files out.
    repository.git(&["sparse-checkout", "set", "--no-cone", "/book.toml", "/content/plan.md"]);
    let (code, text) = repository.since("", "main");
    assert!(
        code == 2 && text.contains("git sparse-checkout disable") && text.contains("more files"),
        "{text}"
    );
    repository.git(&["sparse-checkout", "disable"]);

    // One that lacks older commits.
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.path().display());
    git_in(clone.path(), &["clone", "-q", "--depth", "1", "--no-single-branch", &from, "book"]);
    let (code, text) = planbook(&clone.path().join("book"), &["check", "--since", "origin/main"]);
    assert!(code == 2 && text.contains("git fetch --unshallow"), "{text}");
}

#[test]
fn content_of_another_repository_is_not_taken_for_nothing() {
    let inner = Repository::empty();
    inner.write("plan.md", "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\n---\n");
    inner.commit("one");
    let outer = Repository::empty();
    outer.write("book.toml", "[book]\ntitle = \"Harbour plan\"\n");
    outer.git(&["submodule", "-q", "add", &inner.path().display().to_string(), "content"]);
    outer.commit("one");
    let (code, text) = outer.since("", "one");
    assert!(code == 2 && text.contains("content is a submodule"), "{text}");
}

#[test]
fn what_stands_in_the_place_of_a_commit_here_only_is_not_the_base() {
    let repository = Repository::new("");
    repository.due("", "2029-12-31");
    repository.commit("two");
    repository.git(&["replace", "one", "two"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
    let command = alone(&mut command).args(["check", "--since", "one"]).current_dir(repository.path());
    let (code, text) = said(&command.env("CLICOLOR", "0").output().unwrap());
    assert!(code == 1 && text.contains(STOPPED), "{text}");
}

#[test]
fn the_gate_says_what_it_compared_and_what_it_could_not() {
    let repository = Repository::new("");
    let (code, text) = repository.since("", "one");
    assert!(code == 0 && text.contains("compared with one ("), "{text}");
    repository.write("content/agencies/wrong.md", "no front matter");
    repository.commit("broken");
    std::fs::remove_file(repository.path().join("content/agencies/wrong.md")).unwrap();
    let (_, text) = repository.since("", "broken");
    assert!(text.contains("which has 1 error: what cannot be read there was not compared"), "{text}");
}
