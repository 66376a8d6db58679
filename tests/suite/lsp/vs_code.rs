//! The extension for Visual Studio Code can be packed, and starts the program.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::outside_tools::packages;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/editors/vscode");

/// The folder of the extension with its packages, as `tests/validators/prepare` made it.
fn prepared() -> PathBuf {
    let folder = packages().join("vscode");
    let lock = std::fs::read(folder.join("node_modules/.installed-lock")).unwrap_or_default();
    let current = std::fs::read(Path::new(FOLDER).join("package-lock.json")).unwrap();
    assert!(lock == current, "the packages of the extension are not installed: run tests/validators/prepare");
    for entry in
        std::fs::read_dir(FOLDER).unwrap().map(Result::unwrap).filter(|it| it.file_type().unwrap().is_file())
    {
        std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    folder
}

fn node(folder: &Path, arguments: &[&str]) -> String {
    let output =
        Command::new("node").args(arguments).current_dir(folder).output().expect("node is installed");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn the_extension_packs_and_starts_the_program() {
    let folder = prepared();
    let package = folder.join("planbook.vsix");
    let vsce = "node_modules/@vscode/vsce/vsce";
    node(&folder, &[vsce, "package", "--allow-missing-repository", "--out", package.to_str().unwrap()]);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&package).unwrap()).unwrap();
    let names: BTreeSet<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let own: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_prefix("extension/"))
        .filter(|name| !name.starts_with("node_modules/"))
        .collect();
    assert_eq!(own, ["LICENSE.txt", "extension.js", "package.json", "readme.md"]);
    let brings =
        |name: &str| names.iter().any(|path| path.starts_with(&format!("extension/node_modules/{name}/")));
    assert!(brings("vscode-languageclient") && !brings("@vscode/vsce"), "{names:?}");
    // What was packed is what is in the repository.
    let mut packed = String::new();
    archive.by_name("extension/extension.js").unwrap().read_to_string(&mut packed).unwrap();
    assert_eq!(packed, std::fs::read_to_string(Path::new(FOLDER).join("extension.js")).unwrap());

    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/lsp/vs_code.cjs");
    let said: Value = serde_json::from_str(&node(&folder, &[script])).unwrap();
    let arguments = serde_json::json!({ "command": "/opt/planbook", "args": ["lsp"] });
    assert_eq!(said["started"], serde_json::json!([arguments, arguments]));
    assert_eq!(said["stopped"], 2);
    assert_eq!(said["checks"], "https://docs.example/checks/");
    // One that cannot be started is said, with the setting that helps.
    assert_eq!(said["refused"], "planbook.path");
}

#[test]
fn its_version_is_that_of_the_program_and_its_settings_are_described() {
    let text = |name: &str| std::fs::read_to_string(Path::new(FOLDER).join(name)).unwrap();
    let package: Value = serde_json::from_str(&text("package.json")).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    // These would hold for all Markdown of a workspace, also outside of books.
    assert_eq!(package["contributes"]["configurationDefaults"], Value::Null);
    let lock: Value = serde_json::from_str(&text("package-lock.json")).unwrap();
    assert_eq!(lock["version"], package["version"]);
    let (readme, client) = (text("README.md"), text("extension.js"));
    for setting in package["contributes"]["configuration"]["properties"].as_object().unwrap().keys() {
        assert!(readme.contains(&format!("| `{setting}` |")), "README.md has no {setting}");
        let name = setting.strip_prefix("planbook.").unwrap();
        // The client library reads this one itself.
        assert!(
            name == "trace.server" || client.contains(&format!("get(\"{name}\")")),
            "nobody reads {setting}"
        );
    }
    assert_eq!(
        text("LICENSE"),
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/LICENSE-MIT")).unwrap()
    );
}
