//! An editor shows what `planbook check` reports, for both audiences.

use std::collections::BTreeSet;
use std::path::Path;

use planbook::build;
use planbook::config;
use planbook::diag::Severity;
use planbook::publish::Options;
use planbook::report::Places;
use planbook::source;
use planbook::vocabulary::Audience;

use super::editor::{Editor, uri, write};
use crate::book::day;

/// `path:line:column code` of each problem, as the command finds them.
fn checked(root: &Path) -> BTreeSet<String> {
    let (tree, found) = source::load(root, config::limits).unwrap();
    let tree = std::sync::Arc::new(tree);
    let today = day("2024-06-30");
    let mut all = BTreeSet::new();
    for audience in [Audience::Public, Audience::Internal] {
        let mut book = build::read(&tree, found.clone(), today);
        let options = Options { as_of: today, audience, base_url: None, repository: None };
        build::check_pages(&mut book, &tree, &options).unwrap();
        let mut places = Places::default();
        for problem in book.diagnostics.iter().filter(|problem| problem.severity != Severity::Off) {
            let (path, place) = match problem.span {
                Some(span) => (tree.path(span.file), places.of(span, &tree)),
                None => (
                    "book.toml",
                    places.of(planbook::diag::Span::new(tree.find("book.toml").unwrap(), 0..0), &tree),
                ),
            };
            all.insert(format!("{path}:{}:{} {}", place.line, place.column, problem.code.name));
        }
    }
    all
}

/// The same as an editor shows it, which has all files as they are on the disk. Its columns are characters, too.
fn shown(root: &Path) -> BTreeSet<String> {
    let capabilities = serde_json::json!({ "general": { "positionEncodings": ["utf-32"] } });
    let editor =
        Editor::with(root, serde_json::json!({ "rootUri": uri(root), "capabilities": capabilities }));
    let prefix = uri(root) + "/";
    let of_file = |(uri, problems): (&String, &Vec<serde_json::Value>)| {
        let path = percent_decoded(uri.strip_prefix(&prefix).unwrap());
        let place = |it: &serde_json::Value| {
            let start = &it["range"]["start"];
            let (line, column) =
                (start["line"].as_u64().unwrap() + 1, start["character"].as_u64().unwrap() + 1);
            format!("{path}:{line}:{column} {}", it["code"].as_str().unwrap())
        };
        problems.iter().map(place).collect::<Vec<_>>()
    };
    editor.shown.iter().flat_map(of_file).collect()
}

fn percent_decoded(text: &str) -> String {
    let url = url::Url::parse(&format!("file:///{text}")).unwrap();
    url.to_file_path().unwrap().to_str().unwrap()[1..].to_owned()
}

fn copy(from: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    let (tree, _) = source::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(from), config::limits).unwrap();
    for (_, file) in tree.files() {
        let path = root.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.content.bytes()).unwrap();
    }
    (folder, root)
}

#[test]
fn an_editor_shows_what_the_command_reports() {
    let (_folder, root) = copy("tests/everything");
    assert_eq!(shown(&root), checked(&root));
    // Files, records, references, texts, settings, pages of one audience only.
    let faults = [
        ("content/agencies/計画.md", "---\nname: A\n---\n"),
        ("content/agencies/broken.md", "---\nname: [A\n"),
        ("content/pages/wrong.md", "---\ntitle: 🚢\n---\n計画 🚢 [[nowhere]] <<< *a\n\n[x](https://)\n"),
        ("content/pages/secret.md", "---\ntitle: A\naudience: internal\n---\n[a](wrong.md#b)\n"),
        (
            "content/updates/2024/2024-01-01-a.md",
            "---\ntitle: A\ndate: 2024-13-01\nitems: [nowhere]\nstaus: x\n---\n",
        ),
    ];
    for (path, text) in faults {
        write(&root, path, text);
        let (expected, found) = (checked(&root), shown(&root));
        assert!(expected.iter().any(|line| line.starts_with("content/")), "{path} is no fault: {expected:?}");
        assert_eq!(found, expected, "{path}");
    }
}
