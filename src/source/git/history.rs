//! What a file of the book said in earlier commits.

use std::collections::BTreeSet;

use super::listing::LINK;
use super::repository::GitRepository;
use crate::failure::Failure;
use crate::limits::Limits;

impl GitRepository {
    /// What stood in a file before and after each of the newest commits that changed it, newest first, each version once. Of a
    /// huge one there is only the beginning. A file that was moved has no versions from before.
    ///
    /// # Errors
    /// When git refuses.
    pub fn versions(&self, path: &str, commits: usize, limits: &Limits) -> Result<Vec<Vec<u8>>, Failure> {
        let mut command = self.command();
        command.args(["log", "--no-renames", "--format=", "--raw", "--no-abbrev"]);
        command.arg(format!("--max-count={commits}"));
        command.args(["HEAD", "--", path]);
        let log = self.output(command, "read the history of a file")?;
        let log = String::from_utf8_lossy(&log);
        let mut known = BTreeSet::new();
        let blobs: Vec<&str> =
            log.lines().flat_map(newer_and_older).flatten().filter(|blob| known.insert(*blob)).collect();
        let mut answers = self.read_blobs(blobs.iter().copied())?;
        let versions = blobs.iter().map(|_| answers.next(limits, path)).collect::<Result<_, _>>()?;
        answers.finish()?;
        Ok(versions)
    }
}

/// The contents of a file after and before a commit, by a line such as `:100644 100644 OLD NEW M\tPATH`. Where there was no
/// file, or a link, there is none.
fn newer_and_older(line: &str) -> [Option<&str>; 2] {
    let Some(line) = line.strip_prefix(':') else { return [None, None] };
    let mut parts = line.split(' ');
    let [old_mode, new_mode, old, new] = [(); 4].map(|()| parts.next().unwrap_or_default());
    let blob = |mode: &str, blob| (mode != LINK && mode != NOTHING).then_some(blob);
    [blob(new_mode, new), blob(old_mode, old)]
}

/// The mode of what is not there.
const NOTHING: &str = "000000";

#[cfg(test)]
mod tests {
    use super::newer_and_older;

    #[test]
    fn versions_are_read_from_the_lines_of_a_log() {
        for (line, expected) in [
            (":100644 100755 aa bb M\tcontent/plan.md", [Some("bb"), Some("aa")]),
            (":000000 100644 00 bb A\tcontent/plan.md", [Some("bb"), None]),
            (":120000 000000 aa 00 D\tcontent/plan.md", [None, None]),
            ("gpg: a signature", [None, None]),
            ("", [None, None]),
        ] {
            assert_eq!(newer_and_older(line), expected, "{line}");
        }
    }
}
