//! How many answered in a round of reporting, as a sentence: for the page of rounds and for the report of a period.

use super::builder::ViewBuilder;
use crate::rounds::Counts;

impl ViewBuilder<'_> {
    /// How many items were asked about, and what became of them.
    pub fn round_counts(&self, counts: &Counts) -> String {
        if counts.asked == 0 {
            return self.word("rounds-nobody");
        }
        let text = |n: usize| n.to_string();
        self.messages().with(
            "rounds-answered",
            &[
                ("asked", &text(counts.asked)),
                ("answered", &text(counts.answered)),
                ("late", &text(counts.late)),
                ("nothing", &text(counts.nothing)),
                ("missing", &text(counts.missing)),
            ],
        )
    }
}
