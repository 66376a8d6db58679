//! What somebody begins with: a book by `init`, records by `new`, and what editors are given.

mod answers;
mod dialogue;
mod editions;
mod editors;
mod given;
mod init;
mod journey;
mod records;
mod template;

use std::path::Path;
use std::process::{Command, Stdio};

/// What a call said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Calls the program in a folder, as a script would: there is no terminal.
pub(crate) fn call<A: AsRef<str>>(folder: &Path, arguments: &[A]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(arguments.iter().map(AsRef::as_ref))
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Calls it where all must be well.
pub(crate) fn well<A: AsRef<str>>(folder: &Path, arguments: &[A]) -> Said {
    let said = call(folder, arguments);
    let line: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    assert_eq!(said.code, 0, "planbook {}\n{}{}", line.join(" "), said.out, said.err);
    said
}

/// The words of a line as a shell takes them.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// All files below a folder, by path.
pub(crate) fn listing(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}
