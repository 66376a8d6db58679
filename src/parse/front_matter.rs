//! Where the front matter of a file ends and its body begins.

use std::ops::Range;

/// The parts of a file, as byte ranges.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML, without the lines of `---`.
    pub(super) yaml: Range<usize>,
    /// What follows.
    pub(super) body: Range<usize>,
}

/// Why a file has no front matter.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// The first line is not `---`.
    Start,
    /// There is no second line of `---`.
    End,
}

/// Splits a file. A byte order mark, spaces after the `---` and Windows line ends are accepted.
pub(super) fn split(text: &str) -> Result<Parts, Missing> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = text[start..].split_inclusive('\n').next().unwrap_or("");
    if first.trim_end() != "---" {
        return Err(Missing::Start);
    }
    let yaml_start = start + first.len();
    let mut at = yaml_start;
    for line in text[yaml_start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Parts { yaml: yaml_start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    Err(Missing::End)
}

/// Where the front matter of a record and its body stand in the text of its file, if it has both.
pub fn parts(text: &str) -> Option<[Range<usize>; 2]> {
    split(text).ok().map(|parts| [parts.yaml, parts.body])
}

#[cfg(test)]
mod tests {
    use super::{Missing, split};

    #[test]
    fn marks_and_line_ends_of_any_system_are_accepted() {
        for text in ["---\na: 1\n---\nB", "\u{feff}---\r\na: 1\r\n--- \r\nB", "---\n---\nB", "---\na: 1\n---"]
        {
            let parts = split(text).unwrap();
            assert!(matches!(&text[parts.body], "B" | ""), "{text:?}");
            assert!(matches!(text[parts.yaml].trim(), "a: 1" | ""), "{text:?}");
        }
    }

    #[test]
    fn what_is_missing_is_told() {
        assert_eq!(split(""), Err(Missing::Start));
        assert_eq!(split("# Title"), Err(Missing::Start));
        assert_eq!(split("---\na: 1\n"), Err(Missing::End));
        assert_eq!(split(" ---\n---\n"), Err(Missing::Start));
    }
}
