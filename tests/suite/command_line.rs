//! What the program says, to whom, and with which exit code.

use std::process::Command;

/// Standard output, standard error and exit code of one call.
fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(arguments)
        .env("COLUMNS", "100")
        .env("CLICOLOR", "0")
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    format!(
        "exit code: {}\n----- stdout\n{}----- stderr\n{}",
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Snapshots with the machine's paths taken out.
macro_rules! assert_says {
    ($name:literal, $arguments:expr) => {
        let mut settings = insta::Settings::clone_current();
        let root = regex_escape(env!("CARGO_MANIFEST_DIR"));
        settings.add_filter(&root, "[BOOK]");
        settings.add_filter(r"in /\S*", "in [FOLDER]");
        settings.add_filter(r"public/?\S* as of \d{4}-\d\d-\d\d", "[OUT] as of [TODAY]");
        settings.bind(|| insta::assert_snapshot!($name, run(&$arguments)));
    };
}

fn regex_escape(path: &str) -> String {
    path.replace('.', "\\.")
}

#[test]
fn help_has_examples() {
    assert_says!("help", ["--help"]);
    assert_says!("help-build", ["build", "--help"]);
    assert_says!("help-check", ["check", "--help"]);
    assert_says!("help-fix", ["fix", "--help"]);
    assert_says!("help-serve", ["serve", "--help"]);
    assert_says!("help-pdf", ["pdf", "--help"]);
    assert_says!("help-published", ["published", "--help"]);
    assert_says!("help-status", ["status", "--help"]);
    assert_says!("help-requests", ["requests", "--help"]);
    assert_says!("help-receive", ["receive", "--help"]);
    assert_says!("help-cms", ["cms", "--help"]);
    assert_says!("help-lsp", ["lsp", "--help"]);
    assert_says!("help-explain", ["explain", "--help"]);
    assert_says!("help-import", ["import", "--help"]);
    assert_says!("help-diff", ["diff", "--help"]);
    assert_says!("help-theme", ["theme", "--help"]);
    assert_says!("help-theme-list", ["theme", "list", "--help"]);
    assert_says!("help-theme-new", ["theme", "new", "--help"]);
    assert_says!("help-init", ["init", "--help"]);
    assert_says!("help-new", ["new", "--help"]);
    assert_says!("help-new-page", ["new", "page", "--help"]);
    assert_says!("help-schema", ["schema", "--help"]);
    assert_says!("help-completions", ["completions", "--help"]);
    assert_says!("help-man", ["man", "--help"]);
    assert_says!("help-theme-check", ["theme", "check", "--help"]);
}

#[test]
fn each_command_is_in_the_table_of_the_readme_and_has_examples() {
    let readme = include_str!("../../README.md");
    let help = run(&["--help"]);
    let commands = help.split("\nCommands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter_map(|line| line.split_whitespace().next());
    let mut seen = 0;
    for name in names.filter(|name| *name != "help") {
        assert!(
            readme
                .lines()
                .any(|line| line.starts_with("| `planbook ") && line.contains(&format!("`planbook {name}"))),
            "README.md has no row for `planbook {name}`"
        );
        assert!(run(&[name, "--help"]).contains("\nExamples:\n"), "`planbook {name} --help` has no examples");
        seen += 1;
    }
    assert!(seen >= 17, "{seen} in\n{help}");
}

#[test]
fn explain_prints_the_page_of_a_check() {
    assert_says!("explain", ["explain", "unknown-agency"]);
    assert_says!("explain-slip", ["explain", "unknown-agancy"]);
    let list = run(&["explain"]);
    assert!(list.starts_with("exit code: 0") && list.contains("\ndangling-reference"), "{list}");
}

#[test]
fn wrong_calls_are_told_apart_from_wrong_books() {
    assert_says!("no-book", ["check", "--root", "/"]);
    assert_says!("no-folder", ["build", "--root", "/does/not/exist"]);
    assert_says!("bad-date", ["build", "--as-of", "2012-13-01"]);
    assert_says!("vague-date", ["build", "--as-of", "2012"]);
    assert_says!("bad-address", ["build", "--base-url", "plan.example"]);
}

#[test]
fn a_theme_is_begun_once_and_proven() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    std::fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"Harbour plan\"\n").unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(&regex_escape(root), "[BOOK]");
    settings.bind(|| {
        insta::assert_snapshot!("theme-new", run(&["theme", "new", "harbour", "--root", root]));
        insta::assert_snapshot!("theme-new-again", run(&["theme", "new", "harbour", "--root", root]));
        insta::assert_snapshot!("theme-new-bad-name", run(&["theme", "new", "Harbour", "--root", root]));
        insta::assert_snapshot!("theme-check", run(&["theme", "check", "harbour", "-v", "--root", root]));
        insta::assert_snapshot!("theme-list", run(&["theme", "list", "--root", root]));
        insta::assert_snapshot!(
            "theme-list-json",
            run(&["theme", "list", "--format", "json", "--root", root])
        );
        let sheet = folder.path().join("themes/harbour/style/harbour.css");
        std::fs::write(sheet, ":root {\n  --accent: #9dc4f4;\n}\n").unwrap();
        insta::assert_snapshot!("theme-check-wrong", run(&["theme", "check", "harbour", "--root", root]));
    });
    let left: Vec<_> = std::fs::read_dir(folder.path().join("themes")).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn what_would_be_published_is_listed_and_what_is_left_out_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("book.toml", "[book]\ntitle = \"Harbour plan\"\n");
    write("content/plan.md", "---\ntitle: P\nparties: [A]\nadopted: 2020\n---\n:::internal\nx\n:::\n");
    write("content/pages/notes.md", "---\ntitle: Notes\norder: 1\naudience: internal\n---\n");
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(&regex_escape(root), "[BOOK]");
    settings.bind(|| {
        let day = ["--as-of", "2024-06-30", "--root", root];
        insta::assert_snapshot!("published", run(&[&["published"], &day[..]].concat()));
        let internal = ["published", "--audience", "internal", "--base-url", "https://a.example/x"];
        insta::assert_snapshot!("published-internal", run(&[&internal[..], &day[..]].concat()));
        insta::assert_snapshot!("build-public", run(&[&["build"], &day[..]].concat()));
        let internal = [&["build", "--audience", "internal"], &day[..]].concat();
        insta::assert_snapshot!("build-internal", run(&internal));
        insta::assert_snapshot!("bad-audience", run(&["build", "--audience", "secret", "--root", root]));
        write("content/plan.md", "---\ntitle: P\nparties: [A]\nadopted: 2020\naudience: internal\n---\n");
        insta::assert_snapshot!("nothing-to-publish", run(&[&["build"], &day[..]].concat()));
        insta::assert_snapshot!("nothing-to-list", run(&["published", "--root", root]));
    });
}
