//! The way of somebody who begins: what the documentation tells to type, typed.

use std::path::Path;
use std::process::Command;

use super::{call, well, words};

/// The lines to type of a page, without what a comment says.
fn lines(page: &str) -> Vec<&str> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).map(|line| line.split("  #").next().unwrap_or(line).trim());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Types the lines in a new folder; how many there were.
fn follow(page: &str) -> usize {
    follow_in(tempfile::tempdir().unwrap().path(), page)
}

fn follow_in(folder: &Path, page: &str) -> usize {
    let mut here = folder.to_owned();
    let lines = lines(page);
    for line in &lines {
        match words(line).split_first() {
            // It goes on until it is stopped; `serve` has tests of its own.
            Some((program, rest)) if program == "planbook" && rest[0] == "serve" => {}
            Some((program, rest)) if program == "planbook" => drop(well(&here, rest)),
            Some((program, rest)) if program == "cd" => here.push(&rest[0]),
            Some((program, rest)) if program == "git" => git(&here, rest),
            Some((program, _)) if ["cargo", "code", "rm", "npm", "rsync"].contains(&program.as_str()) => {}
            _ => panic!("what is `{line}`?"),
        }
    }
    let said = call(&here, &["build"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(here.join("public/index.html").is_file());
    lines.iter().filter(|line| line.starts_with("planbook ")).count()
}

#[test]
fn start_your_own_plan_can_be_followed_line_by_line() {
    assert!(follow(include_str!("../../../docs/start-your-own-plan.md")) >= 10);
}

fn git(folder: &Path, arguments: &[String]) {
    let who =
        ["-c", "user.name=Reader", "-c", "user.email=reader@harbour.example", "-c", "commit.gpgsign=false"];
    let said = Command::new("git").args(who).args(arguments).current_dir(folder).output().unwrap();
    assert!(said.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn so_can_the_quick_start_of_each_role() {
    let plan = "Plan for a clean harbour\n\n1. Clean water\n1.1 Build a plant for waste water by December 2026.\n\
                1.2 Publish a report on the water every year.\n2. Safe quays\n2.1 Put lights on all quays.\n";
    for (page, least) in [
        (include_str!("../../../docs/quick-start-secretariat.md"), 12),
        (include_str!("../../../docs/quick-start-officer.md"), 5),
        (include_str!("../../../docs/quick-start-reviewer.md"), 6),
        (include_str!("../../../docs/quick-start-web-team.md"), 2),
        (include_str!("../../../docs/quick-start-theme-author.md"), 7),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("plan.txt"), plan).unwrap();
        let title = page.lines().next().unwrap();
        assert!(follow_in(folder.path(), page) >= least, "{title}");
    }
}

#[test]
fn so_can_the_readme_of_the_new_book() {
    let readme = planbook::scaffold::book::files(planbook::scaffold::book::Example::Harbour)
        .into_iter()
        .find(|(path, _)| path == "README.md")
        .unwrap()
        .1;
    assert!(follow(&format!("```sh\nplanbook init .\n```\n{readme}")) >= 4);
}

#[test]
fn so_can_the_readme_of_the_program() {
    let readme = include_str!("../../../README.md");
    let part = readme.split("\n## Start your own plan\n").nth(1).unwrap().split("\n## ").next().unwrap();
    assert!(follow(part) >= 3);
}

#[test]
fn the_example_can_be_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "."]);
    for part in ["areas", "agencies", "forums", "updates"] {
        std::fs::remove_dir_all(folder.path().join("content").join(part)).unwrap();
    }
    assert_eq!(well(folder.path(), &["check"]).err, "");
    well(folder.path(), &["new", "area", "--number", "1", "--title", "Our first area"]);
    well(folder.path(), &["build"]);
}
