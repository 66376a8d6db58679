//! Words that differ from a word in one place.

/// How many letters a word has at least, so that one that is wrong is forgiven.
pub(super) const SHORTEST: usize = 5;

/// Whether one letter more, one less, another one, or two that changed places make one word of the other.
pub(super) fn is_one_edit(written: &[char], word: &[char]) -> bool {
    let same = written.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (a, b) = (&written[same..], &word[same..]);
    match (a, b) {
        ([], []) => false,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) => a1 == b2 && a2 == b1 && a == b,
        _ => false,
    }
}

/// Whether a word is in the lists of words that somebody may have meant: it is long enough, and a word of letters.
pub(super) fn can_be_meant(word: &str) -> bool {
    word.chars().count() + 1 >= SHORTEST
        && word.chars().all(|letter| letter.is_alphabetic() && !super::letters::is_unspaced(letter))
}

#[cfg(test)]
mod tests {
    use super::is_one_edit;

    #[test]
    fn one_edit_is_one_letter() {
        let is = |a: &str, b: &str| {
            let chars = |word: &str| word.chars().collect::<Vec<_>>();
            is_one_edit(&chars(a), &chars(b))
        };
        for (a, b) in [("logistcs", "logistics"), ("logistiics", "logistics"), ("lojistics", "logistics")] {
            assert!(is(a, b) && is(b, a), "{a} {b}");
        }
        assert!(is("logsitics", "logistics") && is("ogistics", "logistics") && is("logistic", "logistics"));
        assert!(!is("logistics", "logistics") && !is("lgostics", "logistics") && !is("", "ab"));
    }
}
