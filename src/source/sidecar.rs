//! A sidecar file: one that lies beside a book and is not part of it, such as the list of its old problems.

use std::io::Read as _;
use std::path::Path;

use crate::failure::Failure;

/// The longest such file that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// The text of a file; `None` when there is none.
///
/// # Errors
/// When it cannot be read, is no text, or is longer than such a file can be.
pub fn read_sidecar(path: &Path) -> Result<Option<String>, Failure> {
    let refused = Failure::io("read", path);
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    let mut text = String::new();
    match file.take(LONGEST + 1).read_to_string(&mut text) {
        Ok(_) if text.len() as u64 > LONGEST => Err(refused(std::io::ErrorKind::FileTooLarge.into())),
        Ok(_) => Ok(Some(text)),
        Err(error) => Err(refused(error)),
    }
}
