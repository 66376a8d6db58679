//! What git writes is bytes: names of files need not be texts.

use std::ffi::OsString;

/// A name for an argument of a command.
pub(super) fn os(bytes: Vec<u8>) -> OsString {
    #[cfg(unix)]
    return std::os::unix::ffi::OsStringExt::from_vec(bytes);
    #[cfg(not(unix))]
    return String::from_utf8_lossy(&bytes).into_owned().into();
}

/// An answer without the end of its line.
pub(super) fn without_line_end(mut answer: Vec<u8>) -> Vec<u8> {
    if answer.last() == Some(&b'\n') {
        answer.pop();
    }
    answer
}
