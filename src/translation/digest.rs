//! What a translation keeps of the words that it was made from.

use sha2::{Digest as _, Sha256};

use crate::markdown::without_internal;
use crate::vocabulary::Audience;

/// Eight hexadecimal digits that stand for a text. How its lines are wrapped does not matter. A text with internal blocks has
/// eight for what the public reads, and eight for all of it: the public site does not show that something internal changed.
pub fn digest(text: &str) -> String {
    match without_internal(text) {
        Some(public) => [of_words(&public.text).as_str(), "-", &of_words(text)].concat(),
        None => of_words(text),
    }
}

/// Whether what a translation keeps of its original still stands for this text, as an audience reads it.
pub fn fits(made_from: &str, text: &str, audience: Audience) -> bool {
    let now = digest(text);
    let public = |digest: &str| digest.split('-').next().map(str::to_owned);
    match audience {
        Audience::Internal => made_from == now,
        Audience::Public => public(made_from) == public(&now),
    }
}

fn of_words(text: &str) -> String {
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
    use super::{digest, fits};
    use crate::vocabulary::Audience::{Internal, Public};

    #[test]
    fn wrapping_does_not_matter_and_words_do() {
        assert_eq!(digest("Clean  water\nfor all\n"), digest("Clean water for all"));
        assert_ne!(digest("Clean water for all"), digest("Clean waterfor all"));
        assert_eq!(digest("").len(), 8);
    }

    #[test]
    fn the_public_does_not_learn_that_an_internal_block_changed() {
        let text = |words: &str, hidden: &str| format!("{words}\n\n:::internal\n{hidden}\n:::\n");
        let made_from = digest(&text("Open", "Closed"));
        for (now, public, internal) in [
            (text("Open", "Closed"), true, true),
            (text("Open", "Other"), true, false),
            ("Open".to_owned(), true, false),
            (text("Others", "Closed"), false, false),
        ] {
            assert_eq!(fits(&made_from, &now, Public), public, "{now}");
            assert_eq!(fits(&made_from, &now, Internal), internal, "{now}");
        }
    }
}
