//! Changes files that already exist: each in one step, and only when it is still as it was read.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::write;

/// A file and what is to stand in it.
#[derive(Debug, Clone)]
pub struct FileEdit {
    /// The file.
    pub path: PathBuf,
    /// What was read; `None` when there was no file.
    pub old: Option<Vec<u8>>,
    /// What is to be written.
    pub new: Vec<u8>,
}

/// Writes all changes. Nothing is written when one of the files is no longer as it was read.
///
/// # Errors
/// When a file has changed, or the disk refuses.
pub fn write(changes: &[FileEdit]) -> Result<(), Failure> {
    let targets = changes.iter().map(target).collect::<Result<Vec<_>, Failure>>()?;
    changes.iter().zip(&targets).try_for_each(|(change, target)| replace(target, change))
}

/// The file itself, where `path` is a link to it; and whether it is as it was.
#[expect(clippy::disallowed_methods, reason = "this is the one place that changes files of a book")]
fn target(change: &FileEdit) -> Result<PathBuf, Failure> {
    let Some(old) = &change.old else {
        return match fs::symlink_metadata(&change.path) {
            Ok(_) => Err(Failure::Changed(change.path.clone())),
            Err(_) => std::path::absolute(&change.path).map_err(Failure::io("find", &change.path)),
        };
    };
    let target = fs::canonicalize(&change.path).map_err(Failure::io("read", &change.path))?;
    match fs::read(&target).map_err(Failure::io("read", &change.path))? == *old {
        true => Ok(target),
        false => Err(Failure::Changed(change.path.clone())),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that changes files of a book")]
fn replace(target: &Path, change: &FileEdit) -> Result<(), Failure> {
    let refused = |error| Failure::io("write", &change.path)(error);
    let parent = target.parent().unwrap_or(target);
    let file = write::beside(&change.path, parent, &change.new)?;
    if let Ok(there) = fs::metadata(target) {
        file.as_file().set_permissions(there.permissions()).map_err(refused)?;
    }
    file.persist(target).map_err(|error| refused(error.error))?;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the disk")]
mod tests {
    use super::*;

    fn change(path: PathBuf, old: Option<&str>, new: &str) -> FileEdit {
        FileEdit { path, old: old.map(|old| old.as_bytes().to_vec()), new: new.as_bytes().to_vec() }
    }

    #[test]
    fn nothing_is_written_when_one_file_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&a, "1").unwrap();
        fs::write(&b, "2").unwrap();
        let stale = [change(a.clone(), Some("1"), "x"), change(b.clone(), Some("other"), "y")];
        assert!(matches!(write(&stale), Err(Failure::Changed(path)) if path == b));
        assert!(matches!(write(&[change(a.clone(), None, "x")]), Err(Failure::Changed(_))));
        assert_eq!(fs::read_to_string(&a).unwrap(), "1");
        write(&[change(a.clone(), Some("1"), "x"), change(folder.path().join("c"), None, "z")]).unwrap();
        assert_eq!(fs::read_to_string(&a).unwrap(), "x");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "1").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write(&[change(link.clone(), Some("1"), "2")]).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "2");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
