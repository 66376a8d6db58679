//! What the machine refuses: output that goes nowhere, and places where no site can be written.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::repository::{Repository, alone, said};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
    alone(&mut command).env("CLICOLOR", "0");
    command
}

/// Every command that prints, and what it takes for it to succeed.
const PRINTING: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["check", "--help"],
    &["help", "diff"],
    &["published"],
    &["status"],
    &["status", "--json"],
    &["diff", "one"],
    &["diff", "one", "--format", "markdown"],
    &["diff", "one", "--format", "json"],
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "sarif"],
    &["check", "--format", "gitlab"],
    &["check", "--write-baseline", "--baseline", "list.json"],
    &["schema"],
    &["schema", "item"],
    &["man"],
    &["man", "--out", "man1"],
    &["explain"],
    &["explain", "bad-id"],
    &["completions", "bash"],
    &["fix", "--dry-run"],
    &["build", "--out", "site"],
    &["init", "made"],
    &["new", "page", "--title", "About", "--print"],
    &["new", "page", "--title", "About"],
    &["requests", "--period", "2024", "--out", "requests"],
    &["theme", "new", "mine"],
    &["theme", "check", "default"],
];

#[test]
fn output_to_a_full_device_is_a_failure_in_every_command() {
    for arguments in PRINTING {
        // 29; those that write files do so once, in a folder of their own.
        for (device, expected) in [("/dev/full", 2), ("/dev/null", 0)] {
            let repository = Repository::new("");
            if arguments[0] == "check" {
                repository.write("content/stray.txt", "x");
            }
            let out = fs::OpenOptions::new().write(true).open(device).unwrap();
            let output =
                program().args(*arguments).current_dir(repository.path()).stdout(out).output().unwrap();
            let (code, text) = said(&output);
            if arguments[0] == "check" && arguments.contains(&"--format") && expected == 0 {
                assert!(code <= 1, "{arguments:?} > {device}: {text}");
            } else {
                assert_eq!(code, expected, "{arguments:?} > {device}: {text}");
            }
            let told = text.contains("cannot write the output: No space left on device");
            assert_eq!(told, expected == 2, "{arguments:?} > {device}: {text}");
        }
    }
}

