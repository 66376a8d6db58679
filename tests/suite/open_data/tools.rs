//! Tools of others: `check-jsonschema`, and Python's reader of CSV.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Where `tests/validators/prepare` puts the tools.
fn installed() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    target.join("validators")
}

fn check_jsonschema(arguments: &[&str], files: &[PathBuf]) {
    let tools = installed();
    assert!(
        tools.join("check_jsonschema").exists(),
        "run tests/validators/prepare, which installs check-jsonschema"
    );
    let output = Command::new("python3")
        .args(["-m", "check_jsonschema"])
        .args(arguments)
        .args(files)
        .env("PYTHONPATH", tools)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
}

/// All JSON of a site, by the schema that the site has.
pub fn is_valid(name: &str, files: &BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let schema = write("schema.json", &files["data/plan.schema.json"]);
    check_jsonschema(&["--check-metaschema"], std::slice::from_ref(&schema));
    let part = |part: &str| {
        let reference = serde_json::json!({ "$ref": format!("file://{}#/$defs/{part}", schema.display()) });
        write(&format!("{part}.schema.json"), reference.to_string().as_bytes())
    };
    let records: Vec<PathBuf> = files
        .iter()
        .filter(|(path, _)| path.ends_with("/index.json"))
        .map(|(path, bytes)| write(&path.replace('/', "_"), bytes))
        .collect();
    let lines = String::from_utf8(files["data/updates.jsonl"].clone()).unwrap();
    let lines: Vec<PathBuf> = lines
        .lines()
        .enumerate()
        .map(|(at, line)| write(&format!("line-{at}.json"), line.as_bytes()))
        .collect();
    let plan = write("plan.json", &files["data/plan.json"]);
    let index: Value = serde_json::from_slice(&files["data/plan.json"]).unwrap();
    let parts: Vec<PathBuf> = index["files"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|part| part["path"].as_str().unwrap())
        .map(|path| write(path, &files[&format!("data/{path}")]))
        .collect();
    let index = if parts.is_empty() {
        check_jsonschema(&["--schemafile", schema.to_str().unwrap()], &[plan]);
        Vec::new()
    } else {
        vec![plan]
    };
    let by_part =
        [("RecordFile", records), ("UpdateLine", lines), ("PlanIndex", index), ("RecordsFile", parts)];
    for (part_name, files) in by_part {
        if !files.is_empty() {
            check_jsonschema(&["--schemafile", part(part_name).to_str().unwrap()], &files);
        }
    }
    assert!(name == "empty" || files.keys().any(|path| path.ends_with("/index.json")), "{name}");
}

/// The Citation File Format, by the schema of those who keep it.
pub fn citation_is_valid(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CITATION.yaml");
    std::fs::write(&path, bytes).unwrap();
    check_jsonschema(&["--builtin-schema", "vendor.citation-file-format"], &[path]);
}

/// The rows of a table, as Python reads them.
pub fn read_csv(bytes: &[u8]) -> Value {
    const READ: &str = "import csv, io, json, sys\nsys.stdout.write(json.dumps(list(csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline=''), strict=True))))";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, bytes).unwrap();
    let file = std::fs::File::open(&path).unwrap();
    let output = Command::new("python3").args(["-c", READ]).stdin(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}
