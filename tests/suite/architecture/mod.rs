//! The layers hold: a module uses only modules of a lower level, and no files use each other in a circle.
//!
//! [`names`] reads every path of the code and follows it, over imports and re-exports, to the file that defines what it
//! names; [`order`] asks what goes up or round. Code that only tests see may use what it likes.

mod names;
mod order;
mod reader;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use names::Names;

/// The modules by level, from the ground up.
const LEVELS: &[&[&str]] = &[
    &[
        "characters",
        "diag",
        "failure",
        "date",
        "decimal",
        "direction",
        "item_code",
        "language_codes",
        "language_marks",
        "limits",
        "line_breaks",
        "outline",
        "sdg",
        "slug",
        "stages",
        "vocabulary",
        "web_address",
        "web_page",
    ],
    &["collation", "plan_text", "search", "source", "po"],
    &["fields", "markdown", "report", "schema", "text_document"],
    &["config", "import", "translation"],
    &["parse"],
    &["visible", "translating"],
    &["plan"],
    &["facts", "publish", "route", "update_file"],
    &["check", "rounds"],
    &["render", "site", "diff"],
    &["page", "links", "loads"],
    &["outputs", "cms", "write", "period_report", "reporting_requests", "scaffold"],
    &["build", "edit", "mail", "pdf", "receive"],
    &["theme_check", "fix", "issue_form", "reimport", "serve"],
    &["lsp"],
    &["cli"],
];

/// The crate, read once for all tests.
static CRATE: LazyLock<Names> = LazyLock::new(|| {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let text = |path: &PathBuf| {
        let relative = path.strip_prefix(&source).unwrap().to_str().unwrap().replace('\\', "/");
        (relative, std::fs::read_to_string(path).unwrap())
    };
    Names::read(&rust_files(&source).iter().map(text).collect())
});

fn rust_files(folder: &Path) -> Vec<PathBuf> {
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

#[test]
fn every_path_is_understood() {
    let names = &*CRATE;
    assert!(names.lost().is_empty(), "paths that lead nowhere: {:#?}", names.lost());
    let (files, uses) = (names.files().len(), order::uses(names).values().map(BTreeMap::len).sum::<usize>());
    assert!(
        files > 300 && uses > 1_000,
        "only {uses} uses between {files} files: does the test still read them?"
    );
}

#[test]
fn modules_use_only_lower_levels() {
    let names = &*CRATE;
    let unlisted = order::unlisted(names, LEVELS);
    assert!(unlisted.is_empty(), "modules without a level, or levels without a module: {unlisted:?}");
    let upward = order::upward(names, LEVELS);
    assert!(upward.is_empty(), "{} uses go up: {upward:#?}", upward.len());
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = order::circles(&order::uses(&CRATE));
    assert!(circles.is_empty(), "{}", circles.iter().map(|circle| format!("\n{circle}")).collect::<String>());
}

/// A crate of these files.
fn of(files: &[(&str, &str)]) -> Names {
    let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    Names::read(&files.iter().map(own).collect())
}

fn circles(files: &[(&str, &str)]) -> Vec<String> {
    order::circles(&order::uses(&of(files)))
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    let crate_with = |b: &str| {
        circles(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", "mod a; mod b;"),
            ("room/a.rs", "use super::b::B; pub struct A(B);"),
            ("room/b.rs", b),
        ])
    };
    let b = "pub struct B;";
    assert_eq!(crate_with(b), [] as [String; 0]);
    for use_of_a in [
        "use super::a::A;",
        "use crate::room::a::A;",
        "use super::{a::A as Other};",
        "use super::a::*; fn f(_: A) {}",
        "use super::a; fn f(_: a::A) {}",
        "fn f() { g(super::a::A) }",
        "fn f() { assert!(super::a::A) }",
        "#[serde(with = \"super::a::A\")] struct C;",
    ] {
        let found = crate_with(&format!("{b} {use_of_a}"));
        assert!(
            found.len() == 1 && found[0].contains("a.rs") && found[0].contains("b.rs"),
            "{use_of_a}: {found:?}"
        );
    }
    for harmless in [
        "#[cfg(test)] mod tests { use super::super::a::A; }",
        "/// [`A`](super::a::A)\nfn f() {}",
        "pub(super) fn f() {}",
        "use a::A;",
    ] {
        assert_eq!(crate_with(&format!("{b} {harmless}")), [] as [String; 0], "{harmless}");
    }
}

