//! Which words of a language are forms of one.

use frostem::{Algorithm, Stemmer};

use super::letters::folded;

/// Joins the forms of a word in one language; in others it leaves each word alone.
pub(super) struct Stems(Option<Stemmer>);

/// The languages that words are joined in.
const LANGUAGES: [(&str, Algorithm); 27] = [
    ("ar", Algorithm::Arabic),
    ("ca", Algorithm::Catalan),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("eu", Algorithm::Basque),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("hy", Algorithm::Armenian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nl", Algorithm::Dutch),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

impl Stems {
    /// Those of a language, by its code: `en-AU` is English.
    pub(super) fn of(language: &str) -> Self {
        let code = language.split('-').next().unwrap_or(language).to_ascii_lowercase();
        let code = if code == "nb" || code == "nn" { "no" } else { code.as_str() };
        let found = LANGUAGES.iter().find(|(known, _)| *known == code);
        Self(found.map(|(_, algorithm)| Stemmer::new(*algorithm)))
    }

    /// What all forms of a word have in common.
    pub(super) fn stem(&self, word: &str) -> String {
        // What has digits in it is a number or a code.
        let plain = !word.contains(|letter: char| letter.is_ascii_digit());
        match self.0.as_ref().filter(|_| plain) {
            Some(stemmer) => folded(&stemmer.stem(word)).into_owned(),
            None => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn forms_of_a_word_are_joined_in_its_language() {
        let english = Stems::of("en-AU");
        assert_eq!(english.stem("exchanges"), english.stem("exchanging"));
        assert_ne!(english.stem("training"), english.stem("trade"));
        let french = Stems::of("fr");
        assert_eq!(french.stem("engagements"), french.stem("engagement"));
        assert_eq!(Stems::of("ja").stem("exchanges"), "exchanges");
        assert_eq!(english.stem("b1s"), "b1s");
    }
}
