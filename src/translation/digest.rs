//! What a translation keeps of the words that it was made from.

use sha2::{Digest as _, Sha256};

/// Eight hexadecimal digits that stand for a text. How its lines are wrapped does not matter.
pub fn digest(text: &str) -> String {
    let mut hash = Sha256::new();
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            hash.update(b" ");
        }
        hash.update(word.as_bytes());
    }
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn wrapping_does_not_matter_and_words_do() {
        assert_eq!(digest("Clean  water\nfor all\n"), digest("Clean water for all"));
        assert_ne!(digest("Clean water for all"), digest("Clean waterfor all"));
        assert_eq!(digest("").len(), 8);
    }
}