#[test]
fn a_child_that_uses_its_parent_is_a_circle_and_a_re_export_is_none() {
    let lib = ("lib.rs", "mod room;");
    let own =
        circles(&[lib, ("room/mod.rs", "mod child; pub struct P;"), ("room/child.rs", "use super::P;")]);
    assert_eq!(own.len(), 1, "{own:?}");
    let handed_on = [
        lib,
        ("room/mod.rs", "mod child; mod p; pub use p::P;"),
        ("room/child.rs", "use super::P; pub struct C;"),
        ("room/p.rs", "pub struct P;"),
    ];
    assert_eq!(circles(&handed_on), [] as [String; 0]);
    // By way of the parent's re-exports, two siblings can still go in a circle.
    let round = [
        lib,
        ("room/mod.rs", "mod child; mod p; pub use p::P; pub use child::C;"),
        ("room/child.rs", "use super::P; pub struct C;"),
        ("room/p.rs", "use super::C; pub struct P;"),
    ];
    assert_eq!(circles(&round).len(), 1);
}

#[test]
fn folders_do_not_use_each_other_in_a_circle_whatever_their_files_do() {
    let found = circles(&[
        ("lib.rs", "mod one; mod two;"),
        ("one/mod.rs", "mod high; mod low;"),
        ("one/high.rs", "use crate::two::high::H;"),
        ("one/low.rs", "pub struct L;"),
        ("two/mod.rs", "pub mod high; mod low;"),
        ("two/high.rs", "pub struct H;"),
        ("two/low.rs", "use crate::one::low::L;"),
    ]);
    assert!(found.len() == 1 && found[0].starts_with("2 of src/ "), "{found:?}");
}

#[test]
fn what_goes_up_is_found_over_re_exports_too() {
    let names = of(&[
        ("lib.rs", "mod low; mod middle; mod high;"),
        ("low.rs", "use crate::middle::Thing;"),
        ("middle.rs", "pub use crate::high::Thing;"),
        ("high.rs", "pub struct Thing;"),
    ]);
    let found = order::upward(&names, &[&["low"], &["middle"], &["high"]]);
    let pairs: Vec<&str> = found.iter().map(|it| it.split(',').next().unwrap()).collect();
    assert_eq!(pairs, ["low.rs uses high", "low.rs uses middle", "middle.rs uses high"]);
    assert!(order::upward(&names, &[&["high"], &["middle"], &["low"]]).is_empty());
    assert_eq!(order::upward(&names, &[&["high", "middle"], &["low"]]).len(), 1, "two of one level");
    assert_eq!(order::unlisted(&names, &[&["high"], &["low", "gone"]]).len(), 2);
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

/// The modules that show texts to readers.
const SHOWN_BY: [&str; 5] = ["page", "outputs", "period_report", "reporting_requests", "cli/status"];
/// Texts that people wrote, where they stand in documents.
const AUTHORED: [&str; 18] = [
    ".title.value",
    "document.title",
    "about.title",
    "document.name",
    "record.summary",
    "document.text",
    "document.abbreviation",
    "document.native_name",
    "document.party",
    "document.parties",
    "document.reason",
    "document.challenges",
    "document.next_steps",
    "document.conflicts",
    "document.indicators",
    "document.locator",
    "document.licence",
    "document.contact",
];

/// So there is one place where a language can be chosen: `Plan::texts`.
#[test]
fn what_readers_are_shown_is_read_in_one_place() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<PathBuf> = SHOWN_BY.iter().flat_map(|module| rust_files(&source.join(module))).collect();
    assert!(files.len() > 100, "only {} files were read", files.len());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for read in AUTHORED {
            assert!(!text.contains(read), "{} reads {read}, not `texts()`", file.display());
        }
    }
    let accessor = std::fs::read_to_string(source.join("plan/texts.rs")).unwrap();
    assert!(AUTHORED.iter().any(|read| accessor.contains(read)), "the accessor reads none of them");
}