#[test]
fn reports_that_cannot_be_shown_are_a_failure_too() {
    let repository = Repository::new("");
    repository.write("content/agencies/none.md", "no front matter");
    for arguments in [&["check"][..], &["build"], &["published"], &["explain", "nothing"], &["nothing"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = program().args(arguments).current_dir(repository.path()).stderr(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    let mut child =
        program().args(["schema", "item"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(said(&output), (0, String::new()));
}

fn build(root: &Path, out: &Path) -> Output {
    let arguments = ["build", "--as-of", "2024-06-30", "--root"];
    program().args(arguments).arg(root).arg("--out").arg(out).output().unwrap()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().display().to_string()).collect()
}

#[test]
fn whatever_out_names_works_or_is_refused_with_the_reason() {
    let book = Repository::new("");
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::create_dir(at("real")).unwrap();
    fs::write(at("file"), "x").unwrap();
    for (target, link) in
        [("real", "link"), ("link", "link-to-link"), ("nothing", "dangling"), ("file", "link-to-file")]
    {
        std::os::unix::fs::symlink(at(target), at(link)).unwrap();
    }
    // (case, --out, code, what is said)
    let cases = [
        ("28 a new folder", "new", 0, "wrote "),
        ("28 in new folders", "a/b/c", 0, "wrote "),
        ("28 a link to a folder", "link", 0, "wrote "),
        ("28 again", "link", 0, "wrote "),
        ("28 a link to a link", "link-to-link", 0, "wrote "),
        ("28 a slash at the end", "new/", 0, "wrote "),
        ("28 a link that leads nowhere", "dangling", 2, "is a symbolic link to a place that does not exist"),
        ("28 a file", "file", 2, "is a file, so the site cannot be written there"),
        ("28 a link to a file", "link-to-file", 2, "is a file, so the site cannot be written there"),
        ("28 below a file", "file/site", 2, "is a file, so the site cannot be written there"),
        ("28 far below a file", "file/a/site", 2, "is a file, so the site cannot be written there"),
    ];
    for (case, out, code, words) in cases {
        let (found, text) = said(&build(book.path(), &at(out)));
        assert!(found == code && text.contains(words), "{case}: {found} {text}");
        assert!(code == 0 || text.contains("help: "), "{case}: {text}");
    }
    assert!(at("link").symlink_metadata().unwrap().is_symlink());
    assert_eq!(files(&at("real")), files(&at("new")));
    assert_eq!(fs::read(at("file")).unwrap(), b"x");
    let (code, text) = said(&build(book.path(), Path::new("/dev/null")));
    assert!(code == 2 && text.contains("is a file"), "{text}");
}

/// Runs a script in which the folder `mounted` is the root of a file system of its own; nothing where the system allows no
/// such thing. A file system may be mounted twice, and then has the number of the device that is around it.
fn with_mount(place: &Path, mount: &str, script: &str) -> Option<Output> {
    let allowed = Command::new("unshare").args(["-Urm", "true"]).stderr(Stdio::null()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        return None;
    }
    let script = format!("set -e\n{mount}\n{script}");
    Some(
        alone(Command::new("unshare").args(["-Urm", "sh", "-c", &script]).current_dir(place))
            .output()
            .unwrap(),
    )
}

#[test]
fn a_site_may_be_the_root_of_a_file_system() {
    let book = Repository::new("");
    let planbook = env!("CARGO_BIN_EXE_planbook");
    let build = format!("{planbook} build --as-of 2024-06-30 --root {} --out", book.path().display());
    for (case, mount) in [
        ("28 another file system", "mount -t tmpfs none mounted"),
        ("28 the same file system", "mkdir other; mount --bind other mounted"),
        (
            "28 nothing may be created beside it",
            "mount --bind . .; mount -o remount,bind,ro \"$PWD\"; cd \"$PWD\"; mount -t tmpfs none mounted",
        ),
    ] {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("mounted")).unwrap();
        fs::create_dir(place.path().join("copy")).unwrap();
        // Twice, because the second has an old site to replace; then with a page less and a stranger.
        let script = format!(
            "{build} mounted\nls mounted/agencies/ar-trade\nprintf -- '---\\nname: Water\\n---\\n' > {root}/content/agencies/water.md\n{build} mounted\nls mounted/agencies/water\nrm {root}/content/agencies/water.md\n{build} mounted\ntest ! -e mounted/agencies/water\nls -A mounted | grep planbook- && exit 9\ntouch mounted/mine.txt\n{build} mounted && exit 8\ntest -e mounted/mine.txt\nrm mounted/mine.txt\n{build} mounted\ncat mounted/manifest.json",
            root = book.path().display()
        );
        let Some(output) = with_mount(place.path(), mount, &script) else { continue };
        let (code, text) = said(&output);
        assert!(code == 0, "{case}: {code} {text}");
        let compared = tempfile::tempdir().unwrap();
        let whole = compared.path().join("site");
        assert_eq!(self::build(book.path(), &whole).status.code(), Some(0));
        let manifest = fs::read_to_string(whole.join("manifest.json")).unwrap();
        assert!(text.contains(&manifest), "{case}: {text}");
    }
}

#[test]
fn what_a_build_in_place_left_is_taken_up_by_the_next_one() {
    let book = Repository::new("");
    let place = tempfile::tempdir().unwrap();
    let site = place.path().join("site");
    assert_eq!(build(book.path(), &site).status.code(), Some(0));
    let old = files(&site);
    // As if it had been killed after some files of a new site were in their places: the rest is still in its folder.
    book.write("content/agencies/water.md", "---\nname: Water Board\n---\n");
    let new = place.path().join("new");
    assert_eq!(build(book.path(), &new).status.code(), Some(0));
    let inner = site.join(".planbook-site.abc123");
    fs::rename(&new, &inner).unwrap();
    fs::write(inner.join(".planbook-staging"), "").unwrap();
    fs::create_dir_all(site.join("agencies/water")).unwrap();
    for file in ["index.html", "agencies/water/index.html"] {
        fs::rename(inner.join(file), site.join(file)).unwrap();
    }
    let (code, text) = said(&build(book.path(), &site));
    assert_eq!(code, 0, "{text}");
    assert!(files(&site).len() > old.len() && !inner.exists());
    // What nobody wrote is still nobody's to take away.
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("mine.txt"), "x").unwrap();
    let (code, text) = said(&build(book.path(), &site));
    assert!(code == 2 && text.contains("mine.txt") && inner.join("mine.txt").exists(), "{text}");
}

#[test]
fn a_pdf_is_written_where_a_file_can_be() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::write(at("real.pdf"), b"%PDF-old").unwrap();
    std::os::unix::fs::symlink(at("real.pdf"), at("link.pdf")).unwrap();
    std::os::unix::fs::symlink(at("none.pdf"), at("dangling.pdf")).unwrap();
    let write =
        |out: &Path| planbook::write::file(out, b"%PDF-new", b"%PDF-").map_err(|error| error.to_string());
    write(&at("link.pdf")).unwrap();
    assert!(at("link.pdf").symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read(at("real.pdf")).unwrap(), b"%PDF-new");
    for (out, words) in [
        (place.path().to_owned(), "is a folder"),
        (at("dangling.pdf"), "is a symbolic link to a place that does not exist"),
        ("/dev/zero".into(), "is not a PDF"),
    ] {
        let said = write(&out).unwrap_err();
        assert!(said.contains(words), "{said}");
    }
}
