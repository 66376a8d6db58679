//! What somebody else's tools say of the files of a site. They are installed by `tests/validators/prepare`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the packages are.
pub fn packages() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target")).join("validators")
}

/// Runs `python3` with those arguments over files of a site, which it finds as they lie there in its working folder. What
/// it prints, when it has nothing to complain of.
pub fn python(arguments: &[&str], files: &BTreeMap<String, Vec<u8>>, wanted: &str) -> String {
    let packages = packages();
    assert!(packages.is_dir(), "the tools of others are not installed: run tests/validators/prepare");
    let folder = tempfile::tempdir().unwrap();
    let mut paths: Vec<&str> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(wanted)) {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
        paths.push(path);
    }
    assert!(!paths.is_empty(), "no file of the site ends in {wanted}");
    let output = Command::new("python3")
        .args(arguments)
        .args(&paths)
        .env("PYTHONPATH", packages)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONUTF8", "1")
        .current_dir(folder.path())
        .output()
        .expect("python3 is installed");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complaint}\n(to install the tools: tests/validators/prepare)");
    said
}

/// The path of a file beside the list of tools.
pub fn beside(name: &str) -> String {
    format!("{}/tests/validators/{name}", env!("CARGO_MANIFEST_DIR"))
}
