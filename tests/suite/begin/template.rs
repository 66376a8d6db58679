//! `docs/template` is a repository that others copy: what `planbook init` makes, which can be built as it is. When it differs,
//! `PLANBOOK_UPDATE=1 cargo test --test suite template` makes it again.

use std::collections::BTreeMap;
use std::path::Path;

use super::well;

/// The files of a folder by their paths in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_template_is_what_init_makes_and_can_be_built() {
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/template");
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "made"]);
    let made = files(&folder.path().join("made"));
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        let _ = std::fs::remove_dir_all(&template);
        well(template.parent().unwrap(), &["init", "template"]);
    }
    let kept = files(&template);
    let differ: Vec<&String> =
        made.keys().chain(kept.keys()).filter(|path| made.get(*path) != kept.get(*path)).collect();
    assert!(differ.is_empty(), "PLANBOOK_UPDATE=1 cargo test --test suite template: {differ:?}");
    assert!(kept.len() > 40 && kept.contains_key(".github/workflows/check.yml"), "{}", kept.len());

    let (template, out) = (template.to_str().unwrap(), folder.path().join("site"));
    well(folder.path(), &["check", "--root", template, "--quiet"]);
    well(folder.path(), &["build", "--root", template, "--out", out.to_str().unwrap()]);
    assert!(out.join("index.html").is_file());
}
