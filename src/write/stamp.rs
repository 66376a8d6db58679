//! The time of a file says that planbook wrote it, and what.
//!
//! A file of a site gets its time of modification to the second from the system, and the rest of the second from us: a
//! number that follows from its hash, its size and the second. Whoever changes the file afterwards changes the time, and
//! who copies it without its time loses the number. So a file with the right number need not be read to be known, and the
//! site needs no list of times, which would differ from run to run.
//!
//! Where the system keeps no fractions of a second, no file has the number, and all are read. A file that is changed
//! without a change of its size, and then gets its old time back to the fraction, is taken for unchanged.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::hash;

/// All file systems that keep fractions keep this one.
const STEP: u64 = 100;
const STEPS: u64 = 1_000_000_000 / STEP;

/// Writes a file with its time.
pub(super) fn write(path: &Path, bytes: &[u8], hash: &str) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    set(&file, hash);
    Ok(())
}

/// Gives a file that was just written its time. One that cannot have it is read by the next build.
fn set(file: &fs::File, hash: &str) {
    if let Ok(found) = file.metadata() {
        set_time_of(file, &with_size(&found, hash));
    }
}

/// Whether a file is as planbook wrote it, with this hash.
pub(super) fn is_on(found: &fs::Metadata, hash: &str) -> bool {
    found.is_file() && is_time_of(found, &with_size(found, hash))
}

/// Whether the time of a file or folder follows from a text.
pub(super) fn is_time_of(found: &fs::Metadata, text: &str) -> bool {
    time_of(found, text).is_some_and(|time| found.modified().is_ok_and(|it| it == time))
}

/// Gives a file or folder the time that follows from a text. Where it cannot have it, the text is not found again.
pub(super) fn set_time_of(file: &fs::File, text: &str) {
    if let Some(time) = file.metadata().ok().and_then(|found| time_of(&found, text)) {
        let _ = file.set_modified(time);
    }
}

fn with_size(found: &fs::Metadata, hash: &str) -> String {
    format!("{hash} {}", found.len())
}

/// The time that follows from a text, from the second of the time that a file now has.
fn time_of(found: &fs::Metadata, text: &str) -> Option<SystemTime> {
    let second = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs();
    let digest = hash::digest(format!("{text} {second}").as_bytes());
    let number = digest.iter().take(8).fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    // Never the full second, which is what a system without fractions has.
    let steps = 1 + number % (STEPS - 1);
    Some(UNIX_EPOCH + Duration::from_secs(second) + Duration::from_nanos(steps * STEP))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test of files")]
mod tests {
    use std::fs;
    use std::io::Write as _;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_stamp_is_lost_with_any_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.html");
        let hash = super::hash::of(b"page");
        let is_on = || super::is_on(&fs::metadata(&path).unwrap(), &hash);
        let write = |bytes: &[u8]| {
            let mut file = fs::File::create(&path).unwrap();
            file.write_all(bytes).unwrap();
            file
        };
        let file = write(b"page");
        assert!(!is_on());
        super::set(&file, &hash);
        let stamp = file.metadata().unwrap().modified().unwrap();
        assert!(is_on());
        assert!(!super::is_on(&file.metadata().unwrap(), &super::hash::of(b"other")));
        // Another size with the same time; another time, older or newer.
        write(b"pages").set_modified(stamp).unwrap();
        assert!(!is_on());
        for time in
            [SystemTime::UNIX_EPOCH, stamp - Duration::from_secs(9), stamp + Duration::from_nanos(100)]
        {
            write(b"page").set_modified(time).unwrap();
            assert!(!is_on(), "{time:?}");
        }
        // What cannot be known by time and size.
        write(b"PAGE").set_modified(stamp).unwrap();
        assert!(is_on());
    }
}
