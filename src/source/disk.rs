//! Reading one file of a book's folder.

use std::path::Path;

use super::content::size_limit;
use crate::limits::Limits;

/// At most one byte more than the limit, so that a huge file is noticed without being read.
pub(super) fn read(file: &Path, path: &str, length: u64, limits: &Limits) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let limit = size_limit(path, limits).0 as u64;
    let expected = usize::try_from(length.min(limit)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(expected.saturating_add(1));
    std::fs::File::open(file)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether two paths lead to one folder.
#[expect(clippy::disallowed_methods, reason = "the system knows where links lead")]
pub fn is_same_folder(one: &Path, other: &Path) -> bool {
    match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
