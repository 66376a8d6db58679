//! What `cargo package` packs: what the program is made of and what its user reads. `tests/run` compiles it.

use std::process::Command;

#[test]
fn the_package_has_what_a_user_needs_and_no_pictures_of_the_site() {
    let output = Command::new(env!("CARGO"))
        .args(["package", "--list", "--locked", "--offline", "--allow-dirty", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let list = String::from_utf8(output.stdout).unwrap();
    let files: Vec<&str> = list.lines().collect();
    for needed in [
        "README.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "docs/content.md",
        // The program is built from these, too.
        ".github/workflows/comment.yml",
        ".github/ISSUE_TEMPLATE/report.yml",
        "docs/ci/gitlab-ci.yml",
        "docs/checks/overdue.md",
    ] {
        assert!(files.contains(&needed), "{needed} is not in the package");
    }
    let mut tops: Vec<&str> =
        files.iter().filter_map(|path| path.split_once('/')).map(|(top, _)| top).collect();
    tops.dedup();
    assert_eq!(tops, [".github", "docs", "src", "tests", "themes"]);
    assert!(files.iter().all(|path| !path.starts_with("docs/template/")), "the program makes the template");
    let pictures: Vec<&&str> = files.iter().filter(|path| path.ends_with(".png")).collect();
    assert!(pictures.iter().all(|path| path.starts_with("tests/everything/")), "{pictures:?}");
    let tests = files.iter().filter(|path| path.starts_with("tests/"));
    assert!(
        tests.clone().all(|path| path.starts_with("tests/everything/")),
        "{:?}",
        tests.collect::<Vec<_>>()
    );
}
