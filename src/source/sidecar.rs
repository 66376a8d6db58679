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

/// The files of a folder that is no book, with their names, sorted; not those of folders in it.
///
/// # Errors
/// When it cannot be read, or one of its files is longer than such a file can be.
#[expect(clippy::disallowed_methods, reason = "this is source")]
pub fn read_beside(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Failure::io("read", folder))? {
        let entry = entry.map_err(Failure::io("read", folder))?;
        let path = entry.path();
        let refused = Failure::io("read", &path);
        if !path.is_file() {
            continue;
        }
        let Ok(name) = entry.file_name().into_string() else { continue };
        let mut bytes = Vec::new();
        match std::fs::File::open(&path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes)) {
            Ok(_) if bytes.len() as u64 > LONGEST => {
                return Err(refused(std::io::ErrorKind::FileTooLarge.into()));
            }
            Ok(_) => files.push((name, bytes)),
            Err(error) => return Err(refused(error)),
        }
    }
    files.sort();
    Ok(files)
}
