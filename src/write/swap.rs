//! Two folders change places.

use std::fs;
use std::path::Path;

use super::names::moved_aside;

/// Exchanges two folders in one step. Where the system cannot, or there is no old one, in two.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn swap(new: &Path, out: &Path) -> std::io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = moved_aside(out);
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// A temporary folder is private; a web server must be able to read a site.
#[cfg(unix)]
pub(super) fn readable_by_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    // A system that refuses this still has the site, so it is no failure.
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
pub(super) fn readable_by_all(_: &Path) {}
