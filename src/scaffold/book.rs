//! The files of a new book: an example plan, with what a repository and an editor need.

use include_dir::{Dir, include_dir};

use crate::schema;

static AROUND: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/book");
static HARBOUR: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/examples/harbour");
static CLIMATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/examples/climate");
static MINIMAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/examples/minimal");

/// An example plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// Small and complete: every kind of record.
    Harbour,
    /// The climate plan of a city, three years old: numbers, targets, milestones, budgets, tags and an earlier plan.
    Climate,
    /// The least that builds: one area, one item, one agency, and no file around them.
    Minimal,
}

/// What the code hosts are given: where it stands in a book, and the text. These are the files that the documentation of
/// planbook says to copy, so that there is one of each.
const FOR_CODE_HOSTS: [(&str, &str); 6] = [
    (".github/workflows/check.yml", include_str!("../../docs/ci/github-check.yml")),
    (".github/workflows/comment.yml", include_str!("../../.github/workflows/comment.yml")),
    (".github/workflows/publish.yml", include_str!("../../docs/ci/github-publish.yml")),
    (".github/ISSUE_TEMPLATE/report.yml", include_str!("../../.github/ISSUE_TEMPLATE/report.yml")),
    (".gitlab-ci.yml", include_str!("../../docs/ci/gitlab-ci.yml")),
    (".gitlab/issue_templates/report.md", include_str!("../../docs/ci/gitlab-issue-template.md")),
];

/// The workflow that turns reports of the form into updates. It comes with the form, because it does nothing without it.
pub const REPORT_WORKFLOW: (&str, &str) =
    (".github/workflows/report-progress.yml", include_str!("../../docs/ci/github-report-progress.yml"));

/// What says in a workflow whether it also publishes the forms, and the same where it does.
const FORMS: [&str; 2] = ["FORMS: \"false\"", "FORMS: \"true\""];

/// Lets the workflows among some files also publish the forms in the browser. How many do.
pub fn with_forms(files: &mut [(String, String)]) -> usize {
    let [without, with] = FORMS;
    let workflows = files.iter_mut().filter(|(_, text)| text.contains(without));
    workflows.map(|(_, text)| *text = text.replace(without, with)).count()
}

/// The files of a new book, by their paths in its folder.
pub fn files(example: Example) -> Vec<(String, String)> {
    let (folder, mut files) = match example {
        Example::Harbour => (&HARBOUR, files_around()),
        Example::Climate => (&CLIMATE, files_around()),
        Example::Minimal => (&MINIMAL, Vec::new()),
    };
    gather(folder, &mut files);
    files.sort();
    files
}

/// What a repository and an editor need, for a book that already exists, too.
pub fn files_around() -> Vec<(String, String)> {
    let mut files = Vec::new();
    gather(&AROUND, &mut files);
    files.extend(FOR_CODE_HOSTS.map(|(path, text)| (path.to_owned(), text.to_owned())));
    for schema in schema::TABLE {
        files.push((format!(".vscode/schemas/{}.json", schema.name), pretty(&schema::json(schema))));
    }
    let translation = format!(".vscode/schemas/{}.json", schema::TRANSLATION);
    files.push((translation, pretty(&schema::translation())));
    files.push((".vscode/planbook.code-snippets".to_owned(), pretty(&schema::snippets())));
    files.sort();
    files
}

fn gather(folder: &Dir<'_>, files: &mut Vec<(String, String)>) {
    for file in folder.files() {
        let path = file.path().iter().map(|part| visible(&part.to_string_lossy())).collect::<Vec<_>>();
        files.extend(file.contents_utf8().map(|text| (path.join("/"), text.to_owned())));
    }
    folder.dirs().for_each(|inner| gather(inner, files));
}

/// A name that begins with `_` begins with a full stop in the book. Here it would be taken for a setting of this
/// repository.
fn visible(name: &str) -> String {
    name.strip_prefix('_').map_or_else(|| name.to_owned(), |rest| format!(".{rest}"))
}

fn pretty(value: &serde_json::Value) -> String {
    // Values that are made of texts and lists can always be written.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
