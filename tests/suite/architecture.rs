//! The layers hold: a module uses only modules of a lower level.

use std::path::Path;

/// The modules by level, from the ground up. `diag` and `source` are the ground: a diagnostic is drawn over its source.
const LEVELS: &[&[&str]] = &[
    &["diag", "source", "failure", "date", "limits", "outline", "plan_text", "vocabulary", "web_address"],
    &["fields", "markdown", "schema", "import"],
    &["config"],
    &["parse"],
    &["plan"],
    &["check", "publish", "route"],
    &["render", "site", "diff"],
    &["page", "links"],
    &["outputs", "write", "reporting_requests", "edit", "scaffold"],
    &["build", "pdf"],
    &["theme_check", "fix", "serve"],
    &["cli"],
];

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|modules| modules.contains(&module))
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}

/// The modules that a file names as `crate::module`.
fn used(text: &str) -> Vec<String> {
    text.split("crate::")
        .skip(1)
        .flat_map(|rest| {
            let inner = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
            let names: Vec<&str> = inner.map_or_else(|| vec![rest], |list| list.split(',').collect());
            names.into_iter().map(|name| {
                name.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>()
            })
        })
        .collect()
}

#[test]
fn modules_use_only_lower_levels() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for file in rust_files(&source) {
        let relative = file.strip_prefix(&source).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.strip_suffix(".rs").unwrap_or(first);
        if matches!(module, "lib" | "main") {
            continue;
        }
        let own = level(module).unwrap_or_else(|| panic!("{module} has no level"));
        let text = std::fs::read_to_string(&file).unwrap();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for used in used(&code) {
            let Some(other) = level(&used) else { continue };
            seen += 1;
            assert!(
                used == module || other < own || (own == 0 && other == 0),
                "{} uses {used}, which is not below {module}",
                relative.display()
            );
        }
    }
    assert!(seen > 100, "only {seen} uses were seen: does the test still read them?");
}

#[test]
fn nobody_unwraps_outside_of_tests() {
    for file in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        if file.file_name().is_some_and(|name| name.to_string_lossy().ends_with("_tests.rs")) {
            continue;
        }
        for word in [".unwrap()", ".expect(", "panic!(", "todo!(", "unreachable!("] {
            assert!(!code.contains(word), "{} has {word}", file.display());
        }
    }
}
