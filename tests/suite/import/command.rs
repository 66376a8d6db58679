//! The command: what it writes, what it leaves alone, and what it says.

use std::path::Path;
use std::process::Command;

const TEXT: &str =
    "Harbour plan\n\nMay 2021\n\n1. Trade\n  (1) Hold talks\n  (2) Sign a treaty\n\nBack to top\n";

/// Standard output, standard error and exit code, with the folder's name taken out.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> String {
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
    // The report of a run before is replaced, another file is not.
    let again = run(folder.path(), &["import", "plan.txt", "--title", "Other", "--report", "report.txt"]);
    assert!(again.starts_with("exit code: 0"), "{again}");
    std::fs::write(folder.path().join("report.txt"), "mine").unwrap();
    let twice = run(folder.path(), &arguments);
    assert!(twice.contains("report.txt already exists and is not a report"), "{twice}");
    assert_eq!(std::fs::read_to_string(folder.path().join("report.txt")).unwrap(), "mine");
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

#[test]
fn an_outline_of_a_table_names_what_corrects_a_table() {
    let folder = folder();
    std::fs::write(folder.path().join("actions.csv"), "No,Action\n1,Protect the springs\n").unwrap();
    std::fs::write(folder.path().join("actions.txt"), "No\tAction\n1\tProtect the springs\n").unwrap();
    for file in ["actions.csv", "actions.txt"] {
        let said = run(folder.path(), &["import", file, "--outline", "plan.outline"]);
        assert!(said.starts_with("exit code: 2") && said.contains(&format!("{file} is a table")), "{said}");
        assert!(said.contains("--map FILE"), "{said}");
        assert!(!folder.path().join("plan.outline").exists());
    }
    // What it names is there, and gives a book.
    let mapped = ["import", "actions.csv", "--map", "actions.toml", "--into", "book"];
    assert!(run(folder.path(), &mapped).starts_with("exit code: 0"));
    assert!(std::fs::read_to_string(folder.path().join("actions.toml")).unwrap().contains("[columns]"));
}

#[test]
fn a_table_that_would_be_read_in_part_is_refused_with_its_place() {
    let folder = folder();
    let long = format!("No,Action\n1,Dig\n2,\"{}\"\n", "Fill the holes\n".repeat(20_000));
    for (table, place, correction) in [
        (
            "No,Action\n1,Dig\n2,\"Fill the holes\n3,Plant\n",
            "line 3: a cell begins with a quotation mark",
            "take the mark out",
        ),
        (
            "No;Action\n1;\"Dig \"\"here\"\"\n",
            "line 2: a cell begins with a quotation mark",
            "at the end of the cell",
        ),
        (&long, "line 3: the row has", "its longest cell, which is in column 2"),
    ] {
        std::fs::write(folder.path().join("a.csv"), table).unwrap();
        let said = run(folder.path(), &["import", "a.csv", "--into", "book"]);
        assert!(said.starts_with("exit code: 2"), "{said}");
        assert!(said.contains(place) && said.contains(correction), "{said}");
        assert!(!folder.path().join("book").exists());
    }
    std::fs::write(folder.path().join("a.csv"), "No,Action\n1,\"Dig \"\"here\"\"\"\n2,A 5\" pipe\n").unwrap();
    let said = run(folder.path(), &["import", "a.csv"]);
    assert!(said.contains("1.1  Dig \"here\"") && said.contains("1.2  A 5\" pipe"), "{said}");
}

#[test]
fn an_outline_file_is_written_first_and_then_obeyed() {
    let folder = folder();
    let first = ["import", "plan.txt", "--outline", "plan.outline", "--into", "book"];
    insta::assert_snapshot!("import-outline-written", run(folder.path(), &first));
    assert!(!folder.path().join("book").exists());
    let path = folder.path().join("plan.outline");
    let outline = std::fs::read_to_string(&path).unwrap();
    insta::assert_snapshot!("import-outline-file", outline);
    std::fs::write(&path, outline.replace("I 1.2", "T    ")).unwrap();
    let second = run(folder.path(), &first);
    assert!(
        second.starts_with("exit code: 0") && second.contains("Found 1 area, 1 item and 0 parts"),
        "{second}"
    );
    assert!(run(folder.path(), &["check", "--root", "book"]).starts_with("exit code: 0"));
    std::fs::write(&path, outline.replace("I 1.2", "J 1.2")).unwrap();
    let wrong = ["import", "plan.txt", "--outline", "plan.outline"];
    insta::assert_snapshot!("import-outline-wrong", run(folder.path(), &wrong));
}

#[test]
fn a_dry_run_shows_every_line_in_the_form_of_the_outline_file() {
    let folder = folder();
    let said = run(folder.path(), &["import", "plan.txt", "--dry-run", "--outline", "plan.outline"]);
    assert!(said.contains("\nI 1.2  7  (2) Sign a treaty\n"), "{said}");
    assert!(!folder.path().join("plan.outline").exists());
    run(folder.path(), &["import", "plan.txt", "--outline", "plan.outline"]);
    std::fs::write(folder.path().join("plan.txt"), TEXT.replace("Sign a treaty", "Sign two treaties"))
        .unwrap();
    let stale = run(folder.path(), &["import", "plan.txt", "--outline", "plan.outline"]);
    assert!(
        stale.starts_with("exit code: 2") && stale.contains("plan.outline:9:1: no line of the text"),
        "{stale}"
    );
    let renewed =
        run(folder.path(), &["import", "plan.txt", "--outline", "plan.outline", "--update-outline"]);
    assert!(renewed.contains("1 new row marked `?`, 1 row without a line in the text removed"), "{renewed}");
    let row = std::fs::read_to_string(folder.path().join("plan.outline")).unwrap();
    assert!(row.contains("?      7  (2) Sign two treaties"), "{row}");
}
