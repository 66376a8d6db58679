//! The command: what it writes, what it leaves alone, and what it says.

use std::path::Path;
use std::process::Command;

const TEXT: &str =
    "Harbour plan\n\nMay 2021\n\n1. Trade\n  (1) Hold talks\n  (2) Sign a treaty\n\nBack to top\n";

/// Standard output, standard error and exit code, with the folder's name taken out.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(arguments)
        .env("COLUMNS", "100")
        .env("CLICOLOR", "0")
        .current_dir(folder)
        .output()
        .unwrap();
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    format!("exit code: {}\n----- stdout\n{out}----- stderr\n{error}", output.status.code().unwrap())
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.txt"), TEXT).unwrap();
    folder
}

#[test]
fn without_a_folder_the_outline_is_shown() {
    let folder = folder();
    insta::assert_snapshot!("import-shown", run(folder.path(), &["import", "plan.txt"]));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_book_is_written_checked_and_never_overwritten() {
    let folder = folder();
    let arguments = ["import", "plan.txt", "--into", "book", "--lead", "ar-trade", "--report", "report.txt"];
    insta::assert_snapshot!("import-written", run(folder.path(), &arguments));
    let check = run(folder.path(), &["check", "--root", "book"]);
    let others = check.lines().filter(|line| line.contains("warning[") && !line.contains("warning[fill-in]"));
    assert!(check.starts_with("exit code: 0") && others.count() == 0, "{check}");
    let report = std::fs::read_to_string(folder.path().join("report.txt")).unwrap();
    assert!(report.contains("     6  item 1.1"), "{report}");
    let twice = run(folder.path(), &arguments);
    assert!(twice.contains("report.txt already exists, so nothing was written"), "{twice}");
    let arguments = &arguments[..6];
    let plan = folder.path().join("book/content/plan.md");
    std::fs::write(&plan, "mine").unwrap();
    let again = run(folder.path(), arguments);
    assert!(again.starts_with("exit code: 2") && again.contains("nothing was written"), "{again}");
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), "mine");
}

#[test]
fn a_folder_that_holds_other_things_gets_the_book_beside_them() {
    let folder = folder();
    let said = run(folder.path(), &["import", "plan.txt", "--into", "."]);
    assert!(said.starts_with("exit code: 0"), "{said}");
    assert!(folder.path().join("book.toml").is_file() && folder.path().join("plan.txt").is_file());
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = folder();
    let said = run(folder.path(), &["import", "plan.txt", "--into", "book", "--dry-run"]);
    assert!(said.contains("nothing was written") && !folder.path().join("book").exists(), "{said}");
}

#[test]
fn what_cannot_be_imported_is_refused_in_a_sentence() {
    let folder = folder();
    std::fs::write(folder.path().join("plan.pdf"), "%PDF-1.7").unwrap();
    insta::assert_snapshot!("import-pdf", run(folder.path(), &["import", "plan.pdf"]));
    insta::assert_snapshot!(
        "import-bad-style",
        run(folder.path(), &["import", "plan.txt", "--areas-are", "nonsense"])
    );
    let missing = run(folder.path(), &["import", "nothing.txt"]);
    assert!(missing.starts_with("exit code: 2") && missing.contains("cannot read nothing.txt"), "{missing}");
}
