//! The workflows and forms for code hosts are such as the hosts accept, and call commands that there are.

use std::collections::BTreeMap;
use std::path::Path;

use crate::outside_tools::python;

const WORKFLOWS: [&str; 7] = [
    ".github/workflows/check.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/test.yml",
    "docs/ci/github-check.yml",
    "docs/ci/github-publish.yml",
    "docs/ci/github-report-progress.yml",
];

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// Looks at files with one of the schemas that the tool brings.
fn accepted(schema: &str, paths: &[&str], more: &[&str]) {
    let files: BTreeMap<String, Vec<u8>> =
        paths.iter().map(|path| ((*path).to_owned(), text(path).into_bytes())).collect();
    let arguments = [&["-m", "check_jsonschema", "--builtin-schema", schema], more].concat();
    python(&arguments, &files, ".yml");
}

#[test]
fn github_accepts_the_workflows_and_the_form() {
    accepted("vendor.github-workflows", &WORKFLOWS, &[]);
    accepted("custom.github-workflows-require-timeout", &WORKFLOWS, &[]);
    accepted("vendor.github-issue-forms", &[".github/ISSUE_TEMPLATE/report.yml"], &[]);
    accepted("vendor.github-issue-config", &[".github/ISSUE_TEMPLATE/config.yml"], &[]);
}

#[test]
fn gitlab_accepts_the_pipeline() {
    accepted("vendor.gitlab-ci", &["docs/ci/gitlab-ci.yml"], &["--data-transform", "gitlab-ci"]);
}

#[test]
fn nothing_that_a_stranger_wrote_becomes_part_of_a_script() {
    for path in WORKFLOWS {
        let text = text(path);
        assert!(text.contains("permissions:"), "{path} has more rights than it says");
        let scripts = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let mut in_script = false;
        for line in scripts {
            let indent = line.len() - line.trim_start().len();
            if line.trim_start().trim_start_matches("- ").starts_with("run:") {
                in_script = true;
            } else if indent <= 8 && line.trim_end().ends_with(':') || line.trim_start().starts_with("- ") {
                in_script = false;
            }
            assert!(!(in_script && line.contains("${{")), "{path}: `{}` belongs into `env`", line.trim());
        }
    }
}

#[test]
fn what_may_write_runs_nothing_of_the_change() {
    let comment = text(".github/workflows/comment.yml");
    assert!(comment.contains("pull-requests: write"));
    assert!(!comment.contains("actions/checkout"), "it would run what a stranger wrote");
    for path in WORKFLOWS.iter().filter(|path| text(path).contains("pull_request:")) {
        assert!(!text(path).contains(": write"), "{path} runs what strangers wrote, and may write");
    }
}

#[test]
fn the_text_of_a_report_only_ever_goes_into_a_file() {
    let workflow = text("docs/ci/github-report-progress.yml");
    for written in ["issue.body", "issue.title", "comment.body"] {
        assert!(!workflow.contains(&format!("github.event.{written}")), "{written} could become code");
    }
    assert!(workflow.contains("permissions: {}\n"), "each job says what it may do");
    assert!(
        workflow.contains("label.name == 'accepted'")
            && workflow.contains("collaborators/$PERSON/permission")
    );
}

#[test]
fn a_label_lets_through_what_it_names_and_nothing_else() {
    let labels = "bug allow:made-public allow:X;id allow:update-rewritten not-allow:id-vanished";
    let files = [
        (".github/workflows/check.yml", labels.to_owned()),
        ("docs/ci/github-check.yml", labels.to_owned()),
        ("docs/ci/gitlab-ci.yml", labels.replace(' ', ",")),
    ];
    for (path, labels) in files {
        let text = text(path);
        let line = text.lines().map(|line| line.trim().trim_start_matches("- "));
        let line = line.clone().find(|line| line.starts_with("allow=")).expect(path);
        let output = std::process::Command::new("bash")
            .args(["-ec", &format!("{line}\necho $allow")])
            .env("LABELS", &labels)
            .env("CI_MERGE_REQUEST_LABELS", &labels)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said, "--allow made-public --allow update-rewritten\n", "{path}");
        assert!(text.contains("planbook check --since") && text.contains(" $allow"), "{path}");
    }
}

#[test]
fn the_form_has_the_field_that_pages_fill_in() {
    assert!(text(".github/ISSUE_TEMPLATE/report.yml").contains("id: page"));
}

#[test]
fn the_commands_of_the_workflows_are_commands() {
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_planbook")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let mut seen = 0;
    for path in WORKFLOWS.iter().chain(&["docs/ci/gitlab-ci.yml", "docs/code-hosts.md"]) {
        for call in text(path).split("planbook ").skip(1) {
            let command: String = call.chars().take_while(char::is_ascii_lowercase).collect();
            let known = ["check", "diff", "build", "init"].contains(&command.as_str());
            if known {
                seen += 1;
                assert!(help.contains(&format!("  {command} ")), "{path} calls `planbook {command}`");
            }
        }
    }
    assert!(seen > 10, "only {seen} calls were seen");
}
