//! Reading a book's folder.

use std::path::Path;
use std::sync::Arc;

use super::{Snapshot, Tree, size_limit};
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::limits::Limits;

/// Reads `book.toml`, `content/` and `themes/` below `root`.
///
/// Hidden files and editors' backups are passed over. Symbolic links are followed only to files inside `root`. The
/// settings are read first: `limits` says how much of the rest may be.
///
/// # Errors
/// When there is no `book.toml`, or something cannot be read.
pub fn load(
    root: &Path,
    limits: impl Fn(&Tree) -> Limits + Send + Sync + 'static,
) -> Result<(Tree, Vec<Diagnostic>), Failure> {
    let (snapshot, tree, diagnostics) = Snapshot::open(root, limits)?;
    drop(snapshot);
    Ok((Arc::unwrap_or_clone(tree), diagnostics))
}

/// At most one byte more than the limit, so that a huge file is noticed without being read.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
pub(super) fn read(file: &Path, path: &str, length: u64, limits: &Limits) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let limit = size_limit(path, limits).0 as u64;
    let expected = usize::try_from(length.min(limit)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(expected.saturating_add(1));
    std::fs::File::open(file)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
