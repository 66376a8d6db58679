//! How many answered in a round of reporting, as a sentence: for the page of rounds and for the report of a period.

use super::builder::ViewBuilder;
use crate::rounds::State;

impl ViewBuilder<'_> {
    /// How many items were asked about, and what became of them.
    pub fn round_counts(&self, state: &State) -> String {
        let counts = &state.counts;
        if counts.asked == 0 {
            let key = if state.unled.is_empty() { "rounds-nobody" } else { "rounds-unled" };
            return self.word(key);
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
