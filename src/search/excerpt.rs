//! How much of the text of an entry is kept to show why it was found.

/// How many letters all excerpts of a site have together, about.
const ALL: usize = 4_000_000;
/// How many letters one has at least, and at most.
const EACH: (usize, usize) = (150, 1200);

/// How long the excerpt of each of so many entries may be, in letters.
pub(super) fn length_among(entries: usize) -> usize {
    (ALL / entries.max(1)).clamp(EACH.0, EACH.1)
}

/// The first so many letters of a text, cut between words.
pub(super) fn beginning(text: &str, letters: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(letters) else { return text };
    let start = &text[..end];
    start.rfind(' ').filter(|at| *at > end / 2).map_or(start, |at| &start[..at])
}

#[cfg(test)]
mod tests {
    use super::{beginning, length_among};

    #[test]
    fn excerpts_are_shorter_where_there_are_many() {
        assert_eq!([0, 100, 10_000, 100_000].map(length_among), [1200, 1200, 400, 150]);
    }

    #[test]
    fn a_text_is_cut_between_words_where_there_are_blanks() {
        assert_eq!(beginning("Clean water for all", 13), "Clean water");
        assert_eq!(beginning("Clean", 13), "Clean");
        assert_eq!(beginning("協定の前文には、協定が", 5), "協定の前文");
    }
}
