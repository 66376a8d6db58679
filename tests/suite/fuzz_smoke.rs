//! The fuzzers' targets without a fuzzer: every seed, everything that was ever found, and some hundreds of changed
//! seeds, the same at each run.

use std::path::{Path, PathBuf};

#[path = "../../fuzz/targets.rs"]
mod targets;

use targets::{ALL, Target};

use crate::random;

/// The files of a target, in order of their names.
fn files(folder: &str, target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
    let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(&path).unwrap())).collect()
}

/// Calls a target, and says with which file it failed.
fn replay(path: &Path, data: &[u8], target: Target) {
    let result = std::panic::catch_unwind(|| target(data));
    assert!(result.is_ok(), "{} fails", path.display());
}

/// A generator that needs no library and is the same on every machine (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % (end.max(1) as u64)) as usize
    }
}

/// What mistakes and attacks are made of.
const PIECES: &[&str] = &[
    "[[",
    "]]",
    "|",
    "[",
    "](",
    ")",
    "![",
    "`",
    "```\n",
    "*",
    "**",
    "> ",
    "- ",
    "1. ",
    "# ",
    "\n",
    "\n\n",
    "\r",
    "\t",
    ":::internal\n",
    ":::\n",
    "---\n",
    "audience: internal\n",
    "{value: ",
    "}",
    "\"",
    "'",
    "\\",
    "&",
    "<",
    ">",
    "<b>",
    "javascript:",
    "https://",
    "../",
    "files/",
    "%2e",
    "#",
    "[^a]",
    "[^a]: ",
    ": ",
    "{#a}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{9b}",
    "\u{feff}",
    "外務省",
    "é",
    "2010-Q2",
    "FY2010",
    "/",
    "ongoing",
    "*a",
    "&a ",
    "!!x ",
    "\u{1e}",
];

/// A seed with a few changes: pieces put in, parts cut out, doubled or swapped, bytes changed.
fn changed(seed: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut data = seed.to_vec();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(data.len() + 1);
        let end = (at + numbers.below(20)).min(data.len());
        match numbers.below(6) {
            0 | 1 => drop(data.splice(at..at, PIECES[numbers.below(PIECES.len())].bytes())),
            2 => drop(data.drain(at..end)),
            3 => {
                let part = data[at..end].to_vec();
                data.splice(at..at, part);
            }
            4 => {
                let from = numbers.below(other.len() + 1);
                let to = (from + numbers.below(40)).min(other.len());
                data.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                if let Some(byte) = data.get_mut(at) {
                    *byte = numbers.below(256) as u8;
                }
            }
        }
    }
    data
}

/// Everything that is known of a target, and then `cases` changed seeds.
fn run(name: &str, cases: u32) {
    let (_, target) = ALL.iter().find(|(known, _)| *known == name).unwrap();
    let seeds = files("seeds", name);
    assert!(!seeds.is_empty(), "{name} has no seeds");
    for (path, data) in seeds.iter().chain(&files("regressions", name)) {
        replay(path, data, *target);
    }
    let own: u64 = name.bytes().map(u64::from).sum();
    let mut numbers = Numbers(own ^ random::seed().rotate_left(32));
    for case in 0..random::cases(cases) as usize {
        let (path, seed) = &seeds[case % seeds.len()];
        let (_, other) = &seeds[numbers.below(seeds.len())];
        let data = changed(seed, other, &mut numbers);
        let result = std::panic::catch_unwind(|| target(&data));
        let failed = || {
            let kept = std::env::temp_dir().join(format!("planbook-{name}-{case}"));
            std::fs::write(&kept, &data).unwrap();
            format!(
                "{} with changes fails: put {} into fuzz/regressions/{name}",
                path.display(),
                kept.display()
            )
        };
        assert!(result.is_ok(), "{}", failed());
    }
}

#[test]
fn every_target_has_its_seeds_and_its_fuzzer() {
    for (name, _) in ALL {
        assert!(!files("seeds", name).is_empty(), "{name}");
        let fuzzer = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fuzz/fuzz_targets/{name}.rs"));
        assert!(
            std::fs::read_to_string(fuzzer).unwrap().contains(&format!("targets::{name}(data)")),
            "{name}"
        );
    }
}

#[test]
fn front_matter_holds() {
    run("front_matter", 300);
}

#[test]
fn markdown_holds() {
    run("markdown", 600);
}

#[test]
fn dates_hold() {
    run("dates", 3_000);
}

#[test]
fn references_hold() {
    run("references", 200);
}

#[test]
fn attachments_hold() {
    run("attachment", 300);
}

#[test]
fn settings_hold() {
    run("settings", 600);
}

#[test]
fn po_files_and_translations_hold() {
    run("po", 2_000);
    run("translation", 150);
}

#[test]
fn books_hold() {
    run("book", 20);
}

#[test]
fn import_text_holds() {
    run("import_text", 400);
}

#[test]
fn outline_file_holds() {
    run("outline_file", 400);
}

#[test]
fn office_files_of_an_import_hold() {
    run("import_docx", 200);
    run("import_xlsx", 200);
    run("import_ods", 200);
}

#[test]
fn other_files_of_an_import_hold() {
    run("import_html", 300);
    run("import_table", 300);
    run("import_file", 200);
}
