//! What git says when it cannot do what it was asked.

use std::io::ErrorKind;

use crate::failure::Failure;

pub(super) fn cannot_start(error: std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::NoGit,
        _ => Failure::io("start", "git")(error),
    }
}

pub(super) fn broken(what: &str) -> Failure {
    Failure::Git { what: "read the files of a commit".to_owned(), said: what.to_owned() }
}

/// What git says of its failure, on one line.
pub(super) fn words(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    text.lines().next().unwrap_or("").trim_start_matches("fatal: ").to_owned()
}
