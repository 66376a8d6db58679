//! What git says when it cannot do what it was asked.

use std::io::ErrorKind;
use std::path::Path;

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

/// Why git does not do what it was asked.
pub(super) fn refusal(book: &Path, what: &str, stderr: &[u8]) -> Failure {
    let text = String::from_utf8_lossy(stderr);
    if text.contains("not a git repository") {
        return Failure::NotARepository(book.to_owned());
    }
    if text.contains("dubious ownership") {
        // Git says which command is wanted, with the path as it will compare it.
        let advice = text.lines().map(str::trim).find(|line| line.starts_with("git config "));
        let advice = advice.unwrap_or("git config --global --add safe.directory PATH");
        return Failure::ForeignOwner { path: book.to_owned(), advice: advice.to_owned() };
    }
    Failure::Git { what: what.to_owned(), said: words(stderr) }
}
