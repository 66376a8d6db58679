//! What cargo cannot know by itself: which files beside the code are part of the program, and which commit it is made from.
#![allow(
    clippy::disallowed_methods,
    reason = "a build script may ask for what the program must not: its surroundings"
)]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The folders whose files are inside the binary: the themes, the check pages, the test plan, the files of a new book.
const INSIDE: [&str; 5] =
    ["themes", "docs/checks", "tests/everything", "src/scaffold/book", "src/scaffold/examples"];

/// What else the program is made of. A change in any of it, or in [`INSIDE`], is a change of the sources.
const SOURCES: [&str; 6] = ["src", "Cargo.toml", "Cargo.lock", "build.rs", "docs/ci", ".github"];

/// As many digits of a commit as name one for a person.
const DIGITS: usize = 10;

fn main() {
    for folder in INSIDE {
        println!("cargo::rerun-if-changed={folder}");
    }
    println!("cargo::rustc-env=PLANBOOK_SOURCES={}", sources());
}

/// What `--version` says behind the number: ` (0123456789 2026-01-31)`, as much of it as can be known, or nothing.
///
/// A debug build says nothing, because otherwise every commit would compile the program again.
fn sources() -> String {
    if env::var("PROFILE").as_deref() != Ok("release") {
        return String::new();
    }
    for source in SOURCES.iter().chain(&[VCS_INFO]).filter(|path| Path::new(path).exists()) {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-env-changed={EPOCH}");
    let known: Vec<String> = match of_repository() {
        Some(known) => vec![known],
        None => packaged_commit().into_iter().chain(day_of_epoch()).collect(),
    };
    if known.is_empty() { String::new() } else { format!(" ({})", known.join(" ")) }
}

/// The commit of the repository that has this folder as its top, its day, and whether files differ from it.
fn of_repository() -> Option<String> {
    // A package that is unpacked inside another repository is not made from that one.
    let top = fs::canonicalize(git(&["rev-parse", "--show-toplevel"])?).ok()?;
    if top != fs::canonicalize(env::var_os("CARGO_MANIFEST_DIR")?).ok()? {
        return None;
    }
    watch_head();
    let commit = short(&git(&["rev-parse", "HEAD"])?)?;
    let day = git(&["log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"])?;
    let differs = [&["status", "--porcelain", "--untracked-files=no", "--"][..], &SOURCES, &INSIDE].concat();
    let modified = if git(&differs)?.is_empty() { "" } else { ", modified" };
    Some(format!("{commit} {day}{modified}"))
}

/// Lets cargo run this again when another commit is checked out, and not otherwise.
fn watch_head() {
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]);
    for name in ["HEAD", "packed-refs"].into_iter().chain(branch.as_deref()) {
        let path = git(&["rev-parse", "--git-path", name]);
        if let Some(path) = path.filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
}

/// What git prints. Nothing if there is no git, no repository, or an error.
fn git(arguments: &[&str]) -> Option<String> {
    // Days in UTC, so that the same commit says the same on every machine.
    let output = Command::new("git").args(arguments).env("TZ", "UTC0").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Where `cargo package` notes the commit.
const VCS_INFO: &str = ".cargo_vcs_info.json";

/// The commit that the package was made from: the value of `"sha1"`.
fn packaged_commit() -> Option<String> {
    let text = fs::read_to_string(VCS_INFO).ok()?;
    let (_, behind) = text.split_once("\"sha1\"")?;
    let commit = short(behind.split('"').nth(1)?)?;
    let modified = if text.contains("\"dirty\": true") { ", modified" } else { "" };
    Some(commit + modified)
}

fn short(commit: &str) -> Option<String> {
    let digits = commit.get(..DIGITS)?;
    digits.chars().all(|c| c.is_ascii_hexdigit()).then(|| digits.to_owned())
}

/// The day of the sources, as those who package for a system state it: <https://reproducible-builds.org/specs/source-date-epoch/>.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

fn day_of_epoch() -> Option<String> {
    let seconds: u64 = env::var(EPOCH).ok()?.parse().ok()?;
    let (mut year, mut days) = (1970, seconds / 86_400);
    while days >= days_of_year(year) && year < 10_000 {
        days -= days_of_year(year);
        year += 1;
    }
    let february = days_of_year(year) - 337;
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year < 10_000).then(|| format!("{year:04}-{month:02}-{:02}", days + 1))
}

fn days_of_year(year: u64) -> u64 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if leap { 366 } else { 365 }
}
