//! How much the public does not see.

use std::fmt;

/// How many records, entries and blocks the public does not see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// What each kind is called, one and several of it, and how many there are.
    counts: Vec<(&'static str, &'static str, usize)>,
}

impl LeftOut {
    pub(super) fn count(&mut self, one: &'static str, several: &'static str, count: usize) {
        if count > 0 {
            self.counts.push((one, several, count));
        }
    }

    /// Whether the public sees everything.
    pub fn is_nothing(&self) -> bool {
        self.counts.is_empty()
    }
}

/// "1 item, 2 updates and 3 blocks".
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (one, several, count)) in self.counts.iter().enumerate() {
            let before = match at {
                0 => "",
                _ if at + 1 == self.counts.len() => " and ",
                _ => ", ",
            };
            let word = if *count == 1 { one } else { several };
            write!(f, "{before}{count} {word}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn what_is_left_out_reads_as_a_list() {
        let mut left_out = LeftOut::default();
        left_out.count("item", "items", 1);
        left_out.count("update", "updates", 0);
        left_out.count("entry", "entries", 2);
        left_out.count("block", "blocks", 3);
        assert_eq!(left_out.to_string(), "1 item, 2 entries and 3 blocks");
    }
}
